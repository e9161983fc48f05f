//! How bonuses and penalties look: the list, and what the one under the hand does.

use ratatui::layout::{Rect, Size};

use super::effect::{Composites, Effect};
use super::model::{Adjustments, Entry};
use crate::number::Figure;
use crate::scheme::AdjustmentKind;
use crate::text::{Language, adjustments as text, scheme as sentences, scoring, tui};
use crate::tui::list::{self, Content};
use crate::tui::session::{OpenRound, Session};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span};

/// Rows of the pane below the list, its frame included.
const BELOW: u16 = 8;
const NAME: u16 = 16;
const COUNT: u16 = 4;
const DOCUMENT: u16 = 20;
const BRINGS: u16 = 6;
const NOTE: u16 = 24;
/// From this width on a note has room.
const WIDE: u16 = 100;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, BELOW)
}

pub fn draw(screen: &Adjustments, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let Some(round) = &session.round else {
        return;
    };
    let (above, below) = list::parts(area, BELOW);
    let title = if screen.only_pending {
        text::pane_pending(language)
    } else {
        text::pane(language)
    };
    let content = if !screen.records.are_read() {
        Content::Loading
    } else if screen.list.is_empty() && screen.only_pending {
        Content::Nothing(text::none_pending(language))
    } else if screen.list.is_empty() {
        Content::Nothing(text::none(language))
    } else {
        Content::Rows(&screen.list)
    };
    list::draw(
        canvas,
        above,
        &title,
        language,
        &content,
        |width| columns(screen, language, width),
        |entry, width| row(screen, round, language, entry, width),
    );
    let (name, lines) = screen.selected().map_or_else(Default::default, |entry| {
        let name = screen.names().of(&entry.organisation);
        (name.to_owned(), told(screen, round, language, entry))
    });
    list::pane(canvas, below, &name, &lines);
}

fn columns(screen: &Adjustments, language: Language, width: u16) -> Vec<Column> {
    let name = if screen.organisation.is_some() {
        0
    } else {
        NAME
    };
    let note = if width >= WIDE { NOTE } else { 0 };
    let fixed = name + COUNT + DOCUMENT + BRINGS + note + 8;
    let mut columns = Vec::new();
    if name > 0 {
        columns.push(Column::left(text::column_organisation(language), name));
    }
    let rest = width.saturating_sub(fixed);
    columns.push(Column::left(text::column_adjustment(language), rest));
    columns.push(Column::right(text::column_count(language), COUNT));
    columns.push(Column::left(text::column_document(language), DOCUMENT));
    columns.push(Column::right(text::column_brings(language), BRINGS));
    if note > 0 {
        columns.push(Column::left(text::column_note(language), note));
    }
    columns
}

fn row<'a>(
    screen: &'a Adjustments,
    round: &'a OpenRound,
    language: Language,
    entry: &'a Entry,
    width: u16,
) -> Vec<Span<'a>> {
    let adjustment = round.scheme.adjustment(entry.adjustment);
    let sign = match adjustment.kind {
        AdjustmentKind::Bonus => "+",
        AdjustmentKind::Penalty => "-",
    };
    let mut cells: Vec<Span<'a>> = Vec::new();
    let mut title = format!("{sign} {} {}", adjustment.id, adjustment.title);
    if !screen.passes(entry) {
        title = tui::no_longer_first(language, &title);
    }
    if screen.organisation.is_none() {
        cells.push((Role::Text, screen.names().of(&entry.organisation).into()));
    }
    cells.push((Role::Text, title.into()));
    cells.push((Role::Text, entry.count.to_string().into()));
    match &entry.document {
        Some(document) => {
            cells.push((Role::Text, document.as_str().into()));
            cells.push((Role::Text, signed(entry.brings).into()));
        }
        None => {
            cells.push((Role::Warning, text::pending(language).into()));
            cells.push((Role::Quiet, text::not_counted(language).into()));
        }
    }
    if width >= WIDE {
        cells.push((Role::Text, entry.note.as_deref().unwrap_or("").into()));
    }
    cells
}

/// A figure with its sign, a plus too.
fn signed(figure: Figure) -> String {
    let told = figure.to_string();
    if told.starts_with('-') {
        told
    } else {
        format!("+{told}")
    }
}

/// What there is to say about an entry.
fn told(
    screen: &Adjustments,
    round: &OpenRound,
    language: Language,
    entry: &Entry,
) -> Vec<(Role, String)> {
    let scheme = &round.scheme;
    let rule = sentences::adjustment(scheme.adjustment(entry.adjustment), language);
    let mut lines = vec![(Role::Text, rule)];
    if screen.names().is_hidden(&entry.organisation) {
        lines.push((Role::Quiet, text::hidden(language)));
    } else if let Some((_, effect)) = screen.effect.as_ref().filter(|(key, _)| *key == entry.key) {
        let steps = effect.steps.iter();
        lines.extend(steps.map(|step| (Role::Text, scoring::step(scheme, language, step))));
        lines.push((Role::Title, composites(language, entry, effect)));
    } else {
        lines.push((Role::Quiet, tui::loading(language)));
    }
    if let Some(note) = &entry.note {
        lines.push((Role::Text, text::note(language, note)));
    }
    lines
}

fn composites(language: Language, entry: &Entry, effect: &Effect) -> String {
    let Some(Composites { without, with }) = effect.composites else {
        return text::by_the_highest(language);
    };
    let bounds = |(low, high): (Figure, Figure)| {
        if low == high {
            low.to_string()
        } else {
            text::bounds(language, &low.to_string(), &high.to_string())
        }
    };
    let (without, with) = (bounds(without), bounds(with));
    if entry.document.is_none() {
        text::composite_once_documented(language, &without, &with)
    } else {
        text::composite_change(language, &without, &with)
    }
}
