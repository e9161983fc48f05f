//! Who is due to rate which organisation, and who is recused.

crate::texts! {
    title(round: &str) { zh: "{round} · 分工与回避", en: "{round}: assignments and recusals" }
    counted(due: usize, recused: usize) { zh: "应评 {due} 条  回避 {recused} 条", en: "{due} due, {recused} recused" }
    pane() { zh: "分工与回避", en: "Assignments and recusals" }
    pane_filtered(name: &str) { zh: "分工与回避 · 筛选：{name}", en: "Assignments, filter: {name}" }
    column_organisation() { zh: "单位", en: "Organisation" }
    column_party() { zh: "评价主体", en: "Party" }
    column_rater() { zh: "评分人", en: "Rater" }
    column_state() { zh: "状态", en: "State" }
    column_reason() { zh: "事由", en: "Reason" }
    none() { zh: "还没有分工：谁都可以评。按 + 为一个单位或整个乡镇登记应评、回避", en: "No assignments: anybody may rate. + assigns or recuses, for one organisation or a whole town" }
    none_fits() { zh: "没有符合筛选的。Esc 取消筛选", en: "None fits the filter. Esc clears it" }
    nothing_selected() { zh: "没有选中的分工", en: "No assignment is selected" }

    command_add() { zh: "新增", en: "Add" }
    command_change() { zh: "改动", en: "Change" }
    command_remove() { zh: "删除", en: "Remove" }
    command_find() { zh: "查找", en: "Find" }
    command_filter() { zh: "筛选", en: "Filter" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_journal() { zh: "本单位的操作记录", en: "Journal of this organisation" }

    all_in(name: &str, count: usize) { zh: "{name}全部 {count} 家", en: "all {count} of {name}" }
    party_and_state(party: &str, state: &str) { zh: "{party}：{state}", en: "{party}: {state}" }
    who_where(rater: &str, name: &str) { zh: "{rater} · {name}", en: "{rater}, {name}" }
    who(party: &str, rater: &str) { zh: "{party} {rater}", en: "{party}: {rater}" }
    who_and_why(party: &str, rater: &str, reason: &str) { zh: "{party} {rater}（{reason}）", en: "{party}: {rater} ({reason})" }
    all_due(names: &str) { zh: "应评：{names}", en: "Due: {names}" }
    all_recused(names: &str) { zh: "回避：{names}", en: "Recused: {names}" }
    separator() { zh: "、", en: ", " }
    known_raters(names: &str) { zh: "已有评分人：{names}", en: "Known raters: {names}" }
    reason_needed() { zh: "回避须写明事由；回避的评分表不计入（P7）", en: "A recusal needs its reason; the sheet does not count (P7)" }
    field_rater() { zh: "评分人", en: "Rater" }
    field_reason() { zh: "事由", en: "Reason" }

    change_due() { zh: "改为应评", en: "Due" }
    change_recused() { zh: "改为回避（须写事由）", en: "Recused, with the reason" }
    change_rater() { zh: "换评分人", en: "Another rater" }
    change_remove() { zh: "删除这条分工", en: "Remove this assignment" }
    already() { zh: "已经是这样", en: "it is so already" }
    there(rater: &str) { zh: "{rater} 在这个单位已有一条分工，请修改那一条", en: "{rater} has an assignment there already; change that one" }
    party_rates_none(party: &str) { zh: "{party}不评这些单位，没有登记", en: "{party} rates none of these; nothing was stored" }
    stored(name: &str, rater: &str, state: &str) { zh: "{name}：{rater} {state}。Ctrl-Z 撤销", en: "{name}: {rater} {state}. Ctrl-Z undoes it" }
    stored_many(count: usize, rater: &str, state: &str, skipped: usize) {
        zh: "{count} 家：{rater} {state}；不由这个评价主体评的 {skipped} 家未登记。Ctrl-Z 撤销",
        en: "{count} {organisations}: {rater} {state}; {skipped} that the party does not rate were left out. Ctrl-Z undoes it", organisations: count => "organisation" / "organisations",
    }
    removed(name: &str, rater: &str) { zh: "{name}：已删除 {rater} 的分工。Ctrl-Z 撤销", en: "{name}: {rater} removed. Ctrl-Z undoes it" }

    filter_title() { zh: "筛选分工", en: "Filter" }
    filter_all() { zh: "全部", en: "All" }
    filter_recused() { zh: "只看回避", en: "Recused only" }
}
