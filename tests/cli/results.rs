//! Results, breakdown, explanation, findings.

use serde_json::{Value, json};

use super::support::Place;
use super::{file, import, make_round, round, scored, write};

fn results(place: &Place, more: &[&str]) -> Value {
    let mut arguments = vec!["results", "--round", "2026", "--format", "json"];
    arguments.extend(more);
    serde_json::from_str(&place.done(&arguments)).unwrap()
}

#[test]
fn json_has_the_published_form() {
    let place = scored();
    let document = results(&place, &[]);
    assert_eq!(document["round"], "2026");
    assert_eq!(document["scheme"]["id"], "small");
    assert_eq!(document["scheme"]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(document["engine"], 2);
    assert_eq!(document["seq"], 3);
    let expected = json!({
        "org": "0001", "name": "宝马村", "track": "village", "cohort": null,
        "complete": true, "rank": 1, "tie": false,
        "composite": "92.51", "low": "92.51", "high": "92.51",
        "parties": { "self": "97.00", "masses": "90.36", "superior": "92.00" },
        "satisfaction": { "masses": "94.64" },
        "categories": { "A": "54.86", "B": "38.57" },
        "adjustment": "0.00",
        "level": "five", "filled": "five", "ceiling": null,
        "vetoes": [],
        "because": document["results"][0]["because"],
    });
    assert_eq!(document["results"][0], expected);
    assert_eq!(document["results"][0]["because"][0], "G1");
    let incomplete = &document["results"][1];
    assert_eq!(incomplete["org"], "0002");
    assert_eq!(incomplete["rank"], Value::Null);
    assert_eq!(incomplete["composite"], Value::Null);
    assert_eq!(incomplete["parties"]["superior"], Value::Null);
    assert_eq!(incomplete["low"], "10.00");
}

#[test]
fn keys_stand_in_the_published_order() {
    let text = scored().done(&["results", "--round", "2026", "--format", "json"]);
    let keys = [
        "org",
        "name",
        "track",
        "cohort",
        "complete",
        "rank",
        "tie",
        "composite",
        "low",
        "high",
        "parties",
        "satisfaction",
        "categories",
        "adjustment",
        "level",
        "filled",
        "ceiling",
        "vetoes",
        "because",
    ];
    let places: Vec<usize> = keys
        .iter()
        .map(|key| text.find(&format!("\"{key}\":")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn vetoes_are_listed_with_state_and_way() {
    let place = scored();
    import(&place, "vetoes");
    let document = results(&place, &[]);
    let first = &document["results"][0];
    assert_eq!(
        first["vetoes"],
        json!([{ "id": "V1", "state": "decided", "auto": false }])
    );
    assert_eq!(
        (&first["level"], &first["ceiling"]),
        (&json!("four"), &json!("four"))
    );
    let second = &document["results"][1];
    assert_eq!(
        second["vetoes"],
        json!([{ "id": "V1", "state": "proposed", "auto": false }])
    );
    assert_eq!(second["ceiling"], Value::Null);
}

#[test]
fn the_table_lines_up_and_the_track_narrows_it() {
    let place = scored();
    let table = place.done(&["results", "--round", "2026", "--track", "行政村"]);
    let line = table.lines().find(|line| line.contains("宝马村")).unwrap();
    let cells: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(cells, ["行政村", "1", "0001", "宝马村", "92.51", "五星"]);
    let ran = place.run(&["results", "--round", "2026", "--track", "社区"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains("没有类别“社区”") && ran.err.contains("village"),
        "{}",
        ran.err
    );
}

#[test]
fn the_table_lines_up_with_rare_characters_too() {
    let place = Place::new();
    let orgs = std::fs::read_to_string(file("orgs.csv")).unwrap();
    // One beyond the first plane of Unicode, one of its extensions within it.
    let orgs = orgs
        .replacen("宝马村", "𫖮水村", 1)
        .replacen("石门村", "䶮溪村", 1);
    write(&place, "orgs.csv", orgs);
    make_round(&place, &file("scheme.toml"), "orgs.csv");
    for kind in ["scores", "ballots"] {
        import(&place, kind);
    }
    let table = place.done(&["results", "--round", "2026"]);
    // Figures end in one column; every character of these names takes two.
    let end_of = |name: &str, figure: &str| -> usize {
        let line = table.lines().find(|line| line.contains(name));
        let line = line.unwrap_or_else(|| panic!("{name}: {table}"));
        let (before, _) = line.split_once(figure).unwrap();
        let columns = |letter: char| match letter {
            '–' => 1,
            letter => 1 + usize::from(!letter.is_ascii()),
        };
        before.chars().chain(figure.chars()).map(columns).sum()
    };
    let end = end_of("𫖮水村", "92.51");
    assert_eq!(end_of("䶮溪村", "10.00–98.00"), end, "{table}");
    assert_eq!(end_of("石门村", "0.00–100.00"), end, "{table}");
}

#[test]
fn csv_has_a_column_for_every_party_and_category() {
    let text = scored().done(&["results", "--round", "2026", "--format", "csv"]);
    let mut lines = text.lines();
    assert_eq!(
        lines.next().unwrap(),
        "范围,类别,名次,编码,名称,综合,等次,自评,党员群众测评,上级评定,班子建设,组织生活,加减分,说明"
    );
    assert_eq!(
        lines.next().unwrap(),
        ",行政村,1,0001,宝马村,92.51,五星,97.00,90.36,92.00,54.86,38.57,0.00,"
    );
}

#[test]
fn show_prints_what_results_print() {
    let place = scored();
    import(&place, "vetoes");
    let shown = place.done(&["show", "宝马村", "--round", "2026"]);
    for part in [
        "宝马村（0001） · 行政村",
        "综合得分 92.51",
        "等次 四星",
        "94.64%",
        "安监〔2026〕3号",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let one = place.done(&["show", "0001", "--round", "2026", "--format", "json"]);
    let one: Value = serde_json::from_str(&one).unwrap();
    assert_eq!(one["results"][0], results(&place, &[])["results"][0]);
    assert_eq!(one["results"].as_array().unwrap().len(), 1);
    let town = place.done(&["show", "D1", "--round", "2026"]);
    assert!(town.contains("本身不参加评定"), "{town}");
}

#[test]
fn an_organisation_is_meant_by_code_or_by_a_unique_name() {
    let place = round();
    let ran = place.run(&["show", "石门村", "--round", "2026"]);
    assert_eq!(ran.status, 1);
    for part in ["不止一个单位", "0002", "红果子镇", "0003", "尾闸镇"] {
        assert!(ran.err.contains(part), "{}", ran.err);
    }
    let ran = place.run(&["explain", "马村", "--round", "2026"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains("没有单位“马村”") && ran.err.contains("宝马村"),
        "{}",
        ran.err
    );
}

#[test]
fn explain_names_the_rule_of_every_figure() {
    let place = scored();
    let text = place.done(&["explain", "0001", "--round", "2026"]);
    for (rule, figure) in [
        ("I2", "38.00"),
        ("C3", "97.00"),
        ("P3", "90.36"),
        ("P4", "94.64"),
        ("K1", "92.51"),
    ] {
        let found = text
            .lines()
            .any(|line| line.trim_start().starts_with(rule) && line.contains(figure));
        assert!(found, "{rule} {figure} in {text}");
    }
    let lacking = place.done(&["explain", "0002", "--round", "2026"]);
    assert!(
        lacking.contains("K5") && lacking.contains("10.00"),
        "{lacking}"
    );
}

#[test]
fn explain_tells_all_that_is_on_record_of_a_veto() {
    let place = scored();
    let rows = "org,veto,state,document,date,note
0001,V1,decided,安监〔2026〕3号,2026-09-03,调查报告已存
0002,V1,proposed,,,
";
    write(&place, "vetoes.csv", rows);
    place.done(&["import", "vetoes", "vetoes.csv", "--round", "2026"]);
    let text = place.done(&["explain", "0001", "--round", "2026"]);
    let (_, veto) = text.split_once("否决 V1").expect("the step of the veto");
    let told: Vec<&str> = veto.lines().take(3).collect();
    assert!(told[0].contains("已认定；最高四星"), "{veto}");
    let written = told[1].trim_start();
    assert!(
        written.starts_with("安监〔2026〕3号；2026年9月3日；备注：调查报告已存；已认定：录入员，")
            && written.ends_with("（操作记录第 4 号）"),
        "{veto}"
    );
    assert_eq!(told[2].trim_start(), "等次：否决前五星，否决后四星");
    // A proposed one does nothing yet, and would do something.
    let text = place.done(&["explain", "0002", "--round", "2026"]);
    assert!(
        text.contains("待认定：录入员，") && text.contains("等次：现为"),
        "{text}"
    );
}

#[test]
fn check_is_one_while_something_stands_in_the_way() {
    let place = scored();
    import(&place, "vetoes");
    let ran = place.run(&["check", "--round", "2026"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.out.contains("须处理") && ran.out.contains("V1"),
        "{}",
        ran.out
    );
    assert!(ran.err.contains("不能公示"), "{}", ran.err);
}

#[test]
fn check_puts_together_what_says_the_same_of_many_and_lists_it_when_asked() {
    let place = Place::new();
    let lines = (1..=7).map(|number| format!("{number},村{number},行政村\n"));
    let orgs = format!("code,name,track\n{}", lines.collect::<String>());
    let orgs = write(&place, "orgs.csv", &orgs);
    let orgs = orgs.to_str().unwrap();
    place.done(&[
        "round", "new", "2026", "--scheme", "luowang", "--orgs", orgs,
    ]);
    let together = place.run(&["check", "--round", "2026"]).out;
    assert!(
        together.contains("没有评分表：7 处（村1、村2、村3等）"),
        "{together}"
    );
    let all = place.run(&["check", "--round", "2026", "--all"]).out;
    assert!(all.contains("村7 7 · ") && !all.contains("：7 处"), "{all}");
    let counted = |out: &str| out.lines().last().map(str::to_owned);
    assert_eq!(counted(&together), counted(&all));
}
