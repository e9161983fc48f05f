//! Faults of parties, and of how they are combined.

use super::{name_one_advice, whose};
use crate::scheme::PartyFault;
use crate::text::Language;
use crate::text::diagnose::Told;

crate::texts! {
    no_questions() { zh: "没有列出问题", en: "there are no questions" }
    no_parties() { zh: "没有评价主体", en: "there is no party" }
    no_parties_advice() { zh: "用 [[party]] 列出谁来评。", en: "Say with [[party]] who rates." }
    weight_negative() { zh: "权重不得为负", en: "the weight must not be negative" }
    weight_negative_advice() { zh: "写 0 或正数。", en: "Write 0 or more." }
    weights_zero(of_track: &str) {
        zh: "{of_track}评价主体的权重全为 0",
        en: "all parties{of_track} have the weight 0",
    }
    weights_zero_advice() { zh: "至少一个评价主体的权重大于 0。", en: "Give one of them a weight above 0." }
    question_weights_zero() { zh: "各问题的权重合计为 0", en: "the weights of the questions add up to 0" }
    question_weights_zero_advice() {
        zh: "至少一个问题的权重大于 0。",
        en: "Give one of them a weight above 0.",
    }
    trim_from_too_low(least: u64) {
        zh: "去掉最高、最低后没有剩下的评分表（少于 {least} 张）",
        en: "nothing would be left once the highest and lowest are out (fewer than {least})",
    }
    trim_from_too_low_advice(least: u64) {
        zh: "trim_from 至少为 {least}。",
        en: "Let trim_from be {least} or more.",
    }
    track_without_party(of_track: &str) {
        zh: "{of_track}没有评价主体",
        en: "nobody rates the organisations{of_track}",
    }
    track_without_party_advice() {
        zh: "在某个评价主体的 tracks 里加上它。",
        en: "Add it to the tracks of a party.",
    }
    ledger_needs_best() {
        zh: "积分台账只能与 combine = \"best\" 同用",
        en: "a ledger goes with combine = \"best\" only",
    }
    ledger_needs_best_advice() {
        zh: "把 [scheme] 的 combine 改为 \"best\"。",
        en: "Set combine = \"best\" in [scheme].",
    }
    best_needs_one_ledger() {
        zh: "combine = \"best\" 要求只有一个评价主体，且为积分台账",
        en: "combine = \"best\" needs one party, a ledger",
    }
    best_needs_one_ledger_advice() {
        zh: "改 combine，或只留一个 method = \"ledger\" 的评价主体。",
        en: "Change combine, or keep one party of method \"ledger\".",
    }
    ballot_with_latest() {
        zh: "民主测评不能与 combine = \"latest\" 同用",
        en: "a ballot does not go with combine = \"latest\"",
    }
    ballot_with_latest_advice() {
        zh: "把 combine 改为 \"weighted\"，或换评价方式。",
        en: "Set combine = \"weighted\", or another method.",
    }
    every_not_positive() { zh: "every 必须大于 0", en: "every has to be above 0" }
    every_not_positive_advice() {
        zh: "every 是个人满多少分折算一次，如 every = 10。",
        en: "every is how many points of a person count once, such as every = 10.",
    }
}

/// How many marks there must be for some to be left when so many are out at either end.
fn least(trim: u32) -> u64 {
    2 * u64::from(trim) + 1
}

impl Told for PartyFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::NoParties => no_parties(language),
            Self::NoQuestions => no_questions(language),
            Self::WeightNegative => weight_negative(language),
            Self::WeightsZero { track } => weights_zero(language, &whose(language, track)),
            Self::QuestionWeightsZero => question_weights_zero(language),
            Self::TrimFromTooLow { trim } => trim_from_too_low(language, least(*trim)),
            Self::TrackWithoutParty { track } => {
                track_without_party(language, &whose(language, track))
            }
            Self::LedgerNeedsBest => ledger_needs_best(language),
            Self::BestNeedsOneLedger => best_needs_one_ledger(language),
            Self::BallotWithLatest => ballot_with_latest(language),
            Self::EveryNotPositive => every_not_positive(language),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::NoParties => no_parties_advice(language),
            Self::NoQuestions => name_one_advice(language),
            Self::WeightNegative => weight_negative_advice(language),
            Self::WeightsZero { .. } => weights_zero_advice(language),
            Self::QuestionWeightsZero => question_weights_zero_advice(language),
            Self::TrimFromTooLow { trim } => trim_from_too_low_advice(language, least(*trim)),
            Self::TrackWithoutParty { .. } => track_without_party_advice(language),
            Self::LedgerNeedsBest => ledger_needs_best_advice(language),
            Self::BestNeedsOneLedger => best_needs_one_ledger_advice(language),
            Self::BallotWithLatest => ballot_with_latest_advice(language),
            Self::EveryNotPositive => every_not_positive_advice(language),
        }
    }
}
