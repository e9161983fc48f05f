//! How the scoring screen is laid out: three panes, or two and a line on a narrow terminal.

use ratatui::layout::{Position, Rect, Size};

use super::{Scoring, item, items, panel, popups, whole};
use crate::desk::{Asking, Closed, Desk, Kind};
use crate::text::{Language, scoring_screen as text, tui};
use crate::tui::banner;
use crate::tui::session::{Session, WIDE};
use crate::tui::theme::Role;
use crate::tui::view as frame;
use crate::tui::widget::{Canvas, shorten};

/// A name keeps so many columns of the header, whatever stands beside it.
const SHORTEST_NAME: usize = 12;
/// Columns of the items on a narrow terminal, frame included.
const ITEMS: u16 = 24;

/// Where the parts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    pub banner: Rect,
    /// One line of composite; empty where the composite has a pane.
    pub line: Rect,
    pub items: Rect,
    pub item: Rect,
    pub composite: Rect,
}

/// Lays the screen out. Panes begin on even columns.
#[must_use]
pub fn plan(area: Rect, banner: bool) -> Plan {
    let banner_rows = u16::from(banner).min(area.height);
    let wide = area.width >= WIDE;
    let line_rows = u16::from(!wide).min(area.height - banner_rows);
    let top = area.y + banner_rows + line_rows;
    let height = area.height - banner_rows - line_rows;
    let items = if wide {
        (area.width / 4 / 2 * 2).max(ITEMS)
    } else {
        ITEMS.min(area.width)
    };
    let composite = if wide { area.width / 4 / 2 * 2 } else { 0 };
    let middle = area.width - items - composite;
    Plan {
        banner: Rect::new(area.x, area.y, area.width, banner_rows),
        line: Rect::new(area.x, area.y + banner_rows, area.width, line_rows),
        items: Rect::new(area.x, top, items, height),
        item: Rect::new(area.x + items, top, middle, height),
        composite: Rect::new(area.x + items + middle, top, composite, height),
    }
}

/// Draws the screen; returns where the person types.
pub fn draw(
    screen: &Scoring,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let desk = &screen.desk;
    let Some(open) = desk.open() else {
        canvas.put(
            area.x + 1,
            area.y,
            area.width,
            &text::loading(language),
            Role::Quiet,
        );
        return None;
    };
    let banner = banner::of_desk(desk, &desk.vetoes_in_force(), language);
    let plan = plan(area, banner.is_some());
    banner::draw(banner.as_ref(), area, canvas);
    items::draw(desk, open, language, plan.items, canvas);
    let mut caret = None;
    if plan.composite.width > 0 {
        caret = item::draw(desk, open, language, plan.item, canvas).caret;
        panel::draw(desk, language, plan.composite, canvas);
    } else {
        panel::line(desk, language, plan.line, canvas);
        if screen.other_pane {
            panel::draw(desk, language, plan.item, canvas);
        } else {
            caret = item::draw(desk, open, language, plan.item, canvas).caret;
        }
    }
    match desk.asking() {
        Some(asking) => popups::draw(desk, asking, language, area, canvas),
        None => caret,
    }
}

/// Whether the pane of the item leaves something of it out in a terminal of a size.
fn is_cut(screen: &Scoring, session: &Session) -> bool {
    let Some(open) = screen.desk.open() else {
        return false;
    };
    let place = plan_of(screen, session.size).item;
    let hidden = screen.other_pane && session.is_narrow();
    !hidden && whole::is_cut(&screen.desk, open, session, place)
}

/// The plan of a terminal of a size.
fn plan_of(screen: &Scoring, size: Size) -> Plan {
    let body = frame::plan(Rect::new(0, 0, size.width, size.height)).body;
    plan(body, !screen.desk.vetoes_in_force().is_empty())
}

/// Whether an item's row is in sight in a terminal of a size.
pub fn in_sight(screen: &Scoring, size: Size, at: usize) -> bool {
    let Some(open) = screen.desk.open() else {
        return false;
    };
    let rows = plan_of(screen, size).items.height.saturating_sub(2);
    items::in_sight(&screen.desk, open, usize::from(rows), at)
}

/// The header: whose sheet, and how far it is.
pub fn header(screen: &Scoring, session: &Session) -> (String, String) {
    let language = session.language;
    let desk = &screen.desk;
    let chair = desk.chair();
    let party = &desk.scheme().party(chair.party).title;
    let Some(open) = desk.open() else {
        return (format!("{party} · {}", chair.rater), String::new());
    };
    let mut left = String::new();
    // What the list has said already gives way to the names on a narrow terminal.
    let roomy = !session.is_narrow();
    if let Some(track) = open
        .track
        .filter(|_| roomy && desk.scheme().tracks.len() > 1)
    {
        left.push_str(&format!(" · {}", desk.scheme().track(track).title));
    }
    left.push_str(&format!(" · {party} · {}", chair.rater));
    if roomy && chair.actor != chair.rater {
        left.push_str(&text::entered_by(language, &chair.actor));
    }
    let total = open.total.to_string();
    let right = text::counted(language, open.scored(), open.slots.len(), &total);
    // The party and the rater tell whose sheet it is; a long name gives way to them.
    let widths = session.widths();
    let room = frame::header_room(session, &right).saturating_sub(widths.text(&left));
    let cut = session.glyphs().cut;
    let name = shorten(&open.row.name, room.max(SHORTEST_NAME), &widths, cut);
    (name + &left, right)
}

