//! Databases that cannot be used: the message says which, why, and what to do.

use std::fs;

use super::support::Place;
use super::{file, round, scored, write};

#[test]
fn a_database_that_is_not_there_is_not_made_by_looking() {
    let place = Place::new();
    for arguments in [
        &["verify"][..],
        &["round", "list"],
        &["results", "--round", "x"],
    ] {
        let ran = place.run(arguments);
        assert_eq!(ran.status, 1);
        assert!(
            ran.err.contains("没有数据库") && ran.err.contains("PINGXING_DB"),
            "{}",
            ran.err
        );
    }
    assert!(!place.path("round.db").exists());
}

#[test]
fn a_text_file_is_no_database_and_stays_as_it_is() {
    let place = Place::new();
    let path = write(&place, "round.db", "这不是数据库\n".repeat(200));
    let ran = place.run(&["verify"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("不是评星的数据库"), "{}", ran.err);
    assert_eq!(
        fs::read_to_string(path).unwrap(),
        "这不是数据库\n".repeat(200)
    );
}

#[test]
fn a_newer_database_is_left_alone() {
    let place = round();
    let connection = rusqlite::Connection::open(place.path("round.db")).unwrap();
    connection
        .pragma_update(None, "user_version", 9_999)
        .unwrap();
    drop(connection);
    let ran = place.run(&["round", "list"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains("9999") && ran.err.contains("请升级"),
        "{}",
        ran.err
    );
}

#[cfg(unix)]
#[test]
fn a_folder_is_no_database() {
    let place = Place::new();
    fs::create_dir(place.path("round.db")).unwrap();
    let ran = place.run(&["verify"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains("round.db") && ran.err.contains("处理："),
        "{}",
        ran.err
    );
}

#[test]
fn a_writer_that_does_not_let_go_is_waited_for_and_then_told() {
    let place = scored();
    let other = rusqlite::Connection::open(place.path("round.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let ran = place.run(&["import", "vetoes", &file("vetoes.csv"), "--round", "2026"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("别人一直在写"), "{}", ran.err);
    assert!(ran.err.contains("数据库没有任何改动"), "{}", ran.err);
    // Who only looks is not held up.
    assert!(
        place
            .done(&["results", "--round", "2026"])
            .contains("92.51")
    );
    other.execute_batch("ROLLBACK").unwrap();
    place.done(&["import", "vetoes", &file("vetoes.csv"), "--round", "2026"]);
}
