//! What keys do, whatever input method is on, and that every command can be reached without a
//! letter.

use pingxing::demo;
use pingxing::office::{Door as _, Question};
use pingxing::term::{KeyCode, KeyEvent, KeyModifiers};
use pingxing::text::Language;
use pingxing::tui::{EVERYWHERE, GlyphChoice, Look, Message, Theme, update_all};

use crate::driver::{
    Driver, empty_office, in_chair, with_organisations_named, with_the_demonstration,
    with_the_demonstration_of,
};

#[test]
fn every_command_has_a_key_without_a_letter() {
    for (_, _, keys) in [
        ("rounds", "", ""),
        ("list", "", "<F6>"),
        ("findings", "", "<F2>2"),
    ] {
        let mut driver = Driver::in_organisations(80, 24);
        driver.press(keys);
        let here = driver
            .model
            .top()
            .map_or(&[][..], |screen| screen.commands());
        for command in here.iter().chain(EVERYWHERE) {
            let first = command.keys.first();
            assert!(
                first.is_none_or(|key| key.is_letter_free()),
                "{}",
                command.id
            );
        }
    }
}

#[test]
fn full_width_keys_are_read_as_plain() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("／");
    driver.says("查找：");
    driver.press("<Esc>？");
    driver.says("帮助：这里能做的事");
    driver.press("<Esc>：");
    driver.says("┌ 命令 ");
}

#[test]
fn the_palette_finds_by_pinyin_and_english_and_runs() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F10>gsq<Enter>");
    driver.says("公示前核查");
    driver.press("<Esc><F10>journal<Enter>");
    driver.says("操作记录");
}

#[test]
fn every_act_of_a_sheet_is_in_the_palette_by_its_name_and_its_initials() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press("<Enter><F2>");
    assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
    let menu = driver.text();
    driver.press("<Esc>");
    for (name, initials, begins) in [
        ("不适用", "bsy", "不适用"),
        ("备注", "bz", "备注"),
        ("存疑", "cy", "存疑"),
        ("清除得分", "qcdf", "清除"),
        ("抄自评", "czp", "抄自评"),
        ("抄去年", "cqn", "抄去年"),
        ("试算", "ss", "试算"),
        ("否决", "fj", "否决"),
        ("汇总提交", "hztj", "汇总提交"),
        ("撤回", "ch", "撤回"),
    ] {
        assert!(menu.contains(begins), "{begins}: {menu}");
        for typed in [name, initials] {
            driver.press(&format!(":{typed}"));
            let text = driver.text();
            let found = text.lines().skip_while(|line| !line.contains("┌ 命令"));
            let found: Vec<&str> = found.filter(|line| line.contains(begins)).collect();
            // The line that is typed into, and the command.
            let least = if typed == name { 2 } else { 1 };
            assert!(found.len() >= least, "{typed}: {text}");
            driver.press("<Esc>");
            assert_eq!(driver.top(), Some("scoring"), "{typed}: {}", driver.text());
        }
    }
    // What cannot be done now says why: nothing has been submitted.
    driver.press(":撤回<Enter>");
    driver.says("本表还没有提交");
}

#[test]
fn a_faulty_paste_that_is_longer_than_the_screen_scrolls() {
    let (_folder, mut driver) = with_the_demonstration_of("tianjin", 80, 24);
    driver.press("<F3>永乐<Enter><Enter>");
    assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
    // Each line another fault.
    let column: Vec<String> = (1..=25).map(|line| format!("错{line:02}")).collect();
    driver.paste(&column.join("\n"));
    driver.says("25 处有误");
    driver.says("第 1/25 行");
    driver.says("错01");
    driver.is_silent_about("错25");
    driver.press("<PgDn>");
    driver.is_silent_about("错01");
    driver.says("错11");
    driver.press("<Down>");
    driver.says("第 12/25 行");
    driver.press("<PgDn><PgDn>");
    driver.says("错25");
    driver.says("第 25/25 行");
    driver.press("<Up><PgUp><PgUp><PgUp>");
    driver.says("错01");
    driver.press("<Enter>");
    driver.says("一个也没有存");
    driver.press("<Esc>");
    driver.says("已评 0/25 项");
}

#[test]
fn ctrl_c_asks_once_and_q_quits_at_home_only() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<C-c>");
    driver.says("再按一次退出");
    assert!(!driver.quit);
    driver.press("<Down>");
    driver.press("<C-c>");
    assert!(!driver.quit);
    driver.press("q");
    assert!(!driver.quit);
    driver.press("<Esc>");
    assert!(!driver.quit);
    driver.press("q");
    assert!(driver.quit);
}

