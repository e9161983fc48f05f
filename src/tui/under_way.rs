//! What has been asked for and has no answer yet.

use super::message::{Lane, Ticket};

/// Questions and longer work without an answer.
#[derive(Debug, Clone, Default)]
pub struct UnderWay(Vec<(Option<Lane>, Ticket)>);

impl UnderWay {
    /// A question is put; an earlier one of its lane is no longer waited for.
    pub fn ask(&mut self, lane: Lane, ticket: Ticket) {
        self.0.retain(|(other, _)| *other != Some(lane));
        self.0.push((Some(lane), ticket));
    }

    /// Longer work begins.
    pub fn work(&mut self, ticket: Ticket) {
        self.0.push((None, ticket));
    }

    /// An answer is there, or the reason why there will be none.
    pub fn answered(&mut self, ticket: Ticket) {
        self.0.retain(|(_, other)| *other != ticket);
    }

    /// Whether nothing is waited for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
