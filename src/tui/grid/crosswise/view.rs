//! How one item across organisations looks: the grid, and below it the field under the cursor.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use super::Crosswise;
use crate::desk::{Across, CrossCell, Kind};
use crate::office::ListFigures;
use crate::round::SheetState;
use crate::scheme::{DeductionCost, LevelIndex};
use crate::scoring::Entry;
use crate::text::{Language, grids as text, organisations, scoring_screen, tui};
use crate::tui::scoring::{Names, Typed, draw_field, draw_shared, hints_of, rows_of, short};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{At, Canvas, Column, Grid, Span, Window};

/// What an entry needs at least, and what it makes use of.
const ENTRY: u16 = 14;
const WIDEST_ENTRY: u16 = 26;
/// No line of the field is wider: what belongs together stays together.
const FIELD: u16 = 78;
const MARK: u16 = 7;
const SHEET: u16 = 14;
const COMPOSITE: u16 = 13;
const LEVEL: u16 = 12;
/// What a name needs at least before more is shown beside it, and what it makes use of.
const NAME: u16 = 16;
const WIDEST_NAME: u16 = 34;
/// The frame, and a line for a note or the standard.
const AROUND: u16 = 3;

/// A column besides the name and the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fact {
    Mark,
    Earlier,
    LastYear,
    Sheet,
    Composite,
    Level,
}

/// Grid above, field below.
fn parts(across: &Across, area: Rect) -> (Rect, Rect) {
    let wanted = rows_of(&across.field()).saturating_add(AROUND);
    let below = wanted.min(area.height / 2);
    let above = area.height - below;
    let upper = Rect {
        height: above,
        ..area
    };
    let lower = Rect::new(area.x, area.y + above, area.width, below);
    (upper, lower)
}

/// Rows of the grid in sight.
pub fn page(screen: &Crosswise, session: &Session) -> usize {
    let (width, height) = (session.size.width, session.size.height);
    let body = plan(Rect::new(0, 0, width, height)).body;
    let (upper, _) = parts(&screen.hand.across, body);
    usize::from(upper.height.saturating_sub(3))
}

/// Draws the screen; returns where the person types.
pub fn draw(
    screen: &Crosswise,
    session: &Session,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let language = session.language;
    let across = &screen.hand.across;
    let (upper, lower) = parts(across, area);
    let inside = canvas.frame(upper, &item_title(across, language));
    if !screen.names.are_read() || !across.is_there() {
        let loading = tui::loading(language);
        canvas.put(inside.x + 2, inside.y, inside.width, &loading, Role::Quiet);
        return None;
    }
    let caret = grid(screen, language, inside, canvas);
    field(across, language, lower, canvas);
    match across.asking() {
        None => caret,
        Some(asking) => {
            let name = |code: Option<&String>| {
                let mut rows = across.rows().iter();
                let row = rows.find(|row| Some(&row.organisation) == code);
                row.map_or_else(String::new, |row| row.name.clone())
            };
            let names = Names {
                scheme: across.scheme(),
                slot: &|at| {
                    across
                        .row_at(at)
                        .map_or_else(String::new, |row| row.name.clone())
                },
                conflict: &|conflict| {
                    let item = conflict.key.last().map_or("", String::as_str);
                    format!("{} {item}", name(conflict.key.first()))
                },
            };
            draw_shared(asking, &names, language, area, canvas)
        }
    }
}

fn item_title(across: &Across, language: Language) -> String {
    let Some(item) = across.line() else {
        return text::no_cells(language);
    };
    let name = scoring_screen::item_name(across.scheme(), item);
    let full = scoring_screen::full_marks(language, across.field().points());
    format!("{name}  {full}")
}

/// What stands beside the entry, as far as there is room and something to show.
fn facts(across: &Across, room: u16) -> Vec<(Fact, u16)> {
    let wanted = [
        (Fact::Mark, MARK, across.field().kind() != Kind::Mark),
        (Fact::Sheet, SHEET, true),
        (Fact::Earlier, MARK, across.earlier().is_some()),
        (Fact::LastYear, MARK, across.has_last_year()),
        (Fact::Level, LEVEL, true),
        (Fact::Composite, COMPOSITE, true),
    ];
    let mut left = room.saturating_sub(NAME + ENTRY + 2);
    let mut facts = Vec::new();
    for (fact, width, there) in wanted {
        if there && width < left {
            left -= width + 1;
            facts.push((fact, width));
        }
    }
    let order = [
        Fact::Mark,
        Fact::Earlier,
        Fact::LastYear,
        Fact::Sheet,
        Fact::Composite,
        Fact::Level,
    ];
    facts.sort_by_key(|(fact, _)| order.iter().position(|other| other == fact));
    facts
}

fn heading(across: &Across, fact: Fact, language: Language) -> String {
    match fact {
        Fact::Mark => text::column_mark(language),
        Fact::Earlier => across.earlier().map_or_else(String::new, |party| {
            across.scheme().party(party).title.clone()
        }),
        Fact::LastYear => text::column_last_year(language),
        Fact::Sheet => text::column_sheet(language),
        Fact::Composite => organisations::column_composite(language),
        Fact::Level => organisations::column_level(language),
    }
}

