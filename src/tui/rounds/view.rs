//! How the list of rounds looks.

use ratatui::layout::{Rect, Size};

use super::model::Rounds;
use crate::office::RoundSummary;
use crate::text::{Language, round_state, rounds as text, tui};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{Canvas, Column, Span, Table};

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    let body = plan(Rect::new(0, 0, size.width, size.height)).body;
    usize::from(body.height.saturating_sub(3))
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let column = |heading, width| Column {
        heading,
        width,
        right: false,
    };
    let rest = width.saturating_sub(62);
    vec![
        column(text::column_round(language), 16),
        column(text::column_year(language), 5),
        column(text::column_scheme(language), 20 + rest / 2),
        column(text::column_state(language), 10),
        column(text::column_progress(language), rest - rest / 2 + 4),
    ]
}

pub fn draw(rounds: &Rounds, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let inside = canvas.frame(area, &text::pane(language));
    let Some(list) = &rounds.rounds else {
        let loading = tui::loading(language);
        canvas.put(inside.x + 2, inside.y, inside.width, &loading, Role::Quiet);
        return;
    };
    if list.is_empty() {
        let offers = [
            text::first_demonstration(language),
            text::first_new(language),
            text::first_quit(language),
        ];
        for (offer, y) in offers.iter().zip(inside.y + 1..inside.bottom()) {
            canvas.put(
                inside.x + 2,
                y,
                inside.width.saturating_sub(2),
                offer,
                Role::Text,
            );
        }
        return;
    }
    let table = Table {
        columns: columns(language, inside.width),
        window: rounds.window,
        count: list.len(),
    };
    table.draw(canvas, inside, |position| {
        list.get(position)
            .map_or_else(Vec::new, |round| row(round, language))
    });
}

fn row(round: &RoundSummary, language: Language) -> Vec<Span<'_>> {
    let progress: Vec<String> = round
        .progress
        .iter()
        .map(|(party, done)| format!("{party} {done}/{}", round.organisations))
        .collect();
    vec![
        (Role::Text, round.round.as_str().into()),
        (Role::Text, round.year.to_string().into()),
        (Role::Text, round.scheme_title.as_str().into()),
        (Role::Text, round_state(language, round.state).into()),
        (Role::Text, progress.join("  ").into()),
    ]
}
