//! How the grid of mutual rating looks.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use super::model::{Mutual, Typing};
use crate::desk::{Closed, CrossCell, LineDesk, PeerMark, RowReview};
use crate::number::Figure;
use crate::office::ListRow;
use crate::round::{AssignmentState, Conflict, SheetState};
use crate::text::{Language, grids as text, organisations, scoring_screen, tui};
use crate::tui::banner;
use crate::tui::scoring::short;
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{At, Canvas, Column, Grid, Span};

/// A name, and a rater's column: three characters and a sign.
const NAME: u16 = 16;
const RATER: u16 = 9;
const SCORE: u16 = 6;
const SPREAD: u16 = 5;
const MISSING: u16 = 3;
/// How many names the line below the grid shows.
const NAMED: usize = 3;
/// Frame, headings, and two lines that say what is under the cursor.
const AROUND: u16 = 5;

/// Rows in sight.
pub fn page(session: &Session) -> usize {
    let body = plan(Rect::new(0, 0, session.size.width, session.size.height)).body;
    usize::from(body.height.saturating_sub(AROUND))
}

/// Columns of raters in sight.
pub fn columns_in_sight(screen: &Mutual, session: &Session) -> usize {
    let width = session.size.width.saturating_sub(2);
    grid(screen, session.language).page(width)
}

fn grid(screen: &Mutual, language: Language) -> Grid {
    let column = |heading, width, right| Column {
        heading,
        width,
        right,
    };
    let mut fixed = vec![column(organisations::column_name(language), NAME, false)];
    if screen.reviewing {
        fixed.push(column(text::column_score(language), SCORE, true));
        fixed.push(column(text::column_spread(language), SPREAD, true));
        fixed.push(column(text::column_missing(language), MISSING, true));
    }
    let peers = screen.peers.iter().enumerate().map(|(at, peer)| {
        let equal = screen
            .review
            .raters
            .get(at)
            .is_some_and(|rater| rater.all_equal);
        let heading = if screen.reviewing && equal && sees_column(screen, at) {
            text::all_equal(language, &peer.name)
        } else {
            peer.name.clone()
        };
        column(heading, RATER, true)
    });
    let across = screen.hand.as_ref().map(|hand| &hand.across);
    Grid {
        fixed,
        columns: peers.collect(),
        down: screen.down,
        across: screen.across,
        cursor: At::Column(screen.across.selected),
        count: across.map_or(0, |across| across.cells().len()),
    }
}

/// Whether all that a rater gave may be seen.
fn sees_column(screen: &Mutual, at: usize) -> bool {
    let own = screen.across.selected == at && screen.types();
    own || !screen.review.rows.iter().any(|row| row.hidden)
}

/// Draws the screen; returns where the person types.
pub fn draw(
    screen: &Mutual,
    session: &Session,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let language = session.language;
    let grid = grid(screen, language);
    let inside = canvas.frame(area, &title(screen, &grid, area, language));
    let Some(across) = screen.hand.as_ref().map(|hand| &hand.across) else {
        let told = if screen.names.are_read() {
            text::no_raters(language)
        } else {
            tui::loading(language)
        };
        canvas.put(inside.x + 2, inside.y, inside.width, &told, Role::Quiet);
        return None;
    };
    let rows = Rect {
        height: inside.height.saturating_sub(2),
        ..inside
    };
    let caret = grid.draw(canvas, rows, |row, at| {
        cell(screen, across, row, at, language)
    });
    let below = Rect::new(
        inside.x + 1,
        rows.bottom(),
        inside.width.saturating_sub(2),
        2,
    );
    about(screen, across, session, below, canvas);
    match across.asking() {
        Some(_) => screen.hand.as_ref().and_then(|hand| {
            let organisation = |_: &Conflict, name: &str| name.to_owned();
            hand.draw_asking(&organisation, language, area, canvas)
        }),
        None => caret.filter(|_| screen.types()).map(|place| {
            // Figures end at the right edge, and so does the caret.
            Position::new(place.right().saturating_sub(1), place.y)
        }),
    }
}

/// What rows and columns are, and which of the raters' columns are in sight.
fn title(screen: &Mutual, grid: &Grid, area: Rect, language: Language) -> String {
    let shown = grid.in_sight(area.width.saturating_sub(2));
    let (from, to, all) = (shown.start + 1, shown.end, screen.peers.len());
    match (from, to) {
        (from, to) if to < from => String::new(),
        (1, to) if to == all => text::columns_shown(language, all),
        (from, to) => text::columns_in_sight(language, from, to, all),
    }
}

