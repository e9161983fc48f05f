//! How a figure or a level came about, in words: what `explain` and the breakdown say.

use super::Language;
use crate::number::{Decimal, Figure};
use crate::scheme::{Aggregate, Effect, LevelIndex, Scheme, VetoIndex};
use crate::scoring::{
    CeilingSource, LeftOut, OrganisationFigures, PassedOver, PlacesFrom, Step, VetoState,
};

crate::texts! {
    /// I1 to I6
    item(id: &str, title: &str, mark: Figure, points: Decimal) {
        zh: "{id} {title}：{mark} 分，满分 {points}",
        en: "{id} {title}: {mark} of {points}",
    }
    /// V5
    zeroed(id: &str, title: &str, veto: &str, before: String) {
        zh: "{id} {title}：因否决 {veto} 清零，{before}",
        en: "{id} {title}: set to 0 by veto {veto}, {before}",
    }
    zeroed_from(mark: Figure) {
        zh: "原录 {mark}",
        en: "was {mark}",
    }
    zeroed_from_nothing() {
        zh: "原未录入",
        en: "had no mark",
    }
    sheet_category(id: &str, title: &str, score: Figure) {
        zh: "{id} {title}：{score} 分",
        en: "{id} {title}: {score}",
    }
    /// C2, where something does not apply
    sheet_category_scaled(id: &str, title: &str, sum: Figure, full: Decimal, absent: Decimal, score: Figure) {
        zh: "{id} {title}：{sum} × {full} ÷ ({full} − {absent}) = {score}，不适用的 {absent} 分在本类内补足",
        en: "{id} {title}: {sum} × {full} ÷ ({full} − {absent}) = {score}; what does not apply is made up within the category",
    }
    sheet_total(rater: &str, total: Figure) {
        zh: "{rater}的评分表合计 {total}",
        en: "sheet of {rater}: total {total}",
    }
    /// C3, where whole categories do not apply
    sheet_total_scaled(rater: &str, sum: Figure, marks: Decimal, full: Decimal, total: Figure) {
        zh: "{rater}的评分表合计 {sum} × {marks} ÷ {full} = {total}",
        en: "sheet of {rater}: {sum} × {marks} ÷ {full} = {total}",
    }
    sheet_left_out(rater: &str, why: String) {
        zh: "{rater}的评分表不计入：{why}",
        en: "sheet of {rater} does not count: {why}",
    }
    left_out_incomplete(missing: u32) {
        zh: "还有 {missing} 项未评",
        en: "{missing} items have no mark",
    }
    left_out_not_submitted() {
        zh: "尚未提交",
        en: "not submitted",
    }
    left_out_recused() {
        zh: "评分人回避",
        en: "the rater is recused",
    }
    left_out_nothing_applies() {
        zh: "没有适用的指标",
        en: "nothing on it applies",
    }
    gathered_one(party: &str, score: Figure) {
        zh: "{party}：{score}",
        en: "{party}: {score}",
    }
    gathered_mean(party: &str, totals: String, count: usize, score: Figure) {
        zh: "{party}：({totals}) ÷ {count} = {score}",
        en: "{party}: ({totals}) ÷ {count} = {score}",
    }
    gathered_median(party: &str, totals: String, score: Figure) {
        zh: "{party}：{totals} 的中位数 = {score}",
        en: "{party}: median of {totals} = {score}",
    }
    gathered_trimmed(party: &str, left_out: u32, totals: String, count: usize, score: Figure) {
        zh: "{party}：去掉最高、最低各 {left_out} 份，({totals}) ÷ {count} = {score}",
        en: "{party}: without the {left_out} highest and lowest, ({totals}) ÷ {count} = {score}",
    }
    too_few_sheets(party: &str, there: u32, needed: u32) {
        zh: "{party}：计入的评分表 {there} 份，至少要 {needed} 份，暂无得分",
        en: "{party}: {there} sheets count, {needed} are needed; no score yet",
    }
    question(title: &str, sum: Figure, base: u64, score: Figure) {
        zh: "{title}：{sum} ÷ {base} 票 → {score}",
        en: "{title}: {sum} ÷ {base} ballots → {score}",
    }
    ballot_score(party: &str, score: Figure) {
        zh: "{party}：{score}",
        en: "{party}: {score}",
    }
    too_few_ballots(party: &str, question: &str, returned: u64, needed: u64) {
        zh: "{party}：“{question}”收回 {returned} 票，至少要 {needed} 票且有有效票，暂无得分",
        en: "{party}: {returned} ballots returned on “{question}”, {needed} needed, with valid ones among them; no score yet",
    }
    satisfaction(party: &str, satisfied: u64, base: u64, rate: Figure) {
        zh: "{party}满意率：{satisfied} ÷ {base} = {rate}%",
        en: "{party}, satisfaction: {satisfied} ÷ {base} = {rate} %",
    }
    ledger_item(who: String, id: &str, title: &str, points: Figure, limited: String) {
        zh: "{who}{id} {title}：{points} 分{limited}",
        en: "{who}{id} {title}: {points}{limited}",
    }
    ledger_who(name: &str) {
        zh: "{name}，",
        en: "{name}, ",
    }
    at_its_limit() {
        zh: "（到上限）",
        en: " (at its limit)",
    }
    linked_person(name: &str, points: Figure, adds: Figure) {
        zh: "{name}累计 {points} 分，为单位加 {adds}",
        en: "{name} has {points} points and adds {adds}",
    }
    linked_pooled(points: Figure, adds: Figure) {
        zh: "人员合计 {points} 分，为单位加 {adds}",
        en: "all persons together have {points} points and add {adds}",
    }
    ledger_points(party: &str, own: Figure, linked: Figure, points: Figure) {
        zh: "{party}：单位 {own} + 人员 {linked} = {points}",
        en: "{party}: own {own} + persons {linked} = {points}",
    }
    party_category(party: &str, id: &str, title: &str, score: Figure) {
        zh: "{party}，{id} {title}：{score}",
        en: "{party}, {id} {title}: {score}",
    }
    weighted(terms: String, weights: Decimal, base: Figure) {
        zh: "综合基数：({terms}) ÷ {weights} = {base}",
        en: "base: ({terms}) ÷ {weights} = {base}",
    }
    incomplete(parties: String) {
        zh: "尚未评完，缺：{parties}",
        en: "incomplete for the want of: {parties}",
    }
    latest(party: &str, base: Figure) {
        zh: "以最后一级有得分的“{party}”为准：{base}",
        en: "the last party with a score, {party}, stands: {base}",
    }
    best(points: Figure, marks: Decimal, highest: Figure, base: Figure) {
        zh: "按最高分折算：{points} × {marks} ÷ {highest} = {base}",
        en: "in proportion to the highest: {points} × {marks} ÷ {highest} = {base}",
    }
    adjustment(id: &str, title: &str, count: u64, points: Figure, limited: String) {
        zh: "{id} {title}：{count} 次，{points} 分{limited}",
        en: "{id} {title}: {count} times, {points}{limited}",
    }
    adjustment_pending(id: &str, title: &str, count: u64) {
        zh: "{id} {title}：{count} 次没有依据文号，暂不计入",
        en: "{id} {title}: {count} without a document, not counted yet",
    }
    net(bonuses: Figure, penalties: Figure, net: Figure, limited: String) {
        zh: "加减分：加 {bonuses} − 减 {penalties} = {net}{limited}",
        en: "adjustments: {bonuses} − {penalties} = {net}{limited}",
    }
    composite(base: Figure, net: Figure, composite: Figure, limited: String) {
        zh: "综合得分：{base} + {net} = {composite}{limited}",
        en: "composite: {base} + {net} = {composite}{limited}",
    }
    composite_limited() {
        zh: "（不低于 0，不高于上限）",
        en: " (kept between 0 and the maximum)",
    }
    party_bounds(party: &str, low: Figure, high: Figure) {
        zh: "{party}未完：{low} 至 {high}",
        en: "{party} is open: {low} to {high}",
    }
    bounds(low: Figure, high: Figure) {
        zh: "综合得分区间：{low} 至 {high}",
        en: "the composite will be {low} to {high}",
    }
    category(id: &str, title: &str, score: Figure) {
        zh: "{id} {title}：{score}",
        en: "{id} {title}: {score}",
    }
    star_earned(title: &str, score: Figure, pass: Decimal) {
        zh: "{title}星：{score} 达到 {pass}，得星",
        en: "star {title}: {score} reaches {pass}, earned",
    }
    star_missed(title: &str, score: Figure, pass: Decimal) {
        zh: "{title}星：{score} 不到 {pass}，未得",
        en: "star {title}: {score} is below {pass}, not earned",
    }
    star_open(title: &str, pass: Decimal) {
        zh: "{title}星：尚无得分，达到 {pass} 得星",
        en: "star {title}: no score yet, earned from {pass}",
    }
    star_struck(title: &str) {
        zh: "{title}星：被否决取消",
        en: "star {title}: struck by a veto",
    }
    veto(id: &str, title: &str, state: String, effect: String) {
        zh: "否决 {id} {title}：{state}；{effect}",
        en: "veto {id} {title}: {state}; {effect}",
    }
    veto_proposed() {
        zh: "待认定，暂不起作用",
        en: "proposed, without effect yet",
    }
    veto_decided() {
        zh: "已认定",
        en: "decided",
    }
    veto_decided_by_itself() {
        zh: "条件已成立，自动认定",
        en: "decided by its condition",
    }
    veto_decided_on(seen: Figure) {
        zh: "条件已成立（{seen}），自动认定",
        en: "decided by its condition (at {seen})",
    }
    veto_lifted() {
        zh: "已解除",
        en: "lifted",
    }
    effect_unrated() {
        zh: "不定等次",
        en: "no level",
    }
    effect_cap(level: &str) {
        zh: "最高 {level}",
        en: "{level} at most",
    }
    effect_hold() {
        zh: "不得高于上次等次",
        en: "not above the previous level",
    }
    effect_demote(by: u16) {
        zh: "降 {by} 级",
        en: "{by} levels down",
    }
    effect_zero(id: &str, title: &str) {
        zh: "{id} {title} 计 0 分",
        en: "{id} {title} counts 0",
    }
    effect_strike(title: &str) {
        zh: "取消{title}星",
        en: "the star {title} is not earned",
    }
    effect_warn(text: &str) {
        zh: "提示：{text}",
        en: "notice: {text}",
    }
    ceiling(level: &str, source: String) {
        zh: "最高 {level}：{source}",
        en: "{level} at most: {source}",
    }
    ceiling_veto(id: &str, title: &str) {
        zh: "否决 {id} {title}",
        en: "veto {id} {title}",
    }
    ceiling_climb() {
        zh: "逐级晋位",
        en: "promotion limit",
    }
    ceiling_declared() {
        zh: "不高于申报等次",
        en: "not above the level declared",
    }
    ranked(rank: u32, of: u32) {
        zh: "排名第 {rank}，共 {of} 家",
        en: "rank {rank} of {of}",
    }
    not_ranked_unrated() {
        zh: "不定等次，不参加排名",
        en: "not rated, so without a rank",
    }
    not_ranked_incomplete() {
        zh: "尚未评完，不参加排名",
        en: "incomplete, so without a rank",
    }
    places_parts(level: &str, places: u64) {
        zh: "{level}名额 {places} 个（按比例，最大余数法）",
        en: "{level}: {places} places (shares, largest remainder)",
    }
    places_at_most(level: &str, places: u64, share: Decimal) {
        zh: "{level}名额 {places} 个（不超过 {share}%）",
        en: "{level}: {places} places (at most {share} %)",
    }
    places_stated(level: &str, places: u64) {
        zh: "{level}名额 {places} 个（上级下达）",
        en: "{level}: {places} places (sent down from above)",
    }
    passed_minimum(level: &str, min: Decimal) {
        zh: "{level}：不到 {min}",
        en: "{level}: {min} is not reached",
    }
    passed_ceiling(level: &str, ceiling: &str) {
        zh: "{level}：受限，最高 {ceiling}",
        en: "{level}: held back at {ceiling}",
    }
    passed_full(level: &str, places: u64) {
        zh: "{level}：{places} 个名额已满",
        en: "{level}: its {places} places are taken",
    }
    passed_tie(level: &str, left: u64, equals: u32) {
        zh: "{level}：剩 {left} 个名额，{equals} 家并列，待作并列排序",
        en: "{level}: {left} places left for {equals} equals; to be decided",
    }
    passed_closed(level: &str) {
        zh: "{level}：因并列未决而关闭",
        en: "{level}: closed by an undecided tie",
    }
    placed(level: &str) {
        zh: "定为 {level}",
        en: "gets {level}",
    }
    demoted(from: &str, to: &str, by: u16) {
        zh: "因否决降 {by} 级：{from} → {to}",
        en: "{by} levels down by veto: {from} → {to}",
    }
    next_level(level: &str, lacks: String) {
        zh: "距 {level} 差 {lacks} 分",
        en: "{lacks} short of {level}",
    }
    next_level_by_score(level: &str) {
        zh: "分数够 {level} 线，名额以排名为准",
        en: "the score is enough for {level}; places decide",
    }
    next_level_by_stars(level: &str, lacks: usize) {
        zh: "距 {level} 差 {lacks} 颗星",
        en: "{lacks} stars short of {level}",
    }
    next_level_held(level: &str) {
        zh: "受限，最高 {level}",
        en: "held back at {level}",
    }
    left_out_of_list() {
        zh: "、",
        en: ", ",
    }
}

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
            let item = scheme.item(*item);
            effect_zero(language, &item.id, &item.title)
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
            Step::Gathered { .. }
            | Step::TooFewSheets { .. }
            | Step::Question { .. }
            | Step::BallotScore { .. }
            | Step::TooFewBallots { .. }
            | Step::Satisfaction { .. }
            | Step::PartyCategory { .. } => self.party(step),
            Step::LedgerItem { .. } | Step::Linked { .. } | Step::LedgerPoints { .. } => {
                self.ledger(step)
            }
            Step::Weighted { .. }
            | Step::Incomplete { .. }
            | Step::Latest { .. }
            | Step::Best { .. }
            | Step::Adjustment { .. }
            | Step::AdjustmentPending { .. }
            | Step::Net { .. }
            | Step::Composite { .. }
            | Step::PartyBounds { .. }
            | Step::Bounds { .. }
            | Step::Category { .. } => self.composite(step),
            Step::Star { .. } | Step::Veto { .. } | Step::Ceiling { .. } => self.limits(step),
            Step::Ranked { .. }
            | Step::NotRanked { .. }
            | Step::Places { .. }
            | Step::PassedOver { .. }
            | Step::Placed { .. }
            | Step::Demoted { .. } => self.level(step),
        }
    }

    fn sheet(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::Item {
                item: index, mark, ..
            } => {
                let found = scheme.item(*index);
                item(language, &found.id, &found.title, *mark, found.points)
            }
            Step::Zeroed {
                veto, item, before, ..
            } => {
                let item = scheme.item(*item);
                let was = match before {
                    Some(mark) => zeroed_from(language, *mark),
                    None => zeroed_from_nothing(language),
                };
                zeroed(language, &item.id, &item.title, &scheme.veto(*veto).id, was)
            }
            Step::SheetCategory {
                category,
                sum,
                full,
                not_applicable,
                score,
                ..
            } => {
                let category = scheme.category(*category);
                let (id, title) = (&category.id, &category.title);
                if not_applicable.is_zero() {
                    sheet_category(language, id, title, *score)
                } else {
                    sheet_category_scaled(language, id, title, *sum, *full, *not_applicable, *score)
                }
            }
            Step::SheetTotal {
                rater,
                sum,
                full,
                total,
                ..
            } if *full != scheme.marks => {
                sheet_total_scaled(language, rater, *sum, scheme.marks, *full, *total)
            }
            Step::SheetTotal { rater, total, .. } => sheet_total(language, rater, *total),
            Step::SheetLeftOut { rater, why, .. } => {
                let why = match why {
                    LeftOut::Incomplete { missing } => left_out_incomplete(language, *missing),
                    LeftOut::NotSubmitted => left_out_not_submitted(language),
                    LeftOut::Recused => left_out_recused(language),
                    LeftOut::NothingApplies => left_out_nothing_applies(language),
                };
                sheet_left_out(language, rater, why)
            }
            _ => String::new(),
        }
    }

    fn party(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        let title = |party: crate::scheme::PartyIndex| scheme.party(party).title.as_str();
        match step {
            Step::Gathered {
                party,
                aggregate,
                totals,
                left_out,
                score,
            } => self.gathered(title(*party), *aggregate, totals, *left_out, *score),
            Step::TooFewSheets {
                party,
                there,
                needed,
            } => too_few_sheets(language, title(*party), *there, *needed),
            Step::Question {
                party,
                question: position,
                sum,
                base,
                score,
            } => question(
                language,
                self.question(*party, *position),
                *sum,
                *base,
                *score,
            ),
            Step::BallotScore { party, score } => ballot_score(language, title(*party), *score),
            Step::TooFewBallots {
                party,
                question,
                returned,
                needed,
            } => {
                let question = self.question(*party, *question);
                too_few_ballots(language, title(*party), question, *returned, *needed)
            }
            Step::Satisfaction {
                party,
                satisfied,
                base,
                rate,
            } => satisfaction(language, title(*party), *satisfied, *base, *rate),
            Step::PartyCategory {
                party,
                category,
                score,
            } => {
                let category = scheme.category(*category);
                party_category(
                    language,
                    title(*party),
                    &category.id,
                    &category.title,
                    *score,
                )
            }
            _ => String::new(),
        }
    }

    fn question(&self, party: crate::scheme::PartyIndex, position: u16) -> &str {
        match &self.scheme.party(party).method {
            crate::scheme::Method::Ballot(ballot) => ballot
                .questions
                .get(usize::from(position))
                .map_or("", |question| question.title.as_str()),
            _ => "",
        }
    }

    fn gathered(
        &self,
        party: &str,
        aggregate: Aggregate,
        totals: &[Figure],
        left_out: u32,
        score: Figure,
    ) -> String {
        let language = self.language;
        let joined = |figures: &[Figure], separator: &str| {
            figures
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(separator)
        };
        if totals.len() == 1 {
            return gathered_one(language, party, score);
        }
        let edge = left_out as usize;
        let inner = totals
            .get(edge..totals.len().saturating_sub(edge))
            .unwrap_or_default();
        match aggregate {
            Aggregate::Median => {
                let separator = left_out_of_list(language);
                gathered_median(language, party, joined(totals, &separator), score)
            }
            Aggregate::Trimmed { .. } if left_out > 0 => gathered_trimmed(
                language,
                party,
                left_out,
                joined(inner, " + "),
                inner.len(),
                score,
            ),
            _ => gathered_mean(language, party, joined(totals, " + "), totals.len(), score),
        }
    }

    fn ledger(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::LedgerItem {
                member,
                item,
                points,
                limited,
                ..
            } => {
                let item = scheme.item(*item);
                let who = member
                    .as_ref()
                    .map_or_else(String::new, |name| ledger_who(language, name));
                ledger_item(
                    language,
                    who,
                    &item.id,
                    &item.title,
                    *points,
                    self.limit(*limited),
                )
            }
            Step::Linked {
                member: Some((_, name)),
                points,
                adds,
                ..
            } => linked_person(language, name, *points, *adds),
            Step::Linked {
                member: None,
                points,
                adds,
                ..
            } => linked_pooled(language, *points, *adds),
            Step::LedgerPoints {
                party,
                own,
                linked,
                points,
            } => ledger_points(
                language,
                &scheme.party(*party).title,
                *own,
                *linked,
                *points,
            ),
            _ => String::new(),
        }
    }

    fn limit(&self, limited: bool) -> String {
        if limited {
            at_its_limit(self.language)
        } else {
            String::new()
        }
    }

    fn composite(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        let title = |party: crate::scheme::PartyIndex| scheme.party(party).title.as_str();
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
                let titles: Vec<&str> = parties.iter().map(|party| title(*party)).collect();
                incomplete(language, titles.join(&left_out_of_list(language)))
            }
            Step::Latest { party, base } => latest(language, title(*party), *base),
            Step::Best {
                points,
                highest,
                base,
            } => best(language, *points, scheme.marks, *highest, *base),
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
                party_bounds(language, title(*party), *low, *high)
            }
            Step::Bounds { low, high } => bounds(language, *low, *high),
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

    fn limits(&self, step: &Step) -> String {
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
                let state = veto_state(language, *state, *auto, *seen);
                veto(
                    language,
                    &found.id,
                    &found.title,
                    state,
                    effect(scheme, language, *index),
                )
            }
            Step::Ceiling { source, level } => {
                let source = ceiling_source(scheme, language, *source);
                ceiling(language, level_title(scheme, *level), source)
            }
            _ => String::new(),
        }
    }

    fn level(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::Ranked { rank, of } => ranked(language, *rank, *of),
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
            Step::Placed { level } => placed(language, level_title(scheme, *level)),
            Step::Demoted { from, to, by } => demoted(
                language,
                level_title(scheme, *from),
                level_title(scheme, *to),
                *by,
            ),
            _ => String::new(),
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
