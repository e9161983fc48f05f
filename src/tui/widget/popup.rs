//! A box above the screen.

use ratatui::layout::Rect;

use super::Canvas;
use crate::text::{Language, tui as text};
use crate::tui::theme::Role;

/// A box of a size in the middle of an area, never larger than it; begins on an even column,
/// so that it does not cut the characters beneath more often than needed.
#[must_use]
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    let x = area.x + ((area.width - width) / 2) / 2 * 2;
    Rect::new(x, area.y + (area.height - height) / 2, width, height)
}

/// A box of a width and so many rows in the middle of an area; returns what is inside.
pub fn popup_of(canvas: &mut Canvas<'_>, area: Rect, width: u16, rows: usize, title: &str) -> Rect {
    let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2);
    popup(canvas, centred(area, width, height), title)
}

/// Says on the lower edge of a box how many lines are below it; nothing where there are none.
pub fn goes_on(canvas: &mut Canvas<'_>, inside: Rect, below: usize, language: Language) {
    if below == 0 || inside.height == 0 {
        return;
    }
    let told = format!(" {} ", text::lines_below(language, below));
    let columns = u16::try_from(canvas.widths.text(&told)).unwrap_or(u16::MAX);
    let columns = columns.min(inside.width);
    let x = inside.right().saturating_sub(columns);
    canvas.put(x, inside.bottom(), columns, &told, Role::Key);
}

/// Clears the place of a box, draws it, and returns what is inside, with a column of air on
/// both sides.
pub fn popup(canvas: &mut Canvas<'_>, area: Rect, title: &str) -> Rect {
    canvas.clear(area);
    canvas.pane(area, title)
}
