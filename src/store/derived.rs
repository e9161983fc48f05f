//! Figures that were made from the state: kept so that a list need not make them again, trusted
//! only where they fit what they were made from.

use rusqlite::{OptionalExtension, Row, params};

use super::{RoundNumber, Transaction, Trouble, View};

/// The figures of one organisation, as the list shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingRow {
    pub organisation: String,
    /// Number in the book, SHA-256 of the scheme's text and version of the calculation that they
    /// were made from.
    pub seq: u64,
    pub scheme: String,
    pub engine: u32,
    /// As printed.
    pub composite: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
    /// In JSON: one score for each party, all figures, what else the list shows.
    pub scores: String,
    pub figures: String,
    pub summary: String,
    /// One digit for each party, in the scheme's order: 1 where it has a score.
    pub scored: String,
}

/// What one organisation got in the last ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedRow {
    pub organisation: String,
    pub rank: Option<u32>,
    pub tie: bool,
    /// Id of the level.
    pub level: Option<String>,
    /// In JSON, whole.
    pub standing: String,
}

const STANDING: &str = "SELECT organisation, seq, scheme, engine, composite, low, high, scores,
     figures, summary, scored FROM standing WHERE round = ?1";

fn read_standing(row: &Row<'_>) -> rusqlite::Result<StandingRow> {
    Ok(StandingRow {
        organisation: row.get(0)?,
        seq: row.get::<_, i64>(1)?.unsigned_abs(),
        scheme: row.get(2)?,
        engine: row.get(3)?,
        composite: row.get(4)?,
        low: row.get(5)?,
        high: row.get(6)?,
        scores: row.get(7)?,
        figures: row.get(8)?,
        summary: row.get(9)?,
        scored: row.get(10)?,
    })
}

fn read_ranked(row: &Row<'_>) -> rusqlite::Result<RankedRow> {
    Ok(RankedRow {
        organisation: row.get(0)?,
        rank: row.get(1)?,
        tie: row.get(2)?,
        level: row.get(3)?,
        standing: row.get(4)?,
    })
}

impl View<'_> {
    /// Walks through the stored figures of a round, by code.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn each_standing(
        &self,
        round: RoundNumber,
        mut take: impl FnMut(StandingRow) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let sql = format!("{STANDING} ORDER BY organisation");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([round.0])?;
        while let Some(row) = rows.next()? {
            take(read_standing(row)?)?;
        }
        Ok(())
    }

    /// Walks through the stored figures of some organisations, in the order in which they are
    /// named; those that have none are passed over.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn some_standings<'code>(
        &self,
        round: RoundNumber,
        organisations: impl Iterator<Item = &'code str>,
        mut take: impl FnMut(StandingRow) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let sql = format!("{STANDING} AND organisation = ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        for organisation in organisations {
            let found = statement.query_row(params![round.0, organisation], read_standing);
            if let Some(row) = found.optional()? {
                take(row)?;
            }
        }
        Ok(())
    }

    /// How many operations there are in all books: a number that rises with every one.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn operations(&self) -> Result<u64, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT coalesce(max(number), 0) FROM operation")?;
        Ok(statement
            .query_row([], |row| row.get::<_, i64>(0))?
            .unsigned_abs())
    }

    /// Number, scheme and engine of the last ranking.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn ranking(&self, round: RoundNumber) -> Result<Option<(u64, String, u32)>, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT seq, scheme, engine FROM ranking WHERE round = ?1")?;
        let found = statement.query_row([round.0], |row| {
            Ok((
                row.get::<_, i64>(0)?.unsigned_abs(),
                row.get(1)?,
                row.get(2)?,
            ))
        });
        Ok(found.optional()?)
    }

    /// What the last ranking said of an organisation.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn ranked(
        &self,
        round: RoundNumber,
        organisation: &str,
    ) -> Result<Option<RankedRow>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT organisation, rank, tie, level, standing FROM ranked
             WHERE round = ?1 AND organisation = ?2",
        )?;
        let found = statement.query_row(params![round.0, organisation], read_ranked);
        Ok(found.optional()?)
    }
}

impl Transaction<'_> {
    /// Keeps the figures of organisations, over those that were there.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn keep_standings<'row>(
        &self,
        round: RoundNumber,
        rows: impl IntoIterator<Item = &'row StandingRow>,
    ) -> Result<(), Trouble> {
        let mut keep = self.connection.prepare_cached(
            "INSERT OR REPLACE INTO standing (round, organisation, seq, scheme, engine, composite,
             low, high, scores, figures, summary, scored)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?;
        for row in rows {
            keep.execute(params![
                round.0,
                row.organisation,
                row.seq.cast_signed(),
                row.scheme,
                row.engine,
                row.composite,
                row.low,
                row.high,
                row.scores,
                row.figures,
                row.summary,
                row.scored,
            ])?;
        }
        Ok(())
    }

    /// Forgets the figures of an organisation, or of all, until they are made anew.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn forget_standings(
        &self,
        round: RoundNumber,
        organisation: Option<&str>,
    ) -> Result<(), Trouble> {
        // Two statements: one for both would look through the whole round each time.
        let mut forget = self.connection.prepare_cached(match organisation {
            None => "DELETE FROM standing WHERE round = ?1",
            Some(_) => "DELETE FROM standing WHERE round = ?1 AND organisation = ?2",
        })?;
        match organisation {
            None => forget.execute([round.0])?,
            Some(organisation) => forget.execute(params![round.0, organisation])?,
        };
        Ok(())
    }

    /// Forgets the figures of an organisation in all other rounds: they may look at what this
    /// one was told of earlier years.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn forget_over_years(&self, round: RoundNumber, organisation: &str) -> Result<(), Trouble> {
        self.connection
            .prepare_cached(
                "DELETE FROM standing WHERE (round, organisation) IN (
                     SELECT there.round, there.organisation
                     FROM round_organisation AS here
                     JOIN round_organisation AS there ON there.uid = here.uid
                     WHERE here.round = ?1 AND here.organisation = ?2 AND there.round <> ?1)",
            )?
            .execute(params![round.0, organisation])?;
        Ok(())
    }

    /// Keeps a ranking over the last one, unless a newer one is there.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn keep_ranking(
        &self,
        round: RoundNumber,
        (seq, scheme, engine): (u64, &str, u32),
        rows: impl IntoIterator<Item = RankedRow>,
    ) -> Result<(), Trouble> {
        let newer = self.ranking(round)?.is_some_and(|(there, ..)| there > seq);
        if newer {
            return Ok(());
        }
        self.connection
            .execute("DELETE FROM ranking WHERE round = ?1", [round.0])?;
        self.connection.execute(
            "INSERT INTO ranking (round, seq, scheme, engine) VALUES (?1, ?2, ?3, ?4)",
            params![round.0, seq.cast_signed(), scheme, engine],
        )?;
        let mut keep = self.connection.prepare_cached(
            "INSERT INTO ranked (round, organisation, rank, tie, level, standing)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for row in rows {
            keep.execute(params![
                round.0,
                row.organisation,
                row.rank,
                row.tie,
                row.level,
                row.standing
            ])?;
        }
        Ok(())
    }
}