fn cell<'a>(
    screen: &'a Mutual,
    across: &'a LineDesk,
    row: usize,
    at: At,
    language: Language,
) -> Span<'a> {
    let blank = (Role::Text, Cow::Borrowed(""));
    let (Some(cell), about) = (across.cells().get(row), screen.review.rows.get(row)) else {
        return blank;
    };
    let figure = |figure: Option<Figure>| -> Span<'a> {
        (
            Role::Text,
            figure.map_or_else(String::new, |it| short(&it)).into(),
        )
    };
    match at {
        At::Fixed(0) => {
            let row = across.row(cell);
            row.map_or(blank, |row| {
                banner::marked(row, row_name(screen, cell, row), language)
            })
        }
        At::Fixed(column) => match about {
            Some(about) if about.hidden && column < 3 => (Role::Quiet, "·".into()),
            Some(about) if column == 1 => figure(about.score),
            Some(about) if column == 2 => figure(about.spread),
            Some(about) if about.missing > 0 => (Role::Warning, about.missing.to_string().into()),
            _ => blank,
        },
        At::Column(column) if column == screen.across.selected && screen.types() => {
            typed(across, row, cell, language)
        }
        At::Column(column) => {
            let mark = screen
                .review
                .marks
                .get(row)
                .and_then(|marks| *marks.get(column)?);
            given(screen, across, cell, column, mark, about, language)
        }
    }
}

/// What to call a row: as its own column is called, which tells those of one name apart.
fn row_name<'a>(screen: &'a Mutual, cell: &CrossCell, row: &'a ListRow) -> &'a str {
    let peer = screen.peers.get(cell.row);
    let name = peer.map(|peer| peer.name.as_str());
    name.filter(|name| name.starts_with(&row.name))
        .unwrap_or(&row.name)
}

/// A cell of the column that is typed into.
fn typed(across: &LineDesk, row: usize, cell: &CrossCell, language: Language) -> Span<'static> {
    let here = row == across.at();
    if let Some(text) = across
        .draft()
        .filter(|draft| here && draft.touched())
        .and_then(|draft| draft.text())
    {
        return (Role::Draft, text.to_owned().into());
    }
    let mark = cell.slot.mark.map(|mark| short(&mark));
    let flag = if cell.slot.flagged { " ?" } else { "" };
    match (cell.closed, mark) {
        (Some(Closed::Own), _) => (Role::Quiet, text::own(language).into()),
        (Some(Closed::Recused), _) => (Role::Quiet, text::recused(language).into()),
        (Some(Closed::NotDue), None) => (Role::Quiet, text::not_due(language).into()),
        (Some(_), Some(mark)) => (Role::Good, text::mark_in(language, &mark).into()),
        (_, Some(mark)) => (Role::Text, format!("{mark}{flag}").into()),
        (_, None) => (
            Role::Warning,
            scoring_screen::not_scored_yet(language).into(),
        ),
    }
}

/// A cell of another rater: the mark where it may be seen, else only how far it is.
fn given(
    screen: &Mutual,
    across: &LineDesk,
    cell: &CrossCell,
    column: usize,
    mark: Option<PeerMark>,
    about: Option<&RowReview>,
    language: Language,
) -> Span<'static> {
    let (Some(row), Some(peer)) = (across.row(cell), screen.peers.get(column)) else {
        return (Role::Text, "".into());
    };
    let Some(mark) = mark else {
        return match across.standing_of(row, &peer.rater) {
            None => (Role::Quiet, text::own(language).into()),
            Some(Some(AssignmentState::Recused)) => (Role::Quiet, text::recused(language).into()),
            Some(_) => (Role::Quiet, "-".into()),
        };
    };
    let submitted = mark.sheet == SheetState::Submitted;
    if about.is_none_or(|about| about.hidden) {
        let told = match submitted {
            true => text::handed_in(language),
            false => text::there(language),
        };
        return (Role::Quiet, told.into());
    }
    let figure = short(&mark.mark);
    match (submitted, mark.left_out, mark.apart) {
        (false, ..) => (Role::Warning, text::mark_open(language, &figure).into()),
        (_, true, apart) => {
            let sign = if apart { "!" } else { "" };
            (Role::Quiet, format!("{sign}({figure})").into())
        }
        (_, _, true) => (Role::Danger, format!("!{figure}").into()),
        _ => (Role::Text, figure.into()),
    }
}

