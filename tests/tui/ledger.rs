//! The ledger: declared, confirmed, signed one after the other, sent back, undone; the board and
//! the persons. On the ledger's own demonstration, by the real office.

use std::sync::{Arc, OnceLock};

use pingxing::office::{Board, BoardAsked, Door, Office, Question, Reply};
use pingxing::round::{Cell, EventRecord, EventState, What};

use crate::driver::{Driver, demonstration_of};
use crate::pictures::picture;

const BOARD: &str = "<F10>gbb<Enter>";
/// Chairs, by their numbers in the question.
const OFFICE: &str = "2";
const FIRST: &str = "3";
const SECOND: &str = "4";
const THIRD: &str = "5";

/// The office that tests share which change nothing.
fn shared() -> Arc<Office> {
    static OFFICE: OnceLock<(tempfile::TempDir, Arc<Office>)> = OnceLock::new();
    Arc::clone(&OFFICE.get_or_init(|| demonstration_of("lanshan")).1)
}

/// In the ledger; nobody rates by sheets there, so nobody is asked in whose name.
fn in_ledger(office: &Arc<Office>, width: u16, height: u16) -> Driver {
    let mut driver = Driver::new(Arc::clone(office) as Arc<dyn Door>, width, height);
    driver.press("<Enter>");
    crate::go::go(&mut driver, "积分台账");
    assert_eq!(driver.top(), Some("ledger"), "{}", driver.text());
    driver
}

fn events(office: &Arc<Office>) -> Vec<(Cell, EventRecord)> {
    let question = Question::Cells {
        round: "2026动态积分".into(),
        what: vec![What::Event],
    };
    let Ok(Reply::Cells(cells)) = office.ask(question) else {
        return Vec::new();
    };
    let read = |cell: Cell| {
        let record = EventRecord::read(cell.record.as_ref().expect("a record"));
        let record = record.expect("an event");
        (cell, record)
    };
    cells.into_iter().map(read).collect()
}

fn board(office: &Arc<Office>) -> Board {
    let question = Question::Board {
        round: "2026动态积分".into(),
        asked: BoardAsked::default(),
    };
    let board = match office.ask(question) {
        Ok(Reply::Board(board)) => Some(*board),
        _ => None,
    };
    board.expect("a board")
}

fn points(office: &Arc<Office>, name: &str) -> String {
    let board = board(office);
    let found = board.organisations.iter().find(|one| one.row.name == name);
    found.expect("an organisation").points.to_string()
}

fn said(driver: &Driver, what: &str) {
    assert!(driver.text().contains(what), "{what}\n{}", driver.text());
}

/// Takes a chair by its number.
fn take_chair(driver: &mut Driver, number: &str) {
    driver.press("<F10>以谁的名义办<Enter>");
    driver.press(number);
}

#[test]
fn looks() {
    let show = |name: &str, keys: &[&str]| {
        for (width, height) in [(80, 24), (120, 36)] {
            let mut driver = in_ledger(&shared(), width, height);
            for keys in keys {
                driver.press(keys);
            }
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), picture(&driver));
        }
    };
    show("ledger", &[]);
    show("ledger_act", &["<Enter>"]);
    show("ledger_filter", &["<F4>"]);
    show("ledger_sent_back", &["<F4>", "6"]);
    show("ledger_declare", &["+", "b1<Enter>"]);
    show("ledger_chair", &["*"]);
    show("ledger_past", &["<Enter>", "8"]);
    show("board", &[BOARD]);
    show("board_officers", &[BOARD, "<F7><F7>"]);
    show("board_quarter", &[BOARD, "<F4>2"]);
    show("persons", &[BOARD, "<Home><Enter>"]);
}

