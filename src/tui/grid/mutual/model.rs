//! What the grid of mutual rating knows.

use crate::desk::{LineDesk, Peer, PeerReview, is_own, raters_of};
use crate::office::ListRow;
use crate::scheme::{Method, Scheme};
use crate::tui::grid::Hand;
use crate::tui::list::Names;
use crate::tui::message::Ticket;
use crate::tui::scoring::mint;
use crate::tui::session::{Seat, Session, TownColumn};
use crate::tui::widget::Window;

/// The screen.
#[derive(Debug)]
pub struct Mutual {
    /// The town's organisations, with the rater whose column is open.
    pub(super) hand: Option<Hand>,
    /// All organisations of the round.
    pub(super) all: Vec<ListRow>,
    /// The code of what these organisations lie in.
    pub(super) town: Option<String>,
    pub(super) peers: Vec<Peer>,
    pub(super) review: PeerReview,
    /// Everything is looked at, and nothing typed.
    pub(super) reviewing: bool,
    /// Whose column may be typed into.
    pub(super) typing: Typing,
    pub(super) down: Window,
    /// `selected` is the rater whose column is open.
    pub(super) across: Window,
    /// The organisation to begin at.
    pub(super) wanted: Option<String>,
    pub(super) names: Names,
    /// The column that the question about paper sheets is of.
    pub(super) asked_column: usize,
    /// The column that was open last.
    pub(super) last: Option<TownColumn>,
    /// The question for it.
    pub(super) recalling: Option<Ticket>,
}

/// Whose column may be typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typing {
    /// Nobody's: this person only looks.
    Nobody,
    /// The column of the chair that was taken.
    Own,
    /// Any: this person types paper sheets.
    Any,
}

/// The key under which the column is remembered: one for each round.
pub(super) fn key(session: &Session) -> Option<String> {
    let round = session.round.as_ref()?;
    Some(format!("mutual:{}", round.name))
}

/// The id of the party of the scheme whose raters give one overall mark each (P2): of this chair
/// where it is one, else the first.
#[must_use]
pub fn party(scheme: &Scheme, seat: Option<&Seat>) -> Option<String> {
    let marks = |id: &str| {
        let party = scheme.find_party(id).map(|index| scheme.party(index));
        party.is_some_and(|party| matches!(party.method, Method::Mark(_)))
    };
    let seat = seat.map(|seat| seat.party.as_str());
    let all = scheme.parties.iter().map(|party| party.id.as_str());
    let mut of = seat.into_iter().chain(all);
    of.find(|id| marks(id)).map(str::to_owned)
}

impl Mutual {
    /// The town of an organisation; that of the chair's own where none is named.
    #[must_use]
    pub fn at(organisation: Option<String>) -> Self {
        Self {
            hand: None,
            all: Vec::new(),
            town: None,
            peers: Vec::new(),
            review: PeerReview::default(),
            reviewing: false,
            typing: Typing::Nobody,
            down: Window::default(),
            across: Window::default(),
            wanted: organisation,
            names: Names::default(),
            asked_column: 0,
            last: None,
            recalling: None,
        }
    }

    /// Begins with the town once the list is there.
    pub(super) fn begin(&mut self, session: &Session) {
        let seat = session.seat.as_ref();
        let scheme = session.round.as_ref().map(|round| &round.scheme);
        let Some(party) = scheme.and_then(|scheme| party(scheme, seat)) else {
            return;
        };
        let own = seat
            .filter(|seat| seat.party == party)
            .map(|seat| seat.rater.clone());
        let start = self.start(own.as_deref());
        self.open_town(start.as_deref(), session, &party);
        self.take_last_column();
        self.take_own_column(session);
        // On the own organisation there is nothing to do.
        let to_rate = |row: &&ListRow| own.as_ref().is_none_or(|own| !is_own(row, own));
        let start = self
            .all
            .iter()
            .find(|row| Some(&row.organisation) == start.as_ref());
        if let (Some(hand), Some(row)) = (&mut self.hand, start.filter(to_rate)) {
            hand.across.go_to_organisation(&row.organisation);
        }
        self.weigh();
    }

