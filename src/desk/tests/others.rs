//! Others write too: conflicts, news, what an independent rater may see, what the disk refuses.

use proptest::prelude::*;

use super::support::*;
use crate::desk::{Asking, Desk, Said, Statement, Stroke, statement};
use crate::office::Trouble;
use crate::round::{Command, MarkRecord, SheetState, What, Write};
use crate::scheme::LevelIndex;

const ME: &str = "考评二组";

fn mixed() -> (TestOffice, Desk) {
    let mut office = TestOffice::new(scheme(MIXED));
    let desk = sit_down(&mut office, "superior");
    (office, desk)
}

fn write(item: &str, entry: &str) -> Command {
    let record = MarkRecord {
        entry: Some(entry.to_owned()),
        note: None,
        flagged: false,
    };
    Command::Write(vec![Write {
        what: What::Mark,
        key: vec!["0001".into(), "superior".into(), ME.into(), item.into()],
        record: Some(record.write()),
        seen: None,
        row: None,
    }])
}

fn stored(office: &TestOffice, item: &str) -> Option<String> {
    office.entry(&["0001", "superior", ME, item])
}

#[test]
fn a_conflict_is_a_decision() {
    for (keys, kept) in [("1", "17"), ("2", "18")] {
        let (mut office, mut desk) = mixed();
        write_as(&mut office, "考评三组", write("A1", "17"));
        let (answer, _) = type_in(&mut office, &mut desk, "1 8 Enter");
        assert!(answer.halted);
        assert!(matches!(answer.said, Some(Said::Conflict { .. })));
        let Some(Asking::Conflict(conflict)) = desk.asking() else {
            panic!()
        };
        assert_eq!(conflict.by, "考评三组");
        assert_eq!(stored(&office, "A1").as_deref(), Some("17"));
        press(&mut desk, "Esc Enter 9");
        assert!(
            desk.asking().is_some(),
            "a conflict stays until it is decided"
        );
        type_in(&mut office, &mut desk, keys);
        assert_eq!(stored(&office, "A1").as_deref(), Some(kept));
        assert_eq!(desk.asking(), None);
        assert!(desk.all_stored());
    }
}

#[test]
fn conflicts_wait_for_each_other_and_for_a_note_that_is_being_typed() {
    let (mut office, mut desk) = mixed();
    write_as(&mut office, "考评三组", write("A1", "17"));
    write_as(&mut office, "考评三组", write("B3", "20"));
    press(&mut desk, "1 8 Enter");
    desk.go_to_item("B3");
    press(&mut desk, "1 5 Enter 台账");
    office.answer(&mut desk);
    assert!(matches!(desk.asking(), Some(Asking::Reason { text, .. }) if text.text() == "台账"));
    press(&mut desk, "Esc");
    for item in ["A1", "B3"] {
        let Some(Asking::Conflict(conflict)) = desk.asking() else {
            panic!("no conflict on {item}");
        };
        assert_eq!(conflict.key.last().map(String::as_str), Some(item));
        type_in(&mut office, &mut desk, "2");
    }
    assert_eq!(stored(&office, "A1").as_deref(), Some("18"));
    assert_eq!(stored(&office, "B3").as_deref(), Some("15"));
    assert_eq!(desk.asking(), None);
}

#[test]
fn mine_can_be_edited_first() {
    let (mut office, mut desk) = mixed();
    write_as(&mut office, "考评三组", write("A1", "17"));
    type_in(&mut office, &mut desk, "1 8 Enter");
    type_in(&mut office, &mut desk, "3 Backspace 9 Enter");
    assert_eq!(stored(&office, "A1").as_deref(), Some("19"));
}

#[test]
fn news_updates_in_place_and_a_conflict_on_the_draft_waits_until_it_is_kept() {
    let (mut office, mut desk) = mixed();
    press(&mut desk, "1 8");
    write_as(&mut office, "考评三组", write("A1", "17"));
    write_as(&mut office, "考评三组", write("A2", "none"));
    desk.news();
    let said = office.answer(&mut desk).said;
    assert!(matches!(said, Some(Said::News { changes: 2.., .. })));
    let open = desk.open().unwrap();
    assert_eq!(open.at, 0);
    assert!(open.draft.is_some());
    assert!(open.slots[1].entry.is_some());
    let (answer, _) = type_in(&mut office, &mut desk, "Enter");
    assert!(matches!(answer.said, Some(Said::Conflict { .. })));
}

