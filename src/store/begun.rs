//! The sheets that were begun by hand and have no row of their own yet, kept with the marks, so
//! that the chairs of a round are known without looking through all of its marks.

use std::collections::HashSet;

use rusqlite::params;

use super::{RoundNumber, Transaction, Trouble, View};
use crate::round::{Change, What};

/// Whether a sheet is such a one: parameters are round, organisation, party and rater.
const IS_BEGUN: &str = "EXISTS (SELECT 1 FROM mark WHERE round = ?1 AND organisation = ?2
         AND party = ?3 AND rater = ?4 AND entry IS NOT NULL AND removed = 0)
     AND NOT EXISTS (SELECT 1 FROM sheet WHERE round = ?1 AND organisation = ?2
         AND party = ?3 AND rater = ?4 AND removed = 0)";

/// Every such sheet, out of the marks.
const FROM_MARKS: &str = "SELECT DISTINCT mark.party, mark.rater, mark.organisation FROM mark
     LEFT JOIN sheet ON sheet.round = mark.round AND sheet.organisation = mark.organisation
         AND sheet.party = mark.party AND sheet.rater = mark.rater AND sheet.removed = 0
     WHERE mark.round = ?1 AND mark.entry IS NOT NULL AND mark.removed = 0
         AND sheet.round IS NULL";

const KEPT: &str = "SELECT party, rater, organisation FROM begun WHERE round = ?1";

/// The sheets that changes are on, each once where they follow each other.
fn sheets(changes: &[Change]) -> impl Iterator<Item = &[String]> {
    let mut last: Option<&[String]> = None;
    changes.iter().filter_map(move |change| {
        let sheet = match change.what {
            What::Mark | What::Sheet => change.key.get(..3)?,
            _ => return None,
        };
        (last.replace(sheet) != Some(sheet)).then_some(sheet)
    })
}

/// The sheets that changes leave with a row: those that come from a file, or are submitted.
fn with_row(changes: &[Change]) -> HashSet<&[String]> {
    let mut with_row = HashSet::new();
    for change in changes.iter().filter(|change| change.what == What::Sheet) {
        match change.new {
            Some(_) => with_row.insert(change.key.as_slice()),
            None => with_row.remove(change.key.as_slice()),
        };
    }
    with_row
}

impl Transaction<'_> {
    /// Brings the list of begun sheets up to what changes have made of it.
    pub(super) fn keep_begun(&self, round: RoundNumber, changes: &[Change]) -> Result<(), Trouble> {
        let mut add = self.connection.prepare_cached(&format!(
            "INSERT INTO begun (round, organisation, party, rater) SELECT ?1, ?2, ?3, ?4
             WHERE {IS_BEGUN} ON CONFLICT DO NOTHING"
        ))?;
        let mut take = self.connection.prepare_cached(&format!(
            "DELETE FROM begun WHERE round = ?1 AND organisation = ?2 AND party = ?3
                 AND rater = ?4 AND NOT ({IS_BEGUN})"
        ))?;
        let with_row = with_row(changes);
        let any = self.any_begun(round)?;
        for sheet in sheets(changes) {
            let [organisation, party, rater] = sheet else {
                continue;
            };
            let of = params![round.0, organisation, party, rater];
            // An import brings many that are on no list and come onto none.
            let stays_off = with_row.contains(sheet);
            if (stays_off || add.execute(of)? == 0) && (any || !stays_off) {
                take.execute(of)?;
            }
        }
        Ok(())
    }

    /// Whether any sheet of a round is on the list.
    fn any_begun(&self, round: RoundNumber) -> Result<bool, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM begun WHERE round = ?1")?;
        Ok(statement.exists([round.0])?)
    }
}

impl View<'_> {
    /// The organisations of which the list of begun sheets is not what the marks make it.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn begun_wrongly(&self, round: RoundNumber) -> Result<Vec<String>, Trouble> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT organisation FROM (SELECT * FROM ({FROM_MARKS}) EXCEPT {KEPT})
             UNION SELECT organisation FROM ({KEPT} EXCEPT SELECT * FROM ({FROM_MARKS}))"
        ))?;
        let rows = statement.query_map([round.0], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
