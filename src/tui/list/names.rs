//! The organisations of the round by code: names, what tells equal names apart, and which ones
//! a rater may not see the others' figures of.

use std::collections::{HashMap, HashSet};

use crate::office::{Failure, ListRow, Question, Reply};
use crate::tui::find::Findable;
use crate::tui::message::{Lane, Ticket};
use crate::tui::organisations::Seen;
use crate::tui::screen::Context;
use crate::tui::session::Session;

/// What is known about the organisations of the round.
#[derive(Debug, Default)]
pub struct Names {
    /// None: not yet read.
    known: Option<HashMap<String, Known>>,
    hidden: HashSet<String>,
    reading: Option<Ticket>,
}

#[derive(Debug)]
struct Known {
    name: String,
    parent: Option<String>,
}

impl Names {
    /// Asks the office for them.
    pub fn read(&mut self, lane: Lane, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            self.reading = Some(context.ask(lane, Question::List { round }));
        }
    }

    /// Takes an answer; returns its rows where it was this one's.
    pub fn answered<'a>(
        &mut self,
        ticket: Ticket,
        answer: &'a Result<Reply, Failure>,
        session: &Session,
    ) -> Option<&'a [ListRow]> {
        match answer {
            Ok(Reply::List(rows)) if self.reading == Some(ticket) => {
                self.take(rows, session);
                Some(rows)
            }
            _ => None,
        }
    }

    /// Takes a list that was read.
    pub fn take(&mut self, rows: &[ListRow], session: &Session) {
        if let Some(round) = &session.round {
            let seen = Seen {
                round,
                seat: session.seat.as_ref(),
            };
            let hidden = rows.iter().filter(|row| seen.is_hidden(row));
            self.hidden = hidden.map(|row| row.organisation.clone()).collect();
        }
        let known = rows.iter().map(|row| {
            let known = Known {
                name: row.name.clone(),
                parent: row.parent.clone(),
            };
            (row.organisation.clone(), known)
        });
        self.known = Some(known.collect());
    }

    /// Whether they have been read.
    #[must_use]
    pub const fn are_read(&self) -> bool {
        self.known.is_some()
    }

    fn known(&self, code: &str) -> Option<&Known> {
        self.known.as_ref()?.get(code)
    }

    /// The name of a code; the code itself where none is known.
    #[must_use]
    pub fn of<'a>(&'a self, code: &'a str) -> &'a str {
        self.known(code).map_or(code, |known| known.name.as_str())
    }

    /// The name of the town or district that it lies in; empty where it lies in none.
    #[must_use]
    pub fn beside(&self, code: &str) -> &str {
        let parent = self.known(code).and_then(|known| known.parent.as_deref());
        parent.map_or("", |parent| {
            self.known(parent).map_or("", |known| known.name.as_str())
        })
    }

    /// Whether this rater may not see yet what the others gave it.
    #[must_use]
    pub fn is_hidden(&self, code: &str) -> bool {
        self.hidden.contains(code)
    }

    /// Those of which it holds.
    #[must_use]
    pub const fn hidden(&self) -> &HashSet<String> {
        &self.hidden
    }

    /// An organisation as it is looked for.
    #[must_use]
    pub fn findable(&self, code: &str) -> Findable {
        Findable {
            code: code.to_owned(),
            name: self.of(code).to_owned(),
            beside: self.beside(code).to_owned(),
        }
    }
}