#[test]
fn the_same_cell_twice_before_an_answer_is_no_conflict_with_oneself() {
    let (mut office, mut desk) = mixed();
    press(&mut desk, "1 8 Enter Up 1 7 Enter Up 1 6 Enter");
    assert_eq!(
        desk.take_requests().iter().filter(|r| is_apply(r)).count(),
        1
    );
    // The rest waits for the first answer.
    let (mut office2, mut desk2) = mixed();
    type_in(
        &mut office2,
        &mut desk2,
        "1 8 Enter Up 1 7 Enter Up 1 6 Enter",
    );
    assert_eq!(stored(&office2, "A1").as_deref(), Some("16"));
    assert_eq!(office2.lines.len(), 3);
    assert!(desk2.all_stored());
    office.answer(&mut desk);
    assert!(!desk.all_stored());
}

fn is_apply(request: &crate::desk::Request) -> bool {
    matches!(request, crate::desk::Request::Apply(_))
}

#[test]
fn what_was_typed_over_a_change_of_others_is_mine_in_the_conflict() {
    let (mut office, mut desk) = mixed();
    write_as(&mut office, "考评三组", write("A1", "17"));
    type_in(&mut office, &mut desk, "1 8 Enter Up 1 6 Enter");
    assert_eq!(
        stored(&office, "A1").as_deref(),
        Some("17"),
        "nothing goes unseen"
    );
    type_in(&mut office, &mut desk, "2");
    assert_eq!(stored(&office, "A1").as_deref(), Some("16"));
}

#[test]
fn what_the_disk_refuses_is_kept_and_tried_again() {
    let (mut office, mut desk) = mixed();
    office.trouble = Some(Trouble::DiskFull);
    let (answer, _) = type_in(&mut office, &mut desk, "1 8 Enter");
    assert!(matches!(answer.said, Some(Said::Failed { .. })));
    assert!(!desk.all_stored());
    assert_eq!(desk.stuck(), 1);
    assert!(desk.open().unwrap().slots[0].saving);
    office.trouble = None;
    desk.read_again();
    office.answer(&mut desk);
    assert!(desk.all_stored());
    assert_eq!(stored(&office, "A1").as_deref(), Some("18"));
}

#[test]
fn an_independent_rater_sees_nothing_of_others_until_the_own_sheet_is_submitted() {
    let text = MIXED.replace("independent = false", "independent = true");
    let mut office = TestOffice::new(scheme(&text));
    for (item, entry) in [
        ("A1", "20"),
        ("A2", "none"),
        ("B1", "x"),
        ("B2", "50"),
        ("B3", "20"),
    ] {
        office.put_mark(&["0001", "self", "支部书记", item], entry);
        office.put_mark(&["0001", "superior", "考评三组", item], entry);
    }
    office.put_sheet(&["0001", "self", "支部书记"], SheetState::Submitted);
    let mut desk = sit_down(&mut office, "superior");
    assert!(desk.blind());
    assert_eq!(desk.panel(), None);
    assert_eq!(desk.breakdown(None), None);
    assert_eq!(desk.figures(), None);
    assert!(desk.steps().is_empty());
    assert_eq!(desk.beside().others, []);
    assert_eq!(desk.beside().town, None);
    assert_eq!(
        desk.run(crate::desk::Act::CopyEarlier).said,
        Some(Said::NothingToCopy)
    );
    type_in(&mut office, &mut desk, "* * * 5 0 Enter *");
    desk.submit();
    office.answer(&mut desk);
    assert!(!desk.blind());
    assert_eq!(desk.beside().others.len(), 2);
    assert!(desk.panel().is_some());
}

