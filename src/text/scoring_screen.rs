//! The scoring screen: fields, panel, popups, and what a key led to.

pub use super::sheet_summary::{odd, paper, worth_a_look};
use super::{Language, refusal, veto_state};
use crate::desk::{Act, Beyond, Closed, Deaf, Kind, Open, Origin, Said, Statement};
use crate::number::{Decimal, Figure};
use crate::office::Failure;
use crate::round::SheetState;
use crate::scheme::{ItemIndex, ItemRule, Scheme};

crate::texts! {
    command_next() { zh: "下一项", en: "Next item" }
    command_full() { zh: "满分", en: "Full mark" }
    command_highest() { zh: "最高档", en: "Highest" }
    command_none() { zh: "无扣分", en: "No deduction" }
    command_operations() { zh: "操作", en: "Actions" }
    command_find() { zh: "查找指标或单位", en: "Find an item or organisation" }
    command_pane() { zh: "综合", en: "Composite" }
    command_refresh() { zh: "刷新，重试保存", en: "Refresh, save again" }
    command_vetoes() { zh: "否决/加减分", en: "Vetoes, adjustments" }
    command_previous_organisation() { zh: "上一单位", en: "Previous" }
    command_next_organisation() { zh: "下一单位", en: "Next" }
    command_submit() { zh: "汇总提交", en: "Summary, submit" }
    command_not_applicable() { zh: "不适用", en: "Not applicable" }
    command_note() { zh: "备注", en: "Note" }
    command_breakdown() { zh: "明细", en: "Breakdown" }
    command_whole() { zh: "看全文", en: "Read in full" }
    command_clear() { zh: "清除得分", en: "Clear the mark" }
    command_flag() { zh: "存疑（再按取消）", en: "Flag as doubtful (again: not)" }
    hint_clear() { zh: "清除", en: "Clear" }
    hint_rows() { zh: "进入各行", en: "Into the rows" }
    hint_pick() { zh: "选择", en: "Pick" }
    hint_count() { zh: "次数", en: "Count" }
    hint_number() { zh: "序号", en: "Number" }
    hint_take() { zh: "选定", en: "Take" }
    hint_out() { zh: "回到本项", en: "Back" }
    hint_minus() { zh: "负数", en: "Minus" }
    hint_submit() { zh: "提交", en: "Submit" }
    hint_to_item() { zh: "去该项", en: "To the item" }
    hint_close() { zh: "关闭", en: "Close" }
    hint_measured() { zh: "实测", en: "Measured" }
    hint_next_unfinished() { zh: "下一未完成单位", en: "Next unfinished" }

    loading() { zh: "正在读取", en: "Reading" }
    pane_items() { zh: "指标", en: "Items" }
    pane_composite() { zh: "综合（试算）", en: "Composite (on trial)" }
    pane_composite_stored() { zh: "综合", en: "Composite" }
    full_marks(points: Decimal) { zh: "满分 {points}", en: "full {points}" }
    counted(done: usize, all: usize, total: &str) { zh: "已评 {done}/{all} 项  得 {total} 分", en: "{done} of {all} items  {total} marks" }
    entered_by(actor: &str) { zh: "（录入 {actor}）", en: " (entered by {actor})" }
    overall_mark() { zh: "总体评分", en: "Overall mark" }

    not_scored_yet() { zh: "未评", en: "open" }
    not_applicable() { zh: "不适用", en: "n/a" }
    not_stored() { zh: "未存", en: "not stored" }
    saving() { zh: "保存中", en: "saving" }
    flagged() { zh: "存疑", en: "flagged" }
    /// An item that a veto sets to 0.
    zeroed(veto: &str, before: &str) { zh: "0（{veto} 清零，原录 {before}）", en: "0 (by {veto}; entered {before})" }
    zeroed_untouched(veto: &str) { zh: "0（{veto} 清零）", en: "0 (by {veto})" }
    recused(why: &str) { zh: "须回避，不评此单位：{why}", en: "Recused from this organisation: {why}" }
    returned(why: &str) { zh: "本表被退回：{why}", en: "This sheet was returned: {why}" }
    standard() { zh: "评分标准", en: "Standard" }
    check() { zh: "考评方式", en: "Check" }
    evidence_wanted() { zh: "须注明佐证", en: "Note the evidence seen" }
    field_mark() { zh: "得分", en: "Mark" }
    field_deductions() { zh: "扣分（按序号）", en: "Deduct (by number)" }
    field_deductions_off() { zh: "减一次：按序号", en: "One off: its number" }
    field_options(count: usize) { zh: "选档 [1-{count}]", en: "Choose [1-{count}]" }
    field_measured() { zh: "实测", en: "Measured" }
    unit_marks() { zh: "分", en: "marks" }
    gives(mark: &str) { zh: "得分 {mark}", en: "mark {mark}" }
    all_lost() { zh: "全扣", en: "all" }
    no_deduction() { zh: "无扣分", en: "no deduction" }
    each_at_most(each: Decimal, max: Decimal) { zh: "-{each}，至多 -{max}", en: "-{each}, at most -{max}" }
    capped(max: Decimal) { zh: "封顶（最多 {max}）", en: "capped (at most {max})" }
    from_zero_to(points: Decimal) { zh: "（0–{points}）", en: " (0–{points})" }
    from_zero_by_steps(points: Decimal, step: Decimal) { zh: "（0–{points}，步长 {step}）", en: " (0–{points} by {step})" }
    past_full(full: Decimal) { zh: "超过满分值 {full}", en: "past the {full} for full marks" }
    below_zero() { zh: "低于零", en: "below zero" }
    on_trial_not_stored() { zh: "试算，不存", en: "trial, not stored" }
    other_mark(party: &str, rater: &str) { zh: "{party}（{rater}）", en: "{party} ({rater})" }
    mark_below(other: &str, apart: &str) { zh: "{other}  本次低 {apart}", en: "{other}  mine {apart} lower" }
    mark_above(other: &str, apart: &str) { zh: "{other}  本次高 +{apart}", en: "{other}  mine +{apart} higher" }
    mark_same(other: &str) { zh: "{other}  = 相同", en: "{other}  = the same" }
    last_year() { zh: "去年", en: "Last year" }
    town_mean() { zh: "本镇平均", en: "Mean of the town" }
    elsewhere() { zh: "本人他处", en: "Mine elsewhere" }
    of_so_many(mark: &str, count: usize) { zh: "{mark}（{count} 家）", en: "{mark} ({count})" }
    spread_and_last(spread: &str, last: &str) { zh: "{spread}，近三家 {last}", en: "{spread}, last {last}" }
    note_line(note: &str) { zh: "备注 {note}", en: "Note {note}" }
    replaced(old: &str, by: &str) { zh: "原录 {old}（{by}）", en: "Before: {old} ({by})" }
    replaced_why(old: &str, by: &str, why: &str) { zh: "原录 {old}（{by}，{why}）", en: "Before: {old} ({by}: {why})" }

    on_trial() { zh: "试算", en: "trial" }
    reached(level: &str) { zh: "已达 {level}", en: "reached {level}" }
    in_reach(level: &str) { zh: "最高可达 {level}", en: "in reach {level}" }
    lacking(level: &str, lacking: &str) { zh: "距{level}差 {lacking} 分", en: "{lacking} short of {level}" }
    lacking_stars(level: &str, lacking: &str) { zh: "距{level}差 {lacking} 颗星", en: "{lacking} {stars} short of {level}", stars: lacking => "star" / "stars" }
    short(lacking: &str) { zh: "差 {lacking}", en: "short {lacking}" }
    places_decide(level: &str) { zh: "分数够{level}线，名额以排名为准", en: "Score is enough for {level}; places go by rank" }
    after_ranking() { zh: "排名后定", en: "Decided by ranking" }
    ceiling(level: &str) { zh: "上限 {level}", en: "At most {level}" }
    unrated() { zh: "不定等次", en: "Not rated" }
    demoted(levels: u16) { zh: "定级后再降 {levels} 级", en: "Then {levels} down" }
    as_it_stands(shown: &str) { zh: "现 {shown}", en: "Now {shown}" }
    if_counted(shown: &str) { zh: "本表计入后 {shown}", en: "With this sheet {shown}" }
    satisfaction(rate: &str) { zh: "满意率 {rate}%", en: "satisfied {rate}%" }
    adjustment(net: &str) { zh: "加减分 {net}", en: "Adjustments {net}" }
    no_score() { zh: "暂无", en: "none yet" }
    stars_won(won: usize, open: usize, all: usize) { zh: "已得 {won} 颗，待定 {open} 颗，共 {all} 颗", en: "{won} won, {open} open, of {all}" }
    star_won() { zh: "已得", en: "won" }
    star_lost() { zh: "未得", en: "lost" }
    star_open() { zh: "待定", en: "open" }
    star_struck() { zh: "取消", en: "struck" }
    star_taken() { zh: "失星", en: "taken" }
    star_new() { zh: "新得", en: "new" }
    star_line(low: &str, pass: Decimal) { zh: "{low}/线 {pass}", en: "{low}/line {pass}" }
    blind() { zh: "各自独立评分：提交本表后才显示他人评分和综合得分。", en: "This party rates independently: others' marks and the composite appear once this sheet is submitted." }
    nothing_rated() { zh: "没有可评的综合得分", en: "Nothing is rated here" }
    banner_one(title: &str) { zh: "否决：{title}", en: "VETO: {title}" }
    banner_many(count: usize, titles: &str) { zh: "否决 {count} 项：{titles}", en: "{count} VETOES: {titles}" }
    banner_all() { zh: "（F6 看全部）", en: "(F6 shows all)" }
    banner_proposed(titles: &str) { zh: "? 待认定的否决：{titles}", en: "? Veto proposed: {titles}" }
    since(date: &str) { zh: "{date} 起", en: "since {date}" }
    by_itself() { zh: "自动认定", en: "decided by its condition" }

    reason_title() { zh: "扣分原因（可不填）", en: "Reason (may be left out)" }
    note_title() { zh: "备注", en: "Note" }
    operations_title() { zh: "这一项可以做的事", en: "What can be done with this item" }
    conflict_title() { zh: "两人改了同一项，请决定", en: "Two people changed this; decide" }
    conflict_base(value: &str) { zh: "原来   {value}", en: "Before   {value}" }
    conflict_theirs(value: &str, by: &str, at: &str) { zh: "对方   {value}  （{by} {at}）", en: "Theirs   {value}  ({by} {at})" }
    conflict_mine(value: &str) { zh: "我的   {value}", en: "Mine     {value}" }
    conflict_keep() { zh: "1 留对方的", en: "1 keep theirs" }
    conflict_put() { zh: "2 改成我的", en: "2 put mine" }
    conflict_edit() { zh: "3 再改一改", en: "3 edit" }
    paste_title(marks: usize, from: &str) { zh: "{marks} 个得分从 {from} 起", en: "{marks} {noun} from {from} on", noun: marks => "mark" / "marks" }
    paste_ready() { zh: "Enter 存入（一次可撤销）  Esc 不要", en: "Enter stores (one undo)  Esc drops" }
    paste_faulty(faults: usize) { zh: "{faults} 处有误，改好再贴；Esc 不要", en: "{faults} {noun}; mend and paste again, Esc drops", noun: faults => "fault" / "faults" }
    paste_further(at: usize, of: usize) { zh: "第 {at}/{of} 行，↑↓ PgDn 翻看", en: "line {at} of {of}, arrows and PgDn scroll" }
    paste_blank() { zh: "空，不改", en: "blank, stays" }
    paste_same() { zh: "同上", en: "as above" }
    paste_beyond() { zh: "后面没有指标了", en: "no item left" }
    summary_title() { zh: "本表汇总", en: "This sheet" }
    summary_total(total: &str, scored: usize, all: usize) { zh: "合计 {total} 分，已评 {scored}/{all} 项", en: "Total {total}, {scored} of {all} items" }
    summary_missing(count: usize) { zh: "未评 {count} 项", en: "{count} open" }
    summary_flagged(count: usize) { zh: "存疑 {count} 项", en: "{count} flagged" }
    summary_more(above: usize, below: usize) { zh: "上面还有 {above}，下面还有 {below}；↑↓ PgDn 翻看", en: "{above} more above, {below} below; arrows and PgDn" }
    summary_items(told: &str, items: &str) { zh: "{told}：{items}", en: "{told}: {items}" }
    summary_paper(typed: &str) { zh: "纸质表合计（可不填） [{typed}]", en: "Total on paper (optional) [{typed}]" }
    summary_submit() { zh: "F9 或 + 提交   Esc 返回", en: "F9 or + submits   Esc back" }
    summary_go() { zh: "Enter 去第一个未评项   Esc 返回", en: "Enter goes to the first open item   Esc back" }
    summary_go_line() { zh: "Enter 去该项   F9 或 + 提交   Esc 返回", en: "Enter goes to the item   F9 or + submits   Esc back" }
    summary_submitted() { zh: "已提交   Enter 返回", en: "Submitted   Enter back" }
    withdraw_title() { zh: "撤回已提交的评分表：请写明事由", en: "Take the sheet back: give the reason" }
    vetoes_title() { zh: "否决 / 加减分", en: "Vetoes / adjustments" }
    vetoes_keys() { zh: "1 提出  2 认定（须依据）  3 解除  4 试算  Del 删除  F6 加减分  Esc 关闭", en: "1 propose  2 decide (document)  3 lift  4 trial  Del remove  F6 page  Esc" }
    adjustments_keys() { zh: "1 计入（须依据）  末条：2 加一次  3 减一次  Del 删除  F6 整页  Esc 关闭", en: "1 give (document)  last one: 2 more  3 less  Del remove  F6 page  Esc" }
    veto_document_title(title: &str) { zh: "认定“{title}”：依据文号 [空格 日期 2026-11-02]", en: "Decide {title}: document [space, date 2026-11-02]" }
    veto_removal_title(title: &str) { zh: "删除“{title}”的登记：请写明事由（不能撤销，操作记录里保留）", en: "Remove {title} from the record: the reason (no undo; the journal keeps it)" }
    adjustment_document_title(title: &str) { zh: "计入“{title}”：依据文号", en: "Give {title}: the document" }
    veto_none() { zh: "没有", en: "none" }
    adjustment_given(count: u64, documents: &str) { zh: "×{count} {documents}", en: "x{count} {documents}" }
    no_document() { zh: "待补文号，不计", en: "no document, does not count" }
}

