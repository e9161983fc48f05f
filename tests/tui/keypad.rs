//! A numeric keypad alone: digits, point, star, minus, slash, plus and Enter do whole sheets, of
//! every kind of field, to the submission; and the grids.

use std::sync::Arc;

use pingxing::desk::Kind;
use pingxing::office::{Door, ListRow, Question, Reply};
use pingxing::round::{
    Command, MarkRecord, NewRound, Operation, OrganisationRecord, SheetState, Via, What, Write,
};
use pingxing::tui::Seat;

use crate::driver::{Driver, Seated, empty_office, in_chair};

/// No sheet has so many items that it takes more keys.
const MOST: usize = 300;

/// Presses keys that a numeric keypad has, and no others.
#[track_caller]
fn pad(driver: &mut Driver, keys: &str) {
    let others = keys.replace("<Enter>", "");
    let known = |key: char| key.is_ascii_digit() || ".*-/+".contains(key);
    assert!(others.chars().all(known), "{keys}");
    driver.press(keys);
}

fn rows(door: &dyn Door, round: &str) -> Vec<ListRow> {
    let question = Question::List {
        round: round.to_owned(),
    };
    match door.ask(question) {
        Ok(Reply::List(rows)) => rows,
        other => unreachable!("{other:?}"),
    }
}

