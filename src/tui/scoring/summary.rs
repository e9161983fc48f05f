//! The sheet's summary: what is missing, flagged, odd; the paper's total; submitting.

use ratatui::layout::{Position, Rect};

use crate::desk::{Closed, Desk, Open, Summary, SummaryLine, Typed};
use crate::text::{Language, scoring_screen as text};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Window, centred, draw_line, popup};

const WIDTH: u16 = 70;
const HEIGHT: u16 = 16;
/// Columns for the paper's total.
const PAPER: u16 = 12;

/// Draws the summary; returns where the paper's total is typed.
pub fn draw(
    desk: &Desk,
    (paper, at): (&Typed, Option<usize>),
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
    let head = heading(&summary, language);
    canvas.put(inside.x, inside.y, inside.width, &head, Role::Title);
    let last = inside.bottom().saturating_sub(1);
    let list = Rect {
        y: inside.y + 2,
        height: last.saturating_sub(inside.y + 5),
        ..inside
    };
    lines(desk, open, (&summary, at), language, list, canvas);
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

/// The total, and how many items are missing and flagged.
fn heading(summary: &Summary, language: Language) -> String {
    let total = summary.total.to_string();
    let mut told = text::summary_total(language, &total, summary.scored, summary.all);
    for (count, line) in [
        (
            summary.missing.len(),
            text::summary_missing as fn(Language, usize) -> String,
        ),
        (summary.flagged.len(), text::summary_flagged),
    ] {
        if count > 0 {
            told = format!("{told}  {}", line(language, count));
        }
    }
    told
}

/// What is missing, flagged, odd, an item a line; below what fits, how many more there are.
fn lines(
    desk: &Desk,
    open: &Open,
    (summary, at): (&Summary, Option<usize>),
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let lines = summary.lines();
    let room = usize::from(area.height);
    let mut window = Window {
        selected: at.unwrap_or(0),
        offset: 0,
    };
    window.follow(lines.len(), room);
    let shown = lines.iter().enumerate().skip(window.offset);
    for ((position, line), y) in shown.zip(area.top()..area.bottom()) {
        let pointer = if at == Some(position) {
            canvas.glyphs.pointer
        } else {
            " "
        };
        let item = line.slot.and_then(|at| open.slots.get(at)?.item);
        let name = item.map(|item| text::item_name(desk.scheme(), item));
        let (told, role) = findings(line, language);
        let columns = u16::try_from(canvas.widths.text(&told)).unwrap_or(u16::MAX);
        let columns = columns.min(area.width / 2);
        let name = format!("{pointer} {}", name.unwrap_or_default());
        let left = area.width.saturating_sub(columns + 1);
        match line.slot {
            Some(_) => {
                canvas.name(area.x, y, left, &name, Role::Text);
                canvas.put(area.right() - columns, y, columns, &told, role);
            }
            None => {
                canvas.put(area.x, y, area.width, &format!("{name}{told}"), role);
            }
        }
        if at == Some(position) {
            canvas.mark(Rect::new(area.x, y, area.width, 1), Role::Selected);
        }
    }
    let below = lines.len().saturating_sub(window.offset + room);
    let above = window.offset;
    if below + above > 0 && area.height > 0 {
        let told = text::summary_more(language, above, below);
        canvas.put(area.x + 2, area.bottom(), area.width, &told, Role::Quiet);
    }
}

/// What there is to say of a line.
fn findings(line: &SummaryLine, language: Language) -> (String, Role) {
    let mut told = Vec::new();
    if line.missing {
        told.push(text::not_scored_yet(language));
    }
    if line.flagged {
        told.push(text::flagged(language));
    }
    told.extend(line.odd.iter().map(|odd| text::odd(language, *odd)));
    let role = match line.missing || line.flagged {
        true => Role::Warning,
        false => Role::Text,
    };
    (told.join("  "), role)
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
