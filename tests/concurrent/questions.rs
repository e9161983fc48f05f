//! What goes in comes out.

use std::time::{Duration, Instant};

use pingxing::office::{Door, FindingKind, JournalFilter, ListRow, Office, Question, Reply};
use pingxing::round::{Command, Kind, What, Write};

use crate::hand::{Place, ROUND, apply, assert_sound, code, mark, operation, scores, write};

fn round() -> String {
    ROUND.to_owned()
}

/// How many organisations each party of the only round has scored.
fn progress(office: &Office) -> Vec<(String, u32)> {
    let Ok(Reply::Progress(progress)) = office.ask(Question::Progress { round: round() }) else {
        panic!()
    };
    let parties = progress.parties.iter();
    parties
        .map(|party| (party.party.clone(), party.scored))
        .collect()
}

#[test]
fn progress_counts_what_was_just_imported() {
    let place = Place::with_round(100);
    let office = place.office();
    let none = [("self".to_owned(), 0), ("superior".to_owned(), 0)];
    assert_eq!(progress(&office), none);
    apply(&office, "secretary", scores(100)).unwrap();
    let all = [("self".to_owned(), 100), ("superior".to_owned(), 100)];
    assert_eq!(progress(&office), all);
    drop(office);
    assert_eq!(progress(&place.office()), all);
}

#[test]
fn a_round_is_made_filled_and_ranked() {
    let place = Place::with_round(10);
    let office = place.office();
    let imported = apply(&office, "secretary", scores(10)).unwrap();
    assert_eq!(imported.seq, 2);
    // 40 marks and 20 sheets that they complete.
    assert_eq!(imported.changes.len(), 60);
    let Reply::Results(results) = office.ask(Question::Results { round: round() }).unwrap() else {
        panic!()
    };
    assert_eq!(results.rows.len(), 10);
    let first = &results.rows[0];
    assert_eq!(first.cohort.as_deref(), Some("D1"));
    assert_eq!(first.organisation, code(0));
    assert_eq!(first.standing.rank, Some(1));
    let composite = first.figures.composite.map(|figure| figure.to_string());
    assert_eq!(composite.as_deref(), Some("100.00"));
    // G4: 40 % of five.
    assert_eq!(results.places[0].places, [Some(2), None]);

    let asked = Question::Progress { round: round() };
    let Reply::Progress(far) = office.ask(asked).unwrap() else {
        panic!()
    };
    assert_eq!((far.organisations, far.seq), (10, 2));
    drop(office);

    let office = place.office();
    let all = [("self".to_owned(), 10), ("superior".to_owned(), 10)];
    assert_eq!(progress(&office), all);
    let Reply::List(list) = office.ask(Question::List { round: round() }).unwrap() else {
        panic!()
    };
    assert_eq!(list.len(), 12);
    assert_eq!(list[2].organisation, code(0));
    let figures = list[2].figures.as_ref().unwrap();
    assert_eq!(figures.rank, Some(1));
    assert_eq!(list[2].sheets.len(), 2);
    assert_eq!(list[2].sheets[0].there, 2);
    let total = list[2].sheets[0].total.map(|total| total.to_string());
    assert_eq!(total.as_deref(), Some("100.00"));
    assert_sound(&office);
}

#[test]
fn one_organisation_comes_whole_and_explained() {
    let place = Place::with_round(4);
    let office = place.office();
    apply(&office, "secretary", scores(4)).unwrap();
    let organisation = code(1);
    let asked = Question::Organisation {
        round: round(),
        organisation: organisation.clone(),
    };
    let Reply::Organisation(file) = office.ask(asked).unwrap() else {
        panic!()
    };
    let marks = file.cells.iter().filter(|cell| cell.what == What::Mark);
    assert_eq!(marks.count(), 4);
    assert_eq!(file.seq, 2);
    let asked = Question::Explain {
        round: round(),
        organisation,
    };
    let Reply::Explained(explained) = office.ask(asked).unwrap() else {
        panic!()
    };
    assert_eq!(Some(&explained.row.figures), file.figures.as_ref());
    assert!(!explained.steps.is_empty());
}

#[test]
fn a_file_imported_twice_changes_nothing() {
    let place = Place::with_round(3);
    let office = place.office();
    apply(&office, "secretary", scores(3)).unwrap();
    let again = apply(&office, "secretary", scores(3)).unwrap();
    assert_eq!((again.seq, again.changes.len()), (0, 0));
}

