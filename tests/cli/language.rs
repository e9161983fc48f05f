//! What the commands print, in Chinese and in English: no word of the other language but what
//! comes out of the data, and what has one name in every language.

use super::support::Place;
use super::{file, import, scored, write};

/// Names of the program, of its commands, options and kinds of file, and of codes in a shell.
const SAME: [&str; 41] = [
    "pingxing",
    "zh",
    "en",
    "terminal",
    "round",
    "list",
    "show",
    "new",
    "scheme",
    "check",
    "import",
    "export",
    "results",
    "explain",
    "log",
    "verify",
    "demo",
    "doctor",
    "config",
    "man",
    "backup",
    "completions",
    "utf",
    "chmod",
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
    "table",
    "csv",
    "json",
    "xlsx",
    "text",
    "ascii",
    "auto",
];

/// A scheme with several faults, the text of which is quoted beside them.
const FAULTY: &str = "format = 1\n[scheme]\nid = \"十星\"\ntitle = \"试\"\nversion = \"1\"\n\
    marks = \"一百\"\nroundng = \"printed\"\n[[level]]\nid = \"a\"\ntitle = \"好\"\n\
    [[level]]\nid = \"a\"\ntitle = \"差\"\nmin = 60\n";

/// Everything that the files of the test say.
fn data(place: &Place) -> String {
    let names = ["scheme.toml", "orgs.csv", "scores.csv", "ballots.csv"];
    let files = names.map(|name| std::fs::read_to_string(file(name)).unwrap());
    let shipped = pingxing::scheme::shipped();
    let texts: String = shipped.iter().map(|scheme| scheme.text).collect();
    let folder = place.path("").display().to_string();
    files.concat()
        + &texts
        + FAULTY
        + &folder
        + "录入员 石门 没有这个 安监〔2026〕3号 已存 漏报 document"
}

/// Every command once, and what goes wrong with it.
fn commands() -> Vec<Vec<String>> {
    let luowang = "scheme show luowang";
    let lines = [
        "results --round 2026",
        "show 0001 --round 2026",
        "explain 0001 --round 2026",
        "explain 0002 --round 2026",
        "check --round 2026",
        "check --round 2026 --all",
        "log",
        "log --org 0001",
        "round list",
        "round show 2026",
        "verify",
        "verify --head 0123456789abcdef",
        "doctor",
        "config",
        "scheme list",
        luowang,
        "scheme show shizuishan",
        "scheme show lanshan",
        "scheme check faulty.toml",
        "import scores scores.csv --round 2026 --dry-run",
        "import scores wrong.csv --round 2026",
        "import scores late.csv --round 2026",
        "import vetoes undecided.csv --round 2026",
        "import scores nowhere.csv --round 2026",
        "export scores --round 2026 -o out.txt",
        "backup scheme.toml",
        "show 没有这个 --round 2026",
        "show 0001 --round 没有这个",
        "results --round 2026 --track 没有这个",
        "round new 2026 --scheme 没有这个 --orgs orgs.csv",
        "log --since 没有这个",
        "results --round 2026 --format 没有这个",
        "没有这个",
        "import 没有这个 a.csv --round 2026",
        "show",
        "results --round 2026 --from 2026-01-01",
    ];
    let split = |line: &str| line.split(' ').map(str::to_owned).collect();
    lines.into_iter().map(split).collect()
}

fn prepared() -> Place {
    let place = scored();
    let vetoes = "org,veto,state,document,date,note\n\
        0001,V1,decided,安监〔2026〕3号,2026-09-03,已存\n0002,V1,lifted,,,漏报\n";
    write(&place, "vetoes.csv", vetoes);
    place.done(&["import", "vetoes", "vetoes.csv", "--round", "2026"]);
    write(&place, "faulty.toml", FAULTY);
    write(&place, "undecided.csv", "org,veto,state\n0003,V1,decided\n");
    let scores = std::fs::read_to_string(file("scores.csv")).unwrap();
    write(&place, "scores.csv", &scores);
    let (head, rows) = scores.split_once('\n').unwrap();
    // No such party, and an entry above what is allowed.
    let wrong = format!(
        "{head}\n{}",
        rows.replace("宝马村", "没有这个").replace(",50", ",5000")
    );
    write(&place, "wrong.csv", &wrong);
    // Another mark on a sheet that is submitted.
    write(
        &place,
        "late.csv",
        scores.replace(",56", ",55").replace(",57", ",55"),
    );
    place
}

/// A line without what has one form in every language: codes in brackets, hashes, options,
/// names of keys and files.
fn words(line: &str) -> impl Iterator<Item = &str> {
    // `错误[missing-key]`: the code of a fault.
    let line = match line.split_once("]: ") {
        Some((code, told)) if code.contains('[') => told,
        _ => line,
    };
    let tokens = line.split(|letter: char| {
        letter.is_whitespace() || "，。：；、（）“”「」()[]\"'`|·=,;".contains(letter)
    });
    tokens.filter(|token| {
        let hash = token.len() >= 12 && token.chars().all(|letter| letter.is_ascii_hexdigit());
        !hash && !token.starts_with("--") && !token.contains(['_', '/', '.', '#'])
    })
}

fn english(line: &str, data: &str) -> Vec<String> {
    let runs = words(line).flat_map(|token| token.split(|one: char| !one.is_ascii_alphabetic()));
    let lower = |run: &&str| run.len() > 1 && run.chars().any(|one| one.is_ascii_lowercase());
    let strange = runs
        .filter(lower)
        .filter(|run| !SAME.contains(run) && !data.contains(run));
    strange.map(|run| format!("{run}: {line}")).collect()
}

fn chinese(line: &str, data: &str) -> Vec<String> {
    let runs = line.split(|letter: char| !('\u{3400}'..='\u{9fff}').contains(&letter));
    let strange = runs.filter(|run| !run.is_empty() && !data.contains(run));
    strange.map(|run| format!("{run}: {line}")).collect()
}

/// What of all commands' output `strange` finds.
fn walk(language: &str, strange: fn(&str, &str) -> Vec<String>) -> Vec<String> {
    let place = prepared();
    let data = data(&place);
    let mut found = Vec::new();
    for mut command in commands() {
        command.extend(["--lang".to_owned(), language.to_owned()]);
        let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        let ran = place.run(&arguments);
        let told = ran.out + &ran.err;
        assert!(!told.trim().is_empty(), "{command:?} says nothing");
        for line in told.lines() {
            let own = strange(line, &data).into_iter();
            found.extend(own.map(|one| format!("{}: {one}", command.join(" "))));
        }
    }
    found.dedup();
    found
}

#[test]
fn no_command_says_a_word_of_english_in_chinese() {
    let found = walk("zh", english);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_command_says_a_word_of_chinese_in_english() {
    let found = walk("en", chinese);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_refusal_names_the_party_and_the_item_by_their_titles() {
    let place = prepared();
    let ran = place.run(&["import", "scores", "late.csv", "--round", "2026"]);
    assert_eq!(ran.status, 1);
    let told = ran.err;
    assert!(
        told.contains("自评“支部书记”") && !told.contains("self"),
        "{told}"
    );
    import(&place, "scores");
}
