//! Counting ballots: by hand, paper by paper, or as totals.

crate::texts! {
    title(name: &str, party: &str) { zh: "{name} · {party} · 计票", en: "{name}: counting ballots of {party}" }
    counted(returned: u64) { zh: "收回 {returned} 张", en: "{returned} returned" }
    unsaved(count: usize) { zh: "! 未存 {count} 张", en: "! {count} not stored" }
    pane(at: usize, of: usize) { zh: "计票  {at}/{of} 家", en: "Count: {at} of {of}" }
    paper(number: u64, at: usize, of: usize, id: &str, title: &str) {
        zh: "第 {number} 张  第 {at}/{of} 题  {id} {title}",
        en: "Ballot {number}, question {at} of {of}: {id} {title}",
    }
    paper_single(number: u64, id: &str, title: &str) { zh: "第 {number} 张  {id} {title}", en: "Ballot {number}: {id} {title}" }
    in_hand(answers: &str) { zh: "这一张：{answers}", en: "This one: {answers}" }
    last_one(answers: &str) { zh: "上一张：{answers}", en: "The last: {answers}" }
    in_table() { zh: "在表内填合计：数字、Enter 存入，方向键换格，Tab 回到计票", en: "Totals: digits, Enter stores, arrows move, Tab returns to counting" }
    separator() { zh: "、", en: ", " }

    column_option() { zh: "选项", en: "Option" }
    column_strokes(question: &str) { zh: "{question} 画正", en: "{question} strokes" }
    row_abstain() { zh: "弃权", en: "Abstention" }
    row_spoilt() { zh: "废票", en: "Spoilt" }
    row_valid() { zh: "有效票", en: "Valid" }
    row_returned() { zh: "收回（三项合计）", en: "Returned (sum)" }
    row_issued() { zh: "发出", en: "Issued" }
    row_by_hand() { zh: "收回（清点）", en: "Returned (counted)" }
    row_score() { zh: "得分", en: "Score" }

    pane_result() { zh: "结果", en: "Result" }
    counted_least(returned: u64, question: &str) { zh: "收回最少 {returned} 张（{question}）", en: "{returned} returned at least ({question})" }
    enough(returned: &str, needed: u64) { zh: "{returned}，够 {needed} 张", en: "{returned}, {needed} needed: enough" }
    unequal() { zh: "! 各题收回数不同，请核对", en: "! The questions differ in ballots returned" }
    differs(question: &str, sum: u64, counted: u64) {
        zh: "! {question}：有效 + 弃权 + 废票 = {sum}，与清点收回的 {counted} 张不符",
        en: "! {question}: valid + abstentions + spoilt = {sum}, but {counted} were counted as returned",
    }
    agrees(counted: u64) { zh: "收回 {counted} 张 = 有效 + 弃权 + 废票", en: "{counted} returned = valid + abstentions + spoilt" }
    more_than_issued(returned: u64, issued: u64) {
        zh: "! 收回 {returned} 张，多于发出的 {issued} 张",
        en: "! {returned} returned, more than the {issued} issued",
    }
    returned_of(returned: &str, issued: u64) { zh: "发出 {issued} 张，{returned}", en: "{issued} issued, {returned}" }

    count_option() { zh: "选项", en: "Option" }
    no_option(digit: u32, options: usize) { zh: "没有第 {digit} 个选项，只有 1 到 {options}", en: "No option {digit}, only 1 to {options}" }
    paper_open(left: usize) { zh: "这一张还有 {left} 题未录：录完，或按 Esc 放弃", en: "{left} {questions_are} open on this ballot: finish it, or Esc drops it", questions_are: left => "question is" / "questions are" }
    paper_dropped() { zh: "这一张没有录完，已放弃", en: "The unfinished ballot was dropped" }
    still_saving() { zh: "保存中，稍候再按", en: "Saving; press again in a moment" }
    nothing_to_take_back() { zh: "这一次没有录过票；以前录的用 Ctrl-Z 撤销，或按 Tab 改合计", en: "Nothing was counted in this sitting; Ctrl-Z undoes earlier ones, Tab edits totals" }
    taken_back(number: u64) { zh: "已去掉第 {number} 张的最后一题", en: "The last answer of ballot {number} was taken back" }
    refused(why: &str, lost: usize) { zh: "{why}。有 {lost} 张没有存入，请重录", en: "{why}. {lost} {ballots_were} not stored; count again", ballots_were: lost => "ballot was" / "ballots were" }
    stuck(why: &str, count: usize) { zh: "{why}。{count} 笔待存，按 Enter 再试", en: "{why}. {count} {entries_wait} to be stored; Enter tries again", entries_wait: count => "entry waits" / "entries wait" }
    total_stored(what: &str, count: u64) { zh: "{what}：{count}", en: "{what}: {count}" }
    total_cleared(what: &str) { zh: "{what}：已清除", en: "{what}: cleared" }
    too_large() { zh: "数字太大", en: "The number is too large" }
    no_ballot() { zh: "这个单位没有民主测评", en: "No party votes on this organisation" }
    only_one_party() { zh: "只有一种民主测评", en: "There is only one ballot party" }

    command_ballots() { zh: "测评计票", en: "Count ballots" }
    command_table() { zh: "填合计", en: "Totals" }
    command_take_back() { zh: "退一步", en: "Take back" }
    command_previous() { zh: "上一单位", en: "Previous organisation" }
    command_next() { zh: "下一单位", en: "Next organisation" }
    command_party() { zh: "换一种测评", en: "Other ballot" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_journal() { zh: "本单位的操作记录", en: "Journal of this organisation" }
}

/// A count as it is drawn on paper: a 正 for five, and its first strokes for what is left over.
#[must_use]
pub fn strokes(count: u64, columns: usize) -> String {
    let part = match count % 5 {
        1 => "一",
        2 => "丅",
        3 => "下",
        4 => "止",
        _ => "",
    };
    let whole = usize::try_from(count / 5).unwrap_or(usize::MAX);
    // Two columns each.
    if whole.saturating_add(1).saturating_mul(2) <= columns {
        format!("{}{part}", "正".repeat(whole))
    } else {
        format!("{whole} 正 {part}")
    }
}

#[cfg(test)]
mod tests {
    use super::strokes;

    #[test]
    fn five_strokes_make_a_character_and_many_are_counted() {
        assert_eq!(strokes(0, 40), "");
        assert_eq!(strokes(4, 40), "止");
        assert_eq!(strokes(12, 40), "正正丅");
        assert_eq!(strokes(203, 40), "40 正 下");
    }
}
