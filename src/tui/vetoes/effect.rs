//! What the veto under the hand does: the level without it and with it, as the office works it
//! out, and what the book has of it.

use super::model::Entry;
use crate::office::{JournalLine, Question, VetoLevels};
use crate::round::What;
use crate::scheme::VetoIndex;
use crate::scoring::VetoStanding;
use crate::tui::message::Ticket;
use crate::tui::screen::Context;

/// What is known, or still asked, about one veto on one organisation.
#[derive(Debug)]
pub(super) struct Known {
    pub place: (String, VetoIndex),
    asked: Ticket,
    asked_past: Ticket,
    /// None until the office has answered.
    pub levels: Option<VetoLevels>,
    /// How it stands now, with the figure that its condition looked at.
    pub standing: Option<VetoStanding>,
    /// Newest first; empty while it is being read.
    pub lines: Vec<JournalLine>,
}

/// Asks for everything about a veto.
pub(super) fn ask(entry: &Entry, id: &str, context: &mut Context<'_>) -> Option<Known> {
    let round = context.session.round_name()?;
    let levels = Question::VetoLevels {
        round: round.clone(),
        organisation: entry.organisation.clone(),
        veto: id.to_owned(),
    };
    let past = Question::History {
        round,
        what: What::Veto,
        key: vec![entry.organisation.clone(), id.to_owned()],
    };
    Some(Known {
        place: (entry.organisation.clone(), entry.veto),
        asked: context.ask("veto levels", levels),
        asked_past: context.ask("veto past", past),
        levels: None,
        standing: None,
        lines: Vec::new(),
    })
}

impl Known {
    /// Takes what it does. True where it was asked for.
    pub(super) fn take(
        &mut self,
        ticket: Ticket,
        standing: Option<&VetoStanding>,
        levels: VetoLevels,
    ) -> bool {
        let mine = self.asked == ticket;
        if mine {
            self.standing = standing.cloned();
            self.levels = Some(levels);
        }
        mine
    }

    /// Takes what the book has. True where it was asked for.
    pub(super) fn take_past(&mut self, ticket: Ticket, lines: &[JournalLine]) -> bool {
        let mine = self.asked_past == ticket;
        if mine {
            self.lines = lines.to_vec();
        }
        mine
    }
}
