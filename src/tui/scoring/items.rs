//! The pane of items: categories with their totals, and what each item has.

use ratatui::layout::Rect;

use crate::desk::{Desk, Draft, Open, Slot};
use crate::scheme::CategoryIndex;
use crate::scoring::Entry;
use crate::text::{Language, scoring_screen as text};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Window};

enum Line {
    Category(CategoryIndex, String),
    Slot(usize),
}

/// Draws the pane.
pub fn draw(desk: &Desk, open: &Open, language: Language, area: Rect, canvas: &mut Canvas<'_>) {
    let inside = canvas.frame(area, &text::pane_items(language));
    let lines = lines(desk, open);
    let window = window(&lines, open.at, usize::from(inside.height));
    let shown = lines.iter().skip(window.offset);
    for (line, y) in shown.zip(inside.top()..inside.bottom()) {
        match line {
            Line::Category(category, total) => {
                let category = desk.scheme().category(*category);
                let name = format!("{} {}", category.id, category.title);
                row(
                    canvas,
                    inside,
                    y,
                    (&name, Role::Heading),
                    (total, Role::Heading),
                );
            }
            Line::Slot(at) => {
                if let Some(slot) = open.slots.get(*at) {
                    item_row(desk, open, (*at, slot), language, inside, y, canvas);
                }
            }
        }
    }
}

/// The rows in sight: the cursor's among them.
fn window(lines: &[Line], cursor: usize, height: usize) -> Window {
    let on_cursor = |line: &Line| matches!(line, Line::Slot(at) if *at == cursor);
    let selected = lines.iter().position(on_cursor).unwrap_or(0);
    let mut window = Window {
        selected,
        offset: 0,
    };
    window.follow(lines.len(), height);
    window
}

/// Whether the row of an item is in sight in a pane of so many rows.
pub fn in_sight(desk: &Desk, open: &Open, height: usize, at: usize) -> bool {
    let lines = lines(desk, open);
    let window = window(&lines, open.at, height);
    let mut shown = lines.iter().skip(window.offset).take(height);
    shown.any(|line| matches!(line, Line::Slot(other) if *other == at))
}

fn lines(desk: &Desk, open: &Open) -> Vec<Line> {
    let totals = open.category_totals(desk.scheme());
    let mut lines = Vec::new();
    let mut last = None;
    for (at, slot) in open.slots.iter().enumerate() {
        let category = slot.item.map(|item| desk.scheme().item(item).category);
        if let Some(category) = category.filter(|category| last != Some(*category)) {
            last = Some(category);
            let total = totals.iter().find(|(other, ..)| *other == category);
            let total = total.map_or_else(String::new, |(_, got, full)| {
                format!("{}/{}", short(got), short(full))
            });
            lines.push(Line::Category(category, total));
        }
        lines.push(Line::Slot(at));
    }
    lines
}

/// A figure without the noughts after its point, for narrow places.
pub fn short(figure: &crate::number::Figure) -> String {
    figure.short()
}

fn item_row(
    desk: &Desk,
    open: &Open,
    (at, slot): (usize, &Slot),
    language: Language,
    inside: Rect,
    y: u16,
    canvas: &mut Canvas<'_>,
) {
    let here = at == open.at;
    let name = slot.item.map_or_else(
        || text::overall_mark(language),
        |item| {
            let title = &desk.scheme().item(item).title;
            format!("{} {title}", desk.scheme().short_id(item))
        },
    );
    let pointer = if here { canvas.glyphs.pointer } else { " " };
    let draft = open.draft.as_ref().filter(|draft| here && draft.touched());
    let (status, role) = match draft {
        Some(draft) => (drafted(desk, draft), Role::Draft),
        None => status(slot, language),
    };
    let status = match (draft, &slot.tried) {
        (None, Some(_)) => format!("{} {status}", text::on_trial(language)),
        _ => status,
    };
    let flag = if slot.flagged { " ?" } else { "" };
    // A mark on its way to the disk is told in the header; one that does not arrive, here too.
    let stuck = slot.saving && desk.stuck() > 0;
    let saving = if stuck { " .." } else { "" };
    let status = format!("{status}{flag}{saving}");
    let name = format!("{pointer} {name}");
    row(canvas, inside, y, (&name, Role::Text), (&status, role));
    canvas.choice(Rect::new(inside.x, y, inside.width, 1), at, open.at);
}

/// The draft of the item under the cursor: the mark that it makes, or what has been typed.
fn drafted(desk: &Desk, draft: &Draft) -> String {
    let typed = || draft.text().unwrap_or_default().to_owned();
    let Some(field) = desk.field() else {
        return typed();
    };
    match draft.entry(&field) {
        Ok(Some(entry)) => {
            let mark = field.mark(&entry).map(|mark| mark.round(field.decimals()));
            mark.map_or_else(typed, |mark| short(&mark))
        }
        _ => format!("{}!", typed()),
    }
}

fn status(slot: &Slot, language: Language) -> (String, Role) {
    if let Some((entry, mark)) = &slot.tried {
        let told = match (entry, mark) {
            (Entry::NotApplicable, _) => text::not_applicable(language),
            (_, mark) => mark.as_ref().map(short).unwrap_or_default(),
        };
        return (told, Role::Draft);
    }
    match (&slot.entry, &slot.mark) {
        _ if slot.zeroed.is_some() => ("0!".to_owned(), Role::Danger),
        (Some(Entry::NotApplicable), _) => (text::not_applicable(language), Role::Quiet),
        (Some(_), Some(mark)) => (short(mark), Role::Text),
        _ => (text::not_scored_yet(language), Role::Warning),
    }
}

/// A name on the left, cut in its middle, and a figure on the right.
fn row(
    canvas: &mut Canvas<'_>,
    inside: Rect,
    y: u16,
    (name, name_role): (&str, Role),
    (figure, figure_role): (&str, Role),
) {
    let columns = u16::try_from(canvas.widths.text(figure)).unwrap_or(u16::MAX);
    let columns = columns.min(inside.width);
    let room = inside.width.saturating_sub(columns + 1);
    canvas.name(inside.x, y, room, name, name_role);
    let x = inside.right().saturating_sub(columns);
    canvas.put(x, y, columns, figure, figure_role);
}
