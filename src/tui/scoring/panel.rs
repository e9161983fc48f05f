//! The composite, live: the bar, what is reached and in reach, how far the next line is, parties.

use ratatui::layout::Rect;

use super::items::short;
use crate::desk::{Desk, Line, Panel, PartyRow, StarState};
use crate::number::{Decimal, Figure};
use crate::scheme::{GradingRule, LevelIndex, Scheme};
use crate::text::{Language, scoring_screen as text, span};
use crate::tui::theme::Role;
use crate::tui::widget::Canvas;

/// How many lines above what is reached are told, besides the highest.
const NEAREST: usize = 2;

/// The row of the pane from which on the parties stand, where there is room: lines of levels come
/// and go above them.
const PARTIES: usize = 12;

/// Rows below the bar for the lines of the levels.
const TICK_ROWS: usize = 2;

type Row = (Role, String);

fn level(scheme: &Scheme, level: LevelIndex) -> &str {
    &scheme.level(level).title
}

/// One line of composite for narrow terminals.
pub fn line(desk: &Desk, language: Language, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(panel) = desk.panel() else {
        let why = if desk.blind() {
            text::blind(language)
        } else {
            String::new()
        };
        canvas.put(
            area.x + 1,
            area.y,
            area.width.saturating_sub(1),
            &why,
            Role::Quiet,
        );
        return;
    };
    let scheme = desk.scheme();
    let mut parts: Vec<Row> = Vec::new();
    parts.push((Role::Title, standing(&panel, language)));
    if !panel.stars.is_empty() && !is_apart(&panel) {
        parts.push((Role::Text, drawn_stars(&panel, canvas)));
    }
    parts.extend(levels(scheme, &panel, language));
    if is_apart(&panel) {
        // Stars tell of the sheet in hand, and stand with what it would make.
        parts.extend(if_counted(&panel, language));
        parts.push((Role::Text, drawn_stars(&panel, canvas)));
        parts.extend(counted_levels(scheme, &panel, language));
    }
    parts.extend(
        panel
            .lines
            .first()
            .map(|line| lacking(scheme, line, language)),
    );
    if let Some(top) = panel.lines.last().filter(|_| panel.lines.len() > 1) {
        parts.push(lacking(scheme, top, language));
    }
    parts.extend(statement(scheme, &panel, language));
    if !is_apart(&panel) {
        parts.extend(if_counted(&panel, language));
    }
    let mut right = area.right();
    if panel.on_trial {
        // At the right edge it moves nothing of the line.
        let told = text::on_trial(language);
        let columns = u16::try_from(canvas.widths.text(&told)).unwrap_or(u16::MAX);
        right = right.saturating_sub(columns + 1);
        canvas.put(right, area.y, columns, &told, Role::Draft);
        right = right.saturating_sub(1);
    }
    let mut x = area.x + 1;
    for (role, part) in parts {
        let columns = u16::try_from(canvas.widths.text(&part)).unwrap_or(u16::MAX);
        if columns > right.saturating_sub(x) {
            break;
        }
        x += canvas.put(x, area.y, columns, &part, role) + 2;
    }
}

/// The pane.
pub fn draw(desk: &Desk, language: Language, area: Rect, canvas: &mut Canvas<'_>) {
    let title = match desk.open() {
        Some(open) if open.closed.is_some() => text::pane_composite_stored(language),
        _ => text::pane_composite(language),
    };
    let inside = canvas.pane(area, &title);
    let Some(panel) = desk.panel() else {
        let why = if desk.blind() {
            text::blind(language)
        } else {
            text::nothing_rated(language)
        };
        canvas.wrapped(inside, &why, Role::Quiet);
        return;
    };
    let scheme = desk.scheme();
    let mut rows = reached(scheme, &panel, language, inside.width, canvas);
    rows.push((Role::Text, String::new()));
    let parties = panel.parties.iter();
    let parties: Vec<Row> = parties
        .flat_map(|party| party_rows(scheme, party, language, inside.width, canvas))
        .collect();
    let room = usize::from(inside.height).saturating_sub(parties.len() + 1);
    let above = rows.len().max(PARTIES.min(room));
    rows.resize(above, (Role::Text, String::new()));
    rows.extend(parties);
    if panel.adjustment.units() != 0 {
        let net = panel.adjustment.to_string();
        rows.push((Role::Text, text::adjustment(language, &net)));
    }
    canvas.lines(inside, rows);
}

