//! The list of organisations.

use super::Language;

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
    bounds(low: &str, high: &str) { zh: "{low}–{high}", en: "{low}-{high}" }
    levels(low: &str, high: &str) { zh: "{low}至{high}", en: "{low}-{high}" }
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
    filter_mine() { zh: "我已动笔的", en: "Begun by me" }
    filter_unfinished() { zh: "未评完", en: "Unfinished" }
    filter_not_submitted() { zh: "已评完未提交", en: "Complete but not submitted" }
    filter_flagged() { zh: "有存疑", en: "Flagged" }
    filter_veto() { zh: "有否决", en: "With a veto" }
    filter_near_a_line() { zh: "距等次线一分以内", en: "Within a point of a line" }
    filter_self_above() { zh: "自评明显高于上级", en: "Self far above superior" }
    order_list() { zh: "排序：名单顺序", en: "Order: as listed" }
    order_tree() { zh: "排序：按隶属", en: "Order: tree" }
    order_composite() { zh: "排序：综合分从高到低", en: "Order: composite" }
    /// Marks what is chosen now.
    now(name: &str) { zh: "{name}（当前）", en: "{name} (now)" }
    filtered(name: &str) { zh: "筛选：{name}", en: "Filter: {name}" }

    not_rated() { zh: "这个单位本身不参加评定", en: "This organisation is not rated itself" }
    nothing_selected() { zh: "没有选中的单位", en: "No organisation is selected" }
    no_seat() { zh: "现在只是查看；按 F2 选择以谁的名义评", en: "Only looking now; choose in whose name with F2" }
    nothing_to_submit() { zh: "没有已评完而未提交的评分表", en: "No sheet is complete and not submitted" }
    submit_title(count: usize) { zh: "提交 {count} 张评分表", en: "Submit {count} sheets" }
    submit_intro() { zh: "提交后表即只读，撤回须写明事由。", en: "Submitted sheets are read-only; taking one back needs a reason." }
    submit_yes(count: usize) { zh: "提交这 {count} 张", en: "Submit these {count}" }
    submit_no() { zh: "先不提交", en: "Not now" }
    submitted(count: usize) { zh: "已提交 {count} 张评分表", en: "{count} sheets submitted" }
    submitted_some(count: usize, refused: usize) { zh: "已提交 {count} 张，{refused} 张未能提交", en: "{count} sheets submitted, {refused} refused" }
}

/// The names of the filters, in the order in which they are offered.
pub const FILTERS: [fn(Language) -> String; 8] = [
    filter_all,
    filter_mine,
    filter_unfinished,
    filter_not_submitted,
    filter_flagged,
    filter_veto,
    filter_near_a_line,
    filter_self_above,
];

/// The names of the orders, in the order in which they are offered.
pub const ORDERS: [fn(Language) -> String; 3] = [order_list, order_tree, order_composite];
