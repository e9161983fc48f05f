//! The reviewer's and the office's work: ticking, returning, who has not submitted, and what an
//! independent rater does not see.

use std::sync::Arc;

use pingxing::demo;
use pingxing::office::{Door, ListRow, Office, Question, Reply, SheetSummary, Viewer};
use pingxing::round::{Command, Kind, Operation, SheetState, Via, What, Write};

use crate::driver::{Driver, empty_office, with_the_demonstration};
use crate::go::go;
use crate::pictures::show;

const RATER: &str = "考评二组";
const PARTY: &str = "superior";

fn rows(door: &dyn Door, round: &str) -> Vec<ListRow> {
    let question = Question::List {
        round: round.to_owned(),
    };
    match door.ask(question) {
        Ok(Reply::List(rows)) => rows,
        other => unreachable!("{other:?}"),
    }
}

fn only_round(door: &dyn Door) -> String {
    match door.ask(Question::Rounds) {
        Ok(Reply::Rounds(rounds)) => rounds.first().expect("a round").round.clone(),
        other => unreachable!("{other:?}"),
    }
}

fn apply(door: &dyn Door, round: &str, actor: &str, command: Command, reason: Option<&str>) {
    let operation = Operation {
        id: format!("{actor}-{command:?}"),
        actor: actor.to_owned(),
        via: Via::Screen,
        round: round.to_owned(),
        reason: reason.map(str::to_owned),
        command,
    };
    door.apply(operation).expect("stored");
}

/// Somebody else flags something of an organisation.
fn note(door: &dyn Door, round: &str, organisation: &str) {
    let command = Command::Write(vec![Write {
        what: What::Adjustment,
        key: [organisation, "J1", "石党发〔2026〕9号"]
            .map(str::to_owned)
            .into(),
        record: Some(vec![Some("1".to_owned()), None]),
        seen: None,
        row: None,
    }]);
    apply(door, round, "办公室", command, None);
}

/// The sheet of 考评二组 in a row.
fn own(row: &ListRow) -> Option<&SheetSummary> {
    let mut sheets = row.sheets.iter();
    sheets.find(|sheet| sheet.party == PARTY && sheet.rater == RATER)
}

/// Finds an organisation by its code, in the list.
fn find(driver: &mut Driver, code: &str) {
    driver.press("<F3>");
    driver.press(code);
    driver.press("<Enter>");
}

/// Lists what has changed since the last review: the last choice.
fn only_changed(driver: &mut Driver) {
    driver.press("<F4>");
    driver.press(&"<Down>".repeat(11));
    driver.press("<Enter>");
    driver.says("筛选：上次复核后有改动");
}

#[test]
fn an_organisation_is_ticked_and_shows_what_has_changed_since() {
    let (_folder, mut driver) = with_the_demonstration();
    let door = driver.door();
    let round = only_round(door.as_ref());
    let code = {
        let rows = rows(door.as_ref(), &round);
        rows.iter()
            .find(|row| row.track.is_some())
            .expect("one")
            .organisation
            .clone()
    };
    find(&mut driver, &code);
    driver.press("-");
    driver.says("还没有复核过");
    driver.press("*");
    driver.says("✓已复核");
    driver.says("：已复核");
    // Nothing has changed yet: the filter is empty, and the tick can be taken back and undone.
    only_changed(&mut driver);
    driver.says("没有符合筛选的单位");
    driver.press("<Esc>");
    find(&mut driver, &code);
    driver.press("*");
    driver.says("已取消复核");
    driver.is_silent_about("✓已复核");
    driver.press("<C-z>");
    driver.says("✓已复核");

    note(door.as_ref(), &round, &code);
    driver.press("<F5>");
    driver.says("✓后有改动");
    only_changed(&mut driver);
    driver.says("✓后有改动");
    driver.press("-");
    assert_eq!(driver.top(), Some("journal"));
    let journal = driver.text();
    assert!(journal.contains("上次复核后的改动"), "{journal}");
    assert!(journal.contains("加减分"), "{journal}");
    assert!(!journal.contains("导入"), "{journal}");
    driver.press("<Esc>*");
    driver.says("✓已复核");
}

