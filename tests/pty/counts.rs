//! How many keys it takes, from the start of the program on: each key that is sent is counted.

use std::path::PathBuf;

use crate::beside::beside;
use crate::house::{FIRST, marks_in};
use crate::support::Place;
use crate::terminal::Terminal;
use crate::written::write;

/// Keys at most from the start of the program to the first digit, where somebody was before.
const TO_THE_FIRST_DIGIT: usize = 2;

/// A database with a round of three villages, whose sheet has twenty-five items of one rule.
fn twenty_five(rule: &str) -> (Place, PathBuf) {
    let place = Place::new();
    let item = |number: usize| {
        format!(
            "[[category.item]]\nid = \"A{number}\"\ntitle = \"第{number}项\"\npoints = 4\n{rule}\n"
        )
    };
    let head = std::fs::read_to_string(beside("tests/pty/scheme.toml")).expect("a scheme");
    let (before, after) = head.split_once("[[category.item]]").expect("items");
    let (_, levels) = after.split_once("[[level]]").expect("levels");
    let items: String = (1..=25).map(item).collect();
    let scheme = format!("{before}{items}\n[[level]]{levels}");
    let scheme = write(&place, "scheme.toml", scheme.as_bytes());
    let scheme = scheme.display().to_string();
    let file = |name: &str| beside(&format!("tests/pty/{name}"));
    place.done(&[
        "round",
        "new",
        "2026",
        "--scheme",
        &scheme,
        "--orgs",
        &file("orgs.csv"),
        "--year",
        "2026",
    ]);
    place.done(&["import", "raters", &file("raters.csv"), "--round", "2026"]);
    let database = place.path("round.db");
    (place, database)
}

/// A hand on the keys of the program, which counts them.
struct Hand {
    terminal: Terminal,
    keys: usize,
}

impl Hand {
    fn sits_down(place: &Place, database: &std::path::Path) -> Self {
        let terminal = Terminal::open_at(&place.path(""), database, FIRST, 80, 24);
        terminal.wait_for_frames(1);
        Self { terminal, keys: 0 }
    }

    /// Presses keys: `<Enter>`, and characters.
    fn press(&mut self, keys: &str) {
        let named = keys.matches('<').count();
        let plain = keys
            .replace("<Enter>", "")
            .replace("<C-q>", "")
            .replace("<F3>", "");
        let plain = plain.replace("<F4>", "");
        assert!(!plain.contains('<'), "{keys}: a key that is not counted");
        self.keys += named + plain.chars().count();
        self.terminal.press(keys);
    }

    fn leaves(mut self) {
        self.press("<C-q>");
        assert_eq!(self.terminal.ended().0.exit_code(), 0);
    }
}

/// Somebody has been at the sheet of the second village before.
fn been_there(place: &Place, database: &std::path::Path) {
    let mut hand = Hand::sits_down(place, database);
    hand.press("<Enter><Enter><F3>hgz<Enter><Enter>");
    hand.terminal.wait("红果子社区 ·");
    hand.terminal.wait("▸ A1");
    hand.leaves();
}

/// A whole sheet, from the start of the program to its summary; the keys that it took, and those
/// of them before the first digit.
fn a_sheet(rule: &str, keys: &str) -> (usize, usize) {
    let (place, database) = twenty_five(rule);
    been_there(&place, &database);
    let mut hand = Hand::sits_down(&place, &database);
    hand.press("<Enter><Enter>");
    let opening = hand.keys;
    hand.press(keys);
    let screen = hand.terminal.wait_for("a whole sheet, stored", |screen| {
        screen.contains("本表汇总") && screen.contains("已评 25/25 项") && screen.contains("已保存")
    });
    assert!(screen.contains("红果子社区"), "{screen}");
    let all = hand.keys;
    hand.leaves();
    assert_eq!(marks_in(&place, &database).len(), 25);
    (all, opening)
}

#[test]
fn a_sheet_of_direct_marks_takes_fifty_keys_and_the_two_that_open_it() {
    let keys = "*".repeat(16) + &"3<Enter>".repeat(9);
    let (all, opening) = a_sheet("", &keys);
    assert!(opening <= TO_THE_FIRST_DIGIT, "{opening}");
    assert!(all - opening <= 50, "{all}");
}

#[test]
fn a_sheet_of_options_takes_a_key_an_item() {
    let rule = "options = [ { id = \"x\", title = \"好\", points = 4 }, \
                { id = \"y\", title = \"差\", points = 0 } ]";
    let (all, opening) = a_sheet(
        rule,
        &"12".repeat(12).chars().chain(['1']).collect::<String>(),
    );
    assert!(opening <= TO_THE_FIRST_DIGIT, "{opening}");
    assert_eq!(all - opening, 25);
}

#[test]
fn a_sheet_of_deductions_takes_thirty_six_keys_at_most() {
    let rule = "deductions = [ { id = \"a\", title = \"少开一次\", each = 1 }, \
                { id = \"b\", title = \"记录不全\", each = 0.5 } ]";
    let keys = "*".repeat(16) + &"2<Enter>".repeat(9);
    let (all, opening) = a_sheet(rule, &keys);
    assert!(opening <= TO_THE_FIRST_DIGIT, "{opening}");
    assert!(all - opening <= 36, "{all}");
}

#[test]
fn reopening_lands_on_organisation_item_and_filter_two_keys_from_the_first_digit() {
    let (place, database) = twenty_five("");
    let mut hand = Hand::sits_down(&place, &database);
    hand.press("<Enter><Enter>");
    // Another filter than the first, told by its name once it is on.
    hand.terminal.wait("由我评的");
    hand.press("<F4>");
    hand.terminal.wait("筛选");
    hand.press("3");
    let filter = hand
        .terminal
        .wait_for("a filter", |screen| screen.contains("未评完"));
    assert!(filter.contains("红果子社区"), "{filter}");
    hand.press("<F3>hgz<Enter><Enter>");
    hand.terminal.wait("红果子社区 ·");
    hand.press("4<Enter>3.5<Enter>");
    hand.terminal.wait_for("stored", |screen| {
        screen.contains("已评 2/25") && screen.contains("已保存")
    });
    hand.leaves();

    let mut hand = Hand::sits_down(&place, &database);
    hand.press("<Enter><Enter>");
    assert!(hand.keys <= TO_THE_FIRST_DIGIT);
    hand.press("2");
    hand.terminal
        .wait_for("a draft on the item that was next", |screen| {
            screen.contains("红果子社区 ·") && screen.contains("▸ A3") && screen.contains("未存")
        });
    hand.press("<Enter>");
    hand.terminal.wait_for("stored", |screen| {
        screen.contains("已评 3/25") && screen.contains("已保存")
    });
    hand.terminal.press("<Esc>");
    hand.terminal.wait("未评完");
}
