//! How the list of who has not submitted looks.

use super::Waiting;
use crate::desk;
use crate::text::{Language, waiting as text};
use crate::tui::list::{List, Listing, Said, Seen};
use crate::tui::theme::Role;
use crate::tui::widget::{Column, Span};

const PARTY: u16 = 18;
const RATER: u16 = 12;
const TOWN: u16 = 14;
const COUNT: u16 = 6;

impl Listing for Waiting {
    type Row = desk::Waiting;

    const BELOW: u16 = 7;

    fn list(&self) -> &List<desk::Waiting> {
        &self.list
    }

    fn list_mut(&mut self) -> &mut List<desk::Waiting> {
        &mut self.list
    }

    fn is_read(&self) -> bool {
        self.read
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        text::pane(seen.language)
    }

    fn nothing(&self, language: Language) -> String {
        text::none(language)
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        let [party, rater, town, count, names] = text::headings(seen.language);
        let rest = seen.width.saturating_sub(PARTY + RATER + TOWN + COUNT + 6);
        vec![
            Column::left(party, PARTY),
            Column::left(rater, RATER),
            Column::left(town, TOWN),
            Column::right(count, COUNT),
            Column::left(names, rest),
        ]
    }

    fn cells<'a>(&'a self, row: &'a desk::Waiting, seen: &Seen<'a>) -> Vec<Span<'a>> {
        let line = text::line(seen.language, &seen.round.scheme, row);
        line.map(|cell| (Role::Text, cell.into())).into()
    }

    fn pane(&self, seen: &Seen<'_>) -> Said {
        let language = seen.language;
        self.list.selected().map_or_else(Said::default, |row| {
            let names = (Role::Text, text::names(language, row));
            (text::rater(language, row), vec![names])
        })
    }
}
