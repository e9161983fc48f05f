//! What a screen has handed to the office, with what to say once it is stored.

use crate::office::Failure;
use crate::round::{Command, Record, Refusal};
use crate::text::{journal, tui as text};
use crate::tui::message::{Outcome, Ticket};
use crate::tui::screen::{Context, Tone};
use crate::tui::session::Session;

/// Operations under way.
#[derive(Debug, Default)]
pub struct Writing {
    under_way: Vec<(Ticket, String)>,
}

/// Why something was refused. Who was second sees the row under the hand: what it is need not
/// be said, but who was first, and both values.
fn told(session: &Session, failure: &Failure) -> String {
    let language = session.language;
    let Failure::Refusal(Refusal::Conflict(conflict)) = failure else {
        return session.failure(failure, &str::to_owned);
    };
    let record =
        |record: &Option<Record>| journal::record(language, conflict.what, record.as_ref());
    let (theirs, mine) = (record(&conflict.theirs), record(&conflict.mine));
    text::changed_first(language, &conflict.by, &theirs, &mine)
}

/// What became of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It was not one of these.
    Elsewhere,
    /// It is stored, and that has been said.
    Stored,
    /// It was refused, and why has been said.
    Refused,
}

impl Writing {
    /// Hands an operation over; `said` is told once it is stored.
    pub fn apply(
        &mut self,
        command: Command,
        reason: Option<String>,
        said: String,
        context: &mut Context<'_>,
    ) {
        let ticket = context.apply(command, reason);
        self.under_way.push((ticket, said));
        *context.line = None;
    }

    /// Takes an answer of the office.
    pub fn settle(
        &mut self,
        ticket: Ticket,
        answer: &Outcome,
        context: &mut Context<'_>,
    ) -> Settled {
        let mine = |(of, _): &(Ticket, String)| *of == ticket;
        let Some(position) = self.under_way.iter().position(mine) else {
            return Settled::Elsewhere;
        };
        let (_, said) = self.under_way.swap_remove(position);
        match answer {
            Ok(_) => {
                context.say(Tone::Good, said);
                Settled::Stored
            }
            Err(failure) => {
                let why = told(context.session, failure);
                context.say(Tone::Refusal, why);
                Settled::Refused
            }
        }
    }
}

/// Operations that belong together: what became of them is told once, with the last answer.
#[derive(Debug, Default)]
pub struct Series {
    under_way: Vec<Ticket>,
    stored: usize,
    refused: usize,
}

/// How far a series is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The answer was not to one of these.
    Elsewhere,
    UnderWay,
    /// How many are stored, and how many were refused.
    Over(usize, usize),
}

impl Series {
    /// Begins to count anew.
    pub const fn begin(&mut self) {
        (self.stored, self.refused) = (0, 0);
    }

    /// Another one has been handed over.
    pub fn add(&mut self, ticket: Ticket) {
        self.under_way.push(ticket);
    }

    /// Takes an answer of the office.
    pub fn settle(&mut self, ticket: Ticket, answer: &Outcome) -> Progress {
        let Some(position) = self.under_way.iter().position(|one| *one == ticket) else {
            return Progress::Elsewhere;
        };
        self.under_way.swap_remove(position);
        match answer {
            Ok(_) => self.stored += 1,
            Err(_) => self.refused += 1,
        }
        if self.under_way.is_empty() {
            Progress::Over(self.stored, self.refused)
        } else {
            Progress::UnderWay
        }
    }
}
