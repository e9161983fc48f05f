//! 横评: one item across organisations, with an item of each kind.

use std::sync::Arc;

use pingxing::office::{Door, Office, Question, Reply};
use pingxing::round::{
    Command, MarkRecord, NewRound, Operation, OrganisationRecord, VetoRecord, Via, What, Write,
};
use pingxing::scoring::VetoState;
use pingxing::tui::Seat;

use crate::driver::{Driver, empty_office};
use crate::pictures::{picture, sizes};

/// One item of each kind.
const MIXED: &str = include_str!("../../src/desk/tests/mixed.toml");

const RATER: &str = "考评二组";
const NAMES: [&str; 5] = ["宝马村", "红果子社区", "不明处村", "长胜社区", "惠农村"];

fn operation(id: &str, actor: &str, command: Command) -> Operation {
    Operation {
        id: id.to_owned(),
        actor: actor.to_owned(),
        via: Via::Screen,
        round: "2026".to_owned(),
        reason: None,
        command,
    }
}

fn write(what: What, key: &[&str], record: pingxing::round::Record) -> Write {
    Write {
        what,
        key: key.iter().map(|part| (*part).to_owned()).collect(),
        record: Some(record),
        seen: None,
        row: None,
    }
}

fn organisation(position: usize, name: &str) -> Write {
    let record = OrganisationRecord {
        name: name.to_owned(),
        kind: Some("village".to_owned()),
        parent: None,
        track: Some("all".to_owned()),
        previous: None,
        declared: None,
        position: u32::try_from(position + 1).expect("a position"),
    };
    let code = format!("{:04}", position + 1);
    write(What::Organisation, &[&code], record.write())
}

fn mark(organisation: &str, party: &str, rater: &str, item: &str, entry: &str) -> Write {
    let record = MarkRecord {
        entry: Some(entry.to_owned()),
        note: None,
        flagged: false,
    };
    write(
        What::Mark,
        &[organisation, party, rater, item],
        record.write(),
    )
}

/// Somebody at the first item of five organisations, one of which has rated itself.
struct Sitting {
    _folder: tempfile::TempDir,
    office: Arc<Office>,
    driver: Driver,
}

fn sitting((width, height): (u16, u16)) -> Sitting {
    let (folder, office) = empty_office();
    let organisations = NAMES.iter().enumerate();
    let round = NewRound {
        year: 2026,
        scheme: MIXED.to_owned(),
        organisations: organisations
            .map(|(at, name)| organisation(at, name))
            .collect(),
    };
    let made = operation("0", "办公室", Command::CreateRound(round));
    office.apply(made).expect("a round");
    let own = Command::Write(vec![mark("0002", "self", "支部书记", "A1", "19.5")]);
    office
        .apply(operation("1", "支部书记", own))
        .expect("a self-mark");
    let mut driver = Driver::new(Arc::clone(&office) as Arc<dyn Door>, width, height);
    // Only looking, behind the one chair that is begun and three others; and then in a chair.
    driver.press("<Enter>5");
    driver.model.session.seat = Some(Seat {
        party: "superior".to_owned(),
        rater: RATER.to_owned(),
    });
    driver.press("<F5><F10>hp<Enter>");
    assert_eq!(driver.top(), Some("crosswise"), "{}", driver.text());
    Sitting {
        _folder: folder,
        office,
        driver,
    }
}

impl Sitting {
    /// What the rater has entered for an item, organisation by organisation.
    fn entries(&self, item: &str) -> Vec<String> {
        let question = Question::ItemMarks {
            round: "2026".to_owned(),
            party: "superior".to_owned(),
            item: item.to_owned(),
        };
        let reply = self.office.ask(question);
        let cells = match reply {
            Ok(Reply::Cells(cells)) => cells,
            _ => Vec::new(),
        };
        let entry = |code: &str| {
            let cell = cells
                .iter()
                .find(|cell| cell.key.first().is_some_and(|of| of == code));
            let record = cell.and_then(|cell| MarkRecord::read(cell.record.as_ref()?).ok());
            record.and_then(|record| record.entry).unwrap_or_default()
        };
        (1..=NAMES.len())
            .map(|at| entry(&format!("{at:04}")))
            .collect()
    }

    #[track_caller]
    fn says(&self, told: &str) {
        let text = self.driver.text();
        assert!(text.contains(told), "{told}\n{text}");
    }
}

