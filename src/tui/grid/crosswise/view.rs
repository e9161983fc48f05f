//! How one item across organisations looks: the grid, and below it the field under the cursor.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use super::Crosswise;
use super::cells::{Fact, entry_of, fact_of, facts, heading, name_of, typed};
use crate::desk::{CrossCell, LineDesk};
use crate::office::ListRow;
use crate::round::Conflict;
use crate::text::{Language, grids as text, organisations, scoring_screen, tui};
use crate::tui::ask::Reading;
use crate::tui::banner;
use crate::tui::scoring::{draw_field, hints_of, is_cell_cut, of_cell, rows_of, zeroed};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{At, Canvas, Column, Grid, Window};

/// What an entry needs at least, and what it makes use of.
pub const ENTRY: u16 = 14;
const WIDEST_ENTRY: u16 = 26;
/// No line of the field is wider: what belongs together stays together.
const FIELD: u16 = 78;
/// What a name needs at least before more is shown beside it, and what it makes use of.
pub const NAME: u16 = 16;
const WIDEST_NAME: u16 = 34;
/// The frame, and a line for a note or the standard.
const AROUND: u16 = 3;

/// Grid above, field below.
fn parts(across: &LineDesk, area: Rect) -> (Rect, Rect) {
    // A line for the vetoes of whoever has some, so that nothing moves from one row to the next.
    let has_vetoes = |row: &ListRow| !row.decided.is_empty() || !row.proposed.is_empty();
    let vetoes = u16::from(across.rows().iter().any(has_vetoes));
    let zeroed = u16::from(across.cells().iter().any(|cell| cell.slot.zeroed.is_some()));
    let wanted = rows_of(&across.field()).saturating_add(AROUND + vetoes + zeroed);
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
        Some(_) => {
            let item = |conflict: &Conflict, name: &str| {
                let scheme = across.scheme();
                let item = conflict.key.last().and_then(|id| scheme.find_item(id));
                let item = item.map_or("", |item| scheme.short_id(item));
                format!("{name} {item}")
            };
            screen.hand.draw_asking(&item, language, area, canvas)
        }
    }
}

fn item_title(across: &LineDesk, language: Language) -> String {
    let Some(item) = across.line() else {
        return text::no_cells(language);
    };
    let name = scoring_screen::item_name(across.scheme(), item);
    let full = scoring_screen::full_marks(language, across.field().points());
    format!("{name}  {full}")
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
    let grid = Grid {
        fixed: columns(across, &facts, room, language),
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
            (_, Some((fact, _))) => fact_of(across, row, cell, *fact, language),
            (At::Fixed(1), _) => entry_of(across, row, cell, language),
            _ => name_of(across, cell, language),
        }
    });
    let open = across.cell().is_some_and(|cell| cell.closed.is_none());
    caret
        .filter(|_| open)
        .map(|place| behind_draft(across, place, canvas))
}

/// Name, entry, and the facts that there is room for.
fn columns(across: &LineDesk, facts: &[(Fact, u16)], room: u16, language: Language) -> Vec<Column> {
    let column = |heading, width, right| Column {
        heading,
        width,
        right,
    };
    let used: u16 = facts.iter().map(|(_, width)| width + 1).sum();
    let left = room.saturating_sub(used + 1);
    let name = left.saturating_sub(ENTRY).min(WIDEST_NAME);
    let entry = left.saturating_sub(name).min(WIDEST_ENTRY);
    let mut columns = vec![
        column(organisations::column_name(language), name, false),
        column(text::column_entry(language), entry, false),
    ];
    for (fact, width) in facts {
        let right = !matches!(fact, Fact::Level);
        columns.push(column(heading(across, *fact, language), *width, right));
    }
    columns
}

/// Where the next character of the draft goes, within the cell that is typed into.
fn behind_draft(across: &LineDesk, cell: Rect, canvas: &Canvas<'_>) -> Position {
    let draft = across.draft();
    let typed = draft.and_then(|draft| draft.text()).unwrap_or_default();
    let columns = u16::try_from(canvas.widths.text(typed)).unwrap_or(0);
    Position::new((cell.x + columns).min(cell.right() - 1), cell.y)
}

fn field(across: &LineDesk, language: Language, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(cell) = across.cell() else {
        canvas.frame(area, "");
        return;
    };
    let told = veto(across, cell, language);
    let frame = frame_of(area, told.is_some());
    if let (Some(told), true) = (told, frame != area) {
        let line = Rect { height: 1, ..area };
        banner::draw_of_row(&told, line, canvas);
    }
    let name = across.row(cell).map_or("", |row| row.name.as_str());
    canvas.frame(frame, name);
    let told = zeroed(across.scheme(), &cell.slot, language);
    let place = field_place(frame, told.is_some());
    if let (Some(told), Some(y)) = (told, place.y.checked_sub(1)) {
        canvas.name(place.x, y, place.width, &told, Role::Danger);
    }
    draw_field(&typed(across, across.at(), cell), language, place, canvas);
}

/// What is told of the vetoes of a cell's organisation.
fn veto(across: &LineDesk, cell: &CrossCell, language: Language) -> Option<(Role, banner::Told)> {
    banner::of_row(across.scheme(), language, across.row(cell)?)
}

/// The frame of the field, below a line on vetoes where there is one and room for it.
fn frame_of(area: Rect, has_veto: bool) -> Rect {
    let line = u16::from(has_veto && area.height > 1);
    Rect {
        y: area.y + line,
        height: area.height - line,
        ..area
    }
}

/// Where the field stands in its frame, below a line on what a veto takes away (V5).
fn field_place(frame: Rect, is_zeroed: bool) -> Rect {
    let line = u16::from(is_zeroed);
    Rect::new(
        frame.x + 2,
        frame.y + 1 + line,
        frame.width.saturating_sub(4).min(FIELD),
        frame.height.saturating_sub(2 + line),
    )
}

/// The item in full, as it stands for the organisation under the cursor.
pub fn whole(screen: &Crosswise, language: Language) -> Option<Reading> {
    let across = &screen.hand.across;
    let cell = across.cell()?;
    Some(of_cell(&typed(across, across.at(), cell), language))
}

/// Whether the field below the grid leaves something of the item out.
fn is_cut(across: &LineDesk, session: &Session) -> bool {
    let Some(cell) = across.cell() else {
        return false;
    };
    let (width, height) = (session.size.width, session.size.height);
    let body = plan(Rect::new(0, 0, width, height)).body;
    let has_veto = veto(across, cell, session.language).is_some();
    let frame = frame_of(parts(across, body).1, has_veto);
    let place = field_place(frame, cell.slot.zeroed.is_some());
    is_cell_cut(&typed(across, across.at(), cell), session, place)
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
    let (there, asked) = across.counted();
    let right = text::counted(language, there, asked);
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
    if is_cut(across, session) {
        hints.push(hint("Ctrl-D", scoring_screen::command_whole(language)));
    }
    hints.push(hint("Del", scoring_screen::hint_clear(language)));
    hints
}
