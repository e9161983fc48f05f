//! Counting ballots with the real office.

use pingxing::tui::{Message, update_all};

use crate::driver::{Driver, with_the_demonstration};
use crate::pictures::show;

/// From the list of organisations.
const BALLOTS: &str = "<F2>7";

#[test]
fn looks() {
    show("ballots", "<F2>7");
    show("ballots_in_hand", "<F2>7１2");
    show("ballots_table", "<F2>7<Tab><Down><Down>57");
}

/// The numbers of a row of the table, one for each of three questions.
fn row(driver: &Driver, name: &str) -> Vec<String> {
    let text = driver.text();
    let line = text.lines().find(|line| line.contains(name));
    let line = line.unwrap_or_default();
    let numbers = line.split(name).nth(1).unwrap_or_default();
    let numbers = numbers.split_whitespace().take(3);
    numbers
        .map_while(|word| word.parse::<f64>().ok().map(|_| word.to_owned()))
        .collect()
}

#[test]
fn a_ballot_ends_by_itself_is_stored_and_taken_back() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(BALLOTS);
    assert_eq!(row(&driver, "1 满意"), ["39", "35", "37"]);
    driver.press("1");
    driver.says("第 90 张  第 2/3 题");
    driver.is_silent_about("已保存");
    // Backspace takes back what is in hand, and a full-width digit is a digit.
    driver.press("<Backspace>２1０");
    driver.says("已保存");
    driver.says("第 91 张  第 1/3 题");
    driver.says("上一张：基本满意、满意、弃权");
    assert_eq!(row(&driver, "1 满意"), ["39", "36", "37"]);
    assert_eq!(row(&driver, "2 基本满意"), ["26", "28", "29"]);
    assert_eq!(row(&driver, "0 弃权"), ["3", "1", "1"]);
    // The score follows: (39 × 100 + 26 × 80) ÷ 87.
    assert_eq!(row(&driver, "得分")[0], "68.74");
    // Taken back: the ballot is in hand again without its last answer.
    driver.press("<Backspace>");
    assert_eq!(row(&driver, "1 满意"), ["39", "35", "37"]);
    driver.says("第 90 张  第 3/3 题");
    driver.says("这一张：基本满意、满意");
    driver.press("3");
    assert_eq!(row(&driver, "3 不满意"), ["22", "25", "24"]);
    // In hand, undo is of the last key; of what is stored it takes back the last ballot.
    driver.press("11<C-z>");
    driver.says("第 91 张  第 2/3 题");
    driver.press("<C-z><C-z>");
    driver.says("已恢复");
    assert_eq!(row(&driver, "3 不满意"), ["22", "25", "23"]);
    driver.press("<Esc><F2>7");
    assert_eq!(row(&driver, "1 满意"), ["39", "35", "37"]);
}

#[test]
fn backspace_in_one_burst_with_the_digits_takes_the_last_ballot_back() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(BALLOTS);
    // Two ballots, the second one wrong: taken back, answered anew; nothing has been stored yet.
    let effects = driver.press_together("111112<Backspace><Backspace>33<Backspace>1222");
    driver.carry_out(effects);
    driver.draw();
    driver.is_silent_about("保存中");
    driver.says("收回 92 张");
    assert_eq!(row(&driver, "1 满意"), ["41", "36", "39"]);
    assert_eq!(row(&driver, "2 基本满意"), ["26", "29", "30"]);
    assert_eq!(row(&driver, "3 不满意"), ["22", "26", "23"]);
}

#[test]
fn where_the_questions_differ_the_one_with_the_fewest_is_named() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(BALLOTS);
    driver.press("<Tab>30<Enter><Esc>");
    let text = driver.text();
    assert_eq!(text.matches("收回最少 80 张（Q1）").count(), 2, "{text}");
    driver.says("发出 90 张，收回最少 80 张（Q1），够 20 张");
    driver.is_silent_about("收回 89 张");
}

#[test]
fn backspace_knows_what_was_undone_otherwise() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(BALLOTS);
    driver.press("111222333");
    driver.says("收回 92 张");
    driver.press("<C-z>");
    driver.says("收回 91 张");
    driver.press("<Backspace>");
    driver.says("收回 90 张");
    driver.says("这一张：基本满意、基本满意");
    driver.press("<Backspace><Backspace><Backspace>");
    driver.says("收回 89 张");
    driver.says("这一张：满意、满意");
    driver.press("<Esc><Backspace>");
    driver.says("这一次没有录过票");
}

