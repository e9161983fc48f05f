//! What stands between a round and its public notice.

use super::Language;

crate::texts! {
    title(round: &str) { zh: "{round} · 公示前核查", en: "{round}: findings before the notice" }
    pane() { zh: "核查结果", en: "Findings" }
    counted(must: usize, check: usize, note: usize) {
        zh: "须处理 {must}  请核对 {check}  提示 {note}",
        en: "{must} must, {check} check, {note} note",
    }
    column_finding() { zh: "情况", en: "Finding" }
    column_weight() { zh: "轻重", en: "Weight" }
    column_organisation() { zh: "单位", en: "Organisation" }
    column_place() { zh: "评价主体、评分人、指标", en: "Party, rater, item" }
    column_rater() { zh: "评分人、指标", en: "Rater, item" }
    none() { zh: "没有发现需要处理或核对的情况", en: "Nothing was found" }
    command_go() { zh: "到该处", en: "Go there" }
    command_filter() { zh: "筛选", en: "Filter" }
    command_refresh() { zh: "重新核查", en: "Check again" }
    pane_of(what: &str) { zh: "核查结果：{what}（Esc 返回全部）", en: "Findings: {what} (Esc for all)" }
    filter_title() { zh: "只看哪些", en: "Which findings" }
    filter_all(count: usize) { zh: "全部 {count}", en: "All {count}" }
    filter_weight(weight: &str, count: usize) { zh: "{weight} {count}", en: "{weight} {count}" }
    filter_kind(kind: &str, count: usize) { zh: "  · {kind} {count}", en: "  - {kind} {count}" }
    group(count: usize) { zh: "+ {count} 处，按 Enter", en: "+ {count}: Enter" }
    and_more(names: &str) { zh: "{names}等", en: "{names} and others" }
    other_name(party: &str, rater: &str) {
        zh: "这张评分表是{party}“{rater}”的，您现在不以此名义评分。",
        en: "This sheet is {rater}'s ({party}); you do not rate in that name now.",
    }
    open_as(party: &str, rater: &str) { zh: "以{party}“{rater}”的名义打开", en: "Open it as {rater} ({party})" }
    only_look(name: &str) { zh: "只看{name}的得分明细", en: "Only look at the breakdown of {name}" }
    nowhere() { zh: "这一条不在某个单位上", en: "This one is about no organisation" }
}

/// The names of a group, or the first of them.
#[must_use]
pub fn names(language: Language, names: &str, all_told: bool) -> String {
    match all_told {
        true => names.to_owned(),
        false => and_more(language, names),
    }
}
