//! The scoring screen, keys in and frames out, through a terminal parser.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::Scoring;
use crate::desk::Landing;
use crate::desk::tests::support::{MIXED, TestOffice, rated_by_others, scheme, twenty_five};
use crate::round::{MarkRecord, What};
use crate::scoring::VetoState;
use crate::term::{KeyCode, KeyEvent, KeyModifiers};
use crate::text::Language;
use crate::tui::message::{Effect, Message};
use crate::tui::{Model, Seat, Session, update, update_all, view};

const ME: &str = "考评二组";

/// The program with the scoring screen as its only one, and its office.
struct Sitting {
    model: Model,
    office: TestOffice,
}

impl Sitting {
    fn new(mut office: TestOffice, party: &str, size: Size) -> Self {
        let seat = Seat {
            party: party.to_owned(),
            rater: ME.to_owned(),
        };
        let session = Session::in_memory(office.scheme.clone(), ME, seat, size);
        let rows = office.rows();
        let screen = Scoring::new(&session, rows, "0001", Landing::FirstOpen).unwrap();
        let (mut model, effects) = Model::new(session, Box::new(screen));
        carry_out(&mut model, &mut office, effects);
        Self { model, office }
    }

    fn message(&mut self, message: Message) {
        let effects = update(&mut self.model, message);
        carry_out(&mut self.model, &mut self.office, effects);
    }

    /// Keys as in the desk's tests; F-keys as F1 to F12.
    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            for event in events(key) {
                self.message(Message::Key(event));
            }
        }
    }

    /// What the terminal shows, and below it where it is not plain: reversed, bold, underlined.
    fn frame(&self) -> String {
        let size = self.model.session.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        let caret = view(&self.model, &mut buffer);
        let mut screen = crate::term::Screen::new(Vec::new());
        screen.draw(&buffer, caret).unwrap();
        let at_least_one = |count: u16| std::num::NonZeroU16::new(count.max(1)).unwrap();
        let mut parser = vt100::Parser::new(at_least_one(size.height), at_least_one(size.width), 0);
        parser.process(screen.writer());
        let shown = parser.screen();
        let mut text = String::new();
        let mut styles = String::new();
        for row in 0..size.height {
            let mut line = String::new();
            let mut style = String::new();
            for column in 0..size.width {
                let Some(cell) = shown.cell(row, column) else {
                    continue;
                };
                if cell.is_wide_continuation() {
                    style.push(' ');
                    continue;
                }
                line.push_str(if cell.contents().is_empty() {
                    " "
                } else {
                    cell.contents()
                });
                style.push(match (cell.inverse(), cell.bold(), cell.underline()) {
                    (true, true, _) => 'R',
                    (true, false, _) => 'r',
                    (_, true, _) => 'b',
                    (_, _, true) => 'u',
                    _ => ' ',
                });
            }
            text.push_str(line.trim_end());
            text.push('\n');
            if !style.trim().is_empty() {
                styles.push_str(&format!("{row:>2} {}\n", style.trim_end()));
            }
        }
        let (row, column) = shown.cursor_position();
        let hidden = shown.hide_cursor();
        format!("{text}---\n{styles}cursor {row} {column} hidden {hidden}")
    }
}

fn carry_out(model: &mut Model, office: &mut TestOffice, effects: Vec<Effect>) {
    let mut waiting = effects;
    while !waiting.is_empty() {
        let mut messages = Vec::new();
        for effect in waiting {
            match effect {
                Effect::Apply { ticket, operation } => {
                    let answer = office.apply(&operation);
                    messages.push(Message::Applied(ticket, Box::new(answer)));
                }
                Effect::Ask {
                    ticket, question, ..
                } => {
                    messages.push(Message::Answer(ticket, office.ask(&question)));
                }
                _ => {}
            }
        }
        waiting = update_all(model, messages);
    }
}

fn events(key: &str) -> Vec<KeyEvent> {
    let plain = |code| vec![KeyEvent::new(code, KeyModifiers::NONE)];
    if let Some(number) = key.strip_prefix('F').and_then(|number| number.parse().ok()) {
        return plain(KeyCode::F(number));
    }
    match key {
        "Enter" => plain(KeyCode::Enter),
        "Esc" => plain(KeyCode::Esc),
        "Tab" => plain(KeyCode::Tab),
        "Backspace" => plain(KeyCode::Backspace),
        "Del" => plain(KeyCode::Delete),
        "Up" => plain(KeyCode::Up),
        "Down" => plain(KeyCode::Down),
        "Space" => plain(KeyCode::Char(' ')),
        "^Z" => vec![KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL)],
        other => other
            .chars()
            .flat_map(|c| plain(KeyCode::Char(c)))
            .collect(),
    }
}

