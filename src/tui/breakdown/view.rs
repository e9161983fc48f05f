//! How the breakdown looks: one pane, turned by Tab, scrolled by lines.

use ratatui::layout::{Rect, Size};

use super::content::{self, Piece};
use super::model::{Breakdown, Part};
use crate::text::{Language, breakdown as text, scoring_screen};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{Canvas, wrap};

/// The number of a part, from 1.
pub fn number(part: Part) -> usize {
    Part::ALL
        .iter()
        .position(|other| *other == part)
        .map_or(1, |at| at + 1)
}

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    let body = plan(Rect::new(0, 0, size.width, size.height)).body;
    usize::from(body.height.saturating_sub(2))
}

/// How many rows the open part has.
pub fn length(screen: &Breakdown, session: &Session) -> usize {
    rows(screen, session, session.size.width.saturating_sub(4)).len()
}

fn title(part: Part, language: Language) -> String {
    match part {
        Part::Overview => text::part_overview(language),
        Part::Steps => text::part_steps(language),
        Part::Losses => text::part_losses(language),
        Part::Gaps => text::part_gaps(language),
        Part::Record => text::part_record(language),
        Part::Journal => text::part_journal(language),
    }
}

/// Draws the open part.
pub fn draw(screen: &Breakdown, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let inside = canvas.frame(area, &title(screen.part, session.language));
    let inside = Rect {
        x: inside.x + 1,
        width: inside.width.saturating_sub(2),
        ..inside
    };
    let rows = rows(screen, session, inside.width);
    let shown = rows.iter().skip(screen.top);
    for (row, y) in shown.zip(inside.top()..inside.bottom()) {
        match row {
            Piece::Text(role, text) => {
                canvas.put(inside.x, y, inside.width, text, *role);
            }
            Piece::Bar {
                name,
                figure,
                part,
                whole,
            } => {
                bar(
                    canvas,
                    Rect {
                        y,
                        height: 1,
                        ..inside
                    },
                    (name, figure),
                    (*part, *whole),
                );
            }
        }
    }
}

/// Everything of the open part, broken into rows.
fn rows(screen: &Breakdown, session: &Session, width: u16) -> Vec<Piece> {
    let language = session.language;
    if screen.desk.open().is_none() {
        return vec![Piece::Text(Role::Quiet, scoring_screen::loading(language))];
    }
    if screen.desk.blind() {
        return vec![Piece::Text(Role::Warning, scoring_screen::blind(language))];
    }
    let widths = session.widths();
    let mut rows = Vec::new();
    for piece in content::of(screen, language) {
        match piece {
            Piece::Text(role, text) => {
                let lines = wrap(&text, usize::from(width), &widths);
                rows.extend(lines.into_iter().map(|line| Piece::Text(role, line)));
            }
            bar @ Piece::Bar { .. } => rows.push(bar),
        }
    }
    rows
}

/// A name, its bar, and the figure at the right edge.
fn bar(
    canvas: &mut Canvas<'_>,
    place: Rect,
    (name, figure): (&str, &str),
    (part, whole): (i128, i128),
) {
    let name_columns = (place.width / 3).min(28);
    let figure_columns = 18.min(place.width / 3);
    let columns = place
        .width
        .saturating_sub(name_columns + figure_columns + 2);
    canvas.name(place.x, place.y, name_columns, name, Role::Text);
    let filled = part.max(0).saturating_mul(i128::from(columns)) / whole.max(1);
    let filled = u16::try_from(filled).unwrap_or(columns).min(columns);
    let x = place.x + name_columns + 1;
    let drawn = canvas.glyphs.full.repeat(usize::from(filled));
    canvas.put(x, place.y, columns, &drawn, Role::Text);
    let rest = canvas.glyphs.open.repeat(usize::from(columns - filled));
    canvas.put(x + filled, place.y, columns - filled, &rest, Role::Quiet);
    canvas.put_right(x + columns + 1, place.y, figure_columns, figure, Role::Text);
}
