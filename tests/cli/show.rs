//! `show`: the breakdown for a pipe, in both languages.

use pingxing::text::moment;

use super::support::Place;
use super::{import, scored, write};

/// What is printed before the journal, with no time that differs from run to run.
fn shown(place: &Place, language: &str) -> String {
    let arguments = ["--lang", language, "show", "0001", "--round", "2026"];
    let text = place.done(&arguments);
    let (before, journal) = text.split_once("\n[9] ").expect("the journal comes last");
    assert!(journal.lines().count() > 3, "{journal}");
    // Each operation of the journal begins with its time; sentences write it in their own way.
    let times = journal.lines().filter_map(|line| line.get(..19));
    let language = language.parse().expect("a language");
    times.fold(before.to_owned(), |told, time| {
        told.replace(&moment(language, time), "TIME")
    })
}

#[test]
fn every_section_in_both_languages() {
    let place = scored();
    import(&place, "vetoes");
    for language in ["zh", "en"] {
        let text = shown(&place, language);
        assert!(!text.contains('\u{1b}'), "no colours in a pipe");
        insta::assert_snapshot!(format!("show_{language}"), text);
    }
}

#[test]
fn levels_that_were_imported_are_the_trend() {
    let place = scored();
    let rows = "单位,年度,等次\n0001,2024,四星\n0001,2025,五星\n0002,2025,四星\n";
    let levels = write(&place, "levels.csv", rows);
    let levels = levels.to_str().unwrap();
    place.done(&["import", "levels", levels, "--round", "2026"]);
    let text = shown(&place, "zh");
    let (_, trend) = text.split_once("[7] 历年").expect("a trend");
    let years: Vec<&str> = trend
        .lines()
        .filter_map(|line| line.split_once(" 年 ").map(|(year, _)| year))
        .collect();
    assert_eq!(years, ["2024", "2025", "2026"], "oldest first\n{trend}");
    for told in [
        "四星；导入的历年等次",
        "五星；升 1 级；导入的历年等次",
        "五星；第 1 名；等次不变；本轮",
    ] {
        assert!(trend.contains(told), "{told}\n{trend}");
    }
}