/// Two lines: the column, and the vetoes of the row, the cell, or what the signs mean.
fn about(
    screen: &Mutual,
    across: &LineDesk,
    session: &Session,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let language = session.language;
    let column = column_line(screen, across, language);
    canvas.name(area.x, area.y, area.width, &column, Role::Text);
    let row = across.row_at(across.at());
    if let Some(told) = row.and_then(|row| banner::of_row(across.scheme(), language, row)) {
        let line = Rect {
            y: area.y + 1,
            height: 1,
            ..area
        };
        banner::draw_of_row(&told, line, canvas);
        return;
    }
    let second = if screen.reviewing {
        cell_line(screen, across, language)
    } else if screen.review.rows.iter().any(|row| row.hidden) {
        text::blind(language)
    } else {
        text::legend(language)
    };
    canvas.name(area.x, area.y + 1, area.width, &second, Role::Quiet);
}

fn column_line(screen: &Mutual, across: &LineDesk, language: Language) -> String {
    let at = screen.across.selected;
    let (Some(peer), Some(about)) = (screen.peer(), screen.review.raters.get(at)) else {
        return String::new();
    };
    let mut line = text::column_state(
        language,
        &peer.name,
        about.there,
        about.asked,
        about.submitted,
    );
    if about.all_equal && sees_column(screen, at) {
        line.push_str(&text::and_all_equal(language));
    }
    let lacking = across.lacking();
    if !lacking.is_empty() {
        line.push_str(&text::lacks(
            language,
            &screen.names_at(&lacking, NAMED, language),
        ));
    }
    line
}

fn cell_line(screen: &Mutual, across: &LineDesk, language: Language) -> String {
    let (row, column) = (across.at(), screen.across.selected);
    let (Some(peer), Some(organisation)) = (screen.peer(), across.row_at(row)) else {
        return String::new();
    };
    let hidden = screen.review.rows.get(row).is_none_or(|row| row.hidden);
    let mark = screen
        .review
        .marks
        .get(row)
        .and_then(|marks| *marks.get(column)?);
    if hidden {
        return text::blind(language);
    }
    let Some(mark) = mark else {
        return text::legend(language);
    };
    let mut line = text::cell_state(language, &peer.name, &organisation.name, &short(&mark.mark));
    if mark.sheet != SheetState::Submitted {
        line.push_str(&text::cell_open(language));
    }
    if mark.left_out {
        line.push_str(&text::cell_left_out(language));
    }
    if let (true, Some(limit)) = (mark.apart, across.scheme().findings.raters_apart) {
        line.push_str(&text::cell_apart(language, &limit.to_string()));
    }
    line
}

/// The header: which town, whose column, and how far it is.
pub fn header(screen: &Mutual, session: &Session) -> (String, String) {
    let language = session.language;
    let Some(across) = screen.hand.as_ref().map(|hand| &hand.across) else {
        return (text::command_mutual(language), String::new());
    };
    let party = &across.scheme().party(across.chair().party).title;
    let town = screen
        .town_name()
        .map_or_else(|| text::whole_list(language), str::to_owned);
    let mut left = text::mutual_title(language, &town, party);
    if let Some(peer) = screen.peer() {
        let told = match screen.typing {
            Typing::Any => text::keeper_on(language, &peer.name, &session.actor),
            _ => text::rater(language, &peer.name),
        };
        left.push_str(" · ");
        left.push_str(&told);
    }
    let about = screen.review.raters.get(screen.across.selected);
    let right = about.map_or_else(String::new, |about| {
        text::counted(language, about.there, about.asked)
    });
    (left, right)
}

/// What the hint line begins with.
pub fn hints(screen: &Mutual, session: &Session) -> Vec<(String, String)> {
    let language = session.language;
    let hint = |key: &str, name: String| (key.to_owned(), name);
    let asking = screen
        .hand
        .as_ref()
        .is_some_and(|hand| hand.across.asking().is_some());
    if asking {
        return vec![
            hint("Enter", tui::confirm(language)),
            hint("Esc", scoring_screen::hint_close(language)),
        ];
    }
    if !screen.types() {
        return Vec::new();
    }
    vec![
        hint("*", scoring_screen::command_full(language)),
        hint("Enter", text::hint_down(language)),
    ]
}
