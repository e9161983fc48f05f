//! The list of rounds, and the question in whose name marks are entered.

crate::texts! {
    title() { zh: "评星", en: "Pingxing" }
    pane() { zh: "轮次", en: "Rounds" }
    column_round() { zh: "轮次", en: "Round" }
    column_year() { zh: "年度", en: "Year" }
    column_scheme() { zh: "办法", en: "Scheme" }
    column_state() { zh: "状态", en: "State" }
    column_progress() { zh: "进度", en: "Progress" }
    rounds_counted(count: usize) { zh: "{count} 个轮次", en: "{count} rounds" }
    command_open() { zh: "打开", en: "Open" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_up() { zh: "上一行", en: "Up" }
    command_down() { zh: "下一行", en: "Down" }
}
