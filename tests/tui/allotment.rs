//! 名额: where each number comes from; one sent down is entered, held against the ranked, taken
//! back.

use crate::driver::{Driver, with_the_demonstration, with_the_demonstration_at};
use crate::go::go;
use crate::pictures::picture;

fn in_allotment() -> (tempfile::TempDir, Driver) {
    let (folder, mut driver) = with_the_demonstration();
    go(&mut driver, "名额");
    assert_eq!(driver.top(), Some("allotment"));
    (folder, driver)
}

#[test]
fn looks() {
    for (width, height) in [(80, 24), (120, 36)] {
        let (_folder, mut driver) = with_the_demonstration_at(width, height);
        go(&mut driver, "名额");
        let named = |name: &str| format!("{name}_{width}x{height}");
        insta::assert_snapshot!(named("allotment"), picture(&driver));
        driver.press("<Enter>");
        insta::assert_snapshot!(named("allotment_form"), picture(&driver));
        driver.press("99<Tab>青禾组发〔2026〕7号<Enter>");
        insta::assert_snapshot!(named("allotment_too_many"), picture(&driver));
    }
}

#[test]
fn a_number_sent_down_replaces_the_schemes_and_is_taken_back() {
    let (_folder, mut driver) = in_allotment();
    let before = driver.under_hand();
    assert!(
        before.contains("不超过") && before.contains("G4"),
        "{before}"
    );
    driver.press("<Enter>两个<Tab><Enter>");
    let text = driver.text();
    assert!(text.contains("名额要写成整数，不能是“两个”"), "{text}");
    assert_eq!(driver.top(), Some("form"));
    // Full-width, as an input method types it.
    driver.press("<C-u>２<Tab>青禾组发〔2026〕7号<Enter>");
    let text = driver.text();
    assert!(text.contains("下达 2 个"), "{text}");
    let row = driver.under_hand();
    assert!(row.contains(" 2 上级下达"), "{row}");
    assert!(text.contains("按办法是"), "{text}");
    driver.says("下达依据：青禾组发〔2026〕7号（考评二组录入，2026年11月2日）");
    // The document is the reason on record.
    go(&mut driver, "操作记录");
    driver.says("名额");
    driver.press("<Enter>");
    driver.says("青禾组发〔2026〕7号");
    driver.press("<Esc>");
    go(&mut driver, "名额");
    assert!(
        driver.under_hand().contains("上级下达"),
        "{}",
        driver.text()
    );
    driver.press("<Del>");
    driver.says("已删除下达的名额");
    assert_eq!(driver.under_hand(), before);
    driver.press("<C-z>");
    assert!(
        driver.under_hand().contains("上级下达"),
        "{}",
        driver.text()
    );
    driver.press("<C-z><C-z>");
    assert_eq!(driver.under_hand(), before, "{}", driver.text());
}

#[test]
fn more_places_than_ranked_are_warned_of() {
    let (_folder, mut driver) = in_allotment();
    driver.press("<Enter>99<Tab><Enter>");
    let text = driver.text();
    assert!(
        text.contains("! 1 处下达的名额与已排名的家数不符"),
        "{text}"
    );
    assert!(text.contains("多于已排名的"), "{text}");
    assert!(driver.under_hand().contains("! 上级下达"), "{text}");
    // The finding about it leads back here.
    crate::go::go(&mut driver, "公示前核查");
    crate::findings::filter(&mut driver, "名额对不上");
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("allotment"), "{}", driver.text());
}

#[test]
fn a_number_for_every_cohort_stands_in_a_row_of_its_own() {
    let (_folder, mut driver) = in_allotment();
    driver.press("+");
    driver.says("名额用于哪个范围");
    driver.press("111");
    assert_eq!(driver.top(), Some("form"), "{}", driver.text());
    driver.press("3<Tab><Enter>");
    let row = driver.under_hand();
    assert!(
        row.contains("每个范围") && row.contains("每个类别"),
        "{row}"
    );
    // A cohort follows it, and says so; it is not removed from there.
    driver.press("<F3>640901<Enter>");
    let row = driver.under_hand();
    assert!(row.contains("下达：每个范围"), "{row}");
    driver.press("<Del>");
    driver.says("请到那一条删除");
    driver.press("<F4>");
    driver.says("筛选：上级下达的");
    driver.press("<Esc>");
    driver.is_silent_about("筛选：");
}
