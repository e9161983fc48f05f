//! A small scheme, a small round, and hands to work on it.

use std::collections::BTreeMap;

use crate::round::*;
use crate::scheme::*;
use crate::scoring::Plan;

fn number(text: &str) -> crate::number::Decimal {
    text.parse().unwrap()
}

fn party(id: &str, tracks: [bool; 2], method: Method) -> Party {
    Party {
        id: id.into(),
        title: format!("{id} title"),
        weight: number("20"),
        tracks: tracks.to_vec(),
        independent: false,
        method,
    }
}

fn item(id: &str, points: &str, rule: ItemRule) -> Item {
    Item {
        id: id.into(),
        title: format!("{id} title"),
        category: CategoryIndex(0),
        points: number(points),
        rule,
        tracks: vec![true, true],
        parties: vec![true; 5],
        optional: false,
        evidence: false,
        reason_below_full: false,
        standard: None,
        check: None,
    }
}

fn veto(id: &str, effect: Effect) -> Veto {
    Veto {
        id: id.into(),
        title: format!("{id} title"),
        from: None,
        when: None,
        effect,
    }
}

fn level(id: &str, min: Option<&str>) -> Level {
    Level {
        id: id.into(),
        title: format!("{id} title"),
        stars: 0,
        min: min.map(number),
        at_most: None,
        benefits: Vec::new(),
        consequences: Vec::new(),
    }
}

fn ballot() -> Ballot {
    let option = |id: &str, value: &str| BallotOption {
        id: id.into(),
        title: id.into(),
        value: number(value),
        satisfied: value == "100",
    };
    Ballot {
        at_least: 1,
        base: BallotBase::Valid,
        options: vec![option("yes", "100"), option("no", "0")],
        questions: vec![Question {
            id: "Q1".into(),
            title: "Q1".into(),
            weight: number("1"),
        }],
    }
}

fn items() -> Vec<Item> {
    let step = Some(number("0.5"));
    let deductions = vec![Deduction {
        id: "a".into(),
        title: "late".into(),
        cost: DeductionCost::Each {
            each: number("2"),
            max: None,
        },
    }];
    let options = vec![ItemOption {
        id: "1".into(),
        title: "good".into(),
        points: number("20"),
    }];
    let each = EventPoints::Each(number("3"));
    let range = EventPoints::Range {
        low: number("1"),
        high: number("5"),
        step,
    };
    let mut items = vec![
        item("A1", "40", ItemRule::Direct { step }),
        item("A2", "40", ItemRule::Deductions(deductions)),
        item("A3", "20", ItemRule::Options(options)),
        item(
            "L1",
            "0",
            ItemRule::Ledger {
                points: each,
                max: None,
            },
        ),
        item(
            "L2",
            "0",
            ItemRule::Ledger {
                points: range,
                max: None,
            },
        ),
    ];
    items[0].optional = true;
    // On the superior's sheet alone.
    items[2].parties = vec![false, false, false, true, false];
    for ledger in &mut items[3..] {
        ledger.parties = vec![false, false, false, false, true];
    }
    items
}

/// Methods that never stand in one real scheme stand side by side here: decisions look at each
/// alone. Track `agency` has no ballot.
pub(super) fn scheme() -> Scheme {
    let gathering = Gathering {
        aggregate: Aggregate::Mean,
        at_least: 1,
    };
    let ledger = Ledger {
        review: vec!["first".into(), "second".into()],
        link: None,
    };
    let track = |id: &str| Track {
        id: id.into(),
        title: id.into(),
    };
    Scheme {
        id: "small".into(),
        title: "small".into(),
        issuer: None,
        version: "1".into(),
        basis: None,
        marks: number("100"),
        decimals: 2,
        rounding: Rounding::Printed,
        combine: Combine::Weighted,
        maximum: None,
        bonus_cap: None,
        penalty_cap: None,
        grading: Grading {
            rule: GradingRule::Thresholds,
            cohort: Some("district".into()),
            ties: Vec::new(),
            climb: None,
            declared: false,
        },
        notice: None,
        findings: FindingLimits {
            self_above_superior: Some(number("10")),
            raters_apart: Some(number("15")),
            ..FindingLimits::default()
        },
        tracks: vec![track("village"), track("agency")],
        parties: vec![
            party("self", [true, true], Method::Sheet(gathering)),
            party("peers", [true, true], Method::Mark(gathering)),
            party("masses", [true, false], Method::Ballot(ballot())),
            party("superior", [true, true], Method::Sheet(gathering)),
            party("points", [true, true], Method::Ledger(ledger)),
        ],
        categories: vec![Category {
            id: "A".into(),
            title: "A".into(),
            lead: None,
            pass: None,
            tracks: vec![true, true],
        }],
        items: items(),
        adjustments: vec![Adjustment {
            id: "J1".into(),
            title: "J1".into(),
            kind: AdjustmentKind::Bonus,
            each: number("2"),
            max: None,
        }],
        levels: vec![level("five", Some("90")), level("none", None)],
        vetoes: vec![
            veto("V1", Effect::Unrated),
            veto("V5", Effect::Zero(ItemIndex(1))),
        ],
    }
}

