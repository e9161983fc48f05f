//! One organisation's own figures: parties → base → composite → bounds → what is in reach.

use smallvec::SmallVec;

use super::composite;
use super::party::{Gatherer, PartyWork};
use super::plan::Plan;
use super::trace::{Step, Trace};
use super::veto::{self, Looked};
use super::{
    CategoryFigures, OrganisationFigures, OrganisationInput, PartyFigures, Relative, SheetInput,
    ballot, ledger, reach,
};
use crate::number::Exact;
use crate::scheme::{CategoryIndex, Combine, ItemIndex, Method, PartyIndex, VetoIndex};

/// Scores of categories and sheets on their way; those of an ordinary round need no memory of
/// their own.
pub(super) type Scores = SmallVec<[Option<Exact>; 24]>;

/// Everything that the steps of [`own`] share.
pub(super) struct Work<'a> {
    pub plan: &'a Plan<'a>,
    pub input: &'a OrganisationInput,
    pub zeroed: Vec<(ItemIndex, VetoIndex)>,
    /// The parties of the track, in the order of the procedure.
    pub parties: SmallVec<[(PartyIndex, PartyWork); 4]>,
    /// The category scores of all parties (P8).
    pub scores: Scores,
}

/// Makes one organisation's figures from its inputs.
///
/// With `combine = "best"` the base and what follows from it wait for [`super::relate`].
#[must_use]
pub fn own(plan: &Plan, input: &OrganisationInput, trace: &mut impl Trace) -> OrganisationFigures {
    let mut work = Work {
        plan,
        input,
        zeroed: veto::zeroed(plan.scheme(), &input.vetoes),
        parties: SmallVec::new(),
        scores: Scores::new(),
    };
    work.score_parties(trace);
    work.finish(trace)
}