/// What the hint line begins with: the kind of the field.
pub fn hints(screen: &Scoring, session: &Session) -> Vec<(String, String)> {
    let language = session.language;
    let desk = &screen.desk;
    let hint = |key: &str, name: String| (key.to_owned(), name);
    if let Some(asking) = desk.asking() {
        let mut hints = vec![hint("Esc", text::hint_close(language))];
        if matches!(asking, Asking::Summary { .. }) {
            return summary_hints(desk, language);
        }
        let takes_enter = match asking {
            Asking::Operations { .. } => true,
            Asking::Paste(paste) => paste.faults() == 0,
            _ => asking.takes_text(),
        };
        if takes_enter {
            hints.insert(0, hint("Enter", tui::confirm(language)));
        }
        return hints;
    }
    let (Some(open), Some(field)) = (desk.open(), desk.field()) else {
        return Vec::new();
    };
    match open.closed {
        Some(Closed::Submitted) => {
            return vec![hint("Enter", text::hint_next_unfinished(language))];
        }
        Some(_) => return Vec::new(),
        None => {}
    }
    let in_rows = open
        .draft
        .as_ref()
        .is_some_and(|draft| draft.rows().is_some());
    if in_rows {
        return in_rows_hints(field.kind(), language);
    }
    let cut = is_cut(screen, session);
    let mut hints = hints_of(field.kind(), field.options().len(), language);
    // The keys that every kind has keep their places, whatever the item is: a line that does not
    // change is not sent again. A kind with fewer keys of its own tells of more.
    let columns = |hints: &[(String, String)]| -> usize {
        let one = |(key, name): &(String, String)| {
            session.widths().text(key) + session.widths().text(name) + 3
        };
        hints.iter().map(one).sum()
    };
    let most = columns(&hints_of(Kind::Deductions, 0, language));
    for more in more_hints(field.kind(), language) {
        let more = [more];
        if columns(&hints) + columns(&more) <= most {
            hints.extend(more);
        }
    }
    let missing = most.saturating_sub(columns(&hints));
    if let Some((_, name)) = hints.last_mut() {
        name.push_str(&" ".repeat(missing));
    }
    hints.push(hint("Enter", text::command_next(language)));
    if cut {
        hints.push(hint("PgDn", text::command_whole(language)));
    }
    hints.push(hint("Del", text::hint_clear(language)));
    hints
}

/// The keys of the summary: submitting first, where nothing is missing.
fn summary_hints(desk: &Desk, language: Language) -> Vec<(String, String)> {
    let hint = |key: &str, name: String| (key.to_owned(), name);
    let mut hints = Vec::new();
    let writable = desk.open().is_some_and(|open| open.closed.is_none());
    if let Some(summary) = desk.summary() {
        if writable && summary.missing.is_empty() {
            hints.push(hint("F9", text::hint_submit(language)));
            hints.push(hint("+", text::hint_submit(language)));
        }
        if !summary.lines().is_empty() {
            hints.push(hint("↑↓", text::hint_pick(language)));
            hints.push(hint("Enter", text::hint_to_item(language)));
        }
    }
    hints.push(hint("Esc", text::hint_close(language)));
    hints
}

/// The keys among the rows, into which Tab has led.
fn in_rows_hints(kind: Kind, language: Language) -> Vec<(String, String)> {
    let hint = |key: &str, name: String| (key.to_owned(), name);
    let options = kind == Kind::Options;
    let (digits, enter) = if options {
        (text::hint_number(language), text::hint_take(language))
    } else {
        (text::hint_count(language), text::hint_out(language))
    };
    let mut hints = vec![
        hint("↑↓", text::hint_pick(language)),
        hint("0-9", digits),
        hint("Enter", enter),
    ];
    if options {
        hints.push(hint("Esc", text::hint_out(language)));
    }
    hints
}

/// What else is told where there is room for it.
fn more_hints(kind: Kind, language: Language) -> Vec<(String, String)> {
    let hint = |key: &str, name: String| (key.to_owned(), name);
    let mut hints = match kind {
        Kind::Mark => vec![hint("0-9", text::field_mark(language))],
        Kind::Measured => vec![hint("-", text::hint_minus(language))],
        Kind::Deductions | Kind::Options => Vec::new(),
    };
    hints.push(hint("Space", text::flagged(language)));
    hints
}

/// The keys that one kind of field has to itself.
pub fn hints_of(kind: Kind, options: usize, language: Language) -> Vec<(String, String)> {
    let hint = |key: &str, name: String| (key.to_owned(), name);
    match kind {
        Kind::Mark => vec![hint("*", text::command_full(language))],
        Kind::Deductions => vec![
            hint("*", text::command_full(language)),
            hint("0", text::command_none(language)),
            hint("Tab", text::hint_rows(language)),
        ],
        Kind::Options => vec![
            hint(&format!("1-{}", options.min(9)), text::hint_pick(language)),
            hint("*", text::command_highest(language)),
        ],
        Kind::Measured => vec![hint("0-9", text::hint_measured(language))],
    }
}