fn grid(
    screen: &Crosswise,
    language: Language,
    inside: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let across = &screen.hand.across;
    if across.cells().is_empty() {
        let nothing = text::no_cells(language);
        canvas.put(
            inside.x + 2,
            inside.y + 1,
            inside.width,
            &nothing,
            Role::Text,
        );
        return None;
    }
    let room = inside.width.saturating_sub(2);
    let facts = facts(across, room);
    let used: u16 = facts.iter().map(|(_, width)| width + 1).sum();
    let column = |heading, width, right| Column {
        heading,
        width,
        right,
    };
    let left = room.saturating_sub(used + 1);
    let name = left.saturating_sub(ENTRY).min(WIDEST_NAME);
    let entry = left.saturating_sub(name).min(WIDEST_ENTRY);
    let mut fixed = vec![
        column(organisations::column_name(language), name, false),
        column(text::column_entry(language), entry, false),
    ];
    for (fact, width) in &facts {
        let right = !matches!(fact, Fact::Level);
        fixed.push(column(heading(across, *fact, language), *width, right));
    }
    let grid = Grid {
        fixed,
        columns: Vec::new(),
        down: screen.window,
        across: Window::default(),
        cursor: At::Fixed(1),
        count: across.cells().len(),
    };
    let caret = grid.draw(canvas, inside, |row, at| {
        let Some(cell) = across.cells().get(row) else {
            return (Role::Text, Cow::Borrowed(""));
        };
        let fact = match at {
            At::Fixed(at) => at.checked_sub(2).and_then(|at| facts.get(at)),
            At::Column(_) => None,
        };
        match (at, fact) {
            (_, Some((Fact::Mark, _))) => mark_of(across, row, cell),
            (_, Some((fact, _))) => fact_of(across, cell, *fact, language),
            (At::Fixed(1), _) => entry_of(across, row, cell, language),
            _ => name_of(across, cell),
        }
    });
    let typed = across
        .draft()
        .and_then(|draft| draft.text())
        .unwrap_or_default();
    let columns = u16::try_from(canvas.widths.text(typed)).unwrap_or(0);
    let open = across.cell().is_some_and(|cell| cell.closed.is_none());
    caret
        .filter(|_| open)
        .map(|place| Position::new((place.x + columns).min(place.right() - 1), place.y))
}

/// The name; the organisation under a proposed or decided veto says so in the list.
fn name_of<'a>(across: &'a Across, cell: &CrossCell) -> Span<'a> {
    let row = across.row(cell);
    (
        Role::Text,
        row.map_or(Cow::Borrowed(""), |row| row.name.as_str().into()),
    )
}

/// The field of a cell, with what is being typed where the cursor is on it.
fn typed<'a>(across: &'a Across, at: usize, cell: &'a CrossCell) -> Typed<'a> {
    Typed {
        scheme: across.scheme(),
        slot: &cell.slot,
        draft: across.draft().filter(|_| at == across.at()),
        field: across.field(),
    }
}

/// The mark that the entry makes, what is being typed included.
fn mark_of(across: &Across, at: usize, cell: &CrossCell) -> Span<'static> {
    let typed = typed(across, at, cell);
    if !typed.is_touched() {
        let told = cell.slot.mark.map_or_else(String::new, |mark| short(&mark));
        return (Role::Text, told.into());
    }
    let field = &typed.field;
    let mark = typed.entry().and_then(|entry| field.mark(&entry));
    let told = mark.map_or_else(String::new, |mark| short(&mark.round(field.decimals())));
    (Role::Draft, told.into())
}

/// What is entered: as it is being typed in the cell under the cursor.
fn entry_of(across: &Across, at: usize, cell: &CrossCell, language: Language) -> Span<'static> {
    let typed = typed(across, at, cell);
    if typed.is_touched() {
        let text = typed.draft.and_then(|draft| draft.text());
        let told = match (text, typed.entry()) {
            (Some(text), _) => text.to_owned(),
            (None, Some(entry)) => told(across, &entry, language),
            (None, None) => String::new(),
        };
        return (Role::Draft, told.into());
    }
    let slot = &cell.slot;
    let (mut role, mut told) = match (&slot.entry, slot.zeroed) {
        (_, Some(veto)) => {
            let veto = &across.scheme().veto(veto).id;
            (
                Role::Danger,
                scoring_screen::zeroed_untouched(language, veto),
            )
        }
        (Some(entry), None) => (Role::Text, told(across, entry, language)),
        (None, None) => (Role::Warning, scoring_screen::not_scored_yet(language)),
    };
    if cell.closed.is_some() && slot.entry.is_some() {
        role = Role::Quiet;
    }
    if slot.flagged {
        told.push_str(" ?");
    }
    if slot.saving && across.stuck() > 0 {
        told.push_str(" ..");
    }
    (role, told.into())
}

