//! Every screen in English: no Chinese but what comes out of the data; and the other way round.

use std::collections::HashSet;
use std::sync::OnceLock;

use pingxing::demo;
use pingxing::text::Language;

use crate::driver::{Driver, demonstration_of, office};
use crate::pictures::picture;

/// The city's demonstration in English, in the list of organisations.
fn in_organisations(width: u16, height: u16) -> Driver {
    let mut driver = Driver::new(office(), width, height);
    driver.model.session.language = Language::English;
    driver.press("<Enter><Enter>");
    driver
}

/// What a screen shows after keys that are pressed in the list of organisations.
fn show(name: &str, keys: &str) {
    let mut driver = in_organisations(80, 24);
    driver.press(keys);
    insta::assert_snapshot!(format!("english_{name}"), picture(&driver));
}

#[test]
fn rounds() {
    let mut driver = Driver::new(office(), 80, 24);
    driver.model.session.language = Language::English;
    driver.draw();
    insta::assert_snapshot!("english_rounds", picture(&driver));
}

#[test]
fn organisations() {
    show("organisations", "");
    show("help", "<F1>");
}

#[test]
fn scoring() {
    show("scoring", "<F3>kangle<Enter><Enter>");
}

#[test]
fn results() {
    show("breakdown", "<F3>zijing<Enter><F12>");
    show("ranking", "<F10>ranking<Enter>");
    show("findings", "<F10>findings<Enter>");
}

#[test]
fn grids() {
    show("crosswise", "<F10>one item<Enter>");
}

#[test]
fn mutual() {
    let (_folder, office) = demonstration_of("tianjin");
    let mut driver = Driver::new(office, 80, 24);
    driver.model.session.language = Language::English;
    driver.press("<Enter><Enter><F10>mutual<Enter>");
    assert_eq!(driver.top(), Some("mutual"), "{}", driver.text());
    insta::assert_snapshot!("english_mutual", picture(&driver));
    driver.press("<F4>");
    insta::assert_snapshot!("english_mutual_review", picture(&driver));
}

#[test]
fn ledger() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut driver = Driver::new(office, 80, 24);
    driver.model.session.language = Language::English;
    driver.press("<Enter><Enter><F10>ledger<Enter>");
    insta::assert_snapshot!("english_ledger", picture(&driver));
}

/// As many as the menu of screens has.
const SCREENS: usize = 15;

/// Runs of 汉字, as long as they are.
fn chinese(text: &str) -> impl Iterator<Item = &str> {
    let chinese = |letter: char| ('\u{3400}'..='\u{9fff}').contains(&letter);
    let runs = text.split(move |letter: char| !chinese(letter));
    runs.filter(|run| !run.is_empty())
}

/// Everything that a demonstration and its scheme say, and who acts.
fn data(scheme: &str) -> String {
    let round = demo::round(scheme, demo::SEED).expect("a demonstration");
    format!(
        "{} {} {:?} 考评二组 办公室 中文",
        round.name, round.scheme_text, round.cells
    )
}

/// What of a screen is Chinese and stands nowhere in the data.
fn strange(driver: &Driver, data: &str, seen: &mut HashSet<String>) -> Vec<String> {
    let text = driver.text();
    let mut found = Vec::new();
    for run in chinese(&text) {
        // A tally is drawn with the strokes of 正 in every language.
        if run.chars().all(|letter| "正止下丅一".contains(letter)) {
            continue;
        }
        if !data.contains(run) && seen.insert(run.to_owned()) {
            let line = text.lines().find(|line| line.contains(run));
            found.push(format!("{run}: {}", line.unwrap_or_default()));
        }
    }
    found
}

fn schemes() -> &'static [&'static str] {
    static IDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    IDS.get_or_init(|| {
        let shipped = pingxing::scheme::shipped();
        shipped.iter().map(|scheme| scheme.id).collect()
    })
}

/// Names of keys, of files and of the program, which are the same in every language.
const SAME: [&str; 34] = [
    "Enter",
    "Esc",
    "Tab",
    "Del",
    "Ins",
    "Insert",
    "Space",
    "Backspace",
    "PgUp",
    "PgDn",
    "Home",
    "End",
    "Up",
    "Down",
    "Left",
    "Right",
    "Shift",
    "Ctrl",
    "CSV",
    "XLSX",
    "UTF",
    "English",
    "pingxing",
    "csv",
    "xlsx",
    "import",
    "demo",
    "show",
    "tsv",
    "txt",
    "all",
    "SHA",
    "TSV",
    "no",
];

/// What of a screen is English and stands nowhere in the data.
fn foreign(driver: &Driver, data: &str, seen: &mut HashSet<String>) -> Vec<String> {
    let text = driver.text();
    let mut found = Vec::new();
    for line in text.lines() {
        let runs = line.split(|letter: char| !letter.is_ascii_alphabetic());
        for run in runs.filter(|run| run.len() > 1) {
            let known = SAME.contains(&run) || data.contains(run);
            if !known && seen.insert(run.to_owned()) {
                found.push(format!("{run}: {line}"));
            }
        }
    }
    found
}

#[test]
fn no_screen_and_no_list_of_commands_says_a_word_in_english() {
    walk(Language::Chinese, foreign);
}

#[test]
fn no_screen_and_no_list_of_commands_says_a_word_in_chinese() {
    walk(Language::English, strange);
}

/// What of a screen is in the other language and stands nowhere in the data.
type Strange = fn(&Driver, &str, &mut HashSet<String>) -> Vec<String>;

/// Goes to every screen of every scheme's demonstration and looks at it and at its lists.
fn walk(language: Language, strange: Strange) {
    let (mut wrong, mut screens) = (Vec::new(), HashSet::new());
    for scheme in schemes() {
        let (_folder, office) = demonstration_of(scheme);
        let (data, mut seen) = (data(scheme), HashSet::new());
        // The menu has a digit for the first ten, and the list goes on below.
        for position in 0..SCREENS {
            let office = std::sync::Arc::clone(&office);
            let mut driver = Driver::new(office, 80, 24);
            driver.model.session.language = language;
            driver.press("<Enter><Enter><C-g>");
            driver.press(&"<Down>".repeat(position));
            driver.press("<Enter>");
            screens.insert(driver.top());
            for keys in [
                "",
                "<F1>",
                "<Esc><F2>",
                "<Esc><F4>",
                "<Esc><F6>",
                "<Esc><Enter>",
                "<F2>",
            ] {
                driver.press(keys);
                let found = strange(&driver, &data, &mut seen);
                wrong.extend(
                    found
                        .into_iter()
                        .map(|found| format!("{scheme} {:?}{keys} {found}", driver.top())),
                );
            }
        }
    }
    assert!(screens.len() >= 12, "only {screens:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
