//! The state of the scoring screen: a desk, and what is under way to the office.

use std::fmt;

use crate::desk::{About, Answer, Desk, Landing, Mint};
use crate::office::{ListRow, Question, Reply};
use crate::tui::message::{Lane, Replied, Ticket};
use crate::tui::requests::{Requests, say};
use crate::tui::screen::Context;
use crate::tui::session::Session;
use crate::tui::spot::{self, Spot};

/// The scoring screen.
pub struct Scoring {
    pub(super) desk: Desk,
    /// The organisation to open first.
    first: Option<(String, Landing)>,
    pub(super) requests: Requests<About>,
    /// The list of organisations, where none was given.
    listing: Option<Ticket>,
    /// F4 on a narrow screen: the composite in place of the item.
    pub(super) other_pane: bool,
}

impl fmt::Debug for Scoring {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = self.desk.open().map(|open| &open.row.organisation);
        formatter
            .debug_struct("Scoring")
            .field("open", &open)
            .finish_non_exhaustive()
    }
}

/// A desk over the open round, in the chair that has been taken; none before there are both.
#[must_use]
pub fn desk(session: &Session, rows: Vec<ListRow>) -> Option<Desk> {
    let seat = session.seat.as_ref()?;
    let chair = session.chair(&seat.party, &seat.rater)?;
    Some(Desk::new(session.desk_round()?, rows, chair, mint()))
}

/// Makes ids of operations.
#[must_use]
pub fn mint() -> Mint {
    Box::new(|| uuid::Uuid::now_v7().to_string())
}

/// Questions of one kind replace each other.
const fn lane(about: &About) -> Lane {
    match about {
        About::Open(_) => "desk.open",
        About::Again(_) => "desk.again",
        About::Rounds => "desk.rounds",
        About::LastYear(_) => "desk.last-year",
        About::Elsewhere(_) => "desk.elsewhere",
        About::News => "desk.news",
        About::Journal(_) => "desk.journal",
    }
}

impl Scoring {
    /// Opens an organisation of a list; the list's order is that of F7 and F8. None without an
    /// open round and a chair.
    #[must_use]
    pub fn new(
        session: &Session,
        rows: Vec<ListRow>,
        organisation: &str,
        landing: Landing,
    ) -> Option<Self> {
        Some(Self::at(desk(session, rows)?, organisation, landing))
    }

    /// The same with a desk that is there.
    #[must_use]
    pub fn at(desk: Desk, organisation: &str, landing: Landing) -> Self {
        Self {
            desk,
            first: Some((organisation.to_owned(), landing)),
            requests: Requests::new(lane),
            listing: None,
            other_pane: false,
        }
    }

    /// The id of the item under the cursor.
    pub(super) fn place(&self) -> String {
        let Some(open) = self.desk.open() else {
            return String::new();
        };
        let item = open.slot().and_then(|slot| slot.item);
        item.map_or_else(String::new, |item| {
            self.desk.scheme().short_id(item).to_owned()
        })
    }

    /// Remembers the organisation and the item under the cursor.
    pub(super) fn remember(&self, context: &mut Context<'_>) {
        let Some(open) = self.desk.open() else {
            return;
        };
        let item = open.slot().and_then(|slot| slot.item);
        let spot = Spot {
            organisation: open.row.organisation.clone(),
            item: item.map(|item| self.desk.scheme().item(item).id.clone()),
            in_sheet: true,
        };
        spot::remember(spot, context);
    }

    /// Opens what is to be opened first.
    pub(super) fn begin(&mut self, context: &mut Context<'_>) {
        if self.desk.rows().is_empty() {
            let round = self.desk.round().to_owned();
            self.listing = Some(context.ask("desk.list", Question::List { round }));
        }
        if let Some((organisation, landing)) = self.first.take() {
            let answer = self.desk.open_organisation(&organisation, landing);
            self.after(&answer, context);
        }
    }

    /// Says what a key led to, and hands over what the desk wants of the office.
    pub(super) fn after(&mut self, answer: &Answer, context: &mut Context<'_>) {
        say(answer, self.desk.scheme(), || self.place(), context);
        self.requests.hand_over(self.desk.take_requests(), context);
    }

    /// Takes the list of organisations, where it was asked for.
    pub(super) fn listed(&mut self, ticket: Ticket, answer: &Replied) -> bool {
        if self.listing != Some(ticket) {
            return false;
        }
        self.listing = None;
        match answer {
            Ok(Reply::List(rows)) => {
                self.desk.set_rows(rows.clone());
                true
            }
            _ => false,
        }
    }
}
