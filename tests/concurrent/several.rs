//! Several offices on one database at the same time.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use pingxing::office::{Door, Failure, Question, Reply, Trouble};
use pingxing::round::{Refusal, What};

use crate::hand::{Place, ROUND, apply, assert_sound, code, mark, operation, scores, write};

#[test]
fn the_second_of_two_is_told_and_sees_both() {
    let place = Place::with_round(2);
    let (one, other) = (place.office(), place.office());
    write(&one, "甲岗", vec![mark(0, "self", "A1", "50", Some(0))]).unwrap();
    write(&one, "甲岗", vec![mark(0, "self", "A1", "51", Some(1))]).unwrap();
    let refused = write(&other, "乙岗", vec![mark(0, "self", "A1", "52", Some(1))]);
    let Err(Failure::Refusal(Refusal::Conflict(conflict))) = refused else {
        panic!("{refused:?}")
    };
    let entry = |record: &Option<Vec<Option<String>>>| record.as_ref().unwrap()[0].clone().unwrap();
    assert_eq!(entry(&conflict.base), "50");
    assert_eq!(entry(&conflict.theirs), "51");
    assert_eq!(entry(&conflict.mine), "52");
    assert_eq!((conflict.seen, conflict.revision), (1, 2));
    assert_eq!(conflict.by, "甲岗");
    assert!(conflict.at > 0);
}

#[test]
fn a_repeated_operation_gets_its_first_answer() {
    let place = Place::with_round(1);
    let office = place.office();
    let write = |entry: &str| {
        let write = mark(0, "self", "A1", entry, None);
        pingxing::round::Command::Write(vec![write])
    };
    let first = office.apply(operation("one", "甲岗", write("50"))).unwrap();
    office.apply(operation("two", "甲岗", write("51"))).unwrap();
    let again = office.apply(operation("one", "甲岗", write("50"))).unwrap();
    assert!(again.repeated);
    assert_eq!((again.seq, &again.head), (first.seq, &first.head));
    assert_eq!(again.changes, first.changes);

    let refused = office.apply(operation("three", "甲岗", write("61")));
    assert!(matches!(
        refused,
        Err(Failure::Refusal(Refusal::Entry { .. }))
    ));
    let again = office.apply(operation("three", "甲岗", write("49")));
    assert_eq!(again, refused);
    assert_sound(&office);
}

#[test]
fn no_update_is_lost() {
    const HANDS: usize = 4;
    const WRITES: usize = 40;
    let place = Place::with_round(2);
    thread::scope(|scope| {
        for hand in 0..HANDS {
            let place = &place;
            scope.spawn(move || {
                let office = place.office();
                let mut done = 0;
                let mut seen = 0;
                while done < WRITES {
                    let entry = ((hand * WRITES + done) % 60).to_string();
                    let written = write(
                        &office,
                        &format!("{hand}岗"),
                        vec![mark(0, "self", "A1", &entry, Some(seen))],
                    );
                    match written {
                        Ok(applied) => {
                            done += 1;
                            if let Some(change) = applied.changes.first() {
                                seen = change.new_revision;
                            }
                        }
                        Err(Failure::Refusal(Refusal::Conflict(conflict))) => {
                            seen = conflict.revision;
                        }
                        Err(other) => panic!("{other:?}"),
                    }
                }
            });
        }
    });
    let office = place.office();
    assert_sound(&office);
    let what = vec![What::Mark];
    let round = ROUND.to_owned();
    let Reply::Cells(cells) = office.ask(Question::Cells { round, what }).unwrap() else {
        panic!()
    };
    assert_eq!(cells.len(), 1);
    assert!(cells[0].revision > WRITES as u64);
}

