//! The main job: find, score, leave in the middle, come back, and read the same figures outside.

use crate::house::{FIRST, House};

#[test]
fn a_sheet_is_begun_left_and_taken_up_again() {
    let house = House::new();
    let mut terminal = house.open(FIRST);
    terminal.wait("1 个轮次");
    terminal.press("<Enter>");
    terminal.wait("以谁的名义评");
    terminal.press("<Enter>");
    terminal.wait("宝马村");
    terminal.press("<F3>");
    terminal.wait("查找：");
    terminal.press("yl");
    terminal.wait("1/3");
    terminal.press("<Enter>");
    terminal.wait("▸ 杨柳村");
    terminal.press("<Enter>");
    terminal.wait("0.00–100.00");
    terminal.press("8<Enter>");
    terminal.wait("8.00–98.00");
    terminal.press("7.5<Enter>");
    terminal.wait("15.50–95.50");
    // While it is typed the screen shows already what it will lead to.
    terminal.press("4");
    terminal.wait("19.50–89.50");
    terminal.press("<Enter>");
    terminal.wait_for("everything stored", |screen| {
        screen.contains("已保存") && screen.contains("已评 3/10")
    });
    terminal.press("<C-q>");
    assert_eq!(terminal.ended().0.exit_code(), 0);

    let terminal = house.open(FIRST);
    terminal.press("<Enter><Enter>");
    let screen = terminal.wait("▸ A4");
    for shown in ["杨柳村", "19.50–89.50", "已评 3/10 项  得 19.5"] {
        assert!(screen.contains(shown), "{shown} in {screen}");
    }

    let done = |arguments: &[&str]| house.place.done(arguments);
    let explained = done(&["explain", "杨柳村", "--round", "2026"]);
    let shown = done(&["show", "640903", "--round", "2026", "--format", "json"]);
    let results = done(&["results", "--round", "2026"]);
    for (what, told) in [
        ("explain", explained),
        ("show", shown),
        ("results", results),
    ] {
        assert!(told.contains("19.50"), "{what}: {told}");
        assert!(told.contains("89.50"), "{what}: {told}");
    }
}

#[test]
fn the_list_stays_at_the_organisation_that_was_open_last() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    terminal.press("<F8>");
    terminal.wait("红果子社区 ·");
    terminal.press("<Esc>");
    terminal.wait("▸ 红果子社区");
}

#[test]
fn a_change_is_undone_and_redone_in_another_sitting() {
    let house = House::new();
    let mut terminal = house.at_sheet(FIRST);
    terminal.press("6<Enter>");
    terminal.wait_for("stored", |screen| {
        screen.contains("已保存") && screen.contains("6.00–96.00")
    });
    terminal.press("<Esc>");
    terminal.wait("由我评的");
    terminal.press("<C-q>");
    assert_eq!(terminal.ended().0.exit_code(), 0);

    let terminal = house.open(FIRST);
    terminal.press("<Enter><Enter>");
    terminal.wait("▸ 宝马村");
    // Not in sight here: the first press goes there and says so.
    terminal.press("<C-z>");
    terminal.wait_for("the sheet, and what would be undone", |screen| {
        screen.contains("将撤销") && screen.contains("6.00–96.00") && screen.contains("▸ A1")
    });
    terminal.press("<C-z>");
    terminal.wait("0.00–100.00");
    terminal.press("<C-y>");
    terminal.wait_for("redone", |screen| {
        screen.contains("6.00–96.00") && screen.contains("已保存")
    });
    let log = house
        .place
        .done(&["log", "--round", "2026", "--org", "640901"]);
    assert!(log.lines().count() >= 3, "{log}");
}
