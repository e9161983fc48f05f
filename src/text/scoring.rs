//! How a figure or a level came about, in words: what `explain` and the breakdown say.

use super::Language;
use crate::number::Figure;
use crate::scheme::{Effect, LevelIndex, Scheme, VetoIndex};
use crate::scoring::{CeilingSource, OrganisationFigures, Step, VetoState};

mod outcome;
mod own;
mod sentences;

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

/// The state of a veto, in words; `seen` is the figure that its condition looked at.
#[must_use]
pub fn veto_state(
    language: Language,
    state: VetoState,
    auto: bool,
    seen: Option<Figure>,
) -> String {
    match (state, auto, seen) {
        (VetoState::Proposed, ..) => veto_proposed(language),
        (VetoState::Lifted, ..) => veto_lifted(language),
        (VetoState::Decided, true, Some(seen)) => veto_decided_on(language, seen),
        (VetoState::Decided, true, None) => veto_decided_by_itself(language),
        (VetoState::Decided, false, _) => veto_decided(language),
    }
}

/// Where a ceiling comes from, in words.
#[must_use]
pub fn ceiling_source(scheme: &Scheme, language: Language, source: CeilingSource) -> String {
    match source {
        CeilingSource::Cap(veto) | CeilingSource::Hold(veto) => {
            let veto = scheme.veto(veto);
            ceiling_veto(language, &veto.id, &veto.title)
        }
        CeilingSource::Climb => ceiling_climb(language),
        CeilingSource::Declared => ceiling_declared(language),
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
