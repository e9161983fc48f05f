//! Typing is a draft, moving keeps it; the field names its kind.

use super::support::*;
use crate::desk::{Answer, Asking, Beyond, Closed, Deaf, Desk, Kind, Said, is_capped};
use crate::number::Decimal;
use crate::round::SheetState;
use crate::scoring::EntryRefusal;

const ME: &str = "考评二组";

fn mixed() -> (TestOffice, Desk) {
    let mut office = TestOffice::new(scheme(MIXED));
    let desk = sit_down(&mut office, "superior");
    (office, desk)
}

/// The item under the cursor.
fn here(desk: &Desk) -> String {
    let item = desk.open().unwrap().slot().unwrap().item.unwrap();
    desk.scheme().item(item).id.clone()
}

fn go(desk: &mut Desk, id: &str) {
    desk.go_to_item(id).unwrap();
}

/// Item, keys → what is stored on it, and where the cursor is.
#[track_caller]
fn check(item: &str, keys: &str, stored: Option<&str>, at: &str) {
    let (mut office, mut desk) = mixed();
    go(&mut desk, item);
    type_in(&mut office, &mut desk, keys);
    assert_eq!(
        office.entry(&["0001", "superior", ME, item]).as_deref(),
        stored,
        "{item}: {keys}"
    );
    assert_eq!(here(&desk), at, "{item}: {keys}");
    assert!(desk.all_stored());
}

#[test]
fn direct_marks() {
    for (keys, stored, at) in [
        ("8 . 5 Enter", Some("8.5"), "A2"),
        ("8 . 5", None, "A1"),
        ("8 . 5 Esc", None, "A1"),
        ("8 . 5 Down", Some("8.5"), "A2"),
        ("8 . 5 Up", Some("8.5"), "B3"),
        ("8 . 5 Tab", Some("8.5"), "A2"),
        ("1 5 Backspace 8 Enter", Some("18"), "A2"),
        ("8 Backspace Enter", None, "A1"),
        (". 5 Enter", Some("0.5"), "A2"),
        ("8 . Enter", Some("8"), "A2"),
        ("0 Enter", Some("0"), "A2"),
        ("*", Some("20"), "A2"),
        ("8 *", Some("20"), "A2"),
        ("Enter", None, "A1"),
        ("8 . 5 Enter Up Del", None, "A1"),
        ("8 Enter Up 9 Del", None, "A1"),
        ("8 Enter Up 9 Esc", Some("8"), "A1"),
        ("1 8 Enter Up Backspace Enter", Some("1"), "A2"),
        ("８ ． ５ Enter", Some("8.5"), "A2"),
        ("８ 。 ５ Enter", Some("8.5"), "A2"),
        ("＊", Some("20"), "A2"),
        // Out of range, too fine, no multiple, no number: the move is held back.
        ("2 1 Enter", None, "A1"),
        ("2 1 Down", None, "A1"),
        ("8 . 3 Enter", None, "A1"),
        ("8 . 5 5 5 Enter", None, "A1"),
        ("8 . . 5 Enter", None, "A1"),
        ("2 1 Enter Backspace Enter", Some("2"), "A2"),
    ] {
        check("A1", keys, stored, at);
    }
}

#[test]
fn an_invalid_draft_holds_and_says_the_rule() {
    let (mut office, mut desk) = mixed();
    let points = Decimal::whole(20);
    let item = desk.open().unwrap().slot().unwrap().item;
    let held = |why| Answer::halt(Said::Held { item, why });
    let out = held(EntryRefusal::OutOfRange { points });
    assert_eq!(press(&mut desk, "2 1 Enter").0, out);
    assert_eq!(desk.step_organisation(true), out);
    assert_eq!(desk.open_vetoes(), out);
    assert_eq!(desk.ask_summary(), out);
    assert_eq!(desk.paste("1\n2"), out);
    let step = "0.5".parse().unwrap();
    press(&mut desk, "Esc");
    assert_eq!(
        press(&mut desk, "8 . 3 Enter").0,
        held(EntryRefusal::NotAMultiple { step })
    );
    press(&mut desk, "Esc");
    assert_eq!(
        press(&mut desk, "8 . . Enter").0,
        held(EntryRefusal::NotANumber)
    );
    office.answer(&mut desk);
    assert!(office.lines.is_empty());
}

