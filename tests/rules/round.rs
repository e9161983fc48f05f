//! A round in a few lines: a scheme's text, organisations with what was entered for them, and
//! the figures that come of it.

use pingxing::number::Figure;
use pingxing::round::{
    AdjustmentRecord, AssignmentRecord, AssignmentState, BallotRecord, Cell, EventRecord,
    EventState, LevelRecord, MarkRecord, OrganisationRecord, SheetRecord, SheetState, VetoRecord,
    What, assemble,
};
use pingxing::scheme::{MemberKind, Scheme};
use pingxing::scoring::{
    Contender, Leaders, OrganisationFigures, Plan, Recording, Silent, Standing, Step, VetoState,
    own, place, relate, settle,
};

/// A scheme in which only what a test is about is written out.
pub fn scheme(head: &str, body: &str) -> Scheme {
    let text = format!(
        "format = 1\n[scheme]\nid = \"test\"\ntitle = \"试\"\nversion = \"1\"\nbasis = \"试\"\n{head}\n{body}"
    );
    match pingxing::scheme::parse(&text) {
        Ok(checked) => checked.scheme,
        Err(faults) => panic!("{faults:#?}\n{text}"),
    }
}

/// Levels five 90, four 80, three 60, none; thresholds.
pub const LEVELS: &str = r#"
[grading]
rule = "thresholds"
[[level]]
id = "five"
title = "五星"
min = 90
[[level]]
id = "four"
title = "四星"
min = 80
[[level]]
id = "three"
title = "三星"
min = 60
[[level]]
id = "none"
title = "无星"
"#;

/// One sheet party.
pub const SUPERIOR: &str = r#"
[[party]]
id = "superior"
title = "上级"
method = "sheet"
weight = 1
"#;

/// Two categories of 60 and 40; the second may not apply at all.
pub const TWO_CATEGORIES: &str = r#"
[[category]]
id = "A"
title = "甲"
[[category.item]]
id = "A1"
title = "一"
points = 60
[[category]]
id = "B"
title = "乙"
[[category.item]]
id = "B1"
title = "二"
points = 40
optional = true
"#;

/// One sheet party and one item of 100 points, so that a mark is the composite.
pub const ONE_ITEM: &str = r#"
[[party]]
id = "superior"
title = "上级"
method = "sheet"
weight = 1
[[category]]
id = "A"
title = "大类"
[[category.item]]
id = "A1"
title = "指标"
points = 100
"#;

/// An organisation and what was entered for it.
#[derive(Debug, Clone)]
pub struct Organisation {
    pub code: String,
    record: OrganisationRecord,
    cells: Vec<Cell>,
    order: Option<u32>,
    newest: Option<&'static str>,
}

/// A cell of revision 1.
fn cell(what: What, key: &[&str], record: Vec<Option<String>>) -> Cell {
    let key = key.iter().map(|part| (*part).to_owned()).collect();
    Cell {
        what,
        key,
        record: Some(record),
        revision: 1,
    }
}

impl Organisation {
    pub fn new(code: &str) -> Self {
        let record = OrganisationRecord {
            name: code.to_owned(),
            kind: None,
            parent: None,
            track: Some("all".to_owned()),
            previous: None,
            declared: None,
            position: 1,
        };
        Self {
            code: code.to_owned(),
            record,
            cells: Vec::new(),
            order: None,
            newest: None,
        }
    }

    pub fn previous(mut self, level: &str) -> Self {
        self.record.previous = Some(level.to_owned());
        self
    }

    pub fn declared(mut self, level: &str) -> Self {
        self.record.declared = Some(level.to_owned());
        self
    }

    /// The newest level known, where the list states none.
    pub fn newest(mut self, level: &'static str) -> Self {
        self.newest = Some(level);
        self
    }

    /// The decided order within a tie.
    pub fn order(mut self, order: u32) -> Self {
        self.order = Some(order);
        self
    }

    fn with(mut self, what: What, key: &[&str], record: Vec<Option<String>>) -> Self {
        let code = self.code.clone();
        let key: Vec<&str> = std::iter::once(code.as_str())
            .chain(key.iter().copied())
            .collect();
        self.cells.push(cell(what, &key, record));
        self
    }

    /// Entries as `A1: 5; A2: a=1 b=2`, on a sheet that is submitted.
    pub fn sheet(self, party: &str, rater: &str, entries: &str) -> Self {
        self.sheet_in(party, rater, entries, SheetState::Submitted)
    }

    pub fn sheet_in(self, party: &str, rater: &str, entries: &str, state: SheetState) -> Self {
        let mut found = self.with(
            What::Sheet,
            &[party, rater],
            SheetRecord {
                state,
                reason: None,
                imported: false,
            }
            .write(),
        );
        for pair in entries.split(';').filter(|pair| !pair.trim().is_empty()) {
            let (item, entry) = pair.split_once(':').expect("item: entry");
            let entry = Some(entry.trim().to_owned());
            let record = MarkRecord {
                entry,
                note: None,
                flagged: false,
            }
            .write();
            found = found.with(What::Mark, &[party, rater, item.trim()], record);
        }
        found
    }

    pub fn recused(self, party: &str, rater: &str) -> Self {
        let record = AssignmentRecord {
            state: AssignmentState::Recused,
            reason: None,
        };
        self.with(What::Assignment, &[party, rater], record.write())
    }

