//! 加减分: added, edited, filtered, removed, undone; on the demonstration by the real office.

use crate::driver::{Driver, two_in_the_demonstration, with_the_demonstration};
use crate::go::go;
use crate::pictures::picture;

fn in_adjustments() -> (tempfile::TempDir, Driver) {
    let (folder, mut driver) = with_the_demonstration();
    go(&mut driver, "加减分");
    assert_eq!(driver.top(), Some("adjustments"));
    (folder, driver)
}

#[test]
fn looks() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut driver = Driver::in_organisations(width, height);
        go(&mut driver, "加减分");
        let named = |name: &str| format!("{name}_{width}x{height}");
        insta::assert_snapshot!(named("adjustments"), picture(&driver));
        driver.press("<F4>");
        insta::assert_snapshot!(named("adjustments_pending"), picture(&driver));
        driver.press("<Esc>+stsq<Enter>");
        insta::assert_snapshot!(named("adjustments_which"), picture(&driver));
        driver.press("2");
        insta::assert_snapshot!(named("adjustments_form"), picture(&driver));
    }
}

#[test]
fn one_is_added_by_pinyin_and_number_and_its_effect_is_told() {
    let (_folder, mut driver) = in_adjustments();
    driver.press("+stsq<Enter>");
    driver.says("水塔社区：加减哪一项");
    // The count may be full-width; an input method is on.
    driver.press("2<Backspace>１<Tab>青禾党发〔2026〕99号<Tab>巡察反馈<Enter>");
    let text = driver.text();
    assert!(text.contains("水塔社区 J2：已登记 1 次"), "{text}");
    assert!(text.contains("已保存"), "{text}");
    let row = driver.under_hand();
    assert!(row.contains("+ J2") && row.contains("+1.50"), "{row}");
    assert!(text.contains("没有这一条 79.65，有这一条 81.15"), "{text}");
    assert!(text.contains("备注：巡察反馈"), "{text}");
    // Undone where it is seen: one press.
    driver.press("<C-z>");
    let text = driver.text();
    assert!(text.contains("已恢复"), "{text}");
    let listed = text.lines().filter(|line| line.starts_with('│'));
    assert!(
        !listed.collect::<String>().contains("〔2026〕99号"),
        "{text}"
    );
}

#[test]
fn wrong_input_is_told_and_what_was_typed_stays() {
    let (_folder, mut driver) = in_adjustments();
    driver.press("+没有这个单位<Enter>");
    assert_eq!(driver.top(), Some("find"), "{}", driver.text());
    driver.says("没有符合的");
    driver.press("<Esc>+stsq<Enter>2<Backspace>0<Tab>青禾党发〔2026〕99号<Tab><Enter>");
    let text = driver.text();
    assert_eq!(driver.top(), Some("form"), "{text}");
    assert!(
        text.contains("次数要写成不小于 1 的整数，不能是“0”"),
        "{text}"
    );
    assert!(text.contains("青禾党发〔2026〕99号"), "{text}");
    // The hand is in the field that is wrong. Without its document it is stored as pending.
    driver.press("<Backspace>2<Tab><C-u><Tab><Enter>");
    let row = driver.under_hand();
    assert!(row.contains("? 待补文号") && row.contains("不计"), "{row}");
    let text = driver.text();
    assert!(text.contains("现在 79.65，补上文号后 82.65"), "{text}");
    // A second one without a document is the same one.
    driver.press("+stsq<Enter>2<Tab><Tab><Enter>");
    driver.says("已有一条待补文号的");
}

#[test]
fn a_document_that_comes_later_makes_a_pending_one_count() {
    let (_folder, mut driver) = in_adjustments();
    driver.press("<F4>");
    let row = driver.under_hand();
    assert!(row.contains("? 待补文号"), "{row}");
    // Enter begins in the field of the document.
    driver.press("<Enter>青禾党发〔2026〕100号<Tab><Enter>");
    let text = driver.text();
    assert!(text.contains("已登记"), "{text}");
    // It stays where it was, and says that it no longer fits.
    let row = driver.under_hand();
    assert!(
        row.contains("已不符筛选") && row.contains("〔2026〕100"),
        "{row}"
    );
    driver.press("<F5>");
    driver.is_silent_about("〔2026〕100");
    driver.press("<Esc>");
    driver.says("〔2026〕100");
}

#[test]
fn a_removal_is_on_record_and_undone() {
    let (_folder, mut driver) = in_adjustments();
    let row = driver.under_hand();
    driver.press("<Del>");
    driver.says("已删除这一条");
    assert_ne!(driver.under_hand(), row);
    driver.press("<C-z><C-z>");
    driver.says("已恢复");
    driver.press("<F5><Home>");
    assert_eq!(driver.under_hand(), row);
    go(&mut driver, "操作记录");
    let text = driver.text();
    assert!(text.contains("加减分") && text.contains("撤销"), "{text}");
}

#[test]
fn the_sheet_leads_to_the_page_of_its_organisation_and_esc_comes_back() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press("<Enter><F6>");
    driver.says("F6 加减分");
    driver.press("<F6>");
    assert_eq!(driver.top(), Some("adjustments"));
    let text = driver.text();
    assert!(text.contains("水塔社区 · 加减分"), "{text}");
    assert!(text.contains("K1") && !text.contains("J1"), "{text}");
    // The organisation is known: the adjustment is asked for at once.
    driver.press("+3<Tab>青禾党发〔2026〕99号<Tab><Enter>");
    driver.says("+0.50");
    driver.press("<Esc>");
    assert_eq!(driver.top(), Some("scoring"));
    driver.says("×1 青禾党发〔2026〕99号");
}

#[test]
fn a_veto_is_removed_where_the_sheet_shows_it_with_a_reason_on_record() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press("<Enter><F6><Del>");
    driver.says("没有登记");
    driver.press("2青禾组发〔2026〕9号<Enter>");
    let row = |driver: &Driver| {
        let text = driver.text();
        let line = text.lines().find(|line| line.contains("V1 "));
        line.unwrap_or_default().to_owned()
    };
    assert!(
        row(&driver).contains("青禾组发〔2026〕9号"),
        "{}",
        driver.text()
    );
    driver.press("<Del><Enter>");
    driver.says("事由");
    driver.press("登记错了单位<Enter>");
    assert!(
        !row(&driver).contains("青禾组发〔2026〕9号"),
        "{}",
        driver.text()
    );
    driver.press("<Esc>");
    go(&mut driver, "操作记录");
    driver.press("<Enter>");
    driver.says("事由：登记错了单位");
}

#[test]
fn who_comes_second_is_told_and_keeps_what_was_typed() {
    let (_folder, [mut one, mut other]) = two_in_the_demonstration();
    for driver in [&mut one, &mut other] {
        go(driver, "加减分");
        driver.press("<Down>");
    }
    other.press("<Enter><C-u>1<Tab><Tab><Enter>");
    other.says("已登记 1 次");
    one.press("<Enter><C-u>3<Tab><Tab>补查<Enter>");
    let text = one.text();
    let told = "没有存入：考评二组 已先改为“1”，您写的是“3，备注 补查”";
    assert!(text.contains(told), "{text}");
    // What a rule refused does not wait to be stored.
    assert!(!text.contains("未保存"), "{text}");
    // The form stands open with what was typed; kept once more, it is meant.
    assert_eq!(one.top(), Some("form"), "{text}");
    assert!(text.contains("补查"), "{text}");
    one.press("<Tab><Tab><Enter>");
    one.says("已登记 3 次");
    assert!(one.under_hand().contains(" 3 "), "{}", one.text());
}
