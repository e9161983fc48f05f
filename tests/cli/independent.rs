//! A party that rates independently: a rater sees nothing of others' marks, nor of what follows
//! from them, until the own sheet is submitted, whatever the command.

use super::files::KINDS;
use super::plain::converse;
use super::support::{Place, Ran};
use super::{file, import, make_round, write};

const OTHERS: &str = "单位,评价主体,评分人,指标,得分
0001,自评,支部书记,A1,57
0001,自评,支部书记,B1,无
0001,上级评定,考评一组,A1,53.5
0001,上级评定,考评一组,B1,a=1
0002,上级评定,考评一组,A1,44.5
0002,上级评定,考评一组,B1,a=2
";
const OWN: &str = "单位,评价主体,评分人,指标,得分,状态
0001,上级评定,考评二组,A1,51.5,未提交
0001,上级评定,考评二组,B1,无,未提交
0002,上级评定,考评二组,A1,41,已提交
0002,上级评定,考评二组,B1,无,已提交
0003,上级评定,考评二组,A1,42,已提交
0003,上级评定,考评二组,B1,无,已提交
";

/// A round of which two groups rate independently; the second has not submitted its sheet of the
/// first village.
fn two_groups() -> Place {
    let place = one_group();
    write(&place, "own.csv", OWN);
    place.done(&["import", "scores", "own.csv", "--round", "2026"]);
    place
}

/// The same before the second group has begun.
fn one_group() -> Place {
    let place = Place::new();
    let scheme = std::fs::read_to_string(file("scheme.toml")).unwrap();
    let party = "title = \"上级评定\"\nmethod = \"sheet\"\n";
    assert!(scheme.contains(party));
    let scheme = scheme.replace(party, &format!("{party}independent = true\n"));
    write(&place, "scheme.toml", scheme);
    make_round(&place, "scheme.toml", &file("orgs.csv"));
    import(&place, "ballots");
    write(&place, "others.csv", OTHERS);
    place.done(&["import", "scores", "others.csv", "--round", "2026"]);
    place
}

fn asked(place: &Place, who: &str, arguments: &[&str]) -> Ran {
    let ran = place.run(&[&["--as", who], arguments].concat());
    assert_eq!(ran.status, 0, "{arguments:?}: {}", ran.err);
    ran
}

const WHY: &str = "有 1 家单位，上级评定“考评二组”尚未提交评分表";

#[test]
fn results_and_show_keep_back_what_is_not_to_be_seen_yet() {
    let place = two_groups();
    let results = ["results", "--round", "2026"];
    let office = asked(&place, "办公室", &results);
    let composite = "92.26";
    let line = |text: &str| {
        text.lines()
            .find(|line| line.contains("0001"))
            .unwrap()
            .to_owned()
    };
    assert!(
        !line(&office.out).contains("提交后可见") && office.err.is_empty(),
        "{}",
        office.out
    );
    assert!(
        line(&office.out).contains(composite),
        "{composite} {}",
        office.out
    );

    let rater = asked(&place, "考评二组", &results);
    assert!(line(&rater.out).contains("提交后可见"), "{}", rater.out);
    assert!(rater.err.contains(WHY), "{}", rater.err);

    let json = ["results", "--round", "2026", "--format", "json"];
    let rater = asked(&place, "考评二组", &json);
    let document: serde_json::Value = serde_json::from_str(&rater.out).unwrap();
    let row = &document["results"][0];
    assert_eq!(row["org"], "0001");
    for key in ["composite", "low", "high", "rank", "level"] {
        assert_eq!(row[key], serde_json::Value::Null, "{key}");
    }
    assert_eq!(row["parties"]["superior"], serde_json::Value::Null);
    assert_eq!(row["parties"]["self"], serde_json::Value::Null);
    // The figures of the others are there, their ranks would tell what is kept back.
    assert_eq!(document["results"][1]["parties"]["superior"], "80.75");
    assert_eq!(document["results"][1]["rank"], serde_json::Value::Null);

    let show = asked(&place, "考评二组", &["show", "0001", "--round", "2026"]);
    assert!(
        show.out.contains("宝马村") && !show.out.contains("自评"),
        "{}",
        show.out
    );
    assert!(show.err.contains(WHY), "{}", show.err);
    let other = asked(&place, "考评二组", &["show", "0003", "--round", "2026"]);
    assert!(
        other.out.contains("上级评定") && other.err.is_empty(),
        "{}",
        other.err
    );
}

