//! Findings before publication (公示前核查): what is missing, and what looks wrong. One
//! organisation at a time; what looks across organisations keeps a small account.

mod finding;
mod sheets;

use std::collections::{HashMap, HashSet};

pub use finding::{Finding, FindingKind, FindingWeight};

use super::{
    Cell, EventRecord, MarkRecord, OrganisationRecord, Record, SheetRecord, SheetState, What,
    assemble,
};
use crate::number::Figure;
use crate::scheme::{Combine, Item, LevelIndex, Method, PartyIndex, Scheme, TrackIndex};
use crate::scoring::{
    BallotSlot, Entry, Mark, OrganisationFigures, OrganisationInput, Plan, Standing, Step, Trace,
    VetoState, own,
};

/// From how many sheets on it tells that a rater gives everyone full marks.
const SHEETS_TO_TELL: u32 = 3;

/// What is looked through of one organisation.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// All of its cells, its own among them, in any order.
    pub cells: &'a [Cell],
    /// The code of the ancestor within which it is ranked (G5).
    pub cohort: Option<&'a str>,
    /// From the last ranking.
    pub standing: &'a Standing,
}

/// The places of one cohort and track (G3, G4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesSought {
    /// Code of the ancestor within which places are shared (G5).
    pub cohort: Option<String>,
    pub track: TrackIndex,
    /// One for each level; none: no limit.
    pub places: Vec<Option<u64>>,
}

/// The findings of a round, while its organisations are looked through.
pub struct Findings<'a> {
    plan: &'a Plan<'a>,
    year: i32,
    found: Vec<Finding>,
    /// Complete sheets of a rater, and whether all of them have full marks.
    full: HashMap<(PartyIndex, String), (u32, bool)>,
    /// Where a document was seen first, and whether it has been told.
    documents: HashMap<String, (String, bool)>,
    taken: HashMap<(Option<String>, TrackIndex, LevelIndex), u64>,
}

/// Everything of one organisation, worked out.
struct Sight<'a> {
    code: &'a str,
    name: String,
    cells: &'a [Cell],
    input: &'a OrganisationInput,
    figures: &'a OrganisationFigures,
    /// The totals of each party's counting sheets, highest first.
    totals: Vec<(PartyIndex, Vec<Figure>)>,
}

/// Keeps the totals of counting sheets from the steps of a calculation.
#[derive(Default)]
struct Totals(Vec<(PartyIndex, Vec<Figure>)>);

impl Trace for Totals {
    fn step(&mut self, make: impl FnOnce() -> Step) {
        if let Step::Gathered { party, totals, .. } = make() {
            self.0.push((party, totals));
        }
    }

    fn listens(&self) -> bool {
        true
    }
}

impl Sight<'_> {
    fn finding(&self, weight: FindingWeight, kind: FindingKind) -> Finding {
        Finding {
            weight,
            kind,
            organisation: Some(self.code.to_owned()),
            name: Some(self.name.clone()),
            party: None,
            rater: None,
            item: None,
            facts: Vec::new(),
        }
    }

    /// Whether the organisation has no composite for the want of this party.
    fn lacks(&self, scheme: &Scheme, party: PartyIndex) -> bool {
        let scored = self.figures.parties.get(party.position());
        let no_score = scored.is_none_or(|figures| figures.score.is_none());
        let asked_for = match scheme.combine {
            Combine::Weighted => !scheme.party(party).weight.is_zero(),
            Combine::Latest => !self.figures.complete,
            Combine::Best => false,
        };
        no_score && asked_for && !self.figures.unrated
    }

    /// What is missing blocks publication only where the outcome waits for it.
    fn weight(&self, scheme: &Scheme, party: PartyIndex) -> FindingWeight {
        if self.lacks(scheme, party) {
            FindingWeight::Must
        } else {
            FindingWeight::Check
        }
    }
}

