//! Events of a ledger: what they may say, and who signs when (P5).

use super::check::{Outcome, count_one, missing, refused};
use super::form;
use super::ids::unknown;
use super::sheet::rated;
use super::write::{Mode, Writing};
use super::{EventRecord, EventState, EventWait, Part, Record, Refusal, What, Write};
use crate::scheme::{EventPoints, ItemRule, Ledger, Method};

const EVENT_COUNT: usize = What::Event.field("count");

pub(super) fn event(
    writing: &Writing<'_>,
    write: &Write,
    id: &str,
    record: Option<Record>,
) -> Outcome {
    let limits = &writing.context.limits;
    form::name("event", id, limits.name)?;
    let Some(mut record) = record else {
        removable(writing, write, id)?;
        return Ok(None);
    };
    count_one(&mut record, EVENT_COUNT);
    let mut new = EventRecord::read(&record)?;
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
    let reviewers = ledger.review.len();
    if matches!(new.state, EventState::Signed(count) if count == 0 || usize::from(count) > reviewers)
    {
        return Err(refused("state", &new.state));
    }
    new.state = new.state.kept(reviewers);
    if writing.mode == Mode::Hand {
        let old = there(writing, write);
        in_turn(id, old.as_ref(), &new, ledger)?;
        new.reason = reason(writing, old, new.state, reviewers)?;
    }
    if let Some(reason) = &new.reason {
        form::text("reason", reason, limits.note)?;
    }
    Ok(Some(new.write()))
}

/// The event as it stands.
fn there(writing: &Writing<'_>, write: &Write) -> Option<EventRecord> {
    let cell = writing.slice.cell(What::Event, &write.key)?;
    EventRecord::read(cell.record.as_ref()?).ok()
}

/// Who takes an event away has declared it and nobody has gone by it yet.
fn removable(writing: &Writing<'_>, write: &Write, id: &str) -> Result<(), Refusal> {
    let confirmed =
        |event: EventRecord| !matches!(event.state, EventState::Declared | EventState::SentBack);
    if writing.mode == Mode::Hand && there(writing, write).is_some_and(confirmed) {
        return Err(reviewed(id));
    }
    Ok(())
}

fn reviewed(id: &str) -> Refusal {
    Refusal::EventReviewed {
        event: id.to_owned(),
    }
}

/// P5, by hand: the unit declares, the office confirms, reviewers sign one after another in the
/// scheme's order, and whoever has it sends it back. (A file may bring what was signed elsewhere.)
/// What an event says is the unit's to declare: nobody alters it while confirming or signing.
fn in_turn(
    id: &str,
    old: Option<&EventRecord>,
    new: &EventRecord,
    ledger: &Ledger,
) -> Result<(), Refusal> {
    let reviewers = ledger.review.len();
    let turn = |waits| {
        Err(Refusal::EventOutOfTurn {
            event: id.to_owned(),
            waits,
        })
    };
    let Some(old) = old else {
        return match new.state {
            EventState::Declared => Ok(()),
            _ => turn(EventWait::Declaring),
        };
    };
    let before = old.state.signatures(reviewers);
    let after = new.state.signatures(reviewers);
    let says_the_same = EventRecord {
        state: new.state,
        reason: new.reason.clone(),
        ..old.clone()
    } == *new;
    if !says_the_same && (before.is_some() || new.state != EventState::Declared) {
        return Err(reviewed(id));
    }
    let next = match old.state {
        EventState::SentBack => None,
        _ => Some(before.map_or(0, |signed| signed + 1)),
    };
    match (new.state, after) {
        _ if new.state == old.state => Ok(()),
        (EventState::SentBack, _) => Ok(()),
        (_, None) if before.is_none() => Ok(()),
        (_, Some(after)) if Some(after) == next => Ok(()),
        (_, after) => match old.state.waits_for(&ledger.review) {
            Some(waits) if after > before => turn(waits),
            _ => Err(reviewed(id)),
        },
    }
}

/// Why it was sent back: told by who sends it back, kept while it is on its way again, and of no
/// more use beside an event that counts. The book has all of them.
fn reason(
    writing: &Writing<'_>,
    old: Option<EventRecord>,
    state: EventState,
    reviewers: usize,
) -> Result<Option<String>, Refusal> {
    let before = old.as_ref().map(|old| old.state);
    if state == EventState::SentBack && before != Some(state) {
        let given = writing.context.given_reason();
        return Ok(Some(given.ok_or(Refusal::ReasonNeeded)?.to_owned()));
    }
    let kept = old.and_then(|old| old.reason);
    Ok(kept.filter(|_| !state.counts(reviewers)))
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
