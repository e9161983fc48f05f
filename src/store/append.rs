//! Books, written: one operation with its changes, state and book together.

use rusqlite::{OptionalExtension, params};

use super::books::Line;
use super::canonical::{Code, FORMAT, Sealing, hexadecimal};
use super::cell_writer::CellWriter;
use super::change_writer::ChangeWriter;
use super::encoded::each_encoded;
use super::{RoundRow, Transaction, Trouble};
use crate::round::Change;

/// An operation that is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub op_id: &'a str,
    /// Milliseconds since 1970 (UTC); a book's time never goes back, whatever the clock does.
    pub at: i64,
    pub actor: &'a str,
    pub via: &'a str,
    pub kind: &'a str,
    pub reason: Option<&'a str>,
    /// Number in the same book of the operation that it takes back.
    pub undoes: Option<u64>,
    /// The file of an import; in the office's book the round that was made.
    pub about: Option<&'a str>,
}

/// An operation is in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub seq: u64,
    pub at: i64,
    /// Code of the book after it, hexadecimal.
    pub head: String,
}

impl Transaction<'_> {
    /// Writes an operation: its changes into the state and into the round's book.
    ///
    /// # Errors
    /// [`Trouble`]; where a cell is not at the revision that a change was made from, nothing is
    /// written.
    pub fn append(
        &self,
        round: &RoundRow,
        entry: &Entry<'_>,
        changes: &[Change],
    ) -> Result<Written, Trouble> {
        let last: Option<i64> = self
            .connection
            .prepare_cached("SELECT at FROM operation WHERE book = ?1 AND seq = ?2")?
            .query_row(params![round.number.0, round.seq.cast_signed()], |row| {
                row.get(0)
            })
            .optional()?;
        let line = Line {
            number: self.next_operation()?,
            book: round.name.clone(),
            seq: round.seq + 1,
            op_id: entry.op_id.to_owned(),
            at: last.map_or(entry.at, |last| entry.at.max(last)),
            actor: entry.actor.to_owned(),
            via: entry.via.to_owned(),
            kind: entry.kind.to_owned(),
            reason: entry.reason.map(str::to_owned),
            undoes: entry.undoes,
            about: entry.about.map(str::to_owned),
            count: changes.len() as u64,
            format: FORMAT,
            previous: round.head,
            hash: round.head,
        };
        let hash = self.write_changes(round, &line, changes)?;
        self.keep_begun(round.number, changes)?;
        self.keep_touched(line.number, changes)?;
        self.seal(round, &line, &hash)?;
        Ok(Written {
            seq: line.seq,
            at: line.at,
            head: hexadecimal(&hash),
        })
    }

    fn next_operation(&self) -> Result<i64, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM operation")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    fn write_changes(
        &self,
        round: &RoundRow,
        line: &Line,
        changes: &[Change],
    ) -> Result<Code, Trouble> {
        let mut cells = CellWriter::new(self.connection, round, line.seq.cast_signed());
        let mut lines = ChangeWriter::new(self.connection, line.number);
        each_encoded(changes, Sealing::new(&line.head()), |changes, texts| {
            cells.write_all(changes)?;
            lines.write_all(changes, texts)
        })
    }

    fn seal(&self, round: &RoundRow, line: &Line, hash: &Code) -> Result<(), Trouble> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO operation (number, book, seq, op_id, at, actor, via, kind, reason,
             undoes, about, changes, format, previous, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?;
        insert.execute(params![
            line.number,
            round.number.0,
            line.seq.cast_signed(),
            line.op_id,
            line.at,
            line.actor,
            line.via,
            line.kind,
            line.reason,
            line.undoes.map(u64::cast_signed),
            line.about,
            line.count.cast_signed(),
            line.format,
            line.previous,
            hash,
        ])?;
        Ok(())
    }

    /// Keeps the answer to an operation that is in no book: why it was refused, in JSON, or that
    /// there was nothing to change.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn keep_answer(&self, op_id: &str, at: i64, refusal: Option<&str>) -> Result<(), Trouble> {
        self.connection
            .prepare_cached("INSERT INTO answer (op_id, at, refusal) VALUES (?1, ?2, ?3)")?
            .execute(params![op_id, at, refusal])?;
        Ok(())
    }
}
