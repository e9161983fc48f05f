//! The plain mode: a whole sheet by question and answer.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::support::{Place, Ran};
use super::{file, import, make_round, round, scored, write};

pub fn converse(place: &Place, arguments: &[&str], lines: &str) -> Ran {
    let mut child = place
        .program()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap().into()
}

/// The second chair is offered for another rater of the superior party.
const ANOTHER_SUPERIOR: &str = "2\n考评二组\n";

#[test]
fn a_whole_sheet_is_scored_and_submitted() {
    let place = round();
    let lines = format!("{ANOTHER_SUPERIOR}\n56.5\n１１\n1\n..\n");
    let Ran { status, out, .. } = converse(&place, &["--plain"], &lines);
    assert_eq!(status, 0, "{out}");
    for told in [
        "宝马村：已评 0/2 项。",
        "A1 班子团结，满分 60。",
        "已保存：56.50 分。",
        "1 少开一次，每次扣 2",
        "已保存：36.00 分。",
        "合计 92.50 分，已评 2/2 项",
        "1 提交，回车不提交",
        "评哪个单位？输入名称、拼音首字母或编码；只按回车：石门村",
        "结束。已保存的都在。",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
    let shown = place.done(&["show", "0001", "--round", "2026"]);
    assert!(shown.contains("92.50"), "{shown}");
}

#[test]
fn what_cannot_be_is_said_and_asked_again() {
    let place = round();
    let lines = format!("9\n{ANOTHER_SUPERIOR}石门\n3\n2\n61\nabc\n0\n/b1\n7\n*\n--\n..\n");
    let Ran { status, out, .. } = converse(&place, &["--plain"], &lines);
    assert_eq!(status, 0, "{out}");
    for told in [
        "没有“9”，请输入上面的序号或评分人的名称。",
        "有 2 家，请输入序号，",
        "没有“3”，请输入上面的序号。",
        "没有保存，请重新输入。",
        "“abc”在这里没有意思",
        "已保存：0.00 分。",
        "没有第 7 条扣分，本项共 1 条",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
}

#[test]
fn a_mark_typed_on_a_deduction_item_stores_nothing() {
    let place = round();
    let lines = format!("{ANOTHER_SUPERIOR}石门\n2\n/b1\n1.5\n.1\n..\n");
    let Ran { status, out, .. } = converse(&place, &["--plain"], &lines);
    assert_eq!(status, 0, "{out}");
    assert_eq!(out.matches("得分不直接填").count(), 2, "{out}");
    assert!(!out.contains("已保存："), "{out}");
}

#[test]
fn notes_undo_and_figures() {
    let place = scored();
    let lines = "1\n石门\n2\n50\n<\n#三份记录\n^\n=\n..\n".to_owned();
    let Ran { status, out, .. } = converse(&place, &["--plain"], &lines);
    assert_eq!(status, 0, "{out}");
    for told in ["备注 三份记录", "已撤销上一步。", "综合 "] {
        assert!(out.contains(told), "{told}: {out}");
    }
    let after = out.rsplit("已撤销上一步。").next().unwrap();
    assert!(!after.contains("备注 三份记录"), "{after}");
}

#[test]
fn a_line_with_a_fault_stores_nothing_of_it() {
    let place = round();
    let lines = format!("{ANOTHER_SUPERIOR}石门\n2\n/b1\n-1\n1 9\n*1\n2=1\n1=3\n..\n");
    let Ran { status, out, .. } = converse(&place, &["--plain"], &lines);
    assert_eq!(status, 0, "{out}");
    assert!(out.contains("第 1 条没有记次数，没有可减的"), "{out}");
    assert!(out.contains("“*1”在这里没有意思"), "{out}");
    assert_eq!(out.matches("本项共 1 条").count(), 2, "{out}");
    // 40 less three times 2, at the last line and no other.
    assert_eq!(out.matches("已保存：").count(), 1, "{out}");
    assert!(out.contains("已保存：34.00 分。"), "{out}");
}

#[test]
fn a_submitted_sheet_says_how_it_is_taken_back_here_and_nothing_is_called_saved() {
    let place = scored();
    let Ran { out, .. } = converse(&place, &["--plain"], "2\n宝马\n2\n..\n");
    assert!(out.contains("没有保存；要改请输入 ~ 和事由撤回"), "{out}");
    assert!(!out.contains("F2"), "{out}");
    assert!(!out.contains("已保存："), "{out}");
}

#[test]
fn among_several_names_another_one_help_and_the_way_back_are_heard() {
    let place = round();
    let lines = format!("{ANOTHER_SUPERIOR}石门\n?\n\n石门\n宝马\n56.5\n..\n");
    let Ran { out, .. } = converse(&place, &["--plain"], &lines);
    assert!(out.contains("在“？”后可输入"), "{out}");
    assert_eq!(out.matches("评哪个单位？").count(), 2, "{out}");
    assert!(out.contains("宝马村：已评 0/2 项。"), "{out}");
}

#[test]
fn undo_is_typed_with_an_input_method_on() {
    for undo in ["……", "<<", "《《", "＾"] {
        let place = round();
        let lines = format!("{ANOTHER_SUPERIOR}\n50\n{undo}\n..\n");
        let Ran { out, .. } = converse(&place, &["--plain"], &lines);
        assert!(out.contains("已撤销上一步。"), "{undo}: {out}");
    }
}

#[test]
fn a_terminal_that_places_no_cursor_gets_the_conversation() {
    let place = round();
    let mut program = place.program();
    let ran: Ran = program.env("TERM", "dumb").output().unwrap().into();
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("评星，逐行问答"), "{}", ran.out);
    // Without it, and without a terminal, there is nothing to draw on.
    assert_eq!(place.run(&[]).status, 1);
}

#[test]
fn a_submitted_sheet_is_taken_back_with_a_reason() {
    let place = scored();
    let Ran { out, .. } = converse(&place, &["--plain"], "2\n宝马\n50\n~漏看一份记录\n50\n..\n");
    assert!(out.contains("已提交，只能看"), "{out}");
    assert!(out.contains("已撤回，可以修改"), "{out}");
    assert!(out.contains("已保存：50.00 分。"), "{out}");
    let log = place.done(&["log", "--round", "2026"]);
    assert!(log.contains("漏看一份记录"), "{log}");
}

#[test]
fn english_sentences_keep_their_blanks_and_lists_their_commas() {
    let place = round();
    let lines = format!("{ANOTHER_SUPERIOR}?\n\n++\n*\n0\n");
    let Ran { status, out, .. } = converse(&place, &["--lang", "en", "--plain"], &lines);
    // The input ends before the sheet is submitted: what was saved stays, and it is said.
    assert_eq!(status, 0, "{out}");
    assert!(out.contains("After a question mark type:"), "{out}");
    assert!(out.contains("2 open: A1 班子团结, "), "{out}");
    assert!(out.contains("Saved: 60.00 marks. "), "{out}");
    assert!(out.contains("Saved: no deduction, mark 40.00. "), "{out}");
    assert!(!out.contains('、') && !out.contains(".Reached"), "{out}");
    assert!(
        out.trim_end().ends_with("The end. What was saved stays."),
        "{out}"
    );
}

/// A conversation in which the next line waits for what is said.
struct Conversation {
    child: Child,
    answers: ChildStdin,
    said: ChildStdout,
    heard: String,
}

impl Conversation {
    fn begin(place: &Place, arguments: &[&str]) -> Self {
        let mut child = place
            .program()
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let answers = child.stdin.take().unwrap();
        let said = child.stdout.take().unwrap();
        Self {
            child,
            answers,
            said,
            heard: String::new(),
        }
    }

    /// Answers, and hears everything up to the next prompt.
    fn answer(&mut self, line: &str) -> String {
        self.answers
            .write_all(format!("{line}\n").as_bytes())
            .unwrap();
        self.hear()
    }

    fn hear(&mut self) -> String {
        let mut bytes = Vec::new();
        let mut byte = [0];
        while !bytes.ends_with(b"\n> ") && self.said.read(&mut byte).unwrap() > 0 {
            bytes.push(byte[0]);
        }
        let heard = String::from_utf8(bytes).unwrap();
        self.heard.push_str(&heard);
        heard
    }

    /// Nothing more comes; what was said last, and the status.
    fn end(mut self) -> (String, i32) {
        drop(self.answers);
        let mut rest = String::new();
        self.said.read_to_string(&mut rest).unwrap();
        (rest, self.child.wait().unwrap().code().unwrap_or(-1))
    }
}

/// In the sheet of 宝马村, as 考评一组.
fn in_a_sheet(place: &Place) -> Conversation {
    let mut talk = Conversation::begin(place, &["--as", "考评一组", "--plain"]);
    talk.hear();
    talk.answer("2");
    let heard = talk.answer("");
    assert!(heard.contains("宝马村"), "{heard}");
    let heard = talk.answer("");
    assert!(heard.contains("得分？"), "{heard}");
    talk
}

#[test]
fn two_who_change_one_mark_are_told_and_one_decides() {
    let place = round();
    let mut talk = in_a_sheet(&place);
    write(
        &place,
        "other.csv",
        "单位,评价主体,评分人,指标,得分,状态\n0001,上级评定,考评一组,A1,41.5,未提交\n",
    );
    place.done(&[
        "--as",
        "考评二组",
        "import",
        "scores",
        "other.csv",
        "--round",
        "2026",
    ]);
    let heard = talk.answer("58");
    for told in [
        "两人改了同一项",
        "41.5",
        "58",
        "1 留对方的，2 改成我的，3 重新输入",
    ] {
        assert!(heard.contains(told), "{told}: {heard}");
    }
    let heard = talk.answer("9");
    assert!(heard.contains("没有“9”"), "{heard}");
    talk.answer("2");
    let (rest, status) = talk.end();
    assert_eq!(status, 0, "{rest}");
    let log = place.done(&["log", "--round", "2026"]);
    assert!(log.contains("58"), "{log}");
}

#[test]
fn a_mark_that_cannot_be_stored_is_tried_again_and_not_lost() {
    let place = round();
    let mut talk = in_a_sheet(&place);
    let other = rusqlite::Connection::open(place.path("round.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let heard = talk.answer("58");
    assert!(
        heard.contains("没有保存：") && heard.contains("别人一直在写"),
        "{heard}"
    );
    assert!(heard.contains("只按回车再试一次"), "{heard}");
    assert!(!heard.contains("F5"), "{heard}");
    other.execute_batch("ROLLBACK").unwrap();
    let heard = talk.answer("");
    assert!(heard.contains("现在都已保存。"), "{heard}");
    // The second time it is given up, and that is said.
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    talk.answer("0");
    let (rest, status) = talk.end();
    assert_eq!(status, 0, "{rest}");
    assert!(rest.contains("放弃了没有保存的 1 步。"), "{rest}");
    other.execute_batch("ROLLBACK").unwrap();
    let shown = place.done(&["export", "scores", "--round", "2026", "-o", "out.csv"]);
    let kept = std::fs::read_to_string(place.path("out.csv")).unwrap();
    assert!(kept.contains("A1") && kept.contains("58"), "{shown} {kept}");
    assert!(!kept.contains("B1"), "{kept}");
}

#[test]
fn an_interruption_loses_nothing_that_was_called_saved() {
    let place = round();
    let mut talk = in_a_sheet(&place);
    let heard = talk.answer("57.5");
    assert!(heard.contains("已保存：57.50 分。"), "{heard}");
    talk.answers.write_all(b"4").unwrap();
    let id = talk.child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    talk.child.wait().unwrap();
    place.done(&["verify"]);
    place.done(&["export", "scores", "--round", "2026", "-o", "out.csv"]);
    let kept = std::fs::read_to_string(place.path("out.csv")).unwrap();
    assert_eq!(kept.matches("0001,").count(), 1, "{kept}");
    assert!(kept.contains("57.5"), "{kept}");
}

#[test]
fn who_is_recused_is_told_why_and_asked_nothing() {
    let place = scored();
    write(
        &place,
        "raters.csv",
        "单位,评价主体,评分人,状态,事由\n0001,上级评定,考评三组,回避,亲属任职\n0002,上级评定,考评三组,应评,\n",
    );
    place.done(&["import", "raters", "raters.csv", "--round", "2026"]);
    let lines = "考评三组\n宝马\n50\n..\n";
    let Ran { status, out, .. } = converse(&place, &["--plain"], lines);
    assert_eq!(status, 0, "{out}");
    assert!(
        out.contains("宝马村：须回避，不评此单位。亲属任职"),
        "{out}"
    );
    assert!(!out.contains("已保存："), "{out}");
}

#[test]
fn overall_marks_are_given_and_submitted_line_by_line() {
    let place = Place::new();
    let scheme = std::fs::read_to_string(file("scheme.toml")).unwrap();
    let sheet = "title = \"上级评定\"\nmethod = \"sheet\"\n";
    let mark = "title = \"上级评定\"\nmethod = \"mark\"\nindependent = true\n";
    write(&place, "scheme.toml", scheme.replace(sheet, mark));
    make_round(&place, "scheme.toml", &file("orgs.csv"));
    import(&place, "ballots");
    let lines = "2\n\n宝马\n101\n=\n88\n2\n宝马\n++\n1\n..\n";
    let Ran { status, out, .. } = converse(&place, &["--as", "考评一组", "--plain"], lines);
    assert_eq!(status, 0, "{out}");
    for told in [
        "总体评分，满分 100。",
        "没有保存，请重新输入。",
        "各自独立评分",
        "已保存：88.00 分。",
        "“2”在这里没有意思",
        "已提交",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
}
