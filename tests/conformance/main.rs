//! Whole rounds through the program's commands, against results that an independent program made
//! from the same files. A case is a folder of `cases/`: a scheme, data files, `expected.json`.

#![expect(clippy::expect_used, reason = "what prepares a test may fail it too")]

#[path = "../support/beside.rs"]
mod beside;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

use beside::beside;
use support::Place;

/// In the order in which an office would send its files in.
const KINDS: [&str; 6] = [
    "scores",
    "ballots",
    "vetoes",
    "adjustments",
    "ledger",
    "places",
];

/// The results of a case, as the program prints them.
fn results(case: &Path) -> Vec<Value> {
    let place = Place::new();
    let file = |name: &str| case.join(name).display().to_string();
    let (scheme, organisations) = (file("scheme.toml"), file("orgs.csv"));
    place.done(&[
        "round",
        "new",
        "case",
        "--scheme",
        &scheme,
        "--orgs",
        &organisations,
    ]);
    for kind in KINDS {
        let data = file(&format!("{kind}.csv"));
        if Path::new(&data).exists() {
            place.done(&["import", kind, &data, "--round", "case"]);
        }
    }
    let printed = place.done(&["results", "--round", "case", "--format", "json"]);
    let printed: Value = serde_json::from_str(&printed).expect("JSON");
    printed["results"]
        .as_array()
        .expect("a list of results")
        .clone()
}

/// A map without the figures that are not there.
fn there(value: &Value) -> BTreeMap<&String, &Value> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, value)| !value.is_null())
        .collect()
}

/// The ids of the decided vetoes, sorted.
fn decided(value: &Value) -> Vec<&str> {
    let vetoes = value.as_array().into_iter().flatten();
    let decided = vetoes.filter(|veto| veto["state"] == "decided");
    let mut ids: Vec<&str> = decided.filter_map(|veto| veto["id"].as_str()).collect();
    ids.sort_unstable();
    ids
}

/// The keys in which a result is not what was expected.
fn differences(expected: &Map<String, Value>, found: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    for (key, wanted) in expected {
        let given = &found[key];
        let same = match key.as_str() {
            "vetoes" => {
                let ids = wanted.as_array().into_iter().flatten();
                ids.filter_map(Value::as_str).eq(decided(given))
            }
            _ if wanted.is_object() => there(wanted) == there(given),
            _ => wanted == given,
        };
        if !same {
            differences.push(format!("{key}: expected {wanted}, found {given}"));
        }
    }
    differences
}

#[test]
fn every_case_gives_the_independent_results() {
    let cases = beside("tests/conformance/cases");
    let mut compared = 0;
    for entry in std::fs::read_dir(cases).expect("the cases are there") {
        let case = entry.expect("a case").path();
        let expected = std::fs::read_to_string(case.join("expected.json")).expect("expected.json");
        let expected: Vec<Map<String, Value>> =
            serde_json::from_str(&expected).expect("a list of results");
        let found = results(&case);
        let order =
            |list: &mut dyn Iterator<Item = &Value>| -> Vec<Value> { list.cloned().collect() };
        assert_eq!(
            order(&mut expected.iter().map(|result| &result["org"])),
            order(&mut found.iter().map(|result| &result["org"])),
            "{}: the order",
            case.display()
        );
        for (expected, found) in expected.iter().zip(&found) {
            let differences = differences(expected, found);
            assert!(
                differences.is_empty(),
                "{} {}: {differences:#?}",
                case.display(),
                found["org"]
            );
            compared += 1;
        }
    }
    assert!(
        compared > 200,
        "the cases have some hundreds of organisations: {compared}"
    );
}
