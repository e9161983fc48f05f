//! The six systems in a terminal: each demonstration is opened, one thing is entered, and the
//! ranking on the screen has the figures that the command prints of the same database.

use crate::support::Place;
use crate::terminal::{Terminal, program};

/// How many organisations in sight are compared at least.
const COMPARED: usize = 3;

/// A demonstration in a terminal, on a database that is kept.
fn demonstration(place: &Place, scheme: &str, actor: &str) -> Terminal {
    let kept = place.path("round.db").display().to_string();
    let arguments = ["demo", "--scheme", scheme, "--keep", &kept];
    let arguments = [&arguments[..], &["--lang", "zh", "--as", actor]].concat();
    Terminal::start(program(&place.path(""), &arguments), 120, 36)
}

/// The composites that the command prints, with the names of their organisations.
fn printed(place: &Place, round: &str) -> Vec<(String, String)> {
    let told = place.done(&["results", "--round", round, "--format", "csv"]);
    let mut lines = csv::Reader::from_reader(told.trim_start_matches('\u{feff}').as_bytes());
    let headings = lines.headers().expect("headings").clone();
    let column = |name| headings.iter().position(|heading| heading == name);
    let (name, composite) = column("名称").zip(column("综合")).expect("columns");
    let records = lines.records().map(|record| record.expect("a record"));
    records
        .map(|record| (record[name].to_owned(), record[composite].to_owned()))
        .filter(|(_, composite)| !composite.is_empty())
        .collect()
}

/// Ranked rows of the screen that show what the command prints.
fn agreeing(screen: &str, printed: &[(String, String)]) -> usize {
    let rows = screen.lines().filter(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let said = |(name, composite): &(String, String)| {
            words.contains(&name.as_str()) && words.contains(&composite.as_str())
        };
        printed.iter().any(said)
    });
    rows.count()
}

/// The ranking on the screen says what the command prints.
fn ranking_agrees(terminal: &Terminal, place: &Place, round: &str) {
    terminal.press(":pmdj<Enter>");
    terminal.wait("· 排名定级");
    let printed = printed(place, round);
    terminal.wait_for("figures of the ranking", |screen| {
        agreeing(screen, &printed) >= COMPARED
    });
}

/// How many items of the open sheet have a mark, of how many.
fn counts(screen: &str) -> Option<(usize, usize)> {
    let header = screen.lines().next()?;
    let (before, _) = header.split_once(" 项")?;
    let (done, of) = before.split_whitespace().last()?.split_once('/')?;
    Some((done.parse().ok()?, of.parse().ok()?))
}

/// In the first chair that is offered: a full mark on the first open item of the first sheet that
/// is not finished, and the ranking.
fn by_a_sheet(scheme: &str, round: &str, rater: &str) {
    let place = Place::new();
    let terminal = demonstration(&place, scheme, rater);
    terminal.wait("以谁的名义评");
    terminal.press("<Enter>");
    // The own share first, where the party has a list of raters; else all.
    terminal.wait_for("the list", |screen| {
        screen.contains("由我评的") || screen.contains("┌ 单位")
    });
    terminal.press("<Enter>");
    let sheet = terminal.wait_for("a sheet", |screen| counts(screen).is_some());
    if counts(&sheet).is_some_and(|(done, of)| done == of) {
        terminal.press("<Enter>");
    }
    let open = |screen: &str| counts(screen).filter(|(done, of)| done < of);
    let sheet = terminal.wait_for("an open sheet", |screen| open(screen).is_some());
    let before = open(&sheet).map(|(done, _)| done);
    terminal.press("*");
    terminal.wait_for("one mark more, stored", |screen| {
        counts(screen).map(|(done, _)| done) == before.map(|done| done + 1)
            && screen.contains("已保存")
    });
    ranking_agrees(&terminal, &place, round);
}

#[test]
fn shizuishan_from_a_key_to_the_ranking() {
    by_a_sheet("shizuishan", "2026年度", "考评一组");
}

#[test]
fn karamay_from_a_key_to_the_ranking() {
    by_a_sheet("karamay", "2026十星创评", "市复核一组");
}

#[test]
fn tianjin_from_a_key_to_the_ranking() {
    by_a_sheet("tianjin", "2026村社评星", "考评一组");
}

#[test]
fn luowang_from_a_key_to_the_ranking() {
    by_a_sheet("luowang", "2026分类定级", "考评一组");
}

#[test]
fn yangquan_from_a_key_to_the_ranking() {
    by_a_sheet("yangquan", "2026晋级验收", "考评一组");
}

#[test]
fn lanshan_from_an_event_to_the_ranking() {
    let round = "2026动态积分";
    let place = Place::new();
    let terminal = demonstration(&place, "lanshan", "机关党委");
    // Nobody fills sheets: nobody is asked in whose name.
    terminal.wait("┌ 单位");
    terminal.press(":jftz<Enter>");
    terminal.wait("┌ 积分事项");
    terminal.press("+b1<Enter>");
    terminal.wait("依据文号");
    terminal.press("<Tab><Tab><Tab>05-20<Tab>2<Tab>验收〔2026〕1号<Enter>");
    terminal.wait_for("the event, stored", |screen| {
        screen.contains("验收〔2026〕1号") && screen.contains("已保存")
    });
    ranking_agrees(&terminal, &place, round);
}
