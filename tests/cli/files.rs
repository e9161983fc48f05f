//! Import and export.

use std::fs;

use super::support::Place;
use super::{file, import, round, scored, write};

/// Every kind of data file.
pub const KINDS: [&str; 10] = [
    "orgs",
    "scores",
    "raters",
    "ballots",
    "vetoes",
    "adjustments",
    "ledger",
    "places",
    "ties",
    "levels",
];

#[test]
fn the_same_file_twice_changes_nothing() {
    let place = scored();
    for kind in ["scores", "ballots", "orgs"] {
        let ran = import(&place, kind);
        assert!(ran.err.contains("没有改动"), "{}", ran.err);
    }
    assert!(
        place
            .done(&["round", "show", "2026"])
            .contains("操作记录第 3 号")
    );
}

#[test]
fn an_organisation_with_data_keeps_its_track() {
    let orgs = fs::read_to_string(file("orgs.csv")).unwrap();
    let moved = orgs.replace("宝马村,village,D1,行政村", "宝马村,village,D1,");
    assert_ne!(moved, orgs);
    let import_moved = |place: &Place| {
        write(place, "moved.csv", &moved);
        place.run(&["import", "orgs", "moved.csv", "--round", "2026"])
    };
    let ran = import_moved(&round());
    assert_eq!(ran.status, 0, "{}", ran.err);
    let ran = import_moved(&scored());
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.err.contains("在本轮次已有数据"), "{}", ran.err);
}

#[test]
fn a_dry_run_says_what_and_stores_nothing() {
    let place = round();
    let path = file("scores.csv");
    let told = place.done(&["import", "scores", &path, "--round", "2026", "--dry-run"]);
    assert!(told.contains("没有写入") && told.contains("57"), "{told}");
    assert!(
        place
            .done(&["round", "show", "2026"])
            .contains("操作记录第 1 号")
    );
}

#[test]
fn a_faulty_row_keeps_the_whole_file_out() {
    let place = round();
    let text = "org,party,rater,item,entry\n0001,self,支部书记,A1,57\n0001,self,支部书记,A1x,5\n\
                宝马村,self,支部书记,B1,b=1\n石门村,self,支部书记,A1,9\n0001,superior,考评二组,A1,60.25\n";
    let path = write(&place, "scores.csv", text);
    let ran = place.run(&[
        "import",
        "scores",
        path.to_str().unwrap(),
        "--round",
        "2026",
    ]);
    assert_eq!(ran.status, 1);
    for part in [
        "有 4 处错误",
        "第 3 行",
        "第 4 行",
        "第 5 行",
        "第 6 行",
        "0002",
        "0003",
    ] {
        assert!(ran.err.contains(part), "{part} in {}", ran.err);
    }
    assert!(ran.err.contains("数据库没有任何改动"), "{}", ran.err);
    assert!(
        place
            .done(&["round", "show", "2026"])
            .contains("操作记录第 1 号")
    );
}

#[test]
fn a_submitted_sheet_changes_only_with_a_reason() {
    let place = scored();
    let text = "org,party,rater,item,entry\n0001,self,支部书记,A1,58\n";
    let path = write(&place, "again.csv", text);
    let path = path.to_str().unwrap();
    let ran = place.run(&["import", "scores", path, "--round", "2026"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains("已提交") && ran.err.contains("--reopen"),
        "{}",
        ran.err
    );
    place.done(&[
        "import",
        "scores",
        path,
        "--round",
        "2026",
        "--reopen",
        "录入有误",
    ]);
    let log = place.done(&["log", "--round", "2026"]);
    assert!(log.contains("录入有误") && log.contains("57 → 58"), "{log}");
}

#[test]
fn what_export_writes_import_reads() {
    let place = scored();
    import(&place, "vetoes");
    // A sheet that waits for the rest of its marks.
    let begun = "org,party,rater,item,entry\n0001,self,另一人,A1,58\n";
    let begun = write(&place, "begun.csv", begun);
    let begun = begun.to_str().unwrap();
    place.done(&["import", "scores", begun, "--round", "2026"]);
    for ending in ["csv", "xlsx"] {
        for kind in KINDS {
            let path = place.path(&format!("{kind}.{ending}"));
            let path = path.to_str().unwrap();
            place.done(&["export", kind, "--round", "2026", "-o", path]);
            let ran = place.run(&["import", kind, path, "--round", "2026"]);
            assert!(ran.err.contains("没有改动"), "{path}: {}", ran.err);
        }
    }
}

#[test]
fn an_unfinished_sheet_comes_back_as_unfinished_as_it_went() {
    let place = round();
    let text = "org,party,rater,item,entry\n0001,self,支部书记,A1,57\n";
    let path = write(&place, "begun.csv", text);
    place.done(&[
        "import",
        "scores",
        path.to_str().unwrap(),
        "--round",
        "2026",
    ]);
    let path = place.path("scores.csv");
    let path = path.to_str().unwrap();
    place.done(&["export", "scores", "--round", "2026", "-o", path]);
    let ran = place.run(&["import", "scores", path, "--round", "2026"]);
    assert!(ran.err.contains("没有改动"), "{}", ran.err);
}

#[test]
fn results_are_exported_and_nothing_is_replaced() {
    let place = scored();
    for ending in ["csv", "xlsx"] {
        let path = place.path(&format!("results.{ending}"));
        let path = path.to_str().unwrap();
        place.done(&["export", "results", "--round", "2026", "-o", path]);
        let written = fs::read(path).unwrap();
        let ran = place.run(&["export", "results", "--round", "2026", "-o", path]);
        assert_eq!(ran.status, 1);
        assert!(ran.err.contains("没有覆盖"), "{}", ran.err);
        assert_eq!(fs::read(path).unwrap(), written);
    }
    let csv = fs::read_to_string(place.path("results.csv")).unwrap();
    assert!(csv.starts_with("\u{feff}范围,类别,名次,编码"), "{csv}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let place = Place::new();
    let ran = place.run(&["import", "scores", "nowhere.csv", "--round", "2026"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("读不了 nowhere.csv"), "{}", ran.err);
}