/// The composite, the levels that are reached and in reach, and how far the next lines are.
fn reached(
    scheme: &Scheme,
    panel: &Panel,
    language: Language,
    width: u16,
    canvas: &Canvas<'_>,
) -> Vec<Row> {
    let mut rows: Vec<Row> = vec![(Role::Title, standing(panel, language))];
    let apart = is_apart(panel);
    if scheme.grading.rule == GradingRule::Stars {
        if !apart {
            rows.extend(stars(scheme, panel, language, canvas));
        }
    } else {
        rows.extend(bar(scheme, panel, width, canvas));
    }
    rows.extend(levels(scheme, panel, language));
    // The nearest lines, and the highest.
    let far = panel.lines.len().saturating_sub(1);
    for (at, line) in panel.lines.iter().enumerate() {
        if at < NEAREST || at == far {
            rows.push(lacking(scheme, line, language));
        }
    }
    rows.extend(statement(scheme, panel, language));
    rows.extend(if_counted(panel, language));
    if apart {
        rows.extend(stars(scheme, panel, language, canvas));
    }
    rows.extend(counted_levels(scheme, panel, language));
    rows
}

/// Whether what stands and what the sheet in hand would make are two things, and the stars are of
/// the second.
fn is_apart(panel: &Panel) -> bool {
    panel.counted.is_some() && !panel.stars.is_empty()
}

/// The composite as it stands, and where another one follows, that it is the one that stands.
fn standing(panel: &Panel, language: Language) -> String {
    let told = bounds(panel, language);
    match is_apart(panel) {
        true => text::as_it_stands(language, &told),
        false => told,
    }
}

fn counted_levels(scheme: &Scheme, panel: &Panel, language: Language) -> Vec<Row> {
    let counted = panel.counted_levels.filter(|_| panel.counted.is_some());
    counted.map_or_else(Vec::new, |(reached, in_reach)| {
        reached_and_in_reach(scheme, reached, in_reach, language)
    })
}

/// What the bounds would be if the sheet in hand counted (K5).
fn if_counted(panel: &Panel, language: Language) -> Option<Row> {
    let (Some(low), Some(high)) = panel.counted? else {
        return None;
    };
    let told = if low == high {
        low.to_string()
    } else {
        span(&low.to_string(), &high.to_string())
    };
    Some((Role::Text, text::if_counted(language, &told)))
}

fn bounds(panel: &Panel, language: Language) -> String {
    match (panel.composite, panel.low, panel.high) {
        (Some(composite), ..) => composite.to_string(),
        // Nothing is open any more, but not everything counts yet.
        (None, Some(low), Some(high)) if low == high => low.to_string(),
        (None, Some(low), Some(high)) => span(&low.to_string(), &high.to_string()),
        _ => text::no_score(language),
    }
}

fn reached_and_in_reach(
    scheme: &Scheme,
    reached: Option<LevelIndex>,
    in_reach: Option<LevelIndex>,
    language: Language,
) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(reached) = reached {
        rows.push((Role::Good, text::reached(language, level(scheme, reached))));
    }
    if let Some(in_reach) = in_reach.filter(|in_reach| Some(*in_reach) != reached) {
        rows.push((
            Role::Text,
            text::in_reach(language, level(scheme, in_reach)),
        ));
    }
    rows
}

fn levels(scheme: &Scheme, panel: &Panel, language: Language) -> Vec<Row> {
    if panel.unrated {
        return vec![(Role::Danger, text::unrated(language))];
    }
    let mut rows = reached_and_in_reach(scheme, panel.reached, panel.in_reach, language);
    if let Some(ceiling) = panel.ceiling {
        rows.push((
            Role::Danger,
            text::ceiling(language, level(scheme, ceiling)),
        ));
    }
    if panel.demote > 0 {
        rows.push((Role::Danger, text::demoted(language, panel.demote)));
    }
    rows
}

fn lacking(scheme: &Scheme, line: &Line, language: Language) -> Row {
    let title = level(scheme, line.level);
    let short = line.lacking.to_string();
    let told = if scheme.grading.rule == GradingRule::Stars {
        text::lacking_stars(language, title, &short)
    } else {
        text::lacking(language, title, &short)
    };
    (Role::Text, told)
}

fn statement(scheme: &Scheme, panel: &Panel, language: Language) -> Option<Row> {
    let told = text::statement(language, scheme, panel.statement?);
    Some((Role::Warning, told))
}

/// A figure's place on a bar of so many columns for full marks.
fn place(figure: Figure, scheme: &Scheme, width: u16) -> u16 {
    let full = scheme.marks.millionths().max(1);
    let one = 10_i128
        .checked_pow(u32::from(figure.decimals()))
        .unwrap_or(1);
    let value = figure.units().saturating_mul(1_000_000) / one;
    let columns = value.max(0).saturating_mul(i128::from(width)) / full;
    u16::try_from(columns).unwrap_or(width).min(width)
}

/// What is certain, what is open, and below it the lines of the levels.
fn bar(scheme: &Scheme, panel: &Panel, width: u16, canvas: &Canvas<'_>) -> Vec<Row> {
    let (Some(low), Some(high)) = (panel.low, panel.high) else {
        return Vec::new();
    };
    let (low, high) = (place(low, scheme, width), place(high, scheme, width));
    let mut drawn = canvas.glyphs.full.repeat(usize::from(low));
    drawn.push_str(
        &canvas
            .glyphs
            .open
            .repeat(usize::from(high.saturating_sub(low))),
    );
    let mut rows = vec![(Role::Text, drawn)];
    rows.extend(
        ticks(scheme, width)
            .into_iter()
            .map(|row| (Role::Quiet, row)),
    );
    rows
}