/// Where the sheet of a rater is.
fn state(row: &ListRow, party: &str, rater: &str) -> Option<SheetState> {
    let mut sheets = row.sheets.iter();
    let own = sheets.find(|sheet| sheet.party == party && sheet.rater == rater)?;
    Some(own.state)
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

/// The kind of the field under the hand, as the screen names it.
fn kind(driver: &Driver) -> Kind {
    let text = driver.text();
    if text.contains("实测 [") {
        Kind::Measured
    } else if text.contains("扣分（按序号") {
        Kind::Deductions
    } else if text.contains("选档 [") || text.contains("选档（") {
        Kind::Options
    } else {
        Kind::Mark
    }
}

/// Fills the open sheet: each item by the keys of its kind, in turn one way and another.
fn fill(driver: &mut Driver) {
    for turn in 0..MOST {
        let before = counts(driver);
        if before.0 == before.1 {
            return;
        }
        let keys = match (kind(driver), turn % 3) {
            (Kind::Measured, _) => "12.5<Enter>",
            (Kind::Deductions, 0) => "1<Enter>",
            (Kind::Deductions, 1) => "0<Enter>",
            // Two cases of the second row, by the rows, or of the only one.
            (Kind::Deductions, _) => "+2<Enter><Enter>",
            (Kind::Options, 0) => "1",
            (Kind::Options, _) => "+2<Enter>",
            (Kind::Mark, 0) => "1.5<Enter>",
            (Kind::Mark, _) => "*",
        };
        pad(driver, keys);
        // A mark below full may ask why: nothing said, or a recent reason by its digit.
        if driver.text().contains("扣分原因") {
            pad(driver, "<Enter>");
        }
        let now = counts(driver);
        assert_eq!(now.0, before.0 + 1, "{keys}: {}", driver.text());
    }
    unreachable!("never done: {}", driver.text());
}

/// From the list to a submitted sheet, and on to the next one that is open.
#[track_caller]
fn a_sheet_of(scheme: &str, round: &str, party: &str, rater: &str) {
    let mut seated = in_chair(scheme, party, rater, (80, 24));
    let untouched = |row: &ListRow| {
        let mut sheets = row.sheets.iter();
        let own = sheets.find(|sheet| sheet.party == party && sheet.rater == rater);
        row.track.is_some() && own.is_some_and(|sheet| !sheet.is_begun() && !sheet.recused)
    };
    let all = rows(seated.office.as_ref(), round);
    let row = all.into_iter().find(untouched).expect("a sheet to fill");
    let Seated { driver, office, .. } = &mut seated;
    pad(driver, &format!("/{}<Enter><Enter>", row.organisation));
    assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
    fill(driver);
    driver.says("本表汇总");
    pad(driver, "+");
    driver.says("已提交");
    let now = rows(office.as_ref(), round);
    let now = now.iter().find(|one| one.organisation == row.organisation);
    let now = now.and_then(|row| state(row, party, rater));
    assert_eq!(now, Some(SheetState::Submitted), "{}", driver.text());
}

#[test]
fn a_sheet_of_shizuishan() {
    a_sheet_of("shizuishan", "2026年度", "superior", "考评一组");
}

#[test]
fn a_sheet_of_karamay() {
    a_sheet_of("karamay", "2026十星创评", "city", "市复核一组");
}

#[test]
fn a_sheet_of_tianjin() {
    a_sheet_of("tianjin", "2026村社评星", "superior", "考评一组");
}

#[test]
fn a_sheet_of_luowang() {
    a_sheet_of("luowang", "2026分类定级", "superior", "考评一组");
}

#[test]
fn a_sheet_of_yangquan() {
    a_sheet_of("yangquan", "2026晋级验收", "check", "考评一组");
}

/// Every kind of field, with more rows than there are digits.
fn many_rows() -> String {
    let each = |number: usize| {
        format!("{{ id = \"d{number}\", title = \"第{number}种情形\", each = 0.5 }}")
    };
    let option = |number: usize| {
        format!(
            "{{ id = \"o{number}\", title = \"第{number}档\", points = {} }}",
            13 - number
        )
    };
    let deductions: Vec<String> = (1..=12).map(each).collect();
    let options: Vec<String> = (1..=12).map(option).collect();
    format!(
        r#"format = 1
[scheme]
id = "rows"
title = "示例办法"
version = "1"
basis = "Made for tests."
marks = 49
[grading]
rule = "thresholds"
[[party]]
id = "superior"
title = "上级"
method = "sheet"
weight = 100
[[category]]
id = "A"
title = "工作"
[[category.item]]
id = "A1"
title = "直接填"
points = 12
[[category.item]]
id = "A2"
title = "扣分"
points = 12
deductions = [ {} ]
[[category.item]]
id = "A3"
title = "选档"
points = 12
options = [ {} ]
[[category.item]]
id = "A4"
title = "收入"
points = 13
measure = {{ unit = "万元", zero = 0, full = 50 }}
[[level]]
id = "good"
title = "好"
stars = 1
min = 30
[[level]]
id = "none"
title = "无星"
stars = 0
"#,
        deductions.join(", "),
        options.join(", ")
    )
}

/// Somebody in the list of two organisations of that scheme.
fn with_many_rows() -> (tempfile::TempDir, Arc<dyn Door>, Driver) {
    let (folder, office) = empty_office();
    let organisation = |(position, code, name): (u32, &str, &str)| {
        let record = OrganisationRecord {
            name: name.to_owned(),
            kind: None,
            parent: None,
            track: Some("all".to_owned()),
            previous: None,
            declared: None,
            position,
        };
        Write {
            what: What::Organisation,
            key: vec![code.to_owned()],
            record: Some(record.write()),
            seen: None,
            row: None,
        }
    };
    let round = NewRound {
        year: 2026,
        scheme: many_rows(),
        organisations: [(1, "0001", "宝马村"), (2, "0002", "杨柳村")]
            .map(organisation)
            .to_vec(),
    };
    let made = Operation {
        id: "0".to_owned(),
        actor: "办公室".to_owned(),
        via: Via::Command,
        round: "2026".to_owned(),
        reason: None,
        command: Command::CreateRound(round),
    };
    office.apply(made).expect("a round");
    let office: Arc<dyn Door> = office;
    let mut driver = Driver::new(Arc::clone(&office), 80, 24);
    driver.press("<Enter>2");
    driver.model.session.seat = Some(Seat {
        party: "superior".to_owned(),
        rater: "考评一组".to_owned(),
    });
    driver.press("<F5>");
    (folder, office, driver)
}

/// What stands on an item of the first organisation, as the books keep it.
fn entry(door: &dyn Door, item: &str) -> Option<String> {
    let question = Question::ItemMarks {
        round: "2026".to_owned(),
        party: "superior".to_owned(),
        item: item.to_owned(),
    };
    let Ok(Reply::Cells(cells)) = door.ask(question) else {
        unreachable!("marks of an item");
    };
    let mut cells = cells.into_iter();
    let cell = cells.find(|cell| cell.key.first().is_some_and(|code| code == "0001"))?;
    let record = MarkRecord::read(&cell.record?).expect("a record");
    record.entry
}

#[test]
fn rows_from_ten_on_are_reached_by_the_plus() {
    let (_folder, office, mut driver) = with_many_rows();
    let driver = &mut driver;
    pad(driver, "<Enter>7.5<Enter>");
    // In, eleven rows down, and three cases there.
    pad(driver, &format!("{}3<Enter><Enter>", "+".repeat(12)));
    pad(driver, "+12<Enter>");
    pad(driver, "47.5<Enter>");
    driver.says("本表汇总");
    pad(driver, "31.35");
    driver.says("相符");
    pad(driver, "+");
    driver.says("已提交");
    let kept = ["A1", "A2", "A3", "A4"].map(|item| entry(office.as_ref(), item));
    let kept = kept.map(Option::unwrap_or_default);
    assert_eq!(kept, ["7.5", "d12=3", "o12", "47.5"]);
    // Enter opens the next one, and the plus has no use where the mark itself is typed.
    pad(driver, "<Enter>");
    driver.says("杨柳村");
    pad(driver, "+");
    driver.says("本项直接填得分");
}

#[test]
fn a_grid_of_one_item_by_the_keypad() {
    let (_folder, office, mut driver) = with_many_rows();
    let driver = &mut driver;
    driver.press("<Enter><Down><C-t>");
    assert_eq!(driver.top(), Some("crosswise"), "{}", driver.text());
    pad(driver, "2.5<Enter>");
    driver.says("得分不直接填");
    assert_eq!(entry(office.as_ref(), "A2"), None);
    driver.press("<Esc>");
    pad(driver, &format!("{}3<Enter><Enter>", "+".repeat(12)));
    assert_eq!(entry(office.as_ref(), "A2").as_deref(), Some("d12=3"));
    pad(driver, "*");
    driver.says("这一列都已评");
}

#[test]
fn what_breaks_the_rule_stands_after_enter_everywhere() {
    let (_folder, office, mut driver) = with_many_rows();
    let driver = &mut driver;
    pad(driver, "<Enter>99<Enter>");
    driver.says("应在 0 到 12 之间");
    driver.press("<Esc><Down><Down><Down>");
    assert_eq!(kind(driver), Kind::Measured);
    driver.press("<Down><C-t>");
    pad(driver, "99<Enter>");
    driver.says("应在 0 到 12 之间");
    driver.press("<Esc><F8>");
    pad(driver, "0.5<Enter>");
    driver.says("得分不直接填");
    driver.press("<Esc><F8>");
    // No digit of a point is an option's number.
    pad(driver, ".5<Enter>");
    driver.says("按档的序号评");
    for item in ["A1", "A2", "A3", "A4"] {
        assert_eq!(entry(office.as_ref(), item), None, "{item}");
    }
}
