//! The sentences of the calculation.

use crate::number::{Decimal, Figure};

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
        zh: "原来未评",
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
        en: "{missing} {items_have} no mark", items_have: missing => "item has" / "items have",
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
        zh: "{party}：去掉最高、最低各 {left_out} 张，({totals}) ÷ {count} = {score}",
        en: "{party}: {left_out} left out at each end, ({totals}) ÷ {count} = {score}",
    }
    too_few_sheets(party: &str, there: u32, needed: u32) {
        zh: "{party}：计入的评分表 {there} 张，至少要 {needed} 张，暂无得分",
        en: "{party}: {there} {sheets_count}, {needed} {are} needed; no score yet", sheets_count: there => "sheet counts" / "sheets count", are: needed => "is" / "are",
    }
    question(title: &str, sum: Figure, base: String, score: Figure) {
        zh: "{title}：各选项票数 × 分值合计 {sum} ÷ {base} = {score}",
        en: "{title}: ballots × values {sum} ÷ {base} = {score}",
    }
    /// P3, on another scale than per cent
    question_scaled(title: &str, sum: Figure, base: String, marks: Decimal, score: Figure) {
        zh: "{title}：各选项票数 × 分值合计 {sum} ÷ {base} × {marks} ÷ 100 = {score}",
        en: "{title}: ballots × values {sum} ÷ {base} × {marks} ÷ 100 = {score}",
    }
    base_valid(count: u64) {
        zh: "有效票 {count}",
        en: "{count} valid {ballots}", ballots: count => "ballot" / "ballots",
    }
    base_returned(count: u64) {
        zh: "收回票 {count}",
        en: "{count} {ballots} returned", ballots: count => "ballot" / "ballots",
    }
    ballot_score_weighted(party: &str, terms: String, weights: Decimal, score: Figure) {
        zh: "{party}：({terms}) ÷ {weights} = {score}",
        en: "{party}: ({terms}) ÷ {weights} = {score}",
    }
    not_applicable(id: &str, title: &str) {
        zh: "{id} {title}：不适用",
        en: "{id} {title}: does not apply",
    }
    not_on_this_sheet(id: &str, title: &str) {
        zh: "{id} {title}：本评价主体不评这一项",
        en: "{id} {title}: not on the sheets of this party",
    }
    ballot_score(party: &str, score: Figure) {
        zh: "{party}：{score}",
        en: "{party}: {score}",
    }
    too_few_ballots(party: &str, question: &str, returned: u64, needed: u64) {
        zh: "{party}：“{question}”收回 {returned} 张，至少要 {needed} 张且有有效票，暂无得分",
        en: "{party}: {returned} {ballots} returned on \"{question}\", {needed} needed, with valid ones among them; no score yet", ballots: returned => "ballot" / "ballots",
    }
    satisfaction(party: &str, satisfied: u64, base: u64, rate: Figure) {
        zh: "{party}满意率：{satisfied} ÷ {base} = {rate}%",
        en: "{party}, satisfaction: {satisfied} ÷ {base} = {rate}%",
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
    person_pooled(name: &str, points: Figure) {
        zh: "{name}累计 {points} 分，与其他人员合并计算",
        en: "{name} has {points} points, added up with those of the others",
    }
    person_not_linked(name: &str, points: Figure) {
        zh: "{name}累计 {points} 分，不给单位加分",
        en: "{name} has {points} points and adds nothing to the organisation",
    }
    linked_person(name: &str, points: Figure, every: Decimal, add: Decimal, adds: Figure) {
        zh: "{name}累计 {points} 分，每满 {every} 分加 {add}（按人分别计），为单位加 {adds}",
        en: "{name} has {points} points; every {every} of a person add {add}: {adds}",
    }
    linked_pooled(points: Figure, every: Decimal, add: Decimal, adds: Figure) {
        zh: "人员合计 {points} 分，每满 {every} 分加 {add}（合并计），为单位加 {adds}",
        en: "all persons together have {points} points; every {every} add {add}: {adds}",
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
        zh: "基础分：({terms}) ÷ {weights} = {base}",
        en: "base: ({terms}) ÷ {weights} = {base}",
    }
    incomplete(parties: String) {
        zh: "尚未评完，缺：{parties}",
        en: "incomplete, still lacking: {parties}",
    }
    latest(party: &str, base: Figure) {
        zh: "以最后有得分的“{party}”为准：{base}",
        en: "the last party with a score, {party}, stands: {base}",
    }
    best(points: Figure, marks: Decimal, highest: Figure, base: Figure) {
        zh: "按本类别最高积分折算：{points} × {marks} ÷ {highest} = {base}",
        en: "in proportion to the highest: {points} × {marks} ÷ {highest} = {base}",
    }
    adjustment(id: &str, title: &str, count: u64, points: Figure, limited: String) {
        zh: "{id} {title}：{count} 次，{points} 分{limited}",
        en: "{id} {title}: {count} {times}, {points}{limited}", times: count => "time" / "times",
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
        zh: "{party}未评完：{low} 至 {high}",
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
    /// What a veto would do that does not work yet.
    veto_would(effect: String) {
        zh: "如认定：{effect}",
        en: "if decided: {effect}",
    }
    /// What a veto did that does not work any longer.
    veto_did(effect: String) {
        zh: "不再起作用（原为：{effect}）",
        en: "no longer in force (it was: {effect})",
    }
    veto_decided() {
        zh: "已认定",
        en: "decided",
    }
    veto_decided_by_itself() {
        zh: "条件已成立，自动认定",
        en: "decided by its condition",
    }
    veto_on_score(title: &str, seen: Figure, below: Decimal) {
        zh: "{title} {seen} < {below}，自动认定",
        en: "decided by itself: {title} {seen} < {below}",
    }
    veto_on_satisfaction(title: &str, seen: Figure, below: Decimal) {
        zh: "{title}满意率 {seen}% < {below}%，自动认定",
        en: "decided by itself: {title}, satisfaction {seen}% < {below}%",
    }
    veto_on_streak(years: u16, level: &str) {
        zh: "连续 {years} 年{level}，自动认定",
        en: "decided by itself: {level} for {years} {years_running} running", years_running: years => "year" / "years",
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
        zh: "最高{level}",
        en: "{level} at most",
    }
    effect_hold() {
        zh: "不得高于上次等次",
        en: "not above the previous level",
    }
    effect_demote(by: u16) {
        zh: "降 {by} 级",
        en: "{by} {levels} down", levels: by => "level" / "levels",
    }
    effect_zero(id: &str, title: &str) {
        zh: "{id} {title} 清零",
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
        zh: "最高{level}：{source}",
        en: "At most {level}: {source}",
    }
    ceiling_veto(id: &str, title: &str) {
        zh: "否决 {id} {title}",
        en: "veto {id} {title}",
    }
    ceiling_climb(climb: u16, previous: &str) {
        zh: "逐级晋位，上次{previous}，最多升 {climb} 级",
        en: "promotion limit, {previous} last time and at most {climb} {levels} up", levels: climb => "level" / "levels",
    }
    ceiling_declared(level: &str) {
        zh: "申报{level}，不高于申报等次",
        en: "{level} was declared",
    }
    ranked(rank: u32, of: u32) {
        zh: "第 {rank} 名，共 {of} 家",
        en: "rank {rank} of {of}",
    }
    ranked_by_decision(rank: u32, of: u32, order: u32) {
        zh: "第 {rank} 名，共 {of} 家；并列已定，序 {order}（G8 并列）",
        en: "rank {rank} of {of}; the order of the tie is decided: {order} (G8)",
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
        en: "{level}: {places} {noun} (shares, largest remainder)", noun: places => "place" / "places",
    }
    places_at_most(level: &str, places: u64, share: Decimal) {
        zh: "{level}名额 {places} 个（不超过 {share}%）",
        en: "{level}: {places} {noun} (at most {share}%)", noun: places => "place" / "places",
    }
    places_stated(level: &str, places: u64) {
        zh: "{level}名额 {places} 个（上级下达）",
        en: "{level}: {places} {noun} (sent down from above)", noun: places => "place" / "places",
    }
    passed_minimum(level: &str, min: Decimal) {
        zh: "{level}：不到 {min}",
        en: "{level}: {min} is not reached",
    }
    passed_ceiling(level: &str, ceiling: &str) {
        zh: "{level}：受限，最高{ceiling}",
        en: "{level}: held back at {ceiling}",
    }
    passed_full(level: &str, places: u64) {
        zh: "{level}：{places} 个名额已满",
        en: "{level}: its {places} {places_are} taken", places_are: places => "place is" / "places are",
    }
    passed_tie(level: &str, left: u64, equals: u32) {
        zh: "{level}：剩 {left} 个名额，{equals} 家并列，待排定次序",
        en: "{level}: {left} {places} left for {equals} equals; to be decided", places: left => "place" / "places",
    }
    passed_closed(level: &str) {
        zh: "{level}：并列未定，余下名额空着",
        en: "{level}: a tie is undecided, so what is left stays empty",
    }
    placed(level: &str) {
        zh: "定为{level}",
        en: "gets {level}",
    }
    placed_by_line(level: &str, min: Decimal) {
        zh: "定为{level}：达到 {min} 分（G1 分数线）",
        en: "gets {level}: {min} is reached (G1)",
    }
    placed_by_stars(level: &str, min: Decimal) {
        zh: "定为{level}：得星达到 {min} 颗（G2 得星数）",
        en: "gets {level}: {min} {stars_are} reached (G2)", stars_are: min => "star is" / "stars are",
    }
    placed_by_share(level: &str) {
        zh: "定为{level}：按名次取得名额（G3 按比例分名额）",
        en: "gets {level}: one of its places, by rank (G3)",
    }
    placed_last(level: &str, rule: &str) {
        zh: "定为{level}：没有取得以上各等次（{rule}）",
        en: "gets {level}: none of the levels above ({rule})",
    }
    demoted(from: &str, to: &str, by: u16) {
        zh: "因否决降 {by} 级：{from} → {to}",
        en: "{by} {levels} down by veto: {from} → {to}", levels: by => "level" / "levels",
    }
    next_level(level: &str, lacks: String) {
        zh: "距{level}差 {lacks} 分",
        en: "{lacks} short of {level}",
    }
    next_level_by_stars(level: &str, lacks: usize) {
        zh: "距{level}差 {lacks} 颗星",
        en: "{lacks} {stars} short of {level}", stars: lacks => "star" / "stars",
    }
    next_level_held(level: &str) {
        zh: "受限，最高{level}",
        en: "held back at {level}",
    }
    left_out_of_list() {
        zh: "、",
        en: ", ",
    }
}
