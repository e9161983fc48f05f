//! 互评: the secretaries of a town rate each other, one column each.

use std::sync::Arc;

use pingxing::office::{Door, ListRow, Office, Question, Reply};
use pingxing::round::{MarkRecord, SheetState, What};
use pingxing::tui::Seat;

use crate::driver::{Driver, Seated, in_chair};
use crate::pictures::{picture, sizes};

const ROUND: &str = "2026村社评星";

fn rows(office: &Office) -> Vec<ListRow> {
    let round = ROUND.to_owned();
    match office.ask(Question::List { round }) {
        Ok(Reply::List(rows)) => rows,
        _ => Vec::new(),
    }
}

fn submitted(row: &ListRow) -> usize {
    let peers = row.sheets.iter().filter(|sheet| sheet.party == "peers");
    peers
        .filter(|sheet| sheet.state == SheetState::Submitted)
        .count()
}

/// The organisations of the first town whose counts of submitted peers' marks fit.
fn town(office: &Office, fits: impl Fn(&[usize]) -> bool) -> Vec<ListRow> {
    let rows = rows(office);
    let of = |town: &ListRow| -> Vec<ListRow> {
        let inside = rows
            .iter()
            .filter(|row| row.parent.as_ref() == Some(&town.organisation));
        inside.filter(|row| row.track.is_some()).cloned().collect()
    };
    let mut towns = rows.iter().filter(|row| row.track.is_none()).map(of);
    let counts = |town: &[ListRow]| town.iter().map(submitted).collect::<Vec<_>>();
    let found = towns.find(|town| town.len() > 3 && fits(&counts(town)));
    found.expect("a town")
}

/// A town's organisations, whose secretaries rate each other.
struct Town {
    office: Arc<Office>,
    town: Vec<ListRow>,
}

impl Town {
    /// One of the organisations has this mark of the secretary of another one, or none.
    #[track_caller]
    fn holds(&self, at: usize, rater: usize, mark: Option<&str>) {
        let question = Question::ItemMarks {
            round: ROUND.to_owned(),
            party: "peers".to_owned(),
            item: "*".to_owned(),
        };
        let Ok(Reply::Cells(cells)) = self.office.ask(question) else {
            unreachable!("marks of an item");
        };
        let [organisation, rater] = [&self.town[at].organisation, &self.town[rater].name];
        let key = [organisation, "peers", rater, "*"];
        let mut cells = cells.into_iter();
        let cell = cells.find(|cell| cell.what == What::Mark && cell.key == key);
        let record = cell.and_then(|cell| cell.record);
        let entry = record.and_then(|it| MarkRecord::read(&it).expect("a record").entry);
        assert_eq!(entry.as_deref(), mark);
    }
}

/// The secretary of the second organisation of a town where nobody has begun, in the grid.
fn secretary(size: (u16, u16)) -> (Driver, Town) {
    let mut seated = in_chair("tianjin", "peers", "nobody", size);
    let town = town(&seated.office, |counts| {
        counts.iter().all(|count| *count == 0)
    });
    seated.sit("peers", &town[1].name);
    seated.driver.press("<Enter>");
    assert_eq!(seated.driver.top(), Some("mutual"));
    let Seated { driver, office, .. } = seated;
    (driver, Town { office, town })
}

/// The line of an organisation.
fn line(driver: &Driver, name: &str) -> String {
    let text = driver.text();
    let frame = ['│', '▸', ' '];
    let mut lines = text.lines();
    let found = lines.find(|line| line.trim_start_matches(frame).starts_with(name));
    found.unwrap_or_default().to_owned()
}

#[test]
fn a_column_is_filled_going_down_and_the_own_organisation_is_refused() {
    let (mut driver, grid) = secretary((80, 24));
    let town = &grid.town;
    let own = &town[1].name;
    assert_eq!(driver.named_under_hand(), town[0].name);
    // A mark is its digits and Enter, the full mark one key; the own organisation is passed over.
    driver.press("88.5<Enter>");
    assert_eq!(driver.named_under_hand(), town[2].name);
    driver.press("*");
    assert_eq!(driver.named_under_hand(), town[3].name);
    driver.says("已保存");
    grid.holds(0, 1, Some("88.5"));
    grid.holds(2, 1, Some("100"));
    driver.press("<Up><Up>");
    assert_eq!(driver.named_under_hand(), *own);
    assert!(line(&driver, own).contains("本单位"));
    driver.press("9");
    driver.says("不给本单位评分");
    grid.holds(1, 1, None);
    // What breaks the rule holds the move back, and Enter on an untouched cell never scores.
    driver.press("<Down><Down>100.5<Down>");
    assert_eq!(driver.named_under_hand(), town[3].name);
    driver.says("应在 0 到 100 之间");
    driver.press("<Esc><Enter>");
    driver.says("此项未评");
    grid.holds(3, 1, None);
    // An undo takes the last mark back where it stands.
    driver.press("<C-z>");
    grid.holds(2, 1, None);
    assert!(
        line(&driver, &town[2].name).contains("未评"),
        "{}",
        driver.text()
    );
}