const NARROW: Size = Size::new(80, 24);
const WIDE: Size = Size::new(120, 36);

fn office() -> TestOffice {
    let mut office = rated_by_others();
    office.put_mark(&["0002", "superior", ME, "A1"], "17.5");
    let record = MarkRecord {
        entry: Some("16".to_owned()),
        note: Some("会议记录不全".to_owned()),
        flagged: false,
    };
    office.put(What::Mark, &["0003", "superior", ME, "A1"], record.write());
    office
}

#[test]
fn three_panes_on_a_wide_terminal() {
    let mut sitting = Sitting::new(office(), "superior", WIDE);
    sitting.press("1 8 . 5");
    insta::assert_snapshot!("wide_mark", sitting.frame());
    sitting.press("Enter 1 1 2");
    insta::assert_snapshot!("wide_deductions", sitting.frame());
}

#[test]
fn everything_on_a_narrow_terminal() {
    let mut sitting = Sitting::new(office(), "superior", NARROW);
    insta::assert_snapshot!("narrow_mark", sitting.frame());
    sitting.press("* * Tab Down");
    insta::assert_snapshot!("narrow_options", sitting.frame());
    sitting.press("Esc 2 4 7 . 5");
    insta::assert_snapshot!("narrow_measured", sitting.frame());
    sitting.press("Esc F4");
    insta::assert_snapshot!("narrow_other_pane", sitting.frame());
}

#[test]
fn more_rows_than_fit_leave_room_for_the_mark() {
    let rows: Vec<String> = (1..=30)
        .map(|n| format!("{{ id = \"d{n}\", title = \"第{n}种情形\", each = 0.1 }}"))
        .collect();
    let text = twenty_five(&format!("deductions = [{}]", rows.join(", ")));
    let mut sitting = Sitting::new(TestOffice::new(scheme(&text)), "superior", NARROW);
    sitting.press("Tab");
    for _ in 0..24 {
        sitting.press("Down");
    }
    sitting.press("7");
    insta::assert_snapshot!("many_rows", sitting.frame());
    sitting.press("Enter Enter");
    let stored = sitting.office.entry(&["0001", "superior", ME, "A1"]);
    assert_eq!(stored.as_deref(), Some("d25=7"));
}

#[test]
fn in_english() {
    let mut sitting = Sitting::new(office(), "superior", NARROW);
    sitting.model.session.language = Language::English;
    sitting.press("1 8 Enter 1");
    insta::assert_snapshot!("english", sitting.frame());
    sitting.press("F9");
    insta::assert_snapshot!("english_summary", sitting.frame());
}

#[test]
fn popups() {
    let mut sitting = Sitting::new(office(), "superior", NARROW);
    sitting.press("F2");
    insta::assert_snapshot!("operations", sitting.frame());
    sitting.press("Esc F6");
    insta::assert_snapshot!("vetoes", sitting.frame());
    sitting.press("Esc 1 8 Space F9 3 8");
    insta::assert_snapshot!("summary", sitting.frame());
    sitting.press("Esc");
    sitting.message(Message::Paste("18\na=1\n很好\n".to_owned()));
    insta::assert_snapshot!("paste", sitting.frame());
}

#[test]
fn a_decided_veto_is_a_line_across_the_screen() {
    let mut office = office();
    office.put_veto(&["0001", "V1"], VetoState::Decided);
    let sitting = Sitting::new(office, "superior", NARROW);
    insta::assert_snapshot!("banner", sitting.frame());
}

#[test]
fn two_vetoes_share_a_line_and_v5_shows_what_was_entered() {
    let mut office = office();
    office.put_veto(&["0001", "V1"], VetoState::Decided);
    office.put_veto(&["0001", "V2"], VetoState::Decided);
    office.put_mark(&["0001", "superior", ME, "A1"], "18");
    let mut sitting = Sitting::new(office, "superior", WIDE);
    sitting.press("Up");
    insta::assert_snapshot!("two_vetoes", sitting.frame());
}

#[test]
fn a_conflict_shows_base_theirs_and_mine() {
    let mut sitting = Sitting::new(office(), "superior", NARROW);
    sitting
        .office
        .put_mark(&["0001", "superior", ME, "A1"], "17");
    sitting.press("1 8 Enter");
    let frame = sitting.frame();
    assert!(
        frame.contains("17") && frame.contains("考评三组"),
        "{frame}"
    );
    sitting.press("2");
    let stored = sitting.office.entry(&["0001", "superior", ME, "A1"]);
    assert_eq!(stored.as_deref(), Some("18"));
}

