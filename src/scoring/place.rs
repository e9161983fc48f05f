//! One cohort: ranking, places, levels (G1 to G11, V1, V4, V8).

use std::cmp::Ordering;

use super::VetoState;
use super::because::because;
use super::figures::{OrganisationFigures, Standing, VetoStanding};
use super::filling::{Filling, Waiting};
use super::plan::Plan;
use super::trace::{PlacesFrom, Step, Trace};
use crate::number::{Exact, Figure};
use crate::scheme::{Condition, GradingRule, LevelIndex, Scheme, TieKey};

/// An organisation of the cohort.
#[derive(Debug, Clone, Copy)]
pub struct Contender<'a> {
    pub figures: &'a OrganisationFigures,
    /// The decided order within a tie (G8): the lower comes first.
    pub order: Option<u32>,
}

/// The places of a level, and where they come from; none where there is no limit.
pub type Places = Option<(u64, PlacesFrom)>;

/// What became of a cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// One for each contender, in the order they came.
    pub standings: Vec<Standing>,
    /// How many have a rank.
    pub ranked: u32,
    /// One for each level: its places; none where it has no limit.
    pub places: Vec<Option<u64>>,
}

/// Ranks the organisations of one cohort and fills its levels.
///
/// `stated` holds the whole numbers of places sent down from above, one for each level (G4).
/// The steps of the contender at position `watched` are traced.
#[must_use]
pub fn place(
    plan: &Plan,
    contenders: &[Contender],
    stated: &[Option<u64>],
    watched: Option<usize>,
    trace: &mut impl Trace,
) -> Placed {
    let scheme = plan.scheme();
    let mut standings = vec![Standing::default(); contenders.len()];
    let order = rank(plan, contenders, &mut standings);
    let ranked = u32::try_from(order.len()).unwrap_or(u32::MAX);
    let places = places(scheme, u64::from(ranked), stated);
    if let Some(watched) = watched {
        tell_rank(contenders, &standings, watched, ranked, trace);
        tell_places(&places, trace);
    }
    let mut filling = Filling {
        plan,
        contenders,
        standings: &mut standings,
        watched,
    };
    filling.fill(order, &places, trace);
    for (position, contender) in contenders.iter().enumerate() {
        let watched = watched == Some(position);
        demote(
            scheme,
            contender.figures,
            &mut standings[position],
            watched,
            trace,
        );
        standings[position].because =
            because(plan, contender.figures, &standings[position], &places);
    }
    let places = places
        .iter()
        .map(|entry| entry.map(|(places, _)| places))
        .collect();
    Placed {
        standings,
        ranked,
        places,
    }
}

/// What has a rank (G6), with the keys that decide most comparisons beside each other.
struct Ranked {
    composite: Figure,
    stars: u32,
    position: u32,
}

impl Ranked {
    /// None where incomplete (G11) or unrated (V1).
    fn new(plan: &Plan, position: usize, figures: &OrganisationFigures) -> Option<Self> {
        if !figures.complete || figures.unrated {
            return None;
        }
        Some(Self {
            stars: match plan.counts_stars() {
                true => u32::try_from(figures.stars.len()).unwrap_or(u32::MAX),
                false => 0,
            },
            composite: figures.composite?,
            position: u32::try_from(position).ok()?,
        })
    }

    const fn position(&self) -> usize {
        self.position as usize
    }

    /// G6: highest first; ties in the order of the list, and last in the decided one (G8).
    fn compare(&self, other: &Self, plan: &Plan, contenders: &[Contender]) -> Ordering {
        let decided = |ranked: &Self| contenders[ranked.position()].order.unwrap_or(u32::MAX);
        self.by_figures(other, plan, contenders)
            .then_with(|| decided(self).cmp(&decided(other)))
    }

    /// G6 without any decision.
    fn by_figures(&self, other: &Self, plan: &Plan, contenders: &[Contender]) -> Ordering {
        let by_keys = || {
            let (one, two) = (&contenders[self.position()], &contenders[other.position()]);
            let by_key = |key: &TieKey| tie_figure(two, key).cmp(&tie_figure(one, key));
            let mut ties = plan.scheme().grading.ties.iter().map(by_key);
            ties.find(|found| found.is_ne()).unwrap_or(Ordering::Equal)
        };
        (other.stars.cmp(&self.stars))
            .then_with(|| other.composite.cmp(&self.composite))
            .then_with(by_keys)
    }
}

/// What a key of the ties looks at; what is not there is lowest.
fn tie_figure(contender: &Contender, key: &TieKey) -> Option<Figure> {
    let figures = contender.figures;
    match key {
        TieKey::Party(party) => figures.parties.get(party.position())?.score,
        TieKey::Category(category) => *figures.categories.get(category.position())?,
    }
}

/// G6, G11, V1: those that have a rank, in its order; their ranks are set.
fn rank(plan: &Plan, contenders: &[Contender], standings: &mut [Standing]) -> Vec<Waiting> {
    let ranked =
        |(position, contender): (usize, &Contender)| Ranked::new(plan, position, contender.figures);
    let mut order: Vec<Ranked> = contenders.iter().enumerate().filter_map(ranked).collect();
    order.sort_unstable_by(|one, other| {
        let by_keys = one.compare(other, plan, contenders);
        by_keys.then(one.position.cmp(&other.position))
    });
    let mut waiting: Vec<Waiting> = Vec::with_capacity(order.len());
    let mut before: Option<&Ranked> = None;
    for (place, ranked) in (1..).zip(&order) {
        let equal = before.is_some_and(|one| one.compare(ranked, plan, contenders).is_eq());
        let tied = before.filter(|one| one.by_figures(ranked, plan, contenders).is_eq());
        if let Some(one) = tied {
            // Only the decision has put one before the other, or it has left them equal.
            for of_tie in [one, ranked] {
                let position = of_tie.position();
                standings[position].ordered = contenders[position].order;
            }
        }
        let same = waiting.last().filter(|_| equal);
        let rank = same.map_or(place, |(rank, _)| *rank);
        standings[ranked.position()].rank = Some(rank);
        waiting.push((rank, ranked.position()));
        before = Some(ranked);
    }
    waiting
}

