//! Earlier years and this one, the oldest first: a bar and words.

use super::sentences as text;
use super::{Page, Piece, changed, plain, quiet};
use crate::number::{Exact, Figure};
use crate::office::EarlierResult;
use crate::text::scoring_screen;

/// One year.
struct Year<'a> {
    year: i32,
    scheme: &'a str,
    level: Option<&'a str>,
    height: u16,
    levels: u16,
    composite: Option<Figure>,
    full: Figure,
    rank: Option<u32>,
    /// Where it comes from.
    source: String,
}

pub(super) fn pieces(page: &Page<'_>) -> Vec<Piece> {
    let language = page.language;
    let Some(earlier) = page.earlier else {
        return vec![quiet(scoring_screen::loading(language))];
    };
    if earlier.is_empty() {
        return vec![plain(text::no_earlier(language))];
    }
    let mut years: Vec<Year<'_>> = earlier.iter().rev().map(|told| year(page, told)).collect();
    years.push(this_year(page));
    // Bars of one kind: where a year is known by its level alone, all are levels.
    let only_level = |year: &Year<'_>| year.composite.is_none() && year.level.is_some();
    let by_level = years.iter().any(only_level);
    let told = match by_level {
        true => text::trend_by_level(language),
        false => text::trend_told(language),
    };
    let mut pieces = vec![plain(told), plain("")];
    let mut before: Option<&Year<'_>> = None;
    for year in &years {
        pieces.push(bar(page, year, by_level));
        pieces.push(quiet(words(page, year, before)));
        before = Some(year);
    }
    pieces
}

fn year<'a>(page: &Page<'_>, told: &'a EarlierResult) -> Year<'a> {
    let language = page.language;
    let source = match (&told.round, told.told) {
        (Some(round), false) => text::from_round(language, round),
        (Some(round), true) => text::from_round_and_told(language, round),
        (None, _) => text::from_told(language),
    };
    let decimals = told.composite.map_or(0, Figure::decimals);
    Year {
        year: told.year,
        scheme: &told.scheme,
        level: told.level.as_deref(),
        height: told.height,
        levels: told.levels,
        composite: told.composite,
        full: Exact::from(told.marks).round(decimals),
        rank: told.rank,
        source,
    }
}

fn this_year<'a>(page: &Page<'a>) -> Year<'a> {
    let (scheme, figures) = (page.scheme, &page.facts.figures);
    let level = page.facts.standing.level;
    let count = u16::try_from(scheme.levels.len()).unwrap_or(u16::MAX);
    let position = level.map_or(0, |level| u16::try_from(level.position()).unwrap_or(0));
    Year {
        year: page.year,
        scheme: &scheme.title,
        level: level.map(|level| scheme.level(level).title.as_str()),
        height: count.saturating_sub(position.saturating_add(1)),
        levels: count,
        composite: figures.composite,
        full: Exact::from(scheme.marks).round(scheme.decimals),
        rank: page.facts.standing.rank,
        source: text::this_round(page.language),
    }
}

/// The composite of full marks, or the level above the last one.
fn bar(page: &Page<'_>, year: &Year<'_>, by_level: bool) -> Piece {
    let language = page.language;
    let mut figure: Vec<String> = year.level.map(str::to_owned).into_iter().collect();
    figure.extend(year.composite.map(|composite| composite.to_string()));
    if figure.is_empty() {
        figure.push(scoring_screen::no_score(language));
    }
    let (part, whole) = match (by_level, year.level, year.composite) {
        (true, Some(_), _) => (
            i128::from(year.height),
            i128::from(year.levels.saturating_sub(1)),
        ),
        (false, _, Some(composite)) => (composite.units(), year.full.units()),
        _ => (0, 1),
    };
    Piece::Bar {
        name: text::year(language, year.year),
        figure: figure.join(" "),
        part,
        whole,
    }
}

/// `    四星，第 3 名；比 2025 年 +2.1 升，升 1 级；轮次 2026年度`
fn words(page: &Page<'_>, year: &Year<'_>, before: Option<&Year<'_>>) -> String {
    let language = page.language;
    let mut parts = Vec::new();
    match year.level {
        Some(level) => parts.push(level.to_owned()),
        None => parts.push(text::no_level(language)),
    }
    parts.extend(year.rank.map(|rank| text::rank(language, rank)));
    if let Some(before) = before {
        let comparable = before.scheme == year.scheme;
        if let (true, Some(now), Some(then)) = (comparable, year.composite, before.composite) {
            let change = (&now.exact() - &then.exact()).round(now.decimals());
            let change = changed(language, change);
            parts.push(text::against(language, before.year, &change));
        }
        if comparable && year.level.is_some() && before.level.is_some() {
            let (now, then) = (i32::from(year.height), i32::from(before.height));
            parts.push(match now - then {
                0 => text::level_same(language),
                steps if steps > 0 => text::level_up(language, steps),
                steps => text::level_down(language, -steps),
            });
        }
        if !comparable {
            parts.push(text::other_scheme(language, before.scheme));
        }
    }
    parts.push(year.source.clone());
    format!("      {}", parts.join(&text::reasons_mark(language)))
}