#[test]
fn undo_of_what_is_not_in_sight_goes_there_first() {
    let mut sitting = Sitting::new(office(), "superior", NARROW);
    let stored = |sitting: &Sitting| sitting.office.entry(&["0001", "superior", ME, "A1"]);
    sitting.press("1 8 Enter ^Z");
    assert_eq!(stored(&sitting), None, "the item is in sight");
    sitting.press("Up 1 8 Enter F8");
    assert!(sitting.frame().contains("红果子社区"));
    sitting.press("^Z");
    assert_eq!(stored(&sitting).as_deref(), Some("18"));
    let frame = sitting.frame();
    assert!(
        frame.contains("宝马村") && frame.contains("再按一次"),
        "{frame}"
    );
    sitting.press("^Z");
    assert_eq!(stored(&sitting), None);
    assert!(sitting.frame().contains("A1 班子团结     未评"));
}

#[test]
fn undo_takes_back_what_is_being_typed_before_what_is_stored() {
    let mut sitting = Sitting::new(office(), "superior", NARROW);
    sitting.press("1 8 Enter Up 9 ^Z");
    let stored = sitting.office.entry(&["0001", "superior", ME, "A1"]);
    assert_eq!(stored.as_deref(), Some("18"));
    assert!(sitting.frame().contains("得分 [18]"));
    sitting.press("^Z");
    assert_eq!(sitting.office.entry(&["0001", "superior", ME, "A1"]), None);
}

#[test]
fn found_by_pinyin_code_or_item() {
    let mut sitting = Sitting::new(office(), "superior", NARROW);
    sitting.press("/ b 2 Enter");
    assert!(sitting.frame().contains("B2 集体经济收入  满分"));
    sitting.press("F3 0 0 0 2 Enter");
    let frame = sitting.frame();
    assert!(
        frame.contains("红果子社区") && frame.contains("B2 集体经济收入  满分"),
        "{frame}"
    );
}

#[test]
fn ten_stars_in_place_of_the_bar() {
    let text = include_str!("../../../schemes/karamay.toml");
    let office = TestOffice::new(scheme(text));
    let sitting = Sitting::new(office, "village", WIDE);
    insta::assert_snapshot!("ten_stars", sitting.frame());
}

#[test]
fn an_independent_rater_sees_no_composite() {
    let text = MIXED.replace("independent = false", "independent = true");
    let mut office = TestOffice::new(scheme(&text));
    office.put_mark(&["0001", "self", "支部书记", "A1"], "20");
    let mut sitting = Sitting::new(office, "superior", WIDE);
    sitting.press("1 8");
    let frame = sitting.frame();
    assert!(frame.contains("独立评分"), "{frame}");
    assert!(!frame.contains("支部书记"), "{frame}");
    sitting.press("Esc F12");
    assert!(!sitting.frame().contains("支部书记"));
}

#[test]
fn typing_ahead_stops_at_a_refusal_and_is_counted() {
    let mut sitting = Sitting::new(office(), "superior", NARROW);
    let keys = "9 9 Enter 5 5 Enter".split_whitespace().flat_map(events);
    let effects = update_all(&mut sitting.model, keys.map(Message::Key).collect());
    carry_out(&mut sitting.model, &mut sitting.office, effects);
    let frame = sitting.frame();
    let said: String = frame.split_whitespace().collect();
    assert!(said.contains("停在A1，其后3键未用"), "{frame}");
    assert!(sitting.office.lines.is_empty());
}

#[test]
fn no_size_breaks_it() {
    let long =
        twenty_five("deductions = [ { id = \"a\", title = \"少开一次支部党员大会\", each = 1 } ]");
    for open in ["", "F2", "F6", "F9", "1", "F4"] {
        let mut sitting = Sitting::new(TestOffice::new(scheme(&long)), "superior", NARROW);
        sitting.press(open);
        for width in (0..200).step_by(7) {
            for height in (0..60).step_by(5) {
                sitting.message(Message::Resize(Size::new(width, height)));
                let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                view(&sitting.model, &mut buffer);
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(24))]
    #[test]
    fn no_keys_break_it(keys in proptest::collection::vec(
        proptest::sample::select(vec![
            "0", "1", "2", "5", "9", ".", "-", "*", "Enter", "Esc", "Tab", "Backspace", "Del",
            "Up", "Down", "Space", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10",
            "F12", "^Z", "评", "n", "v", "b", "/",
        ]), 0..60,
    )) {
        let mut sitting = Sitting::new(office(), "superior", NARROW);
        for key in keys {
            sitting.press(key);
            sitting.frame();
        }
    }
}