#[test]
fn deductions_by_row() {
    for (keys, stored, at) in [
        ("1 Enter", Some("a=1"), "B1"),
        ("1 1 2 Enter", Some("a=2 b=1"), "B1"),
        ("1 1 - 1 Enter", Some("a=1"), "B1"),
        // What takes a slip back says nothing of its own, nor does what takes nothing off.
        ("1 - 1 Enter", None, "A2"),
        ("- 2 Enter", None, "A2"),
        ("- 2 Down", None, "B1"),
        ("- 3 Enter", None, "A2"),
        ("2 Enter Up - 2 Enter", Some("none"), "B1"),
        ("0 1 - 1 Enter", Some("none"), "B1"),
        ("1 - 2 Enter", Some("a=1"), "B1"),
        ("Tab Backspace Enter Enter", None, "A2"),
        ("Tab 0 Enter Enter", None, "A2"),
        ("Tab 5 Backspace Enter Enter", None, "A2"),
        ("－ １ １ Enter", Some("a=1"), "B1"),
        ("0 Enter", Some("none"), "B1"),
        ("1 2 0 Enter", Some("none"), "B1"),
        ("3 Enter", Some("c=1"), "B1"),
        ("3 3 Enter", None, "A2"),
        ("*", Some("none"), "B1"),
        ("1 2 Backspace Enter", Some("a=1"), "B1"),
        ("1 Backspace Enter", None, "A2"),
        ("0", None, "A2"),
        ("4 Enter", None, "A2"),
        ("1 Enter Up 1 Enter", Some("a=2"), "B1"),
        ("1 Enter Up 1 Esc", Some("a=1"), "A2"),
        ("Tab 1 2 Enter Enter", Some("a=12"), "B1"),
        ("Tab Down 3 Enter Enter", Some("b=3"), "B1"),
        ("Tab Up 7 Enter Enter", Some("c=1"), "B1"),
        ("Tab 1 2 Backspace Enter Enter", Some("a=1"), "B1"),
        ("1 2 Tab Backspace Enter Enter", Some("b=1"), "B1"),
        ("Tab Enter Enter", None, "A2"),
        ("Tab 5 *", Some("none"), "B1"),
        ("Del", None, "A2"),
        // A mark is typed all the same: nothing is kept until the point is taken back.
        ("2 . 5 Enter", None, "A2"),
        ("1 2 . 5 Down", None, "A2"),
        ("1 Enter Up 2 . 5 Space", Some("a=1"), "A2"),
        (". 5 Enter Enter", None, "A2"),
        ("2 . 0 Enter Esc Enter", None, "A2"),
        ("2 . 1 - 1 Backspace Enter", Some("b=1"), "B1"),
        (". 1 Backspace Enter", None, "A2"),
        (". 1 Backspace 1 Enter", Some("a=1"), "B1"),
        ("Tab 1 . 5 Enter Enter", None, "A2"),
        ("Tab 1 . 5 Backspace Enter Enter", Some("a=1"), "B1"),
        ("2 。 ５ Enter", None, "A2"),
        ("2 . *", Some("none"), "B1"),
        // A number that is no row holds the next move back, once.
        ("1 9 Enter", None, "A2"),
        ("1 9 Down", None, "A2"),
        ("1 9 Enter Enter", Some("a=1"), "B1"),
        ("1 9 1 Enter", Some("a=2"), "B1"),
    ] {
        check("A2", keys, stored, at);
    }
}

