//! Many faults in one file, a fault of syntax among them: every one is told in one go.

use pingxing::diagnose::Source;
use pingxing::scheme::{self, Fault};
use pingxing::text::Language;
use pingxing::text::diagnose::report;

use crate::told;

const TEN: &str = include_str!("ten.toml");

fn faults() -> Vec<Fault> {
    scheme::parse(TEN).unwrap_err()
}

#[test]
fn every_fault_is_told_with_line_and_column() {
    assert_eq!(
        told(TEN, &faults()),
        [
            "3:1 sum-of-points scheme",
            "4:6 malformed-id scheme.id",
            "12:27 unknown-reference grading.ties[1]",
            "18:1 unknown-key party[0].weigth",
            "24:10 wrong-type party[1].weight",
            "34:12 syntax ",
            "40:8 step-does-not-divide category[0].item[1].step",
            "47:6 duplicate-id category[1].item[0].id",
            "50:47 bands-not-rising category[1].item[0].bands[1].from",
            "62:1 min-on-last level[1].min",
            "64:1 no-effect veto[0]",
        ]
    );
}

#[test]
fn the_report_in_chinese() {
    let source = Source {
        name: "红星乡.toml",
        text: TEN,
    };
    insta::assert_snapshot!(report(&source, &faults(), Language::Chinese, false));
}

#[test]
fn the_report_in_english() {
    let source = Source {
        name: "red-star.toml",
        text: TEN,
    };
    insta::assert_snapshot!(report(&source, &faults(), Language::English, false));
}

#[test]
fn colour_is_there_only_where_it_is_wanted() {
    let source = Source {
        name: "a.toml",
        text: TEN,
    };
    assert!(report(&source, &faults(), Language::Chinese, true).contains("\u{1b}["));
    assert!(!report(&source, &faults(), Language::Chinese, false).contains('\u{1b}'));
}

#[test]
fn a_fault_of_the_whole_file_and_one_behind_tabs_and_carriage_returns() {
    let text = "\r\n[scheme]\r\nid = \"a\"\r\n\ttitle\t=\t\"　\"\t# 名称\r\nversion = \"1\"\r\n";
    let source = Source {
        name: "窗口.toml",
        text,
    };
    let faults = scheme::parse(text).unwrap_err();
    let some: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.place.span.is_empty() || fault.place.path == "scheme.title")
        .collect();
    insta::assert_snapshot!(report(&source, &some, Language::Chinese, false));
}
