//! How the findings look: the list, and the one under the hand in full.

use super::model::{Findings, Row, Sieve};
use crate::office::{Finding, FindingWeight};
use crate::text::diagnose::listed;
use crate::text::{Language, finding as sentences, finding_kind, finding_weight, findings as text};
use crate::tui::list::{List, Listing, Said, Seen};
use crate::tui::session::OpenRound;
use crate::tui::theme::Role;
use crate::tui::widget::{Column, Span, cut_end};

const WEIGHT: u16 = 8;
const NAME: u16 = 18;
const RATER: u16 = 16;
const PLACE: u16 = 34;
const WIDE: u16 = 100;

impl Listing for Findings {
    type Row = Row;

    const BELOW: u16 = 5;

    fn list(&self) -> &List<Row> {
        &self.rows
    }

    fn list_mut(&mut self) -> &mut List<Row> {
        &mut self.rows
    }

    fn is_read(&self) -> bool {
        self.all.is_some()
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        title(self, seen.round, seen.language)
    }

    fn nothing(&self, language: Language) -> String {
        text::none(language)
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        columns(seen.language, seen.width)
    }

    fn cells<'a>(&'a self, found: &'a Row, seen: &Seen<'a>) -> Vec<Span<'a>> {
        cells(found, seen)
    }

    fn pane(&self, seen: &Seen<'_>) -> Said {
        let found = self.rows.selected();
        found.map_or_else(Said::default, |found| said(found, seen))
    }
}

/// What the list is of: everything, what the filter lets through, or a group.
fn title(findings: &Findings, round: &OpenRound, language: Language) -> String {
    if let Some(group) = &findings.group {
        let finding = &group.finding;
        let kind = finding_kind(language, finding.kind);
        return text::pane_of(language, &joined(kind, &chair(round, finding)));
    }
    match findings.sieve {
        Sieve::All => text::pane(language),
        Sieve::Weight(weight) => text::pane_of(language, finding_weight(language, weight)),
        Sieve::Kind(_, kind) => text::pane_of(language, finding_kind(language, kind)),
    }
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let wide = width >= WIDE;
    let heading = match wide {
        true => text::column_place(language),
        false => text::column_rater(language),
    };
    let place = place_width(width);
    vec![
        Column::left(text::column_organisation(language), NAME),
        Column::left(text::column_weight(language), WEIGHT),
        Column::left(text::column_finding(language), sentence_width(width)),
        Column::left(heading, place),
    ]
}

const fn place_width(width: u16) -> u16 {
    if width >= WIDE { PLACE } else { RATER }
}

/// Columns for what was found.
const fn sentence_width(width: u16) -> u16 {
    width.saturating_sub(WEIGHT + NAME + place_width(width) + 6)
}

fn cells<'a>(row: &'a Row, seen: &Seen<'a>) -> Vec<Span<'a>> {
    let (language, width) = (seen.language, seen.width);
    let cut = |text: &str, columns: u16| {
        let glyph = seen.session.glyphs().cut;
        cut_end(text, usize::from(columns), &seen.session.widths(), glyph)
    };
    let finding = &row.finding;
    let (role, symbol) = match finding.weight {
        FindingWeight::Must => (Role::Danger, "!"),
        FindingWeight::Check => (Role::Warning, "?"),
        FindingWeight::Note => (Role::Text, "-"),
    };
    let weight = format!("{symbol} {}", finding_weight(language, finding.weight));
    let name = finding.name.as_ref().or(finding.organisation.as_ref());
    let name = match row.is_group() {
        true => text::group(language, row.count).into(),
        false => name.map_or("", String::as_str).into(),
    };
    let sentence = match row.is_group() {
        true => {
            let kind = sentences::kind_and_limit(language, finding);
            sentences::many(language, &kind, row.count)
        }
        false => sentences::sentence(language, finding),
    };
    vec![
        (Role::Text, name),
        (role, weight.into()),
        (Role::Text, cut(&sentence, sentence_width(width)).into()),
        (
            Role::Text,
            cut(&place(row, seen.round, width), place_width(width)).into(),
        ),
    ]
}

/// Party, rater and item; where there is little room, the rater tells the party.
fn place(row: &Row, round: &OpenRound, width: u16) -> String {
    let finding = &row.finding;
    let place = match finding.rater.as_deref() {
        Some(rater) if width < WIDE => rater.to_owned(),
        _ => chair(round, finding),
    };
    match &finding.item {
        Some(item) if !row.is_group() => joined(&place, item),
        _ => place,
    }
}

/// The titles of party and rater.
fn chair(round: &OpenRound, finding: &Finding) -> String {
    let party = finding.party.as_deref();
    let party = party.map_or("", |party| round.party_title(party));
    joined(party, finding.rater.as_deref().unwrap_or_default())
}

fn joined(one: &str, other: &str) -> String {
    match (one, other) {
        ("", other) => other.to_owned(),
        (one, "") => one.to_owned(),
        (one, other) => format!("{one} {other}"),
    }
}

/// The whole of it: what, and where.
fn said(row: &Row, seen: &Seen<'_>) -> Said {
    let (round, language) = (seen.round, seen.language);
    let finding = &row.finding;
    let kind = finding_kind(language, finding.kind);
    let mut place = Vec::new();
    if !row.is_group() {
        place.extend(finding.name.clone());
        place.extend(finding.organisation.clone());
    }
    place.push(chair(round, finding));
    if let Some(item) = finding.item.as_deref().filter(|_| !row.is_group()) {
        place.push(joined(item, round.part_title(item)));
    }
    place.retain(|part| !part.is_empty());
    let said = match row.is_group() {
        true => {
            let all_told = row.count == row.names.len();
            text::names(language, &listed(language, &row.names), all_told)
        }
        false => sentences::sentence(language, finding),
    };
    let lines = vec![(Role::Text, said), (Role::Quiet, place.join(" · "))];
    (kind.to_owned(), lines)
}
