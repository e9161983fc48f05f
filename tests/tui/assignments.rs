//! 分工与回避: for one organisation and for a whole town, with reasons, changed, removed, undone.

use crate::driver::{Driver, with_the_demonstration};
use crate::go::go;
use crate::pictures::picture;

fn in_assignments() -> (tempfile::TempDir, Driver) {
    let (folder, mut driver) = with_the_demonstration();
    go(&mut driver, "分工与回避");
    assert_eq!(driver.top(), Some("assignments"));
    (folder, driver)
}

#[test]
fn looks() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut driver = Driver::in_organisations(width, height);
        go(&mut driver, "分工与回避");
        let named = |name: &str| format!("{name}_{width}x{height}");
        insta::assert_snapshot!(named("assignments"), picture(&driver));
        driver.press("<F4>");
        insta::assert_snapshot!(named("assignments_filter"), picture(&driver));
        driver.press("<Esc>+stsq<Enter>");
        insta::assert_snapshot!(named("assignments_party"), picture(&driver));
        driver.press("4");
        insta::assert_snapshot!(named("assignments_form"), picture(&driver));
    }
}

#[test]
fn a_recusal_needs_its_reason_and_says_so() {
    let (_folder, mut driver) = in_assignments();
    driver.press("+stsq<Enter>4");
    let text = driver.text();
    assert!(text.contains("上级党组织评定：回避"), "{text}");
    assert!(text.contains("已有评分人：考评一组、考评二组"), "{text}");
    driver.press("考评九组<Tab><Enter>");
    driver.says("“事由”不能空着");
    driver.press("曾在该社区任职<Enter>");
    let text = driver.text();
    assert!(text.contains("水塔社区：考评九组 回避"), "{text}");
    let row = driver.under_hand();
    assert!(row.contains("考评九组") && row.contains("- 回避"), "{row}");
    assert!(text.contains("考评九组（曾在该社区任职）"), "{text}");
    // Due again: the reason goes with the recusal.
    driver.press("<Enter>1");
    let row = driver.under_hand();
    assert!(row.contains("应评") && !row.contains("任职"), "{row}");
    driver.press("<C-z>");
    let row = driver.under_hand();
    assert!(row.contains("- 回避") && row.contains("任职"), "{row}");
}

#[test]
fn a_whole_district_is_assigned_in_one_step_and_undone_in_one() {
    let (_folder, mut driver) = in_assignments();
    let counted = |driver: &Driver| {
        let header = driver.text().lines().next().unwrap_or_default().to_owned();
        let due = header.split("应评 ").nth(1).map(str::to_owned);
        let due = due.and_then(|rest| rest.split(' ').next().and_then(|text| text.parse().ok()));
        due.unwrap_or(0_usize)
    };
    let before = counted(&driver);
    // The district itself is not rated: all that lie in it are meant.
    driver.press("+640901<Enter>");
    let text = driver.text();
    assert!(text.contains("全部"), "{text}");
    driver.press("3复核组<Tab><Enter>");
    let text = driver.text();
    assert!(
        text.contains("复核组 应评") && text.contains("家："),
        "{text}"
    );
    let after = counted(&driver);
    assert!(after > before + 10, "{before} {after}");
    driver.press("<C-z>");
    assert_eq!(counted(&driver), before, "{}", driver.text());
}

#[test]
fn another_rater_takes_the_place_of_one_and_two_are_not_made_one() {
    let (_folder, mut driver) = in_assignments();
    driver.press("<F4>6");
    let row = driver.under_hand();
    assert!(row.contains("考评一组"), "{row}");
    driver.press("<Enter>3<C-u>支部书记<Tab><Enter>");
    let text = driver.text();
    // It rates for another party there, so it is no assignment of this one.
    assert!(text.contains("支部书记 应评"), "{text}");
    assert!(driver.under_hand().contains("支部书记"), "{text}");
    driver.press("<Del>");
    driver.says("已删除 支部书记 的分工");
}

#[test]
fn the_filter_lists_the_recused_alone_and_esc_clears_it() {
    let (_folder, mut driver) = in_assignments();
    driver.press("+stsq<Enter>4考评九组<Tab>曾任职<Enter><F4>2");
    let text = driver.text();
    assert!(text.contains("筛选：只看回避"), "{text}");
    assert!(!text.contains("  应评  "), "{text}");
    assert!(text.contains("应评 0 条"), "{text}");
    // Due now, it no longer fits, and stands where it was until F5.
    driver.press("<Enter>1");
    assert!(
        driver.under_hand().contains("已不符筛选"),
        "{}",
        driver.text()
    );
    driver.press("<F5>");
    driver.is_silent_about("已不符筛选");
    driver.press("<Esc>");
    driver.is_silent_about("筛选：");
}
