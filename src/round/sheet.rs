//! Sheets: who may fill which, what one asks for, and how it is finished and taken back (C4).

use std::collections::HashSet;

use super::decide::change;
use super::ids::{Ids, unknown};
use super::{
    AssignmentRecord, AssignmentState, Cell, Change, Conflict, Context, Decision, OperationKind,
    OrganisationRecord, Part, Record, Refusal, SheetRecord, SheetState, Slice, VetoRecord, What,
    Write,
};
use crate::scheme::{Effect, ItemIndex, Method, PartyIndex, Scheme, TrackIndex};
use crate::scoring::VetoState;

/// What a sheet asks for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Slots<'a> {
    /// One overall mark (P2).
    Overall,
    Items(&'a [ItemIndex]),
}

/// An organisation that is rated, with its track.
pub(super) fn rated(
    slice: &Slice,
    ids: &Ids<'_>,
    code: &String,
) -> Result<(OrganisationRecord, TrackIndex), Refusal> {
    let record = slice
        .cell(What::Organisation, std::slice::from_ref(code))
        .and_then(|cell| cell.record.as_ref())
        .ok_or_else(|| unknown(Part::Organisation, code))?;
    let organisation = OrganisationRecord::read(record).map_err(|fault| Refusal::Field {
        field: fault.field.to_owned(),
        value: fault.value,
    })?;
    let track = organisation
        .track
        .as_deref()
        .ok_or_else(|| Refusal::NotRated {
            organisation: code.clone(),
        })?;
    let track = ids.track(track)?;
    Ok((organisation, track))
}

/// A party that rates organisations of a track.
pub(super) fn party_on(
    scheme: &Scheme,
    ids: &Ids<'_>,
    track: TrackIndex,
    organisation: &str,
    party: &str,
) -> Result<PartyIndex, Refusal> {
    let index = ids.party(party)?;
    if scheme.party(index).tracks.get(track.position()) != Some(&true) {
        return Err(Refusal::PartyNotOnTrack {
            organisation: organisation.to_owned(),
            party: party.to_owned(),
        });
    }
    Ok(index)
}

/// What the sheet of an organisation asks for, after looking whether its rater may rate it (P2).
pub(super) fn slots_of<'a>(
    context: &'a Context<'a>,
    slice: &Slice,
    ids: &Ids<'_>,
    [code, party, rater]: [&String; 3],
) -> Result<Slots<'a>, Refusal> {
    let scheme = context.plan.scheme();
    let (organisation, track) = rated(slice, ids, code)?;
    let index = party_on(scheme, ids, track, code, party)?;
    super::form::name("rater", rater, context.limits.code)?;
    if rater == "*" {
        return Err(Refusal::Field {
            field: "rater".to_owned(),
            value: rater.clone(),
        });
    }
    match scheme.party(index).method {
        Method::Sheet(_) => Ok(Slots::Items(&context.plan.sheet(track, index).items)),
        Method::Mark(_) if *rater == *code || *rater == organisation.name => {
            Err(Refusal::OwnOrganisation {
                organisation: code.clone(),
                rater: rater.clone(),
            })
        }
        Method::Mark(_) => Ok(Slots::Overall),
        Method::Ballot(_) | Method::Ledger(_) => Err(Refusal::WrongMethod {
            party: party.clone(),
        }),
    }
}

pub(super) fn assignment(slice: &Slice, sheet: &[String]) -> Option<AssignmentState> {
    let record = slice.cell(What::Assignment, sheet)?.record.as_ref()?;
    AssignmentRecord::read(record)
        .ok()
        .map(|assignment| assignment.state)
}

pub(super) fn sheet_record(cell: Option<&Cell>) -> Option<SheetRecord> {
    SheetRecord::read(cell?.record.as_ref()?).ok()
}

pub(super) fn has_entry(slice: &Slice, mark: &[String]) -> bool {
    let record = slice
        .cell(What::Mark, mark)
        .and_then(|cell| cell.record.as_ref());
    record.is_some_and(|record| record.first().is_some_and(Option::is_some))
}

/// Names a sheet in a refusal.
macro_rules! of_sheet {
    ($refusal:ident, $key:expr $(, $field:ident: $value:expr)?) => {{
        let part = |position: usize| $key.get(position).cloned().unwrap_or_default();
        Refusal::$refusal { organisation: part(0), party: part(1), rater: part(2) $(, $field: $value)? }
    }};
}

pub(super) use of_sheet;

pub(super) fn is_submitted(record: Option<&SheetRecord>) -> bool {
    record.is_some_and(|record| record.state == SheetState::Submitted)
}

pub(super) fn is_decided(record: Option<&Record>) -> bool {
    let veto = record.and_then(|record| VetoRecord::read(record).ok());
    veto.is_some_and(|veto| veto.state == VetoState::Decided)
}

