//! Figures that had to be made are kept for the next who asks, in the writer's own time.

use std::collections::HashSet;

use super::figures::json;
use super::queue::Progress;
use super::touched::touched;
use super::{RoundResults, Trouble};
use crate::scheme::Scheme;
use crate::scoring::ENGINE_VERSION;
use crate::store::{RankedRow, RoundRow, StandingRow, Transaction, Writer};

/// Figures are kept in batches, so that nobody waits long for the lock.
const BATCH: usize = 256;

/// Keeps some of the figures that were made from `round`, as far as nothing has moved since, and
/// takes them out of `rows`. What cannot be kept is made again by the next who asks.
pub(super) fn keep_some_figures(
    writer: &mut Writer,
    round: &RoundRow,
    rows: &mut Vec<StandingRow>,
) -> Progress {
    let rest = rows.len().saturating_sub(BATCH);
    let batch = rows.get(rest..).unwrap_or_default();
    let kept = writer.write_if_free(|transaction| {
        let Some(moved) = moved_since(transaction, round)? else {
            return Ok(());
        };
        let still = batch
            .iter()
            .filter(|row| !moved.contains(&row.organisation));
        transaction.keep_standings(round.number, still)
    });
    let progress = Progress::of(&kept);
    if progress == Progress::Locked {
        return progress;
    }
    rows.truncate(rest);
    if rest == 0 || kept.is_err() {
        Progress::Done
    } else {
        Progress::More
    }
}

/// The organisations that have been touched since; none where all have to be taken for moved.
fn moved_since(
    transaction: &Transaction<'_>,
    round: &RoundRow,
) -> Result<Option<HashSet<String>>, Trouble> {
    let now = transaction.round(&round.name)?;
    if now.is_none_or(|now| now.scheme != round.scheme) {
        return Ok(None);
    }
    let mut moved = HashSet::new();
    for line in transaction.lines_after(round.number, round.seq)? {
        match touched(&transaction.changes(&line, u64::MAX)?) {
            Some(organisations) => moved.extend(organisations),
            None => return Ok(None),
        }
    }
    Ok(Some(moved))
}

/// Keeps a ranking, unless somebody has written meanwhile: then a newer one is on its way.
pub(super) fn keep_ranking(
    writer: &mut Writer,
    round: &RoundRow,
    scheme: &Scheme,
    results: &RoundResults,
) -> Result<(), Trouble> {
    let hash = round.scheme.clone().unwrap_or_default();
    let mut rows = Vec::with_capacity(results.rows.len());
    for row in &results.rows {
        let level = row
            .standing
            .level
            .map(|level| scheme.level(level).id.clone());
        rows.push(RankedRow {
            organisation: row.organisation.clone(),
            rank: row.standing.rank,
            tie: row.standing.tie,
            level,
            standing: json(&row.standing)?,
        });
    }
    writer.write_if_free(|transaction| {
        let now = transaction.round(&round.name)?;
        if now.is_none_or(|now| now.seq != round.seq) {
            return Ok(());
        }
        transaction.keep_ranking(round.number, (round.seq, &hash, ENGINE_VERSION), rows)
    })
}