#[test]
fn a_veto_stands_before_the_name_and_over_the_field_of_its_organisation() {
    let mut sitting = sitting((80, 24));
    let veto = |organisation: &str, id: &str, state| {
        let record = VetoRecord {
            state,
            document: Some("组发〔2026〕3号".to_owned()),
            date: None,
            note: None,
        };
        write(What::Veto, &[organisation, id], record.write())
    };
    let vetoes = vec![
        veto("0001", "V1", VetoState::Decided),
        veto("0003", "V1", VetoState::Proposed),
        veto("0004", "V2", VetoState::Decided),
    ];
    let decided = operation("2", "组织科", Command::Write(vetoes));
    sitting.office.apply(decided).expect("vetoes");
    sitting.driver.press("<F5><Esc><F10>hp<Enter>");
    let text = sitting.driver.text();
    for name in ["!否决 宝马村", "?否决 不明处村", "!否决 长胜社区"] {
        assert!(text.contains(name), "{name}\n{text}");
    }
    // V5: the mark that it takes away is told in words, before and after one is entered.
    assert!(text.contains("0（V2 清零）"), "{text}");
    sitting.driver.press("<Home><Down><Down><Down>17.5<Enter>");
    sitting.says("0（原录 17.5）");
    sitting.driver.press("<Up>");
    sitting.says("│ 0（V2 清零，原录 17.5）");
    let over = |keys: &str, sitting: &mut Sitting| {
        sitting.driver.press(keys);
        let screen = sitting.driver.terminal.screen();
        let reversed = |row: u16| {
            let cell = |column| screen.cell(row, column);
            (0..80).all(|column| {
                cell(column).is_some_and(|cell| cell.inverse() || cell.is_wide_continuation())
            })
        };
        let row = (1..23).find(|row| reversed(*row));
        let text = sitting.driver.text();
        row.map_or_else(String::new, |row| {
            text.lines()
                .nth(usize::from(row))
                .unwrap_or_default()
                .to_owned()
        })
    };
    let told = over("<Home>", &mut sitting);
    assert!(
        told.contains("否决：V1 发生安全生产责任事故") && told.contains("最高"),
        "{told}"
    );
    assert_eq!(over("<Down>", &mut sitting), "");
    assert_eq!(over("<Down>", &mut sitting), "");
    sitting.says("? 待认定的否决：V1 发生安全生产责任事故");
    sitting.driver.press("<F6>");
    assert_eq!(sitting.driver.top(), Some("vetoes"));
}

#[test]
fn coming_back_lands_on_the_item_that_was_left() {
    let mut sitting = sitting((80, 24));
    sitting.driver.press("<F8><F8>");
    sitting.says("横评 · B1");
    sitting.driver.press("<Esc>");
    assert_ne!(sitting.driver.top(), Some("crosswise"));
    sitting.driver.press("<F10>hp<Enter>");
    sitting.says("横评 · B1");
}

#[test]
fn a_mark_is_its_digits_and_enter_and_a_full_mark_one_key() {
    let mut sitting = sitting((80, 24));
    sitting.driver.press("18.5<Enter>");
    assert_eq!(sitting.driver.named_under_hand(), NAMES[1]);
    sitting.driver.press("*");
    assert_eq!(sitting.driver.named_under_hand(), NAMES[2]);
    sitting.driver.press("７<Down>");
    assert_eq!(sitting.entries("A1"), ["18.5", "20", "7", "", ""]);
    sitting.says("已保存");
    sitting.says("已评 3/5 家");
    // The step of the item holds; Enter on an untouched cell never scores.
    sitting.driver.press("7.3<Down>");
    assert_eq!(sitting.driver.named_under_hand(), NAMES[3]);
    sitting.says("未存，原来的得分不变");
    sitting.driver.press("<Esc><Enter>");
    sitting.says("此项未评");
    sitting.driver.press("8<Enter>9<Enter>");
    sitting.says("这一列都已评");
    assert_eq!(sitting.entries("A1"), ["18.5", "20", "7", "8", "9"]);
}

/// The bounds of the composite in the row under the hand.
fn bounds(sitting: &Sitting) -> String {
    let row = sitting.driver.under_hand();
    let mut words = row.split_whitespace();
    let found = words.find(|word| word.contains('–') && word.contains('.'));
    found.expect(&row).to_owned()
}