#[test]
fn the_mark_of_a_deduction_item_is_never_typed() {
    let (mut office, mut desk) = mixed();
    go(&mut desk, "A2");
    let point = Said::Deaf(Deaf::Point(Kind::Deductions));
    for keys in ["2 .", "5", "."] {
        assert_eq!(press(&mut desk, keys).0, Answer::say(point.clone()));
    }
    let counts = desk.open().unwrap().draft.as_ref().unwrap().counts();
    assert_eq!(counts, Some(&[0, 1, 0][..]), "the 5 after it counts no row");
    let low = desk.panel().unwrap().low.unwrap().to_string();
    assert_eq!(low, "0.00", "no figure follows from what holds no mark");
    for keys in ["Enter", "Up", "Tab", "Space"] {
        assert_eq!(press(&mut desk, keys).0, Answer::halt(point.clone()));
    }
    assert_eq!(desk.step_organisation(true), Answer::halt(point.clone()));
    assert_eq!(desk.ask_summary(), Answer::halt(point));
    assert_eq!(press(&mut desk, "Esc").0, Answer::say(Said::DraftDropped));
    assert!(desk.open().unwrap().draft.is_none());
    office.answer(&mut desk);
    assert!(office.lines.is_empty());
    let no_row = Deaf::NoRow { number: 9, rows: 3 };
    assert_eq!(press(&mut desk, "9").0, Answer::say(Said::Deaf(no_row)));
    let refused = |counted| {
        Answer::halt(Said::Refused {
            deaf: no_row,
            counted,
        })
    };
    assert_eq!(press(&mut desk, "9 Enter").0, refused(false));
    assert_eq!(press(&mut desk, "Enter").0, Answer::say(Said::NotScored));
    press(&mut desk, "1 9");
    assert_eq!(desk.step_organisation(true), refused(true));
}

#[test]
fn options_by_number_keep_and_go_on() {
    for (keys, stored, at) in [
        ("1", Some("x"), "B2"),
        ("3", Some("z"), "B2"),
        ("２", Some("y"), "B2"),
        ("4", None, "B1"),
        ("0", None, "B1"),
        ("*", Some("x"), "B2"),
        ("Tab Down Enter", Some("y"), "B2"),
        ("Tab 3 Enter", Some("z"), "B2"),
        ("Tab Down Esc Enter", None, "B1"),
        ("Tab Down Tab Down", None, "B2"),
        ("Enter", None, "B1"),
        ("2 Up Del", None, "B1"),
        (". 2 Enter", None, "B1"),
        (". 2 Backspace 2", Some("y"), "B2"),
        ("Tab 1 . 2 Enter", None, "B1"),
        ("Tab 2 9 Enter", None, "B1"),
        ("9 Enter", None, "B1"),
    ] {
        check("B1", keys, stored, at);
    }
}

#[test]
fn nothing_to_take_off_opens_no_draft_and_says_why() {
    let (_, mut desk) = mixed();
    go(&mut desk, "A2");
    let nothing = Deaf::NothingToTakeOff { number: 2 };
    assert_eq!(press(&mut desk, "- 2").0, Answer::say(Said::Deaf(nothing)));
    assert!(desk.open().unwrap().draft.is_none());
}

#[test]
fn a_point_after_an_option_stops_there_and_falls_on_no_other_item() {
    let (mut office, mut desk) = mixed();
    go(&mut desk, "B1");
    type_in(&mut office, &mut desk, "2");
    let point = Answer::halt(Said::PointAfterOption { number: 2 });
    assert_eq!(press(&mut desk, ".").0, point);
    assert_eq!(here(&desk), "B1");
    type_in(&mut office, &mut desk, "5 Enter");
    assert_eq!(
        here(&desk),
        "B1",
        "nothing moves before the point is taken back"
    );
    let entry = |item: &str| office.entry(&["0001", "superior", ME, item]);
    assert_eq!(entry("B1").as_deref(), Some("y"));
    assert_eq!(entry("B2"), None);
}

