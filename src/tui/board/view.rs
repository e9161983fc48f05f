//! How the board looks.

use ratatui::layout::{Rect, Size};

use super::model::{Board, Row, Which};
use crate::office::{BoardOrganisation, BoardPerson};
use crate::scheme::Scheme;
use crate::text::{Language, ledger as text};
use crate::tui::list::{self, Content};
use crate::tui::session::{OpenRound, Session};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span};

/// Rows of the pane below the list where there is something to say, its frame included.
const BELOW: u16 = 3;
const PLACE: u16 = 4;
const FIGURE: u16 = 7;
const EVENTS: u16 = 4;
const LEVEL: u16 = 6;
const MEMBER: u16 = 14;
const ADDS: u16 = 8;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, BELOW)
}

pub fn draw(board: &Board, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let Some(round) = &session.round else {
        return;
    };
    let Some(which) = board.which(round) else {
        return;
    };
    let (above, below) = list::parts(area, BELOW);
    let content = match &board.board {
        None => Content::Loading,
        Some(_) if board.list.is_empty() => Content::Nothing(text::board_empty(language)),
        Some(_) => Content::Rows(&board.list),
    };
    list::draw(
        canvas,
        above,
        &title(board, round, language),
        language,
        &content,
        |width| columns(which, language, width),
        |row, _| match row {
            Row::Organisation(one) => organisation(&round.scheme, one),
            Row::Person(one) => person(one),
        },
    );
    let undated = board.board.as_ref().map_or(0, |board| board.undated);
    let mut lines = vec![(Role::Text, super::persons::rule(language, &round.scheme))];
    if undated > 0 {
        lines.insert(0, (Role::Warning, text::board_undated(language, undated)));
    }
    list::pane(canvas, below, "", &lines);
}

/// The names of the lists, the one that is shown marked.
fn title(board: &Board, round: &OpenRound, language: Language) -> String {
    let name = |which: Which| match which {
        Which::Track(track) => round.scheme.track(track).title.clone(),
        Which::Kind(kind) => text::member_kind(language, kind).to_owned(),
    };
    let all = Board::lists(round).into_iter().enumerate();
    let named = all.map(|(at, one)| match at == board.at {
        true => format!("[{}]", name(one)),
        false => name(one),
    });
    named.collect::<Vec<_>>().join("  ")
}

fn columns(which: Which, language: Language, width: u16) -> Vec<Column> {
    // The name comes first: it is what is cut in its middle where there is no room.
    match which {
        Which::Track(_) => {
            let fixed = PLACE + 4 * FIGURE + EVENTS + LEVEL + 10;
            vec![
                Column::left(text::column_name(language), width.saturating_sub(fixed)),
                Column::right(text::column_place(language), PLACE),
                Column::right(text::column_total(language), FIGURE),
                Column::right(text::column_own(language), FIGURE),
                Column::right(text::column_linked(language), FIGURE),
                Column::right(text::column_events(language), EVENTS),
                Column::right(text::column_composite(language), FIGURE),
                Column::left(text::column_level(language), LEVEL),
            ]
        }
        Which::Kind(_) => {
            let fixed = MEMBER + PLACE + FIGURE + EVENTS + ADDS + 7;
            vec![
                Column::left(
                    text::column_organisation(language),
                    width.saturating_sub(fixed),
                ),
                Column::left(text::column_member(language), MEMBER),
                Column::right(text::column_place(language), PLACE),
                Column::right(text::column_total(language), FIGURE),
                Column::right(text::column_events(language), EVENTS),
                Column::right(text::column_adds(language), ADDS),
            ]
        }
    }
}

fn organisation<'a>(scheme: &'a Scheme, one: &'a BoardOrganisation) -> Vec<Span<'a>> {
    let standing = &one.row.standing;
    let place = standing
        .rank
        .map_or_else(String::new, |rank| rank.to_string());
    let composite = one.row.figures.composite;
    let composite = composite.map_or_else(String::new, |composite| composite.to_string());
    let level = standing
        .level
        .map_or("", |level| scheme.level(level).title.as_str());
    vec![
        (Role::Text, one.row.name.as_str().into()),
        (Role::Text, place.into()),
        (Role::Title, one.points.to_string().into()),
        (Role::Text, one.own.to_string().into()),
        (Role::Text, one.linked.to_string().into()),
        (Role::Text, one.events.to_string().into()),
        (Role::Text, composite.into()),
        (Role::Text, level.into()),
    ]
}

fn person(one: &BoardPerson) -> Vec<Span<'_>> {
    let adds = one.adds.map_or_else(String::new, |adds| adds.to_string());
    vec![
        (Role::Text, one.of.as_str().into()),
        (Role::Text, one.member.as_str().into()),
        (Role::Text, one.place.to_string().into()),
        (Role::Title, one.points.to_string().into()),
        (Role::Text, one.events.to_string().into()),
        (Role::Text, adds.into()),
    ]
}
