//! The journal: what was done, newest first; and the news since a number.

use super::{Failure, JournalFilter, JournalLine, Trouble, asking};
use crate::round::{Change, Key, What};
use crate::store::{Line, RoundRow, View};

/// So many changes of a line come along; the rest is counted.
const SHOWN_CHANGES: u64 = 100;

/// A journal without a limit is still no longer than that.
const MOST_LINES: u32 = 10_000;

fn shown(view: &View<'_>, line: &Line, limit: u64) -> Result<JournalLine, Trouble> {
    Ok(told(line, view.changes(line, limit)?))
}

fn told(line: &Line, changes: Vec<Change>) -> JournalLine {
    JournalLine {
        changes,
        hash: line.code(),
        round: line.round().map(str::to_owned),
        seq: line.seq,
        at: line.at,
        actor: line.actor.clone(),
        via: line.via.clone(),
        kind: line.kind.clone(),
        reason: line.reason.clone(),
        undoes: line.undoes,
        about: line.about.clone(),
        count: line.count,
    }
}

/// What was done to one cell, newest first, each with the change of this cell alone.
pub(super) fn history(
    view: &View<'_>,
    round: &RoundRow,
    what: What,
    key: &Key,
) -> Result<Vec<JournalLine>, Failure> {
    let found = view.history(round.number, what, key)?;
    let lines = found.into_iter().rev();
    Ok(lines
        .map(|(line, change)| told(&line, vec![change]))
        .collect())
}

/// What was written after a number in the book, oldest first, with all changes: a screen brings
/// itself up to date with them.
pub(super) fn news(
    view: &View<'_>,
    round: &RoundRow,
    since: u64,
) -> Result<Vec<JournalLine>, Failure> {
    let lines = view.lines_after(round.number, since)?;
    let shown = lines.iter().map(|line| shown(view, line, u64::MAX));
    Ok(shown.collect::<Result<_, _>>()?)
}

/// The journal, newest first; of one organisation with its own changes alone.
pub(super) fn journal(
    view: &View<'_>,
    filter: &JournalFilter,
) -> Result<Vec<JournalLine>, Failure> {
    let round = match &filter.round {
        Some(name) => Some(asking::find(view, name)?.number),
        None => None,
    };
    let most = filter.limit.unwrap_or(MOST_LINES) as usize;
    let mut lines = Vec::new();
    let about = filter.organisation.as_deref();
    let take = |line: Line| {
        if lines.len() >= most {
            return Ok(false);
        }
        if asked_for(filter, &line) {
            lines.push(match about {
                Some(organisation) => {
                    let limit = usize::try_from(SHOWN_CHANGES).unwrap_or(usize::MAX);
                    told(&line, view.changes_of(&line, organisation, limit)?)
                }
                None => shown(view, &line, SHOWN_CHANGES)?,
            });
        }
        Ok(true)
    };
    match about {
        Some(organisation) => view.each_line_of_back(round, organisation, take)?,
        None => view.each_line_back(round, take)?,
    }
    Ok(lines)
}

/// Whether a line is by whom and of when it is wanted.
fn asked_for(filter: &JournalFilter, line: &Line) -> bool {
    let actor = filter.actor.as_ref();
    actor.is_none_or(|actor| *actor == line.actor)
        && filter.since.is_none_or(|since| line.at >= since)
        && filter.after.is_none_or(|after| line.seq > after)
}
