//! What is whose to rate: the list of raters, sheets that came back, and recusals, as their rater
//! sees them.

use pingxing::demo;
use pingxing::office::{Door, ListRow, Question, Reply, SheetSummary};
use pingxing::round::{Command, Operation, SheetState, Via, What, Write};

use crate::driver::{Driver, demonstration_of, with_the_demonstration};
use crate::go::go;

const RATER: &str = "考评二组";
const PARTY: &str = "superior";

fn rows(door: &dyn Door) -> (String, Vec<ListRow>) {
    let Ok(Reply::Rounds(rounds)) = door.ask(Question::Rounds) else {
        unreachable!("no rounds");
    };
    let round = rounds.first().expect("a round").round.clone();
    let question = Question::List {
        round: round.clone(),
    };
    match door.ask(question) {
        Ok(Reply::List(rows)) => (round, rows),
        other => unreachable!("{other:?}"),
    }
}

fn own(row: &ListRow) -> Option<&SheetSummary> {
    let mut sheets = row.sheets.iter();
    sheets.find(|sheet| sheet.party == PARTY && sheet.rater == RATER)
}

fn find_own(driver: &Driver, wanted: impl Fn(&SheetSummary) -> bool) -> ListRow {
    let (_, rows) = rows(driver.door().as_ref());
    let found = rows.into_iter().find(|row| own(row).is_some_and(&wanted));
    found.expect("such a sheet")
}

fn apply(driver: &Driver, command: Command, reason: Option<&str>) {
    let (round, _) = rows(driver.door().as_ref());
    let operation = Operation {
        id: format!("{command:?}"),
        actor: "组织部".to_owned(),
        via: Via::Screen,
        round,
        reason: reason.map(str::to_owned),
        command,
    };
    driver.door().apply(operation).expect("stored");
}

fn land_on(driver: &mut Driver, row: &ListRow) {
    driver.press("<F3>");
    driver.press(&row.organisation);
    driver.press("<Enter>");
}

#[test]
fn where_work_is_shared_out_a_rater_begins_with_the_own_share() {
    let (_folder, office) = demonstration_of(demo::CITY);
    let mut driver = Driver::new(office, 80, 24);
    driver.lists_all = false;
    driver.press("<Enter><Enter>");
    driver.says("筛选：由我评的（按分工；F4 看全部）");
    let (_, all) = rows(driver.door().as_ref());
    let mine = all
        .iter()
        .filter(|row| own(row).is_some_and(|sheet| sheet.due));
    let first = mine
        .filter(|row| own(row).is_some_and(|sheet| sheet.state != SheetState::Submitted))
        .map(|row| row.name.as_str())
        .next();
    assert_eq!(Some(driver.named_under_hand().as_str()), first);
    // Another's organisation is found by name, and opens to be looked at.
    let others = all
        .iter()
        .find(|row| row.track.is_some() && own(row).is_none());
    land_on(&mut driver, others.expect("another's"));
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("scoring"));
    driver.says("不在考评二组的应评名单上");
    // It is looked at, and takes no mark.
    driver.press("*");
    driver.says("不在此单位的应评名单上，不能评");
}

#[test]
fn a_returned_sheet_is_seen_counted_found_and_named() {
    let (_folder, mut driver) = with_the_demonstration();
    let row = find_own(&driver, |sheet| {
        sheet.due && sheet.state == SheetState::Submitted
    });
    let command = Command::Return {
        organisation: row.organisation.clone(),
        party: PARTY.to_owned(),
        rater: RATER.to_owned(),
    };
    apply(&driver, command, Some("A1 依据不足"));
    driver.press("<F5>");
    land_on(&mut driver, &row);
    let line = driver.under_hand();
    assert!(
        line.contains("已退回") && !line.contains("未提交"),
        "{line}"
    );
    driver.press("<F4>");
    driver.press(&"<Down>".repeat(12));
    driver.press("<Enter>");
    driver.says("筛选：被退回");
    assert_eq!(driver.named_under_hand(), row.name);
    driver.press("<F10>换一个评分人<Enter>");
    driver.says("其中 1 张被退回");
    driver.press("<Esc><F9>");
    driver.says("被退回（A1 依据不足），退回后没有改动");
    driver.press("<Esc><Enter><Home>1<Down><Esc><F9>");
    driver.says("被退回（A1 依据不足）");
    driver.is_silent_about("退回后没有改动");
}

#[test]
fn flagged_items_are_named_before_many_sheets_are_submitted() {
    let (_folder, mut driver) = with_the_demonstration();
    let row = find_own(&driver, |sheet| {
        sheet.due && sheet.state == SheetState::Submitted
    });
    let command = Command::Withdraw {
        organisation: row.organisation.clone(),
        party: PARTY.to_owned(),
        rater: RATER.to_owned(),
    };
    apply(&driver, command, Some("再看一遍"));
    driver.press("<F5>");
    land_on(&mut driver, &row);
    driver.press("<Enter><Home> <Esc><F9>");
    driver.says(format!("? {}：存疑 1 项 A1", row.name));
}

#[test]
fn a_recused_rater_sees_so_in_the_row_and_across() {
    let (_folder, mut driver) = with_the_demonstration();
    let row = find_own(&driver, |sheet| {
        sheet.due && sheet.state == SheetState::Submitted
    });
    let write = Write {
        what: What::Assignment,
        key: [&row.organisation, PARTY, RATER].map(str::to_owned).into(),
        record: Some(vec![
            Some("recused".to_owned()),
            Some("亲属任职".to_owned()),
        ]),
        seen: Some(1),
        row: None,
    };
    apply(&driver, Command::Write(vec![write]), None);
    driver.press("<F5>");
    land_on(&mut driver, &row);
    let line = driver.under_hand();
    assert!(line.contains("x 回避"), "{line}");
    go(&mut driver, "横评");
    assert_eq!(driver.top(), Some("crosswise"), "{}", driver.text());
    let text = driver.text();
    let line = text.lines().find(|line| line.contains(&row.name));
    let line = line.expect(&text);
    assert!(
        line.contains("x 回避") && !line.contains("已提交"),
        "{line}"
    );
}

#[test]
fn what_was_written_before_is_no_news_across() {
    let (_folder, mut driver) = with_the_demonstration();
    go(&mut driver, "横评");
    assert_eq!(driver.top(), Some("crosswise"), "{}", driver.text());
    driver.news();
    driver.is_silent_about("刚改了");
}

#[test]
fn going_to_the_sheet_of_another_rater_says_that_it_is_only_looked_at() {
    let (_folder, mut driver) = with_the_demonstration();
    go(&mut driver, "未提交名单");
    while driver.under_hand().contains(RATER) {
        driver.press("<Down>");
    }
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("breakdown"), "{}", driver.text());
    driver.says("的评分表，只能查看；要代录");
}
