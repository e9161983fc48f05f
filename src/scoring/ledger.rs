//! Parties that keep a ledger: events → points, and what persons add (P5, P6).

use std::collections::BTreeMap;

use super::EventInput;
use super::plan::Plan;
use super::trace::{Step, Trace};
use crate::number::Exact;
use crate::scheme::{EventPoints, ItemIndex, ItemRule, Ledger, Link, MemberKind, PartyIndex};

/// Σ of the counting events' points, item by item.
type Points = BTreeMap<ItemIndex, Exact>;

fn event_points(plan: &Plan, event: &EventInput) -> Exact {
    match plan.scheme().item(event.item).rule {
        ItemRule::Ledger {
            points: EventPoints::Each(each),
            ..
        } => &Exact::whole(i128::from(event.count)) * &Exact::from(each),
        ItemRule::Ledger {
            points: EventPoints::Range { .. },
            ..
        } => event.points.map_or_else(Exact::zero, Exact::from),
        _ => Exact::zero(),
    }
}

/// P5: the points of one subject, each item up to its `max`.
fn subject(
    plan: &Plan,
    party: PartyIndex,
    member: Option<&str>,
    points: &Points,
    trace: &mut impl Trace,
) -> Exact {
    let mut sum = Exact::zero();
    for (item, brought) in points {
        let max = match plan.scheme().item(*item).rule {
            ItemRule::Ledger { max, .. } => max.map(Exact::from),
            _ => None,
        };
        let limited = max.as_ref().is_some_and(|max| max < brought);
        let counted = max.filter(|_| limited).unwrap_or_else(|| brought.clone());
        trace.step(|| Step::LedgerItem {
            party,
            member: member.map(ToOwned::to_owned),
            item: *item,
            points: plan.rounder().print(&counted),
            limited,
        });
        sum = &sum + &counted;
    }
    sum
}

/// floor(points ÷ every) × add
fn adds(link: &Link, points: &Exact) -> Exact {
    let times = points
        .divide(&Exact::from(link.every))
        .map_or(0, |share| share.floor());
    &Exact::whole(times) * &Exact::from(link.add)
}

/// P6: what persons add to their organisation.
fn linked(
    plan: &Plan,
    party: PartyIndex,
    link: &Link,
    persons: &BTreeMap<&str, (MemberKind, Points)>,
    trace: &mut impl Trace,
) -> Exact {
    let rounder = plan.rounder();
    let (mut sum, mut pooled) = (Exact::zero(), Exact::zero());
    for (name, (kind, items)) in persons {
        let points = subject(plan, party, Some(name), items, trace);
        if link.pooled {
            pooled = &pooled + &points;
            continue;
        }
        let adds = adds(link, &points);
        trace.step(|| Step::Linked {
            party,
            member: Some((*kind, (*name).to_owned())),
            points: rounder.print(&points),
            adds: rounder.print(&adds),
        });
        sum = &sum + &adds;
    }
    if link.pooled {
        sum = adds(link, &pooled);
        trace.step(|| Step::Linked {
            party,
            member: None,
            points: rounder.print(&pooled),
            adds: rounder.print(&sum),
        });
    }
    sum
}

/// P5, P6: the organisation's points, unscaled.
pub(super) fn points(
    plan: &Plan,
    party: PartyIndex,
    ledger: &Ledger,
    events: &[EventInput],
    trace: &mut impl Trace,
) -> Exact {
    let rounder = plan.rounder();
    let mut own = Points::new();
    let mut persons: BTreeMap<&str, (MemberKind, Points)> = BTreeMap::new();
    for event in events.iter().filter(|event| event.counts) {
        let points = match (&event.member, &ledger.link) {
            (None, _) => &mut own,
            (Some((kind, name)), Some(link)) if link.kinds.contains(kind) => {
                &mut persons
                    .entry(name)
                    .or_insert_with(|| (*kind, Points::new()))
                    .1
            }
            (Some(_), _) => continue,
        };
        let sum = points.entry(event.item).or_insert_with(Exact::zero);
        *sum = &*sum + &event_points(plan, event);
    }
    let own = subject(plan, party, None, &own, trace);
    let linked = ledger.link.as_ref().map_or_else(Exact::zero, |link| {
        linked(plan, party, link, &persons, trace)
    });
    let points = rounder.keep(&own + &linked);
    trace.step(|| Step::LedgerPoints {
        party,
        own: rounder.print(&own),
        linked: rounder.print(&linked),
        points: rounder.print(&points),
    });
    points
}
