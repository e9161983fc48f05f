//! The one figure of an organisation, and its bounds (K1, K2, K4, K5).

use super::own::{Work, sheets_of};
use super::party::PartyWork;
use super::plan::Plan;
use super::sheet::{self, Missing};
use super::trace::{Step, Trace};
use super::{AdjustmentInput, Rule, SheetInput};
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{AdjustmentIndex, AdjustmentKind, Combine, PartyIndex};

/// K1, K2: the base, where there is one. K3 waits for the others.
pub(super) fn base(work: &Work, trace: &mut impl Trace) -> Option<Exact> {
    let rounder = work.plan.rounder();
    match work.plan.scheme().combine {
        Combine::Best => None,
        Combine::Latest => {
            let Some((party, found)) = work.latest() else {
                let parties = work.parties.iter().map(|(party, _)| *party);
                trace.step(|| Step::Incomplete {
                    rule: Rule::K2,
                    parties: parties.collect(),
                });
                return None;
            };
            let base = found.score.clone()?;
            let (party, printed) = (*party, rounder.print(&base));
            trace.step(|| Step::Latest {
                party,
                base: printed,
            });
            Some(rounder.keep(base))
        }
        Combine::Weighted => {
            let Some(base) = weigh(work, |found| found.score.as_ref()) else {
                let parties = lacking(work);
                if !parties.is_empty() {
                    trace.step(|| Step::Incomplete {
                        rule: Rule::K1,
                        parties,
                    });
                }
                return None;
            };
            trace.step(|| Step::Weighted {
                parts: parts(work),
                base: rounder.print(&base),
            });
            Some(base)
        }
    }
}

/// The parties with a weight and no score (K1).
fn lacking(work: &Work) -> Vec<PartyIndex> {
    let weighs = |party: PartyIndex| !work.plan.scheme().party(party).weight.is_zero();
    let lacks = |(party, found): &&(PartyIndex, PartyWork)| weighs(*party) && found.score.is_none();
    work.parties
        .iter()
        .filter(lacks)
        .map(|(party, _)| *party)
        .collect()
}

fn parts(work: &Work) -> Vec<(PartyIndex, Decimal, Figure)> {
    let part = |(party, found): &(PartyIndex, PartyWork)| {
        let score = work.plan.rounder().print(found.score.as_ref()?);
        Some((*party, work.plan.scheme().party(*party).weight, score))
    };
    work.parties.iter().filter_map(part).collect()
}

/// Σ weight × score ÷ Σ weight, kept; none where a party that weighs has none.
fn weigh<'a>(work: &'a Work, score: impl Fn(&'a PartyWork) -> Option<&'a Exact>) -> Option<Exact> {
    let (mut sum, mut weights) = (Exact::zero(), Exact::zero());
    for (party, found) in &work.parties {
        let weight = work.plan.weight(*party);
        if weight.is_zero() {
            continue;
        }
        sum = &sum + &(weight * score(found)?);
        weights = &weights + weight;
    }
    work.plan.rounder().keep_quotient(&sum, &weights)
}

/// K4: a sum up to its cap, and whether that cut it.
fn capped(sum: Exact, cap: Option<Decimal>) -> (Exact, bool) {
    match cap.map(Exact::from) {
        Some(cap) if cap < sum => (cap, true),
        _ => (sum, false),
    }
}

