//! Files: what they submit, what they leave, what they may not touch.

use super::fixture::*;
use crate::round::*;

const SHEET: [&str; 3] = ["V", "self", "r"];

fn scores(entries: &[(&str, &str)]) -> Command {
    let row = |(item, entry): &(&str, &str)| mark(&["V", "self", "r", item], entry);
    file(Kind::Scores, entries.iter().map(row).collect())
}

fn reopening(entries: &[(&str, &str)]) -> Command {
    match scores(entries) {
        Command::Import {
            kind, file, writes, ..
        } => Command::Import {
            kind,
            file,
            writes,
            reopen: true,
        },
        other => other,
    }
}

fn veto(state: &str) -> Command {
    let row = write(What::Veto, &["V", "V5"], &[state, "No 1"]);
    file(Kind::Vetoes, vec![row])
}

#[test]
fn c4_a_file_submits_the_sheets_that_it_leaves_complete() {
    let mut small = Small::new();
    let first = [("A1", "1"), ("A2", "none")];
    small.done(&scores(&first[..1]));
    let waiting = small.sheet(&SHEET).unwrap();
    assert_eq!((waiting.state, waiting.imported), (SheetState::Open, true));
    small.done(&scores(&first));
    let done = small.sheet(&SHEET).unwrap();
    assert_eq!((done.state, done.imported), (SheetState::Submitted, false));
    assert_eq!(small.done(&scores(&first)), []);
    small.done(&file(
        Kind::Scores,
        vec![mark(&["V", "peers", "W", "*"], "90")],
    ));
    assert_eq!(
        small.state(&["V", "peers", "W"]),
        Some(SheetState::Submitted)
    );
}

#[test]
fn v5_completes_whichever_came_first() {
    let mut scores_first = Small::new();
    scores_first.done(&scores(&[("A1", "1")]));
    scores_first.done(&veto("decided"));
    let mut veto_first = Small::new();
    veto_first.done(&veto("decided"));
    veto_first.done(&scores(&[("A1", "1")]));
    let submitted = SheetRecord {
        state: SheetState::Submitted,
        reason: None,
        imported: false,
    };
    assert_eq!(scores_first.sheet(&SHEET), Some(submitted.clone()));
    assert_eq!(veto_first.sheet(&SHEET), Some(submitted));

    let mut by_hand = Small::new();
    by_hand.done(&scores(&[("A1", "1")]));
    by_hand.written(vec![write(What::Veto, &["V", "V5"], &["decided", "No 1"])]);
    assert_eq!(by_hand.state(&SHEET), Some(SheetState::Submitted));

    let mut proposed = Small::new();
    proposed.done(&scores(&[("A1", "1")]));
    proposed.done(&veto("proposed"));
    assert_eq!(proposed.state(&SHEET), Some(SheetState::Open));
}

#[test]
fn the_last_row_of_a_veto_stands() {
    let mut small = Small::new();
    let row = |state: &str| write(What::Veto, &["V", "V5"], &[state, "No 1"]);
    small.done(&scores(&[("A1", "1")]));
    small.done(&file(Kind::Vetoes, vec![row("decided"), row("lifted")]));
    assert_eq!(
        small.record(What::Veto, &["V", "V5"]),
        Some(record(&["lifted", "No 1", "", ""]))
    );
    assert_eq!(small.state(&SHEET), Some(SheetState::Open));
}

#[test]
fn a_hand_on_an_imported_sheet_finishes_it_by_hand() {
    let mut small = Small::new();
    small.done(&scores(&[("A1", "1")]));
    small.written(vec![mark(&["V", "self", "r", "A1"], "2")]);
    let mut undone = small.clone();
    undone.done(&Command::Undo { expect: None });
    assert!(undone.sheet(&SHEET).is_some_and(|sheet| sheet.imported));
    small.done(&veto("decided"));
    assert_eq!(small.state(&SHEET), Some(SheetState::Open));
}

#[test]
fn a_submitted_sheet_needs_a_reason_to_be_changed() {
    let mut small = Small::new();
    let whole = [("A1", "1"), ("A2", "none")];
    small.done(&scores(&whole));
    let changed = [("A1", "2"), ("A2", "none")];
    let locked = Refusal::SheetSubmitted {
        organisation: "V".into(),
        party: "self".into(),
        rater: "r".into(),
    };
    let refusal = small.refused(&scores(&changed));
    assert_eq!(refusal, Refusal::Rows(vec![(None, locked.clone())]));
    assert_eq!(small.refused(&reopening(&changed)), Refusal::ReasonNeeded);
    small.reason = Some("paper was misread".into());
    small.done(&reopening(&changed));
    let sheet = small.sheet(&SHEET).unwrap();
    assert_eq!(sheet.state, SheetState::Submitted);
    assert_eq!(sheet.reason.as_deref(), Some("paper was misread"));
    assert_eq!(small.done(&reopening(&changed)), []);
    let opened = file(Kind::Scores, vec![write(What::Sheet, &SHEET, &["open"])]);
    assert_eq!(small.refused(&opened), Refusal::Rows(vec![(None, locked)]));
}

