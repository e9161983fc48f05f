//! What is open over the sheet.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::summary;
use crate::desk::{Act, Asking, Desk, Paste, PastedRow, Typed};
use crate::round::{Change, Conflict, Record, What};
use crate::scheme::Scheme;
use crate::term::{KeyCode, Widths};
use crate::text::{Language, cell_kind, journal, moment, refusal, scoring, scoring_screen as text};
use crate::tui::keys::Key;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, centred, popup, typed_lines, wrap};

const WIDTH: u16 = 66;
/// Columns of a popup whose lines have more to say.
const WIDE: u16 = 76;
/// Columns of the item that a pasted line is for.
const PASTED_NAME: u16 = 22;
/// Lines of a paste that a key for pages goes.
const PAGE: isize = 10;
/// The most lines of a text that are in sight.
const LINES: u16 = 6;

/// Draws what is open; returns where the person types.
pub fn draw(
    desk: &Desk,
    asking: &Asking,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    match asking {
        Asking::Operations { at } => {
            operations(desk, *at, language, area, canvas);
            None
        }
        Asking::Summary { paper, at, .. } => {
            Some(summary::draw(desk, (paper, *at), language, area, canvas))
        }
        Asking::Vetoes { at } => {
            vetoes(desk, *at, language, area, canvas);
            None
        }
        _ => {
            let slots = desk.open().map(|open| open.slots.as_slice());
            let name = |at: usize| {
                let item = slots?.get(at)?.item;
                Some(item.map_or_else(
                    || text::overall_mark(language),
                    |item| text::item_name(desk.scheme(), item),
                ))
            };
            let names = Names {
                scheme: desk.scheme(),
                slot: &|at| name(at).unwrap_or_default(),
                conflict: &|conflict| place(desk, conflict, language),
            };
            draw_shared(asking, &names, language, area, canvas)
        }
    }
}

/// What the popups that every way of typing shares call things.
pub struct Names<'a> {
    pub scheme: &'a Scheme,
    /// The item or organisation at a position.
    pub slot: &'a dyn Fn(usize) -> String,
    /// What two people have changed.
    pub conflict: &'a dyn Fn(&Conflict) -> String,
}

/// Draws what can be open over a sheet and over a line of many; returns where the person types.
pub fn draw_shared(
    asking: &Asking,
    names: &Names<'_>,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    match asking {
        Asking::Conflict(conflict) => {
            let place = (names.conflict)(conflict);
            draw_conflict(conflict, place, language, area, canvas);
            None
        }
        Asking::Paste(paste) => {
            draw_paste(paste, names.slot, language, area, canvas);
            None
        }
        _ => Some(text_field(names.scheme, asking, language, area, canvas)),
    }
}

/// The item; of what is no mark the kind, the party and the rater, as people call them.
pub fn place(desk: &Desk, conflict: &Conflict, language: Language) -> String {
    let scheme = desk.scheme();
    if let (What::Mark, Some(item)) = (conflict.what, conflict.key.last()) {
        let item = scheme.find_item(item);
        return item.map_or_else(
            || text::overall_mark(language),
            |item| text::item_name(scheme, item),
        );
    }
    let organisation = |code: &str| {
        let row = desk.rows().iter().find(|row| row.organisation == code);
        row.map_or_else(|| code.to_owned(), |row| row.name.clone())
    };
    let change = Change {
        what: conflict.what,
        key: conflict.key.clone(),
        old: None,
        new: None,
        old_revision: 0,
        new_revision: 0,
    };
    let named = journal::named(scheme, language, &change, organisation);
    let kind = cell_kind(language, conflict.what);
    format!("{kind} {}", named.key.join(" "))
}