/// G3, G4: the places of each level, and where they come from; none where there is no limit.
/// The last level takes all that come to it.
#[must_use]
pub fn places(scheme: &Scheme, ranked: u64, stated: &[Option<u64>]) -> Vec<Places> {
    let parts = match &scheme.grading.rule {
        GradingRule::Split { parts } => Some(shares(ranked, parts)),
        GradingRule::Thresholds | GradingRule::Stars => None,
    };
    let last = scheme.last_level().position();
    let of_level = |position: usize| {
        if position == last {
            return None;
        }
        if let Some(stated) = stated.get(position).copied().flatten() {
            return Some((stated, PlacesFrom::Stated));
        }
        let part = parts
            .as_ref()
            .and_then(|shares| shares.get(position).copied());
        let share = scheme.levels[position].at_most.map(|per_cent| {
            let whole = &Exact::whole(i128::from(ranked)) * &Exact::from(per_cent);
            u64::try_from((&whole * &Exact::quotient(1, 100)).floor()).unwrap_or(0)
        });
        match (part, share) {
            (Some(part), Some(share)) if share < part => Some((share, PlacesFrom::AtMost)),
            (Some(part), _) => Some((part, PlacesFrom::Parts)),
            (None, Some(share)) => Some((share, PlacesFrom::AtMost)),
            (None, None) => None,
        }
    };
    (0..scheme.levels.len()).map(of_level).collect()
}

/// G3: whole numbers by largest remainder, the higher level first among equals.
fn shares(ranked: u64, parts: &[u64]) -> Vec<u64> {
    let total: u128 = parts.iter().map(|part| u128::from(*part)).sum();
    if total == 0 {
        return vec![0; parts.len()];
    }
    let product = |part: u64| u128::from(ranked) * u128::from(part);
    let mut shares: Vec<u64> = parts
        .iter()
        .map(|part| u64::try_from(product(*part) / total).unwrap_or(u64::MAX))
        .collect();
    let left = ranked.saturating_sub(shares.iter().sum());
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    // A stable sort: among equal remainders the higher level stays first.
    by_remainder.sort_by_key(|position| std::cmp::Reverse(product(parts[*position]) % total));
    for position in by_remainder
        .into_iter()
        .take(usize::try_from(left).unwrap_or(usize::MAX))
    {
        shares[position] += 1;
    }
    shares
}

fn tell_places(places: &[Places], trace: &mut impl Trace) {
    for (level, entry) in places.iter().enumerate() {
        if let Some((places, from)) = *entry {
            trace.step(|| Step::Places {
                level: LevelIndex::at(level),
                places,
                from,
            });
        }
    }
}

fn tell_rank(
    contenders: &[Contender],
    standings: &[Standing],
    watched: usize,
    of: u32,
    trace: &mut impl Trace,
) {
    let Some(contender) = contenders.get(watched) else {
        return;
    };
    let standing = standings.get(watched);
    match standing.and_then(|standing| standing.rank) {
        Some(rank) => trace.step(|| Step::Ranked {
            rank,
            of,
            ordered: standing.and_then(|standing| standing.ordered),
        }),
        None => trace.step(|| Step::NotRanked {
            unrated: contender.figures.unrated,
        }),
    }
}

/// V4: levels down from what filling gave, not below the last.
fn demote(
    scheme: &Scheme,
    figures: &OrganisationFigures,
    standing: &mut Standing,
    watched: bool,
    trace: &mut impl Trace,
) {
    let Some(from) = standing.filled else { return };
    let to = LevelIndex(from.0.saturating_add(figures.demote)).min(scheme.last_level());
    standing.level = Some(to);
    if watched && to != from {
        trace.step(|| Step::Demoted {
            from,
            to,
            by: figures.demote,
        });
    }
}

/// V9: decides the streaks that this round's level completes, once it is known.
pub fn settle(
    plan: &Plan,
    figures: &mut OrganisationFigures,
    standing: &Standing,
    trace: &mut impl Trace,
) {
    let scheme = plan.scheme();
    let completed = |(_, level): &&(_, LevelIndex)| standing.level == Some(*level);
    let streaks: Vec<_> = figures.streaks.iter().filter(completed).copied().collect();
    for (veto, _) in streaks {
        debug_assert!(matches!(
            scheme.veto(veto).when,
            Some(Condition::Streak { .. })
        ));
        let entry = VetoStanding {
            veto,
            state: VetoState::Decided,
            auto: true,
            seen: None,
        };
        trace.step(|| Step::Veto {
            veto,
            state: entry.state,
            auto: entry.auto,
            seen: entry.seen,
        });
        match figures.vetoes.iter().position(|other| other.veto >= veto) {
            Some(at) if figures.vetoes[at].veto == veto => figures.vetoes[at] = entry,
            Some(at) => figures.vetoes.insert(at, entry),
            None => figures.vetoes.push(entry),
        }
    }
}