/// A round in memory, to which decisions are applied.
#[derive(Clone)]
pub(super) struct Small {
    pub(super) scheme: Scheme,
    pub(super) cells: BTreeMap<(What, Key), Cell>,
    /// What was done, oldest first, with its changes.
    pub(super) book: Vec<(PastOperation, Vec<Change>)>,
    pub(super) reason: Option<String>,
    pub(super) actor: String,
}

pub(super) fn texts(parts: &[&str]) -> Key {
    parts.iter().map(|part| (*part).to_owned()).collect()
}

/// Fields of a record; an empty text is none.
pub(super) fn record(fields: &[&str]) -> Record {
    let field = |text: &&str| (!text.is_empty()).then(|| (*text).to_owned());
    fields.iter().map(field).collect()
}

pub(super) fn write(what: What, key: &[&str], fields: &[&str]) -> Write {
    Write {
        what,
        key: texts(key),
        record: Some(record(fields)),
        seen: None,
        row: None,
    }
}

pub(super) fn removal(what: What, key: &[&str]) -> Write {
    Write {
        record: None,
        ..write(what, key, &[])
    }
}

pub(super) fn file(kind: Kind, writes: Vec<Write>) -> Command {
    Command::Import {
        kind,
        file: "file.csv".into(),
        writes,
        reopen: false,
    }
}

pub(super) fn mark(key: &[&str], entry: &str) -> Write {
    write(What::Mark, key, &[entry])
}

impl Small {
    /// A district, two villages in it, and an agency.
    pub(super) fn new() -> Self {
        let mut small = Self::empty();
        let organisation = |code: &str, fields: &[&str]| write(What::Organisation, &[code], fields);
        let command = Command::CreateRound(NewRound {
            year: 2026,
            scheme: String::new(),
            organisations: vec![
                organisation("D", &["District", "district"]),
                organisation("V", &["Village", "", "D", "village"]),
                organisation("W", &["Other village", "", "D", "village"]),
                organisation("G", &["Agency", "", "", "agency"]),
            ],
        });
        small.done(&command);
        small
    }

    pub(super) fn empty() -> Self {
        Self {
            scheme: scheme(),
            cells: BTreeMap::new(),
            book: Vec::new(),
            reason: None,
            actor: "office".into(),
        }
    }

