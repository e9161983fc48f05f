//! Acts on a sheet: reasons, notes, paste, summary, submission, vetoes.

use super::support::*;
use crate::desk::{
    About, Act, Answer, Asking, Desk, Odd, Origin, PaperCheck, Said, StarState, Stroke,
};
use crate::number::{Decimal, Exact, Figure};
use crate::office::Question;
use crate::round::{SheetState, What};
use crate::scoring::VetoState;
use crate::text::{Language, scoring_screen as text};

const ME: &str = "考评二组";

fn mixed() -> (TestOffice, Desk) {
    let mut office = TestOffice::new(scheme(MIXED));
    let desk = sit_down(&mut office, "superior");
    (office, desk)
}

/// A figure of two decimals, as the scheme prints them.
fn figure(text: &str) -> Figure {
    Exact::from(text.parse::<Decimal>().unwrap()).round(2)
}

fn note(desk: &Desk, at: usize) -> Option<String> {
    desk.open().unwrap().slots[at].note.clone()
}

#[test]
fn a_mark_below_full_asks_for_its_reason_and_recent_ones_go_by_digit() {
    let (mut office, mut desk) = mixed();
    desk.go_to_item("B3");
    assert!(press(&mut desk, "1 5 Enter").0.halted);
    assert!(matches!(desk.asking(), Some(Asking::Reason { .. })));
    // Typed as an input method gives it; the mark is on its way already.
    type_in(&mut office, &mut desk, "台账不全 Enter");
    assert_eq!(note(&desk, 4).as_deref(), Some("台账不全"));
    assert_eq!(
        office.entry(&["0001", "superior", ME, "B3"]).as_deref(),
        Some("15")
    );
    desk.step_organisation(true);
    office.answer(&mut desk);
    desk.go_to_item("B3");
    office.answer(&mut desk);
    type_in(&mut office, &mut desk, "1 0 Enter 1");
    assert_eq!(note(&desk, 4).as_deref(), Some("台账不全"));
    assert_eq!(desk.asking(), None);
}

#[test]
fn a_reason_goes_with_its_mark_and_the_next_one_is_asked_for() {
    let (mut office, mut desk) = mixed();
    desk.go_to_item("B3");
    type_in(&mut office, &mut desk, "1 5 Enter 台账不全 Enter");
    desk.go_to_item("B3");
    type_in(&mut office, &mut desk, "1 2 Enter");
    let Some(Asking::Reason { recent, .. }) = desk.asking() else {
        panic!("another mark below full has its own reason")
    };
    assert_eq!(recent, &["台账不全"], "the one before is offered first");
    type_in(&mut office, &mut desk, "Esc");
    assert_eq!(note(&desk, 4), None);
    for full_or_none in ["*", "Del"] {
        desk.go_to_item("B3");
        type_in(&mut office, &mut desk, "1 5 Enter 台账不全 Enter");
        desk.go_to_item("B3");
        type_in(&mut office, &mut desk, full_or_none);
        assert!(!matches!(desk.asking(), Some(Asking::Reason { .. })));
        assert_eq!(note(&desk, 4), None, "{full_or_none}");
    }
    // What was noted beside no mark or a full one is no reason, and stays.
    desk.go_to_item("B3");
    desk.run(Act::Note);
    type_in(&mut office, &mut desk, "已核 Enter * Esc");
    desk.go_to_item("B3");
    type_in(&mut office, &mut desk, "Del");
    assert_eq!(note(&desk, 4).as_deref(), Some("已核"));
}

#[test]
fn not_applicable_only_where_the_item_says_so() {
    let (mut office, mut desk) = mixed();
    assert_eq!(
        desk.run(Act::NotApplicable),
        Answer::halt(Said::NotOptional)
    );
    desk.go_to_item("B3");
    desk.open_operations();
    type_in(&mut office, &mut desk, "1");
    assert_eq!(
        office.entry(&["0001", "superior", ME, "B3"]).as_deref(),
        Some("NA")
    );
}

#[test]
fn the_entry_of_the_party_before_is_copied() {
    let mut office = TestOffice::new(scheme(MIXED));
    office.put_mark(&["0001", "self", "支部书记", "A1"], "19.5");
    let mut desk = sit_down(&mut office, "superior");
    assert_eq!(desk.beside().others.len(), 1);
    let copied = |old: Option<&str>| Said::Copied {
        from: Origin::PartyBefore,
        old: old.map(|old| Some(figure(old))),
        new: Some(figure("19.5")),
    };
    assert_eq!(desk.run(Act::CopyEarlier).said, Some(copied(None)));
    type_in(&mut office, &mut desk, "4 Enter Up");
    assert_eq!(desk.run(Act::CopyEarlier).said, Some(copied(Some("4"))));
    let told = text::said(Language::Chinese, &copied(Some("4")), desk.scheme());
    assert_eq!(told, "已抄自评：4 → 19.5，Ctrl-Z 撤销");
    office.answer(&mut desk);
    assert_eq!(
        office.entry(&["0001", "superior", ME, "A1"]).as_deref(),
        Some("19.5")
    );
}

