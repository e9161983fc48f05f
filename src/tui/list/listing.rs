//! A screen that is a list with a pane below it. It says what is listed and how a row looks;
//! moving, scrolling and drawing are the same everywhere.

use ratatui::layout::{Position, Rect, Size};

use super::view::{pane, parts, reading};
use super::{Keyed, List};
use crate::text::{Language, tui as text};
use crate::tui::screen::{Context, Movement};
use crate::tui::session::{OpenRound, Session};
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{Canvas, Column, Span};

/// Rows of a list that are no rows of it: its frame and its headings.
const AROUND: u16 = 3;

/// What a list is drawn with.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub round: &'a OpenRound,
    pub session: &'a Session,
    pub language: Language,
    /// Columns inside the frame of the list.
    pub width: u16,
}

/// What a pane says: its title, and lines that are as long as they need to be.
pub type Said = (String, Vec<(Role, String)>);

/// A screen that is a list.
pub trait Listing {
    type Row: Keyed;

    /// Rows of the pane below the list, its frame included.
    const BELOW: u16;

    fn list(&self) -> &List<Self::Row>;

    fn list_mut(&mut self) -> &mut List<Self::Row>;

    /// Whether what it lists has been read.
    fn is_read(&self) -> bool;

    /// What stands in the frame of the list.
    fn title(&self, seen: &Seen<'_>) -> String;

    /// Why nothing is listed.
    fn nothing(&self, language: Language) -> String;

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column>;

    /// The cells of a row, one for each column.
    fn cells<'a>(&'a self, row: &'a Self::Row, seen: &Seen<'a>) -> Vec<Span<'a>>;

    /// What the pane says, mostly of the row under the hand.
    fn pane(&self, seen: &Seen<'_>) -> Said;

    /// Moves as the person asks.
    fn move_hand(&mut self, movement: Movement, session: &Session) {
        let page = page(session.size, Self::BELOW);
        self.list_mut().go(movement, page);
    }

    /// Brings the row under the hand into sight.
    fn follow(&mut self, session: &Session) {
        let page = page(session.size, Self::BELOW);
        self.list_mut().follow(page);
    }

    /// Opens what the pane says to be read in full.
    fn read_pane(&self, context: &mut Context<'_>) {
        let session = &*context.session;
        let Some(round) = session.round.as_ref() else {
            return;
        };
        let said = self.pane(&Seen {
            round,
            session,
            language: session.language,
            width: session.size.width.saturating_sub(2),
        });
        context.push(reading(said));
    }

    /// Draws all of it; nobody types here.
    fn draw(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (above, below) = parts(area, Self::BELOW);
        let seen = Seen {
            round: session.round.as_ref()?,
            session,
            language: session.language,
            width: above.width.saturating_sub(2),
        };
        let inside = canvas.frame(above, &self.title(&seen));
        if !self.is_read() {
            canvas.instead(inside, &text::loading(seen.language), Role::Quiet);
        } else if self.list().is_empty() {
            canvas.instead(inside, &self.nothing(seen.language), Role::Text);
        } else {
            let table = self.list().table(self.columns(&seen));
            table.draw(canvas, inside, |position| {
                let row = self.list().row(position);
                row.map_or_else(Vec::new, |row| self.cells(row, &seen))
            });
        }
        let (title, lines) = self.pane(&seen);
        pane(canvas, below, &title, lines, seen.language);
        None
    }
}

/// Rows in sight in a terminal of a size, with a pane of so many rows below them.
#[must_use]
pub fn page(size: Size, below: u16) -> usize {
    let body = plan(Rect::new(0, 0, size.width, size.height)).body;
    usize::from(parts(body, below).0.height.saturating_sub(AROUND))
}
