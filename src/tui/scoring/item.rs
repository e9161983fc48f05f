//! The pane of the item under the cursor: what earns the marks, the field, what stands beside it.

use ratatui::layout::{Position, Rect};

use super::beside::{USUAL_FACTS, facts, known_beside};
use super::field::{Pen, Typed, field_lines, more_lines, standard};
use super::items::short;
use crate::desk::{Desk, Open, Slot};
use crate::scheme::Scheme;
use crate::text::{Language, journal, scoring_screen as text};
use crate::tui::theme::Role;
use crate::tui::widget::Canvas;

/// Rows for what is known beside an item, and for what has to be said of it.
const BESIDE: u16 = 6;
/// Rows that what earns the marks keeps, however long the titles of the rows below it are.
const STANDARD: u16 = 4;

/// Where the person types in a pane, and whether it had to leave something out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drawn {
    pub caret: Option<Position>,
    pub cut: bool,
}

/// Draws the pane.
pub fn draw(
    desk: &Desk,
    open: &Open,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Drawn {
    let (Some(slot), Some(field)) = (open.slot(), desk.field()) else {
        let inside = canvas.frame(area, "");
        let why = open.closed.map(|closed| text::closed(language, closed));
        canvas.wrapped(inside, &why.unwrap_or_default(), Role::Warning);
        return Drawn::default();
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
    let mut pen = Pen::new(canvas, area);
    let rows = field.deductions().len().max(field.options().len());
    let needed = u16::try_from(rows).unwrap_or(u16::MAX);
    let needed = needed.saturating_add(BESIDE + 2);
    let room = pen.room().saturating_sub(needed);
    if let Some(why) = text::sheet_reason(language, open) {
        pen.wrapped(&why, Role::Warning, 2);
    }
    let typed = Typed {
        scheme: desk.scheme(),
        slot,
        draft: open.draft.as_ref(),
        field,
    };
    // The field needs its rows; what earns the marks takes what is left, and leaves of that to
    // the titles of the rows what is more than a few lines.
    pen.kept = USUAL_FACTS;
    let more = more_lines(&pen, &typed, language);
    let spare = room.saturating_sub(more.saturating_sub(BESIDE - USUAL_FACTS));
    let spare = spare.max(room.min(STANDARD)).max(2);
    standard(&mut pen, &typed, language, spare);
    let caret = field_lines(&mut pen, &typed, language);
    let caret = open.closed.is_none().then_some(caret);
    beside(&mut pen, desk, slot, language);
    let cut = pen.cut;
    Drawn { caret, cut }
}

/// That a veto sets the item to 0 (V5), and the mark that it takes the place of.
pub fn zeroed(scheme: &Scheme, slot: &Slot, language: Language) -> Option<String> {
    let id = &scheme.veto(slot.zeroed?).id;
    Some(match &slot.mark {
        Some(mark) => text::zeroed(language, id, &short(mark)),
        None => text::zeroed_untouched(language, id),
    })
}

fn beside(pen: &mut Pen<'_, '_>, desk: &Desk, slot: &Slot, language: Language) {
    if let Some(line) = zeroed(desk.scheme(), slot, language) {
        pen.line(&line, Role::Danger);
    }
    if slot.flagged {
        pen.line(&format!("? {}", text::flagged(language)), Role::Warning);
    }
    if let Some(note) = &slot.note {
        pen.wrapped(&text::note_line(language, note), Role::Text, 2);
    }
    if let Some(line) = replaced(desk, language) {
        pen.wrapped(&line, Role::Quiet, 2);
    }
    facts(pen, &known_beside(desk, language));
}

/// The mark that stood here before the sheet was taken back or returned, by whom, and why.
pub fn replaced(desk: &Desk, language: Language) -> Option<String> {
    let before = desk.replaced()?;
    let old = match &before.mark {
        Some(mark) => mark.short(),
        None => journal::entry_word(language, &before.old),
    };
    Some(match &before.reason {
        Some(why) => text::replaced_why(language, &old, &before.by, why),
        None => text::replaced(language, &old, &before.by),
    })
}
