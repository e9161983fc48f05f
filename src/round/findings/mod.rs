//! Findings before publication (公示前核查): what is missing, and what looks wrong. One
//! organisation at a time; what looks across organisations keeps a small account.

mod ballots;
mod distances;
mod documents;
mod finding;
mod group;
mod missing;
mod notes;
mod patterns;
mod places;

use std::collections::HashMap;

pub use finding::{Finding, FindingKind, FindingWeight};
pub use group::grouped;
pub use places::PlacesSought;

use self::places::Standings;
use super::{Cell, OrganisationRecord, Record, What, assemble};
use crate::number::Figure;
use crate::scheme::{Combine, Method, PartyIndex, Scheme};
use crate::scoring::{
    OrganisationFigures, OrganisationInput, Plan, SheetInput, Standing, Step, Trace, VetoState, own,
};

/// What is looked through of one organisation.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// All of its cells, its own among them, in any order.
    pub cells: &'a [Cell],
    /// Its marks in the round of the year before; none where there was no such round.
    pub last_year: &'a [Cell],
    /// The code of the ancestor within which it is ranked (G5).
    pub cohort: Option<&'a str>,
    /// From the last ranking.
    pub standing: &'a Standing,
}

/// The findings of a round, while its organisations are looked through.
pub struct Findings<'a> {
    plan: &'a Plan<'a>,
    year: i32,
    found: Vec<Finding>,
    /// Complete sheets of a rater, whether all of them have full marks, and code and name of the
    /// first organisation.
    full: HashMap<(PartyIndex, String), (u32, bool, String, String)>,
    /// Code and name of where a document was seen first, and whether it has been told.
    documents: HashMap<String, (String, String, bool)>,
    standings: Standings,
}

/// Everything of one organisation, worked out.
struct Sight<'a> {
    code: &'a str,
    name: String,
    cells: &'a [Cell],
    last_year: &'a [Cell],
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

    fn listens_to_sheets(&self) -> bool {
        false
    }
}

impl Sight<'_> {
    fn finding(&self, weight: FindingWeight, kind: FindingKind) -> Finding {
        Finding {
            organisation: Some(self.code.to_owned()),
            name: Some(self.name.clone()),
            ..Finding::of_round(weight, kind)
        }
    }

    /// The sheets that are begun and have part in the calculation (P7).
    fn sheets(&self) -> impl Iterator<Item = &SheetInput> {
        self.input.sheets.iter().filter(|sheet| !sheet.recused)
    }

    /// How many sheets of a party are begun, by one rater or by all.
    fn begun(&self, party: PartyIndex, rater: Option<&str>) -> usize {
        let of_party = self.sheets().filter(|sheet| sheet.party == party);
        of_party
            .filter(|sheet| rater.is_none_or(|rater| rater == sheet.rater))
            .count()
    }

    /// Whether the outcome waits for this party: there is no composite without it, or, of levels
    /// of review, it stands on an earlier one.
    fn lacks(&self, scheme: &Scheme, party: PartyIndex) -> bool {
        let mut parties = self.figures.parties.iter();
        let last = parties.rposition(|figures| figures.score.is_some());
        let scored = self.figures.parties.get(party.position());
        let no_score = scored.is_none_or(|figures| figures.score.is_none());
        let asked_for = match scheme.combine {
            Combine::Weighted => !scheme.party(party).weight.is_zero(),
            Combine::Latest => last.is_none_or(|last| party.position() > last),
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
            standings: Standings::default(),
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
            last_year: sought.last_year,
            input: &input,
            figures: &figures,
            totals: totals.0,
        };
        self.look_at_progress(&sight);
        self.look_at_patterns(&sight);
        self.look_at_distances(&sight);
        self.look_at_ballots(&sight);
        self.look_at_vetoes(&sight);
        self.look_at_standing(&sight, sought);
        self.look_at_notes(&sight);
        self.look_at_adjustments(&sight);
        self.look_at_events(&sight);
    }

    /// All findings, once every organisation was looked through; `places` are those of every
    /// cohort and track.
    #[must_use]
    pub fn finish(mut self, places: &[PlacesSought]) -> Vec<Finding> {
        self.tell_always_full();
        self.tell_standings(places);
        self.found
    }

    fn look_at_vetoes(&mut self, sight: &Sight<'_>) {
        for standing in &sight.figures.vetoes {
            if standing.state == VetoState::Proposed {
                let veto = self.plan.scheme().veto(standing.veto);
                let finding = sight.finding(FindingWeight::Must, FindingKind::VetoProposed);
                let facts = [veto.id.clone(), veto.title.clone()];
                self.found.push(finding.saying(facts));
            }
        }
    }
}

/// The self-rating and the superior's rating: the parties of these ids, or else, where the
/// scheme sets a limit between them, the first and the last party that fills sheets.
fn self_and_superior(scheme: &Scheme, sight: &Sight<'_>) -> Option<(PartyIndex, PartyIndex)> {
    let fills = |party: &PartyIndex| matches!(scheme.party(*party).method, Method::Sheet(_));
    let parties: Vec<PartyIndex> = scheme.parties_of(sight.input.track).filter(fills).collect();
    let of_id = |party: &PartyIndex, id: &str| scheme.party(*party).id == id;
    let named = |id: &str| parties.iter().copied().find(|party| of_id(party, id));
    if let (Some(own), Some(superior)) = (named("self"), named("superior")) {
        return Some((own, superior));
    }
    scheme.findings.self_above_superior?;
    let (first, last) = (*parties.first()?, *parties.last()?);
    (first != last).then_some((first, last))
}
