//! The lists of the board: one for each track, one for officers, one for members.

use super::period::Period;
use crate::office::{self, BoardOrganisation, BoardPerson};
use crate::scheme::{MemberKind, TrackIndex};
use crate::tui::list::{Keyed, List};
use crate::tui::message::Ticket;
use crate::tui::session::OpenRound;

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Track(TrackIndex),
    Kind(MemberKind),
}

/// A row of a list.
#[derive(Debug, Clone)]
pub enum Row {
    Organisation(Box<BoardOrganisation>),
    Person(BoardPerson),
}

impl Row {
    /// Code of the organisation.
    pub fn organisation(&self) -> &str {
        match self {
            Self::Organisation(one) => &one.row.organisation,
            Self::Person(one) => &one.organisation,
        }
    }
}

impl Keyed for Row {
    type Key = (String, Option<String>);

    fn key(&self) -> Self::Key {
        let member = match self {
            Self::Organisation(_) => None,
            Self::Person(one) => Some(one.member.clone()),
        };
        (self.organisation().to_owned(), member)
    }
}

/// The screen.
#[derive(Debug, Default)]
pub struct Board {
    pub(super) board: Option<office::Board>,
    pub(super) reading: Option<Ticket>,
    /// Position among the lists.
    pub(super) at: usize,
    pub(super) list: List<Row>,
    /// Organisations of the track that is listed, with points or without.
    pub(super) of_track: usize,
    pub(super) period: Period,
    /// Something was written since it was read.
    pub(super) moved_on: bool,
    /// Its organisation comes under the hand once the board is read.
    pub(super) wanted: Option<String>,
}

impl Board {
    /// The board, at an organisation where one is known.
    #[must_use]
    pub fn at(organisation: Option<String>) -> Self {
        Self {
            wanted: organisation,
            ..Self::default()
        }
    }

    /// All lists, in their order.
    pub(super) fn lists(round: &OpenRound) -> Vec<Which> {
        let tracks = (0..round.scheme.tracks.len()).map(|at| Which::Track(TrackIndex::at(at)));
        let kinds = [MemberKind::Officer, MemberKind::Member].map(Which::Kind);
        tracks.chain(kinds).collect()
    }

    pub(super) fn which(&self, round: &OpenRound) -> Option<Which> {
        Self::lists(round).get(self.at).copied()
    }

    /// Shows the list that is to be shown: who has points.
    pub(super) fn arrange(&mut self, round: &OpenRound) {
        let (Some(board), Some(which)) = (&self.board, self.which(round)) else {
            return;
        };
        let rows = match which {
            Which::Track(track) => {
                let of_track = board.organisations.iter();
                let of_track = of_track.filter(|one| one.row.figures.track == track);
                self.of_track = of_track.clone().count();
                of_track
                    .filter(|one| one.points.units() != 0)
                    .map(|one| Row::Organisation(Box::new(one.clone())))
                    .collect()
            }
            Which::Kind(kind) => {
                let persons = board.persons.iter();
                let persons = persons.filter(|one| one.kind == kind && one.points.units() != 0);
                persons.map(|one| Row::Person(one.clone())).collect()
            }
        };
        self.list.arrange(rows);
    }

    /// Brings the wanted organisation under the hand, in the list of its track.
    pub(super) fn go_to_wanted(&mut self, round: &OpenRound) {
        let (Some(wanted), Some(board)) = (self.wanted.take(), &self.board) else {
            return;
        };
        let found = board
            .organisations
            .iter()
            .find(|one| one.row.organisation == wanted);
        let Some(found) = found else { return };
        let track = Which::Track(found.row.figures.track);
        let at = Self::lists(round).iter().position(|which| *which == track);
        self.at = at.unwrap_or(self.at);
        self.arrange(round);
        self.list.select(&(wanted, None));
    }
}