#[test]
fn the_entry_of_last_year_is_copied_where_it_fits() {
    let mut before = TestOffice::new(scheme(MIXED));
    before.put_mark(&["0001", "superior", "考评一组", "A2"], "a=1");
    before.put_mark(&["0001", "superior", ME, "A2"], "b=2");
    before.put_mark(&["0001", "superior", ME, "A1"], "21");
    let mut office = TestOffice::new(scheme(MIXED));
    let mut desk = sit_down(&mut office, "superior");
    let nothing = Some(Said::NothingLastYear);
    assert_eq!(desk.run(Act::CopyLastYear).said, nothing);
    let question = Question::Organisation {
        round: "2026".to_owned(),
        organisation: "0001".to_owned(),
    };
    desk.replied(&About::LastYear("0001".to_owned()), before.ask(&question));
    // 21 is more than the item gives now.
    assert_eq!(desk.run(Act::CopyLastYear).said, nothing);
    desk.go_to_item("A2");
    desk.run(Act::CopyLastYear);
    office.answer(&mut desk);
    // The own mark before a colleague's.
    let entry = |item| office.entry(&["0001", "superior", ME, item]);
    assert_eq!(entry("A2").as_deref(), Some("b=2"));
    assert_eq!(entry("A1"), None);
}

#[test]
fn a_pasted_column_is_one_step() {
    let (mut office, mut desk) = mixed();
    assert!(
        desk.paste("18\r\na=1 b=2\r\n好\r\n４７．５\r\n20\r\n")
            .halted
    );
    let Some(Asking::Paste(paste)) = desk.asking() else {
        panic!("no paste")
    };
    assert_eq!((paste.marks(), paste.faults()), (5, 0));
    type_in(&mut office, &mut desk, "Enter");
    assert_eq!(office.lines.len(), 1);
    assert_eq!(
        office.lines[0]
            .changes
            .iter()
            .filter(|c| c.what == What::Mark)
            .count(),
        5
    );
    assert_eq!(
        office.entry(&["0001", "superior", ME, "B2"]).as_deref(),
        Some("47.5")
    );
}

#[test]
fn a_pasted_deduction_may_be_numbered_as_on_the_screen() {
    let (mut office, mut desk) = mixed();
    desk.paste("18\n1=1 2=2\n");
    type_in(&mut office, &mut desk, "Enter");
    let key = ["0001", "superior", ME, "A2"];
    assert_eq!(office.entry(&key).as_deref(), Some("a=1 b=2"));
    let (mut office, mut desk) = mixed();
    desk.paste("18\n0\n");
    type_in(&mut office, &mut desk, "Enter");
    assert_eq!(office.entry(&key).as_deref(), Some("none"));
}

#[test]
fn a_paste_with_faults_stores_nothing() {
    let (mut office, mut desk) = mixed();
    desk.paste("18\n弄虚\n好\n\n21\n7");
    let Some(Asking::Paste(paste)) = desk.asking() else {
        panic!("no paste")
    };
    assert_eq!((paste.marks(), paste.faults()), (2, 3));
    assert_eq!(
        press(&mut desk, "Enter").0,
        Answer::halt(Said::PasteFaults(3))
    );
    press(&mut desk, "Esc");
    office.answer(&mut desk);
    assert!(office.lines.is_empty());
    assert_eq!(desk.asking(), None);
}

#[test]
fn the_summary_names_what_is_missing_flagged_odd_and_checks_the_paper() {
    let (mut office, mut desk) = mixed();
    type_in(&mut office, &mut desk, "1 8 Space");
    desk.go_to_item("B3");
    type_in(&mut office, &mut desk, "1 5 . 5 Enter Esc");
    desk.ask_summary();
    press(&mut desk, "3 3 . 5");
    let summary = desk.summary().unwrap();
    assert_eq!((summary.scored, summary.all), (2, 5));
    assert_eq!(summary.missing, [1, 2, 3]);
    assert_eq!(summary.flagged, [0]);
    assert_eq!(summary.odd, [(Some(4), Odd::NoReason)]);
    assert_eq!(summary.paper, Some(PaperCheck::Same));
    press(&mut desk, "Backspace Backspace Backspace 5");
    let Some(PaperCheck::Above(by)) = desk.summary().unwrap().paper else {
        panic!()
    };
    assert_eq!(by.to_string(), "1.50");
    assert_eq!(desk.submit(), Answer::halt(Said::Incomplete(3)));
    press(&mut desk, "Enter");
    assert_eq!(desk.open().unwrap().at, 1);
}

