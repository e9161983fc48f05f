//! What the writer's thread and the readers share, and how a connection that reads is borrowed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::aside::Aside;
use super::schemes::Schemes;
use super::{Applied, Clock, Failure, RoundResults, Trouble, applying};
use crate::round::Operation;
use crate::store::{Reader, RoundNumber, Store, View, Writer};

/// So many connections that only read are kept open.
const KEPT_READERS: usize = 4;

/// What the writer's thread and the readers share.
pub(super) struct Shared {
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) schemes: Schemes,
    pub(super) readers: Mutex<Vec<Reader>>,
    pub(super) aside: Aside,
    /// Opened when it is first asked, kept open and used for nothing else: its numbers compare.
    pub(super) watch: Mutex<Option<Reader>>,
    /// Results by round, with the number of operations that they were made after.
    pub(super) results: Mutex<HashMap<RoundNumber, (u64, Arc<RoundResults>)>>,
}

pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    /// Answers from one consistent state.
    pub(super) fn read<R>(
        &self,
        work: impl FnOnce(&View<'_>) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        self.with_reader(|reader| reader.read(work))
    }

    pub(super) fn with_reader<R>(
        &self,
        work: impl FnOnce(&mut Reader) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let idle = locked(&self.readers).pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => self.store.reader()?,
        };
        let done = work(&mut reader);
        let mut readers = locked(&self.readers);
        if readers.len() < KEPT_READERS {
            readers.push(reader);
        }
        done.map_err(|failure| self.named(failure))
    }

    /// A number that changes when anybody else has written.
    pub(super) fn version(&self) -> Result<u64, Failure> {
        let mut watch = locked(&self.watch);
        let reader = match watch.take() {
            Some(reader) => reader,
            None => self.store.reader()?,
        };
        Ok(watch.insert(reader).version()?)
    }

    /// Trouble in the middle of work does not know which file it is.
    pub(super) fn named(&self, failure: Failure) -> Failure {
        let known = || self.store.path().display().to_string();
        match failure {
            Failure::Trouble(Trouble::ReadOnly { path }) if path.is_empty() => {
                Failure::Trouble(Trouble::ReadOnly { path: known() })
            }
            Failure::Trouble(Trouble::NotADatabase { path }) if path.is_empty() => {
                Failure::Trouble(Trouble::NotADatabase { path: known() })
            }
            Failure::Trouble(Trouble::CannotOpen { path, why }) if path.is_empty() => {
                Failure::Trouble(Trouble::CannotOpen { path: known(), why })
            }
            other => other,
        }
    }

    pub(super) fn apply(
        &self,
        writer: &mut Writer,
        operation: &Operation,
    ) -> Result<Applied, Failure> {
        let prepared = if applying::is_large(&operation.command) {
            // A refusal found here is looked at again, and its answer kept, in the transaction.
            self.read(|view| applying::prepare(self, view, operation))?
                .ok()
        } else {
            None
        };
        applying::apply(self, writer, operation, prepared).map_err(|failure| self.named(failure))
    }
}
