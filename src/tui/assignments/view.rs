//! How assignments look: the list, and everybody of the organisation under the hand.

use super::model::{Assignments, Entry, Filter};
use crate::text::{Language, assignment_state, assignments as text, tui};
use crate::tui::list::{List, Listing, Said, Seen};
use crate::tui::session::OpenRound;
use crate::tui::theme::Role;
use crate::tui::widget::{Column, Span};

const NAME: u16 = 18;
const PARTY: u16 = 16;
const RATER: u16 = 14;
const STATE: u16 = 6;

impl Listing for Assignments {
    type Row = Entry;

    const BELOW: u16 = 5;

    fn list(&self) -> &List<Entry> {
        &self.list
    }

    fn list_mut(&mut self) -> &mut List<Entry> {
        &mut self.list
    }

    fn is_read(&self) -> bool {
        self.records.are_read()
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        let language = seen.language;
        match &self.filter {
            Filter::All => text::pane(language),
            filter => text::pane_filtered(language, &filter_name(filter, seen.round, language)),
        }
    }

    fn nothing(&self, language: Language) -> String {
        match &self.filter {
            Filter::All => text::none(language),
            _ => text::none_fits(language),
        }
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        let language = seen.language;
        let rest = seen.width.saturating_sub(NAME + PARTY + RATER + STATE + 7);
        vec![
            Column::left(text::column_organisation(language), NAME),
            Column::left(text::column_party(language), PARTY),
            Column::left(text::column_rater(language), RATER),
            Column::left(text::column_state(language), STATE),
            Column::left(text::column_reason(language), rest),
        ]
    }

    fn cells<'a>(&'a self, entry: &'a Entry, seen: &Seen<'a>) -> Vec<Span<'a>> {
        let language = seen.language;
        let (role, symbol) = if entry.is_recused() {
            (Role::Warning, "-")
        } else {
            (Role::Text, " ")
        };
        let state = assignment_state(language, entry.record.state);
        let reason = entry.record.reason.as_deref().unwrap_or("");
        let reason = if entry.passes(&self.filter) {
            reason.to_owned()
        } else {
            tui::no_longer_first(language, reason)
        };
        vec![
            (Role::Text, self.names().of(entry.organisation()).into()),
            (Role::Text, seen.round.party_title(&entry.key[1]).into()),
            (Role::Text, entry.rater().into()),
            (role, format!("{symbol} {state}").into()),
            (Role::Text, reason.into()),
        ]
    }

    /// Everybody who is due or recused for the organisation under the hand.
    fn pane(&self, seen: &Seen<'_>) -> Said {
        let Some(entry) = self.selected() else {
            return Said::default();
        };
        let language = seen.language;
        let names = |recused: bool| {
            let all = self.of(entry.organisation());
            let told = all.filter(|one| one.is_recused() == recused).map(|one| {
                let party = seen.round.party_title(&one.key[1]);
                match one.record.reason.as_deref() {
                    Some(reason) => text::who_and_why(language, party, one.rater(), reason),
                    None => text::who(language, party, one.rater()),
                }
            });
            told.collect::<Vec<_>>().join(&text::separator(language))
        };
        let (due, recused) = (names(false), names(true));
        let mut lines = Vec::new();
        if !due.is_empty() {
            lines.push((Role::Text, text::all_due(language, &due)));
        }
        if !recused.is_empty() {
            lines.push((Role::Warning, text::all_recused(language, &recused)));
        }
        (self.names().of(entry.organisation()).to_owned(), lines)
    }
}

/// What a filter is called.
pub(super) fn filter_name(filter: &Filter, round: &OpenRound, language: Language) -> String {
    match filter {
        Filter::All => text::filter_all(language),
        Filter::Recused => text::filter_recused(language),
        Filter::Party(party) => round.scheme.party(*party).title.clone(),
        Filter::Rater(rater) => rater.clone(),
    }
}
