//! Stars, and the levels that are reached and in reach (G2, G12).

use std::cmp::Ordering;

use super::OrganisationFigures;
use super::composite::in_hand;
use super::own::Work;
use super::party::PartyWork;
use super::sheet::Missing;
use super::trace::{Step, Trace};
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{CategoryIndex, Combine, GradingRule, LevelIndex, Scheme};

/// Whether a figure reaches a line, as printed (N3).
fn reaches(figure: Figure, line: Decimal) -> bool {
    figure.compare(line) != Ordering::Less
}

/// G2, V6: which stars are earned.
pub(super) fn stars(work: &Work, figures: &mut OrganisationFigures, trace: &mut impl Trace) {
    if !work.plan.counts_stars() {
        return;
    }
    for category in work.plan.scheme().categories_of(work.input.track) {
        let Some(pass) = work.plan.scheme().category(category).pass else {
            continue;
        };
        let score = figures
            .categories
            .get(category.position())
            .copied()
            .flatten();
        let struck = figures.struck.contains(&category);
        let earned = !struck && score.is_some_and(|score| reaches(score, pass));
        trace.step(|| Step::Star {
            category,
            score,
            pass,
            struck,
            earned,
        });
        if earned {
            figures.stars.push(category);
        }
    }
}

/// How many stars there would be with missing marks as 0, or as full (G12).
fn star_bounds(work: &Work, figures: &OrganisationFigures) -> (usize, usize) {
    if figures.complete {
        return (figures.stars.len(), figures.stars.len());
    }
    let (mut low, mut high) = (0, 0);
    for category in work.plan.scheme().categories_of(work.input.track) {
        let Some(pass) = work.plan.scheme().category(category).pass else {
            continue;
        };
        if figures.struck.contains(&category) {
            continue;
        }
        let earned = |bound: Option<Exact>| {
            bound.is_some_and(|bound| reaches(work.plan.rounder().print(&bound), pass))
        };
        low += usize::from(earned(category_bound(work, category, Missing::Zero)));
        high += usize::from(earned(category_bound(work, category, Missing::Full)));
    }
    (low, high)
}

/// A category's score of a party, or its bound with missing marks taken so (K5).
fn score_or_bound<'a>(
    work: &'a Work,
    found: &'a PartyWork,
    slot: usize,
    missing: Missing,
) -> Option<&'a Exact> {
    let bound = || Some(missing.bound(found.category_bounds.get(slot)?.as_ref()?));
    work.scored(found, slot).or_else(bound)
}

/// A category's score of the organisation with missing marks taken so (G12).
fn category_bound(work: &Work, category: CategoryIndex, missing: Missing) -> Option<Exact> {
    let bound = |found, slot| score_or_bound(work, found, slot, missing);
    if work.plan.scheme().combine != Combine::Latest {
        return work.category(category, bound);
    }
    match in_hand(work) {
        Some((party, found)) => {
            let slots = work.plan.sheet(work.input.track, *party);
            bound(found, slots.category_slot(category)?).cloned()
        }
        None => Some(match missing {
            Missing::Zero => Exact::zero(),
            Missing::Full => full_marks(work, category),
        }),
    }
}

/// What the items of a category come to on the organisation's track.
fn full_marks(work: &Work, category: CategoryIndex) -> Exact {
    let scheme = work.plan.scheme();
    let items = scheme.items_of(work.input.track);
    let items = items.map(|item| scheme.item(item));
    let points = items.filter(|item| item.category == category);
    let sum = points.map(|item| item.points.millionths()).sum();
    Exact::from(Decimal::from_millionths(sum))
}

/// The highest level whose `min` a figure (or a number of stars) meets, and that a ceiling allows.
fn level_of(
    scheme: &Scheme,
    ceiling: Option<LevelIndex>,
    meets: impl Fn(Decimal) -> bool,
) -> LevelIndex {
    let from = ceiling.map_or(0, LevelIndex::position);
    (from..scheme.levels.len())
        .find(|position| scheme.levels[*position].min.is_none_or(&meets))
        .map_or(scheme.last_level(), LevelIndex::at)
}

/// G12: by `min` and the ceilings alone; nothing where the scheme's lines say nothing.
pub(super) fn levels(work: &Work, figures: &mut OrganisationFigures) {
    let scheme = work.plan.scheme();
    if figures.unrated {
        return;
    }
    let ceiling = figures.ceiling;
    if work.plan.counts_stars() {
        let (low, high) = star_bounds(work, figures);
        let meets = |stars: usize| {
            let stars = Decimal::whole(i64::try_from(stars).unwrap_or(i64::MAX));
            level_of(scheme, ceiling, |min| min <= stars)
        };
        (figures.reached, figures.in_reach) = (Some(meets(low)), Some(meets(high)));
        return;
    }
    let has_lines = scheme.levels.iter().any(|level| level.min.is_some());
    let meets = |figure: Option<Figure>| {
        let figure = figure.filter(|_| has_lines)?;
        Some(level_of(scheme, ceiling, |min| reaches(figure, min)))
    };
    (figures.reached, figures.in_reach) = (meets(figures.low), meets(figures.high));
}

/// What stands between an organisation and the next level above the one it has reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// So many marks short of its line (G1, G3).
    Marks { level: LevelIndex, lacks: Figure },
    /// So many stars short of its line (G2).
    Stars { level: LevelIndex, lacks: usize },
    /// A ceiling holds it here.
    Held { level: LevelIndex },
}

/// The distance from what is reached (of a complete organisation: from its composite) to the
/// next level above; nothing at the top, without a figure, or where lines say nothing.
#[must_use]
pub fn distance(scheme: &Scheme, figures: &OrganisationFigures) -> Option<Distance> {
    let reached = figures.reached?;
    let next = LevelIndex(reached.0.checked_sub(1)?);
    if figures.ceiling == Some(reached) {
        return Some(Distance::Held { level: reached });
    }
    let min = scheme.level(next).min?;
    if scheme.grading.rule == GradingRule::Stars {
        let needed = usize::try_from(Exact::from(min).floor()).ok()?;
        let lacks = needed
            .checked_sub(figures.stars.len())
            .filter(|lacks| *lacks > 0)?;
        return Some(Distance::Stars { level: next, lacks });
    }
    let low = figures.low?;
    let lacks = (&Exact::from(min) - &low.exact()).round(scheme.decimals);
    Some(Distance::Marks { level: next, lacks })
}

/// Whether places, ties or the leader have a say in who gets a level (G3, G4, G12); `stated` are
/// the levels of which places are sent down to the cohort.
#[must_use]
pub fn places_decide(scheme: &Scheme, level: LevelIndex, stated: &[LevelIndex]) -> bool {
    matches!(scheme.grading.rule, GradingRule::Split { .. })
        || scheme.combine == Combine::Best
        || has_places(scheme, level, stated)
}

/// Whether a level has a limited number of places whatever the rule of grading (G4). The last one
/// takes all that come to it.
#[must_use]
pub fn has_places(scheme: &Scheme, level: LevelIndex, stated: &[LevelIndex]) -> bool {
    let limited = scheme.level(level).at_most.is_some() || stated.contains(&level);
    limited && level != scheme.last_level()
}