/// The lines of the levels below a bar, each where its score is; in a second row where they
/// would touch.
fn ticks(scheme: &Scheme, width: u16) -> Vec<String> {
    let lines = scheme.levels.iter().rev().filter_map(|level| level.min);
    let mut rows: Vec<String> = Vec::new();
    for min in std::iter::once(Decimal::ZERO).chain(lines.filter(|min| !min.is_zero())) {
        let label = min.to_string();
        let figure = crate::number::Exact::from(min).round(6);
        let at = usize::from(place(figure, scheme, width));
        let at = at.min(usize::from(width).saturating_sub(label.len()));
        let fits = |row: &String| row.is_empty() || row.len() < at;
        let row = match rows.iter().position(fits) {
            Some(row) => row,
            None if rows.len() < TICK_ROWS => {
                rows.push(String::new());
                rows.len() - 1
            }
            None => continue,
        };
        if let Some(row) = rows.get_mut(row) {
            row.push_str(&" ".repeat(at.saturating_sub(row.len())));
            row.push_str(&label);
        }
    }
    rows
}

const fn star_glyph(state: StarState, canvas: &Canvas<'_>) -> &'static str {
    match state {
        StarState::Won => canvas.glyphs.won,
        StarState::Open => canvas.glyphs.open,
        StarState::Lost | StarState::Struck => canvas.glyphs.lost,
    }
}

/// A character for each star, in the order of the scheme.
fn drawn_stars(panel: &Panel, canvas: &Canvas<'_>) -> String {
    let stars = panel.stars.iter();
    stars.map(|star| star_glyph(star.state, canvas)).collect()
}

/// Ten stars in place of the bar: won, lost, open, with each star's line.
fn stars(scheme: &Scheme, panel: &Panel, language: Language, canvas: &Canvas<'_>) -> Vec<Row> {
    let count = |state: StarState| {
        panel
            .stars
            .iter()
            .filter(|star| star.state == state)
            .count()
    };
    let (won, open) = (count(StarState::Won), count(StarState::Open));
    let mut rows = vec![
        (Role::Text, drawn_stars(panel, canvas)),
        (
            Role::Text,
            text::stars_won(language, won, open, panel.stars.len()),
        ),
    ];
    for star in &panel.stars {
        let (word, role) = match star.state {
            // Against what an earlier level of review gave.
            StarState::Lost if star.held == Some(true) => {
                (text::star_taken(language), Role::Danger)
            }
            StarState::Won if star.held == Some(false) => (text::star_new(language), Role::Good),
            StarState::Won => (text::star_won(language), Role::Good),
            StarState::Lost => (text::star_lost(language), Role::Danger),
            StarState::Open => (text::star_open(language), Role::Text),
            StarState::Struck => (text::star_struck(language), Role::Danger),
        };
        let low = star.low.as_ref().map_or_else(|| "0".to_owned(), short);
        let line = text::star_line(language, &low, star.pass);
        let title = &scheme.category(star.category).title;
        let glyph = star_glyph(star.state, canvas);
        rows.push((role, format!("{glyph} {title} {word} {line}")));
    }
    rows
}

/// A party and its score at the right edge, which gets a row of its own where it does not fit.
fn party_rows(
    scheme: &Scheme,
    row: &PartyRow,
    language: Language,
    width: u16,
    canvas: &Canvas<'_>,
) -> Vec<Row> {
    let party = scheme.party(row.party);
    let weight = if party.weight.is_zero() {
        String::new()
    } else {
        format!(" {}%", party.weight)
    };
    let figures = &row.figures;
    let score = match (figures.score, figures.low, figures.high) {
        (Some(score), ..) => score.to_string(),
        (None, Some(low), Some(high)) => span(&low.to_string(), &high.to_string()),
        _ => text::no_score(language),
    };
    let role = if row.own { Role::Title } else { Role::Text };
    let name = format!("{}{weight}", party.title);
    let used = canvas.widths.text(&name) + canvas.widths.text(&score);
    let gap = usize::from(width).checked_sub(used).filter(|gap| *gap > 0);
    let right = |text: &str| {
        let indent = usize::from(width).saturating_sub(canvas.widths.text(text));
        format!("{}{text}", " ".repeat(indent))
    };
    let mut rows = match gap {
        Some(gap) => vec![(role, format!("{name}{}{score}", " ".repeat(gap)))],
        None => vec![(role, name), (role, right(&score))],
    };
    if let Some(rate) = figures.satisfaction {
        let told = text::satisfaction(language, &rate.to_string());
        rows.push((Role::Text, right(&told)));
    }
    rows
}
