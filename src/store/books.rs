//! Books, read: operations with their changes, each carrying the code of the one before.

use rusqlite::{OptionalExtension, Row, params};

use super::canonical::{Code, Head, hexadecimal};
use super::encoded::json;
use super::schema::OFFICE;
use super::{RoundNumber, Trouble, View};
use crate::round::{Change, Key, Record, What};

/// An operation of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub(super) number: i64,
    /// Name of the book.
    pub book: String,
    pub seq: u64,
    pub op_id: String,
    pub at: i64,
    pub actor: String,
    pub via: String,
    pub kind: String,
    pub reason: Option<String>,
    pub undoes: Option<u64>,
    pub about: Option<String>,
    /// How many changes it made.
    pub count: u64,
    pub(super) format: u32,
    pub(super) previous: Code,
    pub(super) hash: Code,
}

/// Columns that [`Line::read`] reads.
pub(super) const LINE: &str = "SELECT operation.number, book.name, operation.seq, op_id, at,
     actor, via, kind, reason, undoes, about, changes, format, previous, hash
     FROM operation JOIN book ON book.number = operation.book";

impl Line {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: row.get(0)?,
            book: row.get(1)?,
            seq: row.get::<_, i64>(2)?.unsigned_abs(),
            op_id: row.get(3)?,
            at: row.get(4)?,
            actor: row.get(5)?,
            via: row.get(6)?,
            kind: row.get(7)?,
            reason: row.get(8)?,
            undoes: row.get::<_, Option<i64>>(9)?.map(i64::unsigned_abs),
            about: row.get(10)?,
            count: row.get::<_, i64>(11)?.unsigned_abs(),
            format: row.get(12)?,
            previous: row.get(13)?,
            hash: row.get(14)?,
        })
    }

    /// Its code, hexadecimal: the head of the book while it was the last.
    #[must_use]
    pub fn code(&self) -> String {
        hexadecimal(&self.hash)
    }

    /// The name of the round; none in the office's own book.
    #[must_use]
    pub fn round(&self) -> Option<&str> {
        (self.book != OFFICE).then_some(self.book.as_str())
    }

    pub(super) fn head(&self) -> Head<'_> {
        Head {
            previous: &self.previous,
            book: &self.book,
            seq: self.seq,
            op_id: &self.op_id,
            at: self.at,
            actor: &self.actor,
            via: &self.via,
            kind: &self.kind,
            reason: self.reason.as_deref(),
            undoes: self.undoes,
            about: self.about.as_deref(),
            changes: self.count,
        }
    }
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Trouble> {
    serde_json::from_str(text).map_err(|error| Trouble::Damaged {
        why: format!("a change in the book: {error}"),
    })
}

pub(super) fn read_change(row: &Row<'_>) -> Result<Change, Trouble> {
    let word = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
    let what = What::ALL
        .into_iter()
        .find(|what| what.word() == word)
        .ok_or_else(|| Trouble::Damaged {
            why: format!("a change of {word:?} in the book"),
        })?;
    let record = |column: usize| -> Result<Option<Record>, Trouble> {
        let text = row.get_ref(column)?.as_str_or_null();
        match text.map_err(rusqlite::Error::from)? {
            None => Ok(None),
            Some(text) => from_json(text).map(Some),
        }
    };
    let key = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
    Ok(Change {
        what,
        key: from_json::<Key>(key)?,
        old: record(2)?,
        new: record(3)?,
        old_revision: row.get::<_, i64>(4)?.unsigned_abs(),
        new_revision: row.get::<_, i64>(5)?.unsigned_abs(),
    })
}

/// The changes of one cell: of the book ?1, the kind ?2 and the key ?3. Where the key begins with
/// what an operation touches, only what lies there is looked through.
const fn changes_of_cell(what: What) -> &'static str {
    match what {
        What::Round | What::Event => {
            "FROM operation JOIN change ON change.operation = operation.number
             WHERE book = ?1 AND what = ?2 AND key = ?3"
        }
        _ => {
            "FROM touched JOIN operation ON operation.number = touched.operation
             JOIN change ON change.operation = touched.operation
                 AND change.position BETWEEN touched.first AND touched.last
             WHERE touched.organisation = ?3 ->> 0 AND book = ?1 AND what = ?2 AND key = ?3"
        }
    }
}

