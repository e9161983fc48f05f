//! 未提交名单: who has not submitted, by party, rater and town, as a list to take along.
//!
//! What it knows stands here; `update` reads it and writes it to a file.

mod commands;
mod update;
mod view;

pub use commands::COMMANDS;

use super::list::{Keyed, List};
use super::message::Ticket;
use crate::desk;

/// The sheets of the open round that are still to be submitted.
#[derive(Debug, Default)]
pub struct Waiting {
    list: List<desk::Waiting>,
    /// How many sheets that are.
    sheets: usize,
    /// Whether the list has been read.
    read: bool,
    reading: Option<Ticket>,
    /// The list is being written to a file.
    writing: Option<Ticket>,
}

impl Keyed for desk::Waiting {
    type Key = (usize, Option<String>, String);

    fn key(&self) -> Self::Key {
        let party = self.party.position();
        (party, self.rater.clone(), self.town.clone())
    }
}