    /// Counts as `A 41; B 12; abstain 2` on one question.
    pub fn ballots(mut self, party: &str, question: &str, counts: &str) -> Self {
        for pair in counts.split(';') {
            let (option, count) = pair.trim().split_once(' ').expect("option count");
            let record = BallotRecord {
                count: count.parse().expect("a count"),
            }
            .write();
            self = self.with(What::Ballot, &[party, question, option], record);
        }
        self
    }

    pub fn veto(self, veto: &str, state: VetoState) -> Self {
        let document = Some("纪〔2026〕1号".to_owned());
        let record = VetoRecord {
            state,
            document,
            date: None,
            note: None,
        };
        self.with(What::Veto, &[veto], record.write())
    }

    pub fn adjustment(self, adjustment: &str, document: &str, count: u64) -> Self {
        let record = AdjustmentRecord { count, note: None };
        self.with(What::Adjustment, &[adjustment, document], record.write())
    }

    /// An event; `member` as `officer 3号`.
    pub fn event(mut self, member: &str, item: &str, count: u64, state: EventState) -> Self {
        let member = member.split_once(' ');
        let kind = member.map(|(kind, _)| kind.parse::<MemberKind>().expect("a kind"));
        let record = EventRecord {
            organisation: self.code.clone(),
            member: member.map(|(_, name)| name.to_owned()),
            kind,
            item: item.to_owned(),
            date: None,
            count,
            points: None,
            document: None,
            state,
            reason: None,
        };
        let id = format!("{}-{}", self.code, self.cells.len());
        self.cells.push(cell(What::Event, &[&id], record.write()));
        self
    }

    pub fn earlier(self, year: &str, level: &str) -> Self {
        self.with(
            What::Level,
            &[year],
            LevelRecord {
                level: level.to_owned(),
            }
            .write(),
        )
    }
}

/// What became of an organisation.
#[derive(Debug, Clone)]
pub struct Outcome {
    pub figures: OrganisationFigures,
    pub standing: Standing,
    pub steps: Vec<Step>,
}

pub fn text(figure: Option<Figure>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| figure.to_string())
}

impl Outcome {
    pub fn composite(&self) -> String {
        text(self.figures.composite)
    }

    pub fn bounds(&self) -> (String, String) {
        (text(self.figures.low), text(self.figures.high))
    }

    pub fn party(&self, position: usize) -> String {
        text(self.figures.parties[position].score)
    }

    pub fn category(&self, position: usize) -> String {
        text(self.figures.categories[position])
    }

    pub fn level<'a>(&self, scheme: &'a Scheme) -> &'a str {
        self.standing
            .level
            .map_or("–", |level| scheme.level(level).id.as_str())
    }
}

/// Scores organisations that form one cohort, in the order given.
pub fn score(scheme: &Scheme, organisations: &[Organisation]) -> Vec<Outcome> {
    score_with(scheme, organisations, &[])
}

/// The same with places sent down from above.
pub fn score_with(
    scheme: &Scheme,
    organisations: &[Organisation],
    stated: &[Option<u64>],
) -> Vec<Outcome> {
    let plan = Plan::new(scheme);
    let mut leaders = Leaders::new(&plan);
    let mut outcomes: Vec<Outcome> = organisations
        .iter()
        .map(|organisation| {
            let newest = organisation
                .newest
                .and_then(|level| scheme.find_level(level));
            let own_cell = cell(
                What::Organisation,
                &[&organisation.code],
                organisation.record.write(),
            );
            let cells = std::iter::once(&own_cell).chain(&organisation.cells);
            let input = assemble(&plan, cells, 2026, newest).expect("a rated organisation");
            let mut recording = Recording::default();
            let figures = own(&plan, &input, &mut recording);
            assert_eq!(
                figures,
                own(&plan, &input, &mut Silent),
                "listening changes nothing"
            );
            leaders.meet(&figures);
            Outcome {
                figures,
                standing: Standing::default(),
                steps: recording.steps,
            }
        })
        .collect();
    for outcome in &mut outcomes {
        relate(&plan, &leaders, &mut outcome.figures, &mut Silent);
    }
    let contenders: Vec<Contender> = outcomes
        .iter()
        .zip(organisations)
        .map(|(outcome, organisation)| Contender {
            figures: &outcome.figures,
            order: organisation.order,
        })
        .collect();
    let placed = place(&plan, &contenders, stated, None, &mut Silent);
    for (outcome, standing) in outcomes.iter_mut().zip(placed.standings) {
        settle(&plan, &mut outcome.figures, &standing, &mut Silent);
        outcome.standing = standing;
    }
    outcomes
}

/// Levels of organisations that have nothing but a composite, through the scheme [`ONE_ITEM`].
pub fn levels(scheme: &Scheme, organisations: &[Organisation]) -> Vec<String> {
    let outcomes = score(scheme, organisations);
    outcomes
        .iter()
        .map(|outcome| outcome.level(scheme).to_owned())
        .collect()
}

/// An organisation with one mark on the scheme [`ONE_ITEM`].
pub fn with_mark(code: &str, mark: &str) -> Organisation {
    Organisation::new(code).sheet("superior", "考评一组", &format!("A1: {mark}"))
}
