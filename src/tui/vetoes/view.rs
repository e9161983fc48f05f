//! How the vetoes look: the list, and what the one under the hand does.

use ratatui::layout::{Rect, Size};

use super::effect::{Levels, Outcome};
use super::model::{Entry, Vetoes};
use crate::scheme::LevelIndex;
use crate::scoring::VetoState;
use crate::text::{Language, scoring, tui, veto_state, vetoes as text};
use crate::tui::session::{OpenRound, Session};
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{Canvas, Column, Span, Table};

/// Rows of the pane below the list, its frame included.
const BELOW: u16 = 7;
const NAME: u16 = 16;
const WIDE_NAME: u16 = 22;
const STATE: u16 = 10;
const DOCUMENT: u16 = 22;
const DATE: u16 = 10;

/// The list and the pane below it.
fn parts(area: Rect) -> (Rect, Rect) {
    let below = BELOW.min(area.height);
    let list = Rect {
        height: area.height - below,
        ..area
    };
    let pane = Rect {
        y: list.bottom(),
        height: below,
        ..area
    };
    (list, pane)
}

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    let body = plan(Rect::new(0, 0, size.width, size.height)).body;
    usize::from(parts(body).0.height.saturating_sub(3))
}

pub fn draw(vetoes: &Vetoes, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let Some(round) = &session.round else {
        return;
    };
    let (list, below) = parts(area);
    let inside = canvas.frame(list, &text::pane(language));
    let room = inside.width.saturating_sub(2);
    if vetoes.names.is_none() {
        let loading = tui::loading(language);
        canvas.put(inside.x + 2, inside.y, room, &loading, Role::Quiet);
    } else if vetoes.entries.is_empty() {
        let none = text::none_in_round(language);
        canvas.put(inside.x + 2, inside.y, room, &none, Role::Text);
    } else {
        let table = Table {
            columns: columns(vetoes, language, inside.width),
            window: vetoes.window,
            count: vetoes.entries.len(),
        };
        table.draw(canvas, inside, |position| {
            let entry = vetoes.entries.get(position);
            entry.map_or_else(Vec::new, |entry| row(vetoes, round, language, entry))
        });
    }
    if let Some(entry) = vetoes.selected() {
        detail(vetoes, round, language, entry, below, canvas);
    }
}

/// Whether there is room for the date of each veto of the round.
const fn shows_dates(vetoes: &Vetoes, width: u16) -> bool {
    vetoes.organisation.is_some() || width >= 100
}

fn columns(vetoes: &Vetoes, language: Language, width: u16) -> Vec<Column> {
    let column = |heading, width| Column {
        heading,
        width,
        right: false,
    };
    let name = if vetoes.organisation.is_some() {
        0
    } else if width >= 100 {
        WIDE_NAME
    } else {
        NAME
    };
    let date = if shows_dates(vetoes, width) { DATE } else { 0 };
    let fixed = name + STATE + DOCUMENT + date + 7;
    let veto = column(text::column_veto(language), width.saturating_sub(fixed));
    let mut columns = Vec::new();
    if name > 0 {
        columns.push(column(text::column_organisation(language), name));
    }
    columns.push(veto);
    columns.push(column(text::column_state(language), STATE));
    columns.push(column(text::column_document(language), DOCUMENT));
    if date > 0 {
        columns.push(column(text::column_date(language), date));
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
        cells.push((Role::Text, vetoes.name(&entry.organisation).into()));
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

fn detail(
    vetoes: &Vetoes,
    round: &OpenRound,
    language: Language,
    entry: &Entry,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let veto = round.scheme.veto(entry.veto);
    let title = format!("{} · {}", vetoes.name(&entry.organisation), veto.id);
    let mut inside = canvas.frame(area, &title);
    inside.x += 1;
    inside.width = inside.width.saturating_sub(2);
    let words = scoring::effect(&round.scheme, language, entry.veto);
    let mut lines = vec![veto.title.clone(), text::effect(language, &words)];
    lines.push(levels(vetoes, round, language, entry));
    if let Some(department) = &veto.from {
        lines.push(text::from(language, department));
    }
    let note = entry
        .record
        .as_ref()
        .and_then(|record| record.note.as_ref());
    if let Some(note) = note {
        lines.push(text::note(language, note));
    }
    for line in lines {
        if inside.height == 0 {
            break;
        }
        let used = canvas.wrapped(inside, &line, Role::Text);
        inside.y += used;
        inside.height -= used;
    }
}

fn levels(vetoes: &Vetoes, round: &OpenRound, language: Language, entry: &Entry) -> String {
    if vetoes.hidden.contains(&entry.organisation) {
        return text::level_hidden(language);
    }
    let place = (entry.organisation.clone(), entry.veto);
    let known = vetoes.levels.as_ref().filter(|(of, _)| *of == place);
    let Some((_, levels)) = known else {
        return tui::loading(language);
    };
    match levels {
        Levels::Known { without, with } if without == with => {
            text::level_same(language, &outcome(round, language, *with))
        }
        Levels::Known { without, with } => {
            let without = outcome(round, language, *without);
            text::level_change(language, &without, &outcome(round, language, *with))
        }
        Levels::Bounds { without, with } => {
            let without = outcome(round, language, *without);
            text::level_bounds(language, &without, &outcome(round, language, *with))
        }
        Levels::ByRank => text::level_by_rank(language),
        Levels::Unknown => text::level_unknown(language),
    }
}

fn outcome(round: &OpenRound, language: Language, outcome: Outcome) -> String {
    let title = |level: LevelIndex| {
        let level = round.scheme.levels.get(level.position());
        level.map_or("", |level| level.title.as_str())
    };
    match outcome {
        Outcome::Level(level) => title(level).to_owned(),
        Outcome::Between(low, high) => text::to_each(language, title(low), title(high)),
        Outcome::Unrated => text::unrated(language),
    }
}
