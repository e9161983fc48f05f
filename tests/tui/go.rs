//! 去别的页面: from every screen of a round to every other one.

use crate::driver::{Driver, office, with_the_demonstration_of};
use crate::pictures::show;

/// The number of a page in the menu.
pub fn number(driver: &mut Driver, name: &str) -> String {
    driver.press("<C-g>");
    let text = driver.text();
    driver.press("<Esc>");
    let found = text.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let at = words.iter().position(|word| *word == name)?;
        let number = words.get(at.checked_sub(1)?)?;
        number.parse::<u8>().ok()
    });
    found.expect(&text).to_string()
}

/// Goes to a page by its number.
pub fn go(driver: &mut Driver, name: &str) {
    let number = number(driver, name);
    driver.press("<C-g>");
    driver.press(&number);
    // A number that begins another one waits for Enter.
    if driver.top() == Some("commands") {
        driver.press("<Enter>");
    }
}

#[test]
fn looks() {
    show("go", "<C-g>");
}

#[test]
fn a_number_that_begins_another_one_says_that_it_waits() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<C-g>1");
    assert_eq!(driver.top(), Some("commands"));
    driver.says("1_ 再按一位");
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("organisations"), "{}", driver.text());
}

#[test]
fn where_nobody_fills_sheets_one_item_across_is_listed_with_the_reason() {
    let (_folder, mut driver) = with_the_demonstration_of("lanshan", 80, 24);
    driver.press("<C-g>");
    let text = driver.text();
    let line = text.lines().find(|line| line.contains("横评"));
    assert!(
        line.is_some_and(|line| line.contains("这个办法没有评分表")),
        "{text}"
    );
}

#[test]
fn every_page_is_reached_from_every_other_and_esc_comes_back() {
    let pages = [
        ("排名定级", "ranking"),
        ("测评计票", "ballots"),
        ("本轮全部否决", "vetoes"),
        ("公示前核查", "findings"),
        ("操作记录", "journal"),
    ];
    let mut driver = Driver::in_organisations(80, 24);
    for (name, word) in pages {
        go(&mut driver, name);
        assert_eq!(driver.top(), Some(word), "{}", driver.text());
    }
    // To and fro piles nothing up: one instance of each, above the rounds and organisations.
    for (name, _) in pages {
        go(&mut driver, name);
    }
    assert_eq!(driver.model.stack.len(), 2 + pages.len());
    go(&mut driver, "单位");
    assert_eq!(driver.top(), Some("organisations"));
    assert!(driver.model.session.round.is_some());
}

#[test]
fn the_sheet_leads_to_the_ballots_of_its_organisation() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<Down><Down><Enter>");
    assert_eq!(driver.top(), Some("scoring"));
    let title = driver.text();
    let name = title.split_whitespace().next().expect("a name").to_owned();
    go(&mut driver, "测评计票");
    let text = driver.text();
    assert!(
        text.contains(&format!("{name} · ")) && text.contains("计票"),
        "{text}"
    );
    driver.press("<Esc>");
    assert_eq!(driver.top(), Some("scoring"));
}

#[test]
fn from_the_list_of_rounds_the_round_is_opened_first() {
    let mut driver = Driver::new(office(), 80, 24);
    go(&mut driver, "排名定级");
    driver.says("以谁的名义评");
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("ranking"), "{}", driver.text());
    driver.press("<Esc>");
    assert_eq!(driver.top(), Some("organisations"));
}

#[test]
fn the_palette_finds_each_page_once_by_pinyin() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F10>pmdj");
    let listed = driver.text();
    let lines = listed.lines().filter(|line| line.contains("排名定级"));
    assert_eq!(lines.count(), 1, "{listed}");
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("ranking"));
}

#[test]
fn a_form_that_is_open_is_answered_first() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F6><Enter>1");
    assert_eq!(driver.top(), Some("form"));
    driver.press("<C-g>2");
    driver.says("请先填完");
    assert_eq!(driver.top(), Some("form"));
}

#[test]
fn enter_says_that_it_opens_the_breakdown_where_nobody_scores() {
    let (_folder, mut driver) = with_the_demonstration_of("lanshan", 80, 24);
    // The second Enter opened the organisation: nobody is asked in whose name.
    driver.press("<Esc>");
    let hints = |driver: &Driver| driver.text().lines().last().unwrap_or_default().to_owned();
    let told = hints(&driver);
    assert!(
        told.contains("Enter 明细") && !told.contains("评分"),
        "{told}"
    );
    driver.press("<F1>");
    assert!(!driver.text().contains("Enter  评分"), "{}", driver.text());
    driver.press("<Esc><Enter>");
    assert_eq!(driver.top(), Some("breakdown"));
    // With sheets and a chair it is the sheet, and without a chair the breakdown.
    let mut driver = Driver::in_organisations(80, 24);
    let told = hints(&driver);
    assert!(told.contains("Enter 评分"), "{told}");
    driver.model.session.seat = None;
    driver.draw();
    let told = hints(&driver);
    assert!(
        told.contains("Enter 明细") && !told.contains("评分"),
        "{told}"
    );
}

#[test]
fn a_page_that_the_scheme_has_no_use_for_says_why() {
    // One ledger party: nobody votes, no sheets, no bonuses.
    let (_folder, mut driver) = with_the_demonstration_of("lanshan", 80, 24);
    driver.press("<C-g>");
    let listed = driver.text();
    for why in ["没有民主测评", "没有加减分", "没有由评分人填表的评价主体"]
    {
        assert!(listed.contains(why), "{why}: {listed}");
    }
    driver.press("<Esc>");
    go(&mut driver, "测评计票");
    driver.says("没有民主测评");
    assert_eq!(driver.top(), Some("commands"), "{}", driver.text());
}
