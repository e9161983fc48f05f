//! An office without a disk: the real decisions on cells in memory. Who sits at its desks is in
//! `hands`.

mod hands;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::desk::{Answer, Desk, Request};
use crate::office::{
    Applied, Failure, JournalLine, ListRow, OrganisationFile, Question, Reply, RoundSummary,
};
use crate::round::{
    Cell, Change, Context, Key, Limits, MarkRecord, Operation, OrganisationRecord, PastOperation,
    Refusal, RoundRecord, RoundState, SheetRecord, SheetState, Slice, VetoRecord, What, decide,
};
use crate::scheme::{Scheme, parse};
use crate::scoring::{Plan, Standing};

pub use hands::{across, press, sit_down, type_in, write_as};

/// One item of each kind.
pub const MIXED: &str = include_str!("../mixed.toml");

pub fn scheme(text: &str) -> Arc<Scheme> {
    Arc::new(parse(text).unwrap().scheme)
}

/// A scheme of 25 items of 4 points, each with the same rule.
pub fn twenty_five(rule: &str) -> String {
    let head = MIXED.split("[[category]]").next().unwrap();
    let tail = MIXED.split("# after the items").nth(1).unwrap();
    let mut text = format!("{head}[[category]]\nid = \"A\"\ntitle = \"班子建设\"\n");
    for number in 1..=25 {
        text.push_str(&format!(
            "[[category.item]]\nid = \"A{number}\"\ntitle = \"第{number}项\"\npoints = 4\n{rule}\n"
        ));
    }
    // The vetoes of the mixed scheme name its items.
    text + tail.split("[[veto]]").next().unwrap()
}

/// The mixed scheme, with the first organisation rated by everybody but the superior.
pub fn rated_by_others() -> TestOffice {
    let mut office = TestOffice::new(scheme(MIXED));
    let own = [
        ("A1", "20"),
        ("A2", "none"),
        ("B1", "x"),
        ("B2", "50"),
        ("B3", "15"),
    ];
    for (item, entry) in own {
        office.put_mark(&["0001", "self", "支部书记", item], entry);
    }
    office.put_sheet(&["0001", "self", "支部书记"], SheetState::Submitted);
    office.put_mark(&["0001", "leader", "分管领导", "*"], "90");
    office.put_sheet(&["0001", "leader", "分管领导"], SheetState::Submitted);
    office
}

/// Cells in memory, and what was written to them.
pub struct TestOffice {
    pub scheme: Arc<Scheme>,
    pub cells: BTreeMap<(What, Key), Cell>,
    pub lines: Vec<JournalLine>,
    /// Operations are refused with this, as if the disk were full.
    pub trouble: Option<crate::office::Trouble>,
}

impl TestOffice {
    pub fn new(scheme: Arc<Scheme>) -> Self {
        let mut office = Self {
            scheme,
            cells: BTreeMap::new(),
            lines: Vec::new(),
            trouble: None,
        };
        let round = RoundRecord {
            year: 2026,
            state: RoundState::Open,
            scheme: "00".to_owned(),
        };
        office.put(What::Round, &[], round.write());
        for (position, (code, name)) in [
            ("0001", "宝马村"),
            ("0002", "红果子社区"),
            ("0003", "不明处村"),
        ]
        .iter()
        .enumerate()
        {
            let record = OrganisationRecord {
                name: (*name).to_owned(),
                kind: Some("village".to_owned()),
                parent: None,
                track: Some(office.scheme.tracks[0].id.clone()),
                previous: None,
                declared: None,
                position: u32::try_from(position + 1).unwrap(),
            };
            office.put(What::Organisation, &[code], record.write());
        }
        office
    }

    pub fn put(&mut self, what: What, key: &[&str], record: crate::round::Record) {
        let key: Key = key.iter().map(|part| (*part).to_owned()).collect();
        let place = (what, key.clone());
        let revision = self.cells.get(&place).map_or(1, |cell| cell.revision + 1);
        self.cells.insert(
            place,
            Cell {
                what,
                key,
                record: Some(record),
                revision,
            },
        );
    }

