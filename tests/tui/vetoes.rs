//! The vetoes of the round, on the demonstration: filters, what decides itself, the past.

use crate::driver::{Driver, with_the_demonstration};
use crate::pictures::show;

/// From the list of organisations.
const VETOES: &str = "<F2>3";

#[test]
fn looks() {
    show("vetoes_filter", "<F2>3<F4>");
    show("vetoes_past", "<F2>3<Home><F2>1");
}

#[test]
fn one_state_alone_is_listed_until_esc() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press(VETOES);
    driver.press("<F4>2");
    let text = driver.text();
    assert!(
        text.contains("? 待认定") && !text.contains("! 已认定"),
        "{text}"
    );
    // The header still counts all.
    assert!(text.contains("已认定 25  待认定 4  已解除 2"), "{text}");
    driver.press("<Esc>");
    driver.says("! 已认定");
    assert_eq!(driver.top(), Some("vetoes"));
}

#[test]
fn v9_what_decided_itself_says_on_what_figure_and_is_lifted_with_a_reason() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(VETOES);
    while !driver.text().contains("▸ 水塔社区") {
        driver.press("<Down>");
    }
    let text = driver.text();
    assert!(text.contains("由条件自动认定"), "{text}");
    assert!(
        text.contains("党员群众测评满意率 73.38% < 80%，自动认定"),
        "{text}"
    );
    assert!(text.contains("否决前一星，否决后无星"), "{text}");
    driver.press("<Enter>");
    // By hand it is neither proposed nor decided, only lifted.
    driver.press("2");
    driver.says("由条件自动认定（V9）");
    driver.press("3组织部便函7号<Tab>2026-11-02<Tab><Enter>");
    driver.says("“解除事由”不能空着");
    driver.press("测评票经复核有误<Enter>");
    let text = driver.text();
    assert!(text.contains("- 已解除   组织部便函7号"), "{text}");
    assert!(text.contains("等次：解除后一星，若不解除无星"), "{text}");
    // Who did it, and when, stands in the book.
    assert!(text.contains("已解除：考评二组，2026年11月2日"), "{text}");
    driver.press("<F2>1");
    let text = driver.text();
    assert!(text.contains("经过（新的在前）"), "{text}");
    assert!(text.contains("测评票经复核有误"), "{text}");
}

#[test]
fn a_faulty_day_keeps_the_form_open_with_what_was_typed() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(VETOES);
    driver.press("<Home><Enter>3");
    // A lift has a basis of its own; the one that it takes back is told above.
    let text = driver.text();
    assert!(text.contains("解除的是：青禾组发〔2026〕58号"), "{text}");
    // In its row, in the form, and in the pane; in no field.
    assert_eq!(text.matches("青禾组发〔2026〕58号").count(), 3, "{text}");
    driver.says("Enter 下一栏");
    driver.press("复核函7号<Enter>明天<Enter>");
    assert_eq!(driver.top(), Some("form"));
    driver.says("“明天”不是日期，写作 2026-11-02");
    driver.says("复核函7号");
    // Past it by Tab, the last Enter looks at it all the same and goes back to it.
    driver.press("<Tab>查无实据");
    driver.says("Enter 确定");
    driver.press("<Enter>");
    driver.says("“明天”不是日期");
    driver.press("<Backspace><Backspace>２０２６－１１－０３<Enter><Enter>");
    assert_eq!(driver.top(), Some("vetoes"), "{}", driver.text());
    driver.says("- 已解除");
    driver.says("依据：复核函7号，2026年11月3日");
    driver.is_silent_about("未保存");
}

#[test]
fn what_the_door_refuses_comes_back_as_it_was_typed_and_is_not_unsaved() {
    let (_folder, [mut first, mut second]) = crate::driver::two_in_the_demonstration();
    for driver in [&mut first, &mut second] {
        driver.press(VETOES);
        driver.press("<Home><Enter>3");
    }
    first.press("复核函7号<Enter><Enter>查无实据<Enter>");
    first.says("- 已解除");
    // The second has seen it decided.
    second.press("复核函8号<Enter><Enter>另有说明<Enter>");
    assert_eq!(second.top(), Some("form"), "{}", second.text());
    second.says("复核函8号");
    second.says("另有说明");
    second.is_silent_about("未保存");
}

#[test]
fn a_decided_veto_is_a_line_in_reverse_on_the_screens_of_its_organisation() {
    let (_folder, mut driver) = with_the_demonstration();
    let decided = "不得晋星  73.38% < 80% 自动认定  不得高于上次等次";
    for (keys, top) in [("", "scoring"), ("<F2>7", "ballots")] {
        driver.press("<Home>");
        while !driver.text().contains("▸ 水塔社区") {
            driver.press("<Down>");
        }
        driver.press(if keys.is_empty() { "<Enter>" } else { keys });
        assert_eq!(driver.top(), Some(top), "{}", driver.text());
        let text = driver.text();
        let row = text.lines().position(|line| line.contains(decided));
        let row = row.unwrap_or_else(|| panic!("{top}: {text}"));
        let screen = driver.terminal.screen();
        let reversed = |column: u16| {
            let cell = screen.cell(row as u16, column);
            cell.is_some_and(|cell| cell.inverse() || cell.is_wide_continuation())
        };
        assert!((0..80).all(reversed), "{top}: {text}");
        driver.press("<Esc>");
    }
}
