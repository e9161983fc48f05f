//! The threads between the screen and the office: questions off the screen's thread, the latest
//! of a lane only; operations one after the other.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::message::{Job, Lane, Message, Ticket};
use crate::desk::last_words;
use crate::office::{Door, Failure, Question, Reply, Trouble};
use crate::round::Operation;

/// Questions that may be answered at the same time: a slow one does not hold up the others.
const ASKERS: usize = 2;
/// How often it is looked whether another process has written.
const NEWS_EVERY: Duration = Duration::from_secs(1);

/// A queue that several threads wait at.
struct Queue<T> {
    waiting: Mutex<(VecDeque<T>, usize)>,
    bell: Condvar,
}

impl<T> Queue<T> {
    fn new() -> Self {
        Self {
            waiting: Mutex::new((VecDeque::new(), 0)),
            bell: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, (VecDeque<T>, usize)> {
        // A thread that panicked held it for a push or a pop only.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, item: T, replaced: impl Fn(&T) -> bool) {
        let mut queue = self.lock();
        queue.0.retain(|waiting| !replaced(waiting));
        queue.0.push_back(item);
        self.bell.notify_all();
    }

    /// Waits for the next one; it counts as being worked on until [`Queue::done`].
    fn take(&self) -> T {
        let mut queue = self.lock();
        loop {
            if let Some(item) = queue.0.pop_front() {
                queue.1 += 1;
                return item;
            }
            queue = self
                .bell
                .wait(queue)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn done(&self) {
        self.lock().1 -= 1;
        self.bell.notify_all();
    }

    /// Waits until nothing waits and nothing is worked on, at most so long.
    fn drain(&self, limit: Duration) {
        let end = Instant::now() + limit;
        let mut queue = self.lock();
        while !queue.0.is_empty() || queue.1 > 0 {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            let (guard, _) = self
                .bell
                .wait_timeout(queue, left)
                .unwrap_or_else(PoisonError::into_inner);
            queue = guard;
        }
    }
}

struct Asked {
    ticket: Ticket,
    lane: Lane,
    question: Question,
}

/// Carries questions and operations to the office, and the answers back as messages.
#[derive(Clone)]
pub struct Messenger {
    questions: Arc<Queue<Asked>>,
    /// Apart from the questions: they wait for the lock, and nobody for them.
    memories: Arc<Queue<Asked>>,
    operations: Arc<Queue<(Ticket, Operation)>>,
    /// What was handed over and has no answer yet, in order.
    away: Arc<Mutex<Vec<Operation>>>,
    /// What was kept and has no answer yet, in order; some of it has not been handed over.
    kept: Arc<Mutex<Vec<Operation>>>,
    /// Held while everything is being stored for the last time.
    flushing: Arc<Mutex<()>>,
    door: Arc<dyn Door>,
    tell: Sender<Message>,
    /// What is said of work that panicked.
    failed: String,
}

impl Messenger {
    /// Starts the threads; they end with the program.
    #[must_use]
    pub fn start(door: &Arc<dyn Door>, tell: &Sender<Message>, failed: String) -> Self {
        let messenger = Self {
            questions: Arc::new(Queue::new()),
            memories: Arc::new(Queue::new()),
            operations: Arc::new(Queue::new()),
            away: Arc::default(),
            kept: Arc::default(),
            flushing: Arc::default(),
            door: Arc::clone(door),
            tell: tell.clone(),
            failed,
        };
        let questions = [&messenger.questions; ASKERS];
        for queue in questions.into_iter().chain([&messenger.memories]) {
            let (door, tell) = (Arc::clone(door), tell.clone());
            let queue = Arc::clone(queue);
            thread::spawn(move || answer_questions(door.as_ref(), &queue, &tell));
        }
        let (writer_door, writer_tell) = (Arc::clone(door), tell.clone());
        let (queue, away) = (
            Arc::clone(&messenger.operations),
            Arc::clone(&messenger.away),
        );
        thread::spawn(move || apply_operations(writer_door.as_ref(), &queue, &away, &writer_tell));
        let (news_door, news_tell) = (Arc::clone(door), tell.clone());
        thread::spawn(move || look_for_news(news_door.as_ref(), &news_tell));
        messenger
    }

    /// Puts a question; a waiting one of the same lane is dropped.
    pub fn ask(&self, ticket: Ticket, lane: Lane, question: Question) {
        let asked = Asked {
            ticket,
            lane,
            question,
        };
        if matches!(asked.question, Question::Remember { .. }) {
            // It is no question: each is carried out.
            self.memories.put(asked, |_| false);
        } else {
            self.questions.put(asked, |waiting| waiting.lane == lane);
        }
    }

    /// Takes note of what was kept and has no answer yet, for the case that the program has to go.
    pub fn keep(&self, operations: Vec<Operation>) {
        *held(&self.kept) = operations;
    }

    /// Hands an operation over.
    pub fn apply(&self, ticket: Ticket, operation: Operation) {
        held(&self.away).push(operation.clone());
        self.operations.put((ticket, operation), |_| false);
    }

    /// Does longer work on a thread of its own.
    pub fn work(&self, ticket: Ticket, job: Job) {
        let (door, tell) = (Arc::clone(&self.door), self.tell.clone());
        let failed = self.failed.clone();
        thread::spawn(move || {
            let done = catch_unwind(AssertUnwindSafe(|| (job.0)(door.as_ref())));
            let done = done.unwrap_or(Err(failed));
            // Where the screen is gone, nobody waits for it.
            tell.send(Message::Worked(ticket, done)).unwrap_or_default();
        });
    }

    /// Has everything stored that was kept, at most so long; nobody hears the answers. Before
    /// that it is set aside, so that what cannot be stored in this time, or is refused, is handed
    /// in and told at the next start.
    pub fn flush(&self, limit: Duration) {
        let end = Instant::now() + limit;
        let left = || end.saturating_duration_since(Instant::now());
        // A signal and the reader may both see that the line is gone.
        let _one_at_a_time = held(&self.flushing);
        let mut all = std::mem::take(&mut *held(&self.away));
        for kept in std::mem::take(&mut *held(&self.kept)) {
            if !all.iter().any(|operation| operation.id == kept.id) {
                all.push(kept);
            }
        }
        if !all.is_empty() {
            let door = Arc::clone(&self.door);
            let set_aside = |door: &dyn Door, operations| {
                // Where even that cannot be written, nothing more can be done.
                safely(|| door.ask(Question::SetAside { operations })).is_ok()
            };
            set_aside(door.as_ref(), all.clone());
            self.operations.drain(left());
            let (done, waited) = mpsc::sync_channel(1);
            thread::spawn(move || {
                let told = last_words(all, |operation| safely(|| door.apply(operation)));
                if told.all_stored() {
                    set_aside(door.as_ref(), Vec::new());
                }
                // Nobody waits any more where the time was up.
                done.send(()).unwrap_or_default();
            });
            waited.recv_timeout(left()).unwrap_or_default();
        }
        self.memories.drain(left());
    }
}

/// A thread that panicked held it for a push or a look only.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Calls the door; a panic behind it becomes a failure that the screen can show.
fn safely<T>(call: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| {
        Err(Failure::Trouble(Trouble::Other {
            why: "panic".to_owned(),
        }))
    })
}

fn answer_questions(door: &dyn Door, queue: &Queue<Asked>, tell: &Sender<Message>) {
    loop {
        let asked = queue.take();
        let answer = safely(|| door.ask(asked.question));
        queue.done();
        if tell.send(Message::Answer(asked.ticket, answer)).is_err() {
            return;
        }
    }
}

fn apply_operations(
    door: &dyn Door,
    queue: &Queue<(Ticket, Operation)>,
    away: &Mutex<Vec<Operation>>,
    tell: &Sender<Message>,
) {
    loop {
        let (ticket, operation) = queue.take();
        let id = operation.id.clone();
        let answer = safely(|| door.apply(operation));
        held(away).retain(|operation| operation.id != id);
        queue.done();
        if tell
            .send(Message::Applied(ticket, Box::new(answer)))
            .is_err()
        {
            return;
        }
    }
}

fn look_for_news(door: &dyn Door, tell: &Sender<Message>) {
    let mut known = None;
    loop {
        if let Ok(Reply::Version(version)) = safely(|| door.ask(Question::Version)) {
            let news = known.is_some_and(|known| known != version);
            known = Some(version);
            if news && tell.send(Message::News).is_err() {
                return;
            }
        }
        thread::sleep(NEWS_EVERY);
    }
}
