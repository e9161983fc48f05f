//! What lists show of a round: stored figures, the last ranking, how many are rated, and the rows
//! of one page, each read without looking through the whole round.

use rusqlite::{OptionalExtension, Row, params};

use super::{RoundNumber, Trouble, View};

/// What the list shows of stored figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRow {
    pub organisation: String,
    /// As printed.
    pub composite: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
    /// In JSON: one score for each party, and what else the list shows.
    pub scores: String,
    pub summary: String,
}

/// What the list shows of the last ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    pub organisation: String,
    pub rank: Option<u32>,
    pub tie: bool,
    /// Id of the level.
    pub level: Option<String>,
}

/// Columns of [`ListedRow`]; figures that were made from this scheme by this calculation. With
/// the signs SQLite goes by organisation, and not by the index of who is scored.
const LISTED: &str = "SELECT organisation, composite, low, high, scores, summary FROM standing
     WHERE round = ?1 AND +scheme = ?2 AND +engine = ?3";

const PLACES: &str = "SELECT organisation, rank, tie, level FROM ranked WHERE round = ?1";

/// Rated organisations; an index holds them in the order of the list.
const RATED: &str = "FROM round_organisation
     WHERE round = ?1 AND removed = 0 AND track IS NOT NULL";

fn read_listed(row: &Row<'_>) -> rusqlite::Result<ListedRow> {
    Ok(ListedRow {
        organisation: row.get(0)?,
        composite: row.get(1)?,
        low: row.get(2)?,
        high: row.get(3)?,
        scores: row.get(4)?,
        summary: row.get(5)?,
    })
}

fn read_place(row: &Row<'_>) -> rusqlite::Result<PlaceRow> {
    Ok(PlaceRow {
        organisation: row.get(0)?,
        rank: row.get(1)?,
        tie: row.get(2)?,
        level: row.get(3)?,
    })
}

impl View<'_> {
    /// Walks through what a list shows of the stored figures that were made from this scheme by
    /// this version of the calculation, by code.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn each_listed(
        &self,
        round: RoundNumber,
        (scheme, engine): (&str, u32),
        mut take: impl FnMut(ListedRow),
    ) -> Result<(), Trouble> {
        let sql = format!("{LISTED} ORDER BY organisation");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![round.0, scheme, engine])?;
        while let Some(row) = rows.next()? {
            take(read_listed(row)?);
        }
        Ok(())
    }

    /// The same of one organisation.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn listed(
        &self,
        round: RoundNumber,
        (scheme, engine): (&str, u32),
        organisation: &str,
    ) -> Result<Option<ListedRow>, Trouble> {
        let sql = format!("{LISTED} AND organisation = ?4");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let wanted = params![round.0, scheme, engine, organisation];
        Ok(statement.query_row(wanted, read_listed).optional()?)
    }

    /// What a list shows of the last ranking, by code.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn places(&self, round: RoundNumber) -> Result<Vec<PlaceRow>, Trouble> {
        let sql = format!("{PLACES} ORDER BY organisation");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([round.0], read_place)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The same of one organisation.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn place(
        &self,
        round: RoundNumber,
        organisation: &str,
    ) -> Result<Option<PlaceRow>, Trouble> {
        let sql = format!("{PLACES} AND organisation = ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let wanted = params![round.0, organisation];
        Ok(statement.query_row(wanted, read_place).optional()?)
    }

    /// How many organisations have figures of this scheme and calculation, by which parties have
    /// a score in them: a digit for each party, 1 where it has.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn scored(
        &self,
        round: RoundNumber,
        scheme: &str,
        engine: u32,
    ) -> Result<Vec<(String, u32)>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT scored, count(*) FROM standing
             WHERE round = ?1 AND scheme = ?2 AND engine = ?3 GROUP BY scored",
        )?;
        let wanted = params![round.0, scheme, engine];
        let rows = statement.query_map(wanted, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Organisations of a round that have a track.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn rated(&self, round: RoundNumber) -> Result<u32, Trouble> {
        let sql = format!("SELECT count(*) {RATED}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([round.0], |row| row.get(0))?)
    }

    /// Codes of so many rated organisations from a place in the list on.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn rated_from(
        &self,
        round: RoundNumber,
        first: u32,
        count: u32,
    ) -> Result<Vec<String>, Trouble> {
        let sql = format!(
            "SELECT organisation {RATED} ORDER BY position, organisation LIMIT ?3 OFFSET ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![round.0, first, count], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many rated organisations stand before one in the list; none where it is not rated.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn rated_before(
        &self,
        round: RoundNumber,
        organisation: &str,
    ) -> Result<Option<u32>, Trouble> {
        let sql = format!("SELECT position {RATED} AND organisation = ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_row(params![round.0, organisation], |row| row.get(0));
        let Some(position) = found.optional()? else {
            return Ok(None);
        };
        let position: i64 = position;
        let sql = format!("SELECT count(*) {RATED} AND (position, organisation) < (?2, ?3)");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let wanted = params![round.0, position, organisation];
        Ok(Some(statement.query_row(wanted, |row| row.get(0))?))
    }
}
