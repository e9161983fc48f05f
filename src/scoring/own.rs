//! One organisation's own figures: parties → base → composite → bounds → what is in reach.

use super::composite::{self, Net};
use super::party::{Gatherer, PartyWork};
use super::plan::Plan;
use super::sheet::category_slot;
use super::trace::{Step, Trace};
use super::veto::{self, Looked};
use super::{
    OrganisationFigures, OrganisationInput, PartyFigures, Relative, SheetInput, VetoState, ballot,
    ledger, reach,
};
use crate::number::{Exact, Figure};
use crate::scheme::{
    CategoryIndex, Combine, Effect, GradingRule, ItemIndex, Method, PartyIndex, VetoIndex,
};

/// Everything that the steps of [`own`] share.
pub(super) struct Work<'a> {
    pub plan: &'a Plan<'a>,
    pub input: &'a OrganisationInput,
    pub zeroed: Vec<(ItemIndex, VetoIndex)>,
    /// The parties of the track, in the order of the procedure.
    pub parties: Vec<(PartyIndex, PartyWork)>,
}

/// Makes one organisation's figures from its inputs.
///
/// With `combine = "best"` the base and what follows from it wait for [`super::relate`].
#[must_use]
pub fn own(plan: &Plan, input: &OrganisationInput, trace: &mut impl Trace) -> OrganisationFigures {
    let zeroed = veto::zeroed(plan.scheme(), &input.vetoes);
    let mut work = Work {
        plan,
        input,
        zeroed,
        parties: Vec::new(),
    };
    work.score_parties(trace);
    let base = composite::base(&work, trace);
    let net = composite::net(plan, &input.adjustments, trace);
    let incomplete = base.is_none() && plan.scheme().combine != Combine::Best;
    if incomplete {
        work.bound_parties();
    }
    let mut figures = work.figures(base.is_some(), &net);
    if let Some(base) = &base {
        let made = composite::composite(plan, base, &net, trace);
        figures.base = Some(plan.rounder().print(base));
        figures.composite = Some(made);
        (figures.low, figures.high) = (Some(made), Some(made));
    } else if incomplete && let Some((low, high)) = composite::bounds(&work, &net, trace) {
        (figures.low, figures.high) = (Some(low), Some(high));
    }
    figures.categories = work.categories(trace);
    let looked = Looked {
        work: &work,
        figures: &figures,
    };
    let vetoes = veto::standings(&looked, trace);
    veto::apply(plan.scheme(), input, vetoes, &mut figures, trace);
    reach::stars(&work, &mut figures, trace);
    reach::levels(&work, &mut figures);
    figures
}