#[test]
fn the_journal_is_newest_first_and_can_be_narrowed() {
    let place = Place::with_round(3);
    let office = place.office();
    for village in 0..3 {
        write(
            &office,
            "考评员",
            vec![mark(village, "self", "A1", "50", Some(0))],
        )
        .unwrap();
    }
    let asked = |filter: JournalFilter| match office.ask(Question::Journal(filter)).unwrap() {
        Reply::Lines(lines) => lines,
        other => panic!("{other:?}"),
    };
    let all = asked(JournalFilter::default());
    // The round's own first line, and the office's that says it was made.
    assert_eq!(all.len(), 5);
    assert_eq!(all[0].seq, 4);
    assert_eq!(all[3].round, None);
    assert_eq!(all[3].about.as_deref(), Some(ROUND));
    let of_one = asked(JournalFilter {
        organisation: Some(code(1)),
        actor: Some("考评员".to_owned()),
        ..JournalFilter::default()
    });
    assert_eq!(of_one.iter().map(|line| line.seq).collect::<Vec<_>>(), [3]);
    let news = Question::News {
        round: round(),
        since: 3,
    };
    let Reply::Lines(news) = office.ask(news).unwrap() else {
        panic!()
    };
    assert_eq!(news.len(), 1);
    assert_eq!(news[0].changes[0].key[0], code(2));
}

#[test]
fn undo_writes_back_and_redo_does_it_again() {
    let place = Place::with_round(1);
    let office = place.office();
    write(
        &office,
        "考评员",
        vec![mark(0, "self", "A1", "50", Some(0))],
    )
    .unwrap();
    let written = write(
        &office,
        "考评员",
        vec![mark(0, "self", "A1", "51", Some(1))],
    )
    .unwrap();
    let expect = Some(written.seq);
    let undone = apply(&office, "考评员", Command::Undo { expect }).unwrap();
    let entry = |change: &pingxing::round::Change| change.new.clone().unwrap()[0].clone();
    assert_eq!(entry(&undone.changes[0]).as_deref(), Some("50"));
    let redone = apply(&office, "考评员", Command::Redo { expect: None }).unwrap();
    assert_eq!(entry(&redone.changes[0]).as_deref(), Some("51"));
    assert_eq!(redone.changes[0].new_revision, 4);
    assert_sound(&office);
}

#[test]
fn a_screen_finds_what_it_remembered() {
    let place = Place::new();
    let office = place.office();
    let key = || ("secretary".to_owned(), "place".to_owned());
    for value in ["A", "B"] {
        let (actor, key) = key();
        let value = value.to_owned();
        office
            .ask(Question::Remember { actor, key, value })
            .unwrap();
    }
    let (actor, key) = key();
    let remembered = office.ask(Question::Remembered { actor, key }).unwrap();
    assert_eq!(remembered, Reply::Remembered(Some("B".to_owned())));
}

#[test]
fn findings_say_what_is_missing() {
    let place = Place::with_round(2);
    let office = place.office();
    apply(&office, "secretary", scores(1)).unwrap();
    let Reply::Findings(found) = office.ask(Question::Findings { round: round() }).unwrap() else {
        panic!()
    };
    let missing = found
        .iter()
        .filter(|finding| finding.kind == FindingKind::SheetMissing);
    let organisations: Vec<_> = missing
        .filter_map(|found| found.organisation.clone())
        .collect();
    assert_eq!(organisations, [code(1), code(1)]);
}

#[test]
fn a_preview_counts_and_stores_nothing() {
    let place = Place::with_round(2);
    let office = place.office();
    write(&office, "甲岗", vec![mark(0, "self", "A1", "60", None)]).unwrap();
    let operation = operation("preview", "secretary", scores(2));
    let asked = Question::Preview { operation };
    let Reply::Preview(preview) = office.ask(asked).unwrap() else {
        panic!()
    };
    assert_eq!(
        (preview.added, preview.changed, preview.unchanged),
        (7, 0, 1)
    );
    let Reply::Rounds(rounds) = office.ask(Question::Rounds).unwrap() else {
        panic!()
    };
    assert_eq!(rounds[0].seq, 2);
}

