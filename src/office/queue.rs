//! What waits for the writer's thread: what a person did goes before what is only remembered, or
//! kept so that the next who asks need not make it anew.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Shared, Trouble};
use crate::store::Writer;

/// What found the database locked is tried again after this time.
const TRY_AGAIN: Duration = Duration::from_millis(100);

/// Work that somebody waits for.
pub(super) type Job = Box<dyn FnOnce(&Shared, &mut Writer) + Send>;

/// Work that can wait: done in small parts, each only while nobody else writes.
pub(super) type Spare = Box<dyn FnMut(&Shared, &mut Writer) -> Progress + Send>;

/// How far spare work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    Done,
    /// There is more of it.
    More,
    /// Somebody else is writing.
    Locked,
}

impl Progress {
    /// What cannot be done for any other reason than a lock is given up.
    pub(super) const fn of(done: &Result<(), Trouble>) -> Self {
        match done {
            Err(Trouble::Locked { .. }) => Self::Locked,
            _ => Self::Done,
        }
    }
}

#[derive(Default)]
struct Waiting {
    jobs: VecDeque<Job>,
    spare: VecDeque<Spare>,
    /// The first spare work found the database locked.
    locked: bool,
    closed: bool,
}

/// The queue of the writer's thread.
#[derive(Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    bell: Condvar,
}

enum Next {
    Job(Job),
    Spare(Spare),
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // A thread that panicked held it for a push or a pop only.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn put(&self, job: Job) {
        self.lock().jobs.push_back(job);
        self.bell.notify_one();
    }

    pub(super) fn put_spare(&self, spare: Spare) {
        self.lock().spare.push_back(spare);
        self.bell.notify_one();
    }

    /// Nothing comes any more; what waits is still done.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.bell.notify_one();
    }

    /// The next work, and whether the queue is closed; none once it is closed and empty.
    fn next(&self) -> Option<(Next, bool)> {
        let mut waiting = self.lock();
        loop {
            if let Some(job) = waiting.jobs.pop_front() {
                return Some((Next::Job(job), waiting.closed));
            }
            if !waiting.locked || waiting.closed {
                if let Some(spare) = waiting.spare.pop_front() {
                    return Some((Next::Spare(spare), waiting.closed));
                }
                if waiting.closed {
                    return None;
                }
                waiting = self
                    .bell
                    .wait(waiting)
                    .unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            let (guard, waited) = self
                .bell
                .wait_timeout(waiting, TRY_AGAIN)
                .unwrap_or_else(PoisonError::into_inner);
            waiting = guard;
            waiting.locked = !waited.timed_out();
        }
    }

    fn put_back(&self, spare: Spare, progress: Progress) {
        let mut waiting = self.lock();
        waiting.spare.push_front(spare);
        waiting.locked = progress == Progress::Locked;
    }

    /// Does the work until the queue is closed and empty. Spare work that then still finds the
    /// database locked is dropped: nobody is kept waiting for it.
    pub(super) fn work(&self, shared: &Shared, writer: &mut Writer) {
        while let Some((next, closed)) = self.next() {
            match next {
                Next::Job(job) => job(shared, writer),
                Next::Spare(mut spare) => match spare(shared, writer) {
                    Progress::Done => {}
                    Progress::Locked if closed => {}
                    progress => self.put_back(spare, progress),
                },
            }
        }
    }
}
