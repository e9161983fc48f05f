//! The systems by their screens, by the real office: an untouched sheet is filled and submitted
//! from the keyboard, and its organisation stands in the ranking with a level.

use pingxing::office::{Door, ListRow, Question, Reply, ResultRow};
use pingxing::round::SheetState;

use crate::driver::{Driver, Seated, in_chair};
use crate::go::go;

/// No sheet has so many items that it takes more keys.
const MOST: usize = 200;

fn rows(door: &dyn Door, round: &str) -> Vec<ListRow> {
    let question = Question::List {
        round: round.to_owned(),
    };
    match door.ask(question) {
        Ok(Reply::List(rows)) => rows,
        other => unreachable!("{other:?}"),
    }
}

fn result(door: &dyn Door, round: &str, organisation: &str) -> ResultRow {
    let question = Question::Results {
        round: round.to_owned(),
    };
    let Ok(Reply::Results(results)) = door.ask(question) else {
        unreachable!("results of a round");
    };
    let mut rows = results.rows.into_iter();
    rows.find(|row| row.organisation == organisation)
        .expect("an organisation of the round")
}

/// An organisation whose outcome waits for this sheet alone, which is not begun.
fn waiting(seated: &Seated, round: &str, party: &str, rater: &str) -> ListRow {
    let door = seated.office.as_ref();
    let mut rows = rows(door, round).into_iter();
    let is_it = |row: &ListRow| {
        let sheets = || row.sheets.iter();
        let own = sheets().find(|sheet| sheet.party == party && sheet.rater == rater);
        let untouched = own.is_none_or(|sheet| !sheet.is_begun() && !sheet.recused);
        let others_are_in = sheets()
            .filter(|sheet| sheet.rater != rater && !sheet.recused)
            .all(|sheet| sheet.state == SheetState::Submitted);
        let vetoes = row.decided.is_empty() && row.proposed.is_empty();
        row.track.is_some() && untouched && others_are_in && vetoes
    };
    rows.find(is_it).expect("a sheet to fill")
}

fn find(driver: &mut Driver, organisation: &str) {
    driver.press(&format!("<F3>{organisation}<Enter>"));
}

/// How many items of the sheet have a mark, of how many.
fn counts(driver: &Driver) -> (usize, usize) {
    let text = driver.text();
    let header = text.lines().next().unwrap_or_default();
    let counts = header.split_whitespace().find_map(|word| {
        let (done, of) = word.split_once('/')?;
        Some((done.parse().ok()?, of.parse().ok()?))
    });
    counts.expect(&text)
}

/// Full marks for every item; where a value is measured, one that is beyond every target.
fn fill(driver: &mut Driver) {
    for _ in 0..MOST {
        let before = counts(driver);
        if before.0 == before.1 {
            return;
        }
        driver.press("*");
        if counts(driver) == before {
            driver.press("100<Enter>");
        }
    }
    unreachable!("never done: {}", driver.text());
}

/// From an untouched sheet to a place in the ranking, in one chair.
fn from_sheet_to_ranking(scheme: &str, round: &str, party: &str, rater: &str) {
    let mut seated = in_chair(scheme, party, rater, (80, 24));
    let row = waiting(&seated, round, party, rater);
    let before = result(seated.office.as_ref(), round, &row.organisation);
    let driver = &mut seated.driver;
    find(driver, &row.organisation);
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
    // A long name loses its middle to the party and the count.
    let head: String = row.name.chars().take(3).collect();
    driver.says(&head);
    assert_eq!(counts(driver).0, 0, "{}", driver.text());
    fill(driver);
    driver.press("<F9><Enter>");
    let listed = rows(seated.office.as_ref(), round);
    let listed = listed
        .iter()
        .filter(|one| one.organisation == row.organisation);
    let mut sheets = listed.flat_map(|one| &one.sheets);
    let sheet = sheets.find(|sheet| sheet.party == party && sheet.rater == rater);
    let state = sheet.map(|sheet| sheet.state);
    assert_eq!(state, Some(SheetState::Submitted), "{}", driver.text());
    go(driver, "排名定级");
    find(driver, &row.organisation);
    let text = driver.text();
    let hand = text.lines().find(|line| line.contains('▸'));
    let hand = hand.expect(&text).to_owned();
    let now = result(seated.office.as_ref(), round, &row.organisation);
    let composite = now.figures.composite.expect("a composite").to_string();
    assert_ne!(before.figures.composite, now.figures.composite, "{scheme}");
    assert!(now.standing.rank.is_some(), "{scheme}: it is ranked");
    assert!(now.standing.level.is_some(), "{scheme}: it has a level");
    assert!(hand.contains(&row.name), "{hand}\n{text}");
    assert!(hand.contains(&composite), "{composite}\n{text}");
}

#[test]
fn shizuishan_by_its_screens() {
    from_sheet_to_ranking("shizuishan", "2026年度", "superior", "考评一组");
}

#[test]
fn karamay_by_its_screens() {
    from_sheet_to_ranking("karamay", "2026十星创评", "city", "市复核一组");
}

#[test]
fn luowang_by_its_screens() {
    from_sheet_to_ranking("luowang", "2026分类定级", "superior", "考评一组");
}

#[test]
fn yangquan_by_its_screens() {
    from_sheet_to_ranking("yangquan", "2026晋级验收", "check", "考评一组");
}

#[test]
fn tianjin_by_its_screens() {
    from_sheet_to_ranking("tianjin", "2026村社评星", "superior", "考评一组");
}