#[test]
fn a_draft_is_called_not_stored_and_an_invalid_one_holds_quitting_back_once() {
    let mut seated = in_chair(demo::CITY, "superior", "考评一组", (80, 24));
    let driver = &mut seated.driver;
    driver.press("<F4>3<Enter>*");
    driver.press("<Up>-");
    let header = |driver: &Driver| driver.text().lines().next().unwrap_or_default().to_owned();
    assert!(header(driver).contains("已保存"), "{}", header(driver));
    driver.press("<Esc>");
    driver.press("1.");
    assert!(header(driver).contains("未存"), "{}", header(driver));
    assert!(!header(driver).contains("已保存"), "{}", header(driver));
    driver.press("<C-c>");
    driver.says("再按一次退出");
    assert!(!driver.quit);
    driver.press("<C-c>");
    assert!(driver.quit, "{}", driver.text());
}

#[test]
fn a_trial_stands_in_the_list_and_in_the_field() {
    let mut seated = in_chair(demo::CITY, "superior", "考评一组", (80, 24));
    let driver = &mut seated.driver;
    driver.press("<F4>3<Enter>1<F2>6");
    driver.says("试算，不存");
    let row = driver.text();
    let row = row
        .lines()
        .find(|line| line.contains('▸'))
        .unwrap_or_default();
    assert!(row.contains("试算 "), "{row}");
}

#[test]
fn escape_clears_the_filter_before_it_leaves() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F4>6");
    driver.says("筛选：有否决");
    driver.press("<Esc>");
    driver.says("┌ 单位 ");
    driver.press("<Esc>");
    driver.says("┌ 轮次 ");
}

#[test]
fn what_is_pasted_outside_a_field_is_no_keys() {
    let mut driver = Driver::in_organisations(80, 24);
    let before = driver.text();
    let pasted = Message::Paste("q\nq\n9".to_owned());
    update_all(&mut driver.model, vec![pasted]);
    driver.draw();
    driver.says("没有使用");
    assert_eq!(
        driver.text().lines().take(20).collect::<Vec<_>>(),
        before.lines().take(20).collect::<Vec<_>>()
    );
}

#[test]
fn keys_typed_ahead_of_a_refusal_are_dropped_and_counted() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F6><Enter>2");
    let key = |code| Message::Key(KeyEvent::new(code, KeyModifiers::NONE));
    let mut keys = vec![key(KeyCode::Tab), key(KeyCode::Tab), key(KeyCode::Enter)];
    keys.extend((0..6).map(|_| key(KeyCode::Char('8'))));
    update_all(&mut driver.model, keys);
    driver.draw();
    let text = driver.text();
    assert!(text.contains("停在 依据文号，其后 6 键未用"), "{text}");
}

#[test]
fn the_first_start_loads_the_demonstration_and_a_veto_is_proposed_undone_decided_and_lifted() {
    let (_folder, office) = empty_office();
    let mut driver = Driver::new(office, 80, 24);
    driver.press("1");
    driver.says("以谁的名义评");
    driver.press("<Enter><F6><Enter>");
    driver.press("1<Tab><Tab>待核实<Enter>");
    driver.says("? 待认定");
    driver.says("已保存");
    driver.press("<C-z>");
    driver.says("已恢复");
    driver.is_silent_about("? 待认定");
    driver.press("<Enter>1<Tab><Tab>待核实<Enter>");
    driver.press("<Enter>2考评〔2026〕3号<Tab>2026-11-02<Tab><Enter>");
    driver.says("! 已认定");
    driver.press("<Enter>3<Tab><Tab>查无此事<Enter>");
    driver.says("- 已解除");
}

/// The screen without the blanks at the ends of its rows.
fn trimmed(driver: &Driver) -> String {
    let text = driver.text();
    let rows: Vec<&str> = text.lines().map(str::trim_end).collect();
    rows.join("\n")
}

#[test]
fn two_keys_lead_back_to_the_sheet_and_the_item() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F4>6<Down><Enter><Down><Down><F8><C-q>");
    assert!(driver.quit);
    let left = trimmed(&driver);
    let mut driver = driver.started_again();
    driver.press("<Enter><Enter>");
    assert_eq!(trimmed(&driver), left);
    driver.press("<Esc>");
    driver.says("筛选：有否决");
    driver.press("<Down><C-q>");
    let left = trimmed(&driver);
    let mut driver = driver.started_again();
    driver.press("<Enter><Enter>");
    assert_eq!(trimmed(&driver), left, "left in the list");
}