/// The item that the veto of this key sets to 0 (V5).
pub(super) fn zeroed_item(ids: &Ids<'_>, scheme: &Scheme, key: &[String]) -> Option<ItemIndex> {
    let veto = ids.veto(key.get(1)?).ok()?;
    match scheme.veto(veto).effect {
        Effect::Zero(item) => Some(item),
        _ => None,
    }
}

/// Whether a rater fills the sheet of an organisation: not who is recused, and where the party has
/// a list of raters, only who is due.
pub(super) fn may_fill(slice: &Slice, names: [&String; 3]) -> Result<(), Refusal> {
    let [_, party, rater] = names;
    let key = names.map(Clone::clone);
    match assignment(slice, &key) {
        Some(AssignmentState::Recused) => return Err(of_sheet!(Recused, key)),
        Some(AssignmentState::Due) => return Ok(()),
        None => {}
    }
    match slice.due(party).filter(|due| !due.is_empty()) {
        None => Ok(()),
        Some(due) if due.contains(rater) => Err(of_sheet!(NotDue, key)),
        Some(_) => Err(Refusal::UnknownRater {
            party: party.clone(),
            rater: rater.clone(),
        }),
    }
}

fn sheet_write(names: [&String; 3]) -> Write {
    Write {
        what: What::Sheet,
        key: names.into_iter().cloned().collect(),
        record: None,
        seen: None,
        row: None,
    }
}

/// Says that a sheet is finished (C4).
pub(super) fn submit(
    context: &Context<'_>,
    slice: &Slice,
    names: [&String; 3],
    seen: u64,
) -> Result<Decision, Refusal> {
    let ids = Ids::of(context.plan.scheme());
    let write = sheet_write(names);
    let slots = slots_of(context, slice, &ids, names)?;
    may_fill(slice, names)?;
    let cell = slice.cell(What::Sheet, &write.key);
    let record = SheetRecord {
        state: SheetState::Submitted,
        reason: None,
        imported: false,
    };
    if is_submitted(sheet_record(cell).as_ref()) {
        return Ok(decision(None, OperationKind::Submit));
    }
    let revision = cell.map_or(0, |cell| cell.revision);
    if revision != seen {
        return Err(Refusal::Conflict(Box::new(Conflict {
            what: What::Sheet,
            key: write.key,
            seen,
            revision,
            base: None,
            theirs: cell.and_then(|cell| cell.record.clone()),
            mine: Some(record.write()),
            by: String::new(),
            at: 0,
        })));
    }
    let missing = missing(context, slice, &ids, &write.key, slots);
    if !missing.is_empty() {
        return Err(of_sheet!(SheetIncomplete, write.key, missing: missing));
    }
    Ok(decision(
        change(slice, &write, Some(record.write())),
        OperationKind::Submit,
    ))
}

/// The ids of items without an entry, `*` for the overall mark.
fn missing(
    context: &Context<'_>,
    slice: &Slice,
    ids: &Ids<'_>,
    sheet: &[String],
    slots: Slots<'_>,
) -> Vec<String> {
    let scheme = context.plan.scheme();
    let zeroed: HashSet<ItemIndex> = slice
        .all(What::Veto)
        .filter(|cell| cell.key.first() == sheet.first() && is_decided(cell.record.as_ref()))
        .filter_map(|cell| zeroed_item(ids, scheme, &cell.key))
        .collect();
    let lacks = |item: &str| {
        let mut mark = sheet.to_vec();
        mark.push(item.to_owned());
        (!has_entry(slice, &mark)).then(|| item.to_owned())
    };
    match slots {
        Slots::Overall => lacks("*").into_iter().collect(),
        Slots::Items(items) => items
            .iter()
            .filter(|item| !zeroed.contains(item))
            .filter_map(|item| lacks(&scheme.item(*item).id))
            .collect(),
    }
}

/// Takes a submitted sheet back (`withdraw`, by its rater) or gives it back (`return`, by who
/// runs the round), with a reason.
pub(super) fn reopen(
    context: &Context<'_>,
    slice: &Slice,
    names: [&String; 3],
    kind: OperationKind,
) -> Result<Decision, Refusal> {
    let reason = context.given_reason().ok_or(Refusal::ReasonNeeded)?;
    let write = sheet_write(names);
    if !is_submitted(sheet_record(slice.cell(What::Sheet, &write.key)).as_ref()) {
        return Err(of_sheet!(SheetNotSubmitted, write.key));
    }
    let tie = slice.cell(What::Tie, &write.key[..1]);
    if kind == OperationKind::Withdraw && tie.is_some_and(|cell| cell.record.is_some()) {
        return Err(of_sheet!(UsedByDecision, write.key));
    }
    let record = SheetRecord {
        state: if kind == OperationKind::Return {
            SheetState::Returned
        } else {
            SheetState::Open
        },
        reason: Some(reason.to_owned()),
        imported: false,
    };
    Ok(decision(change(slice, &write, Some(record.write())), kind))
}

fn decision(change: Option<Change>, kind: OperationKind) -> Decision {
    Decision {
        changes: change.into_iter().collect(),
        kind,
        undoes: None,
    }
}
