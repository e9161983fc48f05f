//! 已保存 means: on disk.

use std::process::Command;

use rusqlite::Connection;

use crate::house::{FIRST, House, marks_in, open_sheet};
use crate::terminal::{Terminal, started};

#[test]
fn nothing_is_called_saved_while_another_holds_the_lock_and_no_key_is_lost() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    let holder = Connection::open(&house.database).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.press("8<Enter>7<Enter>6<Enter>");
    let waiting = terminal.wait_for("three marks", |screen| screen.contains("21.00–91.00"));
    assert!(waiting.contains("保存中"), "{waiting}");
    // The same cell twice: the second change waits for the first.
    terminal.press("<Up>9<Enter>");
    let waiting = terminal.wait("24.00–94.00");
    assert!(waiting.contains("保存中"), "{waiting}");
    assert!(!waiting.contains("已保存"), "{waiting}");
    assert!(house.marks().is_empty());
    holder.execute_batch("COMMIT").unwrap();
    terminal.wait("已保存");
    assert_eq!(house.marks(), ["A1=8", "A2=7", "A3=9"]);
}

#[test]
fn when_patience_ends_the_keys_are_kept_and_saved_on_the_next_try() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    let holder = Connection::open(&house.database).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.press("8<Enter>");
    let told = terminal.wait("F5 重试");
    assert!(told.contains("未保存"), "{told}");
    assert!(told.contains("8.00–98.00"), "{told}");
    holder.execute_batch("COMMIT").unwrap();
    terminal.press("<F5>");
    terminal.wait("已保存");
    assert_eq!(house.marks(), ["A1=8"]);
}

#[test]
fn leaving_waits_for_what_is_being_stored() {
    let house = House::new();
    let mut terminal = house.at_sheet(FIRST);
    let holder = Connection::open(&house.database).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.press("8<Enter><Up>9<Enter><C-q>");
    terminal.wait("存完即退出");
    holder.execute_batch("COMMIT").unwrap();
    assert_eq!(terminal.ended().0.exit_code(), 0);
    assert_eq!(house.marks(), ["A1=9"]);
}

#[test]
fn a_sheet_that_is_closed_while_it_is_stored_loses_nothing() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    let holder = Connection::open(&house.database).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.press("8<Enter><Up>9<Enter><Esc>");
    terminal.wait("由我评的");
    assert!(terminal.text().contains("保存中"));
    holder.execute_batch("COMMIT").unwrap();
    terminal.wait("已保存");
    assert_eq!(house.marks(), ["A1=9"]);
}

/// Changes a mark until the disk says no.
fn until_full(terminal: &Terminal) {
    for mark in (0..=9).cycle().take(400) {
        let figure = format!("{mark}.00–9{mark}.00");
        terminal.press(&format!("<Home>{mark}<Enter>"));
        let told = terminal.wait_for("stored or not", |screen| {
            let stored = screen.contains("已保存") && screen.contains(&figure);
            stored || screen.contains("磁盘已满")
        });
        if told.contains("磁盘已满") {
            return;
        }
    }
    panic!("the disk never became full: {}", terminal.text());
}

#[test]
fn a_file_that_may_not_grow_is_told_and_nothing_is_lost() {
    let house = House::new();
    let database = house.database.display().to_string();
    let program = env!("CARGO_BIN_EXE_pingxing");
    // The journal of the database may grow to 64 KiB (128 blocks of 512 bytes), no more.
    let line = format!("ulimit -f 128; exec {program} --db {database} --lang zh --as {FIRST}");
    let terminal = Terminal::start(
        started("sh", &house.place.path(""), &["-c", &line]),
        120,
        36,
    );
    open_sheet(&terminal);
    until_full(&terminal);
    let told = terminal.text();
    assert!(told.contains("未保存"), "{told}");
    assert!(told.contains("F5 重试"), "{told}");
    drop(terminal);
    house.place.done(&["verify"]);
}

#[test]
fn a_full_disk_is_told_and_what_was_typed_is_saved_when_there_is_room() {
    let house = House::new();
    let disk = house.place.path("disk");
    std::fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
        .arg(&disk)
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        eprintln!("left out: a small disk can be mounted by root only");
        return;
    }
    let database = disk.join("round.db");
    std::fs::copy(&house.database, &database).unwrap();
    let terminal = Terminal::open(&house.place.path(""), &database, FIRST);
    open_sheet(&terminal);
    let ballast = disk.join("ballast");
    let filled = std::fs::write(&ballast, vec![1; 1 << 20]);
    assert!(filled.is_err());
    until_full(&terminal);
    assert!(terminal.text().contains("未保存"));
    std::fs::remove_file(&ballast).unwrap();
    terminal.press("<F5>");
    let figures = terminal.wait("已保存");
    drop(terminal);
    let marks = marks_in(&house.place, &database);
    let unmounted = Command::new("umount").arg(&disk).status();
    assert!(unmounted.is_ok_and(|status| status.success()));
    let [mark] = marks.as_slice() else {
        panic!("{marks:?}");
    };
    let mark = mark.trim_start_matches("A1=");
    assert!(
        figures.contains(&format!("{mark}.00–9{mark}.00")),
        "{figures}"
    );
}
