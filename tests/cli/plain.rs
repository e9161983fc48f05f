//! The plain mode: a whole sheet by question and answer.

use std::io::Write;
use std::process::Stdio;

use super::support::{Place, Ran};
use super::{round, scored};

fn converse(place: &Place, arguments: &[&str], lines: &str) -> Ran {
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
        "评哪个单位？打名称、拼音首字母或编码；只按回车：石门村",
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
        "没有“9”，请打上面的序号。",
        "有 2 个，请打序号：",
        "没有“3”，请打上面的序号。",
        "没有保存，请重打。",
        "“abc”在这里没有意思",
        "已保存：0.00 分。",
        "没有第 7 条扣分，本项共 1 条",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
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
