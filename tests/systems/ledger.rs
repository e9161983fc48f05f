//! 岚山: the ledger by commands: declared, signed, counted by a file; a period; the persons; and
//! out again with every state.

use serde_json::Value;

use super::support::Place;
use super::{demonstration, results, text};

const NAME: &str = "青禾区财政局";

fn points(place: &Place, round: &str) -> String {
    let results = results(place, round);
    let found = results.iter().find(|result| text(result, "name") == NAME);
    let parties = &found.expect("an organisation")["parties"];
    text(parties, "points").to_owned()
}

/// Imports one event in a state.
fn imported(place: &Place, round: &str, state: &str, reason: &str) {
    let file = format!(
        "单位,指标,日期,分值,依据文号,状态,编号,事由\n{NAME},B1,2026-05-20,2.5,验收〔2026〕1号,{state},新-1,{reason}\n"
    );
    std::fs::write(place.path("one.csv"), file).expect("written");
    place.done(&["import", "ledger", "one.csv", "--round", round]);
}

#[test]
fn an_event_counts_once_the_last_title_stands_in_the_file() {
    let place = Place::new();
    let round = demonstration(&place, "lanshan");
    let before = points(&place, &round);
    for state in ["已申报", "已确认", "科长", "分管领导", "已退回"] {
        imported(
            &place,
            &round,
            state,
            if state == "已退回" {
                "缺少签到表"
            } else {
                ""
            },
        );
        assert_eq!(points(&place, &round), before, "{state}");
    }
    for state in ["主要领导", "已计入"] {
        imported(&place, &round, state, "");
        let after: f64 = points(&place, &round).parse().expect("a figure");
        assert!(
            (after - before.parse::<f64>().expect("a figure") - 2.5).abs() < 1e-9,
            "{state}"
        );
    }
    let told = place.done(&["log", "--round", &round]);
    assert!(told.contains("缺少签到表"), "{told}");
}

#[test]
fn every_state_goes_out_and_comes_in_again_and_changes_nothing() {
    let place = Place::new();
    let round = demonstration(&place, "lanshan");
    imported(&place, &round, "已退回", "缺少签到表");
    place.done(&["export", "ledger", "--round", &round, "-o", "all.csv"]);
    let all = std::fs::read_to_string(place.path("all.csv")).expect("read");
    for word in [
        "已申报",
        "已确认",
        "科长",
        "分管领导",
        "已计入",
        "已退回",
        "缺少签到表",
    ] {
        assert!(all.contains(word), "{word}");
    }
    let again = place.run(&["import", "ledger", "all.csv", "--round", &round]);
    assert_eq!(again.status, 0, "{}", again.err);
    assert!(
        format!("{}{}", again.out, again.err).contains("没有改动"),
        "{again:?}"
    );
}

#[test]
fn results_of_a_period_and_the_persons_points() {
    let place = Place::new();
    let round = demonstration(&place, "lanshan");
    let of = |more: &[&str]| {
        let arguments = ["results", "--round", &round, "--format", "json"];
        let printed = place.done(&[&arguments[..], more].concat());
        serde_json::from_str::<Value>(&printed).expect("JSON")
    };
    let (all, may) = (of(&[]), of(&["--from", "2026-01-01", "--to", "2026-05-31"]));
    assert_eq!(all["results"], may["results"]);
    assert_eq!(may["period"]["to"], "2026-05-31");
    assert!(all.get("period").is_none());
    let march = of(&["--to", "2026-03-31"]);
    let best = |document: &Value| text(&document["results"][0]["parties"], "points").to_owned();
    assert_eq!(best(&all), "21.00");
    assert!(best(&march).parse::<f64>().expect("a figure") < 21.0);
    let persons = of(&["--persons"]);
    let persons = persons.as_array().expect("a list");
    let kind = |wanted: &str| {
        persons
            .iter()
            .filter(|one| text(one, "kind") == wanted)
            .count()
    };
    assert_eq!((kind("officer"), kind("member")), (10, 29));
    assert_eq!(
        (text(&persons[0], "points"), text(&persons[0], "adds")),
        ("12.00", "1.00")
    );
    let table = place.done(&["results", "--round", &round, "--persons"]);
    assert!(
        table.contains("党务干部") && table.contains("12.00"),
        "{table}"
    );
    let wrong = place.run(&["results", "--round", &round, "--from", "2026-02-30"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("2026-02-30"), "{}", wrong.err);
}

#[test]
fn a_scheme_without_a_ledger_has_no_period() {
    let place = Place::new();
    let round = demonstration(&place, "yangquan");
    let refused = place.run(&["results", "--round", &round, "--persons"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("不记积分"), "{}", refused.err);
}

#[test]
fn a_decided_tie_is_told_as_decided_with_its_reason() {
    let place = Place::new();
    let round = demonstration(&place, "lanshan");
    let rows = results(&place, &round);
    let equal = rows.windows(2).find(|pair| {
        let rank = |at: usize| pair[at]["rank"].as_u64();
        pair[0]["track"] == pair[1]["track"] && rank(0).is_some() && rank(0) == rank(1)
    });
    let equal = equal.expect("two of one rank");
    let code = |at: usize| text(&equal[at], "org").to_owned();
    let file = place.path("ties.csv");
    let track = text(&equal[0], "track");
    let content = format!(
        "类别,单位,次序,事由\n{track},{},2,班子会研究\n{track},{},1,班子会研究\n",
        code(0),
        code(1)
    );
    std::fs::write(&file, content).expect("written");
    place.done(&[
        "import",
        "ties",
        &file.display().to_string(),
        "--round",
        &round,
    ]);
    let now = results(&place, &round);
    let of = |code: &str| now.iter().find(|row| row["org"] == code).expect("it");
    assert_eq!(of(&code(0))["tie_decided"], 2);
    assert_eq!(of(&code(1))["tie_decided"], 1);
    assert!(of(&code(1))["rank"].as_u64() < of(&code(0))["rank"].as_u64());
    let untold = |row: &&Value| !row["tie_decided"].is_null();
    assert_eq!(now.iter().filter(untold).count(), 2, "no other is decided");
    let table = place.done(&["results", "--round", &round]);
    assert!(table.contains("并列已定，序 2"), "{table}");
    let told = place.done(&["explain", &code(0), "--round", &round]);
    assert!(told.contains("G8 并列"), "{told}");
    let shown = place.done(&["show", &code(0), "--round", &round]);
    assert!(shown.contains("并列已定：序 2；班子会研究"), "{shown}");
}
