//! Documents, events and notes.

use super::*;

#[test]
fn documents_and_pending_adjustments() {
    let mut small = both_filled();
    small.scheme.adjustments.push(crate::scheme::Adjustment {
        id: "J2".into(),
        ..small.scheme.adjustments[0].clone()
    });
    let row = |key: &[&str]| write(What::Adjustment, key, &["1"]);
    small.written(vec![
        row(&["V", "J1", "*"]),
        row(&["V", "J1", "No 1"]),
        row(&["V", "J2", "No 1"]),
        row(&["W", "J1", "No 1"]),
        row(&["G", "J1", "No 1"]),
    ]);
    let findings = found_with(&small, &["V", "W", "G"], &Standing::default(), &[]);
    assert_eq!(
        told(&findings, FindingKind::AdjustmentPending),
        ["Check - - J1"]
    );
    assert_eq!(
        told(&findings, FindingKind::DocumentTwice),
        ["Check - - J2 No 1", "Note - - J1 No 1 Village"]
    );
}

#[test]
fn notes_that_the_scheme_asks_for() {
    let mut small = both_filled();
    small.scheme.items[0].reason_below_full = true;
    small.scheme.items[1].evidence = true;
    let noted = write(What::Mark, &["W", "self", "r", "A2"], &["8", "seen"]);
    small.written(vec![mark(&["W", "self", "r", "A1"], "10"), noted]);
    let findings = found_with(&small, &["V", "W"], &Standing::default(), &[]);
    assert_eq!(
        told(&findings, FindingKind::ReasonMissing),
        ["Check self r A1 1", "Check superior s A1 1"]
    );
    assert_eq!(
        told(&findings, FindingKind::EvidenceMissing),
        ["Check self r A2 1", "Check superior s A2 1"]
    );
}
