//! What a command needs, from the store into a slice.

use std::collections::BTreeSet;

use crate::round::{
    AssignmentState, Command, Context, Need, OperationKind, PastOperation, Slice, What,
    further_needs, needs,
};
use crate::store::{RoundRow, Trouble, View};

/// The operations that undo looks past.
const LOOKED_PAST: [OperationKind; 2] = [OperationKind::Undo, OperationKind::Redo];

/// Loads all that `decide` looks at for a command.
pub(super) fn slice(
    view: &View<'_>,
    round: &RoundRow,
    command: &Command,
    context: &Context<'_>,
) -> Result<Slice, Trouble> {
    let mut slice = Slice::default();
    let mut wanted = needs(command, Some(context));
    while !wanted.is_empty() {
        for need in &wanted {
            load(view, round, need, &mut slice)?;
        }
        wanted = further_needs(command, &slice);
    }
    Ok(slice)
}

/// Loads again what sums up many cells, after single ones have moved.
pub(super) fn summaries(
    view: &View<'_>,
    round: &RoundRow,
    command: &Command,
    context: &Context<'_>,
    slice: &mut Slice,
) -> Result<(), Trouble> {
    let sums_up = |need: &&Need| {
        matches!(
            need,
            Need::Due { .. } | Need::InUse | Need::PastOperations { .. }
        )
    };
    for need in needs(command, Some(context)).iter().filter(sums_up) {
        load(view, round, need, slice)?;
    }
    Ok(())
}

fn load(view: &View<'_>, round: &RoundRow, need: &Need, slice: &mut Slice) -> Result<(), Trouble> {
    match need {
        Need::Cell(what, key) => one(view, round, *what, key, slice)?,
        Need::Under(what, key) => {
            let cells = view.cells(round.number, *what, key)?;
            slice.extend(cells);
        }
        Need::All(what) => {
            let cells = view.cells(round.number, *what, &[])?;
            slice.extend(cells);
        }
        Need::Due { party } => {
            let due = view.assigned(round.number, party, AssignmentState::Due.word())?;
            slice.set_due(party.clone(), due);
        }
        Need::InUse => slice.set_in_use(view.in_use(round.number)?),
        Need::PastOperations { actor } => slice.set_past(past(view, round, actor)?),
        Need::Touched { seq } => touched(view, round, *seq, slice)?,
    }
    Ok(())
}

fn one(
    view: &View<'_>,
    round: &RoundRow,
    what: What,
    key: &[String],
    slice: &mut Slice,
) -> Result<(), Trouble> {
    let cell = view.cell(round.number, what, key)?;
    if cell.revision > 0 {
        slice.insert(cell);
    }
    Ok(())
}

/// The actor's operations, newest first, as far back as undo has to look.
fn past(view: &View<'_>, round: &RoundRow, actor: &str) -> Result<Vec<PastOperation>, Trouble> {
    let mut past = Vec::new();
    let mut undone = BTreeSet::new();
    view.each_line_back(Some(round.number), |line| {
        if line.actor != actor {
            return Ok(true);
        }
        undone.extend(line.undoes);
        let ends =
            !LOOKED_PAST.iter().any(|kind| kind.word() == line.kind) && !undone.contains(&line.seq);
        past.push(PastOperation {
            seq: line.seq,
            actor: line.actor,
            kind: line.kind,
            undoes: line.undoes,
        });
        Ok(!ends)
    })?;
    Ok(past)
}

/// The changes of an operation, the cells that they name, and the sheets of changed marks.
fn touched(view: &View<'_>, round: &RoundRow, seq: u64, slice: &mut Slice) -> Result<(), Trouble> {
    let changes = match view.line(round.number, seq)? {
        Some(line) => view.changes(&line, u64::MAX)?,
        None => Vec::new(),
    };
    for change in &changes {
        one(view, round, change.what, &change.key, slice)?;
        if let (What::Mark, Some(sheet)) = (change.what, change.key.get(..3)) {
            one(view, round, What::Sheet, sheet, slice)?;
        }
    }
    slice.set_changes(seq, changes);
    Ok(())
}