#[test]
fn a_column_is_filled_and_submitted_by_the_numeric_keypad() {
    let (mut driver, grid) = secretary((80, 24));
    driver.press("100.5<Enter>");
    driver.says("应在 0 到 100 之间");
    // Nothing but its keys: the plus asks, a digit answers.
    driver.press("*");
    for _ in 0..grid.town.len() - 2 {
        driver.press("90.5<Enter>");
    }
    driver.says("这一列都已评");
    driver.press("+");
    driver.says("应评的单位都已评");
    driver.press("2");
    let count = grid.town.len() - 1;
    driver.says(format!("已提交 {count} 张评分表"));
    grid.holds(0, 1, Some("100"));
}

#[test]
fn a_column_is_submitted_at_once_saying_what_lacks() {
    let (mut driver, grid) = secretary((80, 24));
    let town = &grid.town;
    driver.press("<F9>");
    driver.says("这一列还没有评分");
    driver.press("88<Enter>*");
    driver.press("<F9>");
    let lacking = town.len() - 3;
    driver.says(format!("还有 {lacking} 家未评：{}", town[3].name));
    driver.press("1");
    for _ in 0..lacking {
        driver.press("90<Enter>");
    }
    driver.says("这一列都已评");
    driver.press("<F9>");
    driver.says("应评的单位都已评");
    driver.press("2");
    let count = town.len() - 1;
    driver.says(format!("已提交 {count} 张评分表"));
    let now = rows(&grid.office);
    let now = now
        .iter()
        .filter(|row| row.parent == town[0].parent && row.track.is_some());
    assert_eq!(now.map(submitted).sum::<usize>(), count);
    // Submitted is read-only, and can be taken back with a reason.
    driver.press("<Home>7");
    driver.says("已提交，只能看");
    driver.press("<F2>3");
    driver.press("看错了行<Enter>");
    driver.says("已撤回");
    driver.press("70<Enter>");
    grid.holds(0, 1, Some("70"));
}

#[test]
fn others_marks_are_hidden_until_the_own_sheet_is_in() {
    let mut seated = in_chair("tianjin", "peers", "nobody", (120, 36));
    let busy = |counts: &[usize]| {
        counts.iter().any(|count| *count > 0) && counts.iter().any(|count| *count != counts[0])
    };
    let town = town(&seated.office, busy);
    // The secretary who has given all marks and submitted none.
    let open = |name: &str| {
        let of = |row: &&ListRow| {
            row.sheets.iter().any(|sheet| {
                sheet.party == "peers"
                    && sheet.rater == name
                    && sheet.there > 0
                    && sheet.state == SheetState::Open
            })
        };
        town.iter().filter(of).count()
    };
    let rater = town
        .iter()
        .find(|row| open(&row.name) == town.len() - 1)
        .expect("a secretary");
    seated.sit("peers", &rater.name);
    let driver = &mut seated.driver;
    driver.press("<Enter>");
    driver.says("各自独立评分");
    let other = town
        .iter()
        .find(|row| row.name != rater.name)
        .expect("another");
    let hidden = line(driver, &other.name);
    driver.press("<F9>2");
    let shown = line(driver, &other.name);
    assert!(hidden.contains('-') && !hidden.contains('~'), "{hidden}");
    assert!(shown.contains('~') && !shown.contains(" - "), "{shown}");
}

#[test]
fn whoever_types_paper_sheets_is_asked_once_and_is_in_the_journal() {
    let (mut driver, grid) = secretary((80, 24));
    let town = &grid.town;
    driver.press("<F8>");
    driver.says(format!("以 {} 的名义记", town[2].name));
    driver.press("1");
    driver.press("66<Enter>");
    grid.holds(0, 1, Some("66"));
    driver.press("<F8>2");
    driver.says(format!("评分人 {}（录入 考评二组）", town[2].name));
    driver.press("<Home>77<Enter>");
    grid.holds(0, 2, Some("77"));
    // Any other column follows without a question, and its undo leads back to it.
    driver.press("<F8>");
    driver.says(format!("评分人 {}", town[3].name));
    driver.press("<C-z><C-z>");
    grid.holds(0, 2, None);
}