crate::texts! {
    said_not_scored() { zh: "此项未评", en: "This item has no mark" }
    said_held(why: &str) { zh: "{why} 未存，原来的得分不变；Esc 放弃", en: "{why} Not stored, the old mark stays; Esc drops it" }
    said_no_row(number: usize, rows: usize) { zh: "没有第 {number} 条扣分，本项共 {rows} 条", en: "No deduction {number}; there are {rows}" }
    said_point_after_option(number: usize) { zh: "已选第 {number} 档；本项按档评，得分不直接填，小数点起没有用：退格后再按序号改，或 Esc", en: "Option {number} is taken; no mark is typed here, nothing from the point on counts: Backspace, then a number changes it, or Esc" }
    said_copied_earlier(new: &str) { zh: "已抄自评：{new}", en: "Copied: {new}" }
    said_copied_earlier_over(old: &str, new: &str) { zh: "已抄自评：{old} → {new}，Ctrl-Z 撤销", en: "Copied: {old} → {new}; Ctrl-Z undoes" }
    said_copied_last_year(new: &str) { zh: "已抄去年：{new}", en: "Copied from last year: {new}" }
    said_copied_last_year_over(old: &str, new: &str) { zh: "已抄去年：{old} → {new}，Ctrl-Z 撤销", en: "Copied from last year: {old} → {new}; Ctrl-Z undoes" }
    said_paper_differs(check: &str) { zh: "{check}：仍提交？再按 F9 或 + 提交，Esc 返回", en: "{check}; submit all the same? F9 or + again, Esc goes back" }
    said_nothing_to_take_off(number: usize) { zh: "第 {number} 条没有记次数，没有可减的", en: "Deduction {number} has no case to take off" }
    said_no_option(number: usize, options: usize) { zh: "没有第 {number} 档，本项共 {options} 档", en: "No option {number}; there are {options}" }
    said_mark_follows() { zh: "本项按扣分计，得分不直接填：按序号扣，0 无扣分", en: "The mark follows from the deductions: press their numbers, 0 for none" }
    said_refused(why: &str) { zh: "{why}；此项未评", en: "{why}; the item has no mark" }
    said_refused_counted(why: &str) { zh: "{why}；前面按的未存，再按一次才存", en: "{why}; press again to keep what came before" }
    said_point_at_deductions() { zh: "扣分项按序号计次，得分不直接填，没有存；退格去掉小数点，Esc 放弃", en: "Deductions are counted by number, no mark is typed; not stored: Backspace takes the point back, Esc drops" }
    said_point_at_options() { zh: "本项按档的序号评，得分不直接填，没有存；退格去掉小数点，Esc 放弃", en: "An option is picked by number, no mark is typed; not stored: Backspace takes the point back, Esc drops" }
    said_no_full() { zh: "实测项没有满分键，请填实测值", en: "A measured value is typed; there is no key for full" }
    said_mark_typed() { zh: "本项直接填得分，只用数字和小数点；没有扣分和分档", en: "The mark itself is typed, digits and a point; there are no rows" }
    said_options_picked() { zh: "本项按档评，得分不直接填：按档的序号，* 最高档", en: "An option is picked: press its number, * for the highest" }
    said_measured_typed() { zh: "本项填实测值，得分由它算出；没有扣分和分档", en: "The measured value is typed and the mark follows; there are no rows" }
    said_in_rows() { zh: "正在各行里：↑↓ 或 + 选一行，数字填它的次数，Enter 回到本项", en: "In the rows: arrows or + pick one, digits type its count, Enter goes back" }
    said_too_long() { zh: "太长了", en: "Too long" }
    said_submitted_closed() { zh: "已提交，只能看；要改请按 F2 撤回并写明事由", en: "Submitted and read-only; F2 takes it back, with a reason" }
    said_not_due() { zh: "不在此单位的应评名单上，不能评；请组织者在“分工与回避”里列入", en: "Not on this organisation's list of raters; who runs the round can add you under \"Assignments and recusals\"" }
    said_recused() { zh: "已回避，不评此单位", en: "Recused from this organisation" }
    said_round_closed() { zh: "本轮不在评分中，不能改", en: "The round is not open" }
    said_own() { zh: "不给本单位评分", en: "Nobody rates their own organisation" }
    said_no_sheet() { zh: "这里没有要填的评分表", en: "There is no sheet to fill here" }
    said_wrapped() { zh: "后面都评过了，回到前面的未评项", en: "Nothing open further on; back to the first open item" }
    said_all_scored() { zh: "各项都已评", en: "Every item is scored" }
    said_draft_dropped() { zh: "没有存，已放弃", en: "Dropped, nothing stored" }
    said_cleared() { zh: "已清除，此项未评", en: "Cleared" }
    said_nothing_to_clear() { zh: "此项本来未评", en: "Nothing to clear" }
    said_flagged() { zh: "已标存疑", en: "Flagged" }
    said_unflagged() { zh: "已取消存疑", en: "No longer flagged" }
    said_not_optional() { zh: "办法没有准许本项填不适用", en: "The scheme lets no one leave this item out" }
    said_nothing_to_copy() { zh: "没有可抄的自评", en: "No earlier mark to copy" }
    said_nothing_last_year() { zh: "去年没有可抄的得分", en: "No mark of last year to copy" }
    said_no_more() { zh: "这个方向没有别的单位了", en: "No more organisations this way" }
    said_all_finished() { zh: "名单上的单位都已提交", en: "All on the list are submitted" }
    said_incomplete(count: usize) { zh: "还有 {count} 项未评，不能提交", en: "{count} {items} open; cannot be submitted", items: count => "item" / "items" }
    said_nothing_to_paste() { zh: "粘贴的内容是空的", en: "Nothing was pasted" }
    said_paste_faults(count: usize) { zh: "{count} 处有误，一个也没有存", en: "{count} {faults}; nothing was stored", faults: count => "fault" / "faults" }
    said_pasted(count: usize) { zh: "已录入 {count} 个得分", en: "{count} {marks} entered", marks: count => "mark" / "marks" }
    said_document_needed() { zh: "须写依据文号", en: "A document must be named" }
    said_reason_needed() { zh: "须写明事由", en: "A reason must be given" }
    said_submitted() { zh: "已提交。Enter 去下一个未完成的单位", en: "Submitted. Enter opens the next unfinished one" }
    said_not_submitted() { zh: "本表还没有提交", en: "The sheet is not submitted" }
    said_ready_to_submit() { zh: "还没有提交：按 F9 或小键盘 + 提交，Esc 返回", en: "Not submitted yet: F9 or + submits, Esc goes back" }
    pane_is_shown() { zh: "窗口够宽，综合已在右边", en: "The composite stands on the right already" }
    said_nothing_typed() { zh: "先填得分再试算", en: "Type a mark first" }
    said_nothing_given() { zh: "本项还没有计入，没有可改的", en: "Nothing has been given here to change" }
    said_not_on_record() { zh: "本项没有登记，没有可删除的", en: "Nothing is on record here to remove" }
    said_answer_first() { zh: "请先答完眼前这一问", en: "Answer what is open first" }
    said_withdrawn() { zh: "已撤回，可以修改", en: "Taken back; it can be changed" }
    said_not_stored(why: &str) { zh: "{why}录入都在，F5 重试", en: "{why} What was entered is here; F5 saves it" }
    said_failed_at(item: &str, why: &str) { zh: "{item}：{why}", en: "{item}: {why}" }
    said_conflict() { zh: "这一项刚被别人改过，请决定", en: "Somebody else has changed this; decide" }
    said_theirs_kept() { zh: "留对方的", en: "Theirs stays" }
    said_news(by: &str, changes: usize) { zh: "{by} 刚改了本单位 {changes} 处", en: "{by} has changed {changes} {things} here", things: changes => "thing" / "things" }
    said_no_more_lines() { zh: "这个方向没有别的指标了", en: "No more items this way" }
    said_line_scored() { zh: "这一列都已评", en: "This column is complete" }
    said_wrapped_across() { zh: "下面都评过了，回到上面未评的单位", en: "Nothing open further down; back to the first open one" }
    said_still_saving() { zh: "还有录入正在保存，稍后再提交", en: "Something is still being saved; submit after that" }
    said_news_across(by: &str, changes: usize) { zh: "{by} 刚改了这些单位 {changes} 处", en: "{by} has changed {changes} {things} in these", things: changes => "thing" / "things" }
    said_trying_again(count: usize) { zh: "{count} 步正在重新保存", en: "Saving {count} {steps} again", steps: count => "step" / "steps" }
    said_trial() { zh: "试算中，不会存；Esc 结束", en: "On trial, nothing is stored; Esc ends it" }
    said_trial_over() { zh: "试算结束", en: "The trial is over" }

    act_copy() { zh: "抄自评（前一评价主体的得分）", en: "Copy the mark of the party before" }
    act_copy_last_year() { zh: "抄去年（本评价主体去年的得分）", en: "Copy last year's mark of this party" }
    act_trial() { zh: "试算（不存）", en: "Trial (not stored)" }
    act_withdraw() { zh: "撤回已提交的评分表", en: "Take the submitted sheet back" }

    odd_no_reason() { zh: "不满分，没有原因", en: "below full without a reason" }
    odd_no_evidence() { zh: "没有注明佐证", en: "no evidence noted" }
    odd_all_full() { zh: "各项全是满分", en: "full marks everywhere" }
    odd_all_equal() { zh: "各项得分全一样", en: "the same mark everywhere" }
    odd_zeroed() { zh: "否决清零", en: "set to 0 by a veto" }
    paper_same() { zh: "与纸质表相符", en: "agrees with the paper" }
    paper_above(by: &str) { zh: "纸质表多 {by}", en: "the paper has {by} more" }
    paper_below(by: &str) { zh: "纸质表少 {by}", en: "the paper has {by} less" }
    paper_not_a_number() { zh: "不是数字", en: "not a number" }
}

