//! What a desk sends: operations in their order, and questions of which the latest wins.

use super::queue::Queue;
use super::said::{Answer, Said};
use super::{Mint, Request};
use crate::office::Question;
use crate::round::{Command, Operation, Via};

/// What is on its way from a desk to the office.
pub(super) struct Outbox<A> {
    pub(super) queue: Queue,
    questions: Vec<Request<A>>,
    mint: Mint,
}

impl<A: PartialEq> Outbox<A> {
    pub(super) fn new(mint: Mint) -> Self {
        Self {
            queue: Queue::default(),
            questions: Vec::new(),
            mint,
        }
    }

    /// The operations and questions that are to go to the office now.
    pub(super) fn take_requests(&mut self) -> Vec<Request<A>> {
        let ready = self.queue.ready().into_iter();
        let mut requests: Vec<_> = ready.map(Request::Apply).collect();
        requests.append(&mut self.questions);
        requests
    }

    /// Asks; a question about the same that is still here has not been sent, and never will be.
    pub(super) fn ask(&mut self, about: A, question: Question) {
        let other = |request: &Request<A>| !matches!(request, Request::Ask { about: old, .. } if *old == about);
        self.questions.retain(other);
        self.questions.push(Request::Ask { about, question });
    }

    /// Puts a command of the screen behind those that are on their way.
    pub(super) fn push(
        &mut self,
        round: &str,
        actor: &str,
        command: Command,
        reason: Option<String>,
    ) {
        self.queue.push(Operation {
            id: (self.mint)(),
            actor: actor.to_owned(),
            via: Via::Screen,
            round: round.to_owned(),
            reason,
            command,
        });
    }

    /// Tries again what the disk or a lock has kept from being stored.
    pub(super) fn retry(&mut self) -> Answer {
        let stuck = self.queue.stuck();
        if stuck == 0 {
            return Answer::quiet();
        }
        self.queue.retry();
        Answer::say(Said::TryingAgain(stuck))
    }
}
