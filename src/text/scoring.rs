//! How a figure or a level came about, in words: what `explain` and the breakdown say.

use super::Language;
use crate::scheme::{Condition, Effect, GradingRule, LevelIndex, Method, Scheme, VetoIndex};
use crate::scoring::{
    CeilingSource, OrganisationFigures, PassedOver, Rule, Step, VetoStanding, VetoState,
};

mod outcome;
mod own;
mod rules;
mod sentences;

pub use rules::rule_name;
pub use sentences::*;

fn level_title(scheme: &Scheme, level: LevelIndex) -> &str {
    &scheme.level(level).title
}

/// What a veto does, in words.
#[must_use]
pub fn effect(scheme: &Scheme, language: Language, veto: VetoIndex) -> String {
    match &scheme.veto(veto).effect {
        Effect::Unrated => effect_unrated(language),
        Effect::Cap(level) => effect_cap(language, level_title(scheme, *level)),
        Effect::Hold => effect_hold(language),
        Effect::Demote(by) => effect_demote(language, *by),
        Effect::Zero(item) => {
            let id = scheme.short_id(*item);
            effect_zero(language, id, &scheme.item(*item).title)
        }
        Effect::Strike(category) => effect_strike(language, &scheme.category(*category).title),
        Effect::Warn(text) => effect_warn(language, text),
    }
}

/// What a veto does in its state: what it would do while it is only proposed, and what it did
/// once it is lifted.
#[must_use]
pub fn effect_as_it_stands(
    scheme: &Scheme,
    language: Language,
    veto: VetoIndex,
    state: VetoState,
) -> String {
    let effect = effect(scheme, language, veto);
    match state {
        VetoState::Proposed => veto_would(language, effect),
        VetoState::Decided => effect,
        VetoState::Lifted => veto_did(language, effect),
    }
}

/// The state of a veto, in words; `seen` is the figure that its condition looked at.
#[must_use]
pub fn veto_state(scheme: &Scheme, language: Language, veto: &VetoStanding) -> String {
    match veto.state {
        VetoState::Proposed => veto_proposed(language),
        VetoState::Lifted => veto_lifted(language),
        VetoState::Decided => {
            condition_met(scheme, language, veto).unwrap_or_else(|| veto_decided(language))
        }
    }
}

/// The figure on which a veto has decided itself, with its limit, for where there is little room.
#[must_use]
pub fn condition_in_short(scheme: &Scheme, veto: &VetoStanding) -> Option<String> {
    let condition = scheme.veto(veto.veto).when.filter(|_| veto.auto)?;
    let seen = veto.seen?;
    match condition {
        Condition::Satisfaction { below, .. } => Some(format!("{seen}% < {below}%")),
        Condition::Party { below, .. }
        | Condition::Category { below, .. }
        | Condition::Item { below, .. } => Some(format!("{seen} < {below}")),
        Condition::Streak { .. } => None,
    }
}

/// On what figure a veto has decided itself (V9); none where a person has decided.
#[must_use]
pub fn condition_met(scheme: &Scheme, language: Language, veto: &VetoStanding) -> Option<String> {
    let condition = scheme.veto(veto.veto).when.filter(|_| veto.auto)?;
    let (title, below) = match condition {
        Condition::Party { party, below } => (&scheme.party(party).title, below),
        Condition::Category { category, below } => (&scheme.category(category).title, below),
        Condition::Item { item, below } => (&scheme.item(item).title, below),
        Condition::Satisfaction { party, below } => {
            let title = &scheme.party(party).title;
            return Some(match veto.seen {
                Some(seen) => veto_on_satisfaction(language, title, seen, below),
                None => veto_decided_by_itself(language),
            });
        }
        Condition::Streak { level, years } => {
            return Some(veto_on_streak(language, years, level_title(scheme, level)));
        }
    };
    Some(match veto.seen {
        Some(seen) => veto_on_score(language, title, seen, below),
        None => veto_decided_by_itself(language),
    })
}

/// Where a ceiling comes from, in words; `level` is the ceiling.
#[must_use]
pub fn ceiling_source(
    scheme: &Scheme,
    language: Language,
    source: CeilingSource,
    level: LevelIndex,
) -> String {
    match source {
        CeilingSource::Cap(veto) | CeilingSource::Hold(veto) => {
            let veto = scheme.veto(veto);
            ceiling_veto(language, &veto.id, &veto.title)
        }
        CeilingSource::Climb => {
            // A ceiling lies so many levels above the previous one.
            let climb = scheme.grading.climb.unwrap_or_default();
            let previous = LevelIndex::at(level.position() + usize::from(climb));
            ceiling_climb(language, climb, level_title(scheme, previous))
        }
        CeilingSource::Declared => ceiling_declared(language, level_title(scheme, level)),
    }
}

/// The rule that a step of a scheme is cited by.
#[must_use]
pub fn cited(scheme: &Scheme, step: &Step) -> Rule {
    match step {
        Step::Gathered { party, .. } | Step::TooFewSheets { party, .. }
            if matches!(scheme.party(*party).method, Method::Mark(_)) =>
        {
            Rule::P2
        }
        Step::Veto {
            veto, auto: false, ..
        } => effect_rule(&scheme.veto(*veto).effect),
        Step::PassedOver {
            why: PassedOver::Minimum { .. },
            ..
        } => line_rule(scheme),
        _ => step.rule(),
    }
}

