//! Connections that only read.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::store::{Trouble, View, backup};

/// A connection that only reads.
#[derive(Debug)]
pub struct Reader {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
}

impl Reader {
    /// Runs `work` on one consistent state.
    ///
    /// # Errors
    /// Those of `work`, and [`Trouble`] with the disk.
    pub fn read<R, E: From<Trouble>>(
        &mut self,
        work: impl FnOnce(&View<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        let refused = |error: rusqlite::Error| Trouble::at(&self.path, &error);
        let transaction = self.connection.transaction().map_err(refused)?;
        work(&View::new(&transaction))
    }

    /// A number that changes when anybody else has written; only numbers of one reader compare.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn version(&self) -> Result<u64, Trouble> {
        let version: i64 = self
            .connection
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .map_err(|error| Trouble::at(&self.path, &error))?;
        Ok(version.unsigned_abs())
    }

    /// Copies the database, consistent, to a file that is not there yet.
    ///
    /// # Errors
    /// [`Trouble`]; nothing is left of a copy that failed.
    pub fn back_up(&self, to: &Path) -> Result<(), Trouble> {
        let only = |on: bool| {
            self.connection
                .pragma_update(None, "query_only", on)
                .map_err(|error| Trouble::at(&self.path, &error))
        };
        // A copy counts as writing, though nothing of this database is written.
        only(false)?;
        let copied = backup::copy_to(&self.connection, to, backup::books_are_whole);
        only(true)?;
        copied
    }

    /// What the database says of itself; nothing where it is sound.
    ///
    /// # Errors
    /// [`Trouble`] where it cannot even be looked through.
    pub fn integrity(&self) -> Result<Vec<String>, Trouble> {
        backup::integrity(&self.connection).map_err(|error| Trouble::at(&self.path, &error))
    }
}