    fn load(&self, need: &Need, slice: &mut Slice) {
        let there = self.cells.values();
        match need {
            Need::Cell(what, key) => {
                let found = self.cells.get(&(*what, key.clone())).cloned();
                found.into_iter().for_each(|cell| slice.insert(cell));
            }
            Need::Under(what, start) => there
                .filter(|cell| cell.what == *what && cell.key.starts_with(start))
                .for_each(|cell| slice.insert(cell.clone())),
            Need::All(what) => there
                .filter(|cell| cell.what == *what)
                .for_each(|cell| slice.insert(cell.clone())),
            Need::Due { party } => {
                let due = there
                    .filter(|cell| cell.what == What::Assignment && cell.key[1] == *party)
                    .filter(|cell| {
                        let state = cell.record.as_ref().and_then(|record| record[0].as_deref());
                        state == Some("due")
                    })
                    .map(|cell| cell.key[2].clone());
                slice.set_due(party.clone(), due.collect());
            }
            Need::InUse => {
                let used = there
                    .filter(|cell| cell.record.is_some())
                    .filter_map(|cell| match cell.what {
                        What::Round | What::Organisation | What::Level | What::Places => None,
                        What::Event => cell.record.as_ref()?[0].clone(),
                        _ => cell.key.first().cloned(),
                    });
                slice.set_in_use(used);
            }
            Need::PastOperations { actor } => {
                let own = self.book.iter().rev().map(|(operation, _)| operation);
                slice.set_past(own.filter(|one| one.actor == *actor).cloned().collect());
            }
            Need::Touched { seq } => {
                let (_, changes) = &self.book[*seq as usize - 1];
                for change in changes {
                    self.load(&Need::Cell(change.what, change.key.clone()), slice);
                    if change.what == What::Mark {
                        let sheet = change.key[..3].to_vec();
                        self.load(&Need::Cell(What::Sheet, sheet), slice);
                    }
                }
                slice.set_changes(*seq, changes.clone());
            }
        }
    }

    /// Loads what is needed, and no more, and decides.
    pub(super) fn decide(&self, command: &Command) -> Result<Decision, Refusal> {
        let plan = Plan::new(&self.scheme);
        let context = Context {
            plan: &plan,
            scheme_hash: "00",
            round: "2026",
            actor: &self.actor,
            reason: self.reason.as_deref(),
            limits: Limits::default(),
        };
        let mut slice = Slice::default();
        for need in needs(command, Some(&context)) {
            self.load(&need, &mut slice);
        }
        for need in further_needs(command, &slice) {
            self.load(&need, &mut slice);
        }
        assert_eq!(further_needs(command, &slice), []);
        decide(&context, &slice, command)
    }

    /// Decides, and writes what was decided; a refusal is a failed test.
    pub(super) fn done(&mut self, command: &Command) -> Vec<Change> {
        let decision = self.decide(command).unwrap();
        for change in &decision.changes {
            let place = (change.what, change.key.clone());
            let revision = self.cells.get(&place).map_or(0, |cell| cell.revision);
            let old = self.cells.get(&place).and_then(|cell| cell.record.clone());
            assert_eq!((revision, &old), (change.old_revision, &change.old));
            assert_eq!(change.new_revision, revision + 1);
            assert_ne!(change.old, change.new);
            let cell = Cell {
                what: change.what,
                key: change.key.clone(),
                record: change.new.clone(),
                revision: change.new_revision,
            };
            self.cells.insert(place, cell);
        }
        if !decision.changes.is_empty() {
            let operation = PastOperation {
                seq: self.book.len() as u64 + 1,
                actor: self.actor.clone(),
                kind: decision.kind.into(),
                undoes: decision.undoes,
            };
            self.book.push((operation, decision.changes.clone()));
        }
        decision.changes
    }

    pub(super) fn written(&mut self, writes: Vec<Write>) -> Vec<Change> {
        self.done(&Command::Write(writes))
    }

    pub(super) fn refused(&self, command: &Command) -> Refusal {
        self.decide(command).unwrap_err()
    }

    pub(super) fn refused_write(&self, write: Write) -> Refusal {
        self.refused(&Command::Write(vec![write]))
    }

    pub(super) fn record(&self, what: What, key: &[&str]) -> Option<Record> {
        self.cells.get(&(what, texts(key)))?.record.clone()
    }

    pub(super) fn sheet(&self, key: &[&str]) -> Option<SheetRecord> {
        SheetRecord::read(&self.record(What::Sheet, key)?).ok()
    }

    pub(super) fn state(&self, key: &[&str]) -> Option<SheetState> {
        self.sheet(key).map(|sheet| sheet.state)
    }

    /// What is there, without revisions.
    pub(super) fn records(&self) -> BTreeMap<(What, Key), Record> {
        let there = self.cells.iter();
        there
            .filter_map(|(place, cell)| Some((place.clone(), cell.record.clone()?)))
            .collect()
    }
}