    pub fn put_mark(&mut self, key: &[&str], entry: &str) {
        let record = MarkRecord {
            entry: Some(entry.to_owned()),
            note: None,
            flagged: false,
        }
        .write();
        self.put(What::Mark, key, record);
    }

    pub fn put_sheet(&mut self, key: &[&str], state: SheetState) {
        self.put(
            What::Sheet,
            key,
            SheetRecord {
                state,
                reason: None,
                imported: false,
            }
            .write(),
        );
    }

    pub fn put_veto(&mut self, key: &[&str], state: crate::scoring::VetoState) {
        let document = Some("安监〔2026〕3号".to_owned());
        let date = Some("2026-11-02".to_owned());
        self.put(
            What::Veto,
            key,
            VetoRecord {
                state,
                document,
                date,
                note: None,
            }
            .write(),
        );
    }

    /// The entry of a mark's cell.
    pub fn entry(&self, key: &[&str]) -> Option<String> {
        let key: Key = key.iter().map(|part| (*part).to_owned()).collect();
        let cell = self.cells.get(&(What::Mark, key))?;
        MarkRecord::read(cell.record.as_ref()?).unwrap().entry
    }

    pub fn apply(&mut self, operation: &Operation) -> Result<Applied, Failure> {
        if let Some(trouble) = &self.trouble {
            return Err(Failure::Trouble(trouble.clone()));
        }
        let plan = Plan::new(&self.scheme);
        let context = Context {
            plan: &plan,
            scheme_hash: "00",
            round: &operation.round,
            actor: &operation.actor,
            reason: operation.reason.as_deref(),
            limits: Limits::default(),
        };
        let mut slice: Slice = self.cells.values().cloned().collect();
        let own = self
            .lines
            .iter()
            .rev()
            .filter(|line| line.actor == operation.actor);
        slice.set_past(
            own.map(|line| PastOperation {
                seq: line.seq,
                actor: line.actor.clone(),
                kind: line.kind.clone(),
                undoes: line.undoes,
            })
            .collect(),
        );
        for line in &self.lines {
            slice.set_changes(line.seq, line.changes.clone());
        }
        let decision = decide(&context, &slice, &operation.command)
            .map_err(|refusal| Failure::Refusal(self.with_author(refusal)))?;
        let seq = self.lines.len() as u64 + 1;
        for change in &decision.changes {
            self.take(change);
        }
        self.lines.push(JournalLine {
            round: Some("2026".to_owned()),
            seq,
            at: 0,
            actor: operation.actor.clone(),
            via: "screen".to_owned(),
            kind: decision.kind.word().to_owned(),
            reason: operation.reason.clone(),
            undoes: decision.undoes,
            about: None,
            count: decision.changes.len() as u64,
            changes: decision.changes.clone(),
            hash: String::new(),
        });
        let head = String::new();
        Ok(Applied {
            seq,
            at: 0,
            changes: decision.changes,
            head,
            repeated: false,
        })
    }

    fn with_author(&self, mut refusal: Refusal) -> Refusal {
        if let Refusal::Conflict(conflict) = &mut refusal {
            "考评三组".clone_into(&mut conflict.by);
        }
        refusal
    }

    fn take(&mut self, change: &Change) {
        self.cells.insert(
            (change.what, change.key.clone()),
            Cell {
                what: change.what,
                key: change.key.clone(),
                record: change.new.clone(),
                revision: change.new_revision,
            },
        );
    }

    pub fn rows(&self) -> Vec<ListRow> {
        let cells = self
            .cells
            .values()
            .filter(|cell| cell.what == What::Organisation);
        cells.map(row).collect()
    }