#[test]
fn an_event_is_declared_confirmed_and_signed_three_times_before_it_counts() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut driver = in_ledger(&office, 80, 24);
    let before = points(&office, "青禾区财政局");
    // Wrong at first: it says why, and the form stays with what was typed.
    driver.press("+b1<Enter>");
    driver.press(&"<Backspace>".repeat(20));
    driver.press("青禾区财政局<Tab><Tab><Tab>05-20<Tab>9<Tab>验收〔2026〕1号<Enter>");
    said(&driver, "分值应在 1 到 3 之间");
    driver.press("<Backspace>1.2<Enter><Enter>");
    said(&driver, "0.5");
    driver.press(&"<Backspace>".repeat(3));
    driver.press("２．５<Enter><Enter>");
    said(&driver, "申报：新建或提升党建阵地");
    said(&driver, "已申报，还差 确认、科长、分管领导、主要领导");
    let declared = |office| {
        let mut all = events(office).into_iter();
        let found = all.find(|(_, event)| event.document.as_deref() == Some("验收〔2026〕1号"));
        found.expect("the event")
    };
    let (_, event) = declared(&office);
    assert_eq!(event.state, EventState::Declared);
    assert_eq!(
        event.points.map(|points| points.to_string()).as_deref(),
        Some("2.5")
    );
    assert_eq!(event.date.as_deref(), Some("2026-05-20"));
    // Not the office first: refused, and nothing is stored.
    driver.press("*");
    driver.press(FIRST);
    said(&driver, "先由登记人确认");
    assert_eq!(declared(&office).1.state, EventState::Declared);
    take_chair(&mut driver, OFFICE);
    driver.press("*");
    said(&driver, "还差 科长、分管领导、主要领导");
    // The second before the first: refused.
    take_chair(&mut driver, SECOND);
    driver.press("*");
    said(&driver, "还没轮到，先由科长审签");
    // Nor does the second sign as the first: the menu says whose it is.
    driver.press("<Enter>");
    said(&driver, "科长审签  由科长办，现在是分管领导");
    driver.press("2");
    said(&driver, "由科长办，现在是分管领导");
    assert_eq!(declared(&office).1.state, EventState::Confirmed);
    driver.press("<Esc>");
    take_chair(&mut driver, FIRST);
    driver.press("<Enter>2");
    said(&driver, "科长已签，还差 分管领导、主要领导");
    take_chair(&mut driver, SECOND);
    driver.press("*");
    said(&driver, "还差 主要领导");
    assert_eq!(points(&office, "青禾区财政局"), before);
    take_chair(&mut driver, THIRD);
    driver.press("<Enter>4");
    said(&driver, "都已签，已计入");
    assert_eq!(declared(&office).1.state, EventState::Counted);
    let after: f64 = points(&office, "青禾区财政局").parse().expect("a figure");
    assert!((after - before.parse::<f64>().expect("a figure") - 2.5).abs() < 1e-9);
    // The last signature is undone: it does not count any more.
    driver.press("<C-z>");
    assert_eq!(declared(&office).1.state, EventState::Signed(2));
    assert_eq!(points(&office, "青禾区财政局"), before);
    // Every step is on record, with who and as which reviewer.
    driver.press("<Enter>");
    driver.press("8");
    for step in [
        "申报",
        "核对确认",
        "科长审签",
        "分管领导审签",
        "主要领导审签",
        "撤销",
    ] {
        said(&driver, step);
    }
    said(&driver, "考评二组");
    said(&driver, "核对确认（以登记人的名义）");
    driver.press("<Esc>");
    crate::go::go(&mut driver, "操作记录");
    for step in [
        "申报",
        "核对确认",
        "科长审签",
        "分管领导审签",
        "主要领导审签",
    ] {
        said(&driver, step);
    }
    driver.press("<Home><Down><Enter>");
    said(&driver, "主要领导审签（以主要领导的名义）");
}

