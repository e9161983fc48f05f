//! The frame around every screen: header, message line, hint line. Changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::commands::{self, Command};
use super::keys::Key;
use super::model::Model;
use super::screen::{Screen, Tone};
use super::session::Session;
use super::theme::Role;
use super::widget::{Canvas, Zones, wrap};
use crate::text::tui as text;

/// What everything needs: below it a page says how much is missing.
pub const SMALLEST: Size = Size::new(80, 24);

/// Where the parts of a frame are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    pub header: Rect,
    pub body: Rect,
    pub line: Rect,
    pub hints: Rect,
}

/// Lays the frame out.
#[must_use]
pub fn plan(area: Rect) -> Plan {
    let rows = area.height;
    let row = |y: u16| Rect::new(area.x, area.y + y, area.width, if y < rows { 1 } else { 0 });
    Plan {
        header: row(0),
        body: Rect::new(area.x, area.y + 1, area.width, rows.saturating_sub(3)),
        line: row(rows.saturating_sub(2)),
        hints: row(rows.saturating_sub(1)),
    }
}

/// Draws everything; returns where the person types.
pub fn view(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    view_with_zones(model, buffer).0
}

/// Draws everything; returns where the person types, and where a mouse can press.
pub fn view_with_zones(model: &Model, buffer: &mut Buffer) -> (Option<Position>, Zones) {
    let session = &model.session;
    let area = buffer.area;
    let mut canvas = Canvas {
        buffer,
        theme: session.theme,
        glyphs: session.glyphs(),
        widths: session.widths(),
        zones: Zones::default(),
    };
    canvas.clear(area);
    if is_too_small(area.as_size()) {
        too_small(model, area, &mut canvas);
        return (None, Zones::default());
    }
    let plan = plan(area);
    let full = model.full_screen();
    let mut caret = None;
    for (position, screen) in model.stack.iter().enumerate().skip(full) {
        if position == full {
            header(model, screen.as_ref(), plan.header, &mut canvas);
        }
        caret = screen.view(session, plan.body, &mut canvas);
    }
    let below = message_line(model, plan.line, plan.hints, &mut canvas);
    if let Some(top) = model.top().filter(|_| !below) {
        hint_line(model, top, plan.hints, &mut canvas);
    }
    (caret, canvas.zones)
}

/// Whether nothing can be shown in a window of a size, so that keys would act unseen.
#[must_use]
pub const fn is_too_small(size: Size) -> bool {
    size.width < SMALLEST.width || size.height < SMALLEST.height
}

fn too_small(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let language = model.session.language;
    let missing_columns = SMALLEST.width.saturating_sub(area.width);
    let missing_rows = SMALLEST.height.saturating_sub(area.height);
    let columns = text::columns_missing(language, missing_columns);
    let rows = text::rows_missing(language, missing_rows);
    let missing = match (missing_columns, missing_rows) {
        (0, _) => rows,
        (_, 0) => columns,
        _ => text::both_missing(language, &columns, &rows),
    };
    let said = text::too_small(language, area.width, area.height, &missing);
    canvas.wrapped(area, &said, Role::Text);
}

/// The words for saving take turns: what stands left of them keeps its place.
fn saved_columns(session: &Session) -> u16 {
    let language = session.language;
    let saved = format!("{} {}", session.glyphs().done, text::saved(language));
    let words = [text::saving(language), text::not_saved(language), saved];
    let widths = session.widths();
    let widest = words.iter().map(|word| widths.text(word)).max();
    u16::try_from(widest.unwrap_or(0)).unwrap_or(u16::MAX)
}

/// Columns that a title has in the header of who sits in a chair, beside the counts on the right.
#[must_use]
pub fn header_room(session: &Session, right: &str) -> usize {
    let beside = session.widths().text(right) + usize::from(saved_columns(session));
    usize::from(session.size.width).saturating_sub(beside + 6)
}

fn header(model: &Model, screen: &dyn Screen, area: Rect, canvas: &mut Canvas<'_>) {
    let (left, right) = screen.header(&model.session);
    let (role, saved) = if screen.is_drafting() {
        (Role::Draft, text::drafted(model.session.language))
    } else {
        saving(model, canvas.glyphs.done)
    };
    let columns = |text: &str| u16::try_from(canvas.widths.text(text)).unwrap_or(u16::MAX);
    let nothing_to_save = saved.is_empty() && model.session.seat.is_none();
    let saved_columns = if nothing_to_save {
        0
    } else {
        saved_columns(&model.session)
    };
    let right_columns = columns(&right);
    let end = area.right().saturating_sub(1);
    let saved_x = end.saturating_sub(saved_columns);
    let gap = if saved_columns == 0 { 0 } else { 2 };
    let right_x = saved_x.saturating_sub(right_columns + gap);
    canvas.put(saved_x, area.y, saved_columns, &saved, role);
    canvas.put(right_x, area.y, right_columns, &right, Role::Text);
    let room = right_x.saturating_sub(area.x + 3);
    canvas.name(area.x + 1, area.y, room, &left, Role::Title);
}

