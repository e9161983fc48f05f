//! How the vetoes look: the list, and what the one under the hand does.

use super::model::{Entry, Vetoes};
use super::past;
use crate::scoring::VetoState;
use crate::text::{Language, scoring, tui, veto_state, vetoes as text};
use crate::tui::list::{List, Listing, Said, Seen};
use crate::tui::session::OpenRound;
use crate::tui::theme::Role;
use crate::tui::widget::{Column, Span};

const NAME: u16 = 16;
const WIDE_NAME: u16 = 22;
const STATE: u16 = 10;
const DOCUMENT: u16 = 22;
const DATE: u16 = 10;

impl Listing for Vetoes {
    type Row = Entry;

    const BELOW: u16 = 7;

    fn list(&self) -> &List<Entry> {
        &self.entries
    }

    fn list_mut(&mut self) -> &mut List<Entry> {
        &mut self.entries
    }

    fn is_read(&self) -> bool {
        self.names.are_read() && self.recorded.is_some()
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        text::pane(seen.language)
    }

    fn nothing(&self, language: Language) -> String {
        text::none_in_round(language)
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        columns(self, seen.language, seen.width)
    }

    fn cells<'a>(&'a self, entry: &'a Entry, seen: &Seen<'a>) -> Vec<Span<'a>> {
        row(self, seen.round, seen.language, entry)
    }

    fn pane(&self, seen: &Seen<'_>) -> Said {
        let entry = self.selected();
        entry.map_or_else(Said::default, |entry| said(self, entry, seen))
    }
}

/// Whether there is room for the date of each veto of the round.
const fn shows_dates(vetoes: &Vetoes, width: u16) -> bool {
    vetoes.organisation.is_some() || width >= 100
}

fn columns(vetoes: &Vetoes, language: Language, width: u16) -> Vec<Column> {
    let name = if vetoes.organisation.is_some() {
        0
    } else if width >= 100 {
        WIDE_NAME
    } else {
        NAME
    };
    let date = if shows_dates(vetoes, width) { DATE } else { 0 };
    let fixed = name + STATE + DOCUMENT + date + 7;
    let veto = Column::left(text::column_veto(language), width.saturating_sub(fixed));
    let mut columns = Vec::new();
    if name > 0 {
        columns.push(Column::left(text::column_organisation(language), name));
    }
    columns.push(veto);
    columns.push(Column::left(text::column_state(language), STATE));
    columns.push(Column::left(text::column_document(language), DOCUMENT));
    if date > 0 {
        columns.push(Column::left(text::column_date(language), date));
    }
    columns
}

fn row<'a>(
    vetoes: &'a Vetoes,
    round: &'a OpenRound,
    language: Language,
    entry: &'a Entry,
) -> Vec<Span<'a>> {
    let veto = round.scheme.veto(entry.veto);
    let mut cells: Vec<Span<'a>> = Vec::new();
    if vetoes.organisation.is_none() {
        cells.push((Role::Text, vetoes.names.of(&entry.organisation).into()));
    }
    cells.push((Role::Text, format!("{} {}", veto.id, veto.title).into()));
    let Some(state) = entry.state() else {
        cells.push((Role::Quiet, text::not_on_record(language).into()));
        return cells;
    };
    let (role, symbol) = match state {
        VetoState::Decided => (Role::Danger, "!"),
        VetoState::Proposed => (Role::Warning, "?"),
        VetoState::Lifted => (Role::Good, "-"),
    };
    let word = format!("{symbol} {}", veto_state(language, state));
    cells.push((role, word.into()));
    let Some(record) = &entry.record else {
        cells.push((Role::Text, text::by_condition(language).into()));
        return cells;
    };
    cells.push((Role::Text, record.document.as_deref().unwrap_or("").into()));
    cells.push((Role::Text, record.date.as_deref().unwrap_or("").into()));
    cells
}

/// What the veto does, and what there is to say of it.
fn said(vetoes: &Vetoes, entry: &Entry, seen: &Seen<'_>) -> Said {
    let (round, language) = (seen.round, seen.language);
    let veto = round.scheme.veto(entry.veto);
    let title = format!("{} · {}", vetoes.names.of(&entry.organisation), veto.id);
    let words = scoring::effect(&round.scheme, language, entry.veto);
    let effect = text::effect(language, &words);
    let mut lines = vec![text::what_it_does(language, &veto.title, &effect)];
    let known = vetoes.known.as_ref();
    // One that is not on record is told as if it were proposed.
    let state = entry.state().unwrap_or(VetoState::Proposed);
    lines.push(match known.and_then(|known| known.levels) {
        Some(levels) => text::levels(&round.scheme, language, state, levels),
        None => tui::loading(language),
    });
    let condition = known
        .and_then(|known| known.standing.as_ref())
        .and_then(|standing| scoring::condition_met(&round.scheme, language, standing));
    lines.extend(condition);
    let record = entry.record.as_ref();
    let based = record.filter(|record| record.document.is_some() || record.date.is_some());
    lines.extend(based.map(|record| text::stands_on(language, record)));
    lines.extend(known.and_then(|known| past::last(language, &known.lines)));
    if let Some(department) = &veto.from {
        lines.push(text::from(language, department));
    }
    let note = record.and_then(|record| record.note.as_ref());
    lines.extend(note.map(|note| text::note(language, note)));
    let lines = lines.into_iter().map(|line| (Role::Text, line)).collect();
    (title, lines)
}
