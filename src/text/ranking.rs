//! The ranking: cohort by cohort, the places of each level, and the order within a tie.

crate::texts! {
    title(round: &str) { zh: "{round} · 排名定级", en: "{round}: ranking and levels" }
    /// A cohort and track in the title of the list.
    cohort(name: &str, track: &str, at: usize, of: usize) {
        zh: "{name} · {track}  {at}/{of}",
        en: "{name}, {track}  {at} of {of}",
    }
    whole_round() { zh: "全部", en: "All" }
    counted(ranked: u32, ties: usize, open: usize) {
        zh: "已排名 {ranked} 家  并列待定 {ties} 家  未评完 {open} 家",
        en: "{ranked} ranked, {ties} tied, {open} incomplete",
    }
    /// In place of the counts once something has been written since.
    stale() { zh: "! 已有新的改动，F5 刷新", en: "! Changed since: F5 refreshes" }

    column_rank() { zh: "名次", en: "Rank" }
    column_name() { zh: "单位", en: "Organisation" }
    column_composite() { zh: "综合", en: "Composite" }
    column_stars() { zh: "得星、综合", en: "Stars, composite" }
    column_level() { zh: "等次", en: "Level" }
    column_remark() { zh: "说明", en: "Remark" }
    stars_and_composite(stars: usize, composite: &str) { zh: "{stars} 星 {composite}", en: "{stars} st. {composite}" }

    line_places(level: &str, places: u64) { zh: "{level} {places} 个名额", en: "{level}: {places} {noun}", noun: places => "place" / "places" }
    line_unlimited(level: &str) { zh: "{level} 不限名额", en: "{level}: no limit" }
    line_minimum(min: &str) { zh: "线 {min}", en: "from {min}" }
    line_taken(taken: u64) { zh: "已用 {taken}", en: "{taken} taken" }
    line_vacant(vacant: u64) { zh: "空缺 {vacant}", en: "{vacant} vacant" }
    line_count(count: u64) { zh: "{count} 家", en: "{count} there" }
    line_tied() { zh: "! 并列待定", en: "! tie open" }
    group_incomplete(count: usize) { zh: "未评完 {count} 家：无名次，不占名额（G11）", en: "{count} incomplete: no rank, no place (G11)" }
    group_unrated(count: usize) { zh: "不定等次 {count} 家（V1）", en: "{count} without a level (V1)" }
    group_hidden(count: usize) {
        zh: "本范围有 {count} 家还没有提交自己的评分表，提交后可见排名",
        en: "Your sheets of {count} here are not submitted; the ranking is shown once they are",
    }

    remark_tie() { zh: "! 并列待定", en: "! tie" }
    remark_decided(order: u32) { zh: "并列已定，序 {order}", en: "tie decided, {order}" }
    remark_ceiling(level: &str) { zh: "受限，最高{level}", en: "held at {level}" }
    remark_demoted(by: u16) { zh: "因否决降 {by} 级", en: "{by} down by veto" }
    remark_open() { zh: "未评完", en: "incomplete" }
    remark_hidden() { zh: "提交后可见", en: "once submitted" }
    remark_proposed() { zh: "有待认定的否决", en: "veto proposed" }

    detail_tie(level: &str, equals: usize) {
        zh: "{equals} 家名次相同而跨线，{level}的名额不够分，名额先空着（G8）。按 Enter 作并列排序",
        en: "{equals} equals across the line of {level}: its places stay empty (G8). Enter orders them",
    }
    detail_decided(order: u32, reason: &str) { zh: "并列已定：序 {order}；{reason}", en: "Tie decided: {order}; {reason}" }
    detail_vacant(from: &str, to: &str, by: u16) {
        zh: "因否决降 {by} 级：{from}的名额空着，定为{to}（V4）",
        en: "{by} {levels} down by veto: its place of {from} stays empty, it gets {to} (V4)", levels: by => "level" / "levels",
    }
    detail_nothing() { zh: "没有受限、并列或否决", en: "No ceiling, tie or veto" }
    nothing_ranked() { zh: "这一轮没有参加评定的单位", en: "No organisation of this round is rated" }

    command_open() { zh: "明细／并列排序", en: "Breakdown, or order the tie" }
    command_previous() { zh: "上一范围", en: "Previous cohort" }
    command_next() { zh: "下一范围", en: "Next cohort" }
    command_find() { zh: "查找", en: "Find" }
    command_vetoes() { zh: "否决", en: "Vetoes" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_order() { zh: "并列排序", en: "Order within the tie" }
    command_breakdown() { zh: "明细", en: "Breakdown" }
    command_next_tie() { zh: "到下一处并列", en: "Go to the next tie" }
    command_ranking() { zh: "排名定级", en: "Ranking and levels" }
    no_equals() { zh: "这个单位没有名次相同的", en: "Nobody has the same rank" }
    no_ties() { zh: "没有待定的并列", en: "No tie is open" }
    nothing_selected() { zh: "没有选中的单位", en: "No organisation is selected" }
    hidden() { zh: "提交自己的评分表后可见", en: "Shown once your own sheet is submitted" }

    order_title(count: usize) { zh: "并列排序：{count} 家", en: "Order of {count} equals" }
    order_intro() { zh: "按先后点：数字，或 ↑↓ 加空格；再点一次取消", en: "Pick them in order: digits, or arrows and Space; again takes back" }
    order_place(place: usize) { zh: "第 {place}", en: "{place}." }
    order_unplaced(left: usize) { zh: "还有 {left} 家未排", en: "{left} not ordered yet" }
    order_take() { zh: "排定", en: "Pick" }
    order_last_back() { zh: "取消上一家", en: "Take back" }
    reason_title() { zh: "并列排序的依据", en: "Why in this order" }
    reason_intro(order: &str) { zh: "先后：{order}", en: "Order: {order}" }
    reason_final() { zh: "这是决定，存入后不能撤销，只能重新排定", en: "This is a decision: it is not undone, only decided anew" }
    field_reason() { zh: "事由", en: "Reason" }
    field_document() { zh: "文件或纪要", en: "Document" }
    reason_and_document(reason: &str, document: &str) { zh: "{reason}（依据：{document}）", en: "{reason} (by {document})" }
    separator() { zh: "、", en: ", " }
    decided(count: usize) { zh: "已排定 {count} 家的先后", en: "The order of {count} is decided" }

    command_trial() { zh: "试算：改得分，解除或认定否决", en: "Try out: another mark, a veto lifted or decided" }
    trial_title(name: &str) { zh: "试算 · {name}", en: "On trial: {name}" }
    trial_mark(name: &str) { zh: "改{name}的一项得分", en: "another mark for {name}" }
    trial_veto(name: &str) { zh: "认定或解除{name}的否决", en: "decide or lift a veto of {name}" }
    trial_back() { zh: "取消上一处改动", en: "take back the last change" }
    trial_who() { zh: "谁动了", en: "who moves" }
    trial_end() { zh: "退出试算", en: "end the trial" }
    trial_nothing_yet() { zh: "还没有改动", en: "nothing is changed yet" }
    trial_sheet(party: &str, rater: &str) { zh: "{party} · {rater}", en: "{party}: {rater}" }
    trial_item(id: &str, title: &str, now: &str) { zh: "{id} {title}：{now}", en: "{id} {title}: {now}" }
    trial_overall() { zh: "总体评分", en: "Overall mark" }
    trial_entry() { zh: "试填", en: "Entry" }
    trial_entry_now(now: &str) { zh: "现录“{now}”；试填的不会存入，这张表按已提交算", en: "Entered now: \"{now}\". What you try is not stored; the sheet counts as submitted" }
    trial_no_sheet() { zh: "这个单位还没有评分表", en: "This organisation has no sheet yet" }
    trial_lift(id: &str, title: &str) { zh: "假定解除 {id} {title}", en: "as if {id} {title} were lifted" }
    trial_decide(id: &str, title: &str) { zh: "假定认定 {id} {title}", en: "as if {id} {title} were decided" }
    trial_told_lift(name: &str, id: &str) { zh: "{name}解除 {id}", en: "{name}: {id} lifted" }
    trial_told_decide(name: &str, id: &str) { zh: "{name}认定 {id}", en: "{name}: {id} decided" }
    trial_told_mark(name: &str, item: &str, from: &str, to: &str) { zh: "{name} {item} 由“{from}”改“{to}”", en: "{name} {item}: \"{from}\" to \"{to}\"" }
    trial_changes(changes: &str) { zh: "假定：{changes}", en: "As if {changes}" }
    trial_between() { zh: "；", en: "; " }
    trial_result(count: usize, levels: usize) { zh: "试算：{count} 家会变动，其中 {levels} 家等次变", en: "On trial {count} would move, {levels} of them to another level" }
    trial_not_stored() { zh: "只是试算，什么也没有存入；Enter 到该单位", en: "Only tried out, nothing is stored; Enter goes there" }
    trial_moved(name: &str, from: &str, to: &str, ranks: &str) { zh: "{name}  {from} → {to}  {ranks}", en: "{name}  {from} → {to}  {ranks}" }
    trial_moved_rank(name: &str, level: &str, ranks: &str) { zh: "{name}  {level}不变  {ranks}", en: "{name}  {level} as before  {ranks}" }
    trial_ranks(from: &str, to: &str) { zh: "名次 {from} → {to}", en: "rank {from} → {to}" }
    trial_nobody() { zh: "试算：没有单位的名次或等次会变", en: "On trial nobody moves" }
    trial_over() { zh: "已退出试算，显示的是存下的结果", en: "The trial is over; these are the stored results" }
    trial_header(count: usize) { zh: "试算中：{count} 处假定，未存入（Esc 退出）", en: "On trial: {count} {changes}, not stored (Esc ends)", changes: count => "change" / "changes" }
    trial_pane(cohort: &str) { zh: "试算 · {cohort}", en: "On trial: {cohort}" }
    trial_first() { zh: "正在试算，先按 Esc 退出", en: "On trial; end it with Esc first" }
    trial_without_vetoes() { zh: "这个办法没有否决情形", en: "the scheme has no vetoes" }
    trial_without_sheets() { zh: "积分台账没有评分表", en: "a ledger has no sheets" }
    remark_moved(rank: &str, level: &str) { zh: "原第 {rank} 名 {level}", en: "was {rank}., {level}" }
    no_level() { zh: "无等次", en: "no level" }
}
