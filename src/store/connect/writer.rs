//! The connection that writes.

use std::time::{Duration, Instant};

use rusqlite::{Connection, TransactionBehavior};

use super::Store;
use crate::store::{Transaction, Trouble, View, backup};

/// Work that can wait gives others no longer than this to finish.
const SPARE_PATIENCE: Duration = Duration::from_millis(20);

/// The one way to a write.
#[derive(Debug)]
pub struct Writer {
    pub(super) connection: Connection,
    pub(super) store: Store,
    /// The disk has not confirmed what was written: nothing more is, until the database has been
    /// looked through on a new connection.
    pub(super) doubtful: bool,
}

impl Writer {
    /// Runs `work` in one transaction, which holds the lock from its beginning: what it reads is
    /// what it changes. Everything is stored, or, when `work` or the disk says no, nothing.
    ///
    /// # Errors
    /// Those of `work`, and [`Trouble`] with lock and disk.
    pub fn write<R, E: From<Trouble>>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        let started = Instant::now();
        self.be_sure()?;
        let _turn = self.store.turn();
        self.transact(started, work)
    }

    /// The same for work that can wait: where anybody else writes or queues to write, it is at
    /// once [`Trouble::Locked`], and nothing was done.
    ///
    /// # Errors
    /// As for [`Self::write`].
    pub fn write_if_free<R, E: From<Trouble>>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        let started = Instant::now();
        self.be_sure()?;
        let queue = self.store.queue_file();
        if queue
            .as_ref()
            .is_some_and(|queue| queue.try_lock().is_err())
        {
            return Err(Trouble::Locked { waited_ms: 0 }.into());
        }
        let patience = |writer: &Self, patience| {
            let set = writer.connection.busy_timeout(patience);
            set.map_err(|error| Trouble::at(&writer.store.path, &error))
        };
        patience(self, SPARE_PATIENCE)?;
        let done = self.transact(started, work);
        patience(self, self.store.patience.lock)?;
        done
    }

    fn transact<R, E: From<Trouble>>(
        &mut self,
        started: Instant,
        work: impl FnOnce(&Transaction<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        let path = &self.store.path;
        let refused = |error: rusqlite::Error| match Trouble::at(path, &error) {
            Trouble::Locked { .. } => Trouble::Locked {
                waited_ms: u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
            },
            other => other,
        };
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(refused)?;
        let done = work(&Transaction::new(View::new(&transaction)))?;
        transaction.commit().map_err(|error| {
            self.doubtful = is_unconfirmed(&error);
            refused(error)
        })?;
        Ok(done)
    }

    /// After an unconfirmed write what the system holds in memory and what is on the disk may
    /// differ; a new connection reads what is there.
    fn be_sure(&mut self) -> Result<(), Trouble> {
        if !self.doubtful {
            return Ok(());
        }
        self.connection = self.store.patiently(|| self.store.connect())?;
        let faults = backup::integrity(&self.connection)
            .map_err(|error| Trouble::at(&self.store.path, &error))?;
        match faults.into_iter().next() {
            Some(why) => Err(Trouble::Damaged { why }),
            None => {
                self.doubtful = false;
                Ok(())
            }
        }
    }
}

/// The disk did not confirm what was to be forced to it.
fn is_unconfirmed(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    matches!(
        code,
        Some(rusqlite::ffi::SQLITE_IOERR_FSYNC | rusqlite::ffi::SQLITE_IOERR_DIR_FSYNC)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Patience;

    #[test]
    fn a_full_disk_is_told_and_nothing_is_stored() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("round.db");
        let (store, mut writer) = Store::open(&path, Patience::default()).unwrap();
        let most_pages = |writer: &Writer, pages: u32| {
            writer
                .connection
                .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
                .unwrap();
        };
        // No page more than there are.
        most_pages(&writer, 1);
        let long = "x".repeat(1 << 20);
        let both = |writer: &mut Writer| {
            writer.write(|transaction| {
                transaction.remember("甲岗", "first", "short")?;
                transaction.remember("甲岗", "second", &long)
            })
        };
        let first = || {
            let known = |view: &View<'_>| view.remembered("甲岗", "first");
            store.reader().unwrap().read(known).unwrap()
        };
        assert_eq!(both(&mut writer), Err(Trouble::DiskFull));
        assert_eq!(first(), None);
        most_pages(&writer, u32::MAX);
        assert_eq!(both(&mut writer), Ok(()));
        assert_eq!(first().as_deref(), Some("short"));
    }
}
