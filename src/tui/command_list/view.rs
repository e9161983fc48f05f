//! How help and palette look.

use ratatui::layout::{Position, Rect};

use super::{CommandList, Entry, ListKind};
use crate::text::{Language, tui as text};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, goes_on, popup_of};

/// Lines of the popup that are not commands: frame, field, and air.
const AROUND: u16 = 5;
const WIDTH: u16 = 66;
const KEYS: u16 = 18;
/// The column of the numbers, where entries are chosen by them.
const NUMBER: u16 = 5;

/// Commands in sight in a terminal of a height.
pub fn page(height: u16) -> usize {
    usize::from(height.saturating_sub(4 + AROUND).max(1))
}

pub fn draw(
    list: &CommandList,
    session: &Session,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let language = session.language;
    let rows = page(session.size.height).min(list.entries.len());
    let title = match list.kind {
        ListKind::Help => text::help_title(language),
        ListKind::Palette => text::palette_title(language),
        ListKind::Actions => text::actions_title(language),
        ListKind::Go => text::go_title(language),
    };
    let title = if list.typed.is_empty() {
        title
    } else {
        format!("{title}  {}_", list.typed)
    };
    let mut inside = popup_of(canvas, area, WIDTH, rows + usize::from(AROUND) - 2, &title);
    if inside.height < AROUND - 2 {
        return None;
    }
    let numbered = list.kind.is_numbered();
    let mut caret = None;
    if !numbered {
        let label = text::filter_label(language);
        let used = canvas.put(inside.x, inside.y, inside.width, &label, Role::Heading) + 1;
        let room = inside.width.saturating_sub(used);
        caret = Some(list.filter.draw(canvas, inside.x + used, inside.y, room));
    }
    let (above, first) = if numbered { (1, NUMBER) } else { (2, KEYS) };
    inside.y += above;
    inside.height -= above;
    if list.shown.is_empty() {
        let nothing = text::no_such_command(language);
        canvas.put(inside.x, inside.y, inside.width, &nothing, Role::Quiet);
    }
    let in_sight = list.shown.iter().enumerate().skip(list.window.offset);
    for ((position, at), y) in in_sight.zip(inside.y..inside.bottom()) {
        let Some(entry) = list.entries.get(*at) else {
            continue;
        };
        let row = Rect::new(inside.x, y, inside.width, 1);
        if numbered {
            let number = (position + 1).to_string();
            line(entry, (&number, first), language, row, canvas);
        } else {
            line(entry, (&entry.keys, first), language, row, canvas);
        }
        canvas.choice(row, position, list.window.selected);
    }
    let seen = list.window.offset + usize::from(inside.height);
    let below = list.shown.len().saturating_sub(seen);
    goes_on(canvas, inside, below, language);
    caret
}

/// A command: its keys or number in a column of a width, its name, and why it cannot run now.
fn line(
    entry: &Entry,
    (keys, first): (&str, u16),
    language: Language,
    row: Rect,
    canvas: &mut Canvas<'_>,
) {
    canvas.put(row.x + 1, row.y, first - 1, keys, Role::Key);
    let name = (entry.name)(language);
    let room = row.width.saturating_sub(first + 1);
    let used = canvas.put(row.x + first, row.y, room, &name, Role::Text);
    if let Some(why) = &entry.why_not {
        let x = row.x + first + used + 2;
        let room = row.right().saturating_sub(x);
        canvas.name(x, row.y, room, why, Role::Quiet);
    }
}
