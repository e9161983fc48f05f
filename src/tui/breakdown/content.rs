//! What each part of the breakdown says.

use super::model::{Breakdown, Part};
use crate::desk;
use crate::number::{Exact, Figure};
use crate::scheme::{Method, Scheme};
use crate::scoring::{Step, VetoState};
use crate::text::{
    Language, breakdown as text, journal, scoring, scoring_screen, scoring_screen::item_name,
};
use crate::tui::theme::Role;

/// A piece of the breakdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(Role, String),
    Bar {
        name: String,
        figure: String,
        part: i128,
        whole: i128,
    },
}

fn line(text: impl Into<String>) -> Piece {
    Piece::Text(Role::Text, text.into())
}

fn heading(text: String) -> Piece {
    Piece::Text(Role::Heading, text)
}

/// The pieces of the part that is open.
pub fn of(screen: &Breakdown, language: Language) -> Vec<Piece> {
    let scheme = screen.desk.scheme();
    let Some(facts) = screen.desk.breakdown() else {
        return vec![line(scoring_screen::nothing_rated(language))];
    };
    match screen.part {
        Part::Overview => overview(screen, &facts, language),
        Part::Steps => steps(screen, language),
        Part::Losses => losses(scheme, &facts, language),
        Part::Gaps => gaps(scheme, &facts, language),
        Part::Record => record(screen, &facts, language),
        Part::Journal => journal_lines(screen, language),
    }
}

/// What keeps the level down, and why.
fn ceilings(scheme: &Scheme, facts: &desk::Breakdown, language: Language) -> Vec<Piece> {
    let ceilings = facts.figures.ceilings.iter();
    let told = ceilings.map(|(source, level)| {
        let source = scoring::ceiling_source(scheme, language, *source);
        let ceiling = scoring_screen::ceiling(language, &scheme.level(*level).title);
        Piece::Text(Role::Warning, format!("{ceiling}  {source}"))
    });
    told.collect()
}

fn bounds(low: Option<Figure>, high: Option<Figure>, language: Language) -> Option<String> {
    let (low, high) = (low?.to_string(), high?.to_string());
    Some(scoring_screen::range(language, &low, &high))
}

fn overview(screen: &Breakdown, facts: &desk::Breakdown, language: Language) -> Vec<Piece> {
    let scheme = screen.desk.scheme();
    let figures = &facts.figures;
    // What looks sideways (K3, rank, level) comes from the office's last ranking.
    let explained = screen.explained.as_ref().map(|explained| &explained.row);
    let standing = explained.map_or(&facts.standing, |row| &row.standing);
    let composite = figures
        .composite
        .or(explained.and_then(|row| row.figures.composite));
    let shown = match composite {
        Some(composite) => composite.to_string(),
        None => bounds(figures.low, figures.high, language)
            .unwrap_or_else(|| scoring_screen::no_score(language)),
    };
    let mut pieces = vec![Piece::Text(Role::Title, text::composite(language, &shown))];
    if let Some(level) = standing.level {
        let title = &scheme.level(level).title;
        let rank = standing
            .rank
            .map_or_else(String::new, |rank| rank.to_string());
        pieces.push(Piece::Text(Role::Good, text::level(language, title, &rank)));
        let rules: Vec<String> = standing
            .because
            .iter()
            .map(|rule| format!("{rule:?}"))
            .collect();
        pieces.push(line(text::because(language, &rules.join(" "))));
    } else if let (Some(reached), Some(in_reach)) = (figures.reached, figures.in_reach) {
        pieces.push(line(scoring_screen::reached(
            language,
            &scheme.level(reached).title,
        )));
        pieces.push(line(scoring_screen::in_reach(
            language,
            &scheme.level(in_reach).title,
        )));
    }
    if let Some(lacking) = scoring::lacking(scheme, language, figures) {
        pieces.push(line(lacking));
    }
    for veto in figures
        .vetoes
        .iter()
        .filter(|veto| veto.state == VetoState::Decided)
    {
        let title = &scheme.veto(veto.veto).title;
        let effect = scoring::effect(scheme, language, veto.veto);
        pieces.push(Piece::Text(
            Role::Danger,
            text::veto(language, title, &effect),
        ));
    }
    pieces.extend(ceilings(scheme, facts, language));
    if figures.adjustment.units() != 0 {
        let net = figures.adjustment.to_string();
        pieces.push(line(scoring_screen::adjustment(language, &net)));
    }
    pieces.push(line(""));
    pieces.push(heading(text::parties(language)));
    pieces.extend(parties(scheme, facts, language));
    if facts
        .full
        .iter()
        .any(|(category, _)| category_score(facts, *category).is_some())
    {
        pieces.push(line(""));
        pieces.push(heading(text::categories(language)));
        pieces.extend(categories(scheme, facts, language));
    }
    pieces
}

fn parties(scheme: &Scheme, facts: &desk::Breakdown, language: Language) -> Vec<Piece> {
    let whole = Exact::from(scheme.marks).round(scheme.decimals).units();
    let row = |party: crate::scheme::PartyIndex| {
        let figures = facts.figures.parties.get(party.position())?;
        let of = scheme.party(party);
        let weight = if of.weight.is_zero() {
            String::new()
        } else {
            format!(" {}%", of.weight)
        };
        let score = figures.score.map(|score| score.to_string());
        let shown = score
            .or_else(|| bounds(figures.low, figures.high, language))
            .unwrap_or_else(|| scoring_screen::no_score(language));
        let name = format!("{}{weight}", of.title);
        // A ledger's points have no scale (N4), so there is no bar of them.
        if matches!(of.method, Method::Ledger(_)) {
            return Some(line(format!("{name}  {shown}")));
        }
        let part = figures.score.or(figures.low).map_or(0, Figure::units);
        Some(Piece::Bar {
            name,
            figure: shown,
            part,
            whole,
        })
    };
    scheme
        .parties_of(facts.figures.track)
        .filter_map(row)
        .collect()
}

