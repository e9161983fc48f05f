//! Who else was at it: conflicts and undo name them.

use super::Trouble;
use crate::round::{Conflict, Refusal};
use crate::store::{Line, RoundRow, View};

/// Says who was first, and what the person had seen, where that is why.
pub(super) fn name_others(
    view: &View<'_>,
    round: &str,
    refusal: &mut Refusal,
) -> Result<(), Trouble> {
    let Some(round) = view.round(round)? else {
        return Ok(());
    };
    match refusal {
        Refusal::Conflict(conflict) => name_conflict(view, &round, conflict),
        Refusal::ChangedSince { what, key, by, .. } => {
            if let Some(line) = view.last_writer(round.number, *what, key)? {
                *by = line.actor;
            }
            Ok(())
        }
        Refusal::Rows(rows) => {
            for (_, refusal) in rows {
                if let Refusal::Conflict(conflict) = refusal {
                    name_conflict(view, &round, conflict)?;
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn name_conflict(
    view: &View<'_>,
    round: &RoundRow,
    conflict: &mut Conflict,
) -> Result<(), Trouble> {
    if let Some(Line { actor, at, .. }) =
        view.last_writer(round.number, conflict.what, &conflict.key)?
    {
        conflict.by = actor;
        conflict.at = at;
    }
    conflict.base = view.record_at(round.number, conflict.what, &conflict.key, conflict.seen)?;
    Ok(())
}
