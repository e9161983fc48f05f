//! Ties, places and cohorts.

use super::*;

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

fn sent_down(five: Option<u64>, none: Option<u64>, ranked: u64) -> PlacesSought {
    PlacesSought {
        cohort: Some("D".into()),
        name: Some("District".into()),
        track: TrackIndex(0),
        ranked,
        places: vec![five, none],
        stated: vec![five, none],
    }
}

#[test]
fn stated_places_that_do_not_add_up() {
    let small = both_filled();
    let sum = |sought| {
        let findings = found_with(&small, &["V"], &Standing::default(), &[sought]);
        told(&findings, FindingKind::PlacesDoNotAddUp)
    };
    // The last level takes all that come to it, so the others may be for fewer.
    assert!(sum(sent_down(Some(3), None, 3)).is_empty());
    assert_eq!(
        sum(sent_down(Some(4), None, 3)),
        ["Check - - - 4 3 village"]
    );
    // Where it has a number too, all of them are for all.
    assert!(sum(sent_down(Some(1), Some(2), 3)).is_empty());
    assert_eq!(
        sum(sent_down(Some(1), Some(1), 3)),
        ["Check - - - 2 3 village"]
    );
    let calculated = PlacesSought {
        stated: vec![None, None],
        ..sent_down(Some(4), None, 3)
    };
    assert!(sum(calculated).is_empty());
}

#[test]
fn g5_a_list_without_the_kind_that_the_scheme_ranks_within() {
    let mut small = both_filled();
    let among = |small: &Small, cohorts: [Option<&str>; 2]| {
        let [one, other] = cohorts;
        let organisations = [("V", one), ("W", other)];
        found_among(small, &organisations, &Standing::default(), &[])
    };
    let kinds = [FindingKind::NoCohort, FindingKind::OutsideCohorts];
    let both = |findings: &[Finding]| kinds.map(|kind| told(findings, kind).join("; "));
    assert_eq!(both(&among(&small, [Some("D"), Some("D")])), ["", ""]);
    assert_eq!(
        both(&among(&small, [Some("D"), None])),
        ["", "Check - - - district 1"]
    );
    assert_eq!(
        both(&among(&small, [None, None])),
        ["Check - - - district 2", ""]
    );
    small.scheme.grading.cohort = None;
    assert_eq!(both(&among(&small, [None, None])), ["", ""]);
}