#[test]
fn what_follows_from_a_draft_is_on_trial_in_the_frame_of_the_key() {
    let mut sitting = sitting((120, 36));
    let before = bounds(&sitting);
    sitting.driver.press("1");
    let one = bounds(&sitting);
    sitting.driver.press("5");
    let typed = bounds(&sitting);
    assert!(before != one && one != typed, "{before} {one} {typed}");
    assert_eq!(sitting.entries("A1")[0], "", "nothing of it is stored");
    // What breaks the rule makes no figure.
    sitting.driver.press("5");
    assert_eq!(bounds(&sitting), before);
    sitting.driver.press("<Esc>");
    assert_eq!(bounds(&sitting), before);
    sitting.driver.press("15<Enter><Up>");
    assert_eq!(bounds(&sitting), typed, "what was shown is what is stored");
    let question = Question::List {
        round: "2026".to_owned(),
    };
    let Ok(Reply::List(rows)) = sitting.office.ask(question) else {
        unreachable!("the organisations");
    };
    let figures = rows[0].figures.as_ref().expect("figures");
    let low = figures.low.expect("a bound").to_string();
    assert!(typed.starts_with(&format!("{low}–")), "{low} {typed}");
}

#[test]
fn every_kind_of_item_is_typed_as_on_a_sheet() {
    let mut sitting = sitting((80, 24));
    // Deductions by their numbers; the mark itself is never typed.
    sitting.driver.press("<F8>");
    sitting.says("A2 三会一课");
    sitting.driver.press("112<Enter>0<Enter>.");
    sitting.says("得分不直接填");
    sitting.driver.press("<Esc><Tab><Down>12<Enter><Enter>");
    assert_eq!(sitting.entries("A2"), ["a=2 b=1", "none", "b=12", "", ""]);
    sitting.says("1×2 2×1");
    // Options by their number, kept at once.
    sitting.driver.press("<Right>");
    sitting.says("B1 服务群众");
    assert_eq!(sitting.driver.named_under_hand(), NAMES[3]);
    sitting.driver.press("<Home>21*");
    assert_eq!(sitting.entries("B1"), ["y", "x", "x", "", ""]);
    sitting.driver.press("9");
    sitting.says("没有第 9 档");
    // A measured value gives its mark, and has no key for full.
    sitting.driver.press("<F8><Home>*");
    sitting.says("实测项没有满分键");
    sitting.driver.press("47.5");
    sitting.says("得分 19.00");
    sitting.driver.press("<Enter>");
    assert_eq!(sitting.entries("B2"), ["47.5", "", "", "", ""]);
    // Not applicable, a flag and a note are in the menu; below full a reason is asked for.
    sitting.driver.press("<F8><Home><F2>1");
    sitting.driver.press("<Down>15<Enter>");
    sitting.says("扣分原因");
    sitting.driver.press("特色不突出<Enter> ");
    sitting.says("已标存疑");
    assert_eq!(sitting.entries("B3"), ["NA", "15", "", "", ""]);
    sitting.driver.press("16<Enter>1");
    sitting.driver.press("<Up>");
    sitting.says("备注 特色不突出");
    // The last item is the last one.
    sitting.driver.press("<F8>");
    sitting.says("这个方向没有别的指标了");
    sitting.driver.press("<Del>");
    assert_eq!(sitting.entries("B3"), ["NA", "15", "", "", ""]);
}

#[test]
fn items_and_organisations_are_found_and_the_sheet_is_one_key_away() {
    let mut sitting = sitting((80, 24));
    sitting.driver.press("/b2<Enter>");
    sitting.says("B2 集体经济收入");
    sitting.driver.press("/hg<Enter>");
    assert_eq!(sitting.driver.named_under_hand(), NAMES[1]);
    sitting.driver.press("30<F4>");
    assert_eq!(sitting.driver.top(), Some("scoring"));
    sitting.says("红果子社区");
    sitting.says("实测 [30]");
    sitting.driver.press("40<C-t>");
    assert_eq!(sitting.driver.top(), Some("crosswise"));
    assert_eq!(sitting.driver.named_under_hand(), NAMES[1]);
    assert_eq!(sitting.entries("B2"), ["", "40", "", "", ""]);
    sitting.says("40");
}

