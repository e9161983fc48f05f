//! Keeps the house as its plan says: which way is down, who knows what, where words stand.

#![expect(clippy::unwrap_used, reason = "what prepares a test may fail it too")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, bottom to top, as the page of `lib.rs` lists them.
fn rooms() -> Vec<String> {
    let page = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules = page
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "));
    modules
        .map(|line| line.trim_end_matches(';').to_owned())
        .collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A source file, its room, and its text without comments and without its tests.
struct Source {
    path: PathBuf,
    room: String,
    code: String,
}

/// Every source file that lies in a room.
fn sources() -> Vec<Source> {
    let base = root().join("src");
    let mut all = Vec::new();
    collect(&base, &mut all);
    let source = |path: PathBuf| {
        let inner = path.strip_prefix(&base).unwrap();
        let room = inner
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_str()
            .unwrap()
            .to_owned();
        let code = without_tests(&without_comments(&fs::read_to_string(&path).unwrap()));
        Source { path, room, code }
    };
    all.into_iter()
        .map(source)
        .filter(|source| !source.room.ends_with(".rs"))
        .collect()
}

fn collect(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, all);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !is_test(&path) {
            all.push(path);
        }
    }
    all.sort();
}

/// Files that hold tests alone.
fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests")
        || path
            .file_stem()
            .is_some_and(|stem| stem.to_str().is_some_and(|s| s.ends_with("tests")))
}

fn without_comments(text: &str) -> String {
    let kept = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    kept.collect::<Vec<_>>().join("\n")
}

/// Tests may look at anything; they stand at the end of a file.
fn without_tests(text: &str) -> String {
    text.split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The rooms that a text names by `crate::room`, also within braces (`crate::{a, b::C}`).
fn named(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            None => found.extend(first_word(rest)),
            Some(group) => found.extend(heads(group)),
        }
    }
    found
}

fn first_word(text: &str) -> Option<String> {
    let end = text.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
    let word = &text[..end.unwrap_or(text.len())];
    (!word.is_empty()).then(|| word.to_owned())
}