#[test]
fn the_column_is_remembered_when_the_program_is_started_again() {
    let (mut driver, grid) = secretary((80, 24));
    let town = &grid.town;
    // Who only looks goes to the last secretary of this town.
    let look = |driver: &mut Driver| {
        driver.model.session.seat = None;
        crate::go::go(driver, "互评");
        assert_eq!(driver.top(), Some("mutual"));
    };
    driver.press("<Esc>");
    look(&mut driver);
    driver.press("<F4><F3>");
    driver.press(&town[2].organisation);
    driver.press("<Enter><F8><F8>");
    let rater = format!("评分人 {}", town[2].name);
    driver.says(&rater);
    // The same town again, from the list.
    let mut driver = driver.started_again();
    driver.press("<Enter>1<F3>");
    driver.press(&town[0].organisation);
    driver.press("<Enter>");
    look(&mut driver);
    driver.says(&rater);
    // The own column of whoever sits in one of them goes first.
    driver.press("<Esc>");
    driver.model.session.seat = Some(Seat {
        party: "peers".to_owned(),
        rater: town[1].name.clone(),
    });
    crate::go::go(&mut driver, "互评");
    driver.says(format!("评分人 {}", town[1].name));
}

#[test]
fn a_column_out_of_a_spreadsheet_is_one_step() {
    let (mut driver, grid) = secretary((80, 24));
    driver.paste("91\n\n92\n");
    driver.says("2 个得分从");
    driver.press("<Enter>");
    driver.says("已录入 2 个得分");
    grid.holds(2, 1, Some("92"));
    driver.press("<C-z>");
    grid.holds(0, 1, None);
    grid.holds(2, 1, None);
    // A mark for the own organisation, or a word, is a fault, and nothing is stored.
    driver.press("<Home>");
    driver.paste("91\n90\n好\n");
    driver.says("2 处有误");
    driver.press("<Enter>");
    driver.says("一个也没有存");
    grid.holds(0, 1, None);
}

#[test]
fn looks_while_filling() {
    for size in sizes() {
        let (mut driver, _grid) = secretary(size);
        driver.press("88<Enter>92.5<Enter>7");
        let name = format!("mutual_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, picture(&driver));
    }
}

#[test]
fn the_review_says_what_is_left_out_and_who_is_missing() {
    for size in sizes() {
        let mut seated = in_chair("tianjin", "peers", "nobody", size);
        let uneven =
            |counts: &[usize]| counts.len() > 3 && counts.iter().any(|count| *count != counts[0]);
        let town = town(&seated.office, uneven);
        seated.driver.model.session.seat = None;
        let driver = &mut seated.driver;
        crate::go::go(driver, "互评");
        driver.press("<F4><F3>");
        driver.press(&town[0].organisation);
        driver.press("<Enter>");
        driver.says("~");
        let name = format!("mutual_review_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, picture(driver));
        driver.press("<Right>5");
        driver.says("核对时不能录入");
    }
}

#[test]
fn a_chair_that_is_called_by_a_code_is_offered_by_its_name_too() {
    let seated = in_chair("tianjin", "peers", "nobody", (80, 24));
    let question = Question::Round {
        round: ROUND.to_owned(),
    };
    let Ok(Reply::Round(head)) = seated.office.ask(question) else {
        unreachable!("the head of the round");
    };
    let rows = rows(&seated.office);
    let peers = head.raters.iter().filter(|(party, _)| party == "peers");
    let mut called = 0;
    for (_, rater) in peers {
        let row = rows.iter().find(|row| row.organisation == *rater);
        assert_eq!(head.names.get(rater), row.map(|row| &row.name));
        called += usize::from(row.is_some());
    }
    assert!(called > 0, "names that several bear are codes");
    let (code, name) = head.names.first_key_value().expect("a code");
    let mut driver = Driver::new(seated.office.clone(), 80, 24);
    driver.press("<Enter>");
    let offered = format!("书记互评 · {name} {code}");
    assert!(driver.text().contains(&offered), "{}", driver.text());
}