impl Work<'_> {
    /// The begun sheets of a party.
    pub(super) fn sheets_of(&self, party: PartyIndex) -> &[SheetInput] {
        let sheets = &self.input.sheets;
        let start = sheets.partition_point(|sheet| sheet.party < party);
        let end = sheets.partition_point(|sheet| sheet.party <= party);
        sheets.get(start..end).unwrap_or_default()
    }

    fn score_parties(&mut self, trace: &mut impl Trace) {
        let track = self.input.track;
        self.parties.reserve_exact(self.plan.parties(track).len());
        for party in self.plan.parties(track) {
            let party = *party;
            let work = match &self.plan.scheme().party(party).method {
                Method::Ballot(form) => {
                    ballot::work(self.plan, party, form, &self.input.ballots, trace)
                }
                Method::Ledger(form) => {
                    ledger::work(self.plan, party, form, &self.input.events, trace)
                }
                Method::Sheet(_) | Method::Mark(_) => {
                    match Gatherer::new(self.plan, track, party, &self.zeroed) {
                        Some(gatherer) => gatherer.work(self.sheets_of(party), trace),
                        None => PartyWork::default(),
                    }
                }
            };
            self.parties.push((party, work));
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
                Some(gatherer) => gatherer.bounds(self.sheets_of(party), &mut work),
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
    fn categories(&self, trace: &mut impl Trace) -> Vec<Option<Figure>> {
        let scheme = self.plan.scheme();
        let rounder = self.plan.rounder();
        let mut figures = vec![None; scheme.categories.len()];
        for (position, figure) in figures.iter_mut().enumerate() {
            let category = CategoryIndex::at(position);
            let Some(score) = self.category(category, scored) else {
                continue;
            };
            let score = rounder.print(&score);
            *figure = Some(score);
            trace.step(|| Step::Category { category, score });
        }
        figures
    }

    /// K6 over whatever `of` reads from each party.
    pub(super) fn category(
        &self,
        category: CategoryIndex,
        of: impl Fn(&PartyWork, usize) -> Option<&Exact>,
    ) -> Option<Exact> {
        let scheme = self.plan.scheme();
        let score = |party: PartyIndex, work| {
            let slots = self.plan.sheet(self.input.track, party);
            of(work, category_slot(slots, category)?)
        };
        match scheme.combine {
            Combine::Best => None,
            Combine::Latest => {
                let (party, work) = self.latest()?;
                score(*party, work).cloned()
            }
            Combine::Weighted => {
                let (mut sum, mut weights) = (Exact::zero(), Exact::zero());
                for (party, work) in &self.parties {
                    let Some(score) = score(*party, work) else {
                        continue;
                    };
                    let weight = self.plan.weight(*party);
                    sum = &sum + &(weight * score);
                    weights = &weights + weight;
                }
                sum.divide(&weights)
            }
        }
    }

    fn party_figures(&self) -> Vec<PartyFigures> {
        let scheme = self.plan.scheme();
        let rounder = self.plan.rounder();
        let mut list = vec![PartyFigures::default(); scheme.parties.len()];
        for (party, work) in &self.parties {
            let Some(figures) = list.get_mut(party.position()) else {
                continue;
            };
            figures.score = work.score.as_ref().map(|score| rounder.print(score));
            let bounds = work.bounds.as_ref();
            figures.low = figures.score.or(bounds.map(|(low, _)| rounder.print(low)));
            figures.high = figures
                .score
                .or(bounds.map(|(_, high)| rounder.print(high)));
            figures.satisfaction = work.satisfaction;
            (figures.begun, figures.counting) = (work.begun, work.counting);
            (figures.marks_there, figures.marks_asked) = (work.marks_there, work.marks_asked);
            if !work.categories.is_empty() {
                figures.categories = vec![None; scheme.categories.len()];
                let places = &self.plan.sheet(self.input.track, *party).categories;
                for (place, score) in places.iter().zip(&work.categories) {
                    figures.categories[place.index.position()] =
                        score.as_ref().map(|score| rounder.print(score));
                }
            }
        }
        list
    }

    fn figures(&self, complete: bool, net: &Net) -> OrganisationFigures {
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
            adjustment: self.plan.rounder().print(&net.value),
            composite: None,
            low: None,
            high: None,
            parties: self.party_figures(),
            categories: Vec::new(),
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
                .then(|| points.and_then(|points| Relative::new(points, &net.value)))
                .flatten(),
        }
    }
}

/// A category's score, of a party.
pub(super) fn scored(work: &PartyWork, slot: usize) -> Option<&Exact> {
    work.categories.get(slot)?.as_ref()
}

/// Whether an organisation's stars are counted (G2).
pub(super) fn counts_stars(plan: &Plan) -> bool {
    plan.scheme().grading.rule == GradingRule::Stars
}

/// Whether a veto stands by hand in a state.
pub(super) fn by_hand(input: &OrganisationInput, veto: VetoIndex) -> Option<VetoState> {
    input
        .vetoes
        .iter()
        .find(|entry| entry.veto == veto)
        .map(|entry| entry.state)
}

/// Whether an effect belongs to the first ones (V8).
pub(super) fn strikes(effect: &Effect) -> Option<CategoryIndex> {
    match effect {
        Effect::Strike(category) => Some(*category),
        _ => None,
    }
}
