//! The sheet's summary: what is missing, flagged, odd; the paper's total; submitting.

use ratatui::layout::{Position, Rect};

use crate::desk::{Closed, Desk, Open, Typed};
use crate::text::{Language, scoring_screen as text};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, centred, draw_line, popup};

const WIDTH: u16 = 70;
const HEIGHT: u16 = 16;

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
    let total = summary.total.to_string();
    let mut lines = vec![(
        Role::Title,
        text::summary_total(language, &total, summary.scored, summary.all),
    )];
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
    let mut y = inside.y;
    for (role, line) in &lines {
        let height = inside.bottom().saturating_sub(y + 3).min(3);
        y += canvas.wrapped(
            Rect {
                y,
                height,
                ..inside
            },
            line,
            *role,
        );
    }
    let last = inside.bottom().saturating_sub(1);
    let paper_y = last.saturating_sub(2).max(inside.y);
    let label = text::summary_paper(language, "");
    let label = label.trim_end_matches("[]");
    let used = canvas.put(inside.x, paper_y, inside.width, label, Role::Text);
    let field = Rect {
        x: inside.x + used,
        y: paper_y,
        width: 12.min(inside.width - used),
        height: 1,
    };
    let caret = draw_line(canvas, field, paper);
    if let Some(check) = &summary.paper {
        let x = field.right() + 1;
        let told = text::paper(language, check);
        canvas.put(
            x,
            paper_y,
            inside.right().saturating_sub(x),
            &told,
            Role::Warning,
        );
    }
    let keys = match (open.closed, summary.missing.is_empty()) {
        (Some(Closed::Submitted), _) => text::summary_submitted(language),
        (_, true) => text::summary_submit(language),
        (_, false) => text::summary_go(language),
    };
    canvas.put(inside.x, last, inside.width, &keys, Role::Key);
    caret
}

/// Ids of items by their positions on the sheet.
fn names(desk: &Desk, open: &Open, positions: &[usize]) -> String {
    let items = positions.iter().filter_map(|at| open.slots.get(*at)?.item);
    let ids: Vec<&str> = items.map(|item| desk.scheme().short_id(item)).collect();
    ids.join(" ")
}
