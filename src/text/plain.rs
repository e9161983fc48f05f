//! The plain mode: questions and answers, one line each.

crate::texts! {
    welcome() {
        zh: "评星，逐行问答。答完一行按回车；? 看说明，.. 结束。",
        en: "pingxing, line by line. Answer each question with a line; ? explains, .. ends.",
    }
    which_round() { zh: "哪个轮次？输入序号", en: "Which round? Its number" }
    no_rounds() { zh: "还没有轮次。请先用 pingxing round new 新建。", en: "There are no rounds yet. Make one with `pingxing round new`." }
    round_line(number: usize, round: &str, year: i32, scheme: &str) { zh: "{number} {round}（{year}年度，{scheme}）", en: "{number} {round} ({year}, {scheme})" }
    which_chair() { zh: "以谁的名义评？输入序号或评分人的名称", en: "In whose name? Its number, or the rater's name" }
    more_chairs(count: usize) { zh: "  还有 {count} 位评分人没有列出，输入名称即可", en: "  {count} more {raters_are} not listed; type the name", raters_are: count => "rater is" / "raters are" }
    no_such_chair(wanted: &str) { zh: "没有“{wanted}”，请输入上面的序号或评分人的名称。", en: "\"{wanted}\" is none of the numbers and names." }
    another(number: usize, party: &str) { zh: "{number} {party}的其他评分人", en: "{number} another rater of {party}" }
    rater_name(party: &str) { zh: "{party}的评分人是谁？", en: "Who rates for {party}?" }
    nothing_to_fill() { zh: "这个办法没有要逐项填的评分表。", en: "This scheme has no sheets to fill." }
    which_organisation(next: &str) {
        zh: "评哪个单位？输入名称、拼音首字母或编码；只按回车：{next}",
        en: "Which organisation? Name, initials or code; Enter alone: {next}",
    }
    which_organisation_all_done() {
        zh: "都已提交。要看哪个单位？输入名称、拼音首字母或编码",
        en: "All are submitted. Which one to see? Name, initials or code",
    }
    no_such_number(wanted: &str) { zh: "没有“{wanted}”，请输入上面的序号。", en: "\"{wanted}\" is none of the numbers above." }
    no_such_organisation(wanted: &str) { zh: "没有找到“{wanted}”。", en: "Nothing found for \"{wanted}\"." }
    several(count: usize) { zh: "有 {count} 家，请输入序号，或另输入名称；只按回车返回：", en: "There are {count}; its number, or another name; Enter alone goes back:" }
    entered(name: &str, done: usize, all: usize) { zh: "{name}：已评 {done}/{all} 项。", en: "{name}: {done} of {all} items scored." }

    item(name: &str, points: &str) { zh: "{name}，满分 {points}。", en: "{name}, full {points}." }
    now(entry: &str) { zh: "现为 {entry}。", en: "Now {entry}." }
    row(number: usize, title: &str, cost: &str) { zh: "  {number} {title}，{cost}", en: "  {number} {title}, {cost}" }
    costs(each: &str) { zh: "每次扣 {each}", en: "-{each} each" }
    costs_with_count(each: &str, count: u64) { zh: "每次扣 {each}，已记 {count} 次", en: "-{each} each, {count} so far" }
    costs_all() { zh: "全扣", en: "the whole mark" }
    gives(points: &str) { zh: "{points} 分", en: "{points}" }
    measured(value: &str, unit: &str, mark: &str) { zh: "{value}{unit}，得 {mark} 分", en: "{value} {unit}, mark {mark}" }
    no_deduction(mark: &str) { zh: "无扣分，得 {mark} 分", en: "no deduction, mark {mark}" }
    separator() { zh: "、", en: ", " }
    other(who: &str, mark: &str) { zh: "{who} {mark}", en: "{who} {mark}" }
    ask_mark() { zh: "得分？", en: "Mark?" }
    ask_measured(unit: &str) { zh: "实测值（{unit}）？", en: "Measured ({unit})?" }
    ask_option() { zh: "选第几档？", en: "Which option?" }
    ask_deductions() { zh: "扣哪几条？输入序号，扣两次输两遍；第十条起写 12=1；0 无扣分", en: "Which deductions? Their numbers, twice for two; from the tenth on 12=1; 0 for none" }
    kept(entry: &str, figures: &str) { zh: "已保存：{entry}。{figures}", en: "Saved: {entry}. {figures}" }
    figures_between(low: &str, high: &str) { zh: "综合 {low} 至 {high}。", en: "Composite {low} to {high}." }
    figure(composite: &str) { zh: "综合 {composite}。", en: "Composite {composite}." }
    levels(reached: &str, in_reach: &str) { zh: "已达{reached}，最高可达{in_reach}。", en: " Reached {reached}, in reach {in_reach}." }
    decides(said: &str) { zh: "{said}。", en: " {said}." }
    explain() {
        zh: "在“？”后可输入：\n  数字    得分、序号或实测值；* 满分；0 无扣分；NA 不适用\n  回车    下一项；> 下一项，< 上一项\n  /A3     到某一项；/单位名 换单位\n  =       综合得分、等次和否决\n  #文字   备注        !  存疑\n  --      清除得分    ^ 或 <<  撤销\n  ~事由   撤回已提交的评分表\n  ++      汇总和提交  ..  结束（已保存的都在）",
        en: "After a question mark type:\n  digits  the mark, a number or the measured value; * full; 0 no deduction; NA\n  Enter   the next item; > next, < previous\n  /A3     to an item; /name another organisation\n  =       composite, level and vetoes\n  #text   a note      !   flag\n  --      clear       ^ or <<  undo\n  ~why    takes a submitted sheet back\n  ++      summary and submission   ..  end (what is saved stays)",
    }
    not_understood(line: &str) { zh: "“{line}”在这里没有意思；? 看说明。", en: "\"{line}\" means nothing here; ? explains." }
    reason() { zh: "扣分原因？可只按回车；或输入序号：", en: "Reason? Enter alone for none; or a number:" }
    reason_plain() { zh: "扣分原因？可只按回车", en: "Reason? Enter alone for none" }
    decide() { zh: "1 留对方的，2 改成我的，3 重新输入。选哪个？", en: "1 keep theirs, 2 put mine, 3 type again. Which?" }
    not_submitted() { zh: "没有提交。", en: "Not submitted." }
    not_stored(why: &str) { zh: "没有保存：{why}", en: "Not saved: {why}" }
    try_again(count: usize) { zh: "有 {count} 步没有保存。只按回车再试一次；输入 .. 放弃并结束", en: "Steps not saved: {count}. Enter alone tries again; .. gives them up and ends" }
    stored_now() { zh: "现在都已保存。", en: "Everything is saved now." }
    given_up(count: usize) { zh: "放弃了没有保存的 {count} 步。", en: "Given up, not saved: {count}." }
    submit_or_not() { zh: "1 提交，回车不提交", en: "1 submits, Enter does not" }
    submitted() { zh: "已提交，只能看。要撤回请输入 ~ 和事由；回车看下一项", en: "Submitted and read-only. ~ and a reason take it back; Enter for the next item" }
    read_only() { zh: "已提交，只能看，没有保存；要改请输入 ~ 和事由撤回", en: "Submitted and read-only; not saved. ~ and a reason take it back" }
    held(why: &str) { zh: "{why} 没有保存，请重新输入。", en: "{why} Not saved; type it again." }
    undone() { zh: "已撤销上一步。", en: "The last step is undone." }
    ended() { zh: "结束。已保存的都在。", en: "The end. What was saved stays." }
    vetoed(title: &str, state: &str) { zh: "否决 {title}：{state}。", en: "Veto {title}: {state}." }
}
