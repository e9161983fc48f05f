//! The rules of a scheme, one by one, in words.

use crate::number::Decimal;
use crate::scheme::{
    Adjustment, AdjustmentKind, Aggregate, Ballot, BallotBase, Combine, Condition, DeductionCost,
    Effect, EventPoints, Gathering, GradingRule, Item, ItemRule, Ledger, MemberKind, Method, Party,
    Scheme, TieKey, Veto,
};
use crate::text::Language;
use crate::text::diagnose::listed;

crate::texts! {
    by_sheet() { zh: "逐项打分", en: "scores by items" }
    by_mark() { zh: "打一个总体评分", en: "gives one overall mark" }
    by_ballot() { zh: "民主测评", en: "ballot" }
    by_ledger() { zh: "积分台账", en: "ledger of points" }
    mean() { zh: "取平均分", en: "the mean" }
    median() { zh: "取中位数", en: "the median" }
    trimmed(from: u32, trim: u32) {
        zh: "满 {from} 张时去掉 {trim} 个最高分和 {trim} 个最低分后平均",
        en: "the mean; from {from} on, {trim} left out at each end",
    }
    gathered(method: &str, aggregate: &str) { zh: "{method}，{aggregate}", en: "{method}, {aggregate}" }
    at_least_raters(count: u32) { zh: "，不少于 {count} 张", en: ", at least {count}" }
    at_least_ballots(count: u64) {
        zh: "收回不足 {count} 张不计分",
        en: "No score from fewer than {count} {ballots}", ballots: count => "ballot" / "ballots",
    }
    of_valid() { zh: "按有效票计算", en: "Counted on the valid ballots" }
    of_returned() { zh: "按收回票计算", en: "Counted on the ballots returned" }
    ballot_option(title: &str, value: Decimal) { zh: "{title} {value}%", en: "{title} {value}%" }
    ballot_options(list: &str) { zh: "选项：{list}", en: "Options: {list}" }
    question(title: &str, weight: Decimal) { zh: "{title}（权重 {weight}）", en: "{title} (weight {weight})" }
    questions(list: &str) { zh: "问题：{list}", en: "Questions: {list}" }
    review(list: &str) { zh: "审核：依次由{list}审签", en: "Signed in turn by: {list}" }
    link_each(kinds: &str, every: Decimal, add: Decimal) {
        zh: "{kinds}按人分别计：每人每满 {every} 分，为所在组织加 {add} 分",
        en: "Every {every} points of a person ({kinds}) add {add} to the organisation",
    }
    link_pooled(kinds: &str, every: Decimal, add: Decimal) {
        zh: "{kinds}积分合并计算，每满 {every} 分为所在组织加 {add} 分",
        en: "Every {every} points of all persons together ({kinds}) add {add} to the organisation",
    }
    officer() { zh: "党务干部", en: "officers" }
    member() { zh: "党员", en: "members" }
}

crate::texts! {
    combine_weighted() { zh: "合成：各评价主体得分按权重加权", en: "Composite: the parties' scores by weight" }
    combine_latest() {
        zh: "合成：取评定程序中最后一个已评主体的得分",
        en: "Composite: the score of the last party that has one",
    }
    combine_best() {
        zh: "合成：以同类别最高积分为满分折算",
        en: "Composite: points measured by the highest of the track",
    }
    by_thresholds() { zh: "定级：按综合得分划线", en: "Levels: by lines of the composite" }
    by_stars() { zh: "定级：按得星数", en: "Levels: by stars earned" }
    by_split(parts: &str) { zh: "定级：按比例 {parts} 分配名额", en: "Levels: places in parts of {parts}" }
    kind_city() { zh: "市", en: "city" }
    kind_district() { zh: "区（县）", en: "district" }
    kind_town() { zh: "乡镇（街道）", en: "town" }
    cohort(kind: &str) { zh: "排名范围：同一“{kind}”内", en: "Ranked within the same \"{kind}\"" }
    ties(list: &str) { zh: "同分时依次比较：{list}", en: "Equals are ordered by: {list}" }
    no_cohort() { zh: "排名范围：全部单位（各类别分开）", en: "Ranked all together (each track by itself)" }
    no_ties() { zh: "同分的并列，不再比较", en: "Equals share a rank" }
    no_climb() { zh: "升级级数不限", en: "No limit on levels above the previous one" }
    not_declared() { zh: "不按申报等次封顶", en: "The level declared is no ceiling" }
    climb(levels: u16) {
        zh: "比上次等次最多升 {levels} 级",
        en: "Levels above the previous one: at most {levels}",
    }
    declared() { zh: "不高于本单位申报的等次", en: "Never above the level declared" }
}

