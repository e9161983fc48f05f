//! The demonstration at the published size, and how far its levels are from the published ones.

use std::collections::{BTreeMap, BTreeSet};

use pingxing::demo;

use crate::results::score;

/// Published of the first year, best level first.
const PUBLISHED: [(&str, [u64; 4]); 2] = [
    ("village", [340, 1424, 1416, 358]),
    ("community", [161, 647, 670, 161]),
];

#[test]
fn tianjin_is_as_large_as_published_and_its_levels_are_about_those_of_the_first_year() {
    let round = demo::full("tianjin", demo::SEED).unwrap();
    let mut codes = BTreeSet::new();
    let mut districts = 0;
    for (code, record) in round.organisations() {
        assert!(codes.insert(code));
        districts += usize::from(record.kind.as_deref() == Some("district"));
    }
    assert_eq!(districts, 16);
    let results = score(&round, &round.cells);
    let mut counts: BTreeMap<&str, [u64; 4]> = BTreeMap::new();
    for outcome in results.outcomes.values() {
        let track = &round.scheme.track(outcome.figures.track).id;
        let level = outcome.standing.level.unwrap();
        counts.entry(track).or_default()[level.position()] += 1;
    }
    for (track, published) in PUBLISHED {
        let made = counts[track];
        assert_eq!(made.iter().sum::<u64>(), published.iter().sum::<u64>());
        // The same parts of 1:4:4:1; what vetoes and ties move is less than one in twenty.
        let all: u64 = published.iter().sum();
        for (made, published) in made.iter().zip(published) {
            assert!(made.abs_diff(published) * 20 <= all, "{track}: {counts:?}");
        }
    }
}

#[test]
fn no_other_demonstration_has_a_larger_size() {
    for id in [
        "shizuishan",
        "karamay",
        "luowang",
        "yangquan",
        "lanshan",
        "nowhere",
    ] {
        assert!(demo::full(id, demo::SEED).is_none(), "{id}");
    }
}
