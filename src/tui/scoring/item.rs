//! The pane of the item under the cursor: what earns the marks, the field, what stands beside it.

use ratatui::layout::{Position, Rect};

use super::beside::{facts, known_beside};
use crate::desk::{Desk, Draft, Field, Kind, Open, Slot};
use crate::round::SheetState;
use crate::scheme::DeductionCost;
use crate::scoring::Entry;
use crate::text::{Language, scoring_screen as text};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Window};

/// In a pane of so many rows each part of an item has its own place: what stays the same from
/// item to item stays on the screen, and the eye finds it where it was.
const ROOMY: u16 = 26;
/// The rows from which on stand how it is looked into, what has to be said, what can be picked,
/// and where the mark is typed.
const CHECK: u16 = 4;
const EVIDENCE: u16 = 6;
const ROWS: u16 = 8;
const MARK: u16 = 14;

/// A pen that goes down a pane line by line.
pub(super) struct Pen<'a, 'b> {
    pub(super) canvas: &'a mut Canvas<'b>,
    pub(super) area: Rect,
    pub(super) y: u16,
}

impl Pen<'_, '_> {
    pub(super) fn room(&self) -> u16 {
        self.area.bottom().saturating_sub(self.y)
    }

    pub(super) fn line(&mut self, text: &str, role: Role) {
        if self.room() > 0 {
            self.canvas
                .put(self.area.x, self.y, self.area.width, text, role);
            self.y += 1;
        }
    }

    /// Goes down to a row of the pane, where it is roomy; not back up to one that is behind.
    fn settle(&mut self, row: u16) {
        if self.area.height >= ROOMY {
            self.y = self.y.max(self.area.y + row);
        }
    }

    /// At most so many lines of a longer text.
    pub(super) fn wrapped(&mut self, text: &str, role: Role, most: u16) {
        let height = self.room().min(most);
        let area = Rect {
            y: self.y,
            height,
            ..self.area
        };
        self.y += self.canvas.wrapped(area, text, role);
    }
}

/// Draws the pane; returns where the person types.
pub fn draw(
    desk: &Desk,
    open: &Open,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let (Some(slot), Some(field)) = (open.slot(), desk.field()) else {
        let inside = canvas.frame(area, "");
        let why = open.closed.map(|closed| text::closed(language, closed));
        canvas.wrapped(inside, &why.unwrap_or_default(), Role::Warning);
        return None;
    };
    let name = slot.item.map_or_else(
        || text::overall_mark(language),
        |item| text::item_name(desk.scheme(), item),
    );
    let title = format!("{name}  {}", text::full_marks(language, field.points()));
    let inside = canvas.frame(area, &title);
    let area = Rect {
        x: inside.x + 1,
        width: inside.width.saturating_sub(2),
        ..inside
    };
    let mut pen = Pen {
        canvas,
        area,
        y: area.y,
    };
    // The field needs its rows; what earns the marks takes what is left.
    let rows = field.deductions().len().max(field.options().len());
    let needed = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(8);
    let spare = pen.room().saturating_sub(needed).max(2);
    if open.sheet == SheetState::Returned {
        let why = open.sheet_reason.as_deref().unwrap_or_default();
        pen.wrapped(&text::returned(language, why), Role::Warning, 2);
    }
    standard(&mut pen, desk, slot, language, spare);
    let caret = field_lines(&mut pen, desk, open, slot, &field, language);
    beside(&mut pen, desk, slot, language);
    caret
}

fn standard(pen: &mut Pen<'_, '_>, desk: &Desk, slot: &Slot, language: Language, most: u16) {
    let Some(item) = slot.item.map(|item| desk.scheme().item(item)) else {
        return;
    };
    if let Some(standard) = &item.standard {
        let line = format!("{}  {standard}", text::standard(language));
        pen.wrapped(&line, Role::Text, (most / 3 * 2).max(1));
    }
    if let Some(check) = &item.check {
        pen.settle(CHECK);
        let line = format!("{}  {check}", text::check(language));
        pen.wrapped(&line, Role::Text, (most / 3).max(1));
    }
    if item.evidence {
        pen.settle(EVIDENCE);
        pen.line(&text::evidence_wanted(language), Role::Quiet);
    }
    if most > 4 && pen.y > pen.area.y {
        pen.line("", Role::Text);
    }
    if item.standard.is_some() || item.check.is_some() {
        pen.settle(ROWS);
    }
}