/// What a key led to.
#[must_use]
pub fn said(language: Language, said: &Said, scheme: &Scheme) -> String {
    match said {
        Said::NotScored => said_not_scored(language),
        Said::Held { why, .. } => said_held(language, &refusal::entry(language, why)),
        Said::Deaf(deaf) => self::deaf(language, *deaf),
        Said::Refused { deaf, counted } => {
            let why = self::deaf(language, *deaf);
            match counted {
                true => said_refused_counted(language, &why),
                false => said_refused(language, &why),
            }
        }
        Said::ReadOnly(closed) => self::closed(language, *closed),
        Said::PointAfterOption { number } => said_point_after_option(language, *number),
        Said::Copied { from, old, new } => copied(language, *from, *old, *new),
        Said::PaperDiffers(check) => said_paper_differs(language, &paper(language, check)),
        Said::Wrapped => said_wrapped(language),
        Said::AllScored => said_all_scored(language),
        Said::DraftDropped => said_draft_dropped(language),
        Said::Cleared => said_cleared(language),
        Said::NothingToClear => said_nothing_to_clear(language),
        Said::Flagged(true) => said_flagged(language),
        Said::Flagged(false) => said_unflagged(language),
        Said::NotOptional => said_not_optional(language),
        Said::NothingToCopy => said_nothing_to_copy(language),
        Said::NothingLastYear => said_nothing_last_year(language),
        Said::NoMoreOrganisations => said_no_more(language),
        Said::AllFinished => said_all_finished(language),
        Said::Incomplete(count) => said_incomplete(language, *count),
        Said::NothingToPaste => said_nothing_to_paste(language),
        Said::PasteFaults(count) => said_paste_faults(language, *count),
        Said::Pasted(count) => said_pasted(language, *count),
        Said::DocumentNeeded => said_document_needed(language),
        Said::ReasonNeeded => said_reason_needed(language),
        Said::Submitted => said_submitted(language),
        Said::Withdrawn => said_withdrawn(language),
        Said::Failed { item, failure } => {
            let named = refusal::failure_named(scheme, language, &str::to_owned, failure);
            let why = refusal::failure(language, &named);
            match item {
                None if matches!(**failure, Failure::Trouble(_)) => said_not_stored(language, &why),
                Some(item) => said_failed_at(language, &item_name(scheme, *item), &why),
                None => why,
            }
        }
        Said::Conflict { .. } => said_conflict(language),
        Said::TheirsKept => said_theirs_kept(language),
        Said::News { by, changes } => said_news(language, by, *changes),
        Said::TryingAgain(count) => said_trying_again(language, *count),
        Said::Trial(true) => said_trial(language),
        Said::Trial(false) => said_trial_over(language),
        Said::NoSheet => said_no_sheet(language),
        Said::NotSubmitted => said_not_submitted(language),
        Said::ReadyToSubmit => said_ready_to_submit(language),
        Said::NothingTyped => said_nothing_typed(language),
        Said::NothingGiven => said_nothing_given(language),
        Said::NotOnRecord => said_not_on_record(language),
        Said::AnswerFirst => said_answer_first(language),
        Said::Blind => blind(language),
        Said::NoMoreLines => said_no_more_lines(language),
        Said::LineScored => said_line_scored(language),
        Said::WrappedAcross => said_wrapped_across(language),
        Said::StillSaving => said_still_saving(language),
        Said::SubmittedAcross { submitted, refused } => match refused {
            0 => super::organisations::submitted(language, *submitted),
            _ => super::organisations::submitted_some(language, *submitted, *refused),
        },
        Said::NewsAcross { by, changes } => said_news_across(language, by, *changes),
    }
}

