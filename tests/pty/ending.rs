//! However it ends, the terminal is usable and everything kept is stored.

use std::time::Duration;

use pingxing::term::{Guard, install_panic_hook};
use rusqlite::Connection;
use rustix::process::Signal;

use crate::house::{FIRST, House};
use crate::terminal::{Terminal, started};

/// Under a second on a machine at rest; far less than the store would wait for a lock.
const AT_ONCE: Duration = Duration::from_secs(5);

/// What gives a terminal back.
const GIVEN_BACK: [&str; 3] = ["\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l"];

fn assert_given_back(terminal: &Terminal) {
    let heard = terminal.heard();
    let heard = String::from_utf8_lossy(&heard);
    for sequence in GIVEN_BACK {
        assert!(heard.contains(sequence), "{sequence:?}");
    }
    assert!(terminal.is_cooked());
}

/// A change that lies in the desk behind another of the same cell, and a draft.
fn queued(house: &House) -> (Terminal, Connection) {
    let terminal = house.at_sheet(FIRST);
    let holder = Connection::open(&house.database).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.press("8<Enter><Up>9<Enter>3");
    terminal.wait("12.00–92.00");
    (terminal, holder)
}

fn assert_kept_without_the_draft(house: &House) {
    assert_eq!(house.marks(), ["A1=9"]);
}

#[test]
fn told_to_end_it_stores_what_was_kept_and_gives_the_terminal_back() {
    let house = House::new();
    let (mut terminal, holder) = queued(&house);
    terminal.signal(Signal::TERM);
    terminal.wait_for_bytes("\x1b[?1049l");
    holder.execute_batch("COMMIT").unwrap();
    assert_eq!(terminal.ended().0.exit_code(), 143);
    assert_given_back(&terminal);
    assert_kept_without_the_draft(&house);
}

#[test]
fn when_the_line_is_gone_it_stores_what_was_kept_and_goes_at_once() {
    let house = House::new();
    let (mut terminal, holder) = queued(&house);
    holder.execute_batch("COMMIT").unwrap();
    terminal.signal(Signal::HUP);
    let (status, took) = terminal.ended();
    assert!(took < AT_ONCE, "{took:?}");
    assert_eq!(status.exit_code(), 129);
    assert_kept_without_the_draft(&house);
}

#[test]
fn when_the_line_is_gone_it_does_not_wait_for_a_lock() {
    let house = House::new();
    let (mut terminal, holder) = queued(&house);
    terminal.signal(Signal::HUP);
    let (_, took) = terminal.ended();
    assert!(took < AT_ONCE, "{took:?}");
    holder.execute_batch("COMMIT").unwrap();
    house.place.done(&["verify"]);
}

#[test]
fn when_the_terminal_is_closed_the_program_goes() {
    let house = House::new();
    let mut terminal = house.at_sheet(FIRST);
    terminal.press("8<Enter>");
    terminal.wait("已保存");
    terminal.break_line();
    let (_, took) = terminal.ended();
    assert!(took < AT_ONCE, "{took:?}");
    assert_eq!(house.marks(), ["A1=8"]);
}

#[test]
fn ctrl_c_asks_once_and_q_leaves_at_home() {
    let house = House::new();
    let mut terminal = house.at_sheet(FIRST);
    terminal.press("<C-c>");
    terminal.wait("再按一次退出");
    terminal.press("<C-c>");
    assert_eq!(terminal.ended().0.exit_code(), 0);
    assert_given_back(&terminal);

    let mut terminal = house.open(FIRST);
    terminal.wait("1 个轮次");
    terminal.press("q");
    assert_eq!(terminal.ended().0.exit_code(), 0);
    assert_given_back(&terminal);
}

/// Run by the test below, in a terminal of its own.
#[test]
#[ignore = "it panics, as it is meant to"]
fn something_unforeseen() {
    install_panic_hook(std::thread::current().id());
    let _guard = Guard::enter().unwrap();
    panic!("something unforeseen");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let house = House::new();
    let program = std::env::current_exe().unwrap();
    let one = [
        "--ignored",
        "--exact",
        "ending::something_unforeseen",
        "--nocapture",
    ];
    let command = started(&program.display().to_string(), &house.place.path(""), &one);
    let mut terminal = Terminal::start(command, 80, 24);
    assert!(!terminal.ended().0.success());
    assert_given_back(&terminal);
    let heard = String::from_utf8_lossy(&terminal.heard()).into_owned();
    let (before, after) = heard.split_once("\x1b[?1049l").unwrap();
    assert!(before.contains("\x1b[?1049h"), "{heard}");
    assert!(after.contains("something unforeseen"), "{heard}");
}
