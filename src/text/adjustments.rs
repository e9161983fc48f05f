//! Bonuses and penalties (K4): the list, the form, what an entry does.

crate::texts! {
    title(round: &str) { zh: "{round} · 加减分", en: "{round}: bonuses and penalties" }
    title_of(name: &str) { zh: "{name} · 加减分", en: "{name}: bonuses and penalties" }
    counted(bonuses: usize, penalties: usize, pending: usize) {
        zh: "加分 {bonuses} 条  减分 {penalties} 条  待补文号 {pending} 条",
        en: "{bonuses} {given}, {penalties} {taken}, {pending} without a document", given: bonuses => "bonus" / "bonuses", taken: penalties => "penalty" / "penalties",
    }
    pane() { zh: "加减分", en: "Bonuses and penalties" }
    pane_pending() { zh: "加减分 · 筛选：待补文号", en: "Bonuses and penalties, filter: without a document" }
    column_organisation() { zh: "单位", en: "Organisation" }
    column_adjustment() { zh: "加减分项", en: "Adjustment" }
    column_count() { zh: "次数", en: "No." }
    column_document() { zh: "依据文号", en: "Document" }
    column_brings() { zh: "加减", en: "Points" }
    column_note() { zh: "备注", en: "Note" }
    pending() { zh: "? 待补文号", en: "? no document" }
    not_counted() { zh: "不计", en: "none" }
    none() { zh: "还没有登记加减分。按 + 新增一条", en: "Nothing is on record. Press + to add an entry" }
    none_pending() { zh: "没有待补文号的加减分。Esc 取消筛选", en: "Every entry has a document. Esc clears the filter" }
    nothing_selected() { zh: "没有选中的加减分", en: "No entry is selected" }
    hidden() { zh: "综合：提交自己的评分表后可见", en: "Composite: shown once your own sheet is submitted" }

    command_add() { zh: "新增", en: "Add" }
    command_edit() { zh: "修改", en: "Edit" }
    command_remove() { zh: "删除", en: "Remove" }
    command_find() { zh: "查找", en: "Find" }
    command_pending() { zh: "只看待补文号", en: "Without a document" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_journal() { zh: "本单位的操作记录", en: "Journal of this organisation" }

    which_title(name: &str) { zh: "{name}：加减哪一项（按序号）", en: "{name}: which one (by number)" }
    field_count() { zh: "次数", en: "Count" }
    field_document() { zh: "依据文号", en: "Document" }
    field_note() { zh: "备注", en: "Note" }
    without_document() { zh: "没有文号的先登记为待补文号，补上之前不计分", en: "Without a document an entry is pending and does not count" }
    count_wrong(typed: &str) { zh: "次数要写成不小于 1 的整数，不能是“{typed}”；要去掉这一条请按 Del", en: "The count is a whole number from 1, not \"{typed}\"; Del removes an entry" }
    document_there(document: &str) {
        zh: "这一项已按 {document} 登记过，同一文号算同一件事；要改次数请修改那一条",
        en: "It is on record by {document}; the same document is the same event, so edit that entry",
    }
    pending_there() { zh: "这一项已有一条待补文号的，请修改那一条", en: "One without a document is on record already; edit that entry" }
    stored(name: &str, id: &str, count: u64) { zh: "{name} {id}：已登记 {count} 次。Ctrl-Z 撤销", en: "{name} {id}: {count} on record. Ctrl-Z undoes it" }
    removed(name: &str, id: &str) { zh: "{name} {id}：已删除这一条。Ctrl-Z 撤销", en: "{name} {id}: removed. Ctrl-Z undoes it" }

    note(note: &str) { zh: "备注：{note}", en: "Note: {note}" }
    composite_change(without: &str, with: &str) { zh: "综合（试算）：没有这一条 {without}，有这一条 {with}", en: "Composite: without it {without}, with it {with}" }
    composite_once_documented(now: &str, then: &str) { zh: "综合（试算）：现在 {now}，补上文号后 {then}", en: "Composite: now {now}, with a document {then}" }
    by_the_highest() { zh: "综合得分按本类别最高积分折算，以排名为准", en: "The composite is in proportion to the highest of the track; see the ranking" }
}