#[test]
fn options_from_ten_on_are_reached_by_tab() {
    let options: Vec<String> = (1..=12)
        .map(|n| {
            format!(
                "{{ id = \"o{n}\", title = \"第{n}档\", points = {} }}",
                n % 5
            )
        })
        .collect();
    let text = twenty_five(&format!("options = [{}]", options.join(", ")));
    let mut office = TestOffice::new(scheme(&text));
    let mut desk = sit_down(&mut office, "superior");
    type_in(&mut office, &mut desk, "Tab 1 2 Enter 1 9");
    let entry = |item: &str| office.entry(&["0001", "superior", ME, item]);
    assert_eq!(entry("A1").as_deref(), Some("o12"));
    assert_eq!(entry("A2").as_deref(), Some("o1"));
    assert_eq!(entry("A3").as_deref(), Some("o9"));
}

#[test]
fn measured_values_take_no_full_mark_and_any_sign() {
    for (keys, stored, at) in [
        ("4 7 . 5 Enter", Some("47.5"), "B3"),
        ("5 - Enter", Some("-5"), "B3"),
        ("- 5 Enter", Some("-5"), "B3"),
        ("- 5 - Enter", Some("5"), "B3"),
        ("*", None, "B2"),
        ("- Enter", None, "B2"),
        ("6 0 Down", Some("60"), "B3"),
    ] {
        check("B2", keys, stored, at);
    }
    let (_, mut desk) = mixed();
    go(&mut desk, "B2");
    assert_eq!(
        press(&mut desk, "*").0,
        Answer::say(Said::Deaf(Deaf::NoFullMark))
    );
}

#[test]
fn what_lies_past_full_below_zero_or_above_the_most_is_said() {
    let (_, mut desk) = mixed();
    go(&mut desk, "B2");
    let field = desk.field().unwrap();
    let beyond = |text: &str| field.beyond(&field.parse(text).unwrap());
    assert_eq!(beyond("50"), None);
    let fifty = Beyond::PastFull("50".parse().unwrap());
    assert_eq!(beyond("99.5"), Some(fifty));
    assert_eq!(beyond("-3"), Some(Beyond::BelowZero));
    let two = "2".parse().unwrap();
    assert!(!is_capped(two, 4, "8".parse().unwrap()));
    assert!(is_capped(two, 5, "8".parse().unwrap()));
}

#[test]
fn enter_on_an_untouched_item_never_scores() {
    let (mut office, mut desk) = mixed();
    assert_eq!(press(&mut desk, "Enter").0, Answer::say(Said::NotScored));
    assert_eq!(
        press(&mut desk, "8 Enter Enter Enter").0,
        Answer::say(Said::NotScored)
    );
    office.answer(&mut desk);
    assert_eq!(office.lines.len(), 1);
    assert_eq!(here(&desk), "A2");
}

#[test]
fn enter_goes_to_the_next_open_item_round_to_the_first_and_then_to_the_summary() {
    let (mut office, mut desk) = mixed();
    go(&mut desk, "B3");
    assert_eq!(
        type_in(&mut office, &mut desk, "*").0,
        Answer::say(Said::Wrapped)
    );
    assert_eq!(here(&desk), "A1");
    type_in(&mut office, &mut desk, "* * *");
    assert_eq!(here(&desk), "B2");
    let (answer, _) = type_in(&mut office, &mut desk, "5 0 Enter");
    assert_eq!(answer.said, Some(Said::AllScored));
    assert!(matches!(desk.asking(), Some(Asking::Summary { .. })));
    // On an item that had a mark: the next in order.
    press(&mut desk, "Esc");
    go(&mut desk, "A1");
    press(&mut desk, "Enter");
    assert_eq!(here(&desk), "A2");
    press(&mut desk, "Up 9 Enter");
    assert_eq!(here(&desk), "A2");
}

#[test]
fn space_flags_and_keeps_a_valid_draft() {
    let (mut office, mut desk) = mixed();
    assert_eq!(
        press(&mut desk, "8 Space").0,
        Answer::say(Said::Flagged(true))
    );
    office.answer(&mut desk);
    assert!(desk.open().unwrap().slot().unwrap().flagged);
    assert_eq!(
        office.entry(&["0001", "superior", ME, "A1"]).as_deref(),
        Some("8")
    );
    // The ideographic space of an input method.
    assert_eq!(desk.letter('\u{3000}'), Answer::say(Said::Flagged(false)));
}