crate::texts! {
    effect_unrated() { zh: "不定等次", en: "no level" }
    effect_cap(level: &str) { zh: "最高定为{level}", en: "no higher than {level}" }
    effect_hold() { zh: "不得高于上次等次", en: "no higher than the previous level" }
    effect_demote(levels: u16) { zh: "降 {levels} 级", en: "{levels} {noun} down", noun: levels => "level" / "levels" }
    effect_zero(item: &str) { zh: "“{item}”清零", en: "0 for \"{item}\"" }
    effect_strike(category: &str) { zh: "取消“{category}”这颗星", en: "no star for \"{category}\"" }
    effect_warn(text: &str) { zh: "提示：{text}", en: "warning: {text}" }
    when_score(title: &str, below: Decimal) { zh: "“{title}”低于 {below} 分", en: "\"{title}\" is below {below}" }
    when_satisfaction(title: &str, below: Decimal) {
        zh: "“{title}”满意率低于 {below}% ",
        en: "the satisfaction of \"{title}\" is below {below}%",
    }
    when_streak(level: &str, years: u16) {
        zh: "连续 {years} 年为{level}",
        en: "{years} {noun} running ended at {level}", noun: years => "year" / "years",
    }
    bonus(id: &str, title: &str, each: Decimal) { zh: "{id} {title}：每次加 {each} 分", en: "{id} {title}: +{each} each" }
    penalty(id: &str, title: &str, each: Decimal) { zh: "{id} {title}：每次减 {each} 分", en: "{id} {title}: −{each} each" }
    up_to(max: Decimal) { zh: "，最多 {max} 分", en: ", at most {max}" }
}

crate::texts! {
    in_steps(step: Decimal) { zh: "按 {step} 分一档打分", en: "In steps of {step}" }
    costs_each(title: &str, each: Decimal) { zh: "{title}：每次扣 {each} 分", en: "{title}: −{each} each" }
    costs_all(title: &str) { zh: "{title}：本项不得分", en: "{title}: the whole mark" }
    option(title: &str, points: Decimal) { zh: "{title} {points} 分", en: "{title} {points}" }
    options(list: &str) { zh: "选项：{list}", en: "Options: {list}" }
    linear(zero: &str, full: &str) {
        zh: "{zero} 得 0 分，{full} 得满分，之间按比例",
        en: "0 at {zero}, full marks at {full}, in proportion between",
    }
    stepped(target: &str, per: &str, lose: Decimal) {
        zh: "达到 {target} 得满分，每低 {per} 扣 {lose} 分",
        en: "Full marks from {target}; −{lose} for every {per} below",
    }
    band(from: &str, points: Decimal) { zh: "{from} 以上 {points} 分", en: "{points} from {from}" }
    bands(list: &str) { zh: "分档：{list}", en: "Bands: {list}" }
    event_each(each: Decimal) { zh: "每次 {each} 分", en: "{each} each time" }
    event_range(low: Decimal, high: Decimal) { zh: "每次 {low} 至 {high} 分", en: "{low} to {high} each time" }
    event_steps(step: Decimal) { zh: "，按 {step} 分一档", en: ", in steps of {step}" }
}