/// What was taken over from elsewhere, and what it took the place of.
fn copied(
    language: Language,
    from: Origin,
    old: Option<Option<Figure>>,
    new: Option<Figure>,
) -> String {
    let word = |mark: Option<Figure>| mark.map_or_else(|| not_applicable(language), Figure::short);
    let new = word(new);
    match (from, old.map(word)) {
        (Origin::PartyBefore, None) => said_copied_earlier(language, &new),
        (Origin::PartyBefore, Some(old)) => said_copied_earlier_over(language, &old, &new),
        (Origin::LastYear, None) => said_copied_last_year(language, &new),
        (Origin::LastYear, Some(old)) => said_copied_last_year_over(language, &old, &new),
    }
}

/// What decides beside the score (G12).
pub fn statement(language: Language, scheme: &Scheme, statement: Statement) -> String {
    match statement {
        Statement::PlacesDecide(level) => places_decide(language, &scheme.level(level).title),
        Statement::AfterRanking => after_ranking(language),
    }
}

/// Another's mark, and how much the mark in hand is above it.
#[must_use]
pub fn other_and_apart(language: Language, other: &str, above: Figure) -> String {
    let apart = above.short();
    match above.units() {
        0 => mark_same(language, other),
        units if units < 0 => mark_below(language, other, &apart),
        _ => mark_above(language, other, &apart),
    }
}