#[test]
fn figures_follow_the_draft_in_the_frame_of_the_key() {
    let (mut office, mut desk) = mixed();
    let low = |desk: &Desk| desk.panel().unwrap().low.unwrap().to_string();
    assert_eq!(low(&desk), "0.00");
    press(&mut desk, "1 8");
    assert_eq!(low(&desk), "9.00");
    assert!(desk.take_requests().is_empty(), "a draft is never stored");
    press(&mut desk, "Esc");
    assert_eq!(low(&desk), "0.00");
    press(&mut desk, "1 8 Enter");
    assert_eq!(low(&desk), "9.00");
    assert!(!desk.all_stored());
    office.answer(&mut desk);
    assert!(desk.all_stored());
    assert_eq!(low(&desk), "9.00");
}

#[test]
fn a_sheet_takes_few_keys() {
    let direct = "* ".repeat(16) + &"3 Enter ".repeat(9);
    let options = "1 ".repeat(25);
    let deductions = "* ".repeat(16) + &"1 Enter ".repeat(9);
    let rows = "deductions = [ { id = \"a\", title = \"少开一次\", each = 1 } ]";
    let choice = "options = [ { id = \"x\", title = \"好\", points = 4 }, \
                  { id = \"y\", title = \"差\", points = 0 } ]";
    for (rule, keys, most) in [
        ("", direct, 50),
        (choice, options, 25),
        (rows, deductions, 36),
    ] {
        let mut office = TestOffice::new(scheme(&twenty_five(rule)));
        let mut desk = sit_down(&mut office, "superior");
        let (answer, count) = type_in(&mut office, &mut desk, &keys);
        assert!(count <= most, "{rule}: {count} keys");
        assert_eq!(answer.said, Some(Said::AllScored), "{rule}");
        assert_eq!(desk.open().unwrap().scored(), 25, "{rule}");
        assert!(desk.all_stored());
    }
}

#[test]
fn an_item_is_called_by_what_stands_before_the_hyphen_where_that_is_enough() {
    let text = MIXED.replace("id = \"A2\"", "id = \"A2-village\"");
    let text = text.replace("id = \"B2\"", "id = \"B1-income\"");
    let mut office = TestOffice::new(scheme(&text));
    let mut desk = sit_down(&mut office, "superior");
    assert!(desk.go_to_item("a2").is_some());
    assert_eq!(here(&desk), "A2-village");
    assert!(desk.go_to_item("B1-INCOME").is_some());
    assert_eq!(here(&desk), "B1-income");
    assert!(desk.go_to_item("C9").is_none());
}

#[test]
fn one_overall_mark() {
    let mut office = TestOffice::new(scheme(MIXED));
    let mut desk = sit_down(&mut office, "leader");
    assert_eq!(desk.open().unwrap().slots.len(), 1);
    type_in(&mut office, &mut desk, "8 8 . 5 Enter");
    assert_eq!(
        office.entry(&["0001", "leader", ME, "*"]).as_deref(),
        Some("88.5")
    );
    assert!(matches!(desk.asking(), Some(Asking::Summary { .. })));
}

#[test]
fn a_submitted_sheet_is_read_only() {
    let mut office = TestOffice::new(scheme(MIXED));
    office.put_mark(&["0001", "leader", ME, "*"], "90");
    office.put_sheet(&["0001", "leader", ME], SheetState::Submitted);
    let mut desk = sit_down(&mut office, "leader");
    for keys in ["8", "*", "Del", "Space", "-"] {
        let (answer, _) = press(&mut desk, keys);
        assert_eq!(
            answer,
            Answer::halt(Said::ReadOnly(Closed::Submitted)),
            "{keys}"
        );
    }
    assert_eq!(
        desk.paste("8"),
        Answer::halt(Said::ReadOnly(Closed::Submitted))
    );
    assert!(desk.all_stored());
}
