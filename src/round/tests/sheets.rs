//! Sheets: submitted, taken back, returned.

use super::fixture::*;
use crate::round::*;

const SHEET: [&str; 3] = ["V", "self", "r"];

fn submit(seen: u64) -> Command {
    Command::Submit {
        organisation: "V".into(),
        party: "self".into(),
        rater: "r".into(),
        seen,
    }
}

fn withdraw() -> Command {
    Command::Withdraw {
        organisation: "V".into(),
        party: "self".into(),
        rater: "r".into(),
    }
}

fn give_back() -> Command {
    Command::Return {
        organisation: "V".into(),
        party: "self".into(),
        rater: "r".into(),
    }
}

fn complete() -> Small {
    let mut small = Small::new();
    small.written(vec![
        mark(&["V", "self", "r", "A1"], "39.50"),
        mark(&["V", "self", "r", "A2"], "无"),
    ]);
    small
}

fn of_sheet(make: fn(String, String, String) -> Refusal) -> Refusal {
    make("V".into(), "self".into(), "r".into())
}

#[test]
fn entries_are_kept_in_one_grammar() {
    let small = complete();
    let entry = |item| small.record(What::Mark, &["V", "self", "r", item]);
    assert_eq!(entry("A1"), Some(record(&["39.5", "", ""])));
    assert_eq!(entry("A2"), Some(record(&["none", "", ""])));
}

#[test]
fn c4_only_a_complete_sheet_is_submitted() {
    let mut small = Small::new();
    small.written(vec![mark(&["V", "self", "r", "A1"], "NA")]);
    let refusal = small.refused(&submit(0));
    let Refusal::SheetIncomplete { missing, .. } = refusal else {
        panic!("{refusal:?}");
    };
    assert_eq!(missing, ["A2"]);
    small.written(vec![mark(&["V", "self", "r", "A2"], "a=3")]);
    small.done(&submit(0));
    assert_eq!(small.state(&SHEET), Some(SheetState::Submitted));
    assert_eq!(small.done(&submit(1)), []);
}

#[test]
fn v5_an_item_set_to_zero_is_not_missing() {
    let mut small = Small::new();
    small.written(vec![mark(&["V", "self", "r", "A1"], "1")]);
    small.written(vec![write(What::Veto, &["V", "V5"], &["decided", "No 1"])]);
    // Typed sheets are finished by who types them.
    assert_eq!(small.state(&SHEET), None);
    small.done(&submit(0));
}

#[test]
fn a_submitted_sheet_is_read_only_until_it_is_taken_back_or_returned() {
    let mut small = complete();
    assert_eq!(
        small.refused(&Command::Withdraw {
            organisation: "V".into(),
            party: "self".into(),
            rater: "r".into()
        }),
        Refusal::ReasonNeeded
    );
    small.done(&submit(0));
    let locked = of_sheet(|organisation, party, rater| Refusal::SheetSubmitted {
        organisation,
        party,
        rater,
    });
    let late = mark(&["V", "self", "r", "A1"], "1");
    assert_eq!(small.refused_write(late.clone()), locked);
    let note = write(What::Mark, &["V", "self", "r", "A1"], &["39.5", "why"]);
    assert_eq!(small.refused_write(note), locked);
    small.reason = Some("miscounted".into());
    small.done(&withdraw());
    assert_eq!(small.state(&SHEET), Some(SheetState::Open));
    small.written(vec![late]);
    let open = of_sheet(|organisation, party, rater| Refusal::SheetNotSubmitted {
        organisation,
        party,
        rater,
    });
    assert_eq!(small.refused(&give_back()), open);
    small.done(&submit(2));
    small.done(&give_back());
    let returned = small.sheet(&SHEET).unwrap();
    assert_eq!(returned.state, SheetState::Returned);
    assert_eq!(returned.reason.as_deref(), Some("miscounted"));
    small.done(&submit(4));
}

#[test]
fn a_state_that_moved_is_a_conflict() {
    let mut small = complete();
    small.done(&submit(0));
    small.reason = Some("again".into());
    small.done(&withdraw());
    assert!(matches!(small.refused(&submit(1)), Refusal::Conflict(_)));
}

#[test]
fn by_hand_a_state_is_not_just_written() {
    let small = complete();
    let stated = write(What::Sheet, &SHEET, &["submitted"]);
    let refusal = Refusal::Field {
        field: "state".into(),
        value: "submitted".into(),
    };
    assert_eq!(small.refused_write(stated), refusal);
}

#[test]
fn a_sheet_that_a_decision_has_used_is_returned_and_not_taken_back() {
    let mut small = complete();
    small.done(&submit(0));
    small.reason = Some("minutes".into());
    small.written(vec![write(What::Tie, &["V"], &["1"])]);
    let used = of_sheet(|organisation, party, rater| Refusal::UsedByDecision {
        organisation,
        party,
        rater,
    });
    assert_eq!(small.refused(&withdraw()), used);
    small.done(&give_back());
    assert_eq!(small.state(&SHEET), Some(SheetState::Returned));
}
