//! What a screen has handed to the office, with what to say once it is stored.

use crate::office::{Applied, Failure};
use crate::round::Command;
use crate::tui::message::Ticket;
use crate::tui::screen::{Context, Tone};

/// Operations under way.
#[derive(Debug, Default)]
pub struct Writing {
    under_way: Vec<(Ticket, String)>,
}

/// What became of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It was not one of these.
    Elsewhere,
    /// It is stored, and that has been said.
    Stored,
    /// It was refused; the frame says why.
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
        answer: &Result<Applied, Failure>,
        context: &mut Context<'_>,
    ) -> Settled {
        let mine = |(of, _): &(Ticket, String)| *of == ticket;
        let Some(position) = self.under_way.iter().position(mine) else {
            return Settled::Elsewhere;
        };
        let (_, said) = self.under_way.swap_remove(position);
        if answer.is_err() {
            return Settled::Refused;
        }
        context.say(Tone::Good, said);
        Settled::Stored
    }
}
