//! How a list looks: the rows in sight, and below them what there is to say about the one under
//! the hand.

use ratatui::layout::Rect;

use super::{Keyed, List};
use crate::text::{Language, tui as text};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span};

/// The list, and a pane of so many rows below it.
#[must_use]
pub fn parts(area: Rect, below: u16) -> (Rect, Rect) {
    let below = below.min(area.height);
    let list = Rect {
        height: area.height - below,
        ..area
    };
    let pane = Rect {
        y: list.bottom(),
        height: below,
        ..area
    };
    (list, pane)
}

/// What stands in a list.
pub enum Content<'a, T: Keyed> {
    /// It is being read.
    Loading,
    /// Why there is nothing in it.
    Nothing(String),
    Rows(&'a List<T>),
}

/// Draws a list in its frame. `columns` and `row` are asked for where there are rows, with the
/// width that there is.
pub fn draw<'row, T: Keyed>(
    canvas: &mut Canvas<'_>,
    area: Rect,
    title: &str,
    language: Language,
    content: &Content<'row, T>,
    columns: impl FnOnce(u16) -> Vec<Column>,
    mut row: impl FnMut(&'row T, u16) -> Vec<Span<'row>>,
) {
    let inside = canvas.frame(area, title);
    let said = match content {
        Content::Loading => Some((text::loading(language), Role::Quiet)),
        Content::Nothing(why) => Some((why.clone(), Role::Text)),
        Content::Rows(_) => None,
    };
    if let Some((said, role)) = said {
        canvas.instead(inside, &said, role);
        return;
    }
    if let Content::Rows(list) = content {
        let table = list.table(columns(inside.width));
        table.draw(canvas, inside, |position| {
            let found = list.row(position);
            found.map_or_else(Vec::new, |found| row(found, inside.width))
        });
    }
}

/// Draws a pane of lines, each as long as it needs to be, until there is no room.
pub fn pane(canvas: &mut Canvas<'_>, area: Rect, title: &str, lines: Vec<(Role, String)>) {
    let inside = canvas.pane(area, title);
    canvas.lines(inside, lines);
}
