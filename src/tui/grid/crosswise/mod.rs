//! 横评: one item across the organisations of a list, filled from top to bottom.

mod cells;
mod commands;
mod update;
mod view;

pub use commands::COMMANDS;

use super::Hand;
use crate::desk::LineDesk;
use crate::office::ListRow;
use crate::scheme::{ItemIndex, Method};
use crate::tui::list::Names;
use crate::tui::message::Ticket;
use crate::tui::scoring::mint;
use crate::tui::session::Session;
use crate::tui::widget::Window;

/// The screen.
#[derive(Debug)]
pub struct Crosswise {
    hand: Hand,
    window: Window,
    /// The list of organisations, where none was given; and the one to begin at.
    names: Names,
    wanted: Option<String>,
    /// Neither an item was named nor one looked at in this sitting: the one of the last is asked
    /// for.
    recalls: bool,
    /// The question for it.
    recalling: Option<Ticket>,
}

impl Crosswise {
    /// One item across these organisations, in their order, the cursor on one of them; where none
    /// is named the one that this person was at last, else the first. None without a chair that scores items.
    #[must_use]
    pub fn new(
        session: &Session,
        rows: Vec<ListRow>,
        organisation: Option<String>,
        item: Option<ItemIndex>,
    ) -> Option<Self> {
        let seat = session.seat.as_ref()?;
        let chair = session.chair(&seat.party, &seat.rater)?;
        let round = session.desk_round()?;
        if !matches!(round.scheme.party(chair.party).method, Method::Sheet(_)) {
            return None;
        }
        let last = last_item(session).filter(|_| item.is_none());
        let mut across = LineDesk::new(round, rows, chair, item.or(last), mint());
        let nowhere = !across.rows().is_empty() && across.cells().is_empty();
        if item.is_none() && (last.is_none() || nowhere) {
            across.step_line(true);
        }
        if let Some(organisation) = &organisation {
            across.go_to_organisation(organisation);
        }
        Some(Self {
            hand: Hand::new(across),
            window: Window::default(),
            names: Names::default(),
            wanted: organisation,
            recalls: item.is_none() && last.is_none(),
            recalling: None,
        })
    }
}

/// The key under which the item is remembered: one for each chair in a round.
fn key(session: &Session) -> Option<String> {
    let (round, seat) = (session.round.as_ref()?, session.seat.as_ref()?);
    Some(format!(
        "crosswise:{}:{}:{}",
        round.name, seat.party, seat.rater
    ))
}

/// The item that was looked at last in this round, in this chair.
fn last_item(session: &Session) -> Option<ItemIndex> {
    let (round, seat, item) = session.crossed.as_ref()?;
    let here = session.round.as_ref().map(|round| &round.name) == Some(round);
    (here && session.seat.as_ref() == Some(seat)).then_some(*item)
}
