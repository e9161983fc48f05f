//! What the list of rounds knows.

use crate::office::RoundSummary;
use crate::tui::message::Ticket;
use crate::tui::widget::Window;

/// The list of rounds.
#[derive(Debug, Default)]
pub struct Rounds {
    /// None: not yet read.
    pub(super) rounds: Option<Vec<RoundSummary>>,
    pub(super) window: Window,
    /// The question for the list that is under way.
    pub(super) reading: Option<Ticket>,
    /// The question for the head of a round that is being opened.
    pub(super) opening: Option<Ticket>,
    /// The round to open at once, when the program starts.
    pub(super) wanted: Option<String>,
}

impl Rounds {
    /// Opens a round at once, where one is named.
    #[must_use]
    pub fn new(wanted: Option<String>) -> Self {
        Self {
            wanted,
            ..Self::default()
        }
    }

    pub(super) fn count(&self) -> usize {
        self.rounds.as_ref().map_or(0, Vec::len)
    }

    pub(super) fn selected(&self) -> Option<&RoundSummary> {
        self.rounds.as_ref()?.get(self.window.selected)
    }
}
