//! How the findings look.

use ratatui::layout::{Rect, Size};

use super::Findings;
use crate::office::{Finding, FindingWeight};
use crate::text::{Language, finding_weight, findings as text, refusal, tui};
use crate::tui::list;
use crate::tui::session::{OpenRound, Session};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span, Table};

const WEIGHT: u16 = 10;
const NAME: u16 = 20;
const WIDE: u16 = 100;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, 0)
}

pub fn draw(findings: &Findings, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let inside = canvas.frame(area, &text::pane(language));
    let room = inside.width.saturating_sub(2);
    let listed = findings.listed();
    let Some(round) = &session.round else {
        return;
    };
    if listed.is_empty() {
        let said = match findings.all {
            None => tui::loading(language),
            Some(_) => text::none(language),
        };
        canvas.put(inside.x + 2, inside.y, room, &said, Role::Text);
        return;
    }
    let table = Table {
        columns: columns(language, inside.width),
        window: findings.window,
        count: listed.len(),
    };
    table.draw(canvas, inside, |position| {
        let finding = listed.get(position);
        finding.map_or_else(Vec::new, |finding| {
            row(finding, round, language, inside.width)
        })
    });
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let column = |heading, width| Column {
        heading,
        width,
        right: false,
    };
    let rest = width.saturating_sub(WEIGHT + NAME + 6);
    let wide = width >= WIDE;
    let place = if wide { rest / 3 } else { 14 };
    let heading = if wide {
        text::column_place(language)
    } else {
        text::column_rater(language)
    };
    vec![
        column(text::column_organisation(language), NAME),
        column(text::column_weight(language), WEIGHT),
        column(text::column_finding(language), rest - place),
        column(heading, place),
    ]
}

fn row<'a>(
    finding: &'a Finding,
    round: &'a OpenRound,
    language: Language,
    width: u16,
) -> Vec<Span<'a>> {
    let (role, symbol) = match finding.weight {
        FindingWeight::Must => (Role::Danger, "!"),
        FindingWeight::Check => (Role::Warning, "?"),
        FindingWeight::Note => (Role::Text, "-"),
    };
    let weight = format!("{symbol} {}", finding_weight(language, finding.weight));
    let name = finding.name.as_ref().or(finding.organisation.as_ref());
    // Where there is little room, the rater tells the party.
    let told = width >= WIDE || finding.rater.is_none();
    let party = finding.party.as_deref().filter(|_| told);
    let party = party.map(|party| round.party_title(party));
    let place: Vec<&str> = [party, finding.rater.as_deref(), finding.item.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    vec![
        (Role::Text, name.map_or("", String::as_str).into()),
        (role, weight.into()),
        (Role::Text, refusal::finding(language, finding).into()),
        (Role::Text, place.join(" ").into()),
    ]
}
