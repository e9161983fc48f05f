//! How the list of who has not submitted looks.

use ratatui::layout::{Rect, Size};

use super::Waiting;
use crate::desk;
use crate::scheme::Scheme;
use crate::text::{Language, waiting as text};
use crate::tui::list::{self, Content};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span};

/// Rows of the pane below the list, its frame included.
const BELOW: u16 = 7;
const PARTY: u16 = 18;
const RATER: u16 = 12;
const TOWN: u16 = 14;
const COUNT: u16 = 6;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, BELOW)
}

pub fn draw(waiting: &Waiting, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let Some(round) = &session.round else {
        return;
    };
    let (above, below) = list::parts(area, BELOW);
    let content = if !waiting.read {
        Content::Loading
    } else if waiting.list.is_empty() {
        Content::Nothing(text::none(language))
    } else {
        Content::Rows(&waiting.list)
    };
    list::draw(
        canvas,
        above,
        &text::pane(language),
        language,
        &content,
        |width| columns(language, width),
        |row, _| cells(language, &round.scheme, row),
    );
    if let Some(row) = waiting.list.selected() {
        let names = (Role::Text, text::names(language, row));
        list::pane(canvas, below, &text::rater(language, row), &[names]);
    }
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let [party, rater, town, count, names] = text::headings(language);
    let rest = width.saturating_sub(PARTY + RATER + TOWN + COUNT + 6);
    vec![
        Column::left(party, PARTY),
        Column::left(rater, RATER),
        Column::left(town, TOWN),
        Column {
            heading: count,
            width: COUNT,
            right: true,
        },
        Column::left(names, rest),
    ]
}

fn cells<'a>(language: Language, scheme: &Scheme, row: &'a desk::Waiting) -> Vec<Span<'a>> {
    let line = text::line(language, scheme, row);
    line.into_iter()
        .map(|cell| (Role::Text, cell.into()))
        .collect()
}
