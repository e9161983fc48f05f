//! The pane of the item under the cursor: what earns the marks, the field, what stands beside it.

use ratatui::layout::{Position, Rect};

use super::field::{Pen, Typed, field_lines, standard};
use super::items::short;
use crate::desk::{Desk, Open, Slot};
use crate::round::SheetState;
use crate::text::{Language, scoring_screen as text};
use crate::tui::theme::Role;
use crate::tui::widget::Canvas;

/// The row of an item's pane from which on what is known beside it stands, where it can.
const FACTS: u16 = 18;

/// So many of them there are with two parties.
const USUAL_FACTS: u16 = 4;

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
    let typed = Typed {
        scheme: desk.scheme(),
        slot,
        draft: open.draft.as_ref(),
        field,
    };
    standard(&mut pen, &typed, language, spare);
    let caret = field_lines(&mut pen, &typed, language);
    let caret = open.closed.is_none().then_some(caret);
    beside(&mut pen, desk, slot, language);
    caret
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

/// What others and the own hand gave on the item: names and marks.
fn known_beside(desk: &Desk, language: Language) -> Vec<(String, String)> {
    let known = desk.beside();
    let mut facts = Vec::new();
    for (party, rater, mark) in &known.others {
        let party = &desk.scheme().party(*party).title;
        facts.push((text::other_mark(language, party, rater), short(mark)));
    }
    if let Some(mark) = &known.last_year {
        facts.push((text::last_year(language), short(mark)));
    }
    // What is on its way or is not there keeps its place.
    let nothing = || "-".to_owned();
    if !desk.blind() {
        let town = known.town.as_ref();
        let told = town.map(|(mark, count)| text::of_so_many(language, &short(mark), *count));
        facts.push((text::town_mean(language), told.unwrap_or_else(nothing)));
    }
    let told = known.elsewhere.as_ref().map(|mine| {
        let last: Vec<String> = mine.last.iter().map(short).collect();
        let (low, high) = (short(&mine.lowest), short(&mine.highest));
        let spread = if low == high {
            low
        } else {
            text::range(language, &low, &high)
        };
        let spread = text::of_so_many(language, &spread, mine.count);
        text::spread_and_last(language, &spread, &last.join(" "))
    });
    facts.push((text::elsewhere(language), told.unwrap_or_else(nothing)));
    facts
}

/// One line each, where there is room at the same place for every item: what stays the same
/// from item to item then stays on the screen too. Else one after the other.
fn facts(pen: &mut Pen<'_, '_>, facts: &[(String, String)]) {
    let rows = u16::try_from(facts.len()).unwrap_or(u16::MAX);
    if rows > pen.room() {
        let told: Vec<String> = facts
            .iter()
            .map(|(name, mark)| format!("{name} {mark}"))
            .collect();
        pen.wrapped(&told.join("  "), Role::Text, 5);
        return;
    }
    let place = (pen.area.y + FACTS).min(pen.area.bottom().saturating_sub(rows.max(USUAL_FACTS)));
    pen.y = pen.y.max(place);
    let columns = facts.iter().map(|(name, _)| pen.canvas.widths.text(name));
    let names = columns.max().unwrap_or(0);
    let width = usize::from(pen.area.width);
    for (name, mark) in facts {
        let used = pen.canvas.widths.text(name);
        // A long one begins right after its name.
        let fits = names + 2 + pen.canvas.widths.text(mark) <= width;
        let gap = if fits { names - used.min(names) + 2 } else { 1 };
        pen.line(&format!("{name}{}{mark}", " ".repeat(gap)), Role::Text);
    }
}