#[test]
fn many_ballots_typed_ahead_are_all_counted_in_their_order() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(BALLOTS);
    // All keys arrive before the office has answered anything.
    let keys = "111122211".repeat(20);
    let messages = keys.chars().map(|letter| {
        let code = pingxing::term::KeyCode::Char(letter);
        Message::Key(pingxing::term::KeyEvent::new(
            code,
            pingxing::term::KeyModifiers::NONE,
        ))
    });
    let effects = update_all(&mut driver.model, messages.collect());
    driver.draw();
    driver.says("! 未存 60 张");
    driver.says("保存中");
    assert_eq!(row(&driver, "1 满意"), ["79", "75", "77"]);
    driver.carry_out(effects);
    driver.draw();
    driver.says("收回 149 张");
    driver.says("已保存");
    driver.press("<Esc><F2>7");
    assert_eq!(row(&driver, "1 满意"), ["79", "75", "77"]);
    assert_eq!(row(&driver, "2 基本满意"), ["45", "48", "49"]);
}

#[test]
fn a_spoilt_paper_is_one_key_and_an_unknown_option_is_refused() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(BALLOTS);
    driver.press("＊");
    assert_eq!(row(&driver, "* 废票"), ["1", "1", "1"]);
    driver.press("<Backspace>");
    driver.says("第 90 张  第 1/3 题");
    driver.press("7");
    driver.says("没有第 7 个选项");
    // A ballot that is not finished holds back whatever leaves it; Esc drops it.
    driver.press("1<F8>");
    driver.says("还有 2 题未录");
    driver.press("<Esc>");
    driver.says("已放弃");
    driver.press("<F8>");
    driver.says("2/180 家");
}

#[test]
fn totals_are_typed_and_what_does_not_agree_is_said() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(BALLOTS);
    driver.press("<Tab>50<Enter>");
    assert_eq!(row(&driver, "1 满意"), ["50", "35", "37"]);
    driver.says("已保存");
    driver.says("! 各题收回数不同");
    driver.says("收回 100 张，多于发出的 90 张");
    // Moving keeps what is typed; the number counted by hand checks the others.
    driver.press("<Up>39<Down><Down><Down><Down><Down>88<Tab>");
    assert_eq!(row(&driver, "1 满意"), ["39", "35", "37"]);
    let text = driver.text();
    assert!(
        text.contains("! Q1：有效 + 弃权 + 废票 = 89，与清点收回的 88 张不符"),
        "{text}"
    );
    driver.press("<Tab><Down><Down><Down><Down><Down>89<Enter>");
    driver.says("收回 89 张 = 有效 + 弃权 + 废票");
    // The number issued is of the paper: it is stored for every question at once.
    driver.press("120<Enter>");
    assert_eq!(row(&driver, "发出"), ["120", "120", "120"]);
    driver.press("<C-z>");
    assert_eq!(row(&driver, "发出"), ["90", "90", "90"]);
    // Another organisation is a move, too: what is typed is kept.
    driver.press("<Esc><Tab>40<F8>");
    driver.says("2/180 家");
    driver.press("<F7>");
    assert_eq!(row(&driver, "1 满意"), ["40", "35", "37"]);
}

#[test]
fn too_few_ballots_have_no_score() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(BALLOTS);
    driver.press("<Tab><Del><Down><Del><Down><Del><Down><Del>");
    driver.press("<Esc>");
    let text = driver.text();
    assert!(text.contains("至少要 20 张"), "{text}");
    assert!(text.contains("得分"), "{text}");
    assert_eq!(row(&driver, "得分"), Vec::<String>::new());
    // The findings say so, and lead here.
    driver.press("<Esc><F2>2");
    for _ in 0..200 {
        if driver.under_hand().contains("收回") {
            break;
        }
        driver.press("<Down>");
    }
    driver.press("<Enter>");
    let text = driver.text();
    assert!(text.contains("计票  1/1 家"), "{text}");
    assert!(text.contains("至少要 20 张"), "{text}");
}