#[test]
fn p5_the_unit_does_not_confirm_its_own_declaration() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut driver = in_ledger(&office, 80, 24);
    take_chair(&mut driver, "1");
    driver.press("<F4>");
    driver.press("3");
    driver.press("<Enter>");
    said(&driver, "核对确认  申报单位不能确认自己的申报（双方核对）");
    driver.press("1");
    said(&driver, "申报单位不能确认自己的申报");
    assert_eq!(driver.top(), Some("choice"));
    driver.press("<Esc>-");
    said(&driver, "由登记人办，现在是申报单位");
    take_chair(&mut driver, OFFICE);
    driver.press("<Enter>1");
    said(&driver, "核对确认：");
}

#[test]
fn it_is_sent_back_with_its_reason_and_declared_anew() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut driver = in_ledger(&office, 80, 24);
    driver.press("<F4>");
    driver.press("5");
    let waiting = |state| {
        let all = events(&office);
        let of_state = all.into_iter().filter(|(_, event)| event.state == state);
        of_state
            .map(|(cell, _)| cell.key[0].clone())
            .collect::<Vec<_>>()
    };
    let before = waiting(EventState::Signed(2));
    driver.press("-");
    driver.press("<Enter>");
    said(&driver, "不能空着");
    driver.press("缺少签到表<Enter>");
    said(&driver, "退回事由：缺少签到表");
    said(&driver, "! 已退回 ←");
    let after = waiting(EventState::Signed(2));
    assert_eq!(after.len() + 1, before.len());
    // The unit declares it anew, sees why it came back, and the office sees it too.
    driver.press("<Enter>");
    driver.press("<Enter>");
    said(&driver, "退回事由：缺少签到表");
    driver.press("<Tab><Tab><Tab><Tab><Tab>补正〔2026〕7号<Enter>");
    said(&driver, "已申报，还差 确认");
    said(&driver, "退回事由：缺少签到表");
    let id = before.iter().find(|id| !after.contains(id)).expect("one");
    let found = events(&office)
        .into_iter()
        .find(|(cell, _)| cell.key[0] == *id);
    let (_, event) = found.expect("the event");
    assert_eq!(event.state, EventState::Declared);
    assert!(
        event
            .document
            .is_some_and(|document| document.contains("补正"))
    );
}

#[test]
fn all_that_wait_for_the_first_reviewer_are_signed_at_once_after_naming_the_count() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut driver = in_ledger(&office, 120, 36);
    let confirmed = |office: &Arc<Office>| {
        let all = events(office);
        let waiting = all
            .iter()
            .filter(|(_, one)| one.state == EventState::Confirmed);
        waiting.count()
    };
    let count = confirmed(&office);
    assert!(count > 10);
    driver.press("<F9>");
    driver.press(FIRST);
    said(&driver, &format!("科长审签 {count} 件"));
    driver.press("1");
    assert_eq!(confirmed(&office), count);
    driver.press("<F9>");
    driver.press("2");
    said(&driver, &format!("科长审签：{count} 件已办"));
    assert_eq!(confirmed(&office), 0);
    // One step: one undo takes all of them back.
    driver.press("<C-z>");
    assert_eq!(confirmed(&office), count);
}

#[test]
fn what_is_confirmed_is_not_altered_and_says_so() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut driver = in_ledger(&office, 80, 24);
    driver.press("<F4>");
    driver.press("3");
    driver.press("<Enter>");
    said(&driver, "修改申报  已确认，先退回才能改");
    driver.press("6");
    said(&driver, "先退回才能改");
    assert_eq!(driver.top(), Some("choice"));
}