    pub fn round(&self) -> crate::desk::Round {
        crate::desk::Round {
            name: "2026".to_owned(),
            year: 2026,
            state: RoundState::Open,
            scheme: self.scheme.clone(),
        }
    }

    pub fn ask(&self, question: &Question) -> Result<Reply, Failure> {
        Ok(match question {
            Question::Organisation { organisation, .. } => {
                Reply::Organisation(Box::new(self.file(organisation)))
            }
            Question::Rounds => Reply::Rounds(vec![RoundSummary {
                round: "2026".to_owned(),
                year: 2026,
                state: RoundState::Open,
                scheme_id: self.scheme.id.clone(),
                scheme_title: self.scheme.title.clone(),
                seq: 0,
            }]),
            Question::Remember { .. } => Reply::Done,
            Question::List { .. } => Reply::List(self.rows()),
            Question::Cells { what, .. } => {
                let wanted = |cell: &&Cell| what.contains(&cell.what);
                Reply::Cells(self.cells.values().filter(wanted).cloned().collect())
            }
            Question::PartySheets { party, .. } => {
                let wanted = |cell: &&Cell| {
                    matches!(cell.what, What::Sheet | What::Assignment) && cell.key[1] == *party
                };
                Reply::Cells(self.cells.values().filter(wanted).cloned().collect())
            }
            Question::ItemMarks { party, item, .. } => Reply::Cells(
                self.cells
                    .values()
                    .filter(|cell| {
                        cell.what == What::Mark && cell.key[1] == *party && cell.key[3] == *item
                    })
                    .cloned()
                    .collect(),
            ),
            Question::News { since, .. } => Reply::Lines(
                self.lines
                    .iter()
                    .filter(|line| line.seq > *since)
                    .cloned()
                    .collect(),
            ),
            Question::Journal(_) => Reply::Lines(self.lines.iter().rev().cloned().collect()),
            Question::Earlier { .. } => Reply::Earlier(Vec::new()),
            Question::Explain { organisation, .. } => {
                return Err(Failure::Refusal(Refusal::Unknown {
                    what: crate::round::Part::Organisation,
                    code: organisation.clone(),
                }));
            }
            other => panic!("the desk does not ask {other:?}"),
        })
    }

    fn file(&self, code: &str) -> OrganisationFile {
        let own = |cell: &&Cell| cell.key.first().is_some_and(|part| part == code);
        let cells: Vec<Cell> = self.cells.values().filter(own).cloned().collect();
        let organisation = cells
            .iter()
            .find(|cell| cell.what == What::Organisation)
            .unwrap();
        OrganisationFile {
            seq: self.lines.len() as u64,
            row: row(organisation),
            newest_level: None,
            figures: None,
            standing: Standing::default(),
            cells: cells.clone(),
        }
    }

    /// Answers all that a desk asks, until it asks nothing more.
    pub fn answer(&mut self, desk: &mut Desk) -> Answer {
        let mut last = Answer::quiet();
        loop {
            let requests = desk.take_requests();
            if requests.is_empty() {
                return last;
            }
            for request in requests {
                let answer = match request {
                    Request::Apply(operation) => {
                        let result = self.apply(&operation);
                        desk.applied(&operation.id, result)
                    }
                    Request::Ask { about, question } => desk.replied(&about, self.ask(&question)),
                };
                if answer.said.is_some() {
                    last = answer;
                }
            }
            if self.trouble.is_some() {
                return last;
            }
        }
    }
}

fn row(cell: &Cell) -> ListRow {
    let record = OrganisationRecord::read(cell.record.as_ref().unwrap()).unwrap();
    ListRow {
        organisation: cell.key[0].clone(),
        name: record.name,
        kind: record.kind,
        parent: record.parent,
        track: record.track,
        cohort: None,
        figures: None,
        sheets: Vec::new(),
        decided: Vec::new(),
        proposed: Vec::new(),
        hidden: false,
        review: None,
        seq: 0,
    }
}