/// How a party rates.
pub(super) fn method(party: &Party, language: Language) -> String {
    let gathering = |name: String, gathering: &Gathering| {
        let aggregate = match gathering.aggregate {
            Aggregate::Mean => mean(language),
            Aggregate::Median => median(language),
            Aggregate::Trimmed { trim_from, trim } => trimmed(language, trim_from, trim),
        };
        let mut text = gathered(language, &name, &aggregate);
        if gathering.at_least > 1 {
            text.push_str(&at_least_raters(language, gathering.at_least));
        }
        text
    };
    match &party.method {
        Method::Sheet(how) => gathering(by_sheet(language), how),
        Method::Mark(how) => gathering(by_mark(language), how),
        Method::Ballot(_) => by_ballot(language),
        Method::Ledger(_) => by_ledger(language),
    }
}

/// P3
pub(super) fn ballot_detail(ballot: &Ballot, language: Language) -> Vec<String> {
    let base = match ballot.base {
        BallotBase::Valid => of_valid(language),
        BallotBase::Returned => of_returned(language),
    };
    let one = ballot.options.iter();
    let all: Vec<String> = one
        .map(|one| ballot_option(language, &one.title, one.value))
        .collect();
    let asked = ballot.questions.iter();
    let asked: Vec<String> = if ballot.questions.len() == 1 {
        asked.map(|one| one.title.clone()).collect()
    } else {
        asked
            .map(|one| question(language, &one.title, one.weight))
            .collect()
    };
    let mut lines = vec![
        ballot_options(language, &listed(language, &all)),
        questions(language, &listed(language, &asked)),
        base,
    ];
    if ballot.at_least > 1 {
        lines.push(at_least_ballots(language, ballot.at_least));
    }
    lines
}

/// P5, P6
pub(super) fn ledger_detail(ledger: &Ledger, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if !ledger.review.is_empty() {
        lines.push(review(language, &listed(language, &ledger.review)));
    }
    if let Some(link) = &ledger.link {
        let name = |kind: &MemberKind| match kind {
            MemberKind::Officer => officer(language),
            MemberKind::Member => member(language),
        };
        let kinds: Vec<String> = link.kinds.iter().map(name).collect();
        let kinds = listed(language, &kinds);
        lines.push(if link.pooled {
            link_pooled(language, &kinds, link.every, link.add)
        } else {
            link_each(language, &kinds, link.every, link.add)
        });
    }
    lines
}

/// How composites are made, and levels from them.
pub(super) fn grading_lines(scheme: &Scheme, language: Language) -> Vec<String> {
    let grading = &scheme.grading;
    let mut lines = vec![match scheme.combine {
        Combine::Weighted => combine_weighted(language),
        Combine::Latest => combine_latest(language),
        Combine::Best => combine_best(language),
    }];
    lines.push(match &grading.rule {
        GradingRule::Thresholds => by_thresholds(language),
        GradingRule::Stars => by_stars(language),
        GradingRule::Split { parts } => {
            let parts: Vec<String> = parts.iter().map(u64::to_string).collect();
            by_split(language, &parts.join(":"))
        }
    });
    lines.push(match &grading.cohort {
        Some(kind) => cohort(language, &kind_word(language, kind)),
        None => no_cohort(language),
    });
    if grading.ties.is_empty() {
        lines.push(no_ties(language));
    } else {
        let title = |tie: &TieKey| match tie {
            TieKey::Party(party) => scheme.party(*party).title.as_str(),
            TieKey::Category(category) => scheme.category(*category).title.as_str(),
        };
        let titles: Vec<&str> = grading.ties.iter().map(title).collect();
        lines.push(ties(language, &listed(language, &titles)));
    }
    lines.push(match grading.climb {
        Some(levels) => climb(language, levels),
        None => no_climb(language),
    });
    lines.push(match grading.declared {
        true => declared(language),
        false => not_declared(language),
    });
    lines
}

/// V1 to V7
pub(super) fn effect(scheme: &Scheme, veto: &Veto, language: Language) -> String {
    match &veto.effect {
        Effect::Unrated => effect_unrated(language),
        Effect::Cap(level) => effect_cap(language, &scheme.level(*level).title),
        Effect::Hold => effect_hold(language),
        Effect::Demote(levels) => effect_demote(language, *levels),
        Effect::Zero(item) => effect_zero(language, &scheme.item(*item).title),
        Effect::Strike(category) => effect_strike(language, &scheme.category(*category).title),
        Effect::Warn(text) => effect_warn(language, text),
    }
}