#[test]
fn a_page_of_the_list_is_what_the_whole_list_has_there() {
    let place = Place::with_round(40);
    let office = place.office();
    apply(&office, "secretary", scores(40)).unwrap();
    office.ask(Question::Results { round: round() }).unwrap();
    let all = ranked_list(&office);
    let page = |around: Option<String>| {
        let question = Question::ListPart {
            round: round(),
            around,
            count: 8,
        };
        match office.ask(question).unwrap() {
            Reply::ListPart(part) => part,
            other => panic!("{other:?}"),
        }
    };
    for around in [
        None,
        Some(code(20)),
        Some(code(39)),
        Some("nobody".to_owned()),
    ] {
        let part = page(around.clone());
        let first = part.first as usize;
        assert_eq!(part.total as usize, all.len());
        assert_eq!(part.rows, all[first..first + 8], "{around:?}");
        let wanted = around.filter(|code| code != "nobody");
        let there = |code: &String| part.rows.iter().any(|row| row.organisation == *code);
        assert!(wanted.as_ref().is_none_or(there));
    }
}

/// The rated organisations of the list, once the ranking is kept: that is done behind the answer.
fn ranked_list(office: &Office) -> Vec<ListRow> {
    let end = Instant::now() + Duration::from_secs(60);
    loop {
        let Reply::List(mut rows) = office.ask(Question::List { round: round() }).unwrap() else {
            panic!()
        };
        rows.retain(|row| row.track.is_some());
        let figures = rows[0].figures.as_ref();
        if figures.is_some_and(|figures| figures.rank.is_some()) {
            return rows;
        }
        assert!(Instant::now() < end, "the ranking is never kept");
        std::thread::yield_now();
    }
}

#[test]
fn a_round_knows_its_raters_be_they_few_or_many() {
    let place = Place::with_round(3);
    let office = place.office();
    let known = || match office.ask(Question::Round { round: round() }) {
        Ok(Reply::Round(head)) => head.raters,
        other => panic!("{other:?}"),
    };
    assert_eq!(known(), []);
    for (from, to) in [(1, 4), (5, 90)] {
        let Command::Import {
            kind,
            file,
            writes,
            reopen,
        } = scores(3)
        else {
            panic!()
        };
        let of_groups = (from..=to).flat_map(|group| {
            writes.iter().cloned().map(move |mut write| {
                write.key[2] = format!("第{group}组");
                write
            })
        });
        let import = Command::Import {
            kind,
            file,
            writes: of_groups.collect(),
            reopen,
        };
        apply(&office, "secretary", import).unwrap();
        let all = ["self", "superior"].into_iter().flat_map(|party| {
            (1..=to).map(move |group| (party.to_owned(), format!("第{group}组")))
        });
        assert_eq!(known(), all.collect::<Vec<_>>());
    }
}

#[test]
fn a_round_knows_what_each_of_a_few_chairs_has_left() {
    let place = Place::with_round(3);
    let office = place.office();
    let left = |office: &Office| match office.ask(Question::Round { round: round() }) {
        Ok(Reply::Round(head)) => {
            let left = head.left.into_iter();
            let mut left: Vec<_> = left.map(|of| (of.party, of.rater, of.left)).collect();
            left.sort();
            left
        }
        other => panic!("{other:?}"),
    };
    let of = |party: &str, rater: &str, count| (party.to_owned(), rater.to_owned(), count);
    assert_eq!(left(&office), []);
    // Every sheet of a file that lacks nothing is submitted; one that lacks a mark is not.
    apply(&office, "secretary", scores(3)).unwrap();
    let begun = |rater: &str| {
        let mut write = mark(1, "self", "A1", "50", None);
        write.key[2] = rater.to_owned();
        Command::Import {
            kind: Kind::Scores,
            file: format!("{rater}.csv"),
            writes: vec![write],
            reopen: false,
        }
    };
    apply(&office, "secretary", begun("第1组")).unwrap();
    let rater = mark(1, "self", "A1", "50", None).key[2].clone();
    let first = [
        of("self", "第1组", 1),
        of("self", &rater, 0),
        of("superior", &rater, 0),
    ];
    let mut expected = first.to_vec();
    expected.sort();
    assert_eq!(left(&office), expected);
    // Where there is a list of raters, those count that are due, begun or not.
    let due = |village: usize| Write {
        what: What::Assignment,
        key: vec![code(village), "superior".to_owned(), rater.clone()],
        record: Some(vec![Some("due".to_owned()), None]),
        seen: None,
        row: None,
    };
    let mut another = due(2);
    another.key[2] = "第9组".to_owned();
    write(&office, "office", vec![due(1), due(2), another]).unwrap();
    expected.push(of("superior", "第9组", 1));
    expected.sort();
    assert_eq!(left(&office), expected);
    // Of more raters than are looked up one by one nothing is said.
    for group in 100..170 {
        apply(&office, "secretary", begun(&format!("第{group}组"))).unwrap();
    }
    assert_eq!(left(&office), []);
}
