//! The list of organisations.

use super::{Language, span};
use crate::office::ListFigures;
use crate::scheme::{LevelIndex, Scheme};
use crate::scoring::places_decide;

crate::texts! {
    pane() { zh: "单位", en: "Organisations" }
    column_name() { zh: "单位", en: "Organisation" }
    column_track() { zh: "类别", en: "Track" }
    column_composite() { zh: "综合", en: "Composite" }
    column_level() { zh: "等次", en: "Level" }
    /// The header's counts.
    scored_of(done: usize, all: usize) { zh: "已评 {done}/{all} 家", en: "{done}/{all} organisations" }
    listed_of(shown: usize, all: usize) { zh: "列出 {shown}/{all} 家", en: "{shown} of {all} listed" }
    items_of(done: usize, all: usize) { zh: "{done}/{all}项", en: "{done}/{all} items" }
    items_and_total(done: usize, all: usize, total: &str) { zh: "{done}/{all}项 {total}分", en: "{done}/{all}: {total}" }
    not_submitted(total: &str) { zh: "{total} 未提交", en: "{total} open" }
    /// A sheet that was returned, with what it adds up to now.
    sheet_returned(total: &str) { zh: "<{total} 已退回", en: "<{total} returned" }
    sheet_recused() { zh: "x 回避", en: "x recused" }
    sheet_not_due() { zh: "- 非应评", en: "- not due" }
    line_met(level: &str) { zh: "够{level}线", en: "{level} line met" }
    levels(low: &str, high: &str) { zh: "{low}至{high}", en: "{low}–{high}" }
    level_open() { zh: "等次未定", en: "no level yet" }
    vetoed() { zh: "否决", en: "veto" }
    hidden() { zh: "提交后可见", en: "after submission" }
    nothing_listed() { zh: "没有符合筛选的单位。Esc 取消筛选", en: "No organisation fits the filter. Esc clears it" }

    command_open() { zh: "评分", en: "Score" }
    command_find() { zh: "查找", en: "Find" }
    command_filter() { zh: "筛选/排序", en: "Filter" }
    command_vetoes() { zh: "否决", en: "Vetoes" }
    command_submit() { zh: "提交全部已评完", en: "Submit all complete" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_seat() { zh: "换一个评分人", en: "Rate in another name" }
    command_findings() { zh: "公示前核查", en: "Findings before the notice" }
    command_all_vetoes() { zh: "本轮全部否决", en: "All vetoes of the round" }
    command_journal() { zh: "操作记录", en: "Journal" }
    command_journal_of_one() { zh: "本单位的操作记录", en: "Journal of this organisation" }

    filter_title() { zh: "筛选和排序", en: "Filter and order" }
    filter_all() { zh: "全部", en: "All" }
    filter_mine() { zh: "由我评的", en: "Mine to rate" }
    filter_unfinished() { zh: "未评完", en: "Unfinished" }
    filter_not_submitted() { zh: "已评完未提交", en: "Complete but not submitted" }
    filter_returned() { zh: "被退回", en: "Returned" }
    filter_flagged() { zh: "有存疑", en: "Flagged" }
    filter_veto() { zh: "有否决", en: "With a veto" }
    filter_near_a_line() { zh: "距等次线一分以内", en: "Within a point of a line" }
    filter_self_above() { zh: "自评明显高于上级", en: "Self far above superior" }
    filter_changed() { zh: "上次复核后有改动", en: "Changed since my last review" }
    order_list() { zh: "排序：名单顺序", en: "Order: as listed" }
    order_tree() { zh: "排序：按隶属", en: "Order: tree" }
    order_composite() { zh: "排序：综合分从高到低", en: "Order: composite" }
    /// Marks what is chosen now.
    now(name: &str) { zh: "{name}（当前）", en: "{name} (now)" }
    filtered(name: &str) { zh: "筛选：{name}", en: "Filter: {name}" }

    command_review() { zh: "已复核", en: "Reviewed" }
    command_changes() { zh: "上次复核后的改动", en: "Changes since my review" }
    command_return() { zh: "退回评分表", en: "Return a sheet" }
    /// A name in the list, with this person's tick.
    name_reviewed(name: &str) { zh: "{name} ✓已复核", en: "{name} ✓reviewed" }
    name_changed(name: &str) { zh: "{name} ✓后有改动", en: "{name} ✓changed since" }
    reviewed(name: &str) { zh: "{name}：已复核", en: "{name}: reviewed" }
    review_taken_back(name: &str) { zh: "{name}：已取消复核", en: "{name}: no longer reviewed" }
    not_reviewed(){ zh: "还没有复核过这个单位", en: "This organisation has not been reviewed" }
    nothing_changed() { zh: "上次复核后没有改动", en: "Nothing has changed since the review" }

    nothing_to_return() { zh: "列出的单位都没有已提交的评分表", en: "No sheet of the organisations listed is submitted" }
    return_title() { zh: "退回哪张评分表", en: "Which sheet to return" }
    return_one(party: &str, rater: &str, name: &str) { zh: "{party} · {rater}：{name}", en: "{party}, {rater}: {name}" }
    return_all(party: &str, rater: &str, count: usize) {
        zh: "{party} · {rater}：列出的 {count} 家全部退回",
        en: "{party}, {rater}: all {count} that are listed",
    }
    return_count(rater: &str, count: usize) { zh: "退回{rater}的 {count} 张评分表", en: "Return {count} {sheets} of {rater}", sheets: count => "sheet" / "sheets" }
    return_intro() { zh: "退回后由评分人修改并重新提交，原来的得分留在记录里。", en: "Its rater corrects and submits it again; the old marks stay on record." }
    return_reason() { zh: "退回事由", en: "Reason" }
    returned(count: usize) { zh: "已退回 {count} 张评分表", en: "{count} {sheets} returned", sheets: count => "sheet" / "sheets" }
    returned_some(count: usize, refused: usize) { zh: "已退回 {count} 张，{refused} 张未能退回", en: "{count} {sheets} returned, {refused} refused", sheets: count => "sheet" / "sheets" }
    recused(name: &str, why: &str) { zh: "{name}：须回避，不评此单位。{why}", en: "{name}: recused from this organisation. {why}" }

    not_due(name: &str, rater: &str) {
        zh: "{name}：不在{rater}的应评名单上，不能评；由组织者在“分工与回避”里列入",
        en: "{name}: {rater} is not on its list; see \"Assignments and recusals\"",
    }
    mine_of(name: &str) { zh: "筛选：{name}（按分工；F4 看全部）", en: "Filter: {name} (as assigned; F4 for all)" }

    not_rated() { zh: "这个单位本身不参加评定", en: "This organisation is not rated itself" }
    nothing_selected() { zh: "没有选中的单位", en: "No organisation is selected" }
    no_seat() { zh: "现在只是查看；按 F2 选择以谁的名义评", en: "Only looking now; choose in whose name with F2" }
    nothing_to_submit() { zh: "没有已评完而未提交的评分表", en: "No sheet is complete and not submitted" }
    submit_title(count: usize) { zh: "提交 {count} 张评分表", en: "Submit {count} {sheets}", sheets: count => "sheet" / "sheets" }
    submit_odd(count: usize) { zh: "其中 {count} 张请先看看：", en: "{count} of them {are} worth a look first:", are: count => "is" / "are" }
    submit_returned(why: &str) { zh: "被退回（{why}）", en: "returned ({why})" }
    submit_returned_unchanged(why: &str) { zh: "被退回（{why}），退回后没有改动", en: "returned ({why}), unchanged since" }
    submit_of(name: &str, told: &str) { zh: "{name}：{told}", en: "{name}: {told}" }
    submit_between() { zh: "；", en: "; " }
    submit_intro() { zh: "提交后评分表只能看；撤回须写明事由。", en: "Submitted sheets are read-only; taking one back needs a reason." }
    submit_yes(count: usize) { zh: "提交这 {count} 张", en: "Submit these {count}" }
    submit_no() { zh: "先不提交", en: "Not now" }
    submitted(count: usize) { zh: "已提交 {count} 张评分表", en: "{count} {sheets} submitted", sheets: count => "sheet" / "sheets" }
    submitted_some(count: usize, refused: usize) { zh: "已提交 {count} 张，{refused} 张未能提交", en: "{count} {sheets} submitted, {refused} refused", sheets: count => "sheet" / "sheets" }
}

/// The names of the filters, in the order in which they are offered.
pub const FILTERS: [fn(Language) -> String; 10] = [
    filter_all,
    filter_mine,
    filter_unfinished,
    filter_not_submitted,
    filter_flagged,
    filter_veto,
    filter_near_a_line,
    filter_self_above,
    filter_changed,
    filter_returned,
];

/// The names of the orders, in the order in which they are offered.
pub const ORDERS: [fn(Language) -> String; 3] = [order_list, order_tree, order_composite];

/// What is to be said of a sheet before it is submitted with others.
#[must_use]
pub fn submit_told(language: Language, name: &str, told: &[String]) -> String {
    submit_of(language, name, &told.join(&submit_between(language)))
}

/// The composite as a list shows it; its bounds while it is open.
#[must_use]
pub fn composite(figures: &ListFigures) -> String {
    match (figures.composite, figures.low, figures.high) {
        (Some(composite), ..) => composite.to_string(),
        (None, Some(low), Some(high)) => span(&low.to_string(), &high.to_string()),
        _ => String::new(),
    }
}

const fn is_scored(figures: &ListFigures) -> bool {
    figures.composite.is_some() || figures.low.is_some()
}

/// Whether places decide on a level above the last.
fn any_by_places(scheme: &Scheme, stated: &[LevelIndex]) -> bool {
    let above_last = 0..scheme.last_level().position();
    above_last
        .map(LevelIndex::at)
        .any(|level| places_decide(scheme, level, stated))
}

/// The level as a list shows it; what is reached and in reach while it is open. A line that is
/// met is no level yet where places decide too (G12).
#[must_use]
pub fn level(language: Language, figures: &ListFigures, scheme: &Scheme) -> String {
    let title = |level: LevelIndex| {
        let level = scheme.levels.get(level.position());
        level.map_or("", |level| level.title.as_str())
    };
    match (figures.level, figures.reached, figures.in_reach) {
        (Some(level), ..) => title(level).to_owned(),
        (None, Some(low), Some(high))
            if low == high && places_decide(scheme, low, &figures.stated) =>
        {
            line_met(language, title(low))
        }
        (None, Some(low), Some(high)) if low == high => title(low).to_owned(),
        (None, Some(low), Some(high)) => levels(language, title(low), title(high)),
        // Where places decide, a score alone comes to no level.
        (None, None, None) if is_scored(figures) && any_by_places(scheme, &figures.stated) => {
            super::scoring_screen::after_ranking(language)
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheme::{parse, shipped_by_id};

    #[test]
    fn g12_who_has_no_level_by_score_gets_one_after_the_ranking() {
        let told = |scheme: &str| {
            let shipped = shipped_by_id(scheme).unwrap();
            let scheme = parse(shipped.text).unwrap().scheme;
            let half = crate::number::Figure::from_units(5000, 2);
            let figures = ListFigures {
                composite: None,
                low: Some(half),
                high: Some(half),
                reached: None,
                in_reach: None,
                parties: Vec::new(),
                rank: None,
                level: None,
                tie: false,
                stated: Vec::new(),
            };
            level(Language::Chinese, &figures, &scheme)
        };
        assert_eq!(told("tianjin"), "排名后定");
        assert_eq!(told("luowang"), "");
    }

    #[test]
    fn g12_a_line_that_is_met_is_no_level_before_the_ranking() {
        let shipped = shipped_by_id("shizuishan").unwrap();
        let scheme = parse(shipped.text).unwrap().scheme;
        // 五星 and 四星 have places, 三星 has none.
        let stated_for = |reached: usize, ranked: Option<usize>, stated: &[usize]| {
            let figures = ListFigures {
                stated: stated.iter().copied().map(LevelIndex::at).collect(),
                composite: None,
                low: None,
                high: None,
                reached: Some(LevelIndex::at(reached)),
                in_reach: Some(LevelIndex::at(reached)),
                parties: Vec::new(),
                rank: None,
                level: ranked.map(LevelIndex::at),
                tie: false,
            };
            level(Language::Chinese, &figures, &scheme)
        };
        let told = |reached, ranked| stated_for(reached, ranked, &[]);
        assert_eq!(told(0, None), "够五星线");
        assert_eq!(told(0, Some(2)), "三星");
        assert_eq!(told(2, None), "三星");
        // G4: a number that is sent down limits a level that the scheme does not.
        assert_eq!(stated_for(2, None, &[2]), "够三星线");
        assert_eq!(stated_for(2, Some(2), &[2]), "三星");
    }
}