#[test]
fn explain_says_why_it_says_nothing() {
    let place = two_groups();
    let explain = ["explain", "0001", "--round", "2026"];
    assert!(asked(&place, "考评一组", &explain).out.contains("53.5"));
    let ran = place.run(&[&["--as", "考评二组"], &explain[..]].concat());
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.contains("独立评分") && ran.err.contains("0001"),
        "{}",
        ran.err
    );
    // Of an organisation that is not kept back, nothing of its rank among those that are.
    let other = asked(&place, "考评二组", &["explain", "0002", "--round", "2026"]);
    assert!(
        other.out.contains("44.5") && !other.out.contains("G6"),
        "{}",
        other.out
    );
}

#[test]
fn what_a_veto_does_waits_for_the_sheet_of_every_village_beside_it() {
    let place = two_groups();
    write(&place, "vetoes.csv", "org,veto,state\n0002,V1,proposed\n");
    place.done(&["import", "vetoes", "vetoes.csv", "--round", "2026"]);
    let explain = ["explain", "0002", "--round", "2026"];
    let seen = asked(&place, "考评二组", &explain).out;
    assert!(
        seen.contains("等次：提交自己的评分表后可见") && !seen.contains("现为"),
        "{seen}"
    );
    assert!(asked(&place, "办公室", &explain).out.contains("等次：现为"));
}

#[test]
fn export_and_log_have_the_own_marks_and_not_the_others() {
    let place = two_groups();
    let exported = |who: &str, name: &str| {
        let ran = place.run(&[
            "--as", who, "export", "scores", "--round", "2026", "-o", name,
        ]);
        // What lacks rows says so, and never passes for the whole.
        assert_eq!(ran.status, i32::from(who != "办公室"), "{}", ran.err);
        (std::fs::read_to_string(place.path(name)).unwrap(), ran.err)
    };
    let (all, said) = exported("办公室", "all.csv");
    assert!(
        all.contains("53.5") && all.contains("57") && !said.contains("独立"),
        "{all}"
    );
    let (seen, said) = exported("考评二组", "seen.csv");
    assert!(seen.contains("51.5") && seen.contains("44.5"), "{seen}");
    assert!(!seen.contains("53.5") && !seen.contains("57"), "{seen}");
    assert!(said.contains(WHY), "{said}");
    assert!(
        said.contains("seen.csv 不完整") && said.contains("--as 组织者"),
        "{said}"
    );

    let log = asked(&place, "考评二组", &["log", "--round", "2026"]);
    assert!(
        log.out.contains("51.5") && log.out.contains("44.5"),
        "{}",
        log.out
    );
    assert!(
        // With the arrow: the lines' hashes are of the same digits.
        !log.out.contains("→ 53.5") && !log.out.contains("→ 57"),
        "{}",
        log.out
    );
    assert!(log.err.contains(WHY), "{}", log.err);
    // Who wrote something has seen it.
    let typist = asked(&place, "录入员", &["log", "--round", "2026"]);
    assert!(
        typist.out.contains("→ 53.5") && typist.out.contains("→ 57"),
        "{}",
        typist.out
    );
}

#[test]
fn everything_is_there_once_the_own_sheet_is_in() {
    let place = two_groups();
    write(&place, "own.csv", OWN.replace("未提交", "已提交"));
    place.done(&["import", "scores", "own.csv", "--round", "2026"]);
    for arguments in [
        &["results", "--round", "2026"][..],
        &["show", "0001", "--round", "2026"],
        &["explain", "0001", "--round", "2026"],
        &["log", "--round", "2026"],
    ] {
        let (rater, office) = (
            asked(&place, "考评二组", arguments),
            asked(&place, "办公室", arguments),
        );
        assert_eq!((rater.out, rater.err), (office.out, office.err));
    }
}

#[test]
fn a_recused_rater_has_no_sheet_to_wait_for() {
    let place = two_groups();
    let text = "单位,评价主体,评分人,状态,事由\n0001,上级评定,考评二组,回避,亲属\n";
    write(&place, "raters.csv", text);
    place.done(&["import", "raters", "raters.csv", "--round", "2026"]);
    let rater = asked(&place, "考评二组", &["show", "0001", "--round", "2026"]);
    assert!(
        rater.out.contains("自评") && rater.err.is_empty(),
        "{}",
        rater.err
    );
}

