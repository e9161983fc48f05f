//! What asks: the first start, one of many, and the palette with its other words.

use std::sync::Arc;

use crate::driver::{Driver, demonstration_of, empty_office};

/// The palette shows a line with a name when a word is typed.
#[track_caller]
fn finds(driver: &mut Driver, word: &str, name: &str) {
    driver.press(&format!("<F10>{word}"));
    let text = driver.text();
    let lines: Vec<&str> = text.lines().filter(|line| line.contains(name)).collect();
    assert!(!lines.is_empty(), "{word} finds {name}:\n{text}");
    driver.press("<Esc>");
}

#[test]
fn the_palette_knows_other_words_in_both_languages() {
    let mut driver = Driver::in_organisations(80, 24);
    for (word, name) in [
        ("主题", "换配色"),
        ("zhuti", "换配色"),
        ("colour", "换配色"),
        ("语言", "English / 中文"),
        ("yuyan", "English / 中文"),
        ("language", "English / 中文"),
        ("线条", "换框线字符"),
        ("换人", "换一个评分人"),
        ("日志", "操作记录"),
        ("排序", "筛选/排序"),
        ("打回", "退回评分表"),
        ("为什么", "明细"),
    ] {
        finds(&mut driver, word, name);
    }
}

#[test]
fn a_command_of_another_page_is_found_and_says_where_it_is() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F10>撤回");
    driver.says("在“评分”页面");
    driver.press("<Enter>");
    assert_eq!(driver.top(), Some("commands"), "it does not run here");
    driver.press("<Esc><Enter><F10>复核");
    driver.says("在“单位”页面");
}

#[test]
fn a_likeness_of_first_letters_is_no_command() {
    let mut driver = Driver::in_organisations(80, 24);
    for word in ["备份", "导出", "眼熟"] {
        driver.press(&format!("<F10>{word}"));
        driver.says("没有这个命令");
        driver.press("<Esc>");
    }
}

#[test]
fn the_first_start_is_done_by_arrows_or_by_numbers() {
    let (_folder, office) = empty_office();
    let mut driver = Driver::new(office, 80, 24);
    assert!(
        driver.under_hand().contains("载入演示数据"),
        "{}",
        driver.text()
    );
    driver.press("<Down><Enter>");
    driver.says("新轮次用哪个办法");
    driver.press("<Esc><End><Enter>");
    assert!(driver.quit);
}

#[test]
fn the_demonstration_is_loaded_beside_other_rounds_only_after_a_question() {
    let (_folder, office) = demonstration_of("lanshan");
    let mut driver = Driver::new(office, 80, 24);
    driver.press("<F10>yanshi<Enter>");
    driver.says("载入演示数据？");
    driver.press("<Enter>");
    driver.says("1 个轮次");
    driver.press("<F10>yanshi<Enter>2");
    driver.says("2 个轮次");
}

#[test]
fn one_of_many_chairs_is_found_by_typing() {
    let (_folder, office) = demonstration_of("tianjin");
    let mut driver = Driver::new(Arc::clone(&office) as Arc<_>, 80, 24);
    driver.press("<Enter>");
    driver.says("F3 查找");
    let all = driver.text();
    driver.press("gaotai");
    driver.says("高台圈村");
    driver.is_silent_about("团结村");
    // Digits are of the code now, and choose nothing.
    driver.press("<Esc>");
    assert_eq!(driver.top(), Some("choice"), "the search goes first");
    driver.press("<Home>");
    assert_eq!(driver.text(), all);
    driver.press("<End>");
    let last = driver.under_hand();
    assert!(!all.contains(last.trim()), "{last}");
    driver.press("/高台圈<Enter>");
    let seat = driver.model.session.seat.clone().expect("a chair");
    assert_eq!(seat.party, "peers");
}

#[test]
fn a_faulty_list_of_a_new_round_is_told_whole_and_what_was_typed_stays() {
    let (folder, office) = empty_office();
    let list = folder.path().join("orgs.csv");
    let rows = "编码,名称,类别\n1,红果子村,乡镇\n2,永固村,\n3,,行政村\n";
    std::fs::write(&list, rows).expect("written");
    let mut driver = Driver::new(office, 80, 24);
    driver.press(&format!("21{}<Enter>", list.display()));
    driver.says("名单有 2 处错误，没有新建");
    // What may stand there is named where nothing is near it.
    driver.says("可写：");
    driver.says("行政村");
    driver.says("第 4 行“名称”列");
    driver.press("<Esc>");
    driver.says("orgs.csv");
    assert_eq!(driver.top(), Some("form"));
}
