//! Sheets and marks that are missing, not submitted or returned.

use super::*;

#[test]
fn nothing_is_found_where_all_is_well() {
    let findings = found(&both_filled());
    let left: Vec<_> = findings
        .iter()
        .filter(|finding| finding.kind != FindingKind::TooFewBallots)
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn what_is_not_rated_has_nothing_to_find() {
    assert_eq!(
        found_with(&both_filled(), &["D"], &Standing::default(), &[]),
        []
    );
}

#[test]
fn sheets_that_are_missing_unfinished_or_returned() {
    let mut small = plain();
    assert_eq!(
        told(&found(&small), FindingKind::SheetMissing),
        ["Must self - -", "Must superior - -"]
    );
    small.written(vec![write(
        What::Assignment,
        &["V", "superior", "s"],
        &["due"],
    )]);
    filled(&mut small, ["V", "self", "r"], &MIXED[..4]);
    let findings = found(&small);
    assert_eq!(
        told(&findings, FindingKind::SheetMissing),
        ["Must superior s -"]
    );
    assert_eq!(
        told(&findings, FindingKind::MarksMissing),
        ["Must self r - 2 6"]
    );
    let rest = [("A5", "3"), ("A6", "42")];
    small.written(
        rest.map(|(item, entry)| mark(&["V", "self", "r", item], entry))
            .to_vec(),
    );
    assert_eq!(
        told(&found(&small), FindingKind::NotSubmitted),
        ["Must self r -"]
    );
    filled(&mut small, ["V", "self", "r"], &MIXED);
    small.reason = Some("look again".into());
    small.done(&Command::Return {
        organisation: "V".into(),
        party: "self".into(),
        rater: "r".into(),
    });
    let findings = found(&small);
    assert_eq!(told(&findings, FindingKind::Returned), ["Must self r -"]);
    assert!(told(&findings, FindingKind::NotSubmitted).is_empty());
}

#[test]
fn v5_what_is_set_to_zero_is_not_missing() {
    let mut small = plain();
    filled(&mut small, ["V", "self", "r"], &MIXED[..5]);
    small.written(vec![write(What::Veto, &["V", "V5"], &["decided", "No 1"])]);
    assert!(told(&found(&small), FindingKind::MarksMissing).is_empty());
}