fn field_lines(
    pen: &mut Pen<'_, '_>,
    desk: &Desk,
    open: &Open,
    slot: &Slot,
    field: &Field<'_>,
    language: Language,
) -> Option<Position> {
    let draft = open.draft.as_ref();
    let touched = draft.is_some_and(Draft::touched);
    let entry = match draft.map(|draft| draft.entry(field)) {
        Some(Ok(Some(entry))) => Some(entry),
        Some(_) if touched => None,
        _ => slot.entry.clone(),
    };
    match field.kind() {
        Kind::Deductions => deductions(pen, draft, entry.as_ref(), field, language),
        Kind::Options => options(pen, draft, entry.as_ref(), field, language),
        Kind::Mark | Kind::Measured => {}
    }
    if pen.y > pen.area.y + ROWS {
        pen.settle(MARK);
    }
    let caret = mark_line(pen, desk, slot, draft, entry.as_ref(), field, language);
    open.closed.is_none().then_some(caret)
}

/// `得分 [8.5] 分  未存`, `实测 [47.5] 万元  得分 19.00`.
fn mark_line(
    pen: &mut Pen<'_, '_>,
    desk: &Desk,
    slot: &Slot,
    draft: Option<&Draft>,
    entry: Option<&Entry>,
    field: &Field<'_>,
    language: Language,
) -> Position {
    let touched = draft.is_some_and(Draft::touched);
    let mark = entry.and_then(|entry| field.mark(entry));
    let mark = mark.map(|mark| mark.round(field.decimals()).to_string());
    let typed = match (draft.filter(|_| touched).and_then(Draft::text), entry) {
        (Some(text), _) => text.to_owned(),
        (None, Some(Entry::NotApplicable)) => text::not_applicable(language),
        (None, Some(entry @ (Entry::Mark(_) | Entry::Measured(_)))) => field.canonical(entry),
        (None, Some(_)) => mark.clone().unwrap_or_default(),
        (None, None) => String::new(),
    };
    let measured = field.kind() == Kind::Measured;
    let label = if measured {
        text::field_measured(language)
    } else {
        text::field_mark(language)
    };
    let unit = match slot.item.filter(|_| measured) {
        Some(item) => text::unit(&desk.scheme().item(item).rule).to_owned(),
        None => text::unit_marks(language),
    };
    let (x, width) = (pen.area.x, pen.area.width);
    let y = pen.y.min(pen.area.bottom().saturating_sub(1));
    let before = format!("{label} [");
    let mut used = pen.canvas.put(x, y, width, &before, Role::Heading);
    let role = if touched { Role::Draft } else { Role::Field };
    let shown = if typed.is_empty() {
        "    "
    } else {
        typed.as_str()
    };
    let field_columns = pen
        .canvas
        .put(x + used, y, width.saturating_sub(used), shown, role);
    let caret = x + used + if typed.is_empty() { 0 } else { field_columns };
    used += field_columns;
    let mut after = format!("] {unit}");
    if let (true, Some(mark)) = (measured, &mark) {
        after.push_str(&format!("  {}", text::gives(language, mark)));
    }
    used += pen
        .canvas
        .put(x + used, y, width.saturating_sub(used), &after, Role::Text);
    let state = if touched {
        (text::not_stored(language), Role::Draft)
    } else if slot.saving {
        (text::saving(language), Role::Warning)
    } else if slot.entry.is_none() && slot.zeroed.is_none() {
        (text::not_scored_yet(language), Role::Warning)
    } else {
        (String::new(), Role::Text)
    };
    let left = width.saturating_sub(used + 2);
    pen.canvas.put(x + used + 2, y, left, &state.0, state.1);
    pen.y += u16::from(pen.room() > 0);
    Position::new(caret.min(pen.area.right().saturating_sub(1)), y)
}