/// Id, as people call it, and title of an item.
#[must_use]
pub fn item_name(scheme: &Scheme, item: ItemIndex) -> String {
    format!("{} {}", scheme.short_id(item), scheme.item(item).title)
}

fn deaf(language: Language, deaf: Deaf) -> String {
    match deaf {
        Deaf::NoRow { number, rows } => said_no_row(language, number, rows),
        Deaf::NothingToTakeOff { number } => said_nothing_to_take_off(language, number),
        Deaf::NoOption { number, options } => said_no_option(language, number, options),
        Deaf::Point(Kind::Options) => said_point_at_options(language),
        Deaf::Point(_) => said_point_at_deductions(language),
        Deaf::NoFullMark => said_no_full(language),
        Deaf::NotHere(Kind::Mark) => said_mark_typed(language),
        Deaf::NotHere(Kind::Options) => said_options_picked(language),
        Deaf::NotHere(Kind::Measured) => said_measured_typed(language),
        Deaf::NotHere(Kind::Deductions) => said_mark_follows(language),
        Deaf::InRows => said_in_rows(language),
        Deaf::Full => said_too_long(language),
    }
}

/// Why a sheet is read-only.
#[must_use]
pub fn closed(language: Language, closed: Closed) -> String {
    match closed {
        Closed::Submitted => said_submitted_closed(language),
        Closed::Recused => said_recused(language),
        Closed::NotDue => said_not_due(language),
        Closed::Round => said_round_closed(language),
        Closed::Own => said_own(language),
        Closed::NoSheet => said_no_sheet(language),
    }
}

