//! What has been sent to the office and is not answered, in order.
//!
//! An operation waits here while one before it is about the same cells: then the revision that it
//! saw is known when it goes, and somebody else's change in between can never be overwritten
//! unseen.

use std::collections::VecDeque;

use crate::office::{Applied, Failure};
use crate::round::{Change, Command, Key, Operation, Refusal, What, Write};

/// Operations on their way.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<Sent>,
}

#[derive(Debug)]
struct Sent {
    operation: Operation,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Not given to the office yet.
    Waiting,
    Away,
    /// The disk or a lock stood in the way; it can be tried again.
    Stuck,
}

/// What became of an operation.
#[derive(Debug)]
pub struct Settled {
    pub operation: Operation,
    pub result: Result<Applied, Refusal>,
    /// What later writes of the same cells wanted, which the refusal voids with it.
    pub voided: Vec<Write>,
}

impl Queue {
    /// Puts an operation at the end.
    pub fn push(&mut self, operation: Operation) {
        self.waiting.push_back(Sent {
            operation,
            state: State::Waiting,
        });
    }

    /// Whether everything is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// How many operations the disk or a lock has kept from being stored.
    #[must_use]
    pub fn stuck(&self) -> usize {
        let stuck = |sent: &&Sent| sent.state == State::Stuck;
        self.waiting.iter().filter(stuck).count()
    }

    /// Tries the stuck ones again.
    pub fn retry(&mut self) {
        for sent in &mut self.waiting {
            if sent.state == State::Stuck {
                sent.state = State::Waiting;
            }
        }
    }

    /// The operations that may go now, in order.
    pub fn ready(&mut self) -> Vec<Operation> {
        let mut ready = Vec::new();
        for position in 0..self.waiting.len() {
            let free = self.waiting.get(position).is_some_and(|sent| {
                let before = self.waiting.iter().take(position);
                sent.state == State::Waiting
                    && before
                        .into_iter()
                        .all(|other| apart(&other.operation.command, &sent.operation.command))
            });
            if !free {
                continue;
            }
            if let Some(sent) = self.waiting.get_mut(position) {
                sent.state = State::Away;
                ready.push(sent.operation.clone());
            }
        }
        ready
    }

    /// All that is not answered, to be handed to the office when the program has to go.
    #[must_use]
    pub fn unanswered(&self) -> Vec<Operation> {
        self.waiting
            .iter()
            .map(|sent| sent.operation.clone())
            .collect()
    }

    /// The writes on their way, in order.
    pub fn writes(&self) -> impl Iterator<Item = &Write> + Clone {
        self.waiting
            .iter()
            .flat_map(|sent| match &sent.operation.command {
                Command::Write(writes) => writes.as_slice(),
                _ => &[],
            })
    }

    /// The latest write of a cell that is on its way.
    #[must_use]
    pub fn write_of(&self, what: What, key: &Key) -> Option<&Write> {
        self.writes()
            .filter(|write| write.what == what && write.key == *key)
            .last()
    }

    /// Whether a command of another kind than `Write` is on its way.
    #[must_use]
    pub fn has_act(&self) -> bool {
        let act = |sent: &Sent| !matches!(sent.operation.command, Command::Write(_));
        self.waiting.iter().any(act)
    }

    /// Takes the answer to an operation; nothing where it is not here (any more), or where it
    /// stays to be tried again.
    pub fn settle(&mut self, id: &str, answer: Result<Applied, Failure>) -> Option<Settled> {
        let position = self
            .waiting
            .iter()
            .position(|sent| sent.operation.id == id)?;
        let result = match answer {
            Ok(applied) => {
                self.move_seen(&applied.changes);
                Ok(applied)
            }
            Err(Failure::Trouble(_)) => {
                if let Some(sent) = self.waiting.get_mut(position) {
                    sent.state = State::Stuck;
                }
                return None;
            }
            Err(Failure::Refusal(refusal)) => Err(refusal),
        };
        let sent = self.waiting.remove(position)?;
        let voided = if result.is_err() {
            self.void(&sent.operation.command)
        } else {
            Vec::new()
        };
        Some(Settled {
            operation: sent.operation,
            result,
            voided,
        })
    }

    /// What waits and saw a cell before our own change of it sees it after.
    fn move_seen(&mut self, changes: &[Change]) {
        for sent in &mut self.waiting {
            let (State::Waiting, Command::Write(writes)) =
                (sent.state, &mut sent.operation.command)
            else {
                continue;
            };
            for write in writes {
                for change in changes {
                    if write.what == change.what
                        && write.key == change.key
                        && write.seen == Some(change.old_revision)
                    {
                        write.seen = Some(change.new_revision);
                    }
                }
            }
        }
    }

    /// Takes out the waiting writes of cells that a refused command was about.
    fn void(&mut self, refused: &Command) -> Vec<Write> {
        let mut voided = Vec::new();
        self.waiting.retain(|sent| {
            let goes = sent.state == State::Waiting
                && matches!(sent.operation.command, Command::Write(_))
                && matches!(refused, Command::Write(_))
                && !apart(refused, &sent.operation.command);
            if let (true, Command::Write(writes)) = (goes, &sent.operation.command) {
                voided.extend(writes.iter().cloned());
            }
            !goes
        });
        voided
    }
}

/// What became of operations that were handed in together.
#[derive(Debug, Default)]
pub struct LastWords {
    pub stored: usize,
    /// With what waited for the same cells after them.
    pub refused: Vec<(Operation, Refusal)>,
    /// The disk or a lock stood in the way.
    pub left: Vec<Operation>,
}

impl LastWords {
    /// Whether everything is stored.
    #[must_use]
    pub fn all_stored(&self) -> bool {
        self.refused.is_empty() && self.left.is_empty()
    }
}

/// Applies operations that no desk holds any more, in order: each as its cells stand after those
/// before it. What the office has applied already it answers again, so nothing is done twice.
pub fn last_words(
    operations: Vec<Operation>,
    mut apply: impl FnMut(Operation) -> Result<Applied, Failure>,
) -> LastWords {
    let mut queue = Queue::default();
    for operation in operations {
        queue.push(operation);
    }
    let mut told = LastWords::default();
    loop {
        let ready = queue.ready();
        if ready.is_empty() {
            told.left = queue.unanswered();
            return told;
        }
        for operation in ready {
            let id = operation.id.clone();
            match queue.settle(&id, apply(operation)) {
                Some(Settled { result: Ok(_), .. }) => told.stored += 1,
                Some(settled) => told.refuse(settled),
                None => {}
            }
        }
    }
}

impl LastWords {
    fn refuse(&mut self, settled: Settled) {
        let Err(refusal) = settled.result else {
            return;
        };
        let mut operations = vec![settled.operation];
        if let ([first, ..], false) = (operations.as_slice(), settled.voided.is_empty()) {
            let mut after = first.clone();
            after.id = format!("{}/after", first.id);
            after.command = Command::Write(settled.voided);
            operations.push(after);
        }
        let told = operations.into_iter();
        self.refused
            .extend(told.map(|operation| (operation, refusal.clone())));
    }
}

/// Whether two commands have no cell in common. What is no plain write waits for all before it.
fn apart(one: &Command, other: &Command) -> bool {
    let (Command::Write(one), Command::Write(other)) = (one, other) else {
        return false;
    };
    let same = |a: &Write, b: &Write| a.what == b.what && a.key == b.key;
    !one.iter().any(|a| other.iter().any(|b| same(a, b)))
}
