//! 试算: all results of a round as they would be with some cells written otherwise.

use std::collections::HashMap;

use super::figures::Reading;
use super::results::{Among, Figures, figures, ranked};
use super::{Failure, RoundResults, Shared};
use crate::round::{Cell, Write};
use crate::scoring::{Plan, Silent};
use crate::store::{RoundRow, View};

/// The results on trial, of those that are asked for: the figures of the organisations that are written to are made from
/// their cells with the writes laid over them, and everything after that as always. Nothing is
/// decided and nothing is stored, so a write that a rule would refuse has no effect or a wrong
/// one: who asks checks it first.
pub(super) fn trial(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    writes: &[Write],
    among: Among<'_>,
) -> Result<RoundResults, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let Figures { mut rated, .. } = figures(&reading, view, among)?;
    let mut changed: HashMap<&str, Vec<&Write>> = HashMap::new();
    for write in writes {
        if let Some(organisation) = write.key.first() {
            changed.entry(organisation).or_default().push(write);
        }
    }
    for (member, figures) in &mut rated {
        let Some(writes) = changed.get(member.code.as_str()) else {
            continue;
        };
        let mut stand = reading.stand(&member.code)?;
        for write in writes {
            lay_over(&mut stand.cells, write);
        }
        if let Some(made) = reading.own(&stand, &mut Silent) {
            *figures = made;
        }
    }
    let (rows, places) = ranked(&plan, view, round, rated)?;
    Ok(RoundResults {
        seq: round.seq,
        head: round.head_text(),
        rows,
        places,
    })
}

/// Puts what is written in place of the cell.
fn lay_over(cells: &mut Vec<Cell>, write: &Write) {
    cells.retain(|cell| cell.what != write.what || cell.key != write.key);
    if write.record.is_some() {
        cells.push(Cell {
            what: write.what,
            key: write.key.clone(),
            record: write.record.clone(),
            revision: 0,
        });
    }
}
