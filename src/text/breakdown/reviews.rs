//! Each sheet beside the ones before it, item by item; with levels of review also star by star.

use super::sentences as text;
use super::{Page, Piece, Row, Tone, changed, heading, left, plain, right, row};
use crate::desk::{Across, SeenStar, Turn};
use crate::number::Figure;
use crate::scheme::{CategoryIndex, ItemIndex};
use crate::text::{scoring_screen, scoring_screen::item_name};

/// So many items are named with a star that was won or lost.
const NAMED: usize = 3;

pub(super) fn pieces(page: &Page<'_>) -> Vec<Piece> {
    let language = page.language;
    let reviews = &page.facts.reviews;
    if reviews.items.is_empty() {
        return vec![plain(text::no_sheets(language))];
    }
    let mut pieces = vec![levels(page)];
    if !reviews.stars.is_empty() {
        pieces.extend([plain(""), heading(text::turns(language))]);
        match reviews.turns.is_empty() {
            true => pieces.push(plain(text::no_turns(language))),
            false => pieces.extend(reviews.turns.iter().map(|turned| turn(page, turned))),
        }
    }
    pieces.extend([
        plain(""),
        heading(text::item_by_item(language)),
        table(page),
    ]);
    pieces
}

/// The levels below each other: what each gave, and what stood after it.
fn levels(page: &Page<'_>) -> Piece {
    let language = page.language;
    let stars = !page.facts.reviews.stars.is_empty();
    let mut heads = vec![
        left(text::head_party(language)),
        left(text::head_state(language)),
        right(text::head_score(language)),
    ];
    if stars {
        heads.extend([
            right(text::head_stars(language)),
            left(text::head_level_then(language)),
        ]);
    }
    let told = |review: &crate::desk::Review| {
        let state = match (review.begun, review.submitted) {
            (false, _) => text::not_begun(language),
            (true, false) => text::begun(language),
            (true, true) => text::submitted(language),
        };
        let score = review.score.map(|score| score.to_string());
        let mut cells = vec![
            page.party(review.party).to_owned(),
            state,
            score.unwrap_or_else(|| scoring_screen::no_score(language)),
        ];
        if stars {
            let level = review.reached.map(|level| page.scheme.level(level));
            cells.extend([
                review
                    .stars
                    .map_or_else(String::new, |stars| stars.to_string()),
                level.map_or_else(String::new, |level| level.title.clone()),
            ]);
        }
        let tone = match review.score {
            Some(_) => Tone::Plain,
            None => Tone::Quiet,
        };
        row(tone, cells)
    };
    Piece::Table {
        heads,
        rows: page.facts.reviews.parties.iter().map(told).collect(),
    }
}

/// A star that was lost or won: by which level, and by which items.
fn turn(page: &Page<'_>, turn: &Turn) -> Piece {
    let language = page.language;
    let star = page.scheme.category(turn.category);
    let figure = |figure: Option<Figure>| {
        figure.map_or_else(|| scoring_screen::no_score(language), Figure::short)
    };
    let (before, after) = (figure(turn.scores.0), figure(turn.scores.1));
    let pass = star.pass.unwrap_or_default().to_string();
    let (first, at) = (page.party(turn.before), page.party(turn.at));
    let items = turn.items.iter().take(NAMED).map(|(item, before, after)| {
        text::item_from_to(
            language,
            &item_name(page.scheme, *item),
            &before.short(),
            &after.short(),
        )
    });
    let items: Vec<String> = items.collect();
    let name = format!("{} {}", star.id, star.title);
    let mut told = match turn.won {
        true => text::star_won_at(language, at, &name, &before, &after, &pass, first),
        false => text::star_lost_at(language, at, &name, &before, &after, &pass, first),
    };
    if !items.is_empty() {
        told.push_str(&text::by_items(
            language,
            &items.join(&text::list_mark(language)),
        ));
    }
    let tone = if turn.won { Tone::Good } else { Tone::Danger };
    Piece::Text(tone, told)
}

fn table(page: &Page<'_>) -> Piece {
    let reviews = &page.facts.reviews;
    let mut heads = vec![left(text::head_item(page.language))];
    let parties = reviews.parties.iter().filter(|review| review.begun);
    heads.extend(parties.map(|review| left(page.party(review.party))));
    let mut rows = Vec::new();
    for (category, _) in &page.facts.full {
        let items = reviews.items.iter();
        let mut of = items
            .filter(|(item, _)| page.scheme.item(*item).category == *category)
            .peekable();
        if of.peek().is_none() {
            continue;
        }
        rows.push(category_row(page, *category));
        rows.extend(of.map(|(item, marks)| item_row(page, *item, marks)));
    }
    Piece::Table { heads, rows }
}

/// A category with what each party gave it, and with its star.
fn category_row(page: &Page<'_>, category: CategoryIndex) -> Row {
    let language = page.language;
    let reviews = &page.facts.reviews;
    let of = page.scheme.category(category);
    let star = reviews.stars.iter().find(|star| star.category == category);
    let mut cells = vec![format!("{} {}", of.id, of.title)];
    let mut lost = false;
    for (at, review) in reviews.parties.iter().enumerate() {
        if !review.begun {
            continue;
        }
        let seen = star.and_then(|star| star.seen.get(at).copied().flatten());
        lost |= seen.is_some_and(|seen| !seen.won);
        cells.push(match seen {
            Some(seen) => seen_star(page, seen),
            None => {
                let figures = page.facts.figures.parties.get(review.party.position());
                let scores = figures.map(|figures| figures.categories.as_slice());
                let score = scores.and_then(|scores| scores.get(category.position()).copied());
                score
                    .flatten()
                    .map_or_else(|| scoring_screen::no_score(language), Figure::short)
            }
        });
    }
    row(if lost { Tone::Warning } else { Tone::Heading }, cells)
}

fn seen_star(page: &Page<'_>, seen: SeenStar) -> String {
    let language = page.language;
    let score = seen
        .score
        .map_or_else(|| scoring_screen::no_score(language), Figure::short);
    match (seen.struck, seen.won) {
        (true, _) => text::cell_struck(language, &score),
        (false, true) => text::cell_won(language, &score),
        (false, false) => text::cell_lost(language, &score),
    }
}

fn item_row(page: &Page<'_>, item: ItemIndex, marks: &[Option<Across>]) -> Row {
    let begun = page.facts.reviews.parties.iter().map(|review| review.begun);
    let shown = marks.iter().zip(begun).filter(|(_, begun)| *begun);
    let mut cells = vec![format!("  {}", item_name(page.scheme, item))];
    for (mark, _) in shown {
        cells.push(match mark {
            None => text::no_mark(page.language),
            Some(Across { mark, change }) => {
                let change = change.filter(|change| change.units() != 0);
                let change = change.map(|change| format!(" {}", changed(page.language, change)));
                format!("{}{}", mark.short(), change.unwrap_or_default())
            }
        });
    }
    row(Tone::Plain, cells)
}