#[test]
fn a_line_of_the_summary_is_picked_by_arrows_and_enter_goes_to_its_item() {
    let (mut office, mut desk) = mixed();
    type_in(
        &mut office,
        &mut desk,
        "1 8 Space Down Down * 5 0 Enter 1 5 Enter Esc",
    );
    desk.ask_summary();
    let lines = desk.summary().unwrap().lines();
    let slots: Vec<Option<usize>> = lines.iter().map(|line| line.slot).collect();
    assert_eq!(slots, [Some(0), Some(1), Some(4)]);
    assert!(lines[0].flagged && lines[1].missing);
    assert_eq!(lines[2].odd, [Odd::NoReason]);
    press(&mut desk, "Down Down Down Down");
    press(&mut desk, "Enter");
    assert_eq!((desk.asking(), desk.open().unwrap().at), (None, 4));
}

#[test]
fn another_total_on_paper_is_asked_about_once_before_it_is_submitted() {
    let (mut office, mut desk) = mixed();
    type_in(&mut office, &mut desk, "* * * 5 0 Enter *");
    press(&mut desk, "9 9 . 5");
    let differs = Answer::halt(Said::PaperDiffers(PaperCheck::Below(figure("0.5"))));
    assert_eq!(desk.submit(), differs);
    let told = text::said(
        Language::Chinese,
        &differs.said.clone().unwrap(),
        desk.scheme(),
    );
    assert!(told.contains("纸质表少 0.50：仍提交？"), "{told}");
    // Another figure is asked about again.
    press(&mut desk, "Backspace 5");
    assert_eq!(desk.submit(), differs);
    desk.submit();
    assert_eq!(office.answer(&mut desk).said, Some(Said::Submitted));
}

#[test]
fn submitting_taking_back_and_going_on_to_the_next() {
    let (mut office, mut desk) = mixed();
    type_in(&mut office, &mut desk, "* * * 5 0 Enter *");
    assert_eq!(desk.summary().unwrap().odd, [(None, Odd::AllFull)]);
    desk.submit();
    assert_eq!(office.answer(&mut desk).said, Some(Said::Submitted));
    assert_eq!(desk.open().unwrap().sheet, SheetState::Submitted);
    type_in(&mut office, &mut desk, "Enter");
    assert_eq!(desk.open().unwrap().row.organisation, "0002");
    desk.step_organisation(false);
    office.answer(&mut desk);
    desk.run(Act::Withdraw);
    assert_eq!(press(&mut desk, "Enter").0, Answer::say(Said::ReasonNeeded));
    let (answer, _) = type_in(&mut office, &mut desk, "复核发现漏扣 Enter");
    assert_eq!(answer.said, Some(Said::Withdrawn));
    assert_eq!(
        office.lines.last().unwrap().reason.as_deref(),
        Some("复核发现漏扣")
    );
    go_and_change(&mut office, &mut desk);
    let before = desk.replaced().unwrap();
    assert_eq!(before.old, "20");
    assert_eq!(before.reason.as_deref(), Some("复核发现漏扣"));
}

fn go_and_change(office: &mut TestOffice, desk: &mut Desk) {
    desk.go_to_item("A1");
    // A flag alone replaces nothing.
    type_in(office, desk, "Space");
    assert_eq!(desk.replaced(), None);
    type_in(office, desk, "1 9 Enter Up");
}

#[test]
fn a_veto_is_proposed_decided_on_a_document_lifted_and_tried() {
    let (mut office, mut desk) = mixed();
    desk.open_vetoes();
    type_in(&mut office, &mut desk, "1");
    let state = |desk: &Desk| desk.veto_cell(crate::scheme::VetoIndex(0)).unwrap().state;
    assert_eq!(state(&desk), VetoState::Proposed);
    assert!(desk.vetoes_in_force().is_empty());
    assert_eq!(
        press(&mut desk, "2 Enter").0,
        Answer::say(Said::DocumentNeeded)
    );
    type_in(&mut office, &mut desk, "安监〔2026〕3号 Enter");
    assert_eq!(state(&desk), VetoState::Decided);
    assert_eq!(desk.panel().unwrap().ceiling.map(|level| level.0), Some(1));
    press(&mut desk, "4");
    assert_eq!(desk.panel().unwrap().ceiling, None);
    office.answer(&mut desk);
    assert_eq!(state(&desk), VetoState::Decided, "a trial stores nothing");
    press(&mut desk, "Esc Esc");
    assert!(desk.panel().unwrap().ceiling.is_some());
    desk.open_vetoes();
    type_in(&mut office, &mut desk, "3");
    assert_eq!(state(&desk), VetoState::Lifted);
    assert_eq!(desk.panel().unwrap().ceiling, None);
}

