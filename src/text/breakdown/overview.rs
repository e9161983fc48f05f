//! The composite and the level, and what they are made of.

use super::sentences as text;
use super::{Page, Piece, Tone, heading, left, plain, quiet, right, row};
use crate::desk::statement;
use crate::number::Figure;
use crate::scheme::{CategoryIndex, Combine, LevelIndex, Method, PartyIndex};
use crate::scoring::{Distance, Rule, Step, VetoState, distance};
use crate::text::{ranking, scoring, scoring_screen, span};

pub(super) fn pieces(page: &Page<'_>) -> Vec<Piece> {
    let mut pieces = composite(page);
    pieces.extend(outcome(page));
    pieces.extend(limits(page));
    pieces.extend([plain(""), heading(text::parties(page.language))]);
    pieces.push(parties(page));
    let points = super::ledger::pieces(page);
    let bars = categories(page);
    if !points.is_empty() {
        pieces.extend([plain(""), heading(text::ledger(page.language))]);
        pieces.extend(points);
    } else if !bars.is_empty() {
        pieces.extend([plain(""), heading(text::categories(page.language))]);
        pieces.extend(bars);
    }
    pieces
}

/// How the composite stands.
fn composite(page: &Page<'_>) -> Vec<Piece> {
    let (figures, language) = (&page.facts.figures, page.language);
    let shown = match (figures.composite, figures.low, figures.high) {
        (Some(composite), ..) => composite.to_string(),
        (None, Some(low), Some(high)) => {
            text::composite_open(language, &low.to_string(), &high.to_string())
        }
        _ => scoring_screen::no_score(language),
    };
    let mut pieces = vec![Piece::Text(Tone::Title, text::composite(language, &shown))];
    if let (Some(base), Some(_)) = (figures.base, figures.composite) {
        let net = figures.adjustment.to_string();
        pieces.push(plain(text::base(language, &base.to_string(), &net)));
    } else if figures.adjustment.units() != 0 {
        let net = figures.adjustment.to_string();
        pieces.push(plain(scoring_screen::adjustment(language, &net)));
    }
    pieces
}

/// Level and rank, by which rules, and what the next level lacks.
fn outcome(page: &Page<'_>) -> Vec<Piece> {
    let (figures, standing) = (&page.facts.figures, &page.facts.standing);
    let (scheme, language) = (page.scheme, page.language);
    let title = |level: LevelIndex| scheme.level(level).title.as_str();
    let mut pieces = Vec::new();
    match (standing.level, standing.filled) {
        (Some(level), Some(filled)) if level != filled => {
            let told = text::level_demoted(language, title(level), title(filled));
            pieces.push(Piece::Text(Tone::Danger, told));
        }
        (Some(level), _) => {
            let tone = match level == scheme.last_level() {
                true => Tone::Warning,
                false => Tone::Good,
            };
            pieces.push(Piece::Text(tone, text::level(language, title(level))));
        }
        (None, _) => {
            pieces.push(Piece::Text(Tone::Warning, text::no_level(language)));
            if let (Some(reached), Some(in_reach)) = (figures.reached, figures.in_reach) {
                pieces.push(plain(text::reach(
                    language,
                    title(reached),
                    title(in_reach),
                )));
            }
            let said = statement(scheme, figures, &page.facts.stated);
            let said = said.map(|said| scoring_screen::statement(language, scheme, said));
            pieces.extend(said.map(|said| Piece::Text(Tone::Warning, said)));
        }
    }
    let of = page.steps.iter().find_map(|step| match step {
        Step::Ranked { of, .. } => Some(*of),
        _ => None,
    });
    pieces.extend(standing.rank.map(|rank| {
        plain(match of {
            Some(of) => text::rank_of(language, rank, of),
            None => text::rank(language, rank),
        })
    }));
    if standing.tie {
        pieces.push(Piece::Text(Tone::Warning, text::tie(language)));
    }
    if standing.ordered.is_some() {
        let decided = page.facts.tie.as_ref();
        pieces.extend(decided.map(|tie| {
            let reason = tie.reason.as_deref().unwrap_or_default();
            plain(ranking::detail_decided(language, tie.order, reason))
        }));
    }
    if !standing.because.is_empty() {
        pieces.push(plain(text::because(
            language,
            &rules(page, &standing.because),
        )));
    }
    // What holds it back is told with its source.
    let held = |distance: Distance| matches!(distance, Distance::Held { .. });
    if !distance(scheme, figures).is_some_and(held) {
        pieces.extend(scoring::lacking(scheme, language, figures).map(plain));
    }
    if scheme.grading.rule == crate::scheme::GradingRule::Stars {
        let titles = figures.stars.iter();
        let titles: Vec<&str> = titles
            .map(|index| scheme.category(*index).title.as_str())
            .collect();
        let count = titles.len();
        pieces.push(plain(match count {
            0 => text::no_stars(language),
            _ => text::stars(language, count, &titles.join(&text::list_mark(language))),
        }));
    }
    pieces
}

