//! How help and palette look.

use ratatui::layout::{Position, Rect};

use super::{CommandList, ListKind};
use crate::text::tui as text;
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, centred, popup};

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
    let height = u16::try_from(rows)
        .unwrap_or(u16::MAX)
        .saturating_add(AROUND);
    let title = match list.kind {
        ListKind::Help => text::help_title(language),
        ListKind::Palette => text::palette_title(language),
        ListKind::Actions => text::actions_title(language),
        ListKind::Go => text::go_title(language),
    };
    let mut inside = popup(canvas, centred(area, WIDTH, height), &title);
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
        let nothing = text::nothing_found(language);
        canvas.put(inside.x, inside.y, inside.width, &nothing, Role::Quiet);
    }
    let in_sight = list.shown.iter().enumerate().skip(list.window.offset);
    for ((position, at), y) in in_sight.zip(inside.y..inside.bottom()) {
        let Some(entry) = list.entries.get(*at) else {
            continue;
        };
        let keys = if numbered {
            (position + 1).to_string()
        } else {
            entry.keys.clone()
        };
        canvas.put(inside.x + 1, y, first - 1, &keys, Role::Key);
        let name = (entry.name)(language);
        let room = inside.width.saturating_sub(first + 1);
        let used = canvas.put(inside.x + first, y, room, &name, Role::Text);
        if let Some(why) = &entry.why_not {
            let x = inside.x + first + used + 2;
            let room = inside.right().saturating_sub(x);
            canvas.name(x, y, room, why, Role::Quiet);
        }
        let whole = Rect::new(inside.x, y, inside.width, 1);
        canvas.choice(whole, position, list.window.selected);
    }
    caret
}
