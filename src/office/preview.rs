//! What an import would do.

use std::collections::HashSet;

use super::{Failure, Preview, Shared, applying};
use crate::round::{Command, Key, Operation, What, Write};
use crate::store::View;

/// So many changes are shown.
const SAMPLE: usize = 20;

/// Decides an operation on a snapshot and counts what would change.
pub(super) fn preview(
    shared: &Shared,
    view: &View<'_>,
    operation: &Operation,
) -> Result<Preview, Failure> {
    let prepared = applying::prepare(shared, view, operation)?;
    let decision = prepared
        .and_then(applying::Prepared::into_outcome)
        .map_err(Failure::Refusal)?;
    let (kind, writes) = match &operation.command {
        Command::Import { kind, writes, .. } => (Some(*kind), writes.as_slice()),
        Command::Write(writes) => (None, writes.as_slice()),
        Command::CreateRound(new) => (None, new.organisations.as_slice()),
        _ => (None, [].as_slice()),
    };
    let place = |write: &Write| (write.what, write.key.clone());
    let mut asked: HashSet<(What, Key)> = writes.iter().map(place).collect();
    let mut preview = Preview {
        kind,
        added: 0,
        changed: 0,
        removed: 0,
        unchanged: 0,
        sample: Vec::new(),
    };
    for change in &decision.changes {
        // A sheet that an import submits is no row of the file.
        if !asked.remove(&(change.what, change.key.clone())) {
            continue;
        }
        match (&change.old, &change.new) {
            (None, _) => preview.added += 1,
            (_, None) => preview.removed += 1,
            _ => preview.changed += 1,
        }
    }
    preview.unchanged = asked.len() as u64;
    preview.sample = decision.changes.into_iter().take(SAMPLE).collect();
    Ok(preview)
}
