//! In whose name: what each chair has left to do, and which one a stranger is offered first.

use pingxing::demo;

use crate::driver::{Driver, demonstration_of, empty_office};

/// What is said behind a rater's name in the question, and whether the row is under the hand.
fn offered(driver: &Driver, rater: &str) -> (String, bool) {
    let text = driver.text();
    let mut rows = text.lines().enumerate();
    let (y, row) = rows
        .find(|(_, row)| row.contains(&format!(" {rater}  ")))
        .expect(rater);
    let (_, said) = row.split_once(rater).unwrap_or_default();
    let y = u16::try_from(y).expect("a row");
    let screen = driver.terminal.screen();
    let marked = (0..80).any(|x| screen.cell(y, x).is_some_and(vt100::Cell::inverse));
    let said = said.split('│').next().unwrap_or_default();
    (said.trim().to_owned(), marked)
}

#[test]
fn a_stranger_is_offered_a_chair_that_has_work_left() {
    let (_folder, office) = demonstration_of(demo::CITY);
    let mut driver = Driver::new(office, 80, 24);
    driver.model.session.actor = "代录员".to_owned();
    driver.press("<Enter>");
    assert!(driver.text().contains("以谁的名义评"), "{}", driver.text());
    let (done, marked) = offered(&driver, "支部书记");
    assert_eq!((done.as_str(), marked), ("已全部提交", false));
    let (left, marked) = offered(&driver, "考评一组");
    assert!(marked, "{}", driver.text());
    let left: String = left.chars().filter(char::is_ascii_digit).collect();
    let left: usize = left.parse().expect("a count");
    assert!(left > 0);
    // The list of who has not submitted counts the same sheets, and so does the question there.
    driver.press("<Enter><F10>huanyige<Enter>");
    let (again, _) = offered(&driver, "考评一组");
    assert_eq!(again, format!("还有 {left} 张未提交"));
}

#[test]
fn who_is_a_rater_by_name_is_offered_the_own_chair() {
    let (_folder, office) = demonstration_of(demo::CITY);
    let mut driver = Driver::new(office, 80, 24);
    driver.press("<Enter>");
    assert!(offered(&driver, "考评二组").1, "{}", driver.text());
}

#[test]
fn a_name_that_is_not_on_the_list_is_refused_before_anything_is_rated() {
    let (_folder, office) = demonstration_of(demo::CITY);
    let mut driver = Driver::new(office, 80, 24);
    driver.model.session.actor = "代录员".to_owned();
    driver.press("<Enter>");
    let other = driver
        .text()
        .lines()
        .find(|line| line.contains("上级党组织评定 · 其他评分人"))
        .and_then(|line| line.chars().find(char::is_ascii_digit))
        .expect("another rater is offered");
    driver.press(&other.to_string());
    // A field that stays empty means the own name, which is not on the list here.
    driver.says("不写就是 代录员");
    driver.press("<Enter>");
    driver.says("“代录员”不在上级党组织评定的评分人名单上");
    // The question stays; a name that is on the list is taken.
    driver.press("考评三组<Enter>");
    driver.says("考评三组（录入 代录员）");
}

#[test]
fn what_was_typed_of_a_new_round_stays_when_it_is_refused() {
    let (_folder, office) = empty_office();
    let mut driver = Driver::new(office, 80, 24);
    driver.press("21<Tab>年<Tab>/没有/名单.csv<Enter>");
    driver.says("年度要写成四位数字");
    driver.says("/没有/名单.csv");
    // The hand is on the year: mended there, the list is looked for, and is not found.
    driver.press("<Backspace><Enter><Enter>");
    driver.says("打不开 /没有/名单.csv");
    driver.says("新建轮次：石嘴山市");
}