/// The record of a cell, typed.
fn records<'a, T: 'a>(
    cells: &'a [Cell],
    what: What,
    read: impl Fn(&Record) -> Option<T> + 'a,
) -> impl Iterator<Item = (&'a [String], T)> + 'a {
    let of_kind = cells.iter().filter(move |cell| cell.what == what);
    of_kind.filter_map(move |cell| Some((cell.key.as_slice(), read(cell.record.as_ref()?)?)))
}

impl<'a> Findings<'a> {
    /// Findings of a round of this year.
    #[must_use]
    pub fn new(plan: &'a Plan<'a>, year: i32) -> Self {
        Self {
            plan,
            year,
            found: Vec::new(),
            full: HashMap::new(),
            documents: HashMap::new(),
            taken: HashMap::new(),
        }
    }

    /// Looks one organisation through; one that is not rated has nothing to find.
    pub fn look(&mut self, sought: &Sought<'_>) {
        let Some(input) = assemble(self.plan, sought.cells, self.year, None) else {
            return;
        };
        let read = |record: &Record| OrganisationRecord::read(record).ok();
        let Some((key, record)) = records(sought.cells, What::Organisation, read).next() else {
            return;
        };
        let mut totals = Totals::default();
        let figures = own(self.plan, &input, &mut totals);
        let sight = Sight {
            code: key.first().map_or("", String::as_str),
            name: record.name,
            cells: sought.cells,
            input: &input,
            figures: &figures,
            totals: totals.0,
        };
        self.look_at_sheets(&sight);
        self.look_at_ballots(&sight);
        self.look_at_vetoes(&sight);
        self.look_at_standing(&sight, sought);
        self.look_at_notes(&sight);
        self.look_at_documents(&sight);
    }

    /// All findings, once every organisation was looked through; `places` are those of every
    /// cohort and track.
    #[must_use]
    pub fn finish(mut self, places: &[PlacesSought]) -> Vec<Finding> {
        self.tell_always_full();
        self.tell_open_places(places);
        self.found
    }

    fn look_at_ballots(&mut self, sight: &Sight<'_>) {
        let scheme = self.plan.scheme();
        for party in scheme.parties_of(sight.input.track) {
            let Method::Ballot(form) = &scheme.party(party).method else {
                continue;
            };
            let mut fewest: Option<u64> = None;
            for question in 0..form.questions.len() {
                let (returned, issued) = counted(sight.input, party, question);
                fewest = Some(fewest.map_or(returned, |least| least.min(returned)));
                if let Some(issued) = issued.filter(|issued| *issued < returned) {
                    let kind = FindingKind::BallotsDoNotAddUp;
                    let mut finding = sight.finding(FindingWeight::Check, kind);
                    finding.party = Some(scheme.party(party).id.clone());
                    finding.facts = vec![issued.to_string(), returned.to_string()];
                    self.found.push(finding);
                }
            }
            let scored = sight.figures.parties.get(party.position());
            if scored.is_none_or(|figures| figures.score.is_none()) {
                let weight = sight.weight(scheme, party);
                let mut finding = sight.finding(weight, FindingKind::TooFewBallots);
                finding.party = Some(scheme.party(party).id.clone());
                finding.facts = vec![fewest.unwrap_or(0).to_string(), form.at_least.to_string()];
                self.found.push(finding);
            }
        }
    }

    fn look_at_vetoes(&mut self, sight: &Sight<'_>) {
        for standing in &sight.figures.vetoes {
            if standing.state == VetoState::Proposed {
                let veto = self.plan.scheme().veto(standing.veto);
                let kind = FindingKind::VetoProposed;
                let mut finding = sight.finding(FindingWeight::Must, kind);
                finding.facts = vec![veto.id.clone(), veto.title.clone()];
                self.found.push(finding);
            }
        }
    }

    fn look_at_standing(&mut self, sight: &Sight<'_>, sought: &Sought<'_>) {
        if sought.standing.tie {
            let mut finding = sight.finding(FindingWeight::Must, FindingKind::Tie);
            let rank = sought.standing.rank.map(|rank| rank.to_string());
            finding.facts = rank.into_iter().collect();
            self.found.push(finding);
        }
        if let Some(level) = sought.standing.filled {
            let cohort = sought.cohort.map(str::to_owned);
            *self
                .taken
                .entry((cohort, sight.input.track, level))
                .or_default() += 1;
        }
    }

    /// What raters flagged, and where they left out a note that the scheme asks for.
    fn look_at_notes(&mut self, sight: &Sight<'_>) {
        let read = |record: &Record| MarkRecord::read(record).ok();
        for (key, mark) in records(sight.cells, What::Mark, read) {
            let [_, party, rater, id] = key else { continue };
            let item = self.plan.scheme().items.iter().find(|item| item.id == *id);
            let lacking = item.is_some_and(|item| self.lacks_note(item, &mark));
            let told = [
                (mark.flagged, FindingKind::Flagged),
                (lacking, FindingKind::NoteMissing),
            ];
            for (_, kind) in told.into_iter().filter(|(told, _)| *told) {
                let mut finding = sight.finding(FindingWeight::Check, kind);
                finding.party = Some(party.clone());
                finding.rater = Some(rater.clone());
                finding.item = (id != "*").then(|| id.clone());
                self.found.push(finding);
            }
        }
    }

    fn lacks_note(&self, item: &Item, mark: &MarkRecord) -> bool {
        if mark.note.is_some() || !(item.evidence || item.reason_below_full) {
            return false;
        }
        let decimals = self.plan.scheme().decimals;
        let entry = mark.entry.as_deref();
        let Some(Ok(entry)) = entry.map(|text| Entry::parse(text, item, decimals)) else {
            return false;
        };
        let value = Mark::of(self.plan, item, &entry).value();
        value.is_some_and(|value| item.evidence || value < item.points.into())
    }

    fn look_at_documents(&mut self, sight: &Sight<'_>) {
        let mut own: HashSet<&str> = HashSet::new();
        for (key, ()) in records(sight.cells, What::Adjustment, |_| Some(())) {
            let [_, adjustment, document] = key else {
                continue;
            };
            if document == "*" {
                let kind = FindingKind::AdjustmentPending;
                let mut finding = sight.finding(FindingWeight::Check, kind);
                finding.item = Some(adjustment.clone());
                self.found.push(finding);
            } else if !own.insert(document) {
                self.tell_document(sight, FindingWeight::Check, adjustment, document);
            } else if self.seen_elsewhere(sight.code, document) {
                self.tell_document(sight, FindingWeight::Note, adjustment, document);
            }
        }
        let read = |record: &Record| EventRecord::read(record).ok();
        let mut events = HashSet::new();
        for (_, event) in records(sight.cells, What::Event, read) {
            let Some(document) = event.document else {
                continue;
            };
            // One document may well name several persons, or earn on several items.
            if !events.insert((event.member, event.item.clone(), document.clone())) {
                self.tell_document(sight, FindingWeight::Check, &event.item, &document);
            }
        }
    }

    /// Whether another organisation has the document; told once a document.
    fn seen_elsewhere(&mut self, code: &str, document: &str) -> bool {
        match self.documents.get_mut(document) {
            None => {
                let first = (code.to_owned(), false);
                self.documents.insert(document.to_owned(), first);
                false
            }
            Some((first, told)) => {
                let tell = first != code && !*told;
                *told |= tell;
                tell
            }
        }
    }

    fn tell_document(&mut self, sight: &Sight<'_>, weight: FindingWeight, item: &str, doc: &str) {
        let mut finding = sight.finding(weight, FindingKind::DocumentTwice);
        finding.item = Some(item.to_owned());
        finding.facts = vec![doc.to_owned()];
        self.found.push(finding);
    }

    fn tell_always_full(&mut self) {
        let always = self
            .full
            .drain()
            .filter(|(_, (sheets, full))| *full && *sheets >= SHEETS_TO_TELL);
        let mut always: Vec<_> = always.map(|(rater, (sheets, _))| (rater, sheets)).collect();
        always.sort();
        for ((party, rater), sheets) in always {
            self.found.push(Finding {
                weight: FindingWeight::Check,
                kind: FindingKind::AlwaysFull,
                organisation: None,
                name: None,
                party: Some(self.plan.scheme().party(party).id.clone()),
                rater: Some(rater),
                item: None,
                facts: vec![sheets.to_string()],
            });
        }
    }

    fn tell_open_places(&mut self, places: &[PlacesSought]) {
        let scheme = self.plan.scheme();
        for sought in places {
            for (position, places) in sought.places.iter().enumerate() {
                let level = LevelIndex::at(position);
                let place = (sought.cohort.clone(), sought.track, level);
                let taken = self.taken.get(&place).copied().unwrap_or(0);
                let Some(places) = places.filter(|places| *places > taken) else {
                    continue;
                };
                if level >= scheme.last_level() {
                    continue;
                }
                self.found.push(Finding {
                    weight: FindingWeight::Note,
                    kind: FindingKind::PlacesOpen,
                    organisation: sought.cohort.clone(),
                    name: None,
                    party: None,
                    rater: None,
                    item: None,
                    facts: vec![
                        scheme.level(level).title.clone(),
                        places.to_string(),
                        taken.to_string(),
                    ],
                });
            }
        }
    }
}

/// Ballots returned on a question, and issued where that is known.
fn counted(input: &OrganisationInput, party: PartyIndex, question: usize) -> (u64, Option<u64>) {
    let (mut returned, mut issued) = (0_u64, None);
    for ballot in &input.ballots {
        if ballot.party == party && usize::from(ballot.question) == question {
            match ballot.slot {
                BallotSlot::Issued => issued = Some(ballot.count),
                _ => returned = returned.saturating_add(ballot.count),
            }
        }
    }
    (returned, issued)
}