/// An entry in the words of its field: numbers of rows and options, not their ids.
fn told(across: &Across, entry: &Entry, language: Language) -> String {
    let field = across.field();
    match entry {
        Entry::NotApplicable => scoring_screen::not_applicable(language),
        Entry::NoDeduction => text::entry_none(language),
        Entry::Option(at) => {
            let title = field.options().get(*at).map_or("", |option| &option.title);
            text::entry_option(language, at + 1, title)
        }
        Entry::Deductions(counts) => {
            let one = |(row, count): &(usize, u64)| {
                let all = field
                    .deductions()
                    .get(*row)
                    .is_some_and(|row| row.cost == DeductionCost::All);
                match all {
                    true => text::entry_all(language, row + 1),
                    false => text::entry_counts(language, row + 1, *count),
                }
            };
            let told: Vec<String> = counts.iter().map(one).collect();
            told.join(" ")
        }
        other => field.canonical(other),
    }
}

fn fact_of(across: &Across, cell: &CrossCell, fact: Fact, language: Language) -> Span<'static> {
    let figure = |figure: Option<crate::number::Figure>| {
        let told = figure.map_or_else(String::new, |figure| short(&figure));
        (Role::Text, told.into())
    };
    match fact {
        Fact::Mark => mark_of(across, usize::MAX, cell),
        Fact::Earlier => figure(across.earlier_mark(cell)),
        Fact::LastYear => figure(across.mark_of_last_year(cell)),
        Fact::Sheet => sheet(across, cell, language),
        Fact::Composite | Fact::Level if across.is_blind(cell) => {
            (Role::Quiet, organisations::hidden(language).into())
        }
        Fact::Composite => {
            let figures = across.row(cell).and_then(|row| row.figures.as_ref());
            let told =
                figures.map_or_else(String::new, |it| organisations::composite(language, it));
            (Role::Text, told.into())
        }
        Fact::Level => {
            let figures = across.row(cell).and_then(|row| row.figures.as_ref());
            let told = figures.map_or_else(String::new, |it| level(across, it, language));
            (Role::Text, told.into())
        }
    }
}

/// How far the own sheet is, and what it adds up to.
fn sheet(across: &Across, cell: &CrossCell, language: Language) -> Span<'static> {
    let summary = across.sheet(cell);
    let total = summary.and_then(|sheet| sheet.total);
    let total = total.map_or_else(String::new, |total| short(&total));
    if cell.sheet == SheetState::Submitted {
        return (Role::Quiet, text::sheet_submitted(language, &total).into());
    }
    let there = summary.map_or(0, |sheet| sheet.there as usize);
    let asked = across.asked(cell);
    let told = if total.is_empty() {
        organisations::items_of(language, there, asked)
    } else {
        organisations::items_and_total(language, there, asked, &total)
    };
    (Role::Text, told.into())
}

fn level(across: &Across, figures: &ListFigures, language: Language) -> String {
    let levels = &across.scheme().levels;
    let title = |level: LevelIndex| {
        levels
            .get(level.position())
            .map_or("", |it| it.title.as_str())
    };
    organisations::level(language, figures, title)
}

fn field(across: &Across, language: Language, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(cell) = across.cell() else {
        canvas.frame(area, "");
        return;
    };
    let title = across.row(cell).map_or("", |row| row.name.as_str());
    let inside = canvas.frame(area, title);
    let inside = Rect {
        x: inside.x + 1,
        width: inside.width.saturating_sub(2).min(FIELD),
        ..inside
    };
    draw_field(&typed(across, across.at(), cell), language, inside, canvas);
}

/// The header: which item, whose sheets, and how far.
pub fn header(screen: &Crosswise, session: &Session) -> (String, String) {
    let language = session.language;
    let across = &screen.hand.across;
    let scheme = across.scheme();
    let item = across
        .line()
        .map_or_else(String::new, |item| scheme.short_id(item).to_owned());
    let chair = across.chair();
    let mut left = text::crosswise_title(language, &item);
    left.push_str(&format!(
        " · {} · {}",
        scheme.party(chair.party).title,
        chair.rater
    ));
    if chair.actor != chair.rater && !session.is_narrow() {
        left.push_str(&scoring_screen::entered_by(language, &chair.actor));
    }
    let right = text::counted(language, across.scored(), across.cells().len());
    (left, right)
}

/// What the hint line begins with: the kind of the field.
pub fn hints(screen: &Crosswise, session: &Session) -> Vec<(String, String)> {
    let language = session.language;
    let across = &screen.hand.across;
    let hint = |key: &str, name: String| (key.to_owned(), name);
    if across.asking().is_some() {
        return vec![
            hint("Enter", tui::confirm(language)),
            hint("Esc", scoring_screen::hint_close(language)),
        ];
    }
    if across.cell().is_none_or(|cell| cell.closed.is_some()) {
        return Vec::new();
    }
    let field = across.field();
    let mut hints = hints_of(field.kind(), field.options().len(), language);
    hints.push(hint("Enter", text::hint_down(language)));
    hints.push(hint("Del", scoring_screen::hint_clear(language)));
    hints
}
