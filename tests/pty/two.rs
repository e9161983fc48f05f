//! Two programs on one database.

use crate::house::{FIRST, House};
use crate::terminal::Terminal;
use crate::written::write;

const SECOND: &str = "录入二号";

/// Both look at the same untouched item; the first stores 8, the second keeps 5.
fn meet(house: &House) -> (Terminal, Terminal) {
    let first = house.at_sheet(FIRST);
    let second = house.at_sheet(SECOND);
    second.press("5");
    second.wait("5.00–95.00");
    first.press("8<Enter>");
    first.wait_for("stored", |screen| {
        screen.contains("已保存") && screen.contains("8.00–98.00")
    });
    second.press("<Enter>");
    let asked = second.wait("两人改了同一项");
    for (label, value) in [("原来", "无"), ("对方", "8"), ("我的", "5")] {
        let line = asked.lines().find(|line| line.contains(label)).unwrap();
        assert!(line.contains(value), "{line}");
    }
    let theirs = asked.lines().find(|line| line.contains("对方")).unwrap();
    assert!(theirs.contains(FIRST), "{theirs}");
    (first, second)
}

#[test]
fn the_later_one_may_keep_what_the_other_stored() {
    let house = House::new();
    let (_first, second) = meet(&house);
    second.press("1");
    second.wait_gone("两人改了同一项");
    second.wait("8.00–98.00");
    let log = house
        .place
        .done(&["log", "--round", "2026", "--who", SECOND]);
    assert!(!log.contains("A1"), "{log}");
    assert_eq!(house.marks(), ["A1=8"]);
}

#[test]
fn the_later_one_may_put_the_own_mark() {
    let house = House::new();
    let (first, second) = meet(&house);
    second.press("2");
    second.wait_gone("两人改了同一项");
    second.wait_for("stored", |screen| {
        screen.contains("已保存") && screen.contains("5.00–95.00")
    });
    let log = house
        .place
        .done(&["log", "--round", "2026", "--who", SECOND]);
    assert!(log.contains("A1"), "{log}");
    assert_eq!(house.marks(), ["A1=5"]);
    // The other one sees it without a key, and hears who it was.
    first.wait_for("news", |screen| {
        screen.contains("5.00–95.00") && screen.contains(SECOND)
    });
}

#[test]
fn what_another_program_stores_is_seen_without_a_key() {
    let house = House::new();
    let watching = house.at_sheet(FIRST);
    let file = write(
        &house.place,
        "scores.csv",
        "单位,评价主体,评分人,指标,得分,备注,状态\n640901,superior,考评一组,A7,9,,\n",
    );
    let file = file.display().to_string();
    house
        .place
        .done(&["--as", SECOND, "import", "scores", &file, "--round", "2026"]);
    watching.wait("9.00–99.00");
}

#[test]
fn leaving_with_an_undecided_value_says_what_it_would_drop() {
    let house = House::new();
    let (_first, mut second) = meet(&house);
    second.press("<C-q>");
    let told = second.wait("还没有决定");
    assert!(told.contains("A1 指标1 5"), "{told}");
    // Any other key takes the leaving back, and the decision is still there.
    second.press("2");
    second.wait_for("stored", |screen| {
        screen.contains("已保存") && screen.contains("5.00–95.00")
    });
    assert_eq!(house.marks(), ["A1=5"]);
    second.press("<C-q>");
    assert_eq!(second.ended().0.exit_code(), 0);
}

#[test]
fn leaving_twice_gives_an_undecided_value_up() {
    let house = House::new();
    let (_first, mut second) = meet(&house);
    second.press("<C-q>");
    second.wait("还没有决定");
    second.press("<C-q>");
    assert_eq!(second.ended().0.exit_code(), 0);
    assert_eq!(house.marks(), ["A1=8"]);
}
