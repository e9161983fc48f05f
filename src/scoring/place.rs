//! One cohort: ranking, places, levels (G1 to G11, V1, V4, V8).

use std::cmp::Ordering;

use super::figures::{CeilingSource, OrganisationFigures, Rule, Standing, VetoStanding};
use super::plan::Plan;
use super::trace::{PassedOver, PlacesFrom, Step, Trace};
use super::{VetoState, own};
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{Combine, Condition, Effect, GradingRule, LevelIndex, Scheme, TieKey};

/// An organisation of the cohort.
#[derive(Debug, Clone, Copy)]
pub struct Contender<'a> {
    pub figures: &'a OrganisationFigures,
    /// The decided order within a tie (G8): the lower comes first.
    pub order: Option<u32>,
}

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

/// G6: the key of an organisation; what is not there is lowest.
fn compare(plan: &Plan, one: &Contender, other: &Contender) -> Ordering {
    let scheme = plan.scheme();
    let stars = || match own::counts_stars(plan) {
        true => other.figures.stars.len().cmp(&one.figures.stars.len()),
        false => Ordering::Equal,
    };
    let figure = |contender: &Contender, key: &TieKey| -> Option<Figure> {
        match key {
            TieKey::Party(party) => contender.figures.parties.get(party.position())?.score,
            TieKey::Category(category) => contender
                .figures
                .categories
                .get(category.position())
                .copied()
                .flatten(),
        }
    };
    let ties = || {
        let by_key = |key: &TieKey| figure(other, key).cmp(&figure(one, key));
        scheme
            .grading
            .ties
            .iter()
            .map(by_key)
            .find(|found| found.is_ne())
            .unwrap_or(Ordering::Equal)
    };
    let decided = || {
        let last = |contender: &Contender| contender.order.unwrap_or(u32::MAX);
        last(one).cmp(&last(other))
    };
    stars()
        .then_with(|| other.figures.composite.cmp(&one.figures.composite))
        .then_with(ties)
        .then_with(decided)
}

/// G6, G11, V1: positions of those that have a rank, in its order; their ranks are set.
fn rank(plan: &Plan, contenders: &[Contender], standings: &mut [Standing]) -> Vec<usize> {
    let has_rank = |contender: &Contender| {
        contender.figures.complete
            && contender.figures.composite.is_some()
            && !contender.figures.unrated
    };
    let mut order: Vec<usize> = (0..contenders.len())
        .filter(|position| has_rank(&contenders[*position]))
        .collect();
    order.sort_by(|one, other| compare(plan, &contenders[*one], &contenders[*other]));
    let mut rank = 0;
    for (before, position) in order.iter().enumerate() {
        let equal = before > 0
            && compare(plan, &contenders[order[before - 1]], &contenders[*position]).is_eq();
        if !equal {
            rank = u32::try_from(before + 1).unwrap_or(u32::MAX);
        }
        standings[*position].rank = Some(rank);
    }
    order
}

/// G3, G4: the places of each level, and where they come from; none where there is no limit.
/// The last level takes all that come to it.
#[must_use]
pub fn places(
    scheme: &Scheme,
    ranked: u64,
    stated: &[Option<u64>],
) -> Vec<Option<(u64, PlacesFrom)>> {
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

/// G7, G8: levels take the organisations, from the top down.
struct Filling<'a, 'b> {
    plan: &'a Plan<'a>,
    contenders: &'a [Contender<'a>],
    standings: &'b mut [Standing],
    watched: Option<usize>,
}

impl Filling<'_, '_> {
    fn fill(
        &mut self,
        mut waiting: Vec<usize>,
        places: &[Option<(u64, PlacesFrom)>],
        trace: &mut impl Trace,
    ) {
        for (position, entry) in places.iter().enumerate() {
            let level = LevelIndex::at(position);
            if waiting.is_empty() {
                return;
            }
            waiting = self.fill_level(level, &waiting, entry.map(|(places, _)| places), trace);
        }
    }

    /// Gives a level's places to those who wait, and returns those who go on.
    fn fill_level(
        &mut self,
        level: LevelIndex,
        waiting: &[usize],
        places: Option<u64>,
        trace: &mut impl Trace,
    ) -> Vec<usize> {
        let mut going_on = Vec::with_capacity(waiting.len());
        let mut left = places;
        let mut closed: Option<PassedOver> = None;
        let standings = &*self.standings;
        let ranks: Vec<Option<u32>> = waiting
            .iter()
            .map(|position| standings[*position].rank)
            .collect();
        let mut admitted = Vec::new();
        let mut start = 0;
        while start < waiting.len() {
            let equals = ranks[start..]
                .iter()
                .take_while(|rank| **rank == ranks[start])
                .count();
            let group = &waiting[start..start + equals];
            start += equals;
            admitted.clear();
            for position in group {
                match self.bars(level, *position) {
                    Some(why) => {
                        self.pass_over(level, *position, why, trace);
                        going_on.push(*position);
                    }
                    None => admitted.push(*position),
                }
            }
            if let (None, Some(0), Some(places)) = (closed, left, places) {
                closed = Some(PassedOver::Full { places });
            }
            if let Some(why) = closed {
                for position in admitted.iter().copied() {
                    self.pass_over(level, position, why, trace);
                    going_on.push(position);
                }
                continue;
            }
            let count = admitted.len() as u64;
            match left {
                Some(open) if open < count => {
                    let equals = u32::try_from(count).unwrap_or(u32::MAX);
                    for position in admitted.iter().copied() {
                        self.standings[position].tie = true;
                        let why = PassedOver::Tie { left: open, equals };
                        self.pass_over(level, position, why, trace);
                        going_on.push(position);
                    }
                    closed = Some(PassedOver::Closed);
                }
                _ => {
                    left = left.map(|open| open - count);
                    for position in admitted.iter().copied() {
                        self.standings[position].filled = Some(level);
                        if self.watched == Some(position) {
                            trace.step(|| Step::Placed { level });
                        }
                    }
                }
            }
        }
        going_on
    }

