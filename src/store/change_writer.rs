//! The writing of changes into the book, in the order in which they are sealed.

use std::sync::LazyLock;

use rusqlite::{Connection, Statement};

use super::Trouble;
use super::encoded::Encoded;
use super::tables::{MANY, values};
use crate::round::Change;

const COLUMNS: [&str; 8] = [
    "operation",
    "position",
    "what",
    "key",
    "old",
    "new",
    "old_revision",
    "new_revision",
];

fn insert(rows: usize) -> String {
    let (columns, values) = (COLUMNS.join(", "), values(COLUMNS.len(), rows));
    format!("INSERT INTO change ({columns}) VALUES {values}")
}

static INSERT: LazyLock<String> = LazyLock::new(|| insert(1));
static INSERT_MANY: LazyLock<String> = LazyLock::new(|| insert(MANY));

/// A change with its key, old and new record.
type Row<'a> = (&'a Change, [Option<&'a str>; 3]);

/// Writes the changes of one operation.
pub(super) struct ChangeWriter<'connection> {
    connection: &'connection Connection,
    operation: i64,
    /// Of the last change that was written.
    position: i64,
}

impl<'connection> ChangeWriter<'connection> {
    pub(super) const fn new(connection: &'connection Connection, operation: i64) -> Self {
        Self {
            connection,
            operation,
            position: 0,
        }
    }

    /// Writes changes, behind those that were written before.
    pub(super) fn write_all(&mut self, changes: &[Change], texts: &Encoded) -> Result<(), Trouble> {
        let rows: Vec<Row<'_>> = changes.iter().zip(texts.rows()).collect();
        let (many, rest) = rows.as_chunks::<MANY>();
        if !many.is_empty() {
            let mut insert = self.connection.prepare_cached(&INSERT_MANY)?;
            for rows in many {
                self.bind(&mut insert, rows)?;
                insert.raw_execute()?;
            }
        }
        if !rest.is_empty() {
            let mut insert = self.connection.prepare_cached(&INSERT)?;
            for row in rest {
                self.bind(&mut insert, std::slice::from_ref(row))?;
                insert.raw_execute()?;
            }
        }
        Ok(())
    }

    fn bind(&mut self, insert: &mut Statement<'_>, rows: &[Row<'_>]) -> rusqlite::Result<()> {
        for (first, (change, texts)) in (1..).step_by(COLUMNS.len()).zip(rows) {
            self.position += 1;
            insert.raw_bind_parameter(first, self.operation)?;
            insert.raw_bind_parameter(first + 1, self.position)?;
            insert.raw_bind_parameter(first + 2, change.what.word())?;
            for (at, text) in (first + 3..).zip(texts) {
                insert.raw_bind_parameter(at, text)?;
            }
            insert.raw_bind_parameter(first + 6, change.old_revision.cast_signed())?;
            insert.raw_bind_parameter(first + 7, change.new_revision.cast_signed())?;
        }
        Ok(())
    }
}