#[test]
fn an_import_looks_again_at_what_has_moved() {
    let place = Place::with_round(6);
    thread::scope(|scope| {
        let place = &place;
        scope.spawn(move || {
            let office = place.office();
            for entry in 0..40 {
                let entry = entry.to_string();
                match write(
                    &office,
                    "甲岗",
                    vec![mark(5, "superior", "A1", &entry, None)],
                ) {
                    Ok(_) => {}
                    // The import has submitted the sheet.
                    Err(Failure::Refusal(Refusal::SheetSubmitted { .. })) => break,
                    Err(other) => panic!("{other:?}"),
                }
            }
        });
        scope.spawn(move || {
            let office = place.office();
            apply(&office, "secretary", scores(6)).unwrap();
        });
    });
    let office = place.office();
    assert_sound(&office);
    let round = ROUND.to_owned();
    let organisation = code(5);
    let asked = Question::Organisation {
        round,
        organisation,
    };
    let Reply::Organisation(file) = office.ask(asked).unwrap() else {
        panic!()
    };
    assert!(file.figures.unwrap().complete);
}

#[test]
fn another_process_is_seen_by_the_number_that_changes() {
    let place = Place::with_round(1);
    let (one, other) = (place.office(), place.office());
    let version = || one.ask(Question::Version).unwrap();
    let before = version();
    assert_eq!(version(), before);
    write(&other, "甲岗", vec![mark(0, "self", "A1", "50", None)]).unwrap();
    let after = version();
    assert_ne!(after, before);
    write(&one, "甲岗", vec![mark(0, "self", "A1", "51", None)]).unwrap();
    assert_ne!(version(), after);
}

#[test]
fn a_lock_held_long_is_trouble_and_nothing_is_stored() {
    let place = Place::with_round(1);
    let office = place.office_that_waits(Duration::from_millis(200));
    let holder = rusqlite::Connection::open(place.database()).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = write(&office, "甲岗", vec![mark(0, "self", "A1", "50", None)]);
    let Err(Failure::Trouble(Trouble::Locked { waited_ms })) = refused else {
        panic!("{refused:?}")
    };
    assert!(waited_ms >= 150, "{waited_ms}");
    // Readers go on.
    assert!(office.ask(Question::Rounds).is_ok());
    holder.execute_batch("ROLLBACK").unwrap();
    write(&office, "甲岗", vec![mark(0, "self", "A1", "50", None)]).unwrap();
}

#[test]
fn an_answer_comes_back_to_who_sent_without_waiting() {
    let place = Place::with_round(1);
    let office = place.office();
    let (told, answer) = mpsc::channel();
    let command = pingxing::round::Command::Write(vec![mark(0, "self", "A1", "50", Some(0))]);
    office.send(operation("sent", "甲岗", command), move |applied| {
        told.send(applied).unwrap();
    });
    assert_eq!(answer.recv().unwrap().unwrap().seq, 2);
}

#[test]
fn several_make_one_database_at_once() {
    for _ in 0..5 {
        let place = Place::new();
        thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| {
                    let office = place.office();
                    assert_eq!(office.ask(Question::Rounds), Ok(Reply::Rounds(Vec::new())));
                });
            }
        });
        assert_sound(&place.office());
    }
}

/// A raw connection holds the lock; what is remembered was asked for first.
#[test]
fn a_mark_goes_before_what_is_only_remembered() {
    let place = Place::with_round(1);
    let office = place.office();
    let holder = rusqlite::Connection::open(place.database()).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (done, order) = mpsc::channel();
    thread::scope(|scope| {
        let (remembered, stored) = (done.clone(), done);
        let office = &office;
        scope.spawn(move || {
            let question = Question::Remember {
                actor: "甲岗".to_owned(),
                key: "spot".to_owned(),
                value: "A1".to_owned(),
            };
            assert_eq!(office.ask(question), Ok(Reply::Done));
            remembered.send("remembered").unwrap();
        });
        let write = mark(0, "self", "A1", "50", Some(0));
        let command = pingxing::round::Command::Write(vec![write]);
        office.send(operation("one", "甲岗", command), move |answer| {
            stored
                .send(if answer.is_ok() { "stored" } else { "refused" })
                .unwrap();
        });
        assert!(order.try_recv().is_err());
        holder.execute_batch("COMMIT").unwrap();
        assert_eq!(order.recv(), Ok("stored"));
        assert_eq!(order.recv(), Ok("remembered"));
    });
}