impl Work<'_> {
    /// What follows from the scores of the parties.
    fn finish(&mut self, trace: &mut impl Trace) -> OrganisationFigures {
        let plan = self.plan;
        let base = composite::base(self, trace);
        let net = composite::net(plan, &self.input.adjustments, trace);
        let incomplete = base.is_none() && plan.scheme().combine != Combine::Best;
        if incomplete {
            self.bound_parties();
        }
        let mut figures = self.figures(base.is_some(), &net);
        if let Some(base) = &base {
            let made = composite::composite(plan, base, &net, trace);
            figures.base = Some(plan.rounder().print(base));
            figures.composite = Some(made);
            (figures.low, figures.high) = (Some(made), Some(made));
        } else if incomplete && let Some((low, high)) = composite::bounds(self, &net, trace) {
            (figures.low, figures.high) = (Some(low), Some(high));
        }
        figures.categories = self.categories(trace);
        let looked = Looked {
            work: self,
            figures: &figures,
        };
        let vetoes = veto::standings(&looked, trace);
        veto::apply(plan.scheme(), self.input, vetoes, &mut figures, trace);
        reach::stars(self, &mut figures, trace);
        reach::levels(self, &mut figures);
        figures
    }

    /// A category's score, of a party (P8).
    pub(super) fn scored(&self, found: &PartyWork, slot: usize) -> Option<&Exact> {
        self.scores
            .get(found.categories.clone())?
            .get(slot)?
            .as_ref()
    }

    fn score_parties(&mut self, trace: &mut impl Trace) {
        let (plan, input) = (self.plan, self.input);
        let parties = plan.parties(input.track);
        let unscored = |party: &PartyIndex| (*party, PartyWork::default());
        self.parties = parties.iter().map(unscored).collect();
        self.scores.reserve(plan.category_room(input));
        for (party, work) in &mut self.parties {
            let party = *party;
            match &plan.scheme().party(party).method {
                Method::Ballot(form) => {
                    ballot::work(plan, party, form, &input.ballots, work, trace);
                }
                Method::Ledger(form) => {
                    work.score = Some(ledger::points(plan, party, form, &input.events, trace));
                }
                Method::Sheet(_) | Method::Mark(_) => {
                    let gatherer = Gatherer::new(plan, input.track, party, &self.zeroed);
                    if let Some(gatherer) = gatherer {
                        let sheets = sheets_of(input, party);
                        gatherer.work(sheets, &mut self.scores, work, trace);
                    }
                }
            }
        }
    }

    /// K5: bounds of the parties without a score.
    fn bound_parties(&mut self) {
        let track = self.input.track;
        for position in 0..self.parties.len() {
            let party = self.parties[position].0;
            if self.parties[position].1.score.is_some() {
                continue;
            }
            let mut work = std::mem::take(&mut self.parties[position].1);
            match Gatherer::new(self.plan, track, party, &self.zeroed) {
                Some(gatherer) => gatherer.bounds(sheets_of(self.input, party), &mut work),
                None => {
                    let full = Exact::from(self.plan.scheme().marks);
                    work.bounds = Some((Exact::zero(), full));
                }
            }
            self.parties[position].1 = work;
        }
    }

    /// K2: the last party that has a score.
    pub(super) fn latest(&self) -> Option<&(PartyIndex, PartyWork)> {
        self.parties
            .iter()
            .rev()
            .find(|(_, work)| work.score.is_some())
    }

    /// K6, one for each category of the scheme.
    fn categories(&self, trace: &mut impl Trace) -> CategoryFigures {
        let scheme = self.plan.scheme();
        let rounder = self.plan.rounder();
        let mut figures = CategoryFigures::from_elem(None, scheme.categories.len());
        for (position, figure) in figures.iter_mut().enumerate() {
            let category = CategoryIndex::at(position);
            let Some(score) = self.category(category, |found, slot| self.scored(found, slot))
            else {
                continue;
            };
            let score = rounder.print(&score);
            *figure = Some(score);
            trace.step(|| Step::Category { category, score });
        }
        figures
    }

    /// K6 over whatever `of` reads from each party.
    pub(super) fn category<'b>(
        &'b self,
        category: CategoryIndex,
        of: impl Fn(&'b PartyWork, usize) -> Option<&'b Exact>,
    ) -> Option<Exact> {
        let scheme = self.plan.scheme();
        let score = |party: PartyIndex, work| {
            let slots = self.plan.sheet(self.input.track, party);
            of(work, slots.category_slot(category)?)
        };
        match scheme.combine {
            Combine::Best => None,
            Combine::Latest => {
                let (party, work) = self.latest()?;
                score(*party, work).cloned()
            }
            Combine::Weighted => {
                let scored = |(party, work): &'b (PartyIndex, PartyWork)| {
                    Some((self.plan.weight(*party), score(*party, work)?))
                };
                let scores = self.parties.iter().filter_map(scored);
                self.plan.rounder().weighted_mean(scores)
            }
        }
    }

    /// One for each party of the scheme.
    fn party_figures(&self) -> Vec<PartyFigures> {
        let mut works = self.parties.iter().peekable();
        let parties = (0..self.plan.scheme().parties.len()).map(PartyIndex::at);
        let of = |party| match works.next_if(|(other, _)| *other == party) {
            Some((_, work)) => self.figures_of(party, work),
            None => PartyFigures::default(),
        };
        parties.map(of).collect()
    }

    fn figures_of(&self, party: PartyIndex, work: &PartyWork) -> PartyFigures {
        let rounder = self.plan.rounder();
        let score = work.score.as_ref().map(|score| rounder.print(score));
        let bounds = work.bounds.as_ref();
        PartyFigures {
            score,
            low: score.or(bounds.map(|(low, _)| rounder.print(low))),
            high: score.or(bounds.map(|(_, high)| rounder.print(high))),
            satisfaction: work.satisfaction,
            categories: self.category_figures(party, work),
            begun: work.begun,
            counting: work.counting,
            marks_there: work.marks_there,
            marks_asked: work.marks_asked,
        }
    }

    /// P8, one for each category of the scheme; none where the party has none.
    fn category_figures(&self, party: PartyIndex, work: &PartyWork) -> CategoryFigures {
        let scores = self.scores.get(work.categories.clone());
        let Some(scores) = scores.filter(|scores| !scores.is_empty()) else {
            return CategoryFigures::new();
        };
        let rounder = self.plan.rounder();
        let count = self.plan.scheme().categories.len();
        let mut figures = CategoryFigures::from_elem(None, count);
        let places = &self.plan.sheet(self.input.track, party).categories;
        for (place, score) in places.iter().zip(scores) {
            figures[place.index.position()] = score.as_ref().map(|score| rounder.print(score));
        }
        figures
    }

    fn figures(&self, complete: bool, net: &Exact) -> OrganisationFigures {
        let scheme = self.plan.scheme();
        let best = scheme.combine == Combine::Best;
        let points = self
            .parties
            .iter()
            .find_map(|(_, work)| work.score.as_ref());
        OrganisationFigures {
            track: self.input.track,
            complete: complete || best,
            base: None,
            adjustment: self.plan.rounder().print(net),
            composite: None,
            low: None,
            high: None,
            parties: self.party_figures(),
            categories: CategoryFigures::new(),
            stars: Vec::new(),
            struck: Vec::new(),
            reached: None,
            in_reach: None,
            vetoes: Vec::new(),
            unrated: false,
            ceiling: None,
            ceilings: Vec::new(),
            demote: 0,
            previous: self.input.previous,
            declared: self.input.declared,
            streaks: Vec::new(),
            relative: best
                .then(|| points.and_then(|points| Relative::new(points, net)))
                .flatten(),
        }
    }
}

/// The begun sheets of a party.
pub(super) fn sheets_of(input: &OrganisationInput, party: PartyIndex) -> &[SheetInput] {
    let sheets = &input.sheets;
    let start = sheets.partition_point(|sheet| sheet.party < party);
    let end = sheets.partition_point(|sheet| sheet.party <= party);
    sheets.get(start..end).unwrap_or_default()
}
