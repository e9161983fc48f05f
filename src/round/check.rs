//! The rules of each kind of cell: which codes its key may have, and what its fields may say.

use super::form;
use super::ids::unknown;
use super::sheet::{party_on, rated};
use super::write::Writing;
use super::{
    AdjustmentRecord, AssignmentRecord, BallotRecord, LevelRecord, OrganisationRecord, Part,
    PlacesRecord, Record, RecordFault, Refusal, ReviewRecord, RoundRecord, RoundState, TieRecord,
    VetoRecord, What, Write,
};
use crate::scheme::{ItemIndex, Method};
use crate::scoring::{BallotSlot, Entry, VetoState};

/// A sheet in [`super::written::Sheets`], and a slot on it.
pub(super) type Slot = (usize, usize);

pub(super) type Outcome = Result<Option<Record>, Refusal>;

impl From<RecordFault> for Refusal {
    fn from(fault: RecordFault) -> Self {
        if fault.value.is_empty() {
            return Self::Missing {
                field: fault.field.to_owned(),
            };
        }
        Self::Field {
            field: fault.field.to_owned(),
            value: fault.value,
        }
    }
}

pub(super) fn refused(field: &str, value: &impl ToString) -> Refusal {
    Refusal::Field {
        field: field.to_owned(),
        value: value.to_string(),
    }
}

pub(super) fn missing(field: &str) -> Refusal {
    Refusal::Missing {
        field: field.to_owned(),
    }
}

/// Looks a write through; gives the record as the books keep it and, of a mark, its sheet and
/// slot. The key has as many parts and the record as many fields as the kind of cell asks for.
pub(super) fn cell<'a>(
    writing: &mut Writing<'a>,
    write: &'a Write,
    record: Option<Record>,
) -> Result<(Option<Record>, Option<Slot>), Refusal> {
    let key = write.key.as_slice();
    let new = match (write.what, key) {
        (What::Mark, [_, _, _, item]) => {
            let sheet = writing.sheet(key)?;
            let (slot, new) = mark(writing, sheet, item, record)?;
            return Ok((new, Some((sheet, slot))));
        }
        (What::Round, []) => round(writing, record),
        (What::Organisation, [code]) => organisation(writing, code, record),
        (What::Assignment, [code, party, rater]) => {
            assignment(writing, [code, party, rater], record.as_ref())
        }
        (What::Ballot, [code, party, question, option]) => {
            ballot(writing, [code, party, question, option], record)
        }
        (What::Veto, [code, id]) => veto(writing, code, id, record),
        (What::Adjustment, [code, id, document]) => {
            adjustment(writing, [code, id, document], record)
        }
        (What::Event, [id]) => super::event::event(writing, write, id, record),
        (What::Places, [cohort, track, level]) => places(writing, [cohort, track, level], record),
        (What::Tie, [code]) => tie(writing, code, record),
        (What::Level, [code, year]) => level(writing, code, year, record),
        (What::Review, [code, actor]) => review(writing, code, actor, record),
        _ => Err(refused(write.what.word(), &key.join(" "))),
    };
    Ok((new?, None))
}

fn mark(
    writing: &Writing<'_>,
    sheet: usize,
    item: &str,
    record: Option<Record>,
) -> Result<(usize, Option<Record>), Refusal> {
    let (slot, index) = writing.slot(sheet, item)?;
    let Some(mut record) = record else {
        return Ok((slot, None));
    };
    // Field by field rather than as a typed record: files have hundreds of thousands of marks.
    let [entry, note, flagged] = record.as_mut_slice() else {
        return Err(refused("mark", &item));
    };
    if let Some(text) = entry {
        *text = canonical(writing, item, index, text)?;
    }
    if let Some(note) = note {
        form::text("note", note, writing.context.limits.note)?;
    }
    if let Some(flag) = flagged.as_ref().filter(|flag| *flag != "yes") {
        return Err(refused("flagged", flag));
    }
    let empty = record.iter().all(Option::is_none);
    Ok((slot, (!empty).then_some(record)))
}