fn text_field(
    scheme: &Scheme,
    asking: &Asking,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Position {
    let recent: &[String] = match asking {
        Asking::Reason { recent, .. } => recent,
        _ => &[],
    };
    let title = text_title(scheme, asking, language);
    let rows = u16::try_from(recent.len()).unwrap_or(9);
    let nothing = Typed::default();
    let typed = asking.typed().unwrap_or(&nothing);
    // Frame and air at both sides.
    let (lines, caret) = typed_lines(
        typed,
        WIDTH.min(area.width).saturating_sub(4),
        &canvas.widths,
    );
    let high = u16::try_from(lines.len()).unwrap_or(LINES).min(LINES);
    let place = centred(area, WIDTH, rows + 2 + high);
    let inside = popup(canvas, place, &title);
    for (number, reason) in recent.iter().enumerate() {
        let y = inside.y + u16::try_from(number).unwrap_or(0);
        if y < inside.bottom() {
            canvas.put(inside.x, y, 2, &(number + 1).to_string(), Role::Key);
            if let Some(digit) = char::from_digit(u32::try_from(number + 1).unwrap_or(0), 10) {
                let row = Rect::new(inside.x, y, inside.width, 1);
                canvas.zones.key(row, Key::char(digit));
            }
            canvas.name(
                inside.x + 2,
                y,
                inside.width.saturating_sub(2),
                reason,
                Role::Text,
            );
        }
    }
    let field = Rect {
        y: (inside.y + rows).min(inside.bottom().saturating_sub(1)),
        height: high.min(inside.height),
        ..inside
    };
    text_lines(canvas, field, &lines, caret)
}

fn text_title(scheme: &Scheme, asking: &Asking, language: Language) -> String {
    match asking {
        Asking::Reason { .. } => text::reason_title(language),
        Asking::Withdraw { .. } => text::withdraw_title(language),
        Asking::VetoDocument { veto, .. } => {
            text::veto_document_title(language, &scheme.veto(*veto).title)
        }
        Asking::VetoRemoval { veto, .. } => {
            text::veto_removal_title(language, &scheme.veto(*veto).title)
        }
        Asking::AdjustmentDocument { adjustment, .. } => {
            let title = &scheme.adjustment(*adjustment).title;
            text::adjustment_document_title(language, title)
        }
        _ => text::note_title(language),
    }
}

/// Draws a text of several lines, those around the caret where there is no room for all; returns
/// where the person types.
fn text_lines(
    canvas: &mut Canvas<'_>,
    field: Rect,
    lines: &[String],
    (row, column): (usize, usize),
) -> Position {
    let first = (row + 1).saturating_sub(usize::from(field.height));
    let shown = lines
        .iter()
        .map(String::as_str)
        .chain(std::iter::repeat(""));
    for (line, y) in shown.skip(first).zip(field.top()..field.bottom()) {
        let blank = " ".repeat(usize::from(field.width));
        canvas.put(field.x, y, field.width, &blank, Role::Field);
        canvas.put(field.x, y, field.width, line, Role::Field);
    }
    let x = field.x + u16::try_from(column).unwrap_or(0);
    let y = field.y + u16::try_from(row - first).unwrap_or(0);
    Position::new(x.min(field.right().saturating_sub(1)), y)
}

fn operations(desk: &Desk, at: usize, language: Language, area: Rect, canvas: &mut Canvas<'_>) {
    let height = u16::try_from(Act::ALL.len()).unwrap_or(9) + 2;
    let inside = popup(
        canvas,
        centred(area, WIDTH, height),
        &text::operations_title(language),
    );
    for ((position, act), y) in Act::ALL
        .iter()
        .enumerate()
        .zip(inside.top()..inside.bottom())
    {
        let why = desk.why_not(*act);
        let role = if why.is_some() {
            Role::Quiet
        } else {
            Role::Text
        };
        canvas.put(inside.x, y, 2, &act.digit().to_string(), Role::Key);
        let mut name = text::act(language, *act);
        if let Some(why) = &why {
            name.push_str(&format!("  ({})", text::said(language, why, desk.scheme())));
        }
        canvas.name(inside.x + 3, y, inside.width.saturating_sub(3), &name, role);
        canvas.choice(Rect::new(inside.x, y, inside.width, 1), position, at);
    }
}

/// The own value of a conflict that is not decided.
pub fn own_value(conflict: &Conflict, place: &str, language: Language) -> String {
    let mine = journal::record(language, conflict.what, conflict.mine.as_ref());
    format!("{place} {mine}")
}

/// Base, theirs, mine: a decision, not a passing word.
fn draw_conflict(
    conflict: &Conflict,
    place: String,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let inside = popup(
        canvas,
        centred(area, WIDTH, 9),
        &text::conflict_title(language),
    );
    let value = |record: &Option<Record>| journal::record(language, conflict.what, record.as_ref());
    let at = moment(language, &crate::config::local(conflict.at));
    let lines = [
        (Role::Heading, place),
        (
            Role::Text,
            text::conflict_base(language, &value(&conflict.base)),
        ),
        (
            Role::Text,
            text::conflict_theirs(language, &value(&conflict.theirs), &conflict.by, &at),
        ),
        (
            Role::Draft,
            text::conflict_mine(language, &value(&conflict.mine)),
        ),
        (Role::Text, String::new()),
        (
            Role::Key,
            [
                text::conflict_keep(language),
                text::conflict_put(language),
                text::conflict_edit(language),
            ]
            .join("    "),
        ),
    ];
    for ((role, line), y) in lines.iter().zip(inside.top()..inside.bottom()) {
        canvas.name(inside.x, y, inside.width, line, *role);
    }
}

fn draw_paste(
    paste: &Paste,
    name: &dyn Fn(usize) -> String,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let from = paste
        .rows
        .first()
        .and_then(|row| row.slot)
        .map(name)
        .unwrap_or_default();
    let faults = paste.faults();
    let width = WIDE.min(area.width);
    let page = usize::from(area.height.saturating_sub(3));
    let room = usize::from(width.saturating_sub(PASTED_NAME + 6));
    let lines = |rows: &[&PastedRow]| pasted_lines(rows, room, &canvas.widths, language);
    let mut rows: Vec<&PastedRow> = paste.rows.iter().collect();
    let mut shown = lines(&rows);
    let scrolls = shown.len() > page;
    let mut looked_at = 0..0;
    if scrolls {
        // Faulty lines are never out of sight below good ones.
        rows.retain(|row| faults == 0 || row.is_faulty());
        let from = first_in_sight(paste.at, rows.len(), page, |some| {
            lines(rows.get(some).unwrap_or_default()).len()
        });
        let count = |some: Range<usize>| lines(rows.get(some).unwrap_or_default()).len();
        looked_at = count(from..paste.at)..count(from..paste.at + 1);
        shown = lines(rows.get(from..).unwrap_or_default());
        shown.truncate(page);
    }
    let height = u16::try_from(shown.len())
        .unwrap_or(u16::MAX)
        .saturating_add(3);
    let title = text::paste_title(language, paste.marks() + faults, &from);
    let inside = popup(canvas, centred(area, WIDE, height), &title);
    let last = inside.bottom().saturating_sub(1);
    let left = inside.width.saturating_sub(PASTED_NAME + 2);
    for ((line, (slot, told, role)), y) in shown.iter().enumerate().zip(inside.top()..last) {
        let named = slot.map(name).unwrap_or_default();
        canvas.name(inside.x, y, PASTED_NAME, &named, Role::Text);
        canvas.put(inside.x + PASTED_NAME + 2, y, left, told, *role);
        if looked_at.contains(&line) {
            canvas.mark(Rect::new(inside.x, y, inside.width, 1), Role::Selected);
        }
    }
    let (mut told, role) = if faults == 0 {
        (text::paste_ready(language), Role::Key)
    } else {
        (text::paste_faulty(language, faults), Role::Danger)
    };
    if scrolls {
        let further = text::paste_further(language, paste.at + 1, rows.len());
        told = format!("{told}  {further}");
    }
    canvas.put(inside.x, last, inside.width, &told, role);
}

/// The row at which a window begins that has the row looked at in it, and is full where there are
/// rows enough; `lines` tells how many lines some of the rows take.
fn first_in_sight(
    at: usize,
    count: usize,
    page: usize,
    lines: impl Fn(Range<usize>) -> usize,
) -> usize {
    let mut from = at.min(count);
    while from > 0 && lines(from - 1..count) <= page {
        from -= 1;
    }
    from
}

/// How far a key for pages goes in a paste.
pub const fn page(key: Key) -> isize {
    match key.code {
        KeyCode::PageUp => -PAGE,
        _ => PAGE,
    }
}

/// The lines of a paste: the item where it begins, and what stands beside it. A reason is said
/// once for the lines one below the other that it holds of.
fn pasted_lines(
    rows: &[&PastedRow],
    room: usize,
    widths: &Widths,
    language: Language,
) -> Vec<(Option<usize>, String, Role)> {
    let mut lines = Vec::new();
    let mut before = None;
    for row in rows {
        let why = fault(row, language);
        let (told, role) = match &why {
            Some(_) if why == before => {
                let same = text::paste_same(language);
                (format!("{}  {same}", row.text), Role::Danger)
            }
            Some(why) => (format!("{}  {why}", row.text), Role::Danger),
            None if row.text.is_empty() => (text::paste_blank(language), Role::Quiet),
            None => (row.text.clone(), Role::Text),
        };
        before = why;
        let broken = wrap(&told, room, widths);
        let slots = std::iter::once(row.slot).chain(std::iter::repeat(None));
        lines.extend(slots.zip(broken).map(|(slot, line)| (slot, line, role)));
    }
    lines
}

/// What is wrong with a pasted line.
fn fault(row: &PastedRow, language: Language) -> Option<String> {
    if !row.is_faulty() {
        return None;
    }
    Some(match (&row.entry, row.closed) {
        _ if row.slot.is_none() => text::paste_beyond(language),
        (_, Some(closed)) => text::closed(language, closed),
        (Err(why), None) => refusal::entry(language, why),
        (Ok(_), None) => return None,
    })
}

fn vetoes(desk: &Desk, at: usize, language: Language, area: Rect, canvas: &mut Canvas<'_>) {
    let scheme = desk.scheme();
    let count = scheme.vetoes.len() + scheme.adjustments.len();
    let height = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(4);
    let inside = popup(
        canvas,
        centred(area, WIDE, height),
        &text::vetoes_title(language),
    );
    let room = usize::from(inside.height.saturating_sub(2));
    let mut window = crate::tui::widget::Window {
        selected: at,
        offset: 0,
    };
    window.follow(count, room);
    let last = inside.bottom().saturating_sub(1);
    let shown = (window.offset..count).take(room);
    for (position, y) in shown.zip(inside.top()..last) {
        let (name, state, strong) = veto_row(desk, position, language);
        let half = inside.width / 2;
        canvas.name(inside.x, y, half.saturating_sub(1), &name, Role::Text);
        let role = if strong { Role::Danger } else { Role::Text };
        canvas.name(inside.x + half, y, inside.width - half, &state, role);
        canvas.choice(Rect::new(inside.x, y, inside.width, 1), position, at);
    }
    let keys = if at < scheme.vetoes.len() {
        text::vetoes_keys(language)
    } else {
        text::adjustments_keys(language)
    };
    canvas.put(inside.x, last, inside.width, &keys, Role::Key);
}

/// Name, state with its document and effect, and whether it is in force.
fn veto_row(desk: &Desk, position: usize, language: Language) -> (String, String, bool) {
    let scheme = desk.scheme();
    if let Some(veto) = scheme.vetoes.get(position) {
        let index = crate::scheme::VetoIndex::at(position);
        let in_force = desk
            .vetoes_in_force()
            .iter()
            .any(|other| other.veto == index);
        let cell = desk.veto_cell(index);
        let state = match (&cell, in_force) {
            (Some(cell), _) => text::veto_line(language, cell.state, cell.document.as_deref()),
            (None, true) => text::by_itself(language),
            (None, false) => text::veto_none(language),
        };
        let effect = scoring::effect(scheme, language, index);
        return (
            format!("{} {}", veto.id, veto.title),
            format!("{state}  {effect}"),
            in_force,
        );
    }
    let at = position - scheme.vetoes.len();
    let Some(adjustment) = scheme.adjustments.get(at) else {
        return Default::default();
    };
    let given = desk.adjustments();
    let given = given.iter().filter(|(index, ..)| index.position() == at);
    let told: Vec<String> = given
        .map(|(_, count, document, _)| {
            let document = document
                .clone()
                .unwrap_or_else(|| text::no_document(language));
            text::adjustment_given(language, *count, &document)
        })
        .collect();
    let state = if told.is_empty() {
        text::veto_none(language)
    } else {
        told.join("，")
    };
    (
        format!("{} {}", adjustment.id, adjustment.title),
        state,
        !told.is_empty(),
    )
}