#[test]
fn a_key_that_means_something_else_here_is_listed_once() {
    let mut driver = Driver::in_organisations(120, 36);
    driver.press("<Enter><F1>");
    let text = driver.text();
    assert_eq!(text.matches("  F2  ").count(), 1, "{text}");
}

#[test]
fn two_keys_lead_to_the_first_digit() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F4>3<Enter><C-q>");
    let mut driver = driver.started_again();
    driver.press("<Enter><Enter>");
    driver.press("1");
    driver.says("未存");
}

#[test]
fn help_has_the_keys_of_the_field_and_runs_them() {
    let mut seated = in_chair(demo::CITY, "superior", "考评一组", (80, 24));
    let driver = &mut seated.driver;
    driver.press("<F4>3<Enter><F1>");
    let help = driver.text().replace('▸', " ");
    for key in ["*  ", "0  ", "Tab", "Del", "Space"] {
        assert!(help.contains(&format!("│  {key}")), "{key}: {help}");
    }
    driver.press("cunyi<Enter>");
    driver.says("已标存疑");
    driver.press("<F10>wukoufen<Enter>");
    driver.says("未存");
}

#[test]
fn what_is_undone_is_told_by_names() {
    let mut seated = in_chair(demo::CITY, "superior", "考评一组", (120, 36));
    let driver = &mut seated.driver;
    driver.press("<F4>3<Enter>0<Enter><F8><C-z>");
    let text = driver.text();
    let told = text.lines().find(|line| line.contains("将撤销"));
    let told = told.unwrap_or_else(|| panic!("{text}"));
    assert!(told.contains("社区 A1："), "{told}");
    assert!(told.contains("无扣分"), "{told}");
    driver.press("<C-z>");
    let text = driver.text();
    let told = text.lines().find(|line| line.contains("已恢复"));
    let told = told.unwrap_or_else(|| panic!("{text}"));
    for code in ["none", "superior", "考评一组", "A1-"] {
        assert!(!told.contains(code), "{code}: {told}");
    }
    driver.press("0<Enter><Up><Del><F8><F7>");
    let text = driver.text();
    assert!(text.contains("原录 4（考评二组）"), "{text}");
}

#[test]
fn what_was_done_again_is_undone_again() {
    let mut seated = in_chair(demo::CITY, "superior", "考评一组", (80, 24));
    let driver = &mut seated.driver;
    driver.press("<F4>3<Enter>0<Enter>*");
    for (key, scored) in [("<C-z>", 1), ("<C-y>", 2), ("<C-z>", 1), ("<C-z>", 0)] {
        driver.press(key);
        let text = driver.text();
        assert!(text.contains("已恢复"), "{key}: {text}");
        assert!(text.contains(&format!("已评 {scored}/25")), "{key}: {text}");
    }
}

#[test]
fn an_import_stops_undo_at_once_and_nothing_is_called_unsaved() {
    let (_folder, office) = empty_office();
    let mut driver = Driver::new(office, 80, 24);
    driver.press("1<Enter><C-z>");
    let text = driver.text();
    assert!(text.contains("（导入）不能撤销"), "{text}");
    assert!(!text.contains("未保存"), "{text}");
}

#[test]
fn a_redo_that_is_refused_leaves_nothing_unsaved() {
    let mut seated = in_chair(demo::CITY, "superior", "考评一组", (80, 24));
    seated.driver.press("<C-y>");
    let text = seated.driver.text();
    assert!(text.contains("没有可撤销或重做"), "{text}");
    assert!(!text.contains("未保存"), "{text}");
}

#[test]
fn a_key_of_other_pages_says_that_it_has_no_use_here() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F8>");
    driver.says("F8 在这一页没有用处");
    driver.press("<F1><F8>");
    driver.says("按 Esc 关掉当前窗口");
}

/// The text between the marks of a popup, blanks and frames left out.
fn typed_in(driver: &Driver) -> String {
    let text = driver.text();
    let note = text.split_once("┌ 备注").expect(&text).1;
    let note = note.split_once('└').expect(&text).0;
    let inside = note
        .lines()
        .skip(1)
        .filter_map(|line| line.split('│').nth(2));
    inside.map(str::trim).collect()
}

