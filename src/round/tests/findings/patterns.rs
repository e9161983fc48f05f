//! Sheets whose marks form a pattern, and scores far apart.

use super::*;

#[test]
fn sheets_of_one_share_and_sheets_copied_from_the_self_rating() {
    let mut small = plain();
    filled(
        &mut small,
        ["V", "self", "r"],
        &["8", "8", "8", "8", "8", "40"],
    );
    filled(
        &mut small,
        ["V", "superior", "s"],
        &["8", "8", "8", "8", "8", "40"],
    );
    let findings = found(&small);
    assert_eq!(
        told(&findings, FindingKind::AllEqual),
        ["Check self r - 6", "Check superior s - 6"]
    );
    assert_eq!(
        told(&findings, FindingKind::CopiedFromSelf),
        ["Check superior s - 6 6"]
    );
    let mut full = plain();
    filled(&mut full, ["V", "self", "r"], &FULL);
    filled(&mut full, ["V", "superior", "s"], &FULL);
    assert!(told(&found(&full), FindingKind::AllEqual).is_empty());
}

#[test]
fn a_sheet_that_repeats_last_year() {
    let marks_of = |small: &Small| -> Vec<Cell> {
        let cells = small.cells.values();
        cells
            .filter(|cell| cell.key.first().is_some_and(|code| code == "V"))
            .cloned()
            .collect()
    };
    let mut before = plain();
    filled(&mut before, ["V", "superior", "another"], &MIXED);
    let before = marks_of(&before);
    let copied = |marks: [&str; 6], last_year: &[Cell]| {
        let mut small = plain();
        filled(&mut small, ["V", "superior", "s"], &marks);
        let plan = Plan::new(&small.scheme);
        let mut findings = Findings::new(&plan, 2026);
        findings.look(&Sought {
            cells: &marks_of(&small),
            last_year,
            cohort: Some("D"),
            standing: &Standing::default(),
        });
        told(&findings.finish(&[]), FindingKind::CopiedFromLastYear)
    };
    assert_eq!(copied(MIXED, &before), ["Check superior s - 6 6"]);
    assert!(
        copied(MIXED, &[]).is_empty(),
        "nothing is known of last year"
    );
    let other = ["1", "2", "3", "7.5", "3", "42"];
    assert!(copied(other, &before).is_empty());
    let mut full = plain();
    filled(&mut full, ["V", "superior", "s"], &FULL);
    assert!(
        copied(FULL, &marks_of(&full)).is_empty(),
        "full marks twice are no copy"
    );
}

#[test]
fn a_rater_who_gives_everyone_full_marks() {
    let mut small = plain();
    let organisations = ["V", "W", "G"];
    for organisation in organisations {
        filled(&mut small, [organisation, "superior", "s"], &FULL);
        filled(
            &mut small,
            [organisation, "superior", "t"],
            if organisation == "G" { &MIXED } else { &FULL },
        );
    }
    let two = found_with(&small, &organisations[..2], &Standing::default(), &[]);
    assert!(told(&two, FindingKind::AlwaysFull).is_empty());
    let three = found_with(&small, &organisations, &Standing::default(), &[]);
    assert_eq!(
        told(&three, FindingKind::AlwaysFull),
        ["Check superior s - 3"]
    );
}

#[test]
fn scores_beyond_their_limits() {
    let mut small = plain();
    filled(&mut small, ["V", "self", "r"], &FULL);
    filled(
        &mut small,
        ["V", "superior", "s"],
        &["10", "10", "10", "10", "0", "50"],
    );
    // Exactly at the limit of 10 is not beyond it.
    assert!(told(&found(&small), FindingKind::SelfAboveSuperior).is_empty());
    filled(
        &mut small,
        ["V", "superior", "t"],
        &["10", "10", "10", "0", "0", "45"],
    );
    let findings = found(&small);
    assert_eq!(
        told(&findings, FindingKind::SelfAboveSuperior),
        ["Check superior - - 100.00 82.50 10"]
    );
    assert!(told(&findings, FindingKind::RatersApart).is_empty());
    filled(
        &mut small,
        ["V", "superior", "u"],
        &["10", "10", "10", "0", "0", "44.5"],
    );
    assert_eq!(
        told(&found(&small), FindingKind::RatersApart),
        ["Check superior - - 74.50 90.00 15"]
    );
}
