//! Rounds, their schemes and books, and what outlasts a round.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Row, params};

use super::canonical::{Code, beginning, hexadecimal};
use super::schema::OFFICE;
use super::{Transaction, Trouble, View};

/// Which round, in this database alone: never in a book, never shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoundNumber(pub(super) i64);

/// A round and how far its book is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRow {
    pub number: RoundNumber,
    pub name: String,
    /// None for the office's own book.
    pub year: Option<i32>,
    /// As its cell has it.
    pub state: Option<String>,
    /// SHA-256 of the scheme's text, hexadecimal.
    pub scheme: Option<String>,
    /// Number and code of the last operation in its book.
    pub seq: u64,
    pub(super) head: Code,
}

impl RoundRow {
    /// The code of its book, hexadecimal.
    #[must_use]
    pub fn head_text(&self) -> String {
        hexadecimal(&self.head)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: RoundNumber(row.get(0)?),
            name: row.get(1)?,
            year: row.get(2)?,
            state: row.get(3)?,
            scheme: row.get(4)?,
            seq: row.get::<_, i64>(5)?.unsigned_abs(),
            head: row.get(6)?,
        })
    }
}

const SELECT: &str = "SELECT book.number, book.name, round.year, round.state, round.scheme,
     book.seq, book.head
     FROM book LEFT JOIN round ON round.number = book.number AND NOT round.removed";

