//! Cells as they stand, and the writing of one.

use std::collections::BTreeSet;

use rusqlite::types::ValueRef;
use rusqlite::{
    CachedStatement, Connection, OptionalExtension, Row, Statement, params, params_from_iter,
};
use sha2::{Digest, Sha256};

use super::canonical::hexadecimal;
use super::rounds::RoundNumber;
use super::tables::{Kind, Table};
use super::{RoundRow, Trouble, View};
use crate::round::{Cell, Change, Key, Record, What};

/// A cell and the number of the operation that wrote it last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) cell: Cell,
    pub(super) seq: u64,
}

fn text(value: ValueRef<'_>) -> rusqlite::Result<Option<String>> {
    match value {
        ValueRef::Null => Ok(None),
        ValueRef::Integer(number) => Ok(Some(number.to_string())),
        other => Ok(Some(other.as_str()?.to_owned())),
    }
}

fn field(value: ValueRef<'_>, kind: Kind) -> rusqlite::Result<Option<String>> {
    match (kind, value) {
        (Kind::Flag, ValueRef::Integer(0)) => Ok(None),
        (Kind::Flag, ValueRef::Integer(_)) => Ok(Some("yes".to_owned())),
        (_, other) => text(other),
    }
}

fn read(table: &Table, row: &Row<'_>) -> rusqlite::Result<Written> {
    let mut at = 0;
    let mut next = || {
        at += 1;
        row.get_ref(at - 1)
    };
    let mut key = Key::with_capacity(table.key.len());
    for _ in &table.key {
        key.push(text(next()?)?.unwrap_or_default());
    }
    let mut record = Record::with_capacity(table.fields.len());
    for (_, kind) in &table.fields {
        record.push(field(next()?, *kind)?);
    }
    let removed = next()?.as_i64()? != 0;
    let revision = next()?.as_i64()?.unsigned_abs();
    let seq = next()?.as_i64()?.unsigned_abs();
    let record = (!removed).then_some(record);
    Ok(Written {
        cell: Cell {
            what: table.what,
            key,
            record,
            revision,
        },
        seq,
    })
}

