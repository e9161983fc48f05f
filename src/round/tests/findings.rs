//! Findings before publication, one kind after another.

use super::fixture::*;
use crate::round::*;
use crate::scheme::{ItemIndex, LevelIndex, TrackIndex};
use crate::scoring::{Plan, Standing};

/// A round whose superior and self-rating share six direct items and nobody else is needed.
fn plain() -> Small {
    let mut small = Small::new();
    let direct = small.scheme.items[0].clone();
    small.scheme.items = (1..=6)
        .map(|number| {
            let mut item = direct.clone();
            item.id = format!("A{number}");
            item.points = (if number == 6 { "50" } else { "10" }).parse().unwrap();
            item
        })
        .collect();
    for party in [1, 2, 4] {
        small.scheme.parties[party].weight = crate::number::Decimal::ZERO;
    }
    small.scheme.vetoes[1].effect = crate::scheme::Effect::Zero(ItemIndex(5));
    small
}

const FULL: [&str; 6] = ["10", "10", "10", "10", "10", "50"];
const MIXED: [&str; 6] = ["9", "8", "10", "7.5", "3", "42"];

fn filled(small: &mut Small, sheet: [&str; 3], marks: &[&str]) {
    let [organisation, party, rater] = sheet;
    let row = |(position, entry): (usize, &&str)| {
        let item = format!("A{}", position + 1);
        mark(&[organisation, party, rater, &item], entry)
    };
    let rows = marks.iter().enumerate().map(row).collect();
    small.done(&file(Kind::Scores, rows));
}

/// What is found of some organisations.
fn found_with(
    small: &Small,
    organisations: &[&str],
    standing: &Standing,
    places: &[PlacesSought],
) -> Vec<Finding> {
    let plan = Plan::new(&small.scheme);
    let mut findings = Findings::new(&plan, 2026);
    for code in organisations {
        let of = |cell: &&Cell| match cell.what {
            What::Event => cell
                .record
                .as_ref()
                .is_some_and(|event| event[0].as_deref() == Some(code)),
            _ => cell.key.first().is_some_and(|first| first == code),
        };
        let cells: Vec<Cell> = small.cells.values().filter(of).cloned().collect();
        findings.look(&Sought {
            cells: &cells,
            cohort: Some("D"),
            standing,
        });
    }
    findings.finish(places)
}

fn found(small: &Small) -> Vec<Finding> {
    found_with(small, &["V"], &Standing::default(), &[])
}

/// The findings of one kind, as (weight, party, rater, item, facts).
#[track_caller]
fn told(findings: &[Finding], kind: FindingKind) -> Vec<String> {
    let of_kind = findings.iter().filter(|finding| finding.kind == kind);
    let line = |finding: &Finding| {
        let place = [&finding.party, &finding.rater, &finding.item];
        let place: Vec<&str> = place
            .iter()
            .map(|part| part.as_deref().unwrap_or("-"))
            .collect();
        let facts = finding.facts.join(" ");
        format!("{:?} {} {facts}", finding.weight, place.join(" "))
            .trim_end()
            .to_owned()
    };
    of_kind.map(line).collect()
}

fn both_filled() -> Small {
    let mut small = plain();
    filled(&mut small, ["V", "self", "r"], &MIXED);
    filled(
        &mut small,
        ["V", "superior", "s"],
        &["9", "8", "10", "7.5", "3", "41"],
    );
    small
}

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

#[test]
fn vetoes_ties_and_flags() {
    let mut small = both_filled();
    small.written(vec![write(What::Veto, &["V", "V1"], &["proposed"])]);
    let flagged = write(What::Mark, &["W", "self", "r", "A1"], &["1", "", "yes"]);
    small.written(vec![flagged]);
    let tied = Standing {
        rank: Some(3),
        tie: true,
        ..Standing::default()
    };
    let findings = found_with(&small, &["V", "W"], &tied, &[]);
    assert_eq!(
        told(&findings, FindingKind::VetoProposed),
        ["Must - - - V1 V1 title"]
    );
    assert_eq!(told(&findings, FindingKind::Tie), ["Must - - - 3 2"]);
    assert_eq!(told(&findings, FindingKind::Flagged), ["Check self r A1"]);
}

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
fn places_that_are_left_open() {
    let small = both_filled();
    let standing = Standing {
        filled: Some(LevelIndex(0)),
        ..Standing::default()
    };
    let places = |places| PlacesSought {
        cohort: Some("D".into()),
        name: None,
        track: TrackIndex(0),
        ranked: 5,
        places: vec![Some(places), None],
        stated: vec![None, None],
    };
    let open = found_with(&small, &["V"], &standing, &[places(3)]);
    assert_eq!(
        told(&open, FindingKind::PlacesOpen),
        ["Note - - - five title 3 1 village"]
    );
    let taken = found_with(&small, &["V"], &standing, &[places(1)]);
    assert!(told(&taken, FindingKind::PlacesOpen).is_empty());
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