impl View<'_> {
    /// All rounds, in the order in which they were made.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn rounds(&self) -> Result<Vec<RoundRow>, Trouble> {
        let sql = format!("{SELECT} WHERE round.number IS NOT NULL ORDER BY book.number");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], RoundRow::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The round of a name.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn round(&self, name: &str) -> Result<Option<RoundRow>, Trouble> {
        let sql = format!("{SELECT} WHERE book.name = ?1 AND round.number IS NOT NULL");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([name], RoundRow::read).optional()?)
    }

    /// Whether a book of this name has ever been begun.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn is_book(&self, name: &str) -> Result<bool, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM book WHERE name = ?1")?;
        Ok(statement.exists([name])?)
    }

    /// The office's own book.
    ///
    /// # Errors
    /// [`Trouble`]; it is there from the first day.
    pub fn office(&self) -> Result<RoundRow, Trouble> {
        let sql = format!("{SELECT} WHERE book.name = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([OFFICE], RoundRow::read)?)
    }

    /// All books, the office's own first.
    pub(super) fn books(&self) -> Result<Vec<RoundRow>, Trouble> {
        let sql = format!("{SELECT} ORDER BY book.number");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], RoundRow::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The text of a scheme, by its SHA-256.
    ///
    /// # Errors
    /// [`Trouble`]; damaged where a round goes by a text that is not there.
    pub fn scheme_text(&self, sha256: &str) -> Result<String, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT text FROM scheme_text WHERE sha256 = ?1")?;
        let text: Option<String> = statement.query_row([sha256], |row| row.get(0)).optional()?;
        text.ok_or_else(|| Trouble::Damaged {
            why: format!("no text of the scheme {sha256}"),
        })
    }

    /// Id and title of a scheme, by the SHA-256 of its text.
    ///
    /// # Errors
    /// [`Trouble`]; damaged where a round goes by a scheme that is not there.
    pub fn scheme_title(&self, sha256: &str) -> Result<(String, String), Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, title FROM scheme_text WHERE sha256 = ?1")?;
        let found = statement.query_row([sha256], |row| Ok((row.get(0)?, row.get(1)?)));
        found.optional()?.ok_or_else(|| Trouble::Damaged {
            why: format!("no text of the scheme {sha256}"),
        })
    }

    /// How many organisations of a round are rated, by the id of their track.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn rated_by_track(&self, round: RoundNumber) -> Result<Vec<(String, u32)>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT track, count(*) FROM round_organisation
             WHERE round = ?1 AND removed = 0 AND track IS NOT NULL GROUP BY track",
        )?;
        let rows = statement.query_map([round.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The organisations of a round, rated or not, by code.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn organisation_names(
        &self,
        round: RoundNumber,
    ) -> Result<BTreeMap<String, String>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT organisation, name FROM round_organisation
             WHERE round = ?1 AND removed = 0 AND name IS NOT NULL",
        )?;
        let rows = statement.query_map([round.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Levels of years before this round's, told to any round of the same scheme, newest first;
    /// of one year the round that was made last knows best.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn earlier_levels(
        &self,
        round: RoundNumber,
        organisation: &str,
    ) -> Result<Vec<(i32, String)>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT level_history.year, level_history.level, max(told.number)
             FROM round_organisation AS here
             JOIN round AS this ON this.number = here.round
             JOIN scheme_text AS by_this ON by_this.sha256 = this.scheme
             JOIN round_organisation AS there ON there.uid = here.uid
             JOIN level_history ON level_history.round = there.round
                 AND level_history.organisation = there.organisation
                 AND NOT level_history.removed
             JOIN round AS told ON told.number = there.round
             JOIN scheme_text AS by_then ON by_then.sha256 = told.scheme
                 AND by_then.id = by_this.id
             WHERE here.round = ?1 AND here.organisation = ?2 AND level_history.year < this.year
             GROUP BY level_history.year ORDER BY level_history.year DESC",
        )?;
        let rows = statement.query_map(params![round.0, organisation], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The rounds of years before this one's that had the organisation, with the code that it had
    /// there; the newest year first, and of one year the round that was made last.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn earlier_rounds(
        &self,
        round: RoundNumber,
        organisation: &str,
    ) -> Result<Vec<(RoundNumber, String)>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT there.round, there.organisation
             FROM round_organisation AS here
             JOIN round AS this ON this.number = here.round
             JOIN round_organisation AS there ON there.uid = here.uid AND NOT there.removed
             JOIN round AS told ON told.number = there.round AND NOT told.removed
             WHERE here.round = ?1 AND here.organisation = ?2 AND told.year < this.year
             ORDER BY told.year DESC, told.number DESC",
        )?;
        let rows = statement.query_map(params![round.0, organisation], |row| {
            Ok((RoundNumber(row.get(0)?), row.get(1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether any round has been told levels of earlier years.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn any_earlier_levels(&self) -> Result<bool, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM level_history LIMIT 1")?;
        Ok(statement.exists([])?)
    }

    /// What a person's screen remembers.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn remembered(&self, actor: &str, key: &str) -> Result<Option<String>, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT value FROM remembered WHERE actor = ?1 AND key = ?2")?;
        Ok(statement
            .query_row([actor, key], |row| row.get(0))
            .optional()?)
    }
}

impl Transaction<'_> {
    /// Begins the book of a round. Its cell comes with the first operation.
    ///
    /// # Errors
    /// [`Trouble`]; the name is free, as the caller has seen.
    pub fn begin_book(&self, name: &str) -> Result<RoundRow, Trouble> {
        let head = beginning(name);
        self.connection.execute(
            "INSERT INTO book (number, name, seq, head)
             SELECT max(number) + 1, ?1, 0, ?2 FROM book",
            params![name, head],
        )?;
        Ok(RoundRow {
            number: RoundNumber(self.connection.last_insert_rowid()),
            name: name.to_owned(),
            year: None,
            state: None,
            scheme: None,
            seq: 0,
            head,
        })
    }

    /// Keeps the text of a scheme, once, and returns its SHA-256.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn keep_scheme(&self, id: &str, title: &str, text: &str) -> Result<String, Trouble> {
        let sha256 = super::fingerprint(text);
        self.connection.execute(
            "INSERT INTO scheme_text (sha256, id, title, text) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (sha256) DO NOTHING",
            params![sha256, id, title, text],
        )?;
        Ok(sha256)
    }

    /// Remembers a value for a person's screen.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn remember(&self, actor: &str, key: &str, value: &str) -> Result<(), Trouble> {
        self.connection.execute(
            "INSERT INTO remembered (actor, key, value) VALUES (?1, ?2, ?3)
             ON CONFLICT (actor, key) DO UPDATE SET value = excluded.value",
            [actor, key, value],
        )?;
        Ok(())
    }
}
