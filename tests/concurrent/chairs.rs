//! Who sits in a round: a sheet that is begun counts as one that is submitted does.

use pingxing::office::{Door, Office, Question, Reply, RoundHead, SheetsLeft};
use pingxing::round::{Command, Write};

use crate::hand::{Place, ROUND, apply, assert_sound, code, mark, scores, write};

fn head(office: &Office) -> RoundHead {
    let round = ROUND.to_owned();
    match office.ask(Question::Round { round }).unwrap() {
        Reply::Round(head) => *head,
        other => panic!("{other:?}"),
    }
}

fn chair(party: &str) -> (String, String) {
    (party.to_owned(), "考评一组".to_owned())
}

fn left(party: &str, sheets: u32) -> SheetsLeft {
    let (party, rater) = chair(party);
    SheetsLeft {
        party,
        rater,
        left: sheets,
        returned: 0,
    }
}

fn cleared(write: Write) -> Write {
    Write {
        record: None,
        ..write
    }
}

#[test]
fn a_begun_sheet_is_a_chair_as_long_as_it_has_an_entry() {
    let place = Place::with_round(3);
    let office = place.office();
    assert_eq!(head(&office).raters, []);
    for village in 0..2 {
        write(
            &office,
            "甲岗",
            vec![mark(village, "superior", "A1", "50", None)],
        )
        .unwrap();
    }
    // Another office on the same database is asked: the chair is stored.
    let other = place.office();
    assert_eq!(head(&other).raters, [chair("superior")]);
    assert_eq!(head(&other).left, [left("superior", 2)]);
    assert_sound(&office);

    let clear = cleared(mark(0, "superior", "A1", "50", Some(1)));
    write(&office, "甲岗", vec![clear]).unwrap();
    assert_eq!(head(&other).left, [left("superior", 1)]);
    let clear = cleared(mark(1, "superior", "A1", "50", Some(1)));
    write(&office, "甲岗", vec![clear]).unwrap();
    assert_eq!(head(&other).raters, []);
    apply(&office, "甲岗", Command::Undo { expect: None }).unwrap();
    assert_eq!(head(&other).left, [left("superior", 1)]);
    assert_sound(&office);
}

#[test]
fn a_sheet_that_is_submitted_or_comes_with_a_file_is_counted_once() {
    let place = Place::with_round(2);
    let office = place.office();
    let marks = [("A1", "50"), ("A2", "40")];
    for village in 0..2 {
        let marks = marks.map(|(item, entry)| mark(village, "self", item, entry, None));
        write(&office, "甲岗", marks.to_vec()).unwrap();
    }
    assert_eq!(head(&office).left, [left("self", 2)]);
    let (party, rater) = chair("self");
    let submit = Command::Submit {
        organisation: code(0),
        party,
        rater,
        seen: 0,
    };
    apply(&office, "甲岗", submit).unwrap();
    assert_eq!(head(&office).raters, [chair("self")]);
    assert_eq!(head(&office).left, [left("self", 1)]);
    // The file leaves its sheets complete, and so submits them: the one in hand too.
    let mut import = scores(2);
    if let Command::Import { writes, .. } = &mut import {
        writes.retain(|write| write.key[0] == code(1) || write.key[1] == "superior");
    }
    apply(&office, "办公室", import).unwrap();
    let now = head(&office);
    assert_eq!(now.raters, [chair("self"), chair("superior")]);
    assert_eq!(now.left, [left("self", 0), left("superior", 0)]);
    assert_sound(&office);
}
