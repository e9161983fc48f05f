//! Faults of the grading, the levels and the vetoes.

use crate::number::Decimal;
use crate::scheme::{OutOfReach, OutcomeFault};
use crate::text::Language;
use crate::text::diagnose::{Told, listed};

crate::texts! {
    too_few_levels() { zh: "等次少于两个", en: "there are fewer than two levels" }
    too_few_levels_advice() {
        zh: "用 [[level]] 从高到低至少列出两个。",
        en: "Name at least two with [[level]], best first.",
    }
    min_not_falling(above: Decimal) {
        zh: "分数线不低于上一等次的 {above}",
        en: "this min is not below the {above} of the level above",
    }
    min_not_falling_advice() {
        zh: "等次从高到低排列，min 逐级下降。",
        en: "Put the levels best first; min falls from one to the next.",
    }
    min_on_last() { zh: "最后一个等次不设分数线", en: "the last level has no min" }
    min_on_last_advice() {
        zh: "删去 min：最后一个等次收下其余所有单位。",
        en: "Remove min: the last level takes all the rest.",
    }
    min_not_whole() { zh: "星数必须是整数", en: "a number of stars is a whole number" }
    min_not_whole_advice() {
        zh: "rule = \"stars\" 时 min 是星数。",
        en: "With rule = \"stars\", min counts stars.",
    }
    parts_count(parts: usize, levels: usize) {
        zh: "比例有 {parts} 份，等次有 {levels} 个",
        en: "there are {parts} parts and {levels} levels",
    }
    parts_count_advice() { zh: "每个等次一份，从高到低。", en: "One part a level, best first." }
    parts_zero() { zh: "比例全为 0", en: "the parts add up to 0" }
    parts_zero_advice() { zh: "至少一份大于 0。", en: "Let one of them be above 0." }
    no_effect() { zh: "没有写明否决的后果", en: "the veto has no effect" }
    no_effect_advice() {
        zh: "从 cap、demote、hold、unrated、zero、strike、warn 中选一个。",
        en: "Choose one of cap, demote, hold, unrated, zero, strike, warn.",
    }
    several_effects(keys: &str) {
        zh: "一个否决情形只能有一种后果，这里同时有 {keys}",
        en: "a veto has one effect; here are {keys}",
    }
    several_effects_advice() {
        zh: "只保留一种，另一种另立一个否决情形。",
        en: "Keep one, and make another veto for the other.",
    }
    condition_form() {
        zh: "条件要针对一个且只针对一个对象",
        en: "a condition looks at one thing",
    }
    condition_form_advice() {
        zh: "从 party、satisfaction、category、item（配 below）或 streak（配 years）中选一个。",
        en: "Choose party, satisfaction, category or item (with below), or streak (with years).",
    }
    when_with_zero() {
        zh: "指标清零不能自动认定",
        en: "a veto that zeroes an item cannot decide itself",
    }
    when_with_zero_advice() {
        zh: "删去 when，或换一种后果。",
        en: "Take when out, or choose another effect.",
    }
    streak_without_warn() {
        zh: "连续年度的条件只能用于提示",
        en: "a streak goes with warn only",
    }
    streak_without_warn_advice() {
        zh: "后果改为 warn = \"…\"。",
        en: "Let the effect be warn = \"…\".",
    }
    not_a_ballot(party: &str) {
        zh: "“{party}”不是民主测评，没有满意率",
        en: "\"{party}\" is not a ballot and has no satisfaction rate",
    }
    not_a_ballot_advice() {
        zh: "写 method = \"ballot\" 的评价主体，或改用 party。",
        en: "Name a party of method \"ballot\", or use party.",
    }
    tie_form(text: &str) { zh: "“{text}”不是排序依据", en: "\"{text}\" decides no tie" }
    tie_form_advice() {
        zh: "写成 \"party:编号\" 或 \"category:编号\"。",
        en: "Write \"party:ID\" or \"category:ID\".",
    }
    tie_on_no_track(name: &str) {
        zh: "大类“{name}”在任何类别都没有指标，排不出先后",
        en: "no track has the category \"{name}\", so it decides no tie",
    }
    tie_on_no_track_advice() { zh: "换一个依据，或删去。", en: "Name another one, or take it out." }
    beyond_composite(highest: Decimal) {
        zh: "没有单位能达到这条线：综合得分最高 {highest}",
        en: "nobody can reach this: no composite is above {highest}",
    }
    beyond_stars(stars: usize) {
        zh: "没有单位能达到这条线：最多得 {stars} 颗星",
        en: "nobody can reach this: there are {stars} stars to earn",
    }
    no_places() { zh: "这个等次没有名额", en: "this level has no places" }
    out_of_reach_advice() { zh: "核对分数线和名额。", en: "Check the lines and the places." }
    cap_at_top() { zh: "限制在最高等次等于没有限制", en: "a cap at the top level limits nobody" }
    cap_at_top_advice() { zh: "改为较低的等次。", en: "Name a lower level." }
}

impl Told for OutcomeFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::TooFewLevels => too_few_levels(language),
            Self::MinNotFalling { above } => min_not_falling(language, *above),
            Self::MinOnLast => min_on_last(language),
            Self::MinNotWhole => min_not_whole(language),
            Self::PartsCount { parts, levels } => parts_count(language, *parts, *levels),
            Self::PartsZero => parts_zero(language),
            Self::NoEffect => no_effect(language),
            Self::SeveralEffects(keys) => several_effects(language, &listed(language, keys)),
            Self::ConditionForm => condition_form(language),
            Self::WhenWithZero => when_with_zero(language),
            Self::StreakWithoutWarn => streak_without_warn(language),
            Self::NotABallot { party } => not_a_ballot(language, party),
            Self::TieForm(text) => tie_form(language, text),
            Self::TieOnNoTrack(name) => tie_on_no_track(language, name),
            Self::LevelOutOfReach(why) => match why {
                OutOfReach::Composite(highest) => beyond_composite(language, *highest),
                OutOfReach::Stars(stars) => beyond_stars(language, *stars),
                OutOfReach::NoPlaces => no_places(language),
            },
            Self::CapAtTop => cap_at_top(language),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::TooFewLevels => too_few_levels_advice(language),
            Self::MinNotFalling { .. } => min_not_falling_advice(language),
            Self::MinOnLast => min_on_last_advice(language),
            Self::MinNotWhole => min_not_whole_advice(language),
            Self::PartsCount { .. } => parts_count_advice(language),
            Self::PartsZero => parts_zero_advice(language),
            Self::NoEffect => no_effect_advice(language),
            Self::SeveralEffects(_) => several_effects_advice(language),
            Self::ConditionForm => condition_form_advice(language),
            Self::WhenWithZero => when_with_zero_advice(language),
            Self::StreakWithoutWarn => streak_without_warn_advice(language),
            Self::NotABallot { .. } => not_a_ballot_advice(language),
            Self::TieForm(_) => tie_form_advice(language),
            Self::TieOnNoTrack(_) => tie_on_no_track_advice(language),
            Self::LevelOutOfReach(_) => out_of_reach_advice(language),
            Self::CapAtTop => cap_at_top_advice(language),
        }
    }
}
