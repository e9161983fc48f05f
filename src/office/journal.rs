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

/// The journal, newest first.
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
    view.each_line_back(round, |line| {
        if lines.len() >= most {
            return Ok(false);
        }
        if asked_for(view, filter, &line)? {
            lines.push(shown(view, &line, SHOWN_CHANGES)?);
        }
        Ok(true)
    })?;
    Ok(lines)
}

fn asked_for(view: &View<'_>, filter: &JournalFilter, line: &Line) -> Result<bool, Trouble> {
    let by_actor = filter
        .actor
        .as_ref()
        .is_none_or(|actor| *actor == line.actor);
    let late_enough = filter.since.is_none_or(|since| line.at >= since)
        && filter.after.is_none_or(|after| line.seq > after);
    if !by_actor || !late_enough {
        return Ok(false);
    }
    match &filter.organisation {
        None => Ok(true),
        Some(organisation) => view.touches(line, organisation),
    }
}
