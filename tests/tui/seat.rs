//! In whose name: what each chair has left to do, and which one a stranger is offered first.

use std::sync::Arc;

use pingxing::demo;
use pingxing::office::Door;
use pingxing::round::{Cell, What};

use crate::driver::{Driver, demonstration_of, empty_office, with_the_demonstration};

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

/// The key of the choice of another rater of a party.
fn offer_of_another(driver: &Driver, party: &str) -> char {
    let text = driver.text();
    let mut rows = text.lines();
    let row = rows.find(|row| row.contains(&format!("{party} · 其他评分人")));
    let mut keys = row.into_iter().flat_map(str::chars);
    keys.find(char::is_ascii_digit)
        .expect("another rater is offered")
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
fn where_a_party_has_a_list_nobody_else_is_offered() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.says("考评二组");
    for keys in ["<Esc><Enter>", "<Esc><Enter><Enter><F10>huanyige<Enter>"] {
        driver.press(keys);
        driver.says("上级党组织评定 · 考评三组");
        driver.is_silent_about("其他评分人");
    }
}

#[test]
fn what_was_typed_of_a_new_round_stays_when_it_is_refused() {
    let (_folder, office) = empty_office();
    let mut driver = Driver::new(office, 80, 24);
    driver.press("21/没有/名单.csv<Up>年<Enter><Enter>");
    driver.says("年度要写成四位数字");
    driver.says("/没有/名单.csv");
    // The hand is on the year: mended there, the list is looked for, and is not found.
    driver.press("<Backspace><Enter><Enter>");
    driver.says("打不开 /没有/名单.csv");
    driver.says("新建轮次：石嘴山市");
}

#[test]
fn a_sheet_that_another_has_begun_is_a_chair_that_is_offered() {
    let (_folder, office) = empty_office();
    let mut round = demo::round(demo::CITY, demo::SEED).expect("a demonstration");
    // One party has no list of raters.
    let listed = |cell: &Cell| cell.what == What::Assignment && cell.key[1] == "self";
    round.cells.retain(|cell| !listed(cell));
    demo::load(office.as_ref(), &round, "办公室").expect("loaded");
    let [mut one, mut other] = [(); 2].map(|()| {
        let mut driver = Driver::new(Arc::clone(&office) as Arc<dyn Door>, 80, 24);
        driver.press("<Enter><Enter>");
        driver
    });
    one.press("<F10>huanyige<Enter>");
    let another = offer_of_another(&one, "基层党组织自评");
    one.press(&format!("{another}副书记<Enter>"));
    one.says("副书记");
    one.press("<Enter>*");
    one.says("已保存");
    other.news();
    other.press("<F10>huanyige<Enter>");
    assert_eq!(offered(&other, "副书记").0, "还有 1 张未提交");
    // Somebody who opens the round anew is offered it too.
    let mut third = Driver::new(other.door(), 80, 24);
    third.press("<Enter>");
    assert_eq!(offered(&third, "副书记").0, "还有 1 张未提交");
}
