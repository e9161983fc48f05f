//! How the list of rounds looks.

use ratatui::layout::{Rect, Size};

use super::making::FIRST;
use super::model::Rounds;
use crate::office::{RoundProgress, RoundSummary};
use crate::text::{Language, findings, round_state, rounds as text, tui};
use crate::tui::list;
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span};

/// Rows of the pane below the list, its frame included.
const BELOW: u16 = 10;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, BELOW)
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let rest = width.saturating_sub(22);
    let name = rest / 2;
    vec![
        Column::left(text::column_round(language), name),
        Column::left(text::column_year(language), 5),
        Column::left(text::column_scheme(language), rest - name),
        Column::left(text::column_state(language), 12),
    ]
}

pub fn draw(rounds: &Rounds, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let (above, below) = list::parts(area, BELOW);
    let above = if rounds.selected().is_some() {
        above
    } else {
        area
    };
    let inside = canvas.frame(above, &text::pane(language));
    if !rounds.is_read {
        canvas.instead(inside, &tui::loading(language), Role::Quiet);
        return;
    }
    if rounds.is_first_start() {
        first_start(rounds.first, language, inside, canvas);
        return;
    }
    let table = rounds.list.table(columns(language, inside.width));
    table.draw(canvas, inside, |position| {
        let round = rounds.list.row(position);
        round.map_or_else(Vec::new, |round| row(round, language))
    });
    if let Some(round) = rounds.selected() {
        let found = rounds.findings.get(&round.round).map(|(_, counts)| counts);
        let far = rounds.progress.get(&round.round);
        detail(round, far, found, language, below, canvas);
    }
}

/// What there is to do where there is no round yet.
fn first_start(selected: usize, language: Language, inside: Rect, canvas: &mut Canvas<'_>) {
    let room = inside.width.saturating_sub(5);
    let rows = (inside.y + 1..inside.bottom()).zip(FIRST);
    for ((y, offer), position) in rows.zip(0..) {
        let number = (position + 1).to_string();
        canvas.put(inside.x + 2, y, 3, &number, Role::Key);
        canvas.put(inside.x + 5, y, room, &offer.name(language), Role::Text);
        let whole = Rect::new(inside.x + 1, y, inside.width.saturating_sub(2), 1);
        canvas.choice(whole, position, selected);
    }
}

fn row(round: &RoundSummary, language: Language) -> Vec<Span<'_>> {
    vec![
        (Role::Text, round.round.as_str().into()),
        (Role::Text, round.year.to_string().into()),
        (Role::Text, round.scheme_title.as_str().into()),
        (Role::Text, round_state(language, round.state).into()),
    ]
}

/// How far each party is, and what stands between the round and its notice.
fn detail(
    round: &RoundSummary,
    far: Option<&RoundProgress>,
    found: Option<&[usize; 3]>,
    language: Language,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let inside = canvas.frame(area, &round.round);
    let findings = match found {
        None => text::findings_awaited(language),
        Some([must, check, note]) => {
            let counted = findings::counted(language, *must, *check, *note);
            text::findings(language, &counted)
        }
    };
    let parties = match far {
        None => vec![tui::loading(language)],
        Some(far) => {
            let parties = far.parties.iter();
            parties
                .map(|party| text::party_progress(language, party))
                .collect()
        }
    };
    let lines = parties
        .into_iter()
        .chain([findings, text::operations(language, round.seq)]);
    let room = inside.width.saturating_sub(2);
    for (line, y) in lines.zip(inside.top()..inside.bottom()) {
        canvas.name(inside.x + 2, y, room, &line, Role::Text);
    }
}