#[test]
fn a_file_may_state_the_state() {
    let mut small = Small::new();
    let rows = |state: &str| {
        file(
            Kind::Scores,
            vec![
                mark(&["V", "self", "r", "A1"], "1"),
                mark(&["V", "self", "r", "A2"], "none"),
                write(What::Sheet, &SHEET, &[state]),
                write(What::Sheet, &SHEET, &[state]),
            ],
        )
    };
    small.done(&rows("open"));
    assert_eq!(small.state(&SHEET), Some(SheetState::Open));
    assert_eq!(small.done(&rows("open")), []);
    small.done(&rows("submitted"));
    assert_eq!(small.state(&SHEET), Some(SheetState::Submitted));
    let both = file(
        Kind::Scores,
        vec![
            write(What::Sheet, &SHEET, &["open"]),
            write(What::Sheet, &SHEET, &["submitted"]),
        ],
    );
    assert!(matches!(small.refused(&both), Refusal::Rows(_)));
}

#[test]
fn stating_what_is_so_changes_nothing() {
    let mut small = Small::new();
    small.done(&scores(&[("A1", "1")]));
    let exported = vec![
        mark(&["V", "self", "r", "A1"], "1"),
        write(What::Sheet, &SHEET, &["open"]),
    ];
    assert_eq!(small.done(&file(Kind::Scores, exported)), []);
    assert!(small.sheet(&SHEET).is_some_and(|sheet| sheet.imported));
}

#[test]
fn a_sheet_that_was_given_back_is_not_submitted_by_the_same_file() {
    let mut small = Small::new();
    let whole = scores(&[("A1", "1"), ("A2", "none")]);
    small.done(&whole);
    small.reason = Some("A1 is doubtful".into());
    small.done(&Command::Return {
        organisation: "V".into(),
        party: "self".into(),
        rater: "r".into(),
    });
    assert_eq!(small.done(&whole), []);
    small.done(&scores(&[("A1", "2"), ("A2", "none")]));
    assert_eq!(small.state(&SHEET), Some(SheetState::Submitted));
}

#[test]
fn two_rows_for_one_cell() {
    let mut small = Small::new();
    let same = scores(&[("A1", "1"), ("A1", "1.0")]);
    assert_eq!(small.done(&same).len(), 2);
    let twice = |what, key: &[&str]| {
        Refusal::Rows(vec![(
            None,
            Refusal::Twice {
                what,
                key: texts(key),
            },
        )])
    };
    let differing = scores(&[("A1", "1"), ("A1", "2")]);
    assert_eq!(
        small.refused(&differing),
        twice(What::Mark, &["V", "self", "r", "A1"])
    );
    let code = || write(What::Organisation, &["N"], &["N"]);
    let codes = file(Kind::Orgs, vec![code(), code()]);
    assert_eq!(small.refused(&codes), twice(What::Organisation, &["N"]));
}

#[test]
fn what_a_file_leaves_off_stays() {
    let mut small = Small::new();
    let key = ["V", "self", "r", "A1"];
    small.written(vec![write(What::Mark, &key, &["1", "seen", "yes"])]);
    small.done(&file(Kind::Scores, vec![mark(&key, "2")]));
    assert_eq!(
        small.record(What::Mark, &key),
        Some(record(&["2", "seen", "yes"]))
    );
}

#[test]
fn organisations_keep_their_places_in_the_list() {
    let mut small = Small::new();
    let before = small.records();
    let row = |code: &str, fields: &[&str]| write(What::Organisation, &[code], fields);
    let list = vec![
        row("G", &["Agency", "", "", "agency"]),
        row("D", &["District", "district"]),
    ];
    assert_eq!(small.done(&file(Kind::Orgs, list)), []);
    assert_eq!(small.records(), before);
    small.done(&file(
        Kind::Orgs,
        vec![row("N", &["New", "", "D", "village"])],
    ));
    let place = small.record(What::Organisation, &["N"]).unwrap()[6].clone();
    assert_eq!(place.as_deref(), Some("5"));
}
