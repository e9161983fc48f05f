//! How much is sent: lines are slow, and nothing is sent when nothing changed.

use crate::driver::Driver;

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
    assert!(digits.iter().all(|bytes| *bytes <= 200), "{digits:?}");
    driver.press("<Esc>");
    let items: Vec<usize> = (0..10).map(|_| driver.press("<Down>")).collect();
    let average = items.iter().sum::<usize>() / items.len();
    assert!(average <= 1000, "{average}: {items:?}");
}

#[test]
fn zz_dump() {
    let (_folder, office) = crate::driver::empty_office();
    let round = pingxing::demo::round(pingxing::demo::CITY, pingxing::demo::SEED).expect("a demonstration");
    pingxing::demo::load(office.as_ref(), &round, "办公室").expect("loaded");
    let mut driver = Driver::new(office, 120, 36);
    driver.press("<Enter><Enter>");
    driver.press("<F3>zijing<Enter><Enter>");
    let mut from = driver.screen.writer().len();
    for at in 0..25 {
        let key = if at % 5 == 4 { "1<Enter>" } else { "*" };
        let mut n = vec![];
        for k in [key] { n.push(driver.press(k)); }
        let bytes = &driver.screen.writer()[from..];
        let shown: String = String::from_utf8_lossy(bytes).replace('\x1b', "␛");
        println!("== {at} {key} {n:?}\n{shown}");
        from = driver.screen.writer().len();
        if at < 3 { println!("{}", driver.text()); }
    }
}