    /// Why a level does not admit an organisation at all.
    fn bars(&self, level: LevelIndex, position: usize) -> Option<PassedOver> {
        let scheme = self.plan.scheme();
        let figures = self.contenders[position].figures;
        if level == scheme.last_level() {
            return None;
        }
        if let Some(ceiling) = figures.ceiling.filter(|ceiling| level < *ceiling) {
            return Some(PassedOver::Ceiling { ceiling });
        }
        let min = scheme.level(level).min?;
        let met = if own::counts_stars(self.plan) {
            let stars = i64::try_from(figures.stars.len()).unwrap_or(i64::MAX);
            min <= Decimal::whole(stars)
        } else {
            figures
                .composite
                .is_some_and(|composite| composite.compare(min) != Ordering::Less)
        };
        (!met).then_some(PassedOver::Minimum { min })
    }

    fn pass_over(
        &self,
        level: LevelIndex,
        position: usize,
        why: PassedOver,
        trace: &mut impl Trace,
    ) {
        if self.watched == Some(position) {
            trace.step(|| Step::PassedOver { level, why });
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
    match standings.get(watched).and_then(|standing| standing.rank) {
        Some(rank) => trace.step(|| Step::Ranked { rank, of }),
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

/// The rules that made the level, in the order of use.
fn because(
    plan: &Plan,
    figures: &OrganisationFigures,
    standing: &Standing,
    places: &[Option<(u64, PlacesFrom)>],
) -> Vec<Rule> {
    let scheme = plan.scheme();
    let mut rules = Vec::new();
    let decided = |wanted: fn(&Effect) -> bool| {
        let works = |entry: &&VetoStanding| entry.state == VetoState::Decided;
        figures
            .vetoes
            .iter()
            .filter(works)
            .any(|entry| wanted(&scheme.veto(entry.veto).effect))
    };
    if decided(|effect| matches!(effect, Effect::Zero(_))) {
        rules.push(Rule::V5);
    }
    if decided(|effect| matches!(effect, Effect::Strike(_))) {
        rules.push(Rule::V6);
    }
    if figures.unrated {
        rules.push(Rule::V1);
        return rules;
    }
    let Some(filled) = standing.filled else {
        rules.push(Rule::G11);
        return rules;
    };
    if scheme.combine == Combine::Best {
        rules.push(Rule::K3);
    }
    rules.push(match scheme.grading.rule {
        GradingRule::Thresholds => Rule::G1,
        GradingRule::Stars => Rule::G2,
        GradingRule::Split { .. } => Rule::G3,
    });
    // Places matter from the level it got upwards: there it found one, or found none.
    let passed = &places[..=filled.position().min(places.len().saturating_sub(1))];
    if passed
        .iter()
        .flatten()
        .any(|(_, from)| *from != PlacesFrom::Parts)
    {
        rules.push(Rule::G4);
    }
    // A ceiling is a reason where it is the very level that was reached.
    if figures.ceiling == Some(filled) {
        for (source, level) in &figures.ceilings {
            if Some(*level) == figures.ceiling {
                rules.push(match source {
                    CeilingSource::Cap(_) => Rule::V2,
                    CeilingSource::Hold(_) => Rule::V3,
                    CeilingSource::Climb => Rule::G9,
                    CeilingSource::Declared => Rule::G10,
                });
            }
        }
    }
    if standing.tie {
        rules.push(Rule::G8);
    }
    if figures.demote > 0 {
        rules.push(Rule::V4);
    }
    rules.dedup();
    rules
}

/// V9: decides the streaks that this round's level completes, once it is known.
pub fn settle(plan: &Plan, figures: &mut OrganisationFigures, standing: &Standing) {
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
        match figures.vetoes.iter().position(|other| other.veto >= veto) {
            Some(at) if figures.vetoes[at].veto == veto => figures.vetoes[at] = entry,
            Some(at) => figures.vetoes.insert(at, entry),
            None => figures.vetoes.push(entry),
        }
    }
}
