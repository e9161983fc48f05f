//! Ballots that are too few or do not add up.

use super::*;

#[test]
fn ballots_that_are_too_few_or_do_not_add_up() {
    let mut small = both_filled();
    assert_eq!(
        told(&found(&small), FindingKind::TooFewBallots),
        ["Check masses - - 0 1"]
    );
    let count =
        |option: &str, count: &str| write(What::Ballot, &["V", "masses", "Q1", option], &[count]);
    small.written(vec![
        count("yes", "3"),
        count("abstain", "2"),
        count("issued", "4"),
    ]);
    let findings = found(&small);
    assert_eq!(
        told(&findings, FindingKind::BallotsDoNotAddUp),
        ["Must masses - - 4 5"]
    );
    assert!(told(&findings, FindingKind::TooFewBallots).is_empty());
}
