//! The list of rounds, and the question in whose name marks are entered.

use super::Language;
use crate::office::PartyProgress;

crate::texts! {
    title() { zh: "评星", en: "Pingxing" }
    pane() { zh: "轮次", en: "Rounds" }
    column_round() { zh: "轮次", en: "Round" }
    column_year() { zh: "年度", en: "Year" }
    column_scheme() { zh: "办法", en: "Scheme" }
    column_state() { zh: "状态", en: "State" }
    progress(party: &str, done: u32, all: u32) { zh: "{party}：{done}/{all} 家", en: "{party}: {done} of {all} {organisations}", organisations: all => "organisation" / "organisations" }
    progress_due(party: &str, done: u32, all: u32, submitted: u32, due: u32) {
        zh: "{party}：{done}/{all} 家，已提交 {submitted}/{due} 张",
        en: "{party}: {done} of {all} {organisations}, {submitted} of {due} {sheets} submitted", organisations: all => "organisation" / "organisations", sheets: due => "sheet" / "sheets",
    }
    findings(counted: &str) { zh: "公示前核查：{counted}", en: "Findings: {counted}" }
    findings_awaited() { zh: "公示前核查：正在核查……", en: "Findings: checking ..." }
    operations(count: u64) { zh: "操作记录 {count} 次", en: "{count} {operations} on record", operations: count => "operation" / "operations" }
    nothing_to_open() { zh: "没有可打开的轮次", en: "There is no round to open" }
    rounds_counted(count: usize) { zh: "{count} 个轮次", en: "Rounds: {count}" }
    command_open() { zh: "打开", en: "Open" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_new() { zh: "新建轮次", en: "New round" }
    command_demonstration() { zh: "载入演示数据", en: "Load the demonstration" }

    /// First start: nothing is there yet.
    first_demonstration() { zh: "载入演示数据，先看看样子", en: "Load the demonstration, to look around" }
    first_new() { zh: "用自带的办法和一份单位名单，新建一个轮次", en: "Make a round from a shipped scheme and a list of organisations" }
    first_quit() { zh: "退出", en: "Quit" }
    first_choose() { zh: "选这一行", en: "Choose this line" }
    demonstration_title() { zh: "载入演示数据？", en: "Load the demonstration?" }
    demonstration_adds() { zh: "会在这个数据库里新建一个虚构的轮次（180 家单位），删不掉", en: "It adds an invented round of 180 organisations to this database, for good" }
    demonstration_yes() { zh: "载入", en: "Load it" }
    demonstration_no() { zh: "不载入", en: "Leave it" }

    seat_title() { zh: "以谁的名义评", en: "In whose name" }
    seat(party: &str, rater: &str) { zh: "{party} · {rater}", en: "{party}, {rater}" }
    seat_left(seat: &str, left: u32) { zh: "{seat}  还有 {left} 张未提交", en: "{seat}  {left} to submit" }
    seat_returned(seat: &str, left: u32, returned: u32) { zh: "{seat}  还有 {left} 张未提交，其中 {returned} 张被退回", en: "{seat}  {left} to submit, {returned} of them returned" }
    seat_done(seat: &str) { zh: "{seat}  已全部提交", en: "{seat}  all submitted" }
    seat_new(party: &str) { zh: "{party} · 其他评分人……", en: "{party}, another rater ..." }
    seat_none() { zh: "只查看，不评分", en: "Only look" }
    seat_unlisted(party: &str, rater: &str) {
        zh: "“{rater}”不在{party}的评分人名单上；按 Esc 从名单里选，或先请组织者列入",
        en: "\"{rater}\" is not on the list of raters of {party}; choose one with Esc, or have the name put on the list first",
    }
    seat_own_name(actor: &str) { zh: "写评分人的姓名或组名；不写就是 {actor}", en: "Name of the rater or group; left empty, it is {actor}" }
    seat_name() { zh: "评分人", en: "Rater" }
    /// The header's part: who rates; who types, where it is somebody else.
    seat_typed(party: &str, rater: &str, actor: &str) {
        zh: "{party} · {rater}（录入 {actor}）",
        en: "{party}, {rater} (entered by {actor})",
    }
    header(year: i32, scheme: &str, seat: &str) { zh: "{year}年度 · {scheme} · {seat}", en: "{year} · {scheme} · {seat}" }
    header_narrow(year: i32, seat: &str) { zh: "{year}年度 · {seat}", en: "{year} · {seat}" }
    scheme_unreadable(round: &str) {
        zh: "轮次“{round}”的考评办法读不出来，用 pingxing verify 查看",
        en: "The scheme of round \"{round}\" cannot be read; see `pingxing verify`",
    }
    opening() { zh: "正在打开……", en: "Opening ..." }

    new_scheme() { zh: "新轮次用哪个办法", en: "The new round's scheme" }
    new_title(scheme: &str) { zh: "新建轮次：{scheme}", en: "New round: {scheme}" }
    new_name() { zh: "轮次名称", en: "Name" }
    new_year() { zh: "年度", en: "Year" }
    new_list() { zh: "单位名单", en: "List file" }
    new_intro() { zh: "单位名单：CSV 或 XLSX 文件的路径", en: "List of organisations: path of a CSV or XLSX file" }
    new_columns() { zh: "第一行是列名：编码、名称、类别；有上下级的加“层级”“上级编码”", en: "Its first line: code, name, track; kind and parent where there are levels" }
    new_bad_year() { zh: "年度要写成四位数字，例如 2026", en: "The year must be four digits, such as 2026" }
    new_unreadable(path: &str, why: &str) { zh: "打不开 {path}：{why}", en: "{path} cannot be opened: {why}" }
    new_faults(count: usize) {
        zh: "名单有 {count} 处错误，没有新建",
        en: "The list has {count} {faults}; nothing was made", faults: count => "fault" / "faults",
    }
    making() { zh: "正在新建……", en: "Making it ..." }
    made(round: &str) { zh: "已新建轮次“{round}”", en: "Made the round \"{round}\"" }
}

/// How far a party is: organisations with a score, and where there is a list of raters the sheets
/// that are due by it.
#[must_use]
pub fn party_progress(language: Language, party: &PartyProgress) -> String {
    let (title, done, all) = (&party.title, party.scored, party.organisations);
    match party.due {
        0 => progress(language, title, done, all),
        due => progress_due(language, title, done, all, party.submitted, due),
    }
}
