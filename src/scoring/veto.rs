//! Vetoes: which are in force, and what they do (V1 to V9).

use std::cmp::Ordering;

use super::own::{Work, sheets_of};
use super::trace::{Step, Trace};
use super::{
    CeilingSource, Mark, OrganisationFigures, OrganisationInput, SheetInput, VetoInput,
    VetoStanding, VetoState,
};
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{Condition, Effect, ItemIndex, LevelIndex, Method, Scheme, VetoIndex};

/// V5: the items that decided vetoes set to 0. `when` does not go with `zero`, so only those
/// decided by hand can.
#[must_use]
pub fn zeroed(scheme: &Scheme, vetoes: &[VetoInput]) -> Vec<(ItemIndex, VetoIndex)> {
    let item = |input: &VetoInput| match scheme.veto(input.veto).effect {
        Effect::Zero(item) if input.state == VetoState::Decided => Some((item, input.veto)),
        _ => None,
    };
    vetoes.iter().filter_map(item).collect()
}

/// What conditions look at.
pub(super) struct Looked<'a> {
    pub work: &'a Work<'a>,
    pub figures: &'a OrganisationFigures,
}

/// Every veto on record or decided by its condition, in the order of the scheme.
pub(super) fn standings(looked: &Looked, trace: &mut impl Trace) -> Vec<VetoStanding> {
    let scheme = looked.work.plan.scheme();
    let mut list = Vec::new();
    for (position, veto) in scheme.vetoes.iter().enumerate() {
        let index = VetoIndex::at(position);
        let hand = by_hand(looked.work.input, index);
        let met = veto.when.as_ref().and_then(|when| looked.met(when));
        let (state, auto) = match (hand, met) {
            (Some(state @ (VetoState::Lifted | VetoState::Decided)), _) => (state, false),
            (_, Some(_)) => (VetoState::Decided, true),
            (Some(VetoState::Proposed), None) => (VetoState::Proposed, false),
            (None, None) => continue,
        };
        trace.step(|| Step::Veto {
            veto: index,
            state,
            auto,
            seen: met,
        });
        list.push(VetoStanding {
            veto: index,
            state,
            auto,
            seen: met,
        });
    }
    list
}

impl Looked<'_> {
    /// V9: the figure that a condition looks at, where it is there and below the line.
    fn met(&self, condition: &Condition) -> Option<Figure> {
        let (figure, below) = match condition {
            Condition::Party { party, below } => {
                (self.figures.parties.get(party.position())?.score?, below)
            }
            Condition::Satisfaction { party, below } => (
                self.figures.parties.get(party.position())?.satisfaction?,
                below,
            ),
            Condition::Category { category, below } => {
                ((*self.figures.categories.get(category.position())?)?, below)
            }
            Condition::Item { item, below } => (self.item_mean(*item)?, below),
            // Looks at this round's level, which is not made yet.
            Condition::Streak { .. } => return None,
        };
        below_line(figure, *below).then_some(figure)
    }

    /// V9: the mean of an item's marks over the counting sheets of the last party that has such
    /// marks.
    fn item_mean(&self, item: ItemIndex) -> Option<Figure> {
        let work = self.work;
        work.parties.iter().rev().find_map(|(party, found)| {
            let is_sheet = matches!(work.plan.scheme().party(*party).method, Method::Sheet(_));
            if !is_sheet || found.counting == 0 {
                return None;
            }
            let slots = work.plan.sheet(work.input.track, *party);
            let slot = slots.slot(item)?;
            let zeroed = work.zeroed.iter().any(|(other, _)| *other == item);
            let mark = |sheet: &SheetInput| {
                let counts = sheet.submitted
                    && !sheet.recused
                    && super::sheet::missing(slots, sheet, &work.zeroed) == 0;
                if !counts {
                    return None;
                }
                if zeroed {
                    return Some(Exact::zero());
                }
                sheet.marks.get(slot).and_then(Mark::value)
            };
            let marks: Vec<Exact> = sheets_of(work.input, *party)
                .iter()
                .filter_map(mark)
                .collect();
            let rounder = work.plan.rounder();
            rounder.mean(marks.iter()).map(|mean| rounder.print(&mean))
        })
    }
}

/// What people have made of a veto; none where nobody has recorded it.
fn by_hand(input: &OrganisationInput, veto: VetoIndex) -> Option<VetoState> {
    let found = input.vetoes.iter().find(|entry| entry.veto == veto);
    found.map(|entry| entry.state)
}

fn below_line(figure: Figure, below: Decimal) -> bool {
    figure.compare(below) == Ordering::Less
}

/// V8: works out what the decided vetoes, G9 and G10 do.
pub(super) fn apply(
    scheme: &Scheme,
    input: &OrganisationInput,
    vetoes: Vec<VetoStanding>,
    figures: &mut OrganisationFigures,
    trace: &mut impl Trace,
) {
    for standing in vetoes
        .iter()
        .filter(|standing| standing.state == VetoState::Decided)
    {
        match &scheme.veto(standing.veto).effect {
            Effect::Unrated => figures.unrated = true,
            Effect::Cap(level) => {
                figures
                    .ceilings
                    .push((CeilingSource::Cap(standing.veto), *level));
            }
            Effect::Hold => {
                let held = input
                    .previous
                    .map(|level| (CeilingSource::Hold(standing.veto), level));
                figures.ceilings.extend(held);
            }
            Effect::Demote(by) => figures.demote = figures.demote.saturating_add(*by),
            Effect::Strike(category) => figures.struck.push(*category),
            Effect::Zero(_) | Effect::Warn(_) => {}
        }
    }
    if let (Some(climb), Some(previous)) = (scheme.grading.climb, input.previous) {
        let level = LevelIndex(previous.0.saturating_sub(climb));
        figures.ceilings.push((CeilingSource::Climb, level));
    }
    if let (true, Some(level)) = (scheme.grading.declared, input.declared) {
        figures.ceilings.push((CeilingSource::Declared, level));
    }
    // A ceiling at the top level is no ceiling.
    figures.ceilings.retain(|(_, level)| *level > LevelIndex(0));
    figures.ceiling = figures.ceilings.iter().map(|(_, level)| *level).max();
    for (source, level) in &figures.ceilings {
        trace.step(|| Step::Ceiling {
            source: *source,
            level: *level,
        });
    }
    figures.streaks = streaks(scheme, input);
    figures.vetoes = vetoes;
}

/// V9: the streaks that this round's level would complete, as (veto, level).
fn streaks(scheme: &Scheme, input: &OrganisationInput) -> Vec<(VetoIndex, LevelIndex)> {
    let mut list = Vec::new();
    for (position, veto) in scheme.vetoes.iter().enumerate() {
        let Some(Condition::Streak { level, years }) = veto.when else {
            continue;
        };
        let index = VetoIndex::at(position);
        let by_hand = by_hand(input, index);
        if matches!(by_hand, Some(VetoState::Lifted | VetoState::Decided)) {
            continue;
        }
        let was = |year: i32| input.earlier.contains(&(year, level));
        if (1..i32::from(years)).all(|back| was(input.year.saturating_sub(back))) {
            list.push((index, level));
        }
    }
    list
}