#[test]
fn distances_and_levels_are_told_and_never_more_than_is_known() {
    let mut office = rated_by_others();
    let mut desk = sit_down(&mut office, "superior");
    press(&mut desk, "* *");
    let panel = desk.panel().unwrap();
    // 0.2 × 95 + 0.3 × 90 + 0.5 × (40 to 100)
    assert_eq!(panel.low.unwrap().to_string(), "66.00");
    assert_eq!(panel.high.unwrap().to_string(), "96.00");
    assert_eq!(panel.reached.map(|l| l.0), Some(2));
    assert_eq!(panel.in_reach.map(|l| l.0), Some(0));
    let lines: Vec<_> = panel
        .lines
        .iter()
        .map(|l| (l.level.0, l.lacking.to_string()))
        .collect();
    assert_eq!(lines, [(1, "9.00".to_owned()), (0, "24.00".to_owned())]);
    assert_eq!(panel.statement, None);

    // G4, G12: places that are sent down for a level decide like those of the scheme; the last
    // level takes all that come to it.
    let mut figures = desk.figures().unwrap().clone();
    let (second, last) = (LevelIndex(1), desk.scheme.last_level());
    figures.reached = Some(second);
    let decided = Some(Statement::PlacesDecide(second));
    assert_eq!(statement(&desk.scheme, &figures, &[]), None);
    assert_eq!(statement(&desk.scheme, &figures, &[second]), decided);
    figures.reached = Some(last);
    assert_eq!(statement(&desk.scheme, &figures, &[last]), None);
}

fn stroke() -> impl Strategy<Value = Stroke> {
    prop_oneof![
        (0_u8..10).prop_map(Stroke::Digit),
        (0_u8..10).prop_map(Stroke::Digit),
        prop::sample::select(vec![
            Stroke::Point,
            Stroke::Minus,
            Stroke::Star,
            Stroke::Enter,
            Stroke::Escape,
            Stroke::Tab,
            Stroke::Backspace,
            Stroke::Delete,
            Stroke::Space,
            Stroke::Up,
            Stroke::Down,
        ]),
    ]
}

#[derive(Debug, Clone)]
enum Move {
    Press(Stroke),
    Letter(char),
    Operations,
    Vetoes,
    Summary,
    Submit,
    Step(bool),
    Paste(String),
    Answer,
    Other,
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        20 => stroke().prop_map(Move::Press),
        2 => any::<char>().prop_map(Move::Letter),
        1 => Just(Move::Operations),
        1 => Just(Move::Vetoes),
        1 => Just(Move::Summary),
        1 => Just(Move::Submit),
        1 => any::<bool>().prop_map(Move::Step),
        1 => "[0-9.\\n\\t 好a=]{0,20}".prop_map(Move::Paste),
        3 => Just(Move::Answer),
        1 => Just(Move::Other),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_sequence_of_keys_panics_and_shown_is_what_the_office_has(
        moves in prop::collection::vec(any_move(), 0..80),
        party in prop::sample::select(vec!["self", "leader", "superior"]),
    ) {
        let mut office = TestOffice::new(scheme(MIXED));
        let mut desk = sit_down(&mut office, party);
        for step in moves {
            match step {
                Move::Press(stroke) => { desk.press(stroke); }
                Move::Letter(letter) => { desk.letter(letter); }
                Move::Operations => { desk.open_operations(); }
                Move::Vetoes => { desk.open_vetoes(); }
                Move::Summary => { desk.ask_summary(); }
                Move::Submit => { desk.submit(); }
                Move::Step(forward) => { desk.step_organisation(forward); }
                Move::Paste(text) => { desk.paste(&text); }
                Move::Answer => { office.answer(&mut desk); }
                Move::Other => {
                    let other = MarkRecord { entry: Some("5".into()), note: None, flagged: false };
                    office.put(What::Mark, &["0001", "superior", ME, "A1"], other.write());
                }
            }
            let _ = desk.panel();
            let _ = desk.breakdown(None);
            let _ = desk.summary();
            let _ = desk.beside();
        }
        office.answer(&mut desk);
        prop_assert!(desk.all_stored());
        desk.read_again();
        office.answer(&mut desk);
        let open = desk.open().unwrap();
        for slot in &open.slots {
            let item = slot.item.map_or("*".to_owned(), |i| desk.scheme().item(i).id.clone());
            let key = [open.row.organisation.as_str(), party, ME, &item];
            let shown = slot.entry.as_ref().map(|entry| {
                crate::desk::field(desk.scheme(), slot.item).canonical(entry)
            });
            prop_assert_eq!(shown, office.entry(&key));
        }
    }
}