/// The rules that a step and its words cite.
#[must_use]
pub fn cites(scheme: &Scheme, step: &Step) -> Vec<Rule> {
    let mut cited = vec![cited(scheme, step)];
    match step {
        Step::Placed { .. } => cited.push(line_rule(scheme)),
        Step::Ranked {
            ordered: Some(_), ..
        } => cited.push(Rule::G8),
        Step::Veto {
            veto,
            state: VetoState::Decided,
            ..
        } => cited.push(effect_rule(&scheme.veto(*veto).effect)),
        _ => {}
    }
    cited
}

/// The rule of what a veto does.
const fn effect_rule(effect: &Effect) -> Rule {
    match effect {
        Effect::Unrated => Rule::V1,
        Effect::Cap(_) => Rule::V2,
        Effect::Hold => Rule::V3,
        Effect::Demote(_) => Rule::V4,
        Effect::Zero(_) => Rule::V5,
        Effect::Strike(_) => Rule::V6,
        Effect::Warn(_) => Rule::V7,
    }
}

/// The rule by which a level's line is met.
const fn line_rule(scheme: &Scheme) -> Rule {
    match scheme.grading.rule {
        GradingRule::Thresholds => Rule::G1,
        GradingRule::Stars => Rule::G2,
        GradingRule::Split { .. } => Rule::G3,
    }
}

/// A step of the calculation, in words.
#[must_use]
pub fn step(scheme: &Scheme, language: Language, step: &Step) -> String {
    Teller { scheme, language }.step(step)
}

struct Teller<'a> {
    scheme: &'a Scheme,
    language: Language,
}

impl Teller<'_> {
    fn step(&self, step: &Step) -> String {
        match step {
            Step::Item { .. }
            | Step::NotApplicable { .. }
            | Step::Zeroed { .. }
            | Step::SheetCategory { .. }
            | Step::SheetTotal { .. }
            | Step::SheetLeftOut { .. } => self.sheet(step),
            Step::Gathered { .. } | Step::TooFewSheets { .. } | Step::PartyCategory { .. } => {
                self.party(step)
            }
            Step::Question { .. }
            | Step::BallotScore { .. }
            | Step::TooFewBallots { .. }
            | Step::Satisfaction { .. } => self.ballot(step),
            Step::LedgerItem { .. }
            | Step::LedgerPerson { .. }
            | Step::Linked { .. }
            | Step::LedgerPoints { .. } => self.ledger(step),
            Step::Weighted { .. }
            | Step::Incomplete { .. }
            | Step::Latest { .. }
            | Step::Best { .. }
            | Step::Category { .. } => self.base(step),
            Step::Adjustment { .. }
            | Step::AdjustmentPending { .. }
            | Step::Net { .. }
            | Step::Composite { .. }
            | Step::PartyBounds { .. }
            | Step::Bounds { .. } => self.composite(step),
            Step::Star { .. } | Step::Veto { .. } | Step::Ceiling { .. } => self.limits(step),
            Step::Ranked { .. }
            | Step::NotRanked { .. }
            | Step::Places { .. }
            | Step::PassedOver { .. }
            | Step::Placed { .. }
            | Step::Demoted { .. } => self.level(step),
        }
    }
}

/// What the next level above lacks, in words; nothing at the top, or where lines say nothing.
#[must_use]
pub fn lacking(
    scheme: &Scheme,
    language: Language,
    figures: &OrganisationFigures,
) -> Option<String> {
    use crate::scoring::Distance;
    Some(match crate::scoring::distance(scheme, figures)? {
        Distance::Marks { level, lacks } => {
            next_level(language, level_title(scheme, level), lacks.to_string())
        }
        Distance::Stars { level, lacks } => {
            next_level_by_stars(language, level_title(scheme, level), lacks)
        }
        Distance::Held { level } => next_level_held(language, level_title(scheme, level)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheme::{parse, shipped_by_id};

    #[test]
    fn a_veto_is_told_to_work_only_while_it_is_decided() {
        let shipped = shipped_by_id("shizuishan").expect("shipped");
        let scheme = parse(shipped.text).expect("a sound scheme").scheme;
        let position = scheme
            .vetoes
            .iter()
            .position(|veto| matches!(veto.effect, Effect::Demote(1)));
        let veto = VetoIndex::at(position.expect("a veto that demotes by one (V4)"));
        let told = |state| effect_as_it_stands(&scheme, Language::English, veto, state);
        assert_eq!(told(VetoState::Decided), "1 level down");
        assert_eq!(told(VetoState::Proposed), "if decided: 1 level down");
        assert_eq!(
            told(VetoState::Lifted),
            "no longer in force (it was: 1 level down)"
        );
    }

    #[test]
    fn what_is_counted_is_one_or_many() {
        let english = Language::English;
        assert_eq!(
            next_level_by_stars(english, "ten", 1),
            "1 star short of ten"
        );
        assert_eq!(
            next_level_by_stars(english, "ten", 2),
            "2 stars short of ten"
        );
        let full = |places| passed_full(english, "five", places);
        assert_eq!(full(1), "five: its 1 place is taken");
        assert_eq!(full(0), "five: its 0 places are taken");
    }
}
