//! What the veto under the hand does: the results of the round with it and without it, made by
//! the office on trial, and what the book has of it.

use super::model::Entry;
use crate::office::{JournalLine, Question, ResultRow, RoundResults};
use crate::round::{VetoRecord, What, Write};
use crate::scheme::{LevelIndex, VetoIndex};
use crate::scoring::{VetoStanding, VetoState};
use crate::tui::message::Ticket;
use crate::tui::screen::Context;

/// What is known, or still asked, about one veto on one organisation.
#[derive(Debug)]
pub(super) struct Known {
    pub place: (String, VetoIndex),
    pub without: Asked<Option<Outcome>>,
    pub with: Asked<Option<Outcome>>,
    /// Newest first.
    pub past: Asked<Vec<JournalLine>>,
    /// How it stands now, with the figure that its condition looked at.
    pub standing: Option<VetoStanding>,
}

/// A question, or its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked<T> {
    Waiting(Ticket),
    There(T),
    /// Nobody asked: it is not to be seen.
    Hidden,
}

impl<T> Asked<T> {
    fn is(&self, ticket: Ticket) -> bool {
        matches!(self, Self::Waiting(asked) if *asked == ticket)
    }
}

/// What an organisation comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Level(LevelIndex),
    /// What is reached, and what is in reach.
    Between(LevelIndex, LevelIndex),
    Unrated,
}

impl Outcome {
    /// None where nothing can be said yet.
    fn of(row: &ResultRow) -> Option<Self> {
        let figures = &row.figures;
        if figures.unrated {
            return Some(Self::Unrated);
        }
        if let Some(level) = row.standing.level {
            return Some(Self::Level(level));
        }
        let (low, high) = (figures.reached?, figures.in_reach?);
        Some(match low == high {
            true => Self::Level(low),
            false => Self::Between(low, high),
        })
    }
}

/// Asks for everything about a veto; figures that are `hidden` are not asked for.
pub(super) fn ask(
    entry: &Entry,
    id: &str,
    hidden: bool,
    context: &mut Context<'_>,
) -> Option<Known> {
    let round = context.session.round_name()?;
    let key = vec![entry.organisation.clone(), id.to_owned()];
    let now = entry.state();
    let mut side = |lane, state: VetoState| {
        if hidden {
            return Asked::Hidden;
        }
        // As it is now needs no change; anything but a decided veto is as good as none.
        let is_so = (now == Some(VetoState::Decided)) == (state == VetoState::Decided);
        let question = Question::Trial {
            round: round.clone(),
            writes: if is_so {
                Vec::new()
            } else {
                vec![set(&key, state)]
            },
        };
        Asked::Waiting(context.ask(lane, question))
    };
    let without = side("veto without", VetoState::Lifted);
    let with = side("veto with", VetoState::Decided);
    let past = Question::History {
        round: round.clone(),
        what: What::Veto,
        key: key.clone(),
    };
    Some(Known {
        place: (entry.organisation.clone(), entry.veto),
        without,
        with,
        past: Asked::Waiting(context.ask("veto past", past)),
        standing: None,
    })
}

fn set(key: &[String], state: VetoState) -> Write {
    let record = VetoRecord {
        state,
        document: None,
        date: None,
        note: None,
    };
    Write {
        what: What::Veto,
        key: key.to_vec(),
        record: Some(record.write()),
        seen: None,
        row: None,
    }
}

impl Known {
    /// Takes results on trial; `now` is the state that the veto has. True where they were asked
    /// for.
    pub(super) fn take(
        &mut self,
        ticket: Ticket,
        results: &RoundResults,
        now: Option<VetoState>,
    ) -> bool {
        let with = self.with.is(ticket);
        if !with && !self.without.is(ticket) {
            return false;
        }
        let row = results
            .rows
            .iter()
            .find(|row| row.organisation == self.place.0);
        if with == (now == Some(VetoState::Decided)) {
            let mut vetoes = row.map_or(&[][..], |row| &row.figures.vetoes).iter();
            self.standing = vetoes.find(|one| one.veto == self.place.1).cloned();
        }
        let outcome = Asked::There(row.and_then(Outcome::of));
        if with {
            self.with = outcome;
        } else {
            self.without = outcome;
        }
        true
    }

    /// Takes what the book has. True where it was asked for.
    pub(super) fn take_past(&mut self, ticket: Ticket, lines: &[JournalLine]) -> bool {
        let mine = self.past.is(ticket);
        if mine {
            self.past = Asked::There(lines.to_vec());
        }
        mine
    }

    /// What the book has, newest first; empty while it is being read.
    pub(super) fn lines(&self) -> &[JournalLine] {
        match &self.past {
            Asked::There(lines) => lines,
            _ => &[],
        }
    }
}
