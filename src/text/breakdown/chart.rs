//! The categories as a radar with its figures beside it, party against party.

use unicode_width::UnicodeWidthStr;

use super::overview::category_score;
use super::radar::{Pen, Radar};
use super::sentences as text;
use super::{Page, Piece, left, plain, right, row};
use super::{Row, Tone};
use crate::number::{Exact, Figure};
use crate::scheme::{CategoryIndex, PartyIndex};
use crate::text::scoring_screen;

/// Fewer corners make no figure.
const CORNERS: usize = 3;
/// The smallest and the largest drawing, in rows.
const LOW: usize = 11;
const HIGH: usize = 25;
/// From this share on everything lies near the rim, so that the centre is moved out.
const NEAR: i128 = 600;
const CENTRE: i128 = 500;

pub(super) fn pieces(page: &Page<'_>) -> Vec<Piece> {
    let language = page.language;
    let scored = page.facts.full.iter();
    let scored = scored.filter(|(category, _)| category_score(page, *category).is_some());
    let parties = parties(page);
    if parties.is_empty() && scored.clone().next().is_none() {
        let points = super::ledger::pieces(page);
        if !points.is_empty() {
            return [vec![plain(text::ledger(language)), plain("")], points].concat();
        }
        return vec![plain(text::no_category_scores(language))];
    }
    let mut pieces = Vec::new();
    if page.facts.full.len() >= CORNERS {
        pieces.extend(drawing(page, &parties));
        pieces.push(plain(""));
    }
    pieces.push(figures(page, &parties));
    pieces
}

/// The parties that have scores by category (P8), in the order of the procedure.
fn parties(page: &Page<'_>) -> Vec<PartyIndex> {
    let all = page.scheme.parties_of(page.facts.figures.track);
    let has = |party: &PartyIndex| {
        let categories = page.facts.full.iter();
        categories
            .map(|(category, _)| of_party(page, *party, *category))
            .any(|score| score.is_some())
    };
    all.filter(has).collect()
}

fn of_party(page: &Page<'_>, party: PartyIndex, category: CategoryIndex) -> Option<Figure> {
    let figures = page.facts.figures.parties.get(party.position())?;
    figures.categories.get(category.position()).copied()?
}

/// Thousandths of the full marks.
fn share(score: Option<Figure>, full: Figure) -> Option<i128> {
    Some(score?.units().max(0).saturating_mul(1000) / full.units().max(1))
}

/// Of the full marks, rounded as every printed figure is (N2).
fn per_cent(score: Figure, full: Figure) -> String {
    let share = score.exact().divide(&full.exact());
    let share = share.map(|share| (&share * &Exact::whole(100)).round(1));
    share.map_or_else(String::new, |share| format!("{share}%"))
}

/// The outlines: the first party and the last, or the organisation where there is one party.
fn drawing(page: &Page<'_>, parties: &[PartyIndex]) -> Vec<Piece> {
    let language = page.language;
    let shares = |score: &dyn Fn(CategoryIndex) -> Option<Figure>| -> Vec<Option<i128>> {
        let all = page.facts.full.iter();
        all.map(|(category, full)| share(score(*category), *full))
            .collect()
    };
    let mut outlines: Vec<(Pen, String, Vec<Option<i128>>)> = Vec::new();
    match (parties.first(), parties.last()) {
        (Some(first), Some(last)) => {
            if first != last {
                let own = shares(&|category| of_party(page, *first, category));
                outlines.push((Pen::First, page.party(*first).to_owned(), own));
            }
            let own = shares(&|category| of_party(page, *last, category));
            outlines.push((Pen::Last, page.party(*last).to_owned(), own));
        }
        _ => {
            let own = shares(&|category| category_score(page, category));
            outlines.push((Pen::Last, text::organisation(language), own));
        }
    }
    let lowest = outlines.iter().flat_map(|(.., own)| own).flatten().min();
    let centre = match lowest {
        Some(lowest) if *lowest >= NEAR => CENTRE,
        _ => 0,
    };
    let names = page.facts.full.iter();
    let names = names.map(|(category, _)| page.scheme.category(*category).id.clone());
    let radar = Radar {
        corners: names.collect(),
        outlines: outlines
            .iter()
            .map(|(pen, _, own)| (*pen, own.clone()))
            .collect(),
        centre,
    };
    // The table below it is seen with it where there is room, its head at least.
    let table = page.facts.full.len() + 2;
    let rows = page.rows.saturating_sub(table).clamp(LOW, HIGH);
    let lines = radar.lines(rows);
    let beside = beside(page, &outlines, centre);
    let width = lines.iter().map(String::len).max().unwrap_or(0);
    let count = lines.len().max(beside.len());
    let told = (0..count).map(|at| {
        let line = lines.get(at).map_or("", String::as_str);
        let beside = beside.get(at).map_or("", String::as_str);
        Piece::Drawn(format!("{line:<width$}  {beside}").trim_end().to_owned())
    });
    told.collect()
}

/// What stands beside the drawing: the scale, who is who, and every corner's figures.
fn beside(
    page: &Page<'_>,
    outlines: &[(Pen, String, Vec<Option<i128>>)],
    centre: i128,
) -> Vec<String> {
    let language = page.language;
    let mut beside = vec![text::radar_scale(language, centre / 10)];
    for (pen, name, _) in outlines {
        beside.push(format!("{} {name}", pen.letter()));
    }
    if outlines.len() > 1 {
        beside.push(format!("{} {}", Pen::Both.letter(), text::both(language)));
    }
    beside.push(String::new());
    let names = page.facts.full.iter();
    let names: Vec<String> = names
        .map(|(category, _)| {
            let of = page.scheme.category(*category);
            format!("{} {}", of.id, of.title)
        })
        .collect();
    let wide = names.iter().map(|name| name.width()).max().unwrap_or(0);
    for ((category, full), name) in page.facts.full.iter().zip(names) {
        let score = category_score(page, *category);
        let score = score.map_or_else(|| scoring_screen::no_score(language), Figure::short);
        let pad = " ".repeat(wide.saturating_sub(name.width()));
        beside.push(format!("{name}{pad}  {score}/{}", full.short()));
    }
    beside
}

/// Every category with what each party gave, and its share of the full marks.
fn figures(page: &Page<'_>, parties: &[PartyIndex]) -> Piece {
    let language = page.language;
    let mut heads = vec![
        left(text::head_category(language)),
        right(text::head_full(language)),
    ];
    heads.extend(parties.iter().map(|party| right(page.party(*party))));
    heads.push(right(text::organisation(language)));
    heads.push(right(text::head_share(language)));
    let told = |(category, full): &(CategoryIndex, Figure)| -> Row {
        let of = page.scheme.category(*category);
        let figure = |score: Option<Figure>| {
            score.map_or_else(|| scoring_screen::no_score(language), |s| s.to_string())
        };
        let score = category_score(page, *category);
        let mut cells = vec![format!("{} {}", of.id, of.title), full.short()];
        let scores = parties.iter();
        cells.extend(scores.map(|party| figure(of_party(page, *party, *category))));
        cells.push(figure(score));
        cells.push(score.map_or_else(String::new, |score| per_cent(score, *full)));
        row(Tone::Plain, cells)
    };
    Piece::Table {
        heads,
        rows: page.facts.full.iter().map(told).collect(),
    }
}