#[test]
fn the_last_signature_of_the_leader_is_tried_out_and_nothing_is_stored() {
    let (_folder, office) = demonstration_of("lanshan");
    let best = board(&office).organisations[0].row.name.clone();
    let mut driver = in_ledger(&office, 120, 36);
    driver.press("<F3>");
    driver.press(&format!("{best}<Enter>"));
    driver.press("<F10>如果计入<Enter>");
    let mut guard = 0;
    // The one that waits for the last reviewer is among the leader's few events.
    while !driver.text().contains("家会变动") {
        driver.press("<Esc><Down>");
        driver.press("<F10>如果计入<Enter>");
        guard += 1;
        assert!(guard < 60, "{}", driver.text());
    }
    said(&driver, "最高积分 21.00 → ");
    said(&driver, "什么也没有存入");
    let told = driver.text();
    let counted = told
        .lines()
        .find(|line| line.contains("家会变动"))
        .expect("a count");
    let moved = counted
        .split('：')
        .nth(1)
        .and_then(|rest| rest.split_whitespace().next());
    let moved = moved.and_then(|number| number.parse::<usize>().ok());
    // Everybody of the track but the leader loses.
    assert_eq!(moved, Some(45), "{told}");
    assert_eq!(board(&office).organisations[0].points.to_string(), "21.00");
}

#[test]
fn events_are_found_by_person_and_the_board_leads_to_them() {
    let mut driver = in_ledger(&shared(), 80, 24);
    driver.press(BOARD);
    said(&driver, "上榜 45/45 家");
    driver.press("<F8>");
    said(&driver, "上榜 122/122 家");
    driver.press("<F8>");
    said(&driver, "上榜 10 人");
    driver.press("<F8>");
    said(&driver, "上榜 29 人");
    driver.press("<F7><Home>");
    said(&driver, "12.00");
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("ledger"));
    said(&driver, "党务干部");
    driver.press("<F6>");
    assert_eq!(driver.top(), Some("persons"));
    said(&driver, "P6 每人每满 10 分给单位加 1 分");
    said(&driver, "P5 单位 20.00 + 人员 1.00 = 21.00 分");
    said(&driver, "P6 党务干部");
}

#[test]
fn a_period_says_which_day_is_wrong() {
    let mut driver = in_ledger(&shared(), 80, 24);
    driver.press(BOARD);
    driver.press("<F4>");
    driver.press("6");
    driver.press("02-30<Enter><Enter>");
    said(&driver, "“2026-02-30”不是日期");
    driver.press("<Backspace><Backspace>01<Tab><Enter>");
    said(&driver, "公布榜 · 2026-02-01 起");
}

#[test]
fn what_another_writes_comes_in_where_it_stands() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut here = in_ledger(&office, 80, 24);
    here.press("<F4>");
    here.press("2");
    let mut there = in_ledger(&office, 80, 24);
    there.press("<F4>");
    there.press("2");
    there.press("<Enter>1");
    here.news();
    said(&here, "> 待科长 ←");
    here.press("<F5>");
    here.is_silent_about("←");
}

#[test]
fn an_event_that_counts_moves_its_organisation_in_the_ranking() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut driver = in_ledger(&office, 80, 24);
    let row = |driver: &mut Driver| {
        crate::go::go(driver, "排名定级");
        driver.press("<F3>青禾区财政局<Enter>");
        let text = driver.text();
        let hand = text.lines().find(|line| line.contains('▸'));
        hand.expect(&text).to_owned()
    };
    let before = row(&mut driver);
    assert!(before.contains("一般"), "{before}");
    crate::go::go(&mut driver, "积分台账");
    driver.press("+b1<Enter>");
    driver.press(&"<Backspace>".repeat(20));
    driver.press("青禾区财政局<Tab><Tab><Tab>05-20<Tab>3<Tab>验收〔2026〕1号<Enter>");
    said(&driver, "已申报，还差 确认、科长、分管领导、主要领导");
    take_chair(&mut driver, OFFICE);
    driver.press("*");
    for chair in [FIRST, SECOND, THIRD] {
        take_chair(&mut driver, chair);
        driver.press("*");
    }
    said(&driver, "都已签，已计入");
    let after = row(&mut driver);
    assert_ne!(after, before);
    assert!(after.contains("青禾区财政局"), "{after}");
}
