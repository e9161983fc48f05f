//! Where a list and the pane below it stand, and how the pane looks.

use ratatui::layout::Rect;

use super::Said;
use crate::text::{Language, tui as text};
use crate::tui::ask::Reading;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, shorten, wrap};

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

/// Draws a pane of lines, each as long as it needs to be, until there is no room; where there is
/// more, its frame names the key that opens all of it.
pub fn pane(
    canvas: &mut Canvas<'_>,
    area: Rect,
    title: &str,
    lines: Vec<(Role, String)>,
    language: Language,
) {
    let width = usize::from(area.width.saturating_sub(4));
    let rows = |(_, line): &(Role, String)| wrap(line, width, &canvas.widths).len().max(1);
    let needed: usize = lines.iter().map(rows).sum();
    let mut title = title.to_owned();
    if needed > usize::from(area.height.saturating_sub(2)) {
        let more = text::pane_goes_on(language);
        let room = width.saturating_sub(canvas.widths.text(&more) + 2);
        title = shorten(&title, room, &canvas.widths, canvas.glyphs.cut);
        title = format!("{title}  {more}");
    }
    let inside = canvas.pane(area, &title);
    canvas.lines(inside, lines);
}

/// All that a pane says.
#[must_use]
pub fn reading((title, lines): Said) -> Reading {
    Reading::new("pane", title, lines)
}
