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
    /// By the lines and ceilings alone; places decide too.
    Bounds {
        without: Outcome,
        with: Outcome,
    },
    /// The others of the cohort decide alone.
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
    let split = matches!(scheme.grading.rule, GradingRule::Split { .. });
    if split || scheme.combine == Combine::Best {
        return Levels::ByRank;
    }
    let places = scheme.levels.iter().any(|level| level.at_most.is_some());
    let without = outcome(round, file, (veto, VetoState::Lifted), places);
    let with = outcome(round, file, (veto, VetoState::Decided), places);
    match (without, with) {
        (Some(without), Some(with)) if places => Levels::Bounds { without, with },
        (Some(without), Some(with)) => Levels::Known { without, with },
        _ => Levels::Unknown,
    }
}

fn outcome(
    round: &OpenRound,
    file: &OrganisationFile,
    (veto, state): (VetoIndex, VetoState),
    places: bool,
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
    if places {
        let (low, high) = (figures.reached?, figures.in_reach?);
        let last = round.scheme.last_level();
        let down = |level: LevelIndex| LevelIndex(level.0.saturating_add(figures.demote)).min(last);
        return Some(if low == high {
            Outcome::Level(down(low))
        } else {
            Outcome::Between(down(low), down(high))
        });
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