/// An entry in the one grammar, after looking whether it is within its item's rule (I8).
fn canonical(
    writing: &Writing<'_>,
    id: &str,
    index: Option<ItemIndex>,
    text: &str,
) -> Result<String, Refusal> {
    let scheme = writing.context.plan.scheme();
    let outcome = match index.map(|index| scheme.item(index)) {
        Some(item) => Entry::parse(text, item, scheme.decimals).map(|entry| entry.canonical(item)),
        None => match Entry::parse_overall(text, scheme.marks, scheme.decimals) {
            Ok(Entry::Mark(mark)) => Ok(mark.to_string()),
            Ok(_) => Ok(text.to_owned()),
            Err(why) => Err(why),
        },
    };
    outcome.map_err(|why| Refusal::Entry {
        item: id.to_owned(),
        entry: text.to_owned(),
        why,
    })
}

/// The round itself: its state goes on and back one step at a time between draft, open and
/// closed; its scheme is not changed by writing a cell.
fn round(writing: &Writing<'_>, record: Option<Record>) -> Outcome {
    let new = RoundRecord::read(&record.ok_or_else(|| missing("state"))?)?;
    let cell = writing.slice.cell(What::Round, &[]);
    let old = cell.and_then(|cell| cell.record.as_ref());
    let old = RoundRecord::read(old.ok_or_else(|| missing("state"))?)?;
    if new.scheme != old.scheme {
        return Err(refused("scheme", &new.scheme));
    }
    if new.year != old.year && old.state != RoundState::Draft {
        return Err(refused("year", &new.year));
    }
    let reopened = (old.state, new.state) == (RoundState::Closed, RoundState::Open);
    if reopened && writing.context.given_reason().is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    let goes = reopened
        || new.state == old.state
        || matches!(
            (old.state, new.state),
            (RoundState::Draft, RoundState::Open) | (RoundState::Open, RoundState::Closed)
        );
    if goes {
        Ok(Some(new.write()))
    } else {
        Err(refused("state", &new.state))
    }
}

fn organisation(writing: &mut Writing<'_>, code: &str, record: Option<Record>) -> Outcome {
    let limits = &writing.context.limits;
    form::code("code", code, limits)?;
    let Some(mut record) = record else {
        return Ok(None);
    };
    super::tree::set_place(&mut record, &mut writing.next_place);
    let new = OrganisationRecord::read(&record)?;
    form::name("name", &new.name, limits.name)?;
    if let Some(kind) = &new.kind {
        form::name("kind", kind, limits.code)?;
    }
    if let Some(track) = &new.track {
        writing.ids.track(track)?;
    }
    for level in [&new.previous, &new.declared].into_iter().flatten() {
        writing.ids.level(level)?;
    }
    Ok(Some(new.write()))
}

fn assignment(writing: &Writing<'_>, names: [&String; 3], record: Option<&Record>) -> Outcome {
    let new = record.map(AssignmentRecord::read).transpose()?;
    match super::sheet::slots_of(writing.context, writing.slice, &writing.ids, names) {
        // Nobody is due there, but that it is so may be said.
        Err(Refusal::OwnOrganisation { .. })
            if new
                .as_ref()
                .is_none_or(|new| new.state != super::AssignmentState::Due) => {}
        outcome => drop(outcome?),
    }
    if let Some(reason) = new.as_ref().and_then(|new| new.reason.as_ref()) {
        form::text("reason", reason, writing.context.limits.note)?;
    }
    Ok(new.map(|new| new.write()))
}

fn ballot(
    writing: &Writing<'_>,
    [code, party, question, option]: [&String; 4],
    record: Option<Record>,
) -> Outcome {
    let scheme = writing.context.plan.scheme();
    let (_, track) = rated(writing.slice, &writing.ids, code)?;
    let index = party_on(scheme, &writing.ids, track, code, party)?;
    let Method::Ballot(ballot) = &scheme.party(index).method else {
        return Err(Refusal::WrongMethod {
            party: party.clone(),
        });
    };
    if !ballot.questions.iter().any(|known| known.id == *question) {
        return Err(unknown(Part::Question, question));
    }
    if BallotSlot::find(ballot, option).is_none() {
        return Err(unknown(Part::Option, option));
    }
    let Some(record) = record else {
        return Ok(None);
    };
    let new = BallotRecord::read(&record)?;
    form::count("count", new.count, &writing.context.limits)?;
    Ok(Some(new.write()))
}

