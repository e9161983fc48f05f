//! Integrity: the database, the books, the state that they led to, and the figures kept of it.

use super::figures::{Reading, Summary, kept};
use super::{BookFault, Failure, Shared, Verified, VerifiedBook};
use crate::scoring::{OrganisationFigures, Plan};
use crate::store::{RoundRow, StandingRow, View};

/// Reads everything and says what does not fit.
pub(super) fn verify(
    shared: &Shared,
    view: &View<'_>,
    database: Vec<String>,
    head: Option<&str>,
) -> Result<Verified, Failure> {
    let checks = view.verify(head)?;
    let head_found = head.map(|_| checks.iter().any(|check| check.head_found));
    let mut books = Vec::new();
    for check in checks {
        let mut faults = check.faults;
        // Figures of a state that is not to be trusted prove nothing.
        if faults.is_empty() && !check.office {
            faults = derived(shared, view, &check.book)?;
        }
        books.push(VerifiedBook {
            operations: check.operations,
            changes: check.changes,
            head: check.book.head_text(),
            round: (!check.office).then_some(check.book.name),
            faults,
        });
    }
    Ok(Verified {
        books,
        database,
        head_found,
    })
}

/// Kept figures, and kept lists of begun sheets, that differ from those made anew.
fn derived(shared: &Shared, view: &View<'_>, round: &RoundRow) -> Result<Vec<BookFault>, Failure> {
    if round.scheme.is_none() {
        return Ok(Vec::new());
    }
    let scheme = shared.schemes.of(view, round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let mut faults = Vec::new();
    view.each_standing(round.number, |row| {
        if reading.fits(&row) && !is_right(&reading, &row)? {
            faults.push(BookFault::Derived {
                organisation: row.organisation,
            });
        }
        Ok(())
    })?;
    let begun = view.begun_wrongly(round.number)?.into_iter();
    faults.extend(begun.map(|organisation| BookFault::Derived { organisation }));
    Ok(faults)
}

fn is_right(reading: &Reading<'_>, row: &StandingRow) -> Result<bool, super::Trouble> {
    let stand = reading.stand(&row.organisation)?;
    let Some((figures, shown)) = reading.own_kept(&stand) else {
        return Ok(false);
    };
    let anew = reading.row(&row.organisation, &figures, &shown)?;
    // Two texts of one kind are equal in nearly all cases, and then need not be read.
    let same_figures =
        row.figures == anew.figures || kept::<OrganisationFigures>(&row.figures) == Some(figures);
    let same_summary = row.summary == anew.summary || kept::<Summary>(&row.summary) == Some(shown);
    Ok(same_figures
        && same_summary
        && row.composite == anew.composite
        && row.low == anew.low
        && row.high == anew.high
        && row.scores == anew.scores
        && row.scored == anew.scored)
}