#[test]
fn the_self_mark_stands_beside_and_an_undo_is_seen() {
    let mut sitting = sitting((80, 24));
    sitting.says("19.5");
    sitting.driver.press("12<Enter>13<Enter>");
    sitting.driver.press("<C-z>");
    assert_eq!(sitting.entries("A1"), ["12", "", "", "", ""]);
    // Of another item the undo first goes there.
    sitting.driver.press("<F8><C-z>");
    sitting.says("A1 班子团结");
    assert_eq!(sitting.entries("A1"), ["12", "", "", "", ""]);
    sitting.driver.press("<C-z>");
    assert_eq!(sitting.entries("A1"), ["", "", "", "", ""]);
}

#[test]
fn a_conflict_shows_when_the_mark_is_kept() {
    let mut sitting = sitting((80, 24));
    sitting.driver.press("12<Enter><Up>1");
    let theirs = Command::Write(vec![mark("0001", "superior", RATER, "A1", "16")]);
    sitting
        .office
        .apply(operation("2", "考评三组", theirs))
        .expect("stored");
    sitting.driver.press("4");
    assert_eq!(sitting.driver.top(), Some("crosswise"));
    sitting.driver.press("<Enter>");
    sitting.says("两人改了同一项");
    sitting.says("宝马村 A1");
    sitting.says("考评三组");
    sitting.driver.press("2");
    assert_eq!(sitting.entries("A1"), ["14", "", "", "", ""]);
}

#[test]
fn a_submitted_sheet_is_read_only_and_says_so() {
    let mut sitting = sitting((80, 24));
    let marks = [
        ("A1", "20"),
        ("A2", "none"),
        ("B1", "x"),
        ("B2", "50"),
        ("B3", "20"),
    ];
    let marks = marks.map(|(item, entry)| mark("0001", "superior", RATER, item, entry));
    let written = Command::Write(marks.into());
    sitting
        .office
        .apply(operation("3", RATER, written))
        .expect("stored");
    let submit = Command::Submit {
        organisation: "0001".to_owned(),
        party: "superior".to_owned(),
        rater: RATER.to_owned(),
        seen: 0,
    };
    sitting
        .office
        .apply(operation("4", RATER, submit))
        .expect("submitted");
    sitting.driver.press("<F5><Home>");
    sitting.says("已提交 100");
    sitting.driver.press("7");
    sitting.says("已提交，只能看");
    assert_eq!(sitting.entries("A1")[0], "20");
    // Enter passes it over, and a column pasted over it is refused as a whole.
    sitting.driver.paste("1\n2\n");
    sitting.says("已提交，只能看");
    sitting.driver.press("<Down>");
    sitting.driver.paste("3\n4.5\n21\n");
    sitting.says("1 处有误");
    sitting.driver.press("<Esc>");
    sitting.driver.paste("3\n4.5\n");
    sitting.driver.press("<Enter>");
    assert_eq!(sitting.entries("A1"), ["20", "3", "4.5", "", ""]);
    sitting.driver.press("<C-z>");
    assert_eq!(sitting.entries("A1"), ["20", "", "", "", ""]);
}

#[test]
fn the_item_is_remembered_when_the_program_is_started_again() {
    let Sitting {
        _folder, driver, ..
    } = {
        let mut sitting = sitting((80, 24));
        sitting.driver.press("<F8><F8>");
        sitting
    };
    let head = |driver: &Driver| driver.text().lines().next().unwrap_or_default().to_owned();
    let before = head(&driver);
    assert!(before.contains("B1"), "{before}");
    let mut driver = driver.started_again();
    driver.press("<Enter>5");
    driver.model.session.seat = Some(Seat {
        party: "superior".to_owned(),
        rater: RATER.to_owned(),
    });
    driver.press("<F5><F10>hp<Enter>");
    assert_eq!(head(&driver), before);
    // Another chair begins at the first item.
    driver.press("<Esc>");
    driver.model.session.seat = Some(Seat {
        party: "superior".to_owned(),
        rater: "考评九组".to_owned(),
    });
    driver.press("<F5><F10>hp<Enter>");
    assert!(head(&driver).contains("A1"), "{}", driver.text());
}

#[test]
fn looks() {
    for size in sizes() {
        let mut sitting = sitting(size);
        sitting.driver.press("18.5<Enter>*<F8>");
        sitting.driver.press("112<Enter>0<Enter>1");
        let name = format!("crosswise_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, picture(&sitting.driver));
    }
}
