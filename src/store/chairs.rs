//! Who sits in a round: the parties and raters that have a sheet or an assignment, and how many
//! sheets they have still to submit.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::{RoundNumber, Trouble, View};

/// So many raters are looked for one by one.
const FEW_RATERS: usize = 64;

/// Sheets of a party in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetCounts {
    /// By the list of raters.
    pub due: u32,
    /// Of those that are due where any is, else of all; none of a recused rater.
    pub submitted: u32,
}

/// Who sits in a round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chairs {
    /// As (party, rater), sorted.
    pub all: Vec<(String, String)>,
    /// Who is on the list of raters of a party, for every party that has such a list.
    pub due: BTreeMap<String, BTreeSet<String>>,
}

/// What a rater has still to submit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetsLeft {
    /// Id of the party.
    pub party: String,
    pub rater: String,
    /// Sheets that are not submitted.
    pub left: u32,
    /// Of those, the ones that were returned.
    pub returned: u32,
}

/// Where sheets stand, as table and condition: those that have a row, and those that were begun
/// by hand and have none yet.
const SHEETS: [(&str, &str); 2] = [
    ("sheet", "round = ?1 AND removed = 0"),
    ("begun", "round = ?1"),
];

impl View<'_> {
    /// Sheets that are due and submitted, by the id of their party.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn sheet_counts(
        &self,
        round: RoundNumber,
    ) -> Result<HashMap<String, SheetCounts>, Trouble> {
        let mut counts: HashMap<String, SheetCounts> = HashMap::new();
        let mut due = self.connection.prepare_cached(
            "SELECT party, count(*) FROM assignment
             WHERE round = ?1 AND state = 'due' GROUP BY party",
        )?;
        // Both sides come in the order of an index and are merged: looking each up takes longer.
        let mut submitted_of_due = self.connection.prepare_cached(
            "SELECT count(*) FROM (
                 SELECT rater, organisation FROM assignment
                 WHERE round = ?1 AND party = ?2 AND state = 'due'
                 INTERSECT
                 SELECT rater, organisation FROM sheet
                 WHERE round = ?1 AND removed = 0 AND party = ?2 AND state = 'submitted'
                 ORDER BY rater, organisation)",
        )?;
        let mut rows = due.query([round.0])?;
        while let Some(row) = rows.next()? {
            let (party, due): (String, u32) = (row.get(0)?, row.get(1)?);
            let submitted =
                submitted_of_due.query_row(params![round.0, party], |row| row.get(0))?;
            counts.insert(party, SheetCounts { due, submitted });
        }
        // Counted out of an index; those that are recused are few.
        let mut all = self.connection.prepare_cached(
            "SELECT all_of.party, all_of.number - coalesce(recused.number, 0) FROM (
                 SELECT party, count(*) AS number FROM sheet
                 WHERE round = ?1 AND removed = 0 AND state = 'submitted' GROUP BY party
             ) AS all_of LEFT JOIN (
                 SELECT a.party, count(*) AS number FROM assignment AS a
                 JOIN sheet AS s ON s.round = a.round AND s.organisation = a.organisation
                     AND s.party = a.party AND s.rater = a.rater
                     AND s.state = 'submitted' AND NOT s.removed
                 WHERE a.round = ?1 AND a.state = 'recused' AND NOT a.removed GROUP BY a.party
             ) AS recused ON recused.party = all_of.party",
        )?;
        let mut rows = all.query([round.0])?;
        while let Some(row) = rows.next()? {
            let submitted = row.get(1)?;
            // Where there is a list of raters, its sheets are counted alone.
            let only = SheetCounts { due: 0, submitted };
            counts.entry(row.get(0)?).or_insert(only);
        }
        Ok(counts)
    }

    /// Parties and raters that have a sheet or an assignment, sorted.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn chairs(&self, round: RoundNumber) -> Result<Chairs, Trouble> {
        let mut chairs = Chairs::default();
        for (table, condition) in SHEETS {
            let known = match self.few_raters(round, table, condition)? {
                Some(few) => few,
                None => self.pairs(
                    &format!("SELECT DISTINCT party, rater FROM {table} WHERE {condition}"),
                    round,
                )?,
            };
            chairs.all.extend(known);
        }
        // An assignment that is no more has no state.
        let mut assigned = self.connection.prepare_cached(
            "SELECT DISTINCT party, rater, state = 'due' FROM assignment
             WHERE round = ?1 AND state IS NOT NULL",
        )?;
        let mut rows = assigned.query([round.0])?;
        while let Some(row) = rows.next()? {
            let (party, rater): (String, String) = (row.get(0)?, row.get(1)?);
            if row.get(2)? {
                let of_party = chairs.due.entry(party.clone()).or_default();
                of_party.insert(rater.clone());
            }
            chairs.all.push((party, rater));
        }
        chairs.all.sort();
        chairs.all.dedup();
        Ok(chairs)
    }

    /// Whether a rater has a sheet or an assignment in a party.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn is_rater(&self, round: RoundNumber, party: &str, rater: &str) -> Result<bool, Trouble> {
        let assigned = ("assignment", "round = ?1 AND state IN ('due', 'recused')");
        for (table, condition) in SHEETS.into_iter().chain([assigned]) {
            let sql = format!(
                "SELECT 1 FROM {table} WHERE {condition} AND party = ?2 AND rater = ?3 LIMIT 1"
            );
            let mut statement = self.connection.prepare_cached(&sql)?;
            if statement.exists(params![round.0, party, rater])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn pairs(&self, sql: &str, round: RoundNumber) -> Result<Vec<(String, String)>, Trouble> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([round.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many sheets each of these parties and raters has still to submit: of those that are
    /// due where there is a list of raters, else of those that have been begun. Who has neither
    /// does not stand there; nobody does where there are more than a few, for whom counting
    /// takes longer than a person waits for a question.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn sheets_left(
        &self,
        round: RoundNumber,
        raters: &[(String, String)],
    ) -> Result<Vec<SheetsLeft>, Trouble> {
        if raters.len() > FEW_RATERS {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT a.party, a.rater, count(*) - count(s.state) FROM assignment AS a
             LEFT JOIN sheet AS s ON s.round = a.round AND s.organisation = a.organisation
                 AND s.party = a.party AND s.rater = a.rater
                 AND s.state = 'submitted' AND NOT s.removed
             WHERE a.round = ?1 AND a.state = 'due' GROUP BY a.party, a.rater",
        )?;
        let rows =
            statement.query_map([round.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mut left: Vec<(String, String, u32)> = rows.collect::<rusqlite::Result<_>>()?;
        let due: HashSet<(String, String)> = left
            .iter()
            .map(|(party, rater, _)| (party.clone(), rater.clone()))
            .collect();
        let is_due = |party: &str, rater: &str| due.contains(&(party.into(), rater.into()));
        // The index leads to those that are open, however many have been submitted.
        let mut open = self.connection.prepare_cached(
            "SELECT (SELECT count(*) FROM sheet WHERE round = ?1 AND removed = 0 AND party = ?2
                 AND rater = ?3 AND state IN ('open', 'returned'))
                 + (SELECT count(*) FROM begun WHERE round = ?1 AND party = ?2 AND rater = ?3)
             WHERE EXISTS (SELECT 1 FROM sheet WHERE round = ?1 AND removed = 0
                 AND party = ?2 AND rater = ?3)
                 OR EXISTS (SELECT 1 FROM begun WHERE round = ?1 AND party = ?2 AND rater = ?3)",
        )?;
        for (party, rater) in raters.iter().filter(|(one, other)| !is_due(one, other)) {
            let count = open.query_row(params![round.0, party, rater], |row| row.get(0));
            let count = count.optional()?;
            left.extend(count.map(|count| (party.clone(), rater.clone(), count)));
        }
        let mut returned = self.connection.prepare_cached(
            "SELECT count(*) FROM sheet WHERE round = ?1 AND removed = 0 AND party = ?2
                 AND rater = ?3 AND state = 'returned'",
        )?;
        let with_returned = left.into_iter().map(|(party, rater, left)| {
            let returned = returned.query_row(params![round.0, party, rater], |row| row.get(0))?;
            Ok(SheetsLeft {
                party,
                rater,
                left,
                returned,
            })
        });
        with_returned.collect()
    }

    /// Those that have a sheet there: from each the index is entered again behind all of its sheets,
    /// so that a few raters of thousands of sheets are found at once. None where there are many.
    fn few_raters(
        &self,
        round: RoundNumber,
        table: &str,
        condition: &str,
    ) -> Result<Option<Vec<(String, String)>>, Trouble> {
        let mut of_party = self.connection.prepare_cached(&format!(
            "SELECT party, rater FROM {table} WHERE {condition} AND party = ?2 AND rater > ?3
             ORDER BY rater LIMIT 1"
        ))?;
        let mut of_next_party = self.connection.prepare_cached(&format!(
            "SELECT party, rater FROM {table} WHERE {condition} AND party > ?2
             ORDER BY party, rater LIMIT 1"
        ))?;
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let mut found: Vec<(String, String)> = Vec::new();
        while found.len() < FEW_RATERS {
            let (party, rater) = match found.last() {
                Some((party, rater)) => (party.as_str(), rater.as_str()),
                None => ("", ""),
            };
            let mut next = of_party
                .query_row(params![round.0, party, rater], read)
                .optional()?;
            if next.is_none() {
                next = of_next_party
                    .query_row(params![round.0, party], read)
                    .optional()?;
            }
            match next {
                Some(next) => found.push(next),
                None => return Ok(Some(found)),
            }
        }
        Ok(None)
    }
}