impl View<'_> {
    /// The cells of a kind whose key begins with `prefix`, in the order of their keys; those that
    /// are no more come along, without a record.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn cells(
        &self,
        round: RoundNumber,
        what: What,
        prefix: &[String],
    ) -> Result<Vec<Cell>, Trouble> {
        let mut cells = Vec::new();
        self.each_cell(round, what, prefix, |written| {
            cells.push(written.cell);
            Ok(())
        })?;
        Ok(cells)
    }

    pub(super) fn each_cell(
        &self,
        round: RoundNumber,
        what: What,
        prefix: &[String],
        mut take: impl FnMut(Written) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let table = Table::of(what);
        let given = prefix.len().min(table.key.len());
        let Some(sql) = table.select.get(given) else {
            return Ok(());
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        bind_key(&mut statement, round, prefix.get(..given).unwrap_or(prefix))?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            take(read(table, row)?)?;
        }
        Ok(())
    }

    /// One cell; one that never was has revision 0.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn cell(&self, round: RoundNumber, what: What, key: &[String]) -> Result<Cell, Trouble> {
        let written = self.written(round, what, key)?;
        Ok(written.map_or_else(
            || Cell {
                what,
                key: key.to_vec(),
                record: None,
                revision: 0,
            },
            |written| written.cell,
        ))
    }

    pub(super) fn written(
        &self,
        round: RoundNumber,
        what: What,
        key: &[String],
    ) -> Result<Option<Written>, Trouble> {
        let mut found = None;
        if key.len() == Table::of(what).key.len() {
            self.each_cell(round, what, key, |written| {
                found = Some(written);
                Ok(())
            })?;
        }
        Ok(found)
    }

    /// Events of an organisation; the other kinds have it in their keys.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn events_of(&self, round: RoundNumber, organisation: &str) -> Result<Vec<Cell>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT event FROM event WHERE round = ?1 AND organisation = ?2 ORDER BY event",
        )?;
        let mut rows = statement.query(params![round.0, organisation])?;
        let mut cells = Vec::new();
        while let Some(row) = rows.next()? {
            cells.push(self.cell(round, What::Event, &[row.get(0)?])?);
        }
        Ok(cells)
    }

    /// What the raters of a party entered for an item, in all organisations.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn item_marks(
        &self,
        round: RoundNumber,
        party: &str,
        item: &str,
    ) -> Result<Vec<Cell>, Trouble> {
        let table = Table::of(What::Mark);
        let sql = format!(
            "SELECT {} FROM mark
             WHERE round = ?1 AND party = ?2 AND item = ?3 AND entry IS NOT NULL
             ORDER BY organisation, rater",
            table.columns
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![round.0, party, item])?;
        let mut cells = Vec::new();
        while let Some(row) = rows.next()? {
            cells.push(read(table, row)?.cell);
        }
        Ok(cells)
    }

    /// The raters of a party with an assignment in this state, wherever.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn assigned(
        &self,
        round: RoundNumber,
        party: &str,
        state: &str,
    ) -> Result<BTreeSet<String>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT rater FROM assignment WHERE round = ?1 AND party = ?2 AND state = ?3",
        )?;
        let rows = statement.query_map(params![round.0, party, state], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Codes of organisations for which anything but their own cell and earlier levels is there.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn in_use(&self, round: RoundNumber) -> Result<Vec<String>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT organisation FROM round_organisation AS o WHERE round = ?1 AND (
             EXISTS (SELECT 1 FROM mark AS c
                 WHERE c.round = ?1 AND c.organisation = o.organisation AND NOT c.removed)
             OR EXISTS (SELECT 1 FROM sheet AS c
                 WHERE c.round = ?1 AND c.organisation = o.organisation AND NOT c.removed)
             OR EXISTS (SELECT 1 FROM assignment AS c
                 WHERE c.round = ?1 AND c.organisation = o.organisation AND NOT c.removed)
             OR EXISTS (SELECT 1 FROM ballot AS c
                 WHERE c.round = ?1 AND c.organisation = o.organisation AND NOT c.removed)
             OR EXISTS (SELECT 1 FROM veto AS c
                 WHERE c.round = ?1 AND c.organisation = o.organisation AND NOT c.removed)
             OR EXISTS (SELECT 1 FROM adjustment AS c
                 WHERE c.round = ?1 AND c.organisation = o.organisation AND NOT c.removed)
             OR EXISTS (SELECT 1 FROM event AS c
                 WHERE c.round = ?1 AND c.organisation = o.organisation AND NOT c.removed)
             OR EXISTS (SELECT 1 FROM tie AS c
                 WHERE c.round = ?1 AND c.organisation = o.organisation AND NOT c.removed))",
        )?;
        let rows = statement.query_map([round.0], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether the round has ever had a cell of this kind.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn any(&self, round: RoundNumber, what: What) -> Result<bool, Trouble> {
        let mut statement = self.connection.prepare_cached(&Table::of(what).any)?;
        Ok(statement.exists([round.0])?)
    }
}

fn bind_key(
    statement: &mut Statement<'_>,
    round: RoundNumber,
    key: &[String],
) -> rusqlite::Result<()> {
    statement.raw_bind_parameter(1, round.0)?;
    for (at, part) in key.iter().enumerate() {
        statement.raw_bind_parameter(at + 2, part)?;
    }
    Ok(())
}

