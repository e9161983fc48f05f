//! The level with a veto and without it: the same calculation twice, with one input changed.

use crate::office::OrganisationFile;
use crate::round::assemble;
use crate::scheme::{Combine, GradingRule, LevelIndex, VetoIndex};
use crate::scoring::{Contender, Plan, Silent, VetoInput, VetoState, own, place};
use crate::tui::session::OpenRound;

/// What can be said of the level with and without a veto.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Levels {
    Known {
        without: Outcome,
        with: Outcome,
    },
    /// Places or the leader decide too.
    ByRank,
    /// Nothing can be said yet.
    Unknown,
}

/// What an organisation comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Level(LevelIndex),
    /// What is reached, and what is in reach.
    Between(LevelIndex, LevelIndex),
    Unrated,
}

/// Makes both.
#[must_use]
pub fn levels(round: &OpenRound, file: &OrganisationFile, veto: VetoIndex) -> Levels {
    let scheme = &round.scheme;
    let relative = scheme.combine == Combine::Best
        || matches!(scheme.grading.rule, GradingRule::Split { .. })
        || scheme.levels.iter().any(|level| level.at_most.is_some());
    if relative {
        return Levels::ByRank;
    }
    let without = outcome(round, file, veto, VetoState::Lifted);
    let with = outcome(round, file, veto, VetoState::Decided);
    match (without, with) {
        (Some(without), Some(with)) => Levels::Known { without, with },
        _ => Levels::Unknown,
    }
}

fn outcome(
    round: &OpenRound,
    file: &OrganisationFile,
    veto: VetoIndex,
    state: VetoState,
) -> Option<Outcome> {
    let plan = Plan::new(&round.scheme);
    let newest = file.newest_level.as_ref();
    let newest = newest.and_then(|(_, level)| round.scheme.find_level(level));
    let mut input = assemble(&plan, &file.cells, round.year, newest)?;
    input.vetoes.retain(|one| one.veto != veto);
    input.vetoes.push(VetoInput { veto, state });
    let figures = own(&plan, &input, &mut Silent);
    if figures.unrated {
        return Some(Outcome::Unrated);
    }
    let contender = Contender {
        figures: &figures,
        order: None,
    };
    let stated = vec![None; round.scheme.levels.len()];
    let placed = place(&plan, &[contender], &stated, None, &mut Silent);
    let level = placed.standings.first().and_then(|standing| standing.level);
    match (level, figures.reached, figures.in_reach) {
        (Some(level), ..) => Some(Outcome::Level(level)),
        (None, Some(low), Some(high)) if low == high => Some(Outcome::Level(low)),
        (None, Some(low), Some(high)) => Some(Outcome::Between(low, high)),
        _ => None,
    }
}
