//! What says the same of many is put together.

use super::*;

fn missing(rater: &str) -> Finding {
    Finding {
        weight: FindingWeight::Must,
        kind: FindingKind::SheetMissing,
        organisation: None,
        name: None,
        party: Some("superior".into()),
        rater: Some(rater.into()),
        item: None,
        facts: Vec::new(),
    }
}

#[test]
fn six_of_one_rater_are_a_group_and_five_are_not() {
    let mut findings: Vec<Finding> = (0..5).map(|_| missing("one")).collect();
    assert_eq!(grouped(&findings).len(), 5);
    findings.push(missing("one"));
    assert_eq!(grouped(&findings), [vec![0, 1, 2, 3, 4, 5]]);
    findings.push(missing("other"));
    assert_eq!(grouped(&findings), [vec![0, 1, 2, 3, 4, 5], vec![6]]);
}

#[test]
fn of_mutual_rating_the_group_is_nobodys() {
    let of = |number: usize| Finding {
        kind: FindingKind::MutualMissing,
        ..missing(&number.to_string())
    };
    let findings: Vec<Finding> = (0..6).map(of).collect();
    assert_eq!(grouped(&findings).len(), 1);
}

#[test]
fn the_heaviest_come_first_and_each_kind_stays_together() {
    let light = |kind| Finding {
        weight: FindingWeight::Note,
        kind,
        ..missing("one")
    };
    let findings = [
        light(FindingKind::PlacesOpen),
        missing("one"),
        light(FindingKind::DocumentTwice),
        light(FindingKind::PlacesOpen),
    ];
    assert_eq!(grouped(&findings), [[1], [2], [0], [3]]);
}
