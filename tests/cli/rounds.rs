//! Making rounds and looking at them.

use super::support::Place;
use super::{file, round, scored, write};

#[test]
fn a_round_is_made_listed_and_shown() {
    let place = scored();
    let list = place.done(&["round", "list"]);
    assert!(list.contains("小办法") && list.contains("评分中"), "{list}");
    assert!(
        list.contains("自评 1/3  党员群众测评 1/3  上级评定 1/3"),
        "{list}"
    );
    let shown = place.done(&["round", "show", "2026"]);
    assert!(
        shown.starts_with("2026 · 2026年度 · 评分中\n办法 小办法（small 1）\n"),
        "{shown}"
    );
    assert!(shown.contains("操作记录第 3 号"), "{shown}");
}

#[test]
fn a_name_is_given_once() {
    let place = round();
    let ran = place.run(&[
        "round",
        "new",
        "2026",
        "--scheme",
        &file("scheme.toml"),
        "--orgs",
        &file("orgs.csv"),
    ]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("轮次“2026”已经存在"), "{}", ran.err);
    assert!(ran.err.contains("数据库没有任何改动"), "{}", ran.err);
}

#[test]
fn a_round_goes_by_a_shipped_scheme_too() {
    let place = Place::new();
    let orgs = write(&place, "orgs.csv", "code,name,track\n1,宝马村,行政村\n");
    let orgs = orgs.to_str().unwrap();
    place.done(&[
        "round", "new", "年度", "--scheme", "luowang", "--orgs", orgs,
    ]);
    let shown = place.done(&["round", "show", "年度"]);
    assert!(shown.contains("luowang"), "{shown}");
}

#[test]
fn a_scheme_that_is_not_there_names_those_that_are() {
    let place = Place::new();
    let ran = place.run(&[
        "round",
        "new",
        "x",
        "--scheme",
        "luowan",
        "--orgs",
        &file("orgs.csv"),
    ]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("没有自带办法“luowan”"), "{}", ran.err);
    assert!(
        ran.err.contains("luowang") && ran.err.contains("tianjin"),
        "{}",
        ran.err
    );
    assert!(
        !place.path("round.db").exists(),
        "no database for a round that was not made"
    );
}

#[test]
fn a_faulty_list_makes_no_database() {
    let place = Place::new();
    let orgs = write(
        &place,
        "orgs.csv",
        "code,name,track\n1,宝马村,城市\n2,石门村,行政村\n2,大磴沟,行政村\n",
    );
    let (scheme, orgs) = (file("scheme.toml"), orgs.to_str().unwrap());
    let ran = place.run(&["round", "new", "x", "--scheme", &scheme, "--orgs", orgs]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("有 2 处错误"), "{}", ran.err);
    assert!(
        ran.err.contains("城市") && ran.err.contains("第 4 行"),
        "{}",
        ran.err
    );
    assert!(!place.path("round.db").exists());
}

#[test]
fn a_round_that_is_not_there_is_refused_everywhere() {
    let place = round();
    for arguments in [
        &["results", "--round", "2025"][..],
        &["show", "0001", "--round", "2025"],
        &["explain", "0001", "--round", "2025"],
        &["check", "--round", "2025"],
        &["log", "--round", "2025"],
        &["round", "show", "2025"],
        &["export", "orgs", "--round", "2025", "-o", "orgs.csv"],
        &["import", "scores", &file("scores.csv"), "--round", "2025"],
    ] {
        let ran = place.run(arguments);
        assert_eq!(ran.status, 1, "{arguments:?}");
        assert!(ran.err.contains("没有名为“2025”的轮次"), "{}", ran.err);
        assert!(ran.err.contains("pingxing round list"), "{}", ran.err);
    }
}

#[test]
fn a_list_without_the_kind_that_the_scheme_ranks_within_is_warned_of() {
    let place = Place::new();
    let warning = "办法按“district”分别排名";
    let flat = write(&place, "flat.csv", "code,name,track\n1,宝马村,村\n");
    let tree = "code,name,kind,parent,track\n6,青禾区,district,,\n1,宝马村,,6,村\n";
    let tree = write(&place, "tree.csv", tree);
    let made = |round: &str, orgs: &std::path::Path| {
        let orgs = orgs.to_str().unwrap();
        place.run(&["round", "new", round, "--scheme", "tianjin", "--orgs", orgs])
    };
    let ran = made("甲", &flat);
    assert_eq!(ran.status, 0);
    assert!(ran.err.contains(warning), "{}", ran.err);
    assert!(!made("乙", &tree).err.contains(warning));
    let imported = |orgs: &std::path::Path| {
        let orgs = orgs.to_str().unwrap();
        place.run(&["import", "orgs", orgs, "--round", "甲"])
    };
    assert!(imported(&flat).err.contains(warning));
    assert!(!imported(&tree).err.contains(warning));
    let checked = place.run(&["check", "--round", "甲"]);
    assert!(!checked.out.contains(warning), "{}", checked.out);
}