#[test]
fn a_note_has_a_caret_undo_and_lines_of_its_own() {
    let (_folder, mut driver) = with_the_demonstration();
    driver.press("<F3>zijing<Enter><Enter>*<Up><F2>2缺材料");
    assert_eq!(typed_in(&driver), "缺材料");
    driver.press("<Left><Left>佐证");
    assert_eq!(typed_in(&driver), "缺佐证材料");
    driver.press("<C-z><C-z><C-y>");
    assert_eq!(typed_in(&driver), "缺佐材料");
    // Nothing more to undo here: the mark stays, and the popup too.
    driver.press("<C-z><C-z><C-z><C-z><C-z>");
    assert_eq!(typed_in(&driver), "");
    driver.paste(&"查阅会议记录\n第三季度缺一次".repeat(8));
    let text = driver.text();
    let lines = text.lines().filter(|line| line.contains("季度")).count();
    assert!(lines >= 3, "{text}");
    let (_, caret) = driver.frame();
    assert!(caret.is_some_and(|caret| caret.y > 10), "{caret:?} {text}");
    driver.press("<C-u>补材料<Enter>");
    driver.says("补材料");
    driver.says("已评 1/25 项");
}

#[test]
fn a_long_name_leaves_room_for_the_party_and_the_count() {
    let long = "石嘴山市大武口区长胜街道办事处锦林东社区居民委员会联合党支部";
    let (_folder, mut driver) = with_organisations_named(&[long]);
    driver.press("<F3>jinlin<Enter><Enter>");
    assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
    let text = driver.text();
    let header = text.lines().next().unwrap_or_default();
    assert!(header.contains(" · 上级党组织评定 · 考评二组"), "{header}");
    assert!(header.contains("已评 "), "{header}");
    assert!(
        header.contains('⋯') && header.contains("党支部"),
        "{header}"
    );
}

#[test]
fn what_is_found_in_a_sheet_stands_with_its_town_by_name() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<Enter><F3>shuita");
    let text = driver.text();
    let found = text.lines().skip(3).find(|line| line.contains("水塔社区"));
    let found = found.unwrap_or_else(|| panic!("{text}"));
    assert!(found.contains('镇') || found.contains("街道"), "{found}");
}

#[test]
fn a_key_without_use_says_so_or_says_why() {
    let mut seated = in_chair(demo::CITY, "superior", "考评一组", (80, 24));
    let driver = &mut seated.driver;
    driver.press("<F4>3<Enter>");
    for (keys, told) in [
        (".", "扣分项按序号计次"),
        ("<Esc><Tab>-", "正在各行里"),
        ("<Esc><Left>", "Left 在这一页没有用处"),
        ("z", "z 在这一页没有用处"),
    ] {
        driver.press(keys);
        assert!(driver.text().contains(told), "{keys}: {}", driver.text());
    }
    driver.press("<Tab>");
    let text = driver.text();
    let hints = text.lines().last().unwrap_or_default();
    assert!(hints.contains("0-9 次数"), "{hints}");
    assert!(hints.contains("Enter 回到本项"), "{hints}");
}

#[test]
fn theme_language_and_characters_are_chosen_on_the_screen_and_remembered() {
    let mut driver = Driver::in_organisations(80, 24);
    assert_eq!(driver.remembered("glyphs"), None);
    driver.press("<F10>kuangxian<Enter>");
    assert_eq!(driver.remembered("glyphs"), Some("unicode"));
    driver.press("<F10>kuangxian<Enter>");
    assert_eq!(driver.remembered("glyphs"), Some("ascii"));
    let text = driver.text();
    assert!(text.contains("框线字符：只用键盘字符"), "{text}");
    assert!(text.contains("+ 单位 -") && !text.contains('┌'), "{text}");
    driver.press("<F10>peise<Enter>");
    assert_eq!(driver.remembered("theme"), Some("light"));
    driver.press("<F10>English<Enter>");
    assert_eq!(driver.remembered("language"), Some("en"));
    assert!(driver.text().contains("Organisation"), "{}", driver.text());
    // The next start finds all three.
    let (_folder, office) = empty_office();
    for key in ["glyphs", "theme", "language"] {
        let question = Question::Remember {
            actor: "考评二组".to_owned(),
            key: key.to_owned(),
            value: driver.remembered(key).expect("a choice").to_owned(),
        };
        office.ask(question).expect("remembered");
    }
    let look = Look::remembered(office.as_ref(), "考评二组");
    assert_eq!(look.glyphs, Some(GlyphChoice::Ascii));
    assert_eq!(look.theme, Some(Theme::Light));
    assert_eq!(look.language, Some(Language::English));
    let nobody = Look::remembered(office.as_ref(), "考评三组");
    assert_eq!(nobody, Look::default());
}

#[test]
fn switching_the_input_method_is_not_a_key_of_ours() {
    let mut driver = Driver::in_organisations(80, 24);
    let key = KeyEvent::new(KeyCode::Char(' '), KeyModifiers::CONTROL);
    update_all(&mut driver.model, vec![Message::Key(key)]);
    driver.draw();
    assert!(!driver.text().contains("没有用处"), "{}", driver.text());
}
