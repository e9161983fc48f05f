//! The steps from the parties' scores to the level, in words.

use super::sentences::*;
use super::{
    Teller, ceiling_source, effect_as_it_stands, level_title, line_rule, rule_name, veto_state,
};
use crate::number::Decimal;
use crate::scheme::{GradingRule, LevelIndex};
use crate::scoring::{PassedOver, PlacesFrom, Step, VetoStanding};

impl Teller<'_> {
    pub(super) fn base(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::Weighted { parts, base } => {
                let counted = parts.iter().filter(|(_, weight, _)| !weight.is_zero());
                let mut weights = 0;
                let mut terms = Vec::new();
                for (_, weight, score) in counted {
                    weights += weight.millionths();
                    terms.push(format!("{score} × {weight}"));
                }
                weighted(
                    language,
                    terms.join(" + "),
                    Decimal::from_millionths(weights),
                    *base,
                )
            }
            Step::Incomplete { parties, .. } => {
                let titles: Vec<&str> = parties
                    .iter()
                    .map(|party| self.party_title(*party))
                    .collect();
                incomplete(language, titles.join(&left_out_of_list(language)))
            }
            Step::Latest { party, base } => latest(language, self.party_title(*party), *base),
            Step::Best {
                points,
                highest,
                base,
            } => best(language, *points, scheme.marks, *highest, *base),
            Step::Category {
                category: index,
                score,
            } => {
                let found = scheme.category(*index);
                category(language, &found.id, &found.title, *score)
            }
            _ => String::new(),
        }
    }

    pub(super) fn composite(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::Adjustment {
                adjustment: index,
                count,
                points,
                limited,
            } => {
                let found = scheme.adjustment(*index);
                let limit = self.limit(*limited);
                adjustment(language, &found.id, &found.title, *count, *points, limit)
            }
            Step::AdjustmentPending { adjustment, count } => {
                let found = scheme.adjustment(*adjustment);
                adjustment_pending(language, &found.id, &found.title, *count)
            }
            Step::Net {
                bonuses,
                penalties,
                net: value,
                limited,
            } => net(language, *bonuses, *penalties, *value, self.limit(*limited)),
            Step::Composite {
                base,
                net,
                composite: value,
                limited,
            } => {
                let limit = if *limited {
                    composite_limited(language)
                } else {
                    String::new()
                };
                composite(language, *base, *net, *value, limit)
            }
            Step::PartyBounds { party, low, high } => {
                party_bounds(language, self.party_title(*party), *low, *high)
            }
            Step::Bounds { low, high } => bounds(language, *low, *high),
            _ => String::new(),
        }
    }

    pub(super) fn limits(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::Star {
                category,
                score,
                pass,
                struck,
                earned,
            } => {
                let title = &scheme.category(*category).title;
                match (struck, score, earned) {
                    (true, ..) => star_struck(language, title),
                    (false, None, _) => star_open(language, title, *pass),
                    (false, Some(score), true) => star_earned(language, title, *score, *pass),
                    (false, Some(score), false) => star_missed(language, title, *score, *pass),
                }
            }
            Step::Veto {
                veto: index,
                state,
                auto,
                seen,
            } => {
                let found = scheme.veto(*index);
                let standing = VetoStanding {
                    veto: *index,
                    state: *state,
                    auto: *auto,
                    seen: *seen,
                };
                let named = veto_state(scheme, language, &standing);
                let does = effect_as_it_stands(scheme, language, *index, *state);
                veto(language, &found.id, &found.title, named, does)
            }
            Step::Ceiling { source, level } => {
                let source = ceiling_source(scheme, language, *source, *level);
                ceiling(language, level_title(scheme, *level), source)
            }
            _ => String::new(),
        }
    }

    pub(super) fn level(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::Ranked {
                rank,
                of,
                ordered: None,
            } => ranked(language, *rank, *of),
            Step::Ranked {
                rank,
                of,
                ordered: Some(order),
            } => ranked_by_decision(language, *rank, *of, *order),
            Step::NotRanked { unrated: true } => not_ranked_unrated(language),
            Step::NotRanked { unrated: false } => not_ranked_incomplete(language),
            Step::Places {
                level,
                places,
                from,
            } => {
                let title = level_title(scheme, *level);
                let share = scheme.level(*level).at_most.unwrap_or_default();
                match from {
                    PlacesFrom::Parts => places_parts(language, title, *places),
                    PlacesFrom::AtMost => places_at_most(language, title, *places, share),
                    PlacesFrom::Stated => places_stated(language, title, *places),
                }
            }
            Step::PassedOver { level, why } => self.passed_over(level_title(scheme, *level), *why),
            Step::Placed { level } => self.placed(*level),
            Step::Demoted { from, to, by } => demoted(
                language,
                level_title(scheme, *from),
                level_title(scheme, *to),
                *by,
            ),
            _ => String::new(),
        }
    }

    fn placed(&self, index: LevelIndex) -> String {
        let (scheme, language) = (self.scheme, self.language);
        let level = scheme.level(index);
        match (&scheme.grading.rule, level.min) {
            _ if index == scheme.last_level() && index.position() > 0 => {
                let rule = line_rule(scheme);
                let cited = format!("{rule:?} {}", rule_name(language, rule));
                placed_last(language, &level.title, &cited)
            }
            (GradingRule::Thresholds, Some(min)) => placed_by_line(language, &level.title, min),
            (GradingRule::Stars, Some(min)) => placed_by_stars(language, &level.title, min),
            (GradingRule::Split { .. }, _) => placed_by_share(language, &level.title),
            _ => placed(language, &level.title),
        }
    }

    fn passed_over(&self, level: &str, why: PassedOver) -> String {
        let language = self.language;
        match why {
            PassedOver::Minimum { min } => passed_minimum(language, level, min),
            PassedOver::Ceiling { ceiling } => {
                passed_ceiling(language, level, level_title(self.scheme, ceiling))
            }
            PassedOver::Full { places } => passed_full(language, level, places),
            PassedOver::Tie { left, equals } => passed_tie(language, level, left, equals),
            PassedOver::Closed => passed_closed(language, level),
        }
    }
}