#[test]
fn a_sheet_that_somebody_else_began_by_hand_is_waited_for_too() {
    let place = one_group();
    let show = ["show", "0001", "--round", "2026"];
    // Nobody of that name rates yet.
    assert!(asked(&place, "考评二组", &show).err.is_empty());
    // A typist takes the chair by its name and enters one mark.
    let lines = "4\n考评二组\n\n56.5\n..\n";
    let typed = converse(&place, &["--plain", "--as", "录入员"], lines);
    assert!(typed.out.contains("已保存：56.50 分。"), "{}", typed.out);
    let rater = asked(&place, "考评二组", &show);
    assert!(!rater.out.contains("自评"), "{}", rater.out);
    // The other villages are the rater's too.
    assert!(rater.err.contains(WHY), "{}", rater.err);
    let results = asked(&place, "考评二组", &["results", "--round", "2026"]);
    assert_eq!(
        results.out.matches("提交后可见").count(),
        3,
        "{}",
        results.out
    );
}

/// What follows from others' marks of the first village, as the office sees it.
fn secrets(place: &Place) -> Vec<String> {
    let json = ["results", "--round", "2026", "--format", "json"];
    let seen = asked(place, "办公室", &json).out;
    let document: serde_json::Value = serde_json::from_str(&seen).unwrap();
    let row = &document["results"][0];
    assert_eq!(row["org"], "0001");
    let parts = ["parties", "satisfaction", "categories"].map(|key| &row[key]);
    let figures = parts.into_iter().filter_map(|part| part.as_object());
    let figures = figures.flat_map(|part| part.values());
    let bounds = ["composite", "low", "high"].map(|key| &row[key]);
    let mut found: Vec<String> = figures
        .chain(bounds)
        .filter_map(|value| value.as_str())
        .map(str::to_owned)
        .collect();
    found.extend(["53.5", "57.00"].map(str::to_owned));
    found
}

#[test]
fn no_command_and_no_kind_of_file_tells_what_is_kept_back() {
    let place = two_groups();
    let secrets = secrets(&place);
    assert!(secrets.len() > 6, "{secrets:?}");
    let tells = |told: &str, of: &str| {
        // Codes of the books may hold any digits; they hold no dot.
        for secret in secrets.iter().filter(|secret| secret.contains('.')) {
            assert!(!told.contains(secret.as_str()), "{of}: {secret}\n{told}");
        }
    };
    for arguments in [
        &["results", "--round", "2026"][..],
        &["results", "--round", "2026", "--format", "csv"],
        &["results", "--round", "2026", "--format", "json"],
        &["show", "0001", "--round", "2026"],
        &["show", "0001", "--round", "2026", "--format", "json"],
        &["explain", "0001", "--round", "2026"],
        &["explain", "0002", "--round", "2026"],
        &["explain", "0003", "--round", "2026"],
        &["check", "--round", "2026"],
        &["log"],
        &["log", "--org", "0001", "--round", "2026"],
        &["round", "list"],
        &["round", "show", "2026"],
        &["verify"],
    ] {
        let ran = place.run(&[&["--as", "考评二组"], arguments].concat());
        tells(&ran.out, &arguments.join(" "));
        tells(&ran.err, &arguments.join(" "));
    }
    for kind in KINDS.into_iter().chain(["results"]) {
        let name = format!("{kind}.csv");
        let ran = place.run(&[
            "--as",
            "考评二组",
            "export",
            kind,
            "--round",
            "2026",
            "-o",
            &name,
        ]);
        tells(&std::fs::read_to_string(place.path(&name)).unwrap(), kind);
        tells(&ran.err, kind);
    }
    // A trial import shows what it would change, and not what stands there.
    let others = OTHERS.replace("53.5", "12.5");
    write(&place, "trial.csv", others);
    let trial = [
        "--as",
        "考评二组",
        "import",
        "scores",
        "trial.csv",
        "--round",
        "2026",
        "--dry-run",
    ];
    let ran = place.run(&trial);
    tells(&ran.out, "import --dry-run");
    tells(&ran.err, "import --dry-run");
    // Line by line: the composite is a question of its own there.
    let lines = "考评二组\n宝马\n=\n..\n";
    let ran = converse(&place, &["--plain", "--as", "考评二组"], lines);
    assert!(ran.out.contains("宝马村"), "{}", ran.out);
    tells(&ran.out, "--plain");
}
