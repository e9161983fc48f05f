//! 操作记录: who changed what from what to what, when, why; each line's place in the chain.

mod commands;
mod detail;
mod update;
mod view;

use super::message::Ticket;
use super::widget::Window;
use crate::office::{JournalFilter, JournalLine};

/// The journal of the open round.
#[derive(Debug, Default)]
pub struct Journal {
    filter: JournalFilter,
    /// None: not yet read. The newest first.
    lines: Option<Vec<JournalLine>>,
    window: Window,
    reading: Option<Ticket>,
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

    fn count(&self) -> usize {
        self.lines.as_ref().map_or(0, Vec::len)
    }

    fn selected(&self) -> Option<&JournalLine> {
        self.lines.as_ref()?.get(self.window.selected)
    }
}
