//! A database that is none, or not whole: a clear answer, and the file untouched.

use std::fs;
use std::path::Path;
use std::time::Duration;

use pingxing::office::{Door, Failure, Office, Question, Trouble};

use crate::hand::{Place, ROUND, apply, mark, open, scores, write};

fn try_open(path: &Path) -> Result<Office, Trouble> {
    open(path, Duration::from_secs(1))
}

/// What is said on opening; the file is as it was, and nothing has come beside it.
fn refused(place: &Place) -> Trouble {
    let path = place.database();
    let before = fs::read(&path).unwrap();
    let Err(trouble) = try_open(&path) else {
        panic!("opened")
    };
    assert_eq!(fs::read(&path).unwrap(), before);
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1);
    trouble
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    for text in ["a", "编码,名称\n1,某村\n", &"x".repeat(5000)] {
        let place = Place::new();
        fs::write(place.database(), text).unwrap();
        assert!(matches!(refused(&place), Trouble::NotADatabase { .. }));
    }
}

#[test]
fn a_database_of_others_is_left_alone() {
    let place = Place::new();
    let others = rusqlite::Connection::open(place.database()).unwrap();
    others.execute_batch("CREATE TABLE theirs (a)").unwrap();
    drop(others);
    assert!(matches!(refused(&place), Trouble::NotADatabase { .. }));
}

#[test]
fn a_newer_database_is_left_alone() {
    let place = Place::with_round(1);
    let newer = rusqlite::Connection::open(place.database()).unwrap();
    newer
        .execute_batch("PRAGMA user_version = 7; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(newer);
    let _ = fs::remove_file(place.file("rounds.db.writer"));
    let trouble = refused(&place);
    assert!(
        matches!(
            trouble,
            Trouble::Newer {
                found: 7,
                known: 2,
                ..
            }
        ),
        "{trouble:?}"
    );
}

#[test]
fn an_empty_file_becomes_a_database() {
    let place = Place::new();
    fs::write(place.database(), "").unwrap();
    let office = place.office();
    assert!(office.ask(Question::Rounds).is_ok());
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let place = Place::new();
    let trouble = try_open(&place.file("nowhere/rounds.db")).err();
    assert!(
        matches!(trouble, Some(Trouble::CannotOpen { .. })),
        "{trouble:?}"
    );
    let trouble = try_open(place.database().parent().unwrap()).err();
    assert!(
        matches!(trouble, Some(Trouble::CannotOpen { .. })),
        "{trouble:?}"
    );
}

#[test]
fn a_file_with_two_names_is_refused() {
    let place = Place::with_round(1);
    fs::hard_link(place.database(), place.file("other.db")).unwrap();
    let trouble = try_open(&place.database()).err();
    assert!(
        matches!(trouble, Some(Trouble::CannotOpen { .. })),
        "{trouble:?}"
    );
}

#[test]
fn what_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_round(1);
    let may = |mode| fs::set_permissions(place.database(), fs::Permissions::from_mode(mode));
    may(0o440).unwrap();
    // Root may write everything.
    if fs::OpenOptions::new()
        .write(true)
        .open(place.database())
        .is_err()
    {
        let trouble = try_open(&place.database()).err();
        assert!(
            matches!(trouble, Some(Trouble::ReadOnly { .. })),
            "{trouble:?}"
        );
    }
    may(0o660).unwrap();
    assert!(try_open(&place.database()).is_ok());
}

/// Everything that reads, and a write; whatever comes of it, it is an answer.
fn use_all(path: &Path) {
    let Ok(office) = try_open(path) else {
        return;
    };
    let round = || ROUND.to_owned();
    let organisation = crate::hand::code(0);
    for question in [
        Question::Rounds,
        Question::Progress { round: round() },
        Question::Round { round: round() },
        Question::List { round: round() },
        Question::Organisation {
            round: round(),
            organisation,
        },
        Question::Results { round: round() },
        Question::Journal(pingxing::office::JournalFilter::default()),
        Question::Verify { head: None },
    ] {
        let _ = office.ask(question);
    }
    let written = write(&office, "甲岗", vec![mark(0, "self", "A1", "50", None)]);
    if let Err(Failure::Trouble(Trouble::Other { why })) = written {
        assert_ne!(why, "the writer has stopped");
    }
}

/// A closed database, all in one file.
fn bytes() -> Vec<u8> {
    let place = Place::with_round(4);
    let office = place.office();
    apply(&office, "secretary", scores(3)).unwrap();
    drop(office);
    let closed = rusqlite::Connection::open(place.database()).unwrap();
    closed
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(closed);
    fs::read(place.database()).unwrap()
}

#[test]
fn flipped_bytes_are_answered_without_a_panic() {
    let whole = bytes();
    // Spread over the file, the same in every run.
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..100 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let place = Place::new();
        let mut bytes = whole.clone();
        let at = usize::try_from(state >> 20).unwrap() % bytes.len();
        bytes[at] ^= 0xFF;
        fs::write(place.database(), bytes).unwrap();
        use_all(&place.database());
    }
}

#[test]
fn a_cut_file_is_answered_without_a_panic() {
    let whole = bytes();
    for part in 1..20 {
        let place = Place::new();
        fs::write(place.database(), &whole[..whole.len() * part / 20]).unwrap();
        use_all(&place.database());
    }
}