/// V9
#[must_use]
pub fn condition(scheme: &Scheme, condition: &Condition, language: Language) -> String {
    match *condition {
        Condition::Party { party, below } => {
            when_score(language, &scheme.party(party).title, below)
        }
        Condition::Satisfaction { party, below } => {
            when_satisfaction(language, &scheme.party(party).title, below)
        }
        Condition::Category { category, below } => {
            when_score(language, &scheme.category(category).title, below)
        }
        Condition::Item { item, below } => when_score(language, &scheme.item(item).title, below),
        Condition::Streak { level, years } => {
            when_streak(language, &scheme.level(level).title, years)
        }
    }
}

/// K4
#[must_use]
pub fn adjustment(adjustment: &Adjustment, language: Language) -> String {
    let (id, title, each) = (&adjustment.id, &adjustment.title, adjustment.each);
    let line = match adjustment.kind {
        AdjustmentKind::Bonus => bonus(language, id, title, each),
        AdjustmentKind::Penalty => penalty(language, id, title, each),
    };
    limited(line, adjustment.max, language)
}

fn limited(mut line: String, max: Option<Decimal>, language: Language) -> String {
    if let Some(max) = max {
        line.push_str(&up_to(language, max));
    }
    line
}

/// A measured value: `90%`, `50 万元`.
fn measured(unit: Option<&str>, value: Decimal) -> String {
    match unit {
        Some(unit) if unit.starts_with('%') => format!("{value}{unit}"),
        Some(unit) => format!("{value} {unit}"),
        None => value.to_string(),
    }
}

/// I1 to I6, P5: how the item is scored; a plain direct mark says nothing.
pub(super) fn rule_lines(item: &Item, language: Language) -> Vec<String> {
    let value = |unit: &Option<String>, value| measured(unit.as_deref(), value);
    match &item.rule {
        ItemRule::Direct { step } => step.iter().map(|step| in_steps(language, *step)).collect(),
        ItemRule::Deductions(deductions) => {
            let line = |one: &crate::scheme::Deduction| match one.cost {
                DeductionCost::All => costs_all(language, &one.title),
                DeductionCost::Each { each, max } => {
                    limited(costs_each(language, &one.title, each), max, language)
                }
            };
            deductions.iter().map(line).collect()
        }
        ItemRule::Options(all) => {
            let all = all
                .iter()
                .map(|one| option(language, &one.title, one.points));
            vec![options(
                language,
                &listed(language, &all.collect::<Vec<_>>()),
            )]
        }
        ItemRule::Linear { unit, zero, full } => {
            vec![linear(language, &value(unit, *zero), &value(unit, *full))]
        }
        ItemRule::Stepped {
            unit,
            target,
            per,
            lose,
        } => {
            vec![stepped(
                language,
                &value(unit, *target),
                &value(unit, *per),
                *lose,
            )]
        }
        ItemRule::Bands { unit, bands: all } => {
            let line =
                |one: &crate::scheme::Band| band(language, &value(unit, one.from), one.points);
            let all: Vec<String> = all.iter().map(line).collect();
            vec![bands(language, &listed(language, &all))]
        }
        ItemRule::Ledger { points, max } => {
            let line = match *points {
                EventPoints::Each(each) => event_each(language, each),
                EventPoints::Range { low, high, step } => {
                    let mut line = event_range(language, low, high);
                    if let Some(step) = step {
                        line.push_str(&event_steps(language, step));
                    }
                    line
                }
            };
            vec![limited(line, *max, language)]
        }
    }
}

/// A kind of organisation in the words of the field; one of another's making as it is written.
#[must_use]
pub fn kind_word(language: Language, kind: &str) -> String {
    match kind {
        "city" => kind_city(language),
        "district" | "county" => kind_district(language),
        "town" | "township" | "street" => kind_town(language),
        other => other.to_owned(),
    }
}
