//! Each party's sheet beside those of the parties before it, item by item; with several levels of
//! review (K2) also star by star: which level lost one, which won it, and by which items.

use super::Source;
use super::marks::{Loss, mean};
use crate::number::Figure;
use crate::round::assemble;
use crate::scheme::{
    CategoryIndex, Combine, GradingRule, ItemIndex, LevelIndex, Method, PartyIndex,
};
use crate::scoring::{OrganisationFigures, OrganisationInput, Plan, Silent, own};
use std::cmp::Ordering;

/// The sheets beside each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviews {
    /// Parties that fill sheets on the track, in the order of the procedure.
    pub parties: Vec<Review>,
    /// Items of the track on which any of them has a mark.
    pub items: Vec<(ItemIndex, Vec<Option<Across>>)>,
    /// Only with stars, and where a later level of review replaces the ones before.
    pub stars: Vec<StarAcross>,
    /// Stars won and lost from one level to the next, in that order.
    pub turns: Vec<Turn>,
}

/// One party's sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub party: PartyIndex,
    pub score: Option<Figure>,
    /// It has marks, submitted or not.
    pub begun: bool,
    pub submitted: bool,
    /// What stood after this level (K2): the number of stars, and the level by it and by the
    /// ceilings. None where it has no score, or there are no levels of review.
    pub stars: Option<usize>,
    pub reached: Option<LevelIndex>,
}

/// A mark beside the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Across {
    pub mark: Figure,
    /// Less the mark of the nearest party before that has one; none for the first.
    pub change: Option<Figure>,
}

/// A star at each level of review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarAcross {
    pub category: CategoryIndex,
    /// One for each of [`Reviews::parties`]; none where the level has no score.
    pub seen: Vec<Option<SeenStar>>,
}

/// A star after a level of review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenStar {
    /// None where the category does not apply.
    pub score: Option<Figure>,
    pub won: bool,
    /// V6
    pub struck: bool,
}

/// A star that a level has lost or won, against the level with a score before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    pub category: CategoryIndex,
    pub won: bool,
    pub before: PartyIndex,
    pub at: PartyIndex,
    pub scores: (Option<Figure>, Option<Figure>),
    /// The items that moved that way, most first: mark before, mark after.
    pub items: Vec<(ItemIndex, Figure, Figure)>,
}

pub(super) fn of(source: &Source<'_>, marks: &[Loss]) -> Reviews {
    let scheme = source.scheme;
    let sheets = scheme
        .parties_of(source.figures.track)
        .filter(|party| matches!(scheme.party(*party).method, Method::Sheet(_)));
    let parties: Vec<PartyIndex> = sheets.collect();
    let rows: Vec<_> = scheme
        .items_of(source.figures.track)
        .filter_map(|item| Some((item, across(source, marks, &parties, item)?)))
        .collect();
    let after = after_each(source, &parties);
    let review = |(at, party): (usize, &PartyIndex)| {
        let mut own = marks.iter().filter(|mark| mark.party == *party);
        let found = source.figures.parties.get(party.position());
        let then = after.get(at).and_then(Option::as_ref);
        Review {
            party: *party,
            score: found.and_then(|figures| figures.score),
            begun: own.clone().next().is_some(),
            submitted: own.any(|mark| mark.submitted),
            stars: then.map(|figures| figures.stars.len()),
            reached: then.and_then(|figures| figures.reached),
        }
    };
    let stars = stars(source, &after);
    Reviews {
        turns: turns(&parties, &stars, &rows, source),
        parties: parties.iter().enumerate().map(review).collect(),
        items: rows,
        stars,
    }
}

/// An item's mark of each party; none where nobody has one.
fn across(
    source: &Source<'_>,
    marks: &[Loss],
    parties: &[PartyIndex],
    item: ItemIndex,
) -> Option<Vec<Option<Across>>> {
    let mut before: Option<Figure> = None;
    let mut row = Vec::new();
    for party in parties {
        let mark = mean(source.scheme, marks, *party, item);
        row.push(
            mark.map(|mark| Across {
                mark,
                change: before
                    .map(|before| (&mark.exact() - &before.exact()).round(source.scheme.decimals)),
            }),
        );
        before = mark.or(before);
    }
    before.map(|_| row)
}