/// Writes cells of one round, with one prepared statement a table.
pub(super) struct CellWriter<'connection> {
    connection: &'connection Connection,
    round: &'connection RoundRow,
    /// The number of the operation in the round's book.
    seq: i64,
    inserts: [Option<CachedStatement<'connection>>; What::ALL.len()],
    updates: [Option<CachedStatement<'connection>>; What::ALL.len()],
}

/// The statement, prepared when it is first needed.
fn prepared<'slot, 'connection>(
    slot: &'slot mut Option<CachedStatement<'connection>>,
    connection: &'connection Connection,
    sql: &str,
) -> rusqlite::Result<&'slot mut CachedStatement<'connection>> {
    Ok(match slot {
        Some(statement) => statement,
        None => slot.insert(connection.prepare_cached(sql)?),
    })
}

impl<'connection> CellWriter<'connection> {
    pub(super) fn new(
        connection: &'connection Connection,
        round: &'connection RoundRow,
        seq: i64,
    ) -> Self {
        Self {
            connection,
            round,
            seq,
            inserts: Default::default(),
            updates: Default::default(),
        }
    }

    /// Writes the new state of a cell over the revision that the change was made from.
    pub(super) fn write(&mut self, change: &Change) -> Result<(), Trouble> {
        let table = Table::of(change.what);
        check_form(table, change)?;
        let fresh = change.old_revision == 0;
        let uid = match change.what {
            What::Organisation if fresh => Some(self.uid(change)?),
            What::Round => Some(self.round.name.clone()),
            _ => None,
        };
        let (slots, sql) = if fresh {
            (&mut self.inserts, &table.insert)
        } else {
            (&mut self.updates, &table.update)
        };
        let slot = &mut slots[change.what as usize];
        let statement = prepared(slot, self.connection, sql)?;
        bind_key(statement, self.round.number, &change.key)?;
        let mut at = bind_record(statement, table, change)?;
        let mut next = |value: i64| {
            at += 1;
            statement.raw_bind_parameter(at - 1, value)
        };
        next(i64::from(change.new.is_none()))?;
        next(change.new_revision.cast_signed())?;
        next(self.seq)?;
        if !fresh {
            next(change.old_revision.cast_signed())?;
        } else if let Some(uid) = uid {
            statement.raw_bind_parameter(at, uid)?;
        }
        if statement.raw_execute()? == 1 {
            return Ok(());
        }
        Err(Trouble::Other {
            why: format!(
                "{} {} is not at revision {}",
                change.what.word(),
                change.key.join(" "),
                change.old_revision
            ),
        })
    }

    /// The lasting name of an organisation: that of the one with its code in earlier rounds.
    fn uid(&self, change: &Change) -> Result<String, Trouble> {
        let code = change.key.first().map_or("", String::as_str);
        let mut find = self
            .connection
            .prepare_cached("SELECT uid FROM organisation WHERE code = ?1")?;
        let known: Option<String> = find.query_row([code], |row| row.get(0)).optional()?;
        if let Some(uid) = known {
            return Ok(uid);
        }
        // Made from what is in the book, so that a replay finds the same.
        let made = Sha256::digest(format!("{}\0{code}", self.round.name));
        let uid = hexadecimal(&made).chars().take(16).collect::<String>();
        let mut keep = self
            .connection
            .prepare_cached("INSERT INTO organisation (uid, code) VALUES (?1, ?2)")?;
        keep.execute(params_from_iter([uid.as_str(), code]))?;
        Ok(uid)
    }
}

/// Binds the fields after the key and returns the next free parameter.
fn bind_record(
    statement: &mut Statement<'_>,
    table: &Table,
    change: &Change,
) -> rusqlite::Result<usize> {
    let mut at = change.key.len() + 2;
    for (position, (_, kind)) in table.fields.iter().enumerate() {
        let record = change.new.as_ref();
        let value = record.and_then(|record| record.get(position)?.as_deref());
        match kind {
            Kind::Flag => statement.raw_bind_parameter(at, i64::from(value.is_some()))?,
            Kind::Text | Kind::Integer => statement.raw_bind_parameter(at, value)?,
        }
        at += 1;
    }
    Ok(at)
}

/// What would not read back as it was written is never written.
fn check_form(table: &Table, change: &Change) -> Result<(), Trouble> {
    let reads_back = |kind: Kind, value: Option<&str>| match (kind, value) {
        (_, None) => true,
        (Kind::Text, Some(text)) => !text.is_empty(),
        (Kind::Integer, Some(text)) => is_shortest_integer(text),
        (Kind::Flag, Some(text)) => text == "yes",
    };
    let keys = table.key.iter().zip(&change.key);
    let key_fits = change.key.len() == table.key.len()
        && keys
            .into_iter()
            .all(|((_, kind), part)| reads_back(*kind, Some(part)));
    let record_fits = change.new.as_ref().is_none_or(|record| {
        let fields = table.fields.iter().zip(record);
        record.len() == table.fields.len()
            && fields
                .into_iter()
                .all(|((_, kind), value)| reads_back(*kind, value.as_deref()))
    });
    if key_fits && record_fits && change.new_revision == change.old_revision + 1 {
        return Ok(());
    }
    Err(Trouble::Other {
        why: format!(
            "{} {} is not of its form: {:?}",
            change.what.word(),
            change.key.join(" "),
            change.new
        ),
    })
}

/// `0`, `12`, `-3`, at most 18 digits.
fn is_shortest_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let leads = digits.starts_with('0') && text != "0";
    !digits.is_empty()
        && digits.len() <= 18
        && !leads
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_shortest_integer;

    #[test]
    fn whole_numbers_have_one_form() {
        for text in ["0", "7", "-3", "2026", "999999999999999999"] {
            assert!(is_shortest_integer(text), "{text}");
        }
        for text in ["", "-", "007", "-0", "+1", "1.0", "9999999999999999999"] {
            assert!(!is_shortest_integer(text), "{text}");
        }
    }
}
