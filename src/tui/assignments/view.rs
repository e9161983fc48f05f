//! How assignments look: the list, and everybody of the organisation under the hand.

use ratatui::layout::{Rect, Size};

use super::model::{Assignments, Entry, Filter};
use crate::text::{Language, assignment_state, assignments as text, tui};
use crate::tui::list::{self, Content};
use crate::tui::session::{OpenRound, Session};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span};

/// Rows of the pane below the list, its frame included.
const BELOW: u16 = 5;
const NAME: u16 = 18;
const PARTY: u16 = 16;
const RATER: u16 = 14;
const STATE: u16 = 6;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, BELOW)
}

pub fn draw(screen: &Assignments, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let Some(round) = &session.round else {
        return;
    };
    let (above, below) = list::parts(area, BELOW);
    let title = match &screen.filter {
        Filter::All => text::pane(language),
        filter => text::pane_filtered(language, &filter_name(filter, round, language)),
    };
    let content = if !screen.records.are_read() {
        Content::Loading
    } else if screen.list.is_empty() && screen.filter != Filter::All {
        Content::Nothing(text::none_fits(language))
    } else if screen.list.is_empty() {
        Content::Nothing(text::none(language))
    } else {
        Content::Rows(&screen.list)
    };
    list::draw(
        canvas,
        above,
        &title,
        language,
        &content,
        |width| columns(language, width),
        |entry, _| row(screen, round, language, entry),
    );
    let (name, lines) = screen.selected().map_or_else(Default::default, |entry| {
        let name = screen.names().of(entry.organisation());
        (name.to_owned(), told(screen, round, language, entry))
    });
    list::pane(canvas, below, &name, &lines);
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

fn columns(language: Language, width: u16) -> Vec<Column> {
    let rest = width.saturating_sub(NAME + PARTY + RATER + STATE + 7);
    vec![
        Column::left(text::column_organisation(language), NAME),
        Column::left(text::column_party(language), PARTY),
        Column::left(text::column_rater(language), RATER),
        Column::left(text::column_state(language), STATE),
        Column::left(text::column_reason(language), rest),
    ]
}

fn row<'a>(
    screen: &'a Assignments,
    round: &'a OpenRound,
    language: Language,
    entry: &'a Entry,
) -> Vec<Span<'a>> {
    let (role, symbol) = if entry.is_recused() {
        (Role::Warning, "-")
    } else {
        (Role::Text, " ")
    };
    let state = assignment_state(language, entry.record.state);
    let reason = entry.record.reason.as_deref().unwrap_or("");
    let reason = if entry.passes(&screen.filter) {
        reason.to_owned()
    } else {
        tui::no_longer_first(language, reason)
    };
    vec![
        (Role::Text, screen.names().of(entry.organisation()).into()),
        (Role::Text, round.party_title(&entry.key[1]).into()),
        (Role::Text, entry.rater().into()),
        (role, format!("{symbol} {state}").into()),
        (Role::Text, reason.into()),
    ]
}

/// Everybody who is due or recused for the organisation under the hand.
fn told(
    screen: &Assignments,
    round: &OpenRound,
    language: Language,
    entry: &Entry,
) -> Vec<(Role, String)> {
    let separator = text::separator(language);
    let names = |recused: bool| {
        let of = screen.of(entry.organisation(), recused, &round.scheme);
        let told = of.iter().map(|one| {
            let party = round.party_title(&one.key[1]);
            match one.record.reason.as_deref() {
                Some(reason) => text::who_and_why(language, party, one.rater(), reason),
                None => text::who(language, party, one.rater()),
            }
        });
        told.collect::<Vec<_>>().join(&separator)
    };
    let (due, recused) = (names(false), names(true));
    let mut lines = Vec::new();
    if !due.is_empty() {
        lines.push((Role::Text, text::all_due(language, &due)));
    }
    if !recused.is_empty() {
        lines.push((Role::Warning, text::all_recused(language, &recused)));
    }
    lines
}
