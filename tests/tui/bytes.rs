//! How much is sent: lines are slow, and nothing is sent when nothing changed.

use pingxing::term::Widths;
use pingxing::tui::Seat;

use crate::driver::{Driver, with_the_demonstration_at};

#[test]
fn an_unchanged_frame_sends_nothing() {
    let mut driver = Driver::in_organisations(120, 36);
    assert_eq!(driver.draw(), 0);
    driver.press("<F3>");
    assert_eq!(driver.draw(), 0, "with a caret");
}

#[test]
fn going_down_the_list_is_cheap() {
    let mut driver = Driver::in_organisations(120, 36);
    let within: Vec<usize> = (0..20).map(|_| driver.press("<Down>")).collect();
    assert!(within.iter().all(|bytes| *bytes <= 450), "{within:?}");
    driver.press("<Home>");
    let all: Vec<usize> = (0..160).map(|_| driver.press("<Down>")).collect();
    let average = all.iter().sum::<usize>() / all.len();
    assert!(average <= 700, "{average}: {all:?}");
}

#[test]
fn a_first_frame_is_small() {
    let driver = Driver::in_organisations(120, 36);
    let sent = driver.screen.writer().len();
    assert!(sent <= 16_000, "{sent} for three screens");
}

#[test]
fn a_mark_is_cheap_even_where_every_item_is_another_text() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F3>zijing<Enter><Enter>");
    let digits: Vec<usize> = (0..3).map(|_| driver.press("1")).collect();
    // The first one also says in the header and beside the composite that it is not stored.
    assert!(digits.iter().all(|bytes| *bytes <= 210), "{digits:?}");
    assert!(
        digits.iter().skip(1).all(|bytes| *bytes <= 200),
        "{digits:?}"
    );
    driver.press("<Esc>");
    let items: Vec<usize> = (0..10).map(|_| driver.press("<Down>")).collect();
    let average = items.iter().sum::<usize>() / items.len();
    assert!(average <= 1000, "{average}: {items:?}");
}

/// Every item of a sheet marked in full where it can be, else with a digit: the mark, and all of
/// the next item's text, go over the line. What was sent for each.
fn sent_for_a_sheet(found_by: &str) -> Vec<usize> {
    let (_folder, mut driver) = with_the_demonstration_at(120, 36);
    // The terminal has answered how wide it draws.
    driver.screen.set_widths(Widths::default());
    driver.model.session.seat = Some(Seat {
        party: "superior".to_owned(),
        rater: "考评一组".to_owned(),
    });
    driver.press(&format!("<F5><F3>{found_by}<Enter><Enter>"));
    assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
    let mut sent = Vec::new();
    while sent.len() < 24 {
        let before = driver.text();
        let bytes = driver.press("*");
        if driver.text().contains("没有满分键") {
            let digit = driver.press("1");
            assert!(digit <= 240, "a digit alone: {digit}");
            sent.push(driver.press("<Enter>"));
        } else {
            assert_ne!(before, driver.text());
            sent.push(bytes);
        }
    }
    sent
}

#[test]
fn a_mark_and_the_next_item_are_few_bytes() {
    // A community and a village, both this group's to rate.
    let sent = ["zijing", "luweiwancun"].map(sent_for_a_sheet).concat();
    let average = sent.iter().sum::<usize>() / sent.len();
    assert!(average <= 820, "{average}: {sent:?}");
    assert!(sent.iter().all(|bytes| *bytes <= 1100), "{sent:?}");
}