fn deductions(
    pen: &mut Pen<'_, '_>,
    draft: Option<&Draft>,
    entry: Option<&Entry>,
    field: &Field<'_>,
    language: Language,
) {
    let off = draft.is_some_and(Draft::takes_off);
    let heading = if off {
        text::field_deductions_off(language)
    } else {
        text::field_deductions(language)
    };
    pen.line(&heading, if off { Role::Draft } else { Role::Heading });
    let picked = draft.and_then(Draft::rows).map(|rows| rows.at);
    let rows = field.deductions();
    for (position, row) in in_sight(pen, rows, picked) {
        let count = match draft.and_then(Draft::counts) {
            Some(counts) => counts.get(position).copied().unwrap_or(0),
            None => stored_count(entry, position),
        };
        let cost = match row.cost {
            DeductionCost::All => {
                let tick = if count > 0 {
                    pen.canvas.glyphs.done
                } else {
                    " "
                };
                format!("{} [{tick}]", text::all_lost(language))
            }
            DeductionCost::Each { each, .. } => format!("-{each} ×{count}"),
        };
        let y = pen.y;
        numbered(pen, position, &row.title, &cost, count > 0);
        if picked == Some(position) && pen.y > y {
            pen.canvas
                .mark(Rect::new(pen.area.x, y, pen.area.width, 1), Role::Selected);
        }
    }
    if matches!(entry, Some(Entry::NoDeduction)) {
        pen.line(&text::no_deduction(language), Role::Good);
    }
}

/// The rows that fit and leave room for the mark, the picked one among them.
fn in_sight<'r, T>(
    pen: &Pen<'_, '_>,
    rows: &'r [T],
    picked: Option<usize>,
) -> impl Iterator<Item = (usize, &'r T)> + use<'r, T> {
    let room = usize::from(pen.room().saturating_sub(2));
    let mut window = Window {
        selected: picked.unwrap_or(0),
        offset: 0,
    };
    window.follow(rows.len(), room);
    rows.iter().enumerate().skip(window.offset).take(room)
}

fn stored_count(entry: Option<&Entry>, position: usize) -> u64 {
    let Some(Entry::Deductions(counts)) = entry else {
        return 0;
    };
    let found = counts.iter().find(|(row, _)| *row == position);
    found.map_or(0, |(_, count)| *count)
}

fn options(
    pen: &mut Pen<'_, '_>,
    draft: Option<&Draft>,
    entry: Option<&Entry>,
    field: &Field<'_>,
    language: Language,
) {
    let options = field.options();
    pen.line(&text::field_options(language, options.len()), Role::Heading);
    let picked = draft.and_then(Draft::rows).map(|rows| rows.at);
    for (position, option) in in_sight(pen, options, picked) {
        let chosen = entry == Some(&Entry::Option(position));
        let mut points = option.points.to_string();
        if chosen {
            points.push_str(&format!(" {}", pen.canvas.glyphs.done));
        }
        let y = pen.y;
        numbered(pen, position, &option.title, &points, chosen);
        if picked == Some(position) && pen.y > y {
            pen.canvas
                .mark(Rect::new(pen.area.x, y, pen.area.width, 1), Role::Selected);
        }
    }
}

fn numbered(pen: &mut Pen<'_, '_>, position: usize, title: &str, figure: &str, on: bool) {
    if pen.room() == 0 {
        return;
    }
    let (x, y, width) = (pen.area.x, pen.y, pen.area.width);
    let columns = u16::try_from(pen.canvas.widths.text(figure))
        .unwrap_or(width)
        .min(width);
    let number = pen
        .canvas
        .put(x, y, width, &format!("{:>2} ", position + 1), Role::Key);
    let room = width.saturating_sub(number + columns + 1);
    pen.canvas.name(x + number, y, room, title, Role::Text);
    let role = if on { Role::Warning } else { Role::Text };
    pen.canvas
        .put(x + width - columns, y, columns, figure, role);
    pen.y += 1;
}

fn beside(pen: &mut Pen<'_, '_>, desk: &Desk, slot: &Slot, language: Language) {
    if let Some(veto) = slot.zeroed {
        let id = &desk.scheme().veto(veto).id;
        let line = match &slot.mark {
            Some(mark) => text::zeroed(language, id, &mark.to_string()),
            None => text::zeroed_untouched(language, id),
        };
        pen.line(&line, Role::Danger);
    }
    if slot.flagged {
        pen.line(&format!("? {}", text::flagged(language)), Role::Warning);
    }
    if let Some(note) = &slot.note {
        pen.wrapped(&text::note_line(language, note), Role::Text, 2);
    }
    if let Some(before) = desk.replaced() {
        let line = match &before.reason {
            Some(why) => text::replaced_why(language, &before.old, &before.by, why),
            None => text::replaced(language, &before.old, &before.by),
        };
        pen.wrapped(&line, Role::Quiet, 2);
    }
    facts(pen, &known_beside(desk, language));
}
