//! Where a list and the pane below it stand, and how the pane looks.

use ratatui::layout::Rect;

use crate::tui::theme::Role;
use crate::tui::widget::Canvas;

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

/// Draws a pane of lines, each as long as it needs to be, until there is no room.
pub fn pane(canvas: &mut Canvas<'_>, area: Rect, title: &str, lines: Vec<(Role, String)>) {
    let inside = canvas.pane(area, title);
    canvas.lines(inside, lines);
}
