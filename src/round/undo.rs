//! Taking back, and doing again. Neither looks at the rules of entries again: what is written
//! back was decided once, and nothing has touched it since.

use std::collections::{HashMap, HashSet};

use super::sheet::{is_submitted, of_sheet, sheet_record};
use super::write::takes;
use super::{
    Cell, Change, Context, Decision, OperationKind, PastOperation, Record, Refusal, RoundState,
    Slice, VetoRecord, What,
};
use crate::scoring::VetoState;

/// Checks that it is the operation that the person was shown.
fn shown(seq: u64, expect: Option<u64>) -> Result<u64, Refusal> {
    match expect {
        Some(expected) if expected != seq => Err(Refusal::UndoMoved { seq }),
        _ => Ok(seq),
    }
}

fn undone(past: &[PastOperation]) -> HashSet<u64> {
    past.iter()
        .filter_map(|operation| operation.undoes)
        .collect()
}

/// Which operation an undo takes back: the actor's newest that is neither an undo nor undone.
/// `past` is newest first. A redo is taken back like what it did again.
///
/// # Errors
/// Nothing is left, a submission or an import is in the way, or another one than `expect`.
pub fn undo_target(past: &[PastOperation], expect: Option<u64>) -> Result<u64, Refusal> {
    let undone = undone(past);
    let found = past
        .iter()
        .find(|operation| {
            operation.kind() != Some(OperationKind::Undo) && !undone.contains(&operation.seq)
        })
        .ok_or(Refusal::NothingToUndo)?;
    match found.kind() {
        Some(OperationKind::Write | OperationKind::Redo) => shown(found.seq, expect),
        _ => Err(Refusal::NotUndoable {
            seq: found.seq,
            kind: found.kind.clone(),
        }),
    }
}

/// Which undo a redo takes back: the actor's newest that is not itself taken back, unless the
/// actor has done something else since.
///
/// # Errors
/// There is none, or it is another one than `expect`.
pub fn redo_target(past: &[PastOperation], expect: Option<u64>) -> Result<u64, Refusal> {
    let undone = undone(past);
    let found = past
        .iter()
        .find(|operation| match operation.kind() {
            Some(OperationKind::Redo) => false,
            Some(OperationKind::Undo) => !undone.contains(&operation.seq),
            _ => true,
        })
        .filter(|operation| operation.kind() == Some(OperationKind::Undo))
        .ok_or(Refusal::NothingToUndo)?;
    shown(found.seq, expect)
}

/// Takes back the actor's newest operation.
pub(super) fn undo(
    context: &Context<'_>,
    slice: &Slice,
    state: RoundState,
    expect: Option<u64>,
) -> Result<Decision, Refusal> {
    let seq = undo_target(own(context, slice), expect)?;
    written_back(slice, state, seq, OperationKind::Undo)
}

/// Does again what the actor's newest undo took back.
pub(super) fn redo(
    context: &Context<'_>,
    slice: &Slice,
    state: RoundState,
    expect: Option<u64>,
) -> Result<Decision, Refusal> {
    let seq = redo_target(own(context, slice), expect)?;
    written_back(slice, state, seq, OperationKind::Redo)
}

/// The loaded operations, if they are the actor's.
fn own<'a>(context: &Context<'_>, slice: &'a Slice) -> &'a [PastOperation] {
    let past = slice.past().unwrap_or_default();
    if past
        .iter()
        .all(|operation| operation.actor == context.actor)
    {
        past
    } else {
        &[]
    }
}

fn written_back(
    slice: &Slice,
    state: RoundState,
    seq: u64,
    kind: OperationKind,
) -> Result<Decision, Refusal> {
    let made = slice.changes(seq).ok_or(Refusal::NothingToUndo)?;
    if !made.iter().all(|change| takes(state, change.what)) {
        return Err(Refusal::RoundClosed);
    }
    if made.iter().any(is_decision) {
        return Err(Refusal::NotUndoable {
            seq,
            kind: "decision".to_owned(),
        });
    }
    let same_as = same_as(slice, seq);
    let changes = made
        .iter()
        .rev()
        .map(|change| back(slice, seq, change, &same_as));
    Ok(Decision {
        changes: changes.collect::<Result<_, _>>()?,
        kind,
        undoes: Some(seq),
    })
}

/// Whether others go by it once it is made: states of the round, ties, vetoes decided or lifted,
/// and the list of organisations.
fn is_decision(change: &Change) -> bool {
    let settles = |record: &Option<Record>| {
        let veto = record.as_ref();
        let veto = veto.and_then(|record| VetoRecord::read(record).ok());
        veto.is_some_and(|veto| veto.state != VetoState::Proposed)
    };
    match change.what {
        What::Round | What::Tie | What::Organisation => true,
        What::Veto => settles(&change.old) || settles(&change.new),
        _ => false,
    }
}

/// Revisions of cells that say the same as an earlier one, because what lay between has been
/// taken back: an undo makes a new revision, and still the next undo goes on below it.
type SameAs<'a> = HashMap<(What, &'a [String], u64), u64>;

/// What the actor's own undos and redos after an operation have led back to.
fn same_as(slice: &Slice, target: u64) -> SameAs<'_> {
    let mut same_as = SameAs::new();
    let newer = slice.past().unwrap_or_default().iter().rev();
    for operation in newer.filter(|operation| operation.seq > target) {
        let made = slice.changes(operation.seq).unwrap_or_default();
        let taken_back = operation.undoes.and_then(|undone| slice.changes(undone));
        let before: HashMap<_, _> = taken_back
            .unwrap_or_default()
            .iter()
            .map(|change| ((change.what, change.key.as_slice()), change.old_revision))
            .collect();
        for change in made {
            let cell = (change.what, change.key.as_slice());
            if let Some(revision) = before.get(&cell) {
                let (what, key) = cell;
                let first = same_as.get(&(what, key, *revision)).copied();
                same_as.insert((what, key, change.new_revision), first.unwrap_or(*revision));
            }
        }
    }
    same_as
}

fn back(slice: &Slice, seq: u64, change: &Change, same_as: &SameAs<'_>) -> Result<Change, Refusal> {
    let cell = slice.cell(change.what, &change.key);
    let revision = cell.map_or(0, |cell: &Cell| cell.revision);
    let stands = same_as.get(&(change.what, change.key.as_slice(), revision));
    if *stands.unwrap_or(&revision) != change.new_revision {
        return Err(Refusal::ChangedSince {
            seq,
            what: change.what,
            key: change.key.clone(),
            by: String::new(),
        });
    }
    if change.what == What::Mark
        && let Some(sheet) = change.key.get(..3)
        && is_submitted(sheet_record(slice.cell(What::Sheet, sheet)).as_ref())
    {
        return Err(of_sheet!(SheetSubmitted, sheet));
    }
    Ok(Change {
        what: change.what,
        key: change.key.clone(),
        old: cell.and_then(|cell| cell.record.clone()),
        new: change.old.clone(),
        old_revision: revision,
        new_revision: revision + 1,
    })
}
