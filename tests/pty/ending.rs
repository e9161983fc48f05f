//! However it ends, the terminal is usable and everything kept is stored.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Duration;

use pingxing::term::{Guard, install_panic_hook};
use rusqlite::Connection;
use rustix::process::Signal;

use crate::house::{FIRST, House};
use crate::terminal::{Terminal, started};
use crate::written::write;

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
    // The signal may come from somebody while the terminal is there.
    assert_given_back(&terminal);
}

/// The files beside the database that hold what was not stored.
fn set_aside(house: &House) -> Vec<PathBuf> {
    let files = fs::read_dir(house.place.path("")).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    paths
        .filter(|path| path.display().to_string().contains(".unsent-"))
        .collect()
}

/// The line breaks while somebody else holds the lock, and the program goes.
fn gone_unsaved(house: &House) -> Connection {
    let (mut terminal, holder) = queued(house);
    terminal.signal(Signal::HUP);
    let (_, took) = terminal.ended();
    assert!(took < AT_ONCE, "{took:?}");
    let [file] = &set_aside(house)[..] else {
        panic!("{:?}", set_aside(house))
    };
    assert_eq!(
        fs::metadata(file).unwrap().permissions().mode() & 0o777,
        0o600
    );
    holder
}

#[test]
fn what_a_lock_kept_from_being_stored_is_stored_at_the_next_start() {
    let house = House::new();
    let holder = gone_unsaved(&house);
    holder.execute_batch("COMMIT").unwrap();
    assert!(house.marks().is_empty());
    let terminal = house.open(FIRST);
    terminal.wait("2 步，现在已补存");
    assert_kept_without_the_draft(&house);
    assert!(set_aside(&house).is_empty());
    terminal.press("1");
    terminal.wait_gone("已补存");
    house.place.done(&["verify"]);
}

#[test]
fn what_somebody_else_has_changed_meanwhile_is_told_and_kept() {
    let house = House::new();
    let holder = gone_unsaved(&house);
    holder.execute_batch("COMMIT").unwrap();
    let file = write(
        &house.place,
        "scores.csv",
        "单位,评价主体,评分人,指标,得分,备注,状态\n640901,superior,考评一组,A1,7,,\n",
    );
    let file = file.display().to_string();
    house.place.done(&[
        "--as",
        "录入二号",
        "import",
        "scores",
        &file,
        "--round",
        "2026",
    ]);
    let terminal = house.open(FIRST);
    let told = terminal.wait("2 步没有补存");
    assert!(told.contains("录入二号"), "{told}");
    assert_eq!(house.marks(), ["A1=7"]);
    let [kept] = &set_aside(&house)[..] else {
        panic!("{:?}", set_aside(&house))
    };
    let kept = fs::read_to_string(kept).unwrap();
    assert!(kept.contains("\"8\"") && kept.contains("\"9\""), "{kept}");
    drop(terminal);
    // Once told, it is not told again.
    let terminal = house.open(FIRST);
    terminal.press("<Enter>");
    terminal.wait("以谁的名义评");
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