impl View<'_> {
    /// The operation of an id, in whatever book.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn operation(&self, op_id: &str) -> Result<Option<Line>, Trouble> {
        let sql = format!("{LINE} WHERE op_id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([op_id], Line::read).optional()?)
    }

    /// The stored answer to an operation that is in no book, and when it was given.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn answer(&self, op_id: &str) -> Result<Option<(i64, Option<String>)>, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT at, refusal FROM answer WHERE op_id = ?1")?;
        Ok(statement
            .query_row([op_id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?)
    }

    /// The operation of a number in a book.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn line(&self, round: RoundNumber, seq: u64) -> Result<Option<Line>, Trouble> {
        let sql = format!("{LINE} WHERE book.number = ?1 AND operation.seq = ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_row(params![round.0, seq.cast_signed()], Line::read);
        Ok(found.optional()?)
    }

    /// Operations of a book after a number, oldest first.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn lines_after(&self, round: RoundNumber, seq: u64) -> Result<Vec<Line>, Trouble> {
        let sql =
            format!("{LINE} WHERE book.number = ?1 AND operation.seq > ?2 ORDER BY operation.seq");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![round.0, seq.cast_signed()], Line::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Walks through operations, newest first, of one book or of all, until `take` says stop.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn each_line_back(
        &self,
        round: Option<RoundNumber>,
        mut take: impl FnMut(Line) -> Result<bool, Trouble>,
    ) -> Result<(), Trouble> {
        let sql =
            format!("{LINE} WHERE ?1 IS NULL OR book.number = ?1 ORDER BY operation.number DESC");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([round.map(|round| round.0)])?;
        while let Some(row) = rows.next()? {
            if !take(Line::read(row)?)? {
                break;
            }
        }
        Ok(())
    }

    /// Walks through the operations that touched an organisation as [`View::each_line_back`] does.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn each_line_of_back(
        &self,
        round: Option<RoundNumber>,
        organisation: &str,
        mut take: impl FnMut(Line) -> Result<bool, Trouble>,
    ) -> Result<(), Trouble> {
        let sql = format!(
            "{LINE} JOIN touched ON touched.operation = operation.number
             WHERE touched.organisation = ?2 AND (?1 IS NULL OR book.number = ?1)
             ORDER BY touched.operation DESC"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![round.map(|round| round.0), organisation])?;
        while let Some(row) = rows.next()? {
            if !take(Line::read(row)?)? {
                break;
            }
        }
        Ok(())
    }

    /// The changes of an operation, in their order, at most `limit` of them.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn changes(&self, line: &Line, limit: u64) -> Result<Vec<Change>, Trouble> {
        let mut changes = Vec::new();
        if limit > 0 {
            self.each_change(line, |change| {
                changes.push(change);
                Ok((changes.len() as u64) < limit)
            })?;
        }
        Ok(changes)
    }

    /// Walks through the changes of an operation until `take` says stop.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn each_change(
        &self,
        line: &Line,
        mut take: impl FnMut(Change) -> Result<bool, Trouble>,
    ) -> Result<(), Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT what, key, old, new, old_revision, new_revision
             FROM change WHERE operation = ?1 ORDER BY position",
        )?;
        let mut rows = statement.query([line.number])?;
        while let Some(row) = rows.next()? {
            if !take(read_change(row)?)? {
                break;
            }
        }
        Ok(())
    }

    /// The operations that changed a cell, oldest first, each with its change of this cell.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn history(
        &self,
        round: RoundNumber,
        what: What,
        key: &Key,
    ) -> Result<Vec<(Line, Change)>, Trouble> {
        let mut buffer = Vec::new();
        let key = json(&mut buffer, key)?;
        let sql = format!(
            "SELECT what, key, old, new, old_revision, new_revision, operation.seq
             {} ORDER BY operation.number",
            changes_of_cell(what)
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![round.0, what.word(), key])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let seq = row.get::<_, i64>(6)?.unsigned_abs();
            if let Some(line) = self.line(round, seq)? {
                found.push((line, read_change(row)?));
            }
        }
        Ok(found)
    }

    /// Who wrote a cell last; none where it never was.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn last_writer(
        &self,
        round: RoundNumber,
        what: What,
        key: &[String],
    ) -> Result<Option<Line>, Trouble> {
        match self.written(round, what, key)? {
            None => Ok(None),
            Some(written) => self.line(round, written.seq),
        }
    }

    /// What a cell was at a revision, as far as its book knows.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn record_at(
        &self,
        round: RoundNumber,
        what: What,
        key: &Key,
        revision: u64,
    ) -> Result<Option<Record>, Trouble> {
        let mut buffer = Vec::new();
        let key = json(&mut buffer, key)?;
        let sql = format!(
            "SELECT new {} AND new_revision = ?4 ORDER BY operation.number DESC LIMIT 1",
            changes_of_cell(what)
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found: Option<Option<String>> = statement
            .query_row(
                params![round.0, what.word(), key, revision.cast_signed()],
                |row| row.get(0),
            )
            .optional()?;
        found.flatten().map(|text| from_json(&text)).transpose()
    }
}