/// Rules by their numbers and names.
fn rules(page: &Page<'_>, rules: &[Rule]) -> String {
    let named = rules
        .iter()
        .map(|rule| format!("{rule:?} {}", scoring::rule_name(page.language, *rule)));
    named
        .collect::<Vec<_>>()
        .join(&text::list_mark(page.language))
}

/// Vetoes in force and what keeps the level down.
fn limits(page: &Page<'_>) -> Vec<Piece> {
    let (scheme, language) = (page.scheme, page.language);
    let mut pieces = Vec::new();
    for veto in &page.facts.vetoes {
        if veto.standing.state == VetoState::Lifted {
            continue;
        }
        let tone = match veto.standing.state {
            VetoState::Decided => Tone::Danger,
            _ => Tone::Warning,
        };
        pieces.push(Piece::Text(tone, super::lists::veto(page, veto)));
    }
    for (source, level) in &page.facts.figures.ceilings {
        let source = scoring::ceiling_source(scheme, language, *source, *level);
        let ceiling = scoring_screen::ceiling(language, &scheme.level(*level).title);
        let told = text::ceiling(language, &ceiling, &source);
        pieces.push(Piece::Text(Tone::Warning, told));
    }
    pieces
}

/// Score, weight, satisfaction and sheets of each party.
fn parties(page: &Page<'_>) -> Piece {
    let (scheme, language) = (page.scheme, page.language);
    // Of levels of review the last one with a score stands (K2); weights play no part.
    let latest = scheme.combine == Combine::Latest;
    let scored = |party: &PartyIndex| {
        let found = page.facts.figures.parties.get(party.position());
        found.is_some_and(|figures| figures.score.is_some())
    };
    let track = page.facts.figures.track;
    let standing = scheme.parties_of(track).filter(scored).last();
    let heads = vec![
        left(text::head_party(language)),
        right(if latest {
            text::head_stands(language)
        } else {
            text::head_weight(language)
        }),
        right(text::head_score(language)),
        right(text::head_satisfaction(language)),
        right(text::head_sheets(language)),
    ];
    let mut rows = Vec::new();
    for index in scheme.parties_of(track) {
        let party = scheme.party(index);
        let Some(figures) = page.facts.figures.parties.get(index.position()) else {
            continue;
        };
        let score = match (figures.score, figures.low, figures.high) {
            (Some(score), ..) => score.to_string(),
            (None, Some(low), Some(high)) => span(&low.to_string(), &high.to_string()),
            _ => scoring_screen::no_score(language),
        };
        let weight = match latest {
            true if standing == Some(index) => text::stands(language),
            true => String::new(),
            false if scheme.combine == Combine::Best => String::new(),
            false if party.weight.is_zero() => text::no_weight(language),
            false => party.weight.to_string(),
        };
        let rate = figures.satisfaction.map(|rate| format!("{rate}%"));
        let sheets = matches!(party.method, Method::Sheet(_) | Method::Mark(_))
            .then(|| text::sheets(language, figures.counting, figures.begun));
        let tone = match figures.score {
            Some(_) => Tone::Plain,
            None => Tone::Warning,
        };
        rows.push(row(
            tone,
            vec![
                party.title.clone(),
                weight,
                score,
                rate.unwrap_or_default(),
                sheets.unwrap_or_default(),
            ],
        ));
    }
    Piece::Table { heads, rows }
}

/// The organisation's score of a category (K6).
pub(super) fn category_score(page: &Page<'_>, category: CategoryIndex) -> Option<Figure> {
    let categories = &page.facts.figures.categories;
    categories.get(category.position()).copied().flatten()
}

/// Each category as a bar; nothing where none has a score.
fn categories(page: &Page<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut any = false;
    for (category, full) in &page.facts.full {
        let of = page.scheme.category(*category);
        let score = category_score(page, *category);
        any |= score.is_some();
        let shown = score.map_or_else(
            || scoring_screen::no_score(page.language),
            |score| score.to_string(),
        );
        let star = match page.facts.figures.stars.contains(category) {
            true => format!(" {}", scoring_screen::star_won(page.language)),
            false => String::new(),
        };
        pieces.push(Piece::Bar {
            name: format!("{} {}{star}", of.id, of.title),
            figure: format!("{shown}/{full}"),
            part: score.map_or(0, Figure::units),
            whole: full.units(),
        });
    }
    if any {
        return pieces;
    }
    match page.scheme.categories.is_empty() {
        true => Vec::new(),
        false => vec![quiet(text::no_category_scores(page.language))],
    }
}
