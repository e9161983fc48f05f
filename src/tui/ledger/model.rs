//! The events as they were read, those that are listed, and what is under way.

use std::collections::{BTreeMap, HashMap};

use super::chair::{Chair, Stage};
use super::declare::Draft;
use super::trial::Trial;
use crate::round::{Cell, EventRecord, OrganisationRecord, What, event_points};
use crate::scoring::Plan;
use crate::tui::list::{Keyed, List, Names, Writing};
use crate::tui::message::Ticket;
use crate::tui::session::OpenRound;

/// An event as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    pub record: EventRecord,
    pub revision: u64,
    /// What it brings (P5), counting or not.
    pub points: String,
    pub stage: Stage,
}

impl Keyed for Row {
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }
}

/// Whose events are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Code of the organisation.
    pub organisation: String,
    /// One of its persons; none: all of the organisation.
    pub member: Option<String>,
}

impl Subject {
    pub(super) fn has(&self, record: &EventRecord) -> bool {
        let member = self.member.is_none() || record.member == self.member;
        record.organisation == self.organisation && member
    }
}

/// Which events are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub stage: Option<Stage>,
    pub subject: Option<Subject>,
}

impl Filter {
    pub fn passes(&self, row: &Row) -> bool {
        self.stage.is_none_or(|stage| stage == row.stage)
            && self
                .subject
                .as_ref()
                .is_none_or(|subject| subject.has(&row.record))
    }
}

/// The screen.
#[derive(Debug, Default)]
pub struct Ledger {
    /// None: not yet read.
    pub(super) all: Option<Vec<Row>>,
    /// How many there are at each stage.
    pub(super) counts: BTreeMap<Stage, usize>,
    pub(super) list: List<Row>,
    pub(super) filter: Filter,
    /// What the codes of the find popup stand for.
    pub(super) findable: HashMap<String, Subject>,
    pub(super) names: Names,
    /// Codes and records of the organisations, to read what is typed by.
    pub(super) organisations: Vec<(String, OrganisationRecord)>,
    pub(super) reading: Option<Ticket>,
    pub(super) chair: Option<Chair>,
    pub(super) recalling: Option<Ticket>,
    /// The command to go on with once a chair is taken.
    pub(super) after_chair: Option<&'static str>,
    pub(super) writing: Writing,
    /// Ids and revisions that were named in the question about many.
    pub(super) many: HashMap<String, u64>,
    /// The event that is being declared, or declared anew.
    pub(super) draft: Option<Draft>,
    /// The one that was handed over last: where it is refused, its form comes back.
    pub(super) handed: Option<Draft>,
    /// Why the last one was sent back, until that is stored.
    pub(super) reason: String,
    /// Events that were declared here: the list goes to them once they are read.
    pub(super) wanted: Option<String>,
    pub(super) looking_back: Option<(Ticket, String)>,
    pub(super) trial: Trial,
}

impl Ledger {
    /// The events of one organisation, or of one of its persons.
    #[must_use]
    pub fn of(subject: Subject) -> Self {
        Self {
            filter: Filter {
                stage: None,
                subject: Some(subject),
            },
            ..Self::default()
        }
    }

    /// The event under the hand.
    pub(super) fn selected(&self) -> Option<&Row> {
        self.list.selected()
    }

    /// Takes the events as they were read: values change where they stand.
    pub(super) fn take(&mut self, cells: &[Cell], round: &OpenRound) {
        let organisations = cells.iter().filter(|cell| cell.what == What::Organisation);
        let record = |cell: &Cell| {
            let record = OrganisationRecord::read(cell.record.as_ref()?).ok()?;
            Some((cell.key.first()?.clone(), record))
        };
        self.organisations = organisations.filter_map(record).collect();
        let rows = rows(cells, round);
        self.counts = counts(&rows);
        if self.all.is_some() {
            let filter = self.filter.clone();
            self.list.update(rows.clone(), |row| filter.passes(row));
            self.all = Some(rows);
        } else {
            self.all = Some(rows);
            self.arrange();
        }
        if let Some(wanted) = self.wanted.take() {
            self.list.select(&wanted);
        }
    }

    /// Lists anew, by the filter.
    pub(super) fn arrange(&mut self) {
        let all = self.all.as_deref().unwrap_or_default();
        let listed = all.iter().filter(|row| self.filter.passes(row));
        self.list.arrange(listed.cloned().collect());
    }
}

/// How many events there are at each stage.
fn counts(rows: &[Row]) -> BTreeMap<Stage, usize> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row.stage).or_default() += 1;
    }
    counts
}

/// Events, the newest first; those of one day by their ids.
fn rows(cells: &[Cell], round: &OpenRound) -> Vec<Row> {
    let plan = Plan::new(&round.scheme);
    let reviewers = round.scheme.reviewers().len();
    let row = |cell: &Cell| {
        let record = EventRecord::read(cell.record.as_ref()?).ok()?;
        let points = event_points(&plan, &record);
        Some(Row {
            id: cell.key.first()?.clone(),
            points: points.map_or_else(String::new, |points| points.to_string()),
            stage: Stage::of(record.state, reviewers),
            record,
            revision: cell.revision,
        })
    };
    let events = cells.iter().filter(|cell| cell.what == What::Event);
    let mut rows: Vec<Row> = events.filter_map(row).collect();
    rows.sort_by(|one, other| {
        let later = other.record.date.cmp(&one.record.date);
        later.then_with(|| one.id.cmp(&other.id))
    });
    rows
}
