//! What the list of rounds knows.

use std::collections::HashMap;

use crate::office::{RoundProgress, RoundSummary, SheetsLeft};
use crate::scheme::Shipped;
use crate::tui::go::Destination;
use crate::tui::list::{Keyed, List};
use crate::tui::message::{Lane, Ticket};
use crate::tui::seat::Offer;
use crate::tui::session::OpenRound;

/// The lane of what is asked about the round under the hand. A round that is opened before it has
/// been looked at closer is opened first: the other question falls away.
pub(super) const LANE: Lane = "rounds.selected";

/// The list of rounds.
#[derive(Debug, Default)]
pub struct Rounds {
    pub(super) list: List<RoundSummary>,
    pub(super) is_read: bool,
    /// What is under the hand where there is no round yet.
    pub(super) first: usize,
    /// The question for the list that is under way.
    pub(super) reading: Option<Ticket>,
    /// The round that is being opened, and how far it is.
    pub(super) opening: Opening,
    /// What is left to submit in the round that is being opened.
    pub(super) left: Vec<SheetsLeft>,
    /// The screen to go to once the round is open; none: its organisations.
    pub(super) then: Option<&'static Destination>,
    /// The round to open at once, when the program starts.
    pub(super) wanted: Option<String>,
    /// The demonstration or a new round is being made.
    pub(super) making: Option<Ticket>,
    /// How far the rounds are that were looked at.
    pub(super) progress: HashMap<String, RoundProgress>,
    /// The question for the progress of which round.
    pub(super) counting: Option<(Ticket, String)>,
    /// What stands between a round and its notice, as it was at a number of its book.
    pub(super) findings: HashMap<String, (u64, [usize; 3])>,
    /// The question for them: of which round, at which number.
    pub(super) finding: Option<(Ticket, String, u64)>,
    /// The new round's scheme, and what was last typed of its name, year and list.
    pub(super) new: Option<(&'static Shipped, [String; 3])>,
}

/// How far the opening of a round is.
#[derive(Debug, Default)]
pub(super) enum Opening {
    #[default]
    Nothing,
    /// Its head was asked for.
    Head(Ticket),
    /// It was asked in whose name this person rated last.
    LastSeat(Ticket, Box<OpenRound>),
    /// The person is asked.
    Asking(Box<OpenRound>, Vec<Offer>),
    /// The person types the name of a rater of this party.
    Naming(Box<OpenRound>, String),
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

    pub(super) fn selected(&self) -> Option<&RoundSummary> {
        self.list.selected()
    }

    /// The list was read, and there is no round at all.
    pub(super) fn is_first_start(&self) -> bool {
        self.is_read && self.list.is_empty()
    }
}

/// A round is told from the others by its name.
impl Keyed for RoundSummary {
    type Key = String;

    fn key(&self) -> String {
        self.round.clone()
    }
}