/// K4: what bonuses and penalties come to.
pub(super) fn net(plan: &Plan, inputs: &[AdjustmentInput], trace: &mut impl Trace) -> Exact {
    if inputs.is_empty() {
        return Exact::zero();
    }
    let scheme = plan.scheme();
    let rounder = plan.rounder();
    let (mut bonuses, mut penalties) = (Exact::zero(), Exact::zero());
    for (position, adjustment) in scheme.adjustments.iter().enumerate() {
        let index = AdjustmentIndex::at(position);
        let count = |documented: bool| {
            let of = |input: &&AdjustmentInput| {
                input.adjustment == index && input.documented == documented
            };
            inputs
                .iter()
                .filter(of)
                .fold(0_u64, |sum, input| sum.saturating_add(input.count))
        };
        let (documented, pending) = (count(true), count(false));
        if pending > 0 {
            trace.step(|| Step::AdjustmentPending {
                adjustment: index,
                count: pending,
            });
        }
        if documented == 0 {
            continue;
        }
        let brought = &Exact::whole(documented.into()) * &Exact::from(adjustment.each);
        let (points, limited) = capped(brought, adjustment.max);
        trace.step(|| Step::Adjustment {
            adjustment: index,
            count: documented,
            points: rounder.print(&points),
            limited,
        });
        let sum = match adjustment.kind {
            AdjustmentKind::Bonus => &mut bonuses,
            AdjustmentKind::Penalty => &mut penalties,
        };
        *sum = &*sum + &points;
    }
    let (bonuses, bonus_capped) = capped(bonuses, scheme.bonus_cap);
    let (penalties, penalty_capped) = capped(penalties, scheme.penalty_cap);
    let net = rounder.keep(&bonuses - &penalties);
    trace.step(|| Step::Net {
        bonuses: rounder.print(&bonuses),
        penalties: rounder.print(&penalties),
        net: rounder.print(&net),
        limited: bonus_capped || penalty_capped,
    });
    net
}

/// K4: what bonuses and penalties come to by themselves, whatever the organisation scores.
#[must_use]
pub fn net_adjustment(plan: &Plan, inputs: &[AdjustmentInput], trace: &mut impl Trace) -> Figure {
    plan.rounder().print(&net(plan, inputs, trace))
}

/// K4: base + net adjustment, not below 0, not above the maximum; always rounded (N2).
fn adjusted(plan: &Plan, base: &Exact, net: &Exact) -> (Figure, bool) {
    let sum = base + net;
    let within = match plan.scheme().maximum.map(Exact::from) {
        Some(maximum) if maximum < sum => maximum,
        _ if sum.is_negative() => Exact::zero(),
        _ => return (plan.rounder().print(&sum), false),
    };
    (plan.rounder().print(&within), true)
}

/// K4
pub(super) fn composite(plan: &Plan, base: &Exact, net: &Exact, trace: &mut impl Trace) -> Figure {
    let (composite, limited) = adjusted(plan, base, net);
    trace.step(|| Step::Composite {
        base: plan.rounder().print(base),
        net: plan.rounder().print(net),
        composite,
        limited,
    });
    composite
}

/// K5: what the composite of an incomplete organisation will be at least and at most.
pub(super) fn bounds(work: &Work, net: &Exact, trace: &mut impl Trace) -> Option<(Figure, Figure)> {
    let plan = work.plan;
    let rounder = plan.rounder();
    let (low, high) = match plan.scheme().combine {
        Combine::Best => return None,
        Combine::Weighted => {
            let with = |missing: Missing| {
                weigh(work, |found| {
                    let bound = || found.bounds.as_ref().map(|bounds| missing.bound(bounds));
                    found.score.as_ref().or_else(bound)
                })
            };
            (with(Missing::Zero)?, with(Missing::Full)?)
        }
        Combine::Latest => match in_hand(work) {
            Some((_, found)) => found.bounds.clone()?,
            None => (Exact::zero(), Exact::from(plan.scheme().marks)),
        },
    };
    for (party, found) in &work.parties {
        if let (None, Some((low, high))) = (&found.score, &found.bounds) {
            trace.step(|| Step::PartyBounds {
                party: *party,
                low: rounder.print(low),
                high: rounder.print(high),
            });
        }
    }
    let (low, _) = adjusted(plan, &rounder.keep(low), net);
    let (high, _) = adjusted(plan, &rounder.keep(high), net);
    trace.step(|| Step::Bounds { low, high });
    Some((low, high))
}

/// K5, `latest`: the last party that has a begun sheet.
pub(super) fn in_hand<'a>(work: &'a Work) -> Option<&'a (PartyIndex, PartyWork)> {
    let begun = |sheet: &SheetInput| !sheet.recused && sheet::begun(sheet);
    work.parties
        .iter()
        .rev()
        .find(|(party, _)| sheets_of(work.input, *party).iter().any(begun))
}
