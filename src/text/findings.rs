//! What stands between a round and its public notice.

crate::texts! {
    title(round: &str) { zh: "{round} · 公示前核查", en: "{round}: findings before the notice" }
    pane() { zh: "核查结果", en: "Findings" }
    counted(must: usize, check: usize, note: usize) {
        zh: "须处理 {must}  请核对 {check}  提示 {note}",
        en: "{must} must, {check} check, {note} note",
    }
    column_finding() { zh: "发现", en: "Finding" }
    column_weight() { zh: "轻重", en: "Weight" }
    column_organisation() { zh: "单位", en: "Organisation" }
    column_place() { zh: "评价主体、评分人、指标", en: "Party, rater, item" }
    column_rater() { zh: "评分人、指标", en: "Rater, item" }
    none() { zh: "没有发现需要处理或核对的情况", en: "Nothing was found" }
    command_go() { zh: "到该处", en: "Go there" }
    command_filter() { zh: "只看须处理", en: "Only what must be done" }
    command_refresh() { zh: "重新核查", en: "Check again" }
    nowhere() { zh: "这一条不在某个单位上", en: "This one is about no organisation" }
}
