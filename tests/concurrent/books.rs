//! Books can only be added to, and what is changed behind their back is found.

use pingxing::office::{BookFault, Door, Question, Reply, Verified};
use pingxing::round::What;
use rusqlite::Connection;

use crate::hand::{Place, apply, assert_sound, code, mark, scores, verified, write};

/// A round with four operations.
fn filled() -> Place {
    let place = Place::with_round(3);
    let office = place.office();
    for village in 0..3 {
        let marks = vec![
            mark(village, "self", "A1", "50", Some(0)),
            mark(village, "self", "A2", "30", Some(0)),
        ];
        write(&office, "甲岗", marks).unwrap();
    }
    place
}

/// A connection of somebody who has the file.
fn shell(place: &Place) -> Connection {
    let connection = Connection::open(place.database()).unwrap();
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    connection
}

#[test]
fn the_book_refuses_every_change() {
    let place = filled();
    let shell = shell(&place);
    for attempt in [
        "UPDATE operation SET actor = 'somebody' WHERE seq = 2",
        "DELETE FROM operation WHERE seq = 2",
        "INSERT OR REPLACE INTO operation SELECT * FROM operation WHERE seq = 2",
        "UPDATE OR REPLACE operation SET op_id = 'other' WHERE seq = 2",
        // A gap, and a number of another operation.
        "INSERT INTO operation SELECT 99, book, 99, 'new', at, actor, via, kind, reason, undoes,
             about, 0, format, previous, hash FROM operation WHERE seq = 2",
        "INSERT OR REPLACE INTO operation SELECT max(number) + 1, book, max(seq) + 1,
             (SELECT op_id FROM operation WHERE seq = 2), at, actor, via, kind, reason, undoes,
             about, 0, format, (SELECT head FROM book WHERE number = 2), hash
             FROM operation WHERE book = 2",
        "UPDATE change SET new = '[\"60\",null,null]' WHERE operation = 3",
        "DELETE FROM change WHERE operation = 3",
        "INSERT OR REPLACE INTO change SELECT * FROM change WHERE operation = 3 AND position = 1",
        "INSERT INTO change SELECT operation, 3, what, key, old, new, old_revision, new_revision
             FROM change WHERE operation = 3 AND position = 1",
        "UPDATE book SET seq = 3 WHERE number = 2",
        "UPDATE book SET head = zeroblob(32) WHERE number = 2",
        "DELETE FROM book WHERE number = 2",
        "INSERT OR REPLACE INTO book SELECT number, name, 0, head FROM book WHERE number = 2",
    ] {
        let refused = shell.execute_batch(attempt);
        assert!(refused.is_err(), "{attempt}");
    }
    assert_sound(&place.office());
}

/// The faults of the round's book after somebody has been at the file, triggers or not.
fn after(tampering: &str) -> Vec<BookFault> {
    let place = filled();
    {
        let shell = shell(&place);
        let names: Vec<String> = shell
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for name in names {
            shell
                .execute_batch(&format!("DROP TRIGGER {name}"))
                .unwrap();
        }
        shell.execute_batch(tampering).unwrap();
    }
    let Verified { mut books, .. } = verified(&place.office(), None);
    books.remove(1).faults
}

#[test]
fn a_changed_line_is_found() {
    for tampering in [
        "UPDATE operation SET actor = '乙岗' WHERE book = 2 AND seq = 3",
        "UPDATE operation SET at = at + 1 WHERE book = 2 AND seq = 3",
        "UPDATE operation SET reason = 'because' WHERE book = 2 AND seq = 3",
        "UPDATE operation SET about = 'a file' WHERE book = 2 AND seq = 3",
        "UPDATE change SET position = 9 - position
             WHERE operation = (SELECT number FROM operation WHERE book = 2 AND seq = 3)",
        "UPDATE change SET what = 'nonsense' WHERE position = 2
             AND operation = (SELECT number FROM operation WHERE book = 2 AND seq = 3)",
    ] {
        let faults = after(tampering);
        assert!(
            faults.contains(&BookFault::Altered { seq: 3 }),
            "{tampering}: {faults:?}"
        );
    }
}

