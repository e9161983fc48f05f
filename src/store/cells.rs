//! Cells as they stand.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use rusqlite::types::ValueRef;
use rusqlite::{Row, Statement, params};

use super::rounds::RoundNumber;
use super::tables::{Kind, Table};
use super::{Trouble, View};
use crate::round::{Cell, Key, Record, What};

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

/// SQL: whether a row `o` of some organisation has any cell `c`, besides some kinds, of which a
/// condition holds.
fn any_of_organisation(besides: &[What], condition: &str) -> String {
    let kinds = What::ALL.into_iter().filter(|what| {
        (what.is_of_organisation() || *what == What::Event) && !besides.contains(what)
    });
    let any = kinds.map(|what| {
        format!(
            "EXISTS (SELECT 1 FROM {} AS c WHERE c.round = ?1
             AND c.organisation = o.organisation AND {condition})",
            super::tables::name(what)
        )
    });
    any.collect::<Vec<_>>().join(" OR ")
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
        bind_key(
            &mut statement,
            1,
            round,
            prefix.get(..given).unwrap_or(prefix),
        )?;
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

    /// The cells of an item that the raters of a party have in all organisations, with those that
    /// hold a note or a flag alone.
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
             WHERE round = ?1 AND party = ?2 AND item = ?3 AND removed = 0
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

    /// The sheets and assignments of a party, in all organisations, those that are no more with
    /// their revisions: the indexes lead to them past those of parties with many more.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn party_sheets(&self, round: RoundNumber, party: &str) -> Result<Vec<Cell>, Trouble> {
        let mut cells = Vec::new();
        for what in [What::Sheet, What::Assignment] {
            let table = Table::of(what);
            let sql = format!(
                "SELECT {} FROM {} WHERE round = ?1 AND removed IN (0, 1) AND party = ?2",
                table.columns,
                super::tables::name(what)
            );
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params![round.0, party])?;
            while let Some(row) = rows.next()? {
                cells.push(read(table, row)?.cell);
            }
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

    /// The organisations whose sheet, or assignment, of a rater in a party is in a state.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn organisations_of_rater(
        &self,
        round: RoundNumber,
        what: What,
        (party, rater): (&str, &str),
        state: &str,
    ) -> Result<HashSet<String>, Trouble> {
        let sql = format!(
            "SELECT organisation FROM {}
             WHERE round = ?1 AND party = ?2 AND rater = ?3 AND state = ?4",
            super::tables::name(what)
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![round.0, party, rater, state], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What an actor has looked through: each organisation with the number in the book that was
    /// seen, the cell's revision, and whether anything of it has been written since.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn reviews(
        &self,
        round: RoundNumber,
        actor: &str,
    ) -> Result<Vec<(String, u64, u64, bool)>, Trouble> {
        static SQL: LazyLock<String> = LazyLock::new(|| {
            let later = any_of_organisation(&[What::Review], "c.written > o.seen");
            format!(
                "SELECT o.organisation, o.seen, o.revision, {later} FROM review AS o
                 WHERE o.round = ?1 AND o.actor = ?2 AND NOT o.removed"
            )
        });
        let mut statement = self.connection.prepare_cached(&SQL)?;
        let rows = statement.query_map(params![round.0, actor], |row| {
            let whole = |at: usize| row.get::<_, i64>(at).map(i64::unsigned_abs);
            Ok((row.get(0)?, whole(1)?, whole(2)?, row.get(3)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Codes of organisations for which anything but their own cell and earlier levels is there.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn in_use(&self, round: RoundNumber) -> Result<Vec<String>, Trouble> {
        static SQL: LazyLock<String> = LazyLock::new(|| {
            let besides = [What::Organisation, What::Level, What::Review];
            let entered = any_of_organisation(&besides, "NOT c.removed");
            format!(
                "SELECT o.organisation FROM round_organisation AS o
                 WHERE o.round = ?1 AND ({entered})"
            )
        });
        let mut statement = self.connection.prepare_cached(&SQL)?;
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

/// Binds the round and a key from a parameter on; returns the next one.
pub(super) fn bind_key(
    statement: &mut Statement<'_>,
    first: usize,
    round: RoundNumber,
    key: &[String],
) -> rusqlite::Result<usize> {
    statement.raw_bind_parameter(first, round.0)?;
    for (at, part) in (first + 1..).zip(key) {
        statement.raw_bind_parameter(at, part)?;
    }
    Ok(first + 1 + key.len())
}
