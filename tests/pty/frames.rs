//! What goes over a slow line.

use std::fmt::Write as _;
use std::time::Duration;

use crate::house::{FIRST, House};
use crate::terminal::Terminal;
use crate::written::write;

/// Nothing is sent while nothing changes; the news of one's own changes have come by then.
fn settle(terminal: &Terminal) {
    while terminal.stirs_within(Duration::from_millis(1500)) {}
}

#[test]
fn one_mark_costs_few_bytes_and_rest_costs_none() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    terminal.press("8<Enter>");
    terminal.wait("8.00–98.00");
    settle(&terminal);
    let before = terminal.sent();
    terminal.press("7");
    terminal.press("<Enter>");
    terminal.wait_for("stored", |screen| {
        screen.contains("15.00–95.00") && screen.contains("已保存")
    });
    settle(&terminal);
    let cost = terminal.sent() - before;
    assert!(cost <= 800, "{cost} bytes");
    assert!(!terminal.stirs_within(Duration::from_secs(2)));
}

#[test]
fn keys_that_come_together_are_drawn_together() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    settle(&terminal);
    let before = terminal.frames();
    terminal.press(&"<Down>".repeat(29));
    terminal.wait("▸ A10");
    settle(&terminal);
    let frames = terminal.frames() - before;
    assert!(frames <= 6, "{frames} frames");
}

#[test]
fn over_a_slow_line_no_key_is_lost_and_frames_are_skipped() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    settle(&terminal);
    let before = terminal.frames();
    terminal.hold();
    let moves = "<Down>".repeat(120) + "<Home>";
    terminal.press(&moves);
    for mark in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] {
        terminal.press(mark);
        terminal.press("<Enter>");
    }
    terminal.let_go();
    terminal.wait("本表汇总");
    settle(&terminal);
    let frames = terminal.frames() - before;
    assert!(frames < 40, "{frames} frames for 142 keys");
    let marks: Vec<String> = (1..=10).map(|item| format!("A{item}={item}")).collect();
    let mut stored = house.marks();
    stored.sort_by_key(String::len);
    assert_eq!(stored, marks);
}

#[test]
fn a_long_list_scrolls_cheaply() {
    let house = House::new();
    let mut list = String::from("编码,名称,层级,上级编码,类别,上次等次,申报等次\n");
    for number in 0..3000 {
        writeln!(
            list,
            "6409{number:06},第{number}号村,village,6409,village,,"
        )
        .unwrap();
    }
    let file = write(&house.place, "large.csv", list).display().to_string();
    house
        .place
        .done(&["import", "orgs", &file, "--round", "2026"]);
    let terminal = house.open(FIRST);
    terminal.press("<Enter><Enter>");
    terminal.wait("由我评的");
    // All of them.
    terminal.press("<F4>1");
    terminal.wait("第20号村");
    settle(&terminal);
    let mut costs = Vec::new();
    for _ in 0..200 {
        let (before, frames) = (terminal.sent(), terminal.frames());
        terminal.press("<Down>");
        terminal.wait_for_frames(frames + 1);
        costs.push(terminal.sent() - before);
    }
    // The page is thirty rows; what lies below scrolls.
    let within = costs.iter().take(20).max().copied().unwrap_or_default();
    assert!(within <= 450, "{within} bytes within a page: {costs:?}");
    let mean = costs.iter().sum::<usize>() / costs.len();
    assert!(mean <= 700, "{mean} bytes a row: {costs:?}");
}