#[test]
fn a_line_made_up_whole_breaks_the_chain() {
    let faults = after(
        "UPDATE operation SET hash = randomblob(32), actor = '乙岗' WHERE book = 2 AND seq = 3",
    );
    assert!(
        faults.contains(&BookFault::Unchained { seq: 4 }),
        "{faults:?}"
    );
}

#[test]
fn a_missing_or_moved_line_is_found() {
    let faults = after("DELETE FROM operation WHERE book = 2 AND seq = 3");
    let gap = BookFault::Gap {
        expected: 3,
        found: 4,
    };
    assert!(faults.contains(&gap), "{faults:?}");
    let faults = after(
        "UPDATE operation SET seq = 100 WHERE book = 2 AND seq = 2;
         UPDATE operation SET seq = 2 WHERE book = 2 AND seq = 3;
         UPDATE operation SET seq = 3 WHERE book = 2 AND seq = 100",
    );
    assert!(
        faults.contains(&BookFault::Altered { seq: 2 }),
        "{faults:?}"
    );
    let faults = after("DELETE FROM operation WHERE book = 2 AND seq = 4");
    let short = BookFault::CutShort { found: 3, head: 4 };
    assert!(faults.contains(&short), "{faults:?}");
}

#[test]
fn a_state_changed_behind_the_book_is_found() {
    let key = [&code(0), "self", "考评一组", "A1"]
        .map(str::to_owned)
        .to_vec();
    let state = [BookFault::State {
        what: What::Mark,
        key,
    }];
    let one = format!("organisation = '{}' AND item = 'A1'", code(0));
    for tampering in [
        format!("UPDATE mark SET entry = '60' WHERE {one}"),
        format!("UPDATE mark SET revision = 7 WHERE {one}"),
        format!("UPDATE mark SET removed = 1 WHERE {one}"),
        format!("UPDATE mark SET entry = NULL WHERE {one}"),
        format!("DELETE FROM mark WHERE {one}"),
    ] {
        assert_eq!(after(&tampering), state, "{tampering}");
    }
    let added = after(
        "INSERT INTO mark SELECT round, organisation, 'superior', rater, item, entry, note,
         flagged, removed, revision, written FROM mark WHERE organisation = 'D10000'",
    );
    assert_eq!(added.len(), 2, "{added:?}");
}

#[test]
fn figures_changed_behind_the_book_are_found() {
    let faults = after("UPDATE standing SET high = '99.99' WHERE organisation = 'D10000'");
    let organisation = code(0);
    assert_eq!(faults, [BookFault::Derived { organisation }]);
}

#[test]
fn a_head_kept_elsewhere_is_looked_for() {
    let place = filled();
    let office = place.office();
    let kept = write(&office, "甲岗", vec![mark(0, "superior", "A1", "9", None)]).unwrap();
    apply(&office, "secretary", scores(3)).unwrap();
    assert_eq!(verified(&office, Some(&kept.head)).head_found, Some(true));
    let written_down = format!("{}-{}", &kept.head[..4], kept.head[4..16].to_uppercase());
    assert_eq!(
        verified(&office, Some(&written_down)).head_found,
        Some(true)
    );
    assert_eq!(
        verified(&office, Some("0123-4567-89ab")).head_found,
        Some(false)
    );
    assert_eq!(verified(&office, None).head_found, None);
}

#[test]
fn a_copy_is_whole_and_never_takes_a_place() {
    let place = filled();
    let office = place.office();
    let to = place.file("copy.db").display().to_string();
    let backup = || office.ask(Question::Backup { to: to.clone() });
    assert_eq!(backup(), Ok(Reply::Done));
    let copy = crate::hand::open(&place.file("copy.db"), std::time::Duration::from_secs(1));
    let copy = copy.unwrap();
    assert_sound(&copy);
    let heads = |office| -> Vec<_> {
        let books = verified(office, None).books;
        books.into_iter().map(|book| book.head).collect()
    };
    assert_eq!(heads(&copy), heads(&office));
    let before = std::fs::read(&to).unwrap();
    assert!(backup().is_err());
    assert_eq!(std::fs::read(&to).unwrap(), before);
}
