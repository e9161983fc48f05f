//! Parties that keep a ledger: events → points, and what persons add (P5, P6).

use std::collections::BTreeMap;

use super::EventInput;
use super::plan::Plan;
use super::trace::{Step, Trace};
use crate::number::{Exact, Figure};
use crate::scheme::{EventPoints, ItemIndex, ItemRule, Ledger, Link, MemberKind, PartyIndex};

/// Σ of the counting events' points, item by item.
type Points = BTreeMap<ItemIndex, Exact>;

/// P5: what an event brings, whether it counts or not.
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

/// P5: what an event brings, as printed; whether it counts is another question.
#[must_use]
pub fn points_of_event(plan: &Plan, event: &EventInput) -> Figure {
    plan.rounder().print(&event_points(plan, event))
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

/// Persons by name, each with its kind and points.
type Persons<'a> = BTreeMap<&'a str, (MemberKind, Points)>;

/// P6: what persons add to their organisation.
fn linked(
    plan: &Plan,
    party: PartyIndex,
    link: &Link,
    persons: &Persons<'_>,
    trace: &mut impl Trace,
) -> Exact {
    let rounder = plan.rounder();
    if link.pooled {
        let pooled = told(plan, party, persons, true, trace);
        let sum = adds(link, &pooled);
        trace.step(|| Step::Linked {
            party,
            member: None,
            points: rounder.print(&pooled),
            adds: rounder.print(&sum),
        });
        return sum;
    }
    let mut sum = Exact::zero();
    for (name, (kind, items)) in persons {
        let points = subject(plan, party, Some(name), items, trace);
        let adds = adds(link, &points);
        trace.step(|| Step::Linked {
            party,
            member: Some((*kind, (*name).to_owned())),
            points: rounder.print(&points),
            adds: rounder.print(&adds),
        });
        sum = &sum + &adds;
    }
    sum
}

/// P5: the points of persons who add nothing each on their own; all together.
fn told(
    plan: &Plan,
    party: PartyIndex,
    persons: &Persons<'_>,
    pooled: bool,
    trace: &mut impl Trace,
) -> Exact {
    let mut all = Exact::zero();
    for (name, (kind, items)) in persons {
        let points = subject(plan, party, Some(name), items, trace);
        trace.step(|| Step::LedgerPerson {
            party,
            member: (*kind, (*name).to_owned()),
            points: plan.rounder().print(&points),
            pooled,
        });
        all = &all + &points;
    }
    all
}

/// The counting events of an organisation, by whose they are.
#[derive(Default)]
struct Subjects<'a> {
    own: Points,
    linked: Persons<'a>,
    /// Persons who add nothing; only where somebody listens.
    others: Persons<'a>,
}

impl<'a> Subjects<'a> {
    fn of(plan: &Plan, ledger: &Ledger, events: &'a [EventInput], listens: bool) -> Self {
        let mut subjects = Self::default();
        for event in events.iter().filter(|event| event.counts) {
            let points = match &event.member {
                None => &mut subjects.own,
                Some((kind, name)) => {
                    let links = |link: &Link| link.kinds.contains(kind);
                    let persons = match ledger.link.as_ref().is_some_and(links) {
                        true => &mut subjects.linked,
                        false if listens => &mut subjects.others,
                        false => continue,
                    };
                    let new = || (*kind, Points::new());
                    &mut persons.entry(name).or_insert_with(new).1
                }
            };
            let sum = points.entry(event.item).or_insert_with(Exact::zero);
            *sum = &*sum + &event_points(plan, event);
        }
        subjects
    }
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
    let subjects = Subjects::of(plan, ledger, events, trace.listens());
    let own = subject(plan, party, None, &subjects.own, trace);
    let linked = ledger.link.as_ref().map_or_else(Exact::zero, |link| {
        linked(plan, party, link, &subjects.linked, trace)
    });
    told(plan, party, &subjects.others, false, trace);
    let points = rounder.keep(&own + &linked);
    trace.step(|| Step::LedgerPoints {
        party,
        own: rounder.print(&own),
        linked: rounder.print(&linked),
        points: rounder.print(&points),
    });
    points
}
