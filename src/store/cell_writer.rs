//! The writing of cells, each over the revision that its change was made from.

use rusqlite::{CachedStatement, Connection, OptionalExtension, Statement, params_from_iter};
use sha2::{Digest, Sha256};

use super::canonical::hexadecimal;
use super::cells::bind_key;
use super::tables::{Kind, MANY, Table};
use super::{RoundRow, Trouble};
use crate::round::{Change, What};

/// Writes cells of one round, with one prepared statement a table.
pub(super) struct CellWriter<'connection> {
    connection: &'connection Connection,
    round: &'connection RoundRow,
    /// The number of the operation in the round's book.
    seq: i64,
    inserts: [Option<CachedStatement<'connection>>; What::ALL.len()],
    inserts_of_many: [Option<CachedStatement<'connection>>; What::ALL.len()],
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
            inserts_of_many: Default::default(),
            updates: Default::default(),
        }
    }

    /// Writes the new states of cells, each over the revision that its change was made from;
    /// new cells of a kind that follow each other go many at once.
    pub(super) fn write_all(&mut self, changes: &[Change]) -> Result<(), Trouble> {
        let alike = |one: &Change, other: &Change| {
            one.what == other.what && is_plainly_new(one) && is_plainly_new(other)
        };
        for alike in changes.chunk_by(alike) {
            // Of those that are alike with no other there is one.
            let (many, rest) = alike.as_chunks::<MANY>();
            for changes in many {
                self.insert_many(changes)?;
            }
            for change in rest {
                self.write(change)?;
            }
        }
        Ok(())
    }

    fn insert_many(&mut self, changes: &[Change; MANY]) -> Result<(), Trouble> {
        let what = changes[0].what;
        let table = Table::of(what);
        let slot = &mut self.inserts_of_many[what as usize];
        let statement = prepared(slot, self.connection, &table.insert_many)?;
        let mut at = 1;
        for change in changes {
            check_form(table, change)?;
            at = bind_cell(statement, at, (self.round, self.seq), table, change)?;
        }
        statement.raw_execute()?;
        Ok(())
    }

    fn write(&mut self, change: &Change) -> Result<(), Trouble> {
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
        let at = bind_cell(statement, 1, (self.round, self.seq), table, change)?;
        if !fresh {
            statement.raw_bind_parameter(at, change.old_revision.cast_signed())?;
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

/// Whether a change makes a cell of which the table keeps nothing besides.
fn is_plainly_new(change: &Change) -> bool {
    change.old_revision == 0 && !matches!(change.what, What::Round | What::Organisation)
}

/// Binds the new state of a cell from a parameter on; returns the next one.
fn bind_cell(
    statement: &mut Statement<'_>,
    first: usize,
    (round, seq): (&RoundRow, i64),
    table: &Table,
    change: &Change,
) -> rusqlite::Result<usize> {
    let at = bind_key(statement, first, round.number, &change.key)?;
    let at = bind_record(statement, at, table, change)?;
    statement.raw_bind_parameter(at, i64::from(change.new.is_none()))?;
    statement.raw_bind_parameter(at + 1, change.new_revision.cast_signed())?;
    statement.raw_bind_parameter(at + 2, seq)?;
    Ok(at + 3)
}

/// Binds the fields after the key and returns the next free parameter.
fn bind_record(
    statement: &mut Statement<'_>,
    mut at: usize,
    table: &Table,
    change: &Change,
) -> rusqlite::Result<usize> {
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