#[test]
fn a_veto_is_taken_off_the_record_a_settled_one_for_a_reason() {
    let (mut office, mut desk) = mixed();
    let on_record = |desk: &Desk| desk.veto_cell(crate::scheme::VetoIndex(0)).is_some();
    desk.open_vetoes();
    let nothing = desk.press(Stroke::Delete);
    assert_eq!(nothing, Answer::say(Said::NotOnRecord));
    type_in(&mut office, &mut desk, "1");
    assert!(on_record(&desk));
    desk.press(Stroke::Delete);
    office.answer(&mut desk);
    assert!(
        !on_record(&desk),
        "a proposal goes at once, and an undo brings it back"
    );
    type_in(&mut office, &mut desk, "2 安监〔2026〕3号 Enter");
    desk.press(Stroke::Delete);
    assert!(on_record(&desk), "the reason is asked for first");
    assert_eq!(desk.press(Stroke::Enter), Answer::say(Said::ReasonNeeded));
    type_in(&mut office, &mut desk, "登记错了单位 Enter");
    assert!(!on_record(&desk));
    assert!(desk.vetoes_in_force().is_empty());
}

#[test]
fn v5_makes_an_item_nought_and_says_so() {
    let mut office = TestOffice::new(scheme(MIXED));
    office.put_veto(&["0001", "V2"], VetoState::Decided);
    office.put_mark(&["0001", "superior", ME, "A1"], "18");
    let desk = sit_down(&mut office, "superior");
    let open = desk.open().unwrap();
    assert!(open.slots[0].zeroed.is_some());
    assert_eq!(open.total.to_string(), "0.00");
    assert_eq!(open.at, 1, "what V5 decides is not open");
}

#[test]
fn a_bonus_is_given_on_a_document() {
    let (mut office, mut desk) = mixed();
    desk.open_vetoes();
    type_in(&mut office, &mut desk, "Up 1 市委〔2026〕8号 Enter");
    assert_eq!(desk.adjustments().len(), 1);
    assert_eq!(desk.panel().unwrap().adjustment.to_string(), "2.00");
}

#[test]
fn a_trial_mark_moves_the_figures_and_is_never_stored() {
    let (mut office, mut desk) = mixed();
    press(&mut desk, "1 8");
    desk.run(Act::Trial);
    assert_eq!(desk.panel().unwrap().low.unwrap().to_string(), "9.00");
    office.answer(&mut desk);
    assert!(office.lines.is_empty());
    let tried = desk.open().unwrap().slot().unwrap().tried.clone().unwrap();
    assert_eq!(tried.1, Some(figure("18")), "the mark on trial is shown");
    assert!(desk.panel().unwrap().on_trial);
    press(&mut desk, "Esc");
    assert_eq!(desk.open().unwrap().slot().unwrap().tried, None);
    assert_eq!(desk.panel().unwrap().low.unwrap().to_string(), "0.00");
    // A mark that is kept ends the trial of its item.
    press(&mut desk, "1 8");
    desk.run(Act::Trial);
    type_in(&mut office, &mut desk, "4 Enter");
    assert_eq!(desk.panel().unwrap().low.unwrap().to_string(), "2.00");
}

#[test]
fn refreshing_and_another_act_keep_a_valid_draft() {
    let (mut office, mut desk) = mixed();
    press(&mut desk, "1 8");
    desk.read_again();
    office.answer(&mut desk);
    let entry = |office: &TestOffice, item| office.entry(&["0001", "superior", ME, item]);
    assert_eq!(entry(&office, "A1").as_deref(), Some("18"));
    press(&mut desk, "1 7");
    desk.open_operations();
    type_in(&mut office, &mut desk, "2 Esc");
    assert_eq!(entry(&office, "A1").as_deref(), Some("17"));
}

#[test]
fn ten_stars_are_won_lost_and_open() {
    let text = include_str!("../../../schemes/karamay.toml");
    let mut office = TestOffice::new(scheme(text));
    let party = office.scheme.parties[0].id.clone();
    let mut desk = sit_down(&mut office, &party);
    let stars = desk.panel().unwrap().stars;
    assert!(!stars.is_empty());
    assert!(stars.iter().all(|star| star.state == StarState::Open));
    let first = stars[0].category;
    for at in 0..desk.open().unwrap().slots.len() {
        let item = desk.open().unwrap().slots[at].item.unwrap();
        if desk.scheme().item(item).category == first {
            desk.go_to(at);
            let measured = desk.field().unwrap().full().is_none();
            type_in(
                &mut office,
                &mut desk,
                if measured { "9 9 Enter" } else { "*" },
            );
            if desk.asking().is_some() {
                press(&mut desk, "Esc");
            }
        }
    }
    assert_eq!(desk.panel().unwrap().stars[0].state, StarState::Won);
}
