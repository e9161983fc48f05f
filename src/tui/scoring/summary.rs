//! The sheet's summary: what is missing, flagged, odd; the paper's total; submitting.

use ratatui::layout::{Position, Rect};

use crate::desk::{Closed, Desk, Open, Summary, Typed};
use crate::text::{Language, scoring_screen as text};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, centred, draw_line, popup};

const WIDTH: u16 = 70;
const HEIGHT: u16 = 16;
/// Columns for the paper's total.
const PAPER: u16 = 12;

/// Draws the summary; returns where the paper's total is typed.
pub fn draw(
    desk: &Desk,
    paper: &Typed,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Position {
    let inside = popup(
        canvas,
        centred(area, WIDTH, HEIGHT),
        &text::summary_title(language),
    );
    let (Some(summary), Some(open)) = (desk.summary(), desk.open()) else {
        return Position::new(inside.x, inside.y);
    };
    let mut y = inside.y;
    for (role, line) in told(desk, open, &summary, language) {
        let room = Rect {
            y,
            height: inside.bottom().saturating_sub(y + 3).min(3),
            ..inside
        };
        y += canvas.wrapped(room, &line, role);
    }
    let last = inside.bottom().saturating_sub(1);
    let keys = match (open.closed, summary.missing.is_empty()) {
        (Some(Closed::Submitted), _) => text::summary_submitted(language),
        (_, true) => text::summary_submit(language),
        (_, false) => text::summary_go(language),
    };
    canvas.put(inside.x, last, inside.width, &keys, Role::Key);
    let row = Rect {
        y: last.saturating_sub(2).max(inside.y),
        height: 1,
        ..inside
    };
    let check = summary.paper.as_ref();
    let check = check.map(|check| text::paper(language, check));
    paper_row(paper, check.as_deref(), language, row, canvas)
}

/// The total, and what is missing, flagged, odd.
fn told(desk: &Desk, open: &Open, summary: &Summary, language: Language) -> Vec<(Role, String)> {
    let total = summary.total.to_string();
    let total = text::summary_total(language, &total, summary.scored, summary.all);
    let mut lines = vec![(Role::Title, total)];
    let named = |positions: &[usize]| names(desk, open, positions);
    if !summary.missing.is_empty() {
        let items = named(&summary.missing);
        let line = text::summary_missing(language, summary.missing.len(), &items);
        lines.push((Role::Warning, line));
    }
    if !summary.flagged.is_empty() {
        let items = named(&summary.flagged);
        let line = text::summary_flagged(language, summary.flagged.len(), &items);
        lines.push((Role::Warning, line));
    }
    for (at, odd) in &summary.odd {
        let items = at.map(|at| named(&[at])).unwrap_or_default();
        let line = format!("{items} {}", text::odd(language, *odd));
        lines.push((Role::Text, line.trim_start().to_owned()));
    }
    lines
}

/// The field for the paper's total, and whether it agrees; returns where the person types.
fn paper_row(
    paper: &Typed,
    check: Option<&str>,
    language: Language,
    row: Rect,
    canvas: &mut Canvas<'_>,
) -> Position {
    let label = text::summary_paper(language, "");
    let label = label.trim_end_matches("[]");
    let used = canvas.put(row.x, row.y, row.width, label, Role::Text);
    let field = Rect {
        x: row.x + used,
        width: PAPER.min(row.width.saturating_sub(used)),
        ..row
    };
    let caret = draw_line(canvas, field, paper);
    if let Some(told) = check {
        let x = field.right() + 1;
        let room = row.right().saturating_sub(x);
        canvas.put(x, row.y, room, told, Role::Warning);
    }
    caret
}

/// Ids of items by their positions on the sheet.
fn names(desk: &Desk, open: &Open, positions: &[usize]) -> String {
    let items = positions.iter().filter_map(|at| open.slots.get(*at)?.item);
    let ids: Vec<&str> = items.map(|item| desk.scheme().short_id(item)).collect();
    ids.join(" ")
}