fn veto(writing: &Writing<'_>, code: &String, id: &str, record: Option<Record>) -> Outcome {
    rated(writing.slice, &writing.ids, code)?;
    writing.ids.veto(id)?;
    let Some(record) = record else {
        return Ok(None);
    };
    let limits = &writing.context.limits;
    let new = VetoRecord::read(&record)?;
    if new.state == VetoState::Decided && new.document.is_none() {
        return Err(missing("document"));
    }
    if let Some(document) = &new.document {
        form::name("document", document, limits.name)?;
    }
    if let Some(date) = &new.date {
        form::date("date", date)?;
    }
    if let Some(note) = &new.note {
        form::text("note", note, limits.note)?;
    }
    Ok(Some(new.write()))
}

/// Fills in the count that an empty field means: once.
pub(super) fn count_one(record: &mut Record, position: usize) {
    if let Some(count) = record.get_mut(position)
        && count.is_none()
    {
        *count = Some("1".to_owned());
    }
}

fn adjustment(
    writing: &Writing<'_>,
    [code, id, document]: [&String; 3],
    record: Option<Record>,
) -> Outcome {
    rated(writing.slice, &writing.ids, code)?;
    writing.ids.adjustment(id)?;
    let limits = &writing.context.limits;
    form::name("document", document, limits.name)?;
    let Some(mut record) = record else {
        return Ok(None);
    };
    count_one(&mut record, 0);
    let new = AdjustmentRecord::read(&record)?;
    form::count("count", new.count, limits)?;
    if let Some(note) = &new.note {
        form::text("note", note, limits.note)?;
    }
    Ok(Some(new.write()))
}

fn places(
    writing: &Writing<'_>,
    [cohort, track, level]: [&String; 3],
    record: Option<Record>,
) -> Outcome {
    let scheme = writing.context.plan.scheme();
    if !matches!(cohort.as_str(), "*" | "-") {
        let cell = writing
            .slice
            .cell(What::Organisation, std::slice::from_ref(cohort));
        let record = cell.and_then(|cell| cell.record.as_ref());
        let record = record.and_then(|record| OrganisationRecord::read(record).ok());
        // Places are shared within ancestors of one kind alone (G5).
        let wanted = scheme.grading.cohort.is_some();
        if !record.is_some_and(|record| wanted && record.kind == scheme.grading.cohort) {
            return Err(unknown(Part::Cohort, cohort));
        }
    }
    if track != "*" {
        writing.ids.track(track)?;
    }
    writing.ids.level(level)?;
    let Some(record) = record else {
        return Ok(None);
    };
    let new = PlacesRecord::read(&record)?;
    form::count("places", new.places, &writing.context.limits)?;
    Ok(Some(new.write()))
}

fn tie(writing: &Writing<'_>, code: &String, record: Option<Record>) -> Outcome {
    rated(writing.slice, &writing.ids, code)?;
    let Some(record) = record else {
        return Ok(None);
    };
    let mut new = TieRecord::read(&record)?;
    if new.order == 0 {
        return Err(refused("order", &new.order));
    }
    let given = writing.context.given_reason();
    let reason = new.reason.take().or_else(|| given.map(str::to_owned));
    let reason = reason.ok_or(Refusal::ReasonNeeded)?;
    form::text("reason", &reason, writing.context.limits.note)?;
    new.reason = Some(reason);
    Ok(Some(new.write()))
}

fn level(writing: &Writing<'_>, code: &String, year: &str, record: Option<Record>) -> Outcome {
    let known = writing
        .slice
        .cell(What::Organisation, std::slice::from_ref(code));
    if known.is_none_or(|cell| cell.record.is_none()) {
        return Err(unknown(Part::Organisation, code));
    }
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year {
        return Err(refused("year", &year));
    }
    let Some(record) = record else {
        return Ok(None);
    };
    let new = LevelRecord::read(&record)?;
    writing.ids.level(&new.level)?;
    Ok(Some(new.write()))
}

/// Nobody says of another that they have looked.
fn review(writing: &Writing<'_>, code: &String, actor: &str, record: Option<Record>) -> Outcome {
    rated(writing.slice, &writing.ids, code)?;
    if actor != writing.context.actor {
        return Err(refused("actor", &actor));
    }
    let Some(record) = record else {
        return Ok(None);
    };
    let new = ReviewRecord::read(&record)?;
    form::count("seen", new.seen, &writing.context.limits)?;
    Ok(Some(new.write()))
}
