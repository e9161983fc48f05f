//! How the board looks.

use super::model::{Board, Row, Which};
use crate::office::{BoardOrganisation, BoardPerson};
use crate::scheme::Scheme;
use crate::text::{Language, ledger as text, track_title};
use crate::tui::list::{List, Listing, Said, Seen};
use crate::tui::session::OpenRound;
use crate::tui::theme::Role;
use crate::tui::widget::{Column, Span};

const PLACE: u16 = 4;
const FIGURE: u16 = 7;
const EVENTS: u16 = 4;
const LEVEL: u16 = 6;
const MEMBER: u16 = 14;
const ADDS: u16 = 8;

impl Listing for Board {
    type Row = Row;

    const BELOW: u16 = 3;

    fn list(&self) -> &List<Row> {
        &self.list
    }

    fn list_mut(&mut self) -> &mut List<Row> {
        &mut self.list
    }

    fn is_read(&self) -> bool {
        self.board.is_some()
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        title(self, seen.round, seen.language)
    }

    fn nothing(&self, language: Language) -> String {
        text::board_empty(language)
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        let which = self.which(seen.round);
        which.map_or_else(Vec::new, |which| columns(which, seen.language, seen.width))
    }

    fn cells<'a>(&'a self, row: &'a Row, seen: &Seen<'a>) -> Vec<Span<'a>> {
        match row {
            Row::Organisation(one) => organisation(&seen.round.scheme, one),
            Row::Person(one) => person(one),
        }
    }

    fn pane(&self, seen: &Seen<'_>) -> Said {
        let language = seen.language;
        let undated = self.board.as_ref().map_or(0, |board| board.undated);
        let rule = super::persons::rule(language, &seen.round.scheme);
        let mut lines = vec![(Role::Text, rule)];
        if undated > 0 {
            lines.insert(0, (Role::Warning, text::board_undated(language, undated)));
        }
        (String::new(), lines)
    }
}

/// The names of the lists, the one that is shown marked.
fn title(board: &Board, round: &OpenRound, language: Language) -> String {
    let name = |which: Which| match which {
        Which::Track(track) => track_title(&round.scheme, language, track),
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