    /// Opens the column of the chair that was taken, where this town has it.
    pub(super) fn take_own_column(&mut self, session: &Session) {
        let Some(hand) = &self.hand else { return };
        let chair = hand.across.chair().party;
        let seat = session.seat.as_ref();
        let seat = seat.filter(|seat| hand.across.scheme().party(chair).id == seat.party);
        let own = self.peers.iter();
        let mut own = own.zip(0..);
        let own = own.find(|(peer, _)| seat.is_some_and(|seat| seat.rater == peer.rater));
        if let Some((_, at)) = own {
            self.typing = Typing::Own;
            self.open_column(at);
        }
    }

    /// Opens the column that was open last, where this town has it.
    fn take_last_column(&mut self) {
        let last = self.last.as_ref().filter(|last| last.town == self.code());
        let last = last.map(|last| &last.rater);
        let at = self.peers.iter().position(|peer| Some(&peer.rater) == last);
        if let Some(at) = at {
            self.open_column(at);
        }
    }

    /// The code of the town; empty where the organisations lie in nothing.
    fn code(&self) -> &str {
        self.town.as_deref().unwrap_or_default()
    }

    /// The column that is open.
    pub(super) fn column(&self) -> Option<TownColumn> {
        let rater = self.peer()?.rater.clone();
        let town = self.code().to_owned();
        Some(TownColumn { town, rater })
    }

    /// Looks at all marks anew.
    pub(super) fn weigh(&mut self) {
        if let Some(hand) = &self.hand {
            self.review = hand.across.review(&self.peers, |row| !row.hidden);
        }
    }

    /// The organisation to begin at: the one that was asked for, but for a secretary none outside
    /// of the own town; else the first of the town that was open last, or of the list.
    fn start(&mut self, own: Option<&str>) -> Option<String> {
        let rows = || self.all.iter();
        let bears = |row: &&ListRow| own.is_some_and(|own| is_own(row, own));
        let wanted = self.wanted.take();
        let asked_for = rows().find(|row| Some(&row.organisation) == wanted.as_ref());
        let home = rows().find(bears);
        let beside = |row: &&ListRow| home.is_none_or(|home| home.parent == row.parent);
        let rated = || rows().filter(|row| row.track.is_some());
        let last = self.last.as_ref().map(|last| last.town.as_str());
        let again = || rated().find(|row| last == Some(row.parent.as_deref().unwrap_or_default()));
        let first = || rated().next();
        let start = asked_for.filter(beside).or(home);
        let start = start.or_else(again).or_else(first);
        start.map(|row| row.organisation.clone())
    }

    /// The organisations that lie in the same town as one.
    pub(super) fn open_town(&mut self, organisation: Option<&str>, session: &Session, party: &str) {
        let of = |row: &&ListRow| Some(row.organisation.as_str()) == organisation;
        self.town = self.all.iter().find(of).and_then(|row| row.parent.clone());
        let here = |row: &&ListRow| row.track.is_some() && row.parent == self.town;
        let rows: Vec<ListRow> = self.all.iter().filter(here).cloned().collect();
        let raters = session.round.as_ref().map(|round| round.raters.as_slice());
        self.peers = raters_of(&rows, &self.all, party, raters.unwrap_or_default());
        let first = self.peers.first().map_or("", |peer| peer.rater.as_str());
        match &mut self.hand {
            Some(hand) => {
                hand.across.take_list(rows);
            }
            None => {
                let desk = session.desk_round().zip(session.chair(party, first));
                self.hand = desk.map(|(round, chair)| {
                    Hand::new(LineDesk::new(round, rows, chair, None, mint()))
                });
            }
        }
        self.across = Window::default();
        self.open_column(0);
    }

    /// Opens the column of a rater; false where what is typed holds.
    pub(super) fn open_column(&mut self, at: usize) -> bool {
        let (Some(hand), Some(peer)) = (&mut self.hand, self.peers.get(at)) else {
            return false;
        };
        if hand.across.take_rater(peer.rater.clone()).halted {
            return false;
        }
        self.across.selected = at;
        true
    }

    /// The rater whose column is open.
    pub(super) fn peer(&self) -> Option<&Peer> {
        self.peers.get(self.across.selected)
    }

    /// Whether digits go into the column that is open.
    pub(super) const fn types(&self) -> bool {
        !self.reviewing && !matches!(self.typing, Typing::Nobody)
    }

    /// The name of the town.
    pub(super) fn town_name(&self) -> Option<&str> {
        let town = self.town.as_ref()?;
        let row = self.all.iter().find(|row| row.organisation == *town)?;
        Some(&row.name)
    }
}