/// The first words of each part of a group, up to the brace that closes it.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut at_head, mut words) = (1, true, Vec::new());
    for (position, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => at_head = true,
            _ if at_head && letter.is_ascii_alphabetic() => {
                words.extend(first_word(&group[position..]));
                at_head = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    words
}

#[test]
fn arrows_run_one_way() {
    let rooms = rooms();
    assert!(
        rooms.len() > 10,
        "the list of rooms was not found: {rooms:?}"
    );
    let floor = |room: &str| rooms.iter().position(|other| other == room);
    let mut wrong = Vec::new();
    for source in sources() {
        let own = floor(&source.room).expect("every folder is a room of lib.rs");
        for other in named(&source.code) {
            let Some(of_other) = floor(&other) else {
                continue;
            };
            let strangers = source.room == "tui" && other == "cli";
            if of_other > own || strangers {
                wrong.push(format!("{} uses {other}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Fails where a word stands in the code of rooms that must not know it.
fn only(words: &[&str], allowed: impl Fn(&str) -> bool) {
    let mut wrong = Vec::new();
    for source in sources() {
        for word in words.iter().filter(|word| source.code.contains(**word)) {
            if !allowed(&source.room) {
                wrong.push(format!("{} knows {word}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_store_knows_sqlite() {
    only(&["rusqlite", "PRAGMA ", "SELECT "], |room| room == "store");
}

#[test]
fn only_the_screens_know_the_terminal() {
    only(&["ratatui", "crossterm"], |room| {
        room == "term" || room == "tui"
    });
}

#[test]
fn no_binary_fraction_stands_in_the_pure_rooms() {
    only(&["f64", "f32"], |room| {
        !["number", "scheme", "scoring", "round"].contains(&room)
    });
}

#[test]
fn the_pure_rooms_know_no_clock_file_thread_or_screen() {
    let pure = ["number", "diagnose", "scheme", "scoring", "round"];
    // A calendar (`chrono::NaiveDate`) is no clock.
    let words = [
        "std::fs",
        "std::thread",
        "std::time",
        "std::io",
        "std::env",
        "Utc::now",
        "Local::now",
    ];
    only(&words, |room| !pure.contains(&room));
}

/// Declarations like `zh: "…", en: "…"` of the macro `texts`, both sentences of each.
fn sentences(code: &str) -> Vec<(String, String)> {
    let literal = |text: &str, language: &str| -> Option<String> {
        let (_, rest) = text.split_once(&format!("{language}: \""))?;
        let mut escaped = false;
        let end = rest.find(|letter| {
            let closes = letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped;
            closes
        })?;
        Some(rest[..end].to_owned())
    };
    let mut found = Vec::new();
    let heads: Vec<usize> = code.match_indices("zh: \"").map(|(at, _)| at).collect();
    for (position, at) in heads.iter().enumerate() {
        let end = heads.get(position + 1).copied().unwrap_or(code.len());
        let one = &code[*at..end];
        if let (Some(chinese), Some(english)) = (literal(one, "zh"), literal(one, "en")) {
            found.push((chinese, english));
        }
    }
    found
}

/// What stands in the braces of a sentence, each once.
fn holes(sentence: &str) -> BTreeSet<&str> {
    let holes = sentence.split('{').skip(1);
    holes
        .filter_map(|rest| rest.split_once('}'))
        .map(|(hole, _)| hole)
        .collect()
}

/// The English words that follow a number, as `texts!` has them: `word: number => "one" / "many"`.
fn counted_words(code: &str) -> Vec<String> {
    let declared = code.split(" => \"").filter_map(|before| {
        let (rest, _number) = before.rsplit_once(": ")?;
        Some(rest.rsplit([' ', ',']).next()?.to_owned())
    });
    declared.collect()
}

#[test]
fn both_languages_say_the_same_facts() {
    let chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let (mut count, mut wrong) = (0, Vec::new());
    for source in sources().iter().filter(|source| source.room == "text") {
        let words = counted_words(&source.code);
        for (zh, en) in sentences(&source.code) {
            count += 1;
            let (facts, mut told) = (holes(&zh), holes(&en));
            told.retain(|hole| facts.contains(hole) || !words.iter().any(|word| word == hole));
            if facts != told {
                wrong.push(format!("{}: {zh} / {en}", source.path.display()));
            }
            // The choice of the language stands in both, for who reads only one.
            if en.chars().any(chinese) && en != "中文 / English" {
                wrong.push(format!("{}: Chinese in {en}", source.path.display()));
            }
        }
    }
    assert!(count > 500, "only {count} sentences were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Words for people: 汉字 within quotation marks.
fn chinese_literals(code: &str) -> Vec<String> {
    let chinese = |text: &str| {
        text.chars()
            .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
    };
    code.split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| chinese(text))
        .map(str::to_owned)
        .collect()
}

#[test]
fn words_for_people_stand_in_text_alone() {
    // Files name their columns and words in Chinese too: `exchange` reads them, `scoring` the
    // words of entries, `scheme` keeps those free, and `find` reads characters. `demo` makes names.
    let may = ["text", "exchange", "scoring", "scheme", "find", "demo"];
    let mut wrong = Vec::new();
    for source in sources()
        .into_iter()
        .filter(|source| !may.contains(&source.room.as_str()))
    {
        // The terminal is asked how wide it draws this one; nobody reads it.
        let probe = |literal: &String| source.room == "term" && literal == "中";
        for literal in chinese_literals(&source.code) {
            if probe(&literal) {
                continue;
            }
            wrong.push(format!("{}: {literal:?}", source.path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_plan_lists_every_room() {
    let page = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let plan: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("//!  │ "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(plan, rooms(), "in the order of the modules");
    for room in plan {
        let there = |name: String| root().join("src").join(name).exists();
        assert!(
            there(format!("{room}/mod.rs")) || there(format!("{room}.rs")),
            "{room}"
        );
    }
}

#[test]
fn groups_of_imports_are_taken_apart() {
    let code =
        "use crate::{number::{Decimal, Exact}, text, office::Door};\nlet a = crate::store::x();";
    let found: Vec<_> = named(code).into_iter().collect();
    assert_eq!(found, ["number", "office", "store", "text"]);
}

#[path = "../tools/tables.rs"]
mod tables;

#[test]
fn the_key_tables_of_the_readme_are_those_of_the_list_of_commands() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).unwrap();
    let renewed = tables::renewed(&readme).unwrap();
    assert!(
        readme == renewed,
        "stale: run `cargo run --example key_tables`"
    );
}

#[test]
fn every_list_of_commands_is_in_the_catalogue() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tui");
    let mut declared = 0;
    let mut folders = vec![src];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(path).unwrap();
                declared += text.matches("const COMMANDS: &[Command] = ").count();
            }
        }
    }
    // One list more: the commands of every screen.
    assert_eq!(pingxing::tui::LISTS.len(), declared + 1);
}

#[test]
fn every_dependency_is_used() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let mut files = Vec::new();
    collect(&root().join("src"), &mut files);
    let code: String = files
        .iter()
        .map(|path| without_tests(&without_comments(&fs::read_to_string(path).unwrap())))
        .collect();
    // A name that another one ends with is not that other one.
    let is_named = |name: &str| {
        let wanted = format!("{name}::");
        code.match_indices(&wanted).any(|(at, _)| {
            let before = code[..at].chars().next_back();
            before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
        })
    };
    let names = manifest["dependencies"].as_table().unwrap().keys();
    let unused: Vec<&String> = names
        .filter(|name| !is_named(&name.replace('-', "_")))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}
