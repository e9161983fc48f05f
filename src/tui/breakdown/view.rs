//! How the breakdown looks: the sections in a row, the open one below, scrolled by lines.

use ratatui::layout::{Rect, Size};

use super::lines::{Cell, Line, lay_out};
use super::model::Breakdown;
use crate::config::local;
use crate::scoring::{VetoStanding, VetoState};
use crate::text::breakdown::{Page, Section, section};
use crate::text::scoring_screen;
use crate::tui::banner;
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{Canvas, goes_on};

/// The row of the sections' names, and an empty one below it.
const TABS: u16 = 2;

/// Rows in sight in a terminal of a size, below the line of the vetoes where there are any.
pub fn page(screen: &Breakdown, size: Size) -> usize {
    let body = plan(Rect::new(0, 0, size.width, size.height)).body;
    let banner = u16::from(!vetoes(screen).is_empty());
    usize::from(body.height.saturating_sub(2 + TABS + banner))
}

/// Vetoes in force: with the streaks that the ranking has decided, once it is known.
fn vetoes(screen: &Breakdown) -> Vec<VetoStanding> {
    let Some(facts) = &screen.facts else {
        return screen.desk.vetoes_in_force();
    };
    let vetoes = facts.figures.vetoes.iter();
    let decided = vetoes.filter(|veto| veto.state == VetoState::Decided);
    decided.cloned().collect()
}

/// Columns for the open section in a terminal of a size.
const fn columns(size: Size) -> u16 {
    size.width.saturating_sub(4)
}

/// How many lines the open section has.
pub fn length(screen: &Breakdown, session: &Session) -> usize {
    lines(screen, session).len()
}

/// Draws the sections' names and the open section.
pub fn draw(screen: &Breakdown, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let vetoes = banner::of_desk(&screen.desk, &vetoes(screen), language);
    let area = banner::draw(vetoes.as_ref(), area, canvas);
    let inside = canvas.pane(area, &screen.section.title(language));
    tabs(screen, session, inside, canvas);
    let body = Rect {
        y: inside.y + TABS.min(inside.height),
        height: inside.height.saturating_sub(TABS),
        ..inside
    };
    let lines = lines(screen, session);
    let shown = lines.iter().skip(screen.top).zip(body.top()..body.bottom());
    for (line, y) in shown {
        let place = Rect {
            y,
            height: 1,
            ..body
        };
        draw_line(line, place, canvas);
    }
    let below = lines
        .len()
        .saturating_sub(screen.top + usize::from(body.height));
    goes_on(canvas, inside, below, language);
    // The heads of a table whose beginning is out of sight stay above its rows.
    if let (Some(heads), true) = (heads_above(&lines, screen.top), body.height > 1) {
        let place = Rect { height: 1, ..body };
        canvas.clear(place);
        draw_cells(heads, Role::Heading, place, canvas);
    }
}

fn heads_above(lines: &[Line], top: usize) -> Option<&[Cell]> {
    if !matches!(lines.get(top), Some(Line::Cells(..))) {
        return None;
    }
    let before = lines.get(..top)?.iter().rev();
    before
        .map_while(|line| match line {
            Line::Heads(cells) => Some(Some(cells.as_slice())),
            Line::Cells(..) | Line::Text(Role::Quiet, _) => Some(None),
            _ => None,
        })
        .flatten()
        .next()
}

/// `1 综合  2 过程 …`, the open one reversed.
fn tabs(screen: &Breakdown, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let mut x = area.x;
    for section in Section::ALL {
        let name = section.short(session.language);
        let told = format!("{} {name}", section.number());
        let room = area.right().saturating_sub(x);
        let used = if section == screen.section {
            let open = canvas.put(x, area.y, room, &told, Role::Selected);
            canvas.mark(Rect::new(x, area.y, open, 1), Role::Selected);
            open
        } else {
            let number = canvas.put(x, area.y, room, &section.number().to_string(), Role::Key);
            let rest = room.saturating_sub(number);
            number + canvas.put(x + number, area.y, rest, &format!(" {name}"), Role::Text)
        };
        x += used + 1;
    }
}

fn draw_line(line: &Line, place: Rect, canvas: &mut Canvas<'_>) {
    match line {
        Line::Text(role, text) => {
            canvas.put(place.x, place.y, place.width, text, *role);
        }
        Line::Heads(cells) => draw_cells(cells, Role::Heading, place, canvas),
        Line::Cells(role, cells) => draw_cells(cells, *role, place, canvas),
        Line::Bar {
            name,
            figure,
            part,
            whole,
        } => bar(canvas, place, (name, figure), (*part, *whole)),
    }
}

fn draw_cells(cells: &[Cell], role: Role, place: Rect, canvas: &mut Canvas<'_>) {
    for cell in cells {
        let x = place.x.saturating_add(cell.x);
        let width = cell.width.min(place.right().saturating_sub(x));
        if cell.right {
            canvas.put_right(x, place.y, width, &cell.text, role);
        } else {
            canvas.name(x, place.y, width, &cell.text, role);
        }
    }
}

/// Everything of the open section, in lines.
fn lines(screen: &Breakdown, session: &Session) -> Vec<Line> {
    let language = session.language;
    let told = |role, text| vec![Line::Text(role, text)];
    if screen.desk.open().is_none() {
        return told(Role::Quiet, scoring_screen::loading(language));
    }
    if screen.desk.blind() {
        return told(Role::Warning, scoring_screen::blind(language));
    }
    let Some(facts) = &screen.facts else {
        return told(Role::Text, scoring_screen::nothing_rated(language));
    };
    let page = Page {
        scheme: screen.desk.scheme(),
        organisation: &screen.organisation,
        facts,
        steps: &screen.steps,
        earlier: screen.earlier.as_deref(),
        year: screen.desk.year(),
        journal: screen.desk.journal(),
        local,
        language,
        rows: page(screen, session.size),
    };
    let pieces = section(&page, screen.section);
    lay_out(pieces, columns(session.size), &session.widths())
}

/// A name, its bar, and the figure at the right edge.
fn bar(
    canvas: &mut Canvas<'_>,
    place: Rect,
    (name, figure): (&str, &str),
    (part, whole): (i128, i128),
) {
    let name_columns = (place.width / 3).min(28);
    let figure_columns = 18.min(place.width / 3);
    let columns = place
        .width
        .saturating_sub(name_columns + figure_columns + 2);
    canvas.name(place.x, place.y, name_columns, name, Role::Text);
    let filled = part.max(0).saturating_mul(i128::from(columns)) / whole.max(1);
    let filled = u16::try_from(filled).unwrap_or(columns).min(columns);
    let x = place.x + name_columns + 1;
    let drawn = canvas.glyphs.full.repeat(usize::from(filled));
    canvas.put(x, place.y, columns, &drawn, Role::Text);
    let rest = canvas.glyphs.open.repeat(usize::from(columns - filled));
    canvas.put(x + filled, place.y, columns - filled, &rest, Role::Quiet);
    canvas.put_right(x + columns + 1, place.y, figure_columns, figure, Role::Text);
}