fn category_score(
    facts: &desk::Breakdown,
    category: crate::scheme::CategoryIndex,
) -> Option<Figure> {
    facts
        .figures
        .categories
        .get(category.position())
        .copied()
        .flatten()
}

/// Each category as a bar, and below it party against party.
fn categories(scheme: &Scheme, facts: &desk::Breakdown, language: Language) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (category, full) in &facts.full {
        let of = scheme.category(*category);
        let score = category_score(facts, *category);
        let shown = score.map_or_else(|| scoring_screen::no_score(language), |s| s.to_string());
        let earned = facts.figures.stars.contains(category);
        let star = if earned {
            format!(" {}", scoring_screen::star_won(language))
        } else {
            String::new()
        };
        pieces.push(Piece::Bar {
            name: format!("{} {}{star}", of.id, of.title),
            figure: format!("{shown}/{full}"),
            part: score.map_or(0, Figure::units),
            whole: full.units(),
        });
        let parties = facts.figures.parties.iter().zip(&scheme.parties);
        let against: Vec<String> = parties
            .filter_map(|(figures, party)| {
                let score = figures
                    .categories
                    .get(category.position())
                    .copied()
                    .flatten()?;
                Some(format!("{} {score}", party.title))
            })
            .collect();
        if against.len() > 1 {
            pieces.push(Piece::Text(
                Role::Quiet,
                format!("    {}", against.join("  ")),
            ));
        }
    }
    pieces
}

/// The same sentences as `explain`.
fn steps(screen: &Breakdown, language: Language) -> Vec<Piece> {
    let scheme = screen.desk.scheme();
    let own;
    let steps = match &screen.explained {
        Some(explained) => &explained.steps,
        None => {
            own = screen.desk.steps();
            &own
        }
    };
    let told = |step: &Step| {
        let rule = format!("{:?}", step.rule());
        line(format!(
            "{rule:<3}  {}",
            scoring::step(scheme, language, step)
        ))
    };
    steps.iter().map(told).collect()
}

fn losses(scheme: &Scheme, facts: &desk::Breakdown, language: Language) -> Vec<Piece> {
    if facts.losses.is_empty() {
        return vec![line(text::nothing_lost(language))];
    }
    let row = |loss: &desk::Loss| {
        let item = item_name(scheme, loss.item);
        let party = &scheme.party(loss.party).title;
        let (lost, mark) = (loss.lost.to_string(), loss.mark.to_string());
        let mut told = text::lost(language, &lost, &item, party, &loss.rater, &mark);
        if loss.entry != mark && loss.entry.contains('=') {
            told.push_str(&format!("  {}", loss.entry));
        }
        if let Some(note) = &loss.note {
            told.push_str(&format!("  {note}"));
        }
        line(told)
    };
    facts.losses.iter().map(row).collect()
}

fn gaps(scheme: &Scheme, facts: &desk::Breakdown, language: Language) -> Vec<Piece> {
    if facts.gaps.is_empty() {
        return vec![line(text::no_gaps(language))];
    }
    let row = |gap: &desk::Gap| {
        let item = item_name(scheme, gap.item);
        let (first, last) = (gap.first.to_string(), gap.last.to_string());
        line(text::gap(
            language,
            &gap.apart.to_string(),
            &item,
            &first,
            &last,
        ))
    };
    facts.gaps.iter().map(row).collect()
}

fn record(screen: &Breakdown, facts: &desk::Breakdown, language: Language) -> Vec<Piece> {
    let scheme = screen.desk.scheme();
    let mut pieces = vec![heading(text::vetoes(language))];
    for veto in &facts.figures.vetoes {
        let state = scoring::veto_state(scheme, language, veto);
        let of = scheme.veto(veto.veto);
        let document = screen
            .desk
            .veto_cell(veto.veto)
            .and_then(|cell| cell.document);
        let effect = scoring::effect(scheme, language, veto.veto);
        let document = document.unwrap_or_default();
        pieces.push(line(format!(
            "{} {}  {state} {document}  {effect}",
            of.id, of.title
        )));
    }
    pieces.extend(ceilings(scheme, facts, language));
    if facts.figures.vetoes.is_empty() {
        pieces.push(line(scoring_screen::veto_none(language)));
    }
    pieces.extend([line(""), heading(text::adjustments(language))]);
    for (adjustment, count, document, note) in &facts.adjustments {
        let of = scheme.adjustment(*adjustment);
        let document = document
            .clone()
            .unwrap_or_else(|| scoring_screen::no_document(language));
        let given = scoring_screen::adjustment_given(language, *count, &document);
        let note = note.clone().unwrap_or_default();
        pieces.push(line(format!("{} {}  {given}  {note}", of.id, of.title)));
    }
    if facts.adjustments.is_empty() {
        pieces.push(line(scoring_screen::veto_none(language)));
    }
    pieces.extend([line(""), heading(text::earlier(language))]);
    for (year, level) in &facts.earlier {
        pieces.push(line(format!("{year}  {}", scheme.level(*level).title)));
    }
    if facts.earlier.is_empty() {
        pieces.push(line(scoring_screen::veto_none(language)));
    }
    pieces
}

fn journal_lines(screen: &Breakdown, language: Language) -> Vec<Piece> {
    let lines = screen.desk.journal();
    if lines.is_empty() {
        return vec![line(text::no_journal(language))];
    }
    lines
        .iter()
        .map(|entry| line(journal::operation(language, entry)))
        .collect()
}
