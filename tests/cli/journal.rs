//! The journal, verification and copies.

use super::support::{Place, Ran};
use super::{import, scored};

/// The code of a round's book.
fn head(place: &Place) -> String {
    let shown = place.done(&["round", "show", "2026"]);
    let line = shown
        .lines()
        .find(|line| line.contains("操作记录第"))
        .unwrap()
        .to_owned();
    line.rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn the_journal_says_who_changed_what() {
    let place = scored();
    let log = place.done(&["log", "--round", "2026"]);
    let first = log.lines().next().unwrap();
    assert!(
        first.contains("#3") && first.contains("录入员") && first.contains("导入"),
        "{log}"
    );
    assert!(log.contains("得分 无 → 57"), "{log}");
    // Parties and organisations by their names, the code beside the name.
    let ids = ["superior", "self"];
    assert!(
        log.contains("上级评定") && !ids.iter().any(|id| log.contains(id)),
        "{log}"
    );
    let one = place.done(&["log", "--round", "2026", "--org", "0002"]);
    assert!(one.contains("#2") && !one.contains("#3"), "{one}");
    assert!(one.contains("scores.csv"), "{one}");
    // There is one round: a name can be looked up in it.
    let by_name = place.run(&["log", "--org", "没有这个村"]);
    assert_eq!(by_name.status, 1, "{}", by_name.err);
    let ran = place.run(&["log", "--who", "别人"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("没有符合的记录"), "{}", ran.err);
    assert_eq!(place.done(&["log", "--since", "2999-01-01"]), "");
    assert!(
        !place
            .done(&["log", "--since", "2020-01-01T08:00"])
            .is_empty()
    );
}

#[test]
fn who_acts_can_be_named() {
    let place = scored();
    let file = super::file("vetoes.csv");
    place.done(&[
        "--as",
        "考评办",
        "import",
        "vetoes",
        &file,
        "--round",
        "2026",
    ]);
    let log = place.done(&["log", "--who", "考评办"]);
    assert!(log.contains("考评办") && !log.contains("录入员"), "{log}");
}

#[test]
fn verify_finds_a_head_that_was_kept() {
    let place = scored();
    let kept = head(&place);
    import(&place, "vetoes");
    let told = place.done(&["verify", "--head", &kept]);
    assert!(
        told.contains("数据库完好") && told.contains("另存的校验码在操作记录中"),
        "{told}"
    );
    let ran = place.run(&["verify", "--head", &"0".repeat(64)]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("操作记录中没有校验码"), "{}", ran.out);
}

#[test]
fn verify_finds_a_mark_that_was_changed_behind_the_books() {
    let place = scored();
    let connection = rusqlite::Connection::open(place.path("round.db")).unwrap();
    let changed = connection
        .execute("UPDATE mark SET entry = '60' WHERE entry = '57'", [])
        .unwrap();
    assert_eq!(changed, 1);
    drop(connection);
    let ran = place.run(&["verify"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("与操作记录推得的不符"), "{}", ran.out);
    assert!(ran.err.contains("核验发现"), "{}", ran.err);
}

#[test]
fn a_backup_is_a_database_with_the_same_books() {
    let place = scored();
    place.done(&["backup", "copy.db"]);
    let same = place.done(&["--db", "copy.db", "verify", "--head", &head(&place)]);
    assert!(same.contains("另存的校验码在操作记录中"), "{same}");
    let ran = place.run(&["backup", "copy.db"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("没有覆盖"), "{}", ran.err);
}

/// A name that is no UTF-8 would be another one once SQLite has it.
#[test]
fn a_backup_lies_under_the_name_that_was_given_or_nowhere() {
    use std::os::unix::ffi::OsStrExt;
    let place = scored();
    let name = std::ffi::OsStr::from_bytes(b"copy-\xff.db");
    let ran: Ran = place
        .program()
        .arg("backup")
        .arg(name)
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.status, 1, "{}", ran.err);
    let left = std::fs::read_dir(place.path("")).unwrap().flatten();
    let copies = left.filter(|entry| entry.file_name().as_bytes().starts_with(b"copy-"));
    assert_eq!(copies.count(), 0);
}
