//! The six systems through the real program, from a demonstration round to a ranked list: what
//! `results`, `explain`, `show`, `check` and `verify` say of it has to fit together.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what prepares a test may fail it too"
)]

#[path = "../support/mod.rs"]
mod support;

mod agree;

use pingxing::demo;
use pingxing::office::{Office, OfficeOptions};
use pingxing::scheme::shipped;
use serde_json::Value;

use support::Place;

/// A database with the demonstration of a scheme, and the round's name.
fn demonstration(place: &Place, scheme: &str) -> String {
    let round = demo::round(scheme, demo::SEED).expect("a demonstration of every shipped scheme");
    let office = Office::open(&place.path("round.db"), OfficeOptions::default());
    let office = office.expect("a new database");
    demo::load(&office, &round, "组织办").expect("the demonstration is loaded");
    round.name.to_owned()
}

fn results(place: &Place, round: &str) -> Vec<Value> {
    let printed = place.done(&["results", "--round", round, "--format", "json"]);
    let printed: Value = serde_json::from_str(&printed).expect("JSON");
    printed["results"]
        .as_array()
        .expect("a list of results")
        .clone()
}

fn text<'a>(result: &'a Value, key: &str) -> &'a str {
    result[key].as_str().unwrap_or_default()
}

/// One round of every system, and something to say of each.
fn each_system(mut look: impl FnMut(&Place, &str, &str)) {
    for scheme in shipped() {
        let place = Place::new();
        let round = demonstration(&place, scheme.id);
        look(&place, scheme.id, &round);
    }
}

#[test]
fn every_system_ends_in_a_ranked_list_with_levels() {
    each_system(|place, scheme, round| {
        let results = results(place, round);
        let complete: Vec<&Value> = results
            .iter()
            .filter(|result| result["complete"] == true)
            .collect();
        assert!(
            complete.len() * 2 >= results.len() / 2,
            "{scheme}: few are complete"
        );
        let mut levels: Vec<&str> = complete
            .iter()
            .map(|result| text(result, "level"))
            .collect();
        levels.retain(|level| !level.is_empty());
        assert!(!levels.is_empty(), "{scheme}: nobody has a level");
        levels.sort_unstable();
        levels.dedup();
        assert!(
            levels.len() >= 2,
            "{scheme}: levels tell organisations apart: {levels:?}"
        );
        for result in complete {
            let unrated = result["because"].to_string().contains("V1");
            assert_eq!(
                result["rank"].is_null(),
                unrated,
                "{scheme} {}",
                result["org"]
            );
        }
    });
}

#[test]
fn explain_and_show_say_what_results_say() {
    each_system(|place, scheme, round| {
        let results = results(place, round);
        let every = results.len().div_ceil(6).max(1);
        for result in results.iter().step_by(every) {
            let code = text(result, "org");
            let shown = place.done(&["show", code, "--round", round, "--format", "json"]);
            let shown: Value = serde_json::from_str(&shown).expect("JSON");
            assert_eq!(&shown["results"][0], result, "{scheme} {code}");
            let explained = place.done(&["explain", code, "--round", round]);
            for key in ["composite", "low", "high"] {
                let figure = text(result, key);
                assert!(
                    explained.contains(figure),
                    "{scheme} {code} {key} {figure}\n{explained}"
                );
            }
            for rule in result["because"].as_array().into_iter().flatten() {
                let rule = rule.as_str().expect("a rule");
                assert!(
                    explained.contains(&format!("{rule} ")),
                    "{scheme} {code}: {rule} is not explained\n{explained}"
                );
            }
        }
    });
}

#[test]
fn every_book_verifies_and_findings_are_told() {
    each_system(|place, scheme, round| {
        let verified = place.run(&["verify"]);
        assert_eq!(verified.status, 0, "{scheme}: {}", verified.err);
        let checked = place.run(&["check", "--round", round]);
        assert!(checked.status <= 1, "{scheme}: {}", checked.err);
        assert!(
            !checked.out.is_empty(),
            "{scheme}: an unfinished round has findings"
        );
    });
}

/// 岚山: from a declaration in a file to a figure, and out again.
mod ledger;
