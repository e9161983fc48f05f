//! Which rules made a level, for those who ask why.

use smallvec::SmallVec;

use super::figures::{CeilingSource, OrganisationFigures, Rule, Standing, VetoStanding};
use super::place::Places;
use super::plan::Plan;
use super::{PlacesFrom, VetoState};
use crate::scheme::{Combine, Effect, GradingRule, LevelIndex, Scheme};

/// The rules that made the level, in the order of use.
pub(super) fn because(
    plan: &Plan,
    figures: &OrganisationFigures,
    standing: &Standing,
    places: &[Places],
) -> SmallVec<[Rule; 8]> {
    let scheme = plan.scheme();
    let mut rules = SmallVec::new();
    if decided(scheme, figures, |effect| matches!(effect, Effect::Zero(_))) {
        rules.push(Rule::V5);
    }
    if decided(scheme, figures, |effect| {
        matches!(effect, Effect::Strike(_))
    }) {
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
    if places_mattered(places, filled) {
        rules.push(Rule::G4);
    }
    rules.extend(ceilings(figures, filled));
    if standing.tie {
        rules.push(Rule::G8);
    }
    if figures.demote > 0 {
        rules.push(Rule::V4);
    }
    rules.dedup();
    rules
}

/// Whether a decided veto has such an effect.
fn decided(scheme: &Scheme, figures: &OrganisationFigures, wanted: fn(&Effect) -> bool) -> bool {
    let works = |entry: &&VetoStanding| entry.state == VetoState::Decided;
    let effect = |entry: &VetoStanding| wanted(&scheme.veto(entry.veto).effect);
    figures.vetoes.iter().filter(works).any(effect)
}

/// G4: places matter from the level it got upwards: there it found one, or found none.
fn places_mattered(places: &[Places], filled: LevelIndex) -> bool {
    let mut passed = places.iter().take(filled.position() + 1).flatten();
    passed.any(|(_, from)| *from != PlacesFrom::Parts)
}

/// A ceiling is a reason where it is the very level that was reached.
fn ceilings(figures: &OrganisationFigures, filled: LevelIndex) -> impl Iterator<Item = Rule> {
    let is_it = move |(_, level): &&(CeilingSource, LevelIndex)| {
        figures.ceiling == Some(filled) && *level == filled
    };
    let reasons = figures.ceilings.iter().filter(is_it);
    reasons.map(|(source, _)| source.rule())
}
