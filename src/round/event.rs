//! Events of a ledger: what they may say, and who signs when (P5).

use super::check::{Outcome, count_one, missing, refused};
use super::form;
use super::ids::unknown;
use super::sheet::rated;
use super::write::{Mode, Writing};
use super::{EventRecord, EventState, Part, Record, Refusal, What, Write};
use crate::scheme::{EventPoints, ItemRule, Ledger, Method};

/// Position of the count in [`What::fields`] of an event.
const EVENT_COUNT: usize = 5;

pub(super) fn event(
    writing: &Writing<'_>,
    write: &Write,
    id: &str,
    record: Option<Record>,
) -> Outcome {
    let limits = &writing.context.limits;
    form::name("event", id, limits.name)?;
    let Some(mut record) = record else {
        return Ok(None);
    };
    count_one(&mut record, EVENT_COUNT);
    let new = EventRecord::read(&record)?;
    let ledger = ledger_item(writing, &new)?;
    match (&new.member, new.kind) {
        (Some(member), Some(_)) => form::name("member", member, limits.name)?,
        (Some(_), None) => return Err(missing("kind")),
        (None, Some(kind)) => return Err(refused("kind", &kind)),
        (None, None) => {}
    }
    form::count("count", new.count, limits)?;
    if let Some(date) = &new.date {
        form::date("date", date)?;
    }
    if let Some(document) = &new.document {
        form::name("document", document, limits.name)?;
    }
    let cell = writing.slice.cell(What::Event, &write.key);
    let old = cell.and_then(|cell| cell.record.as_ref());
    let old = old.and_then(|record| EventRecord::read(record).ok());
    let before = old.map_or(EventState::Declared, |old| old.state);
    if !signed_in_order(writing.mode, ledger, before, new.state) {
        return Err(refused("state", &new.state));
    }
    Ok(Some(new.write()))
}

/// The ledger that an event belongs to, after looking at its organisation, item and points.
fn ledger_item<'a>(writing: &Writing<'a>, event: &EventRecord) -> Result<&'a Ledger, Refusal> {
    let scheme = writing.context.plan.scheme();
    let (_, track) = rated(writing.slice, &writing.ids, &event.organisation)?;
    let index = writing.ids.item(&event.item)?;
    let item = scheme.item(index);
    let mut parties = scheme.parties_of(track);
    let found = parties.find_map(|party| match &scheme.party(party).method {
        Method::Ledger(ledger) => Some((party, ledger)),
        _ => None,
    });
    let (ItemRule::Ledger { points, .. }, Some((party, ledger))) = (&item.rule, found) else {
        return Err(unknown(Part::Item, &event.item));
    };
    if item.tracks.get(track.position()) != Some(&true) {
        return Err(Refusal::ItemNotOnSheet {
            organisation: event.organisation.clone(),
            party: scheme.party(party).id.clone(),
            item: event.item.clone(),
        });
    }
    match (points, event.points) {
        (EventPoints::Each(_), None) => {}
        (EventPoints::Each(_), Some(stated)) => return Err(refused("points", &stated)),
        (EventPoints::Range { .. }, None) => return Err(missing("points")),
        (EventPoints::Range { low, high, step }, Some(stated)) => {
            let on_step = step.is_none_or(|step| stated.is_multiple_of(step));
            let within = *low <= stated && stated <= *high;
            if !within || !on_step || stated.places() > scheme.decimals {
                return Err(refused("points", &stated));
            }
        }
    }
    Ok(ledger)
}

/// By hand, reviewers sign one after another; a file may bring what was signed elsewhere.
fn signed_in_order(mode: Mode, ledger: &Ledger, old: EventState, new: EventState) -> bool {
    let reviewers = u16::try_from(ledger.review.len()).unwrap_or(u16::MAX);
    let signatures = |state| match state {
        EventState::Declared | EventState::SentBack => None,
        EventState::Confirmed => Some(0),
        EventState::Signed(count) => Some(count),
        EventState::Counted => Some(reviewers),
    };
    let (before, after) = (signatures(old), signatures(new));
    if matches!(new, EventState::Signed(count) if count == 0 || count > reviewers) {
        return false;
    }
    match (mode, after) {
        (Mode::File { .. }, _) | (Mode::Hand, None | Some(0)) => true,
        (Mode::Hand, Some(after)) => before.is_some_and(|before| after <= before.saturating_add(1)),
    }
}
