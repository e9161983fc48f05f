//! The findings before publication, on the demonstration: groups, filters, and the way to each
//! place.

use crate::driver::{Driver, with_the_demonstration};
use crate::pictures::show;

/// From the list of organisations.
const FINDINGS: &str = "<F2>2";

#[test]
fn looks() {
    show("findings", FINDINGS);
    show(
        "findings_group",
        "<F2>2<Down><Down><Down><Down><Down><Enter>",
    );
    show("findings_filter", "<F2>2<F4>");
    show(
        "findings_name",
        "<F2>2<F4><Down><Down><Down><Down><Down><Enter><Enter>",
    );
}

/// In the findings, with the filter on a kind.
fn only(kind: &str) -> Driver {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press(FINDINGS);
    filter(&mut driver, kind);
    driver
}

pub fn filter(driver: &mut Driver, kind: &str) {
    driver.press("<F4>");
    let text = driver.text();
    let line = |wanted: &str| text.lines().position(|line| line.contains(wanted));
    let kind = format!("· {kind}");
    let places = line("全部").zip(line(&kind));
    let (all, here) = places.expect("a filter of that kind is offered");
    driver.press(&"<Down>".repeat(here - all));
    driver.press("<Enter>");
}

#[test]
fn many_of_one_kind_are_one_line_that_opens() {
    let mut driver = only("没有评分表");
    let text = driver.text();
    assert!(text.contains("+ 27 处，按 Enter"), "{text}");
    driver.press("<Down>");
    driver.press("<Enter>");
    let text = driver.text();
    assert!(
        text.contains("没有评分表 上级党组织评定 考评二组"),
        "{text}"
    );
    assert!(text.contains("大营湾村"), "{text}");
    // Back on the group, then to all findings, then away.
    driver.press("<Esc>");
    assert!(
        driver.under_hand().contains("考评二组"),
        "{}",
        driver.under_hand()
    );
    driver.press("<Esc>");
    driver.says("否决 V9");
    driver.press("<Esc>");
    assert_eq!(driver.top(), Some("organisations"));
}

#[test]
fn each_finding_leads_to_its_place() {
    let cases = [
        ("否决待认定", "<Enter>", "vetoes", "北塔堡村"),
        ("并列待排序", "<Enter>", "ranking", "国有企业"),
        ("自评明显偏高", "<Enter><Enter>", "breakdown", "官庄滩村"),
        ("名额未用完", "<Enter>", "allotment", "国有企业"),
    ];
    for (kind, keys, top, shown) in cases {
        let mut driver = only(kind);
        driver.press(keys);
        assert_eq!(driver.top(), Some(top), "{kind}");
        let text = driver.text();
        assert!(text.contains(shown), "{kind}: {text}");
    }
}

#[test]
fn places_left_open_lead_to_the_row_of_their_cohort_and_level() {
    let mut driver = only("名额未用完");
    driver.press("<Down>");
    let said = driver.under_hand();
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("allotment"), "{said}");
    let row = driver.under_hand();
    for words in [
        ["青禾区", "望河区", "云泽区", "临岭区"].as_slice(),
        &["行政村", "社区", "机关", "国有企业", "两新组织", "学校"],
        &["五星", "四星", "三星"],
    ] {
        let word = words.iter().find(|word| said.contains(**word));
        assert!(word.is_some_and(|word| row.contains(word)), "{said}\n{row}");
    }
}

#[test]
fn a_superiors_sheet_that_repeats_the_self_rating_is_told_and_opens() {
    let mut driver = only("照抄自评");
    let text = driver.text();
    assert!(text.contains("上级评分 25 项中有 25 项与自"), "{text}");
    assert!(text.contains("青禾供水公司"), "{text}");
    driver.press("<Enter>1");
    assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
}

#[test]
fn a_sheet_of_the_own_chair_opens_at_once_and_anothers_after_a_yes() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press(FINDINGS);
    filter(&mut driver, "评完未提交");
    // The second of these is another group's.
    while !driver.under_hand().contains("考评三组") {
        driver.press("<Down>");
    }
    driver.press("<Enter>");
    driver.says("您现在不以此名义评分");
    driver.press("2");
    assert_eq!(driver.top(), Some("breakdown"));
    driver.press("<Esc><Enter>1");
    assert_eq!(driver.top(), Some("scoring"));
    driver.says("考评三组");
    // Now the chair is the own one.
    driver.press("<Esc><Enter>");
    assert_eq!(driver.top(), Some("scoring"));
}

#[test]
fn a_proposed_veto_is_under_the_hand_where_its_finding_leads() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<C-g>14");
    assert!(driver.under_hand().contains("V9"), "{}", driver.text());
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("vetoes"));
    assert!(driver.under_hand().contains("V9"), "{}", driver.text());
}