/// What was said of the sheet: why it was returned, or why its rater is recused.
#[must_use]
pub fn sheet_reason(language: Language, open: &Open) -> Option<String> {
    let why = open.sheet_reason.as_deref().unwrap_or_default();
    if open.closed == Some(Closed::Recused) {
        return Some(recused(language, why));
    }
    (open.sheet == SheetState::Returned).then(|| returned(language, why))
}

/// What can be done with an item.
#[must_use]
pub fn act(language: Language, act: Act) -> String {
    match act {
        Act::NotApplicable => command_not_applicable(language),
        Act::Note => command_note(language),
        Act::Flag => flagged(language),
        Act::Clear => hint_clear(language),
        Act::CopyEarlier => act_copy(language),
        Act::CopyLastYear => act_copy_last_year(language),
        Act::Trial => act_trial(language),
        Act::Vetoes => command_vetoes(language),
        Act::Summary => command_submit(language),
        Act::Withdraw => act_withdraw(language),
    }
}

/// What a typed mark may be.
#[must_use]
pub fn range_and_step(language: Language, points: Decimal, step: Option<Decimal>) -> String {
    match step {
        Some(step) => from_zero_by_steps(language, points, step),
        None => from_zero_to(language, points),
    }
}

/// That a measured value lies outside what its rule pays for.
#[must_use]
pub fn beyond(language: Language, beyond: Beyond) -> String {
    match beyond {
        Beyond::PastFull(full) => past_full(language, full),
        Beyond::BelowZero => below_zero(language),
    }
}

/// The unit of a measured item.
#[must_use]
pub fn unit(rule: &ItemRule) -> &str {
    match rule {
        ItemRule::Linear { unit, .. }
        | ItemRule::Stepped { unit, .. }
        | ItemRule::Bands { unit, .. } => unit.as_deref().unwrap_or_default(),
        _ => "",
    }
}

/// The state of a veto that stands by hand, with its document.
#[must_use]
pub fn veto_line(
    language: Language,
    state: crate::scoring::VetoState,
    document: Option<&str>,
) -> String {
    let word = veto_state(language, state);
    document.map_or_else(|| word.to_owned(), |document| format!("{word} {document}"))
}
