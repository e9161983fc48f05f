//! The grids: one item across organisations (横评), and mutual rating (互评).

crate::texts! {
    command_crosswise() { zh: "横评：本项跨单位", en: "This item across organisations" }
    command_mutual() { zh: "互评", en: "Mutual rating" }
    command_sheet() { zh: "本单位评分表", en: "Sheet of this organisation" }
    command_previous_item() { zh: "上一项", en: "Previous item" }
    command_next_item() { zh: "下一项", en: "Next item" }
    command_find_item() { zh: "查找指标或单位", en: "Find an item or organisation" }
    command_find() { zh: "查找单位", en: "Find an organisation" }
    command_refresh() { zh: "刷新，重试保存", en: "Refresh, save again" }
    command_flag() { zh: "存疑", en: "Flag" }
    command_previous_rater() { zh: "上一评分人", en: "Previous rater" }
    command_next_rater() { zh: "下一评分人", en: "Next rater" }
    command_review() { zh: "核对/录入", en: "Review / fill" }
    command_submit() { zh: "提交这一列", en: "Submit this column" }
    command_withdraw() { zh: "撤回这一家的表", en: "Take this organisation's sheet back" }

    hint_down() { zh: "向下", en: "Down" }
    crosswise_title(item: &str) { zh: "横评 · {item}", en: "Across: {item}" }
    column_entry() { zh: "录入", en: "Entry" }
    column_mark() { zh: "得分", en: "Mark" }
    column_last_year() { zh: "去年", en: "Before" }
    column_sheet() { zh: "本表", en: "Sheet" }
    no_cells() { zh: "这些单位的评分表里没有这一项", en: "No sheet of these organisations has this item" }
    sheet_submitted(total: &str) { zh: "已提交 {total}", en: "submitted {total}" }
    counted(done: usize, all: usize) { zh: "已评 {done}/{all} 家", en: "{done} of {all} organisations" }
    entry_counts(row: usize, count: u64) { zh: "{row}×{count}", en: "{row}x{count}" }
    entry_all(row: usize) { zh: "{row}全扣", en: "{row} all" }
    entry_zeroed(before: &str) { zh: "0（原录 {before}）", en: "0 (was {before})" }
    entry_none() { zh: "无扣分", en: "none" }
    entry_option(number: usize, title: &str) { zh: "{number} {title}", en: "{number} {title}" }

    mutual_title(town: &str, party: &str) { zh: "{town} · {party}", en: "{town}: {party}" }
    columns_shown(all: usize) { zh: "每行一家单位，每列一个评分人，共 {all} 人", en: "a row for each organisation, a column for each of {all} raters" }
    columns_in_sight(from: usize, to: usize, all: usize) {
        zh: "每行一家单位，每列一个评分人：第 {from}–{to} 人，共 {all} 人",
        en: "a row for each organisation, a column for each rater: {from}–{to} of {all}",
    }
    rater(name: &str) { zh: "评分人 {name}", en: "rater {name}" }
    whole_list() { zh: "全部单位", en: "All organisations" }
    column_score() { zh: "得分", en: "Score" }
    column_spread() { zh: "极差", en: "Range" }
    column_missing() { zh: "缺", en: "Due" }
    own() { zh: "本单位", en: "own" }
    not_due() { zh: "不在名单", en: "not listed" }
    recused() { zh: "回避", en: "recused" }
    there() { zh: "已填", en: "filled" }
    handed_in() { zh: "已交", en: "in" }
    mark_in(mark: &str) { zh: "交 {mark}", en: "in {mark}" }
    mark_open(mark: &str) { zh: "~{mark}", en: "~{mark}" }
    all_equal(name: &str) { zh: "={name}", en: "={name}" }

    column_state(name: &str, there: usize, asked: usize, submitted: usize) {
        zh: "{name}：已填 {there}/{asked} 家，已提交 {submitted} 家",
        en: "{name}: {there} of {asked} filled, {submitted} submitted",
    }
    and_all_equal() { zh: "，= 全部同分", en: ", = the same mark for all" }
    lacks(names: &str) { zh: "，缺 {names}", en: ", lacking {names}" }
    cell_state(rater: &str, name: &str, mark: &str) { zh: "{rater} 评 {name}：{mark}", en: "{rater} on {name}: {mark}" }
    cell_open() { zh: "，~ 未提交，不计", en: ", ~ not submitted, does not count" }
    cell_left_out() { zh: "，( ) 最高或最低，去掉", en: ", ( ) among the highest or lowest, left out" }
    cell_apart(limit: &str) { zh: "，! 与得分相差超过 {limit}", en: ", ! more than {limit} from the score" }
    legend() { zh: "交 已提交  ( ) 去掉的最高最低  ! 相差过大  = 全部同分  ~ 未提交，不计", en: "in: submitted  ( ) left out  ! too far apart  = all equal  ~ not submitted, does not count" }
    blind() { zh: "各自独立评分：提交后才显示他人对该单位的评分", en: "Independent: others' marks on an organisation appear once yours is submitted" }

    keeper_title(name: &str) { zh: "换到 {name} 这一列", en: "The column of {name}" }
    keeper_intro(name: &str, actor: &str) {
        zh: "录入纸质表：以 {name} 的名义记，操作记录写明由 {actor} 录入。",
        en: "Typing paper sheets: the marks are {name}'s; the journal says that {actor} typed them.",
    }
    keeper_no() { zh: "不换", en: "Stay" }
    keeper_yes() { zh: "录入纸质表，各列都可以填", en: "Type paper sheets, in any column" }
    keeper_on(name: &str, actor: &str) { zh: "评分人 {name}（录入 {actor}）", en: "rater {name} (entered by {actor})" }
    no_hand() { zh: "现在只是查看；按 F8 选定评分人后录入", en: "Only looking; F8 chooses the rater to type for" }
    in_review() { zh: "核对时不能录入；按 F4 回到录入", en: "Nothing is typed while reviewing; F4 goes back to filling" }
    no_items() { zh: "这个评分人不按指标评分，没有横评", en: "This rater scores no items, so there is nothing to go across" }
    no_raters() { zh: "这里没有评分人", en: "There are no raters here" }
    submit_title(name: &str) { zh: "提交 {name} 的互评", en: "Submit the mutual rating of {name}" }
    submit_lacks(count: usize, names: &str) { zh: "还有 {count} 家未评：{names}", en: "{count} lack a mark: {names}" }
    and_others(names: &str, all: usize) { zh: "{names} 等 {all} 家", en: "{names} and others, {all} in all" }
    submit_none_lack() { zh: "应评的单位都已评。", en: "Everyone who is to be rated has a mark." }
    nothing_to_submit() { zh: "没有可提交的：已评的都已提交", en: "Nothing to submit: what is scored is submitted" }
    nothing_scored() { zh: "这一列还没有评分", en: "Nothing is scored in this column" }
    separator() { zh: "、", en: ", " }
}
