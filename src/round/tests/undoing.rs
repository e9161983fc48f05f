//! Undo and redo.

use super::fixture::*;
use crate::round::*;

const UNDO: Command = Command::Undo { expect: None };
const REDO: Command = Command::Redo { expect: None };

fn entry(small: &Small, item: &str) -> Option<String> {
    small.record(What::Mark, &["V", "self", "r", item])?[0].clone()
}

fn typed(small: &mut Small, item: &str, text: &str) {
    small.written(vec![mark(&["V", "self", "r", item], text)]);
}

#[test]
fn back_and_forth() {
    let mut small = Small::new();
    typed(&mut small, "A1", "1");
    typed(&mut small, "A1", "2");
    typed(&mut small, "A2", "none");
    small.done(&UNDO);
    small.done(&UNDO);
    assert_eq!(entry(&small, "A1").as_deref(), Some("1"));
    assert_eq!(entry(&small, "A2"), None);
    small.done(&REDO);
    assert_eq!(entry(&small, "A1").as_deref(), Some("2"));
    small.done(&REDO);
    assert_eq!(entry(&small, "A2").as_deref(), Some("none"));
    assert_eq!(small.refused(&REDO), Refusal::NothingToUndo);
    small.done(&UNDO);
    small.done(&UNDO);
    small.done(&UNDO);
    assert_eq!(entry(&small, "A1"), None);
    // Below lies the making of the round.
    assert!(matches!(
        small.refused(&UNDO),
        Refusal::NotUndoable { seq: 1, .. }
    ));
    typed(&mut small, "A1", "3");
    assert_eq!(small.refused(&REDO), Refusal::NothingToUndo);
}

#[test]
fn it_is_the_operation_that_was_shown() {
    let mut small = Small::new();
    typed(&mut small, "A1", "1");
    let shown = Command::Undo { expect: Some(1) };
    assert_eq!(small.refused(&shown), Refusal::UndoMoved { seq: 2 });
    small.done(&Command::Undo { expect: Some(2) });
}

#[test]
fn it_stops_at_another_persons_change() {
    let mut small = Small::new();
    typed(&mut small, "A1", "1");
    small.actor = "other".into();
    assert_eq!(small.refused(&UNDO), Refusal::NothingToUndo);
    typed(&mut small, "A1", "2");
    small.actor = "office".into();
    assert_eq!(
        small.refused(&UNDO),
        Refusal::ChangedSince {
            seq: 2,
            what: What::Mark,
            key: texts(&["V", "self", "r", "A1"]),
            by: String::new()
        }
    );
}

#[test]
fn it_stops_at_submissions_imports_and_decisions() {
    let mut small = Small::new();
    typed(&mut small, "A1", "1");
    typed(&mut small, "A2", "none");
    let submit = Command::Submit {
        organisation: "V".into(),
        party: "self".into(),
        rater: "r".into(),
        seen: 0,
    };
    let stops = |small: &Small| match small.refused(&UNDO) {
        Refusal::NotUndoable { kind, .. } => kind,
        other => format!("{other:?}"),
    };
    let mut submitted = small.clone();
    submitted.done(&submit);
    assert_eq!(stops(&submitted), "submit");
    let mut imported = small.clone();
    imported.done(&file(
        Kind::Scores,
        vec![mark(&["W", "self", "r", "A1"], "1")],
    ));
    assert_eq!(stops(&imported), "import");
    let veto = |state: &str| write(What::Veto, &["V", "V1"], &[state, "No 1"]);
    let mut decided = small.clone();
    decided.written(vec![veto("proposed")]);
    decided.done(&UNDO);
    decided.written(vec![veto("decided")]);
    assert_eq!(stops(&decided), "decision");
    // Somebody else submitted the sheet since.
    small.actor = "other".into();
    small.done(&submit);
    small.actor = "office".into();
    assert!(matches!(
        small.refused(&UNDO),
        Refusal::SheetSubmitted { .. }
    ));
}

#[test]
fn in_a_closed_round_marks_stay_and_adjustments_still_move() {
    let mut small = Small::new();
    typed(&mut small, "A1", "1");
    let adjustment = write(What::Adjustment, &["V", "J1", "No 1"], &["1"]);
    small.actor = "lead".into();
    small.written(vec![write(What::Round, &[], &["2026", "closed", "00"])]);
    small.actor = "office".into();
    assert_eq!(small.refused(&UNDO), Refusal::RoundClosed);
    small.written(vec![adjustment]);
    small.done(&UNDO);
    assert_eq!(small.refused(&UNDO), Refusal::RoundClosed);
}

#[test]
fn a_paste_is_one_step() {
    let mut small = Small::new();
    let before = small.records();
    small.written(vec![
        mark(&["V", "self", "r", "A1"], "1"),
        mark(&["V", "self", "r", "A2"], "none"),
    ]);
    small.done(&UNDO);
    assert_eq!(small.records(), before);
}