/// What scoring makes of the organisation when each level is the last one that has rated; none
/// where a level has no score, or the levels do not replace each other.
fn after_each(source: &Source<'_>, parties: &[PartyIndex]) -> Vec<Option<OrganisationFigures>> {
    let scheme = source.scheme;
    if scheme.combine != Combine::Latest || scheme.grading.rule != GradingRule::Stars {
        return Vec::new();
    }
    let plan = Plan::new(scheme);
    let newest = source
        .newest_level
        .and_then(|level| scheme.find_level(level));
    let cells = source.cells.iter().copied();
    let Some(input) = assemble(&plan, cells, source.year, newest) else {
        return Vec::new();
    };
    let up_to = |party: &PartyIndex| {
        source.figures.parties.get(party.position())?.score?;
        let sheets = input.sheets.iter().filter(|sheet| sheet.party <= *party);
        let input = OrganisationInput {
            sheets: sheets.cloned().collect(),
            ..input.clone()
        };
        Some(own(&plan, &input, &mut Silent))
    };
    parties.iter().map(up_to).collect()
}

fn stars(source: &Source<'_>, after: &[Option<OrganisationFigures>]) -> Vec<StarAcross> {
    if after.iter().all(Option::is_none) {
        return Vec::new();
    }
    let star = |category: CategoryIndex| {
        let seen = |figures: &OrganisationFigures| SeenStar {
            score: figures
                .categories
                .get(category.position())
                .copied()
                .flatten(),
            won: figures.stars.contains(&category),
            struck: figures.struck.contains(&category),
        };
        let seen = after.iter().map(|figures| figures.as_ref().map(seen));
        StarAcross {
            category,
            seen: seen.collect(),
        }
    };
    let categories = source.scheme.categories_of(source.figures.track);
    categories.map(star).collect()
}

/// Stars that turned, in the order of the levels.
fn turns(
    parties: &[PartyIndex],
    stars: &[StarAcross],
    rows: &[(ItemIndex, Vec<Option<Across>>)],
    source: &Source<'_>,
) -> Vec<Turn> {
    let mut turns = Vec::new();
    for star in stars {
        let seen = star.seen.iter().enumerate();
        let mut before: Option<(usize, SeenStar)> = None;
        for (at, now) in seen.filter_map(|(at, seen)| Some((at, (*seen)?))) {
            if let Some((from, then)) = before.filter(|(_, then)| then.won != now.won)
                && let (Some(first), Some(second)) = (parties.get(from), parties.get(at))
            {
                turns.push(Turn {
                    category: star.category,
                    won: now.won,
                    before: *first,
                    at: *second,
                    scores: (then.score, now.score),
                    items: moved(source, rows, star.category, (from, at), now.won),
                });
            }
            before = Some((at, now));
        }
    }
    turns.sort_by_key(|turn| (turn.at, turn.category));
    turns
}

/// The items of a category that went the way the star went, most first.
fn moved(
    source: &Source<'_>,
    rows: &[(ItemIndex, Vec<Option<Across>>)],
    category: CategoryIndex,
    (from, to): (usize, usize),
    up: bool,
) -> Vec<(ItemIndex, Figure, Figure)> {
    let of = rows
        .iter()
        .filter(|(item, _)| source.scheme.item(*item).category == category);
    let wanted = if up {
        Ordering::Greater
    } else {
        Ordering::Less
    };
    let pair = |(item, row): &(ItemIndex, Vec<Option<Across>>)| {
        let mark = |at: usize| Some(row.get(at).copied().flatten()?.mark);
        let (before, after) = (mark(from)?, mark(to)?);
        (after.exact().cmp(&before.exact()) == wanted).then_some((*item, before, after))
    };
    let mut items: Vec<_> = of.filter_map(pair).collect();
    items.sort_by_key(|(item, before, after)| {
        let apart = (&after.exact() - &before.exact()).round(source.scheme.decimals);
        (if up { -apart.units() } else { apart.units() }, *item)
    });
    items
}
