//! 操作记录: who changed what from what to what, when, why; each line's place in the chain.
//!
//! `update` filters and opens, `view` draws the lines, `detail` one operation whole.

mod commands;
mod detail;
mod update;
mod view;

pub use commands::COMMANDS;

use super::list::Names;
use super::message::Ticket;
use super::session::Session;
use super::widget::Window;
use crate::office::{JournalFilter, JournalLine};
use crate::round::Change;

/// The journal of the open round.
#[derive(Debug, Default)]
pub struct Journal {
    filter: JournalFilter,
    /// None: not yet read. The newest first.
    lines: Option<Vec<JournalLine>>,
    window: Window,
    reading: Option<Ticket>,
    names: Names,
    /// Persons that the filter popup offers.
    actors: Vec<String>,
}

impl Journal {
    /// That of one organisation.
    #[must_use]
    pub fn of(organisation: String) -> Self {
        Self {
            filter: JournalFilter {
                organisation: Some(organisation),
                ..JournalFilter::default()
            },
            ..Self::default()
        }
    }

    /// What has been written of one organisation after a number in the round's book.
    #[must_use]
    pub fn after(organisation: String, after: u64) -> Self {
        let mut journal = Self::of(organisation);
        journal.filter.after = Some(after);
        journal
    }

    /// A change with names in place of codes.
    fn named(&self, change: &Change, session: &Session) -> Change {
        session.named(change, |code| self.names.of(code).to_owned())
    }

    fn count(&self) -> usize {
        self.lines.as_ref().map_or(0, Vec::len)
    }

    fn selected(&self) -> Option<&JournalLine> {
        self.lines.as_ref()?.get(self.window.selected)
    }
}