#[test]
fn the_breakdown_ticks_too() {
    let (_folder, mut driver) = with_the_demonstration();
    // Only looking: Enter leads to the breakdown.
    driver.press("<Esc><Enter>");
    driver.choose("只查看");
    assert_eq!(driver.top(), Some("organisations"));
    driver.press("<Down><Down><Enter>");
    assert_eq!(driver.top(), Some("breakdown"), "{}", driver.text());
    driver.press("*");
    driver.says("✓已复核");
    driver.press("-");
    driver.says("上次复核后没有改动");
    driver.press("<Esc>");
    driver.says("✓已复核");
}

#[test]
fn a_sheet_is_returned_with_a_reason_that_its_rater_sees() {
    let (_folder, mut driver) = with_the_demonstration();
    let door = driver.door();
    let round = only_round(door.as_ref());
    let all = rows(door.as_ref(), &round);
    let submitted =
        |row: &&ListRow| own(row).is_some_and(|sheet| sheet.state == SheetState::Submitted);
    let row = all.iter().find(submitted).expect("a submitted sheet");
    find(&mut driver, &row.organisation);
    driver.press("<F10>退回<Enter>");
    let asked = driver.text();
    let line = asked
        .lines()
        .find(|line| line.contains(&format!("{RATER}：")))
        .expect(&asked);
    let number = line
        .split_whitespace()
        .find_map(|word| word.parse::<u8>().ok())
        .expect(line);
    driver.press(&number.to_string());
    driver.says("退回事由");
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("form"), "a reason is needed");
    driver.press("A1 依据不足<Enter>");
    driver.says("已退回 1 张评分表");
    let now = rows(door.as_ref(), &round);
    let now = now
        .iter()
        .find(|one| one.organisation == row.organisation)
        .expect("it");
    let sheet = own(now).expect("its sheet");
    assert_eq!(sheet.state, SheetState::Returned);
    assert_eq!(sheet.reason.as_deref(), Some("A1 依据不足"));
    // Its rater reads why at the sheet, and what the mark was beside the item once it is another.
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("scoring"));
    driver.says("本表被退回：A1 依据不足");
    // Another mark: the old one and why stand beside it when the sheet is opened again.
    driver.press("<Home>1<Down><Esc><Enter><Home>");
    let text = driver.text();
    let before = text.lines().find(|line| line.contains("原录"));
    let before = before.expect(&text);
    assert!(before.contains("原录 4（"), "{text}");
    assert!(text.contains("A1 依据不足"), "{text}");
    assert!(text.contains("得分 3.50 分"), "{text}");
}

#[test]
fn all_complete_sheets_are_submitted_at_once_and_it_says_which() {
    let (_folder, mut driver) = with_the_demonstration();
    let door = driver.door();
    let round = only_round(door.as_ref());
    let before = rows(door.as_ref(), &round);
    driver.press("<F9>");
    let asked = driver.text();
    assert!(asked.contains("提交这"), "{asked}");
    driver.press("2");
    driver.says("已提交");
    let after = rows(door.as_ref(), &round);
    let open = |rows: &[ListRow]| {
        let sheets = rows.iter().filter_map(own);
        sheets
            .filter(|sheet| sheet.state != SheetState::Submitted)
            .count()
    };
    assert!(open(&after) < open(&before));
    driver.press("<F9>");
    driver.says("没有已评完而未提交");
}

#[test]
fn a_recused_rater_is_refused_with_the_reason() {
    let (_folder, mut driver) = with_the_demonstration();
    let door = driver.door();
    let round = only_round(door.as_ref());
    let all = rows(door.as_ref(), &round);
    let row = all
        .iter()
        .find(|row| own(row).is_some_and(|sheet| sheet.due))
        .expect("a due one");
    let command = Command::Import {
        kind: Kind::Raters,
        file: "raters.csv".to_owned(),
        writes: vec![Write {
            what: What::Assignment,
            key: [&row.organisation, PARTY, RATER].map(str::to_owned).into(),
            record: Some(vec![
                Some("recused".to_owned()),
                Some("亲属任职".to_owned()),
            ]),
            seen: None,
            row: Some(2),
        }],
        reopen: false,
    };
    apply(door.as_ref(), &round, "办公室", command, None);
    driver.press("<F5>");
    find(&mut driver, &row.organisation);
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("organisations"));
    let text = driver.text();
    assert!(
        text.contains("须回避") && text.contains("亲属任职"),
        "{text}"
    );
}