/// 已保存 only after the office has said so.
fn saving(model: &Model, done: &str) -> (Role, String) {
    let language = model.session.language;
    let saving = model.session.saving;
    if saving.waiting > 0 {
        (Role::Warning, text::saving(language))
    } else if saving.failed || !model.unanswered().is_empty() || !model.undecided().is_empty() {
        (Role::Danger, text::not_saved(language))
    } else if saving.stored {
        (Role::Good, format!("{done} {}", text::saved(language)))
    } else {
        (Role::Text, String::new())
    }
}

/// What is to be said; where it is longer than its line it takes the one below too, and true
/// comes back: a reason without its middle is none, and the keys are there again after the next.
fn message_line(model: &Model, area: Rect, below: Rect, canvas: &mut Canvas<'_>) -> bool {
    let Some((tone, said)) = &model.line else {
        return false;
    };
    let role = match tone {
        Tone::Plain => Role::Text,
        Tone::Good => Role::Good,
        Tone::Warning => Role::Warning,
        Tone::Refusal => Role::Danger,
    };
    let room = area.width.saturating_sub(2);
    let lines = wrap(said, usize::from(room), &canvas.widths);
    let first = lines.first().map_or("", String::as_str);
    canvas.put(area.x + 1, area.y, room, first, role);
    // What is too long for two lines as well loses its middle, not its end.
    let rest = said.get(first.len()..).unwrap_or_default().trim_start();
    canvas.name(below.x + 1, below.y, room, rest, role);
    !rest.is_empty()
}

/// Keys and words, dropped from the right where there is no room; help is always last.
fn hint_line(model: &Model, top: &dyn Screen, area: Rect, canvas: &mut Canvas<'_>) {
    let session = &model.session;
    let mut hints = top.hints(session);
    let mut listed: Vec<&Command> = top.commands().iter().collect();
    listed.retain(|command| command.hint.is_some() && top.why_not(command.id, session).is_none());
    listed.sort_by_key(|command| command.hint);
    hints.extend(
        listed
            .iter()
            .filter_map(|command| hint(top, command, session)),
    );
    let help = commands::by_id("help", &[]).and_then(|command| hint(top, command, session));
    let widths = canvas.widths;
    let columns = |(key, name): &(String, String)| {
        u16::try_from(widths.text(key) + widths.text(name) + 3).unwrap_or(u16::MAX)
    };
    let mut room = area.width.saturating_sub(1);
    room = room.saturating_sub(help.as_ref().map_or(0, columns));
    let mut x = area.x + 1;
    let fitting = hints.iter().take_while(|hint| {
        let fits = columns(hint) <= room;
        room = room.saturating_sub(columns(hint));
        fits
    });
    for (key, name) in fitting.chain(help.as_ref()) {
        let from = x;
        x += canvas.put(x, area.y, area.width, key, Role::Key) + 1;
        x += canvas.put(x, area.y, area.width, name, Role::Text) + 2;
        if let Ok(key) = key.parse() {
            let whole = Rect::new(from, area.y, x - from - 1, 1);
            canvas.zones.key(whole, key);
        }
    }
}

fn hint(top: &dyn Screen, command: &Command, session: &Session) -> Option<(String, String)> {
    let key = session.keymap.keys(command).first().map(Key::to_string)?;
    let name = top.called(command.id, session).unwrap_or(command.name);
    Some((key, name(session.language)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::Widths;
    use crate::text::Language;
    use crate::tui::rounds::Rounds;

    /// The last two rows, and whether the hints are among them.
    fn below(said: &str) -> [String; 2] {
        let mut session = Session::new(Language::English, "clerk".to_owned(), SMALLEST);
        session.measured = Some(Widths::default());
        let (mut model, _) = Model::new(session, Box::new(Rounds::default()));
        model.line = Some((Tone::Refusal, said.to_owned()));
        let mut buffer = Buffer::empty(Rect::new(0, 0, SMALLEST.width, SMALLEST.height));
        view(&model, &mut buffer);
        [22, 23].map(|y| {
            let cells = (0..SMALLEST.width).filter_map(|x| buffer.cell((x, y)));
            let row: String = cells.map(ratatui::buffer::Cell::symbol).collect();
            row.trim().to_owned()
        })
    }

    #[test]
    fn a_reason_longer_than_its_line_takes_the_line_of_the_keys_too() {
        let [line, hints] = below("short");
        assert_eq!(line, "short");
        assert!(hints.contains("Help"), "{hints}");
        let long = "\"local\" is not on the list of raters of the superior; choose one with Esc, \
                    or have the name put on the list first";
        let [line, rest] = below(long);
        assert_eq!(format!("{line} {rest}"), long);
        let [line, rest] = below(&"word ".repeat(60));
        assert!(
            line.starts_with("word") && rest.ends_with("word"),
            "{line}|{rest}"
        );
    }
}