#[test]
fn who_has_not_submitted_looks() {
    // By its name: its number changes with the pages before it.
    show("waiting", "<F10>wtjmd<Enter>");
}

#[test]
fn who_has_not_submitted_is_written_to_a_file() {
    let (folder, mut driver) = with_the_demonstration();
    go(&mut driver, "未提交名单");
    assert_eq!(driver.top(), Some("waiting"), "{}", driver.text());
    let path = folder.path().join("list.tsv");
    let name = path.display().to_string();
    driver.press("*");
    driver.press(&"<Backspace>".repeat(20));
    driver.press(&name);
    driver.press("<Enter>");
    driver.says("名单已写到");
    let written = std::fs::read_to_string(&path).expect("the file");
    let mut lines = written.trim_start_matches('\u{feff}').lines();
    assert_eq!(lines.next(), Some("评价主体\t评分人\t所在地\t张数\t单位"));
    let first = lines.next().expect("a line");
    assert_eq!(first.split('\t').count(), 5, "{first}");
    // The same file a second time is not replaced.
    driver.press("*");
    driver.press(&"<Backspace>".repeat(20));
    driver.press(&name);
    driver.press("<Enter>");
    driver.says("写不到");
}

/// The demonstration by a scheme whose superiors rate independently.
fn independent() -> (tempfile::TempDir, Arc<Office>) {
    let (folder, office) = empty_office();
    let mut round = demo::round(demo::CITY, demo::SEED).expect("a demonstration");
    let party = "id = \"superior\"";
    assert!(round.scheme_text.contains(party));
    let text = round
        .scheme_text
        .replace(party, &format!("{party}\nindependent = true"));
    round.scheme_text = Box::leak(text.into_boxed_str());
    demo::load(office.as_ref(), &round, "办公室").expect("loaded");
    (folder, office)
}

#[test]
fn an_independent_rater_sees_others_once_the_own_sheet_is_in() {
    let (_folder, office) = independent();
    let round = only_round(office.as_ref());
    let all = rows(office.as_ref(), &round);
    let complete = |row: &&ListRow| {
        let others = row.sheets.iter().any(|sheet| sheet.party == "self");
        others && own(row).is_some_and(|sheet| sheet.there == 25 && sheet.state == SheetState::Open)
    };
    let row = all
        .iter()
        .find(complete)
        .expect("complete and not submitted");
    let mut driver = Driver::new(office.clone(), 120, 36);
    driver.press("<Enter><Enter>");
    find(&mut driver, &row.organisation);
    let line = |driver: &Driver| {
        let text = driver.text();
        let line = text
            .lines()
            .find(|line| line.contains(&row.name))
            .map(str::to_owned);
        line.expect(&text)
    };
    assert!(line(&driver).contains("提交后可见"), "{}", line(&driver));
    driver.press("<Enter>");
    driver.says("各自独立评分");
    driver.is_silent_about("基层党组织自评（");
    driver.press("<F9><F9>");
    let text = driver.text();
    assert!(!text.contains("各自独立评分"), "{text}");
    // What was kept back has been read: a colleague's mark stands beside the item.
    assert!(text.contains("基层党组织自评（"), "{text}");
    driver.press("<Esc>");
    assert_eq!(driver.top(), Some("organisations"));
    find(&mut driver, &row.organisation);
    assert!(!line(&driver).contains("提交后可见"), "{}", line(&driver));
    // Only to look is no way round it for who is a rater by name; whoever does not rate sees all.
    driver.press("<Esc><Enter>");
    driver.choose("只查看");
    assert!(driver.text().contains("只查看") && driver.text().contains("提交后可见"));
    let viewer = Viewer {
        actor: "办公室".to_owned(),
        sitting: None,
    };
    let question = Question::List { round };
    let Ok(Reply::List(rows)) = office.ask(question.seen_by(viewer)) else {
        unreachable!("a list");
    };
    assert!(rows.iter().all(|row| !row.hidden));
}
