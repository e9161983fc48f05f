//! One line of many sheets: an item, or the overall mark, across organisations.

use super::support::{MIXED, TestOffice, across, scheme, write_as};
use crate::desk::{Answer, Closed, Deaf, Kind, LineDesk, Peer, Said, Stroke, raters_of};
use crate::office::{SheetSummary, Trouble};
use crate::round::{Command, MarkRecord, SheetState, What, Write};

const OWN: &str = "考评二组";

fn mixed() -> TestOffice {
    TestOffice::new(scheme(MIXED))
}

/// A scheme whose overall marks lose the highest and the lowest, and may be 15 apart.
fn trimmed() -> TestOffice {
    let text = MIXED.replacen(
        "method = \"mark\"",
        "method = \"mark\"\naggregate = \"trimmed\"",
        1,
    );
    TestOffice::new(scheme(&text))
}

fn digits(across: &mut LineDesk, typed: &str) -> Answer {
    let mut last = Answer::quiet();
    for letter in typed.chars() {
        last = across.letter(letter);
    }
    last
}

fn mark(organisation: &str, rater: &str, entry: &str) -> Command {
    let key = [organisation, "superior", rater, "A1"];
    let record = MarkRecord {
        entry: Some(entry.to_owned()),
        note: None,
        flagged: false,
    };
    Command::Write(vec![Write {
        what: What::Mark,
        key: key.map(str::to_owned).into(),
        record: Some(record.write()),
        seen: None,
        row: None,
    }])
}

#[test]
fn what_is_typed_ahead_of_the_answers_is_stored_in_its_place() {
    let mut office = mixed();
    let mut line = across(&mut office, "superior", OWN, Some("A1"));
    digits(&mut line, "18");
    line.press(Stroke::Enter);
    digits(&mut line, "*7");
    assert_eq!(line.at(), 2);
    // Kept, and not on disk yet; the last one is a draft.
    let saving = |at: usize| line.cells()[at].slot.saving;
    assert!(saving(0) && saving(1) && !saving(2));
    assert!(!line.all_stored());
    office.answer_across(&mut line);
    assert!(line.all_stored());
    let entry = |code: &str| office.entry(&[code, "superior", OWN, "A1"]);
    assert_eq!(entry("0001").as_deref(), Some("18"));
    assert_eq!(entry("0002").as_deref(), Some("20"));
    assert_eq!(entry("0003"), None);
}

#[test]
fn a_disk_that_is_full_keeps_what_was_entered_here() {
    let mut office = mixed();
    let mut line = across(&mut office, "superior", OWN, Some("A1"));
    digits(&mut line, "*");
    for request in line.take_requests() {
        if let crate::desk::Request::Apply(operation) = request {
            let full = crate::office::Failure::Trouble(Trouble::DiskFull);
            let answer = line.applied(&operation.id, Err(full));
            assert!(
                matches!(answer.said, Some(Said::Failed { .. })),
                "{answer:?}"
            );
        }
    }
    assert_eq!(line.stuck(), 1);
    assert_eq!(line.unanswered().len(), 1);
    assert_eq!(
        line.cells()[0]
            .slot
            .mark
            .map(|it| it.to_string())
            .as_deref(),
        Some("20.00")
    );
    line.retry();
    office.answer_across(&mut line);
    assert_eq!(line.stuck(), 0);
    assert_eq!(
        office.entry(&["0001", "superior", OWN, "A1"]).as_deref(),
        Some("20")
    );
}

#[test]
fn news_of_others_come_in_place_and_a_draft_stays() {
    let mut office = mixed();
    let mut line = across(&mut office, "superior", OWN, Some("A1"));
    line.go_to(1);
    digits(&mut line, "1");
    write_as(&mut office, "考评三组", mark("0001", OWN, "16"));
    line.news();
    let answer = office.answer_across(&mut line);
    assert!(
        matches!(&answer.said, Some(Said::NewsAcross { by, changes: 1 }) if by == "考评三组"),
        "{answer:?}"
    );
    assert_eq!(line.at(), 1);
    assert_eq!(line.draft().and_then(|draft| draft.text()), Some("1"));
    assert_eq!(
        line.cells()[0]
            .slot
            .mark
            .map(|it| it.to_string())
            .as_deref(),
        Some("16.00")
    );
}

#[test]
fn a_mark_of_deductions_is_never_typed_here_either() {
    let mut office = mixed();
    let mut line = across(&mut office, "superior", OWN, Some("A2"));
    let point = Said::Deaf(Deaf::Point(Kind::Deductions));
    let answer = digits(&mut line, "2.5");
    assert_eq!(answer.said, Some(point.clone()));
    for stroke in [Stroke::Enter, Stroke::Down, Stroke::Space] {
        assert_eq!(line.press(stroke), Answer::halt(point.clone()));
    }
    office.answer_across(&mut line);
    assert!(office.lines.is_empty(), "held back in a grid too");
    line.press(Stroke::Escape);
    digits(&mut line, "0");
    line.press(Stroke::Enter);
    office.answer_across(&mut line);
    assert_eq!(
        office.entry(&["0001", "superior", OWN, "A2"]).as_deref(),
        Some("none")
    );
}

#[test]
fn p2_the_own_organisation_is_closed_by_code_and_by_name() {
    for rater in ["0002", "红果子社区"] {
        let mut office = mixed();
        let mut line = across(&mut office, "leader", rater, None);
        let closed: Vec<_> = line.cells().iter().map(|cell| cell.closed).collect();
        assert_eq!(closed, [None, Some(Closed::Own), None]);
        assert_eq!(line.lacking(), [0, 2]);
        line.go_to(1);
        let answer = digits(&mut line, "9");
        assert_eq!(answer.said, Some(Said::ReadOnly(Closed::Own)));
        line.go_to(0);
        digits(&mut line, "**");
        office.answer_across(&mut line);
        assert_eq!(line.to_submit(), [0, 2]);
        line.submit();
        let answer = office.answer_across(&mut line);
        let all = Said::SubmittedAcross {
            submitted: 2,
            refused: 0,
        };
        assert_eq!(answer.said, Some(all));
        let closed: Vec<_> = line.cells().iter().map(|cell| cell.closed).collect();
        let submitted = Some(Closed::Submitted);
        assert_eq!(closed, [submitted, Some(Closed::Own), submitted]);
    }
}

#[test]
fn p1_the_review_shows_what_the_mean_leaves_out_and_who_gave_all_the_same() {
    let mut office = trimmed();
    let raters = ["甲组", "乙组", "丙组", "丁组", "戊组"];
    for (rater, entry) in raters.iter().zip(["80", "70", "85", "100", "90"]) {
        office.put_mark(&["0001", "leader", rater, "*"], entry);
        office.put_sheet(&["0001", "leader", rater], SheetState::Submitted);
    }
    for organisation in ["0002", "0003"] {
        office.put_mark(&[organisation, "leader", "甲组", "*"], "80");
    }
    let line = across(&mut office, "leader", "甲组", None);
    let peers = raters.map(|rater| Peer {
        rater: rater.to_owned(),
        name: rater.to_owned(),
    });
    let review = line.review(&peers, |_| true);
    let first: Vec<bool> = review.marks[0]
        .iter()
        .map(|mark| mark.is_some_and(|mark| mark.left_out))
        .collect();
    assert_eq!(first, [false, true, false, true, false]);
    let spread = review.rows[0].spread.map(|spread| spread.to_string());
    assert_eq!(spread.as_deref(), Some("30.00"));
    assert_eq!(review.rows[0].missing, 0);
    // Not submitted: there, but it does not count.
    assert_eq!(review.rows[1].missing, 5);
    assert_eq!(review.rows[1].spread, None);
    assert!(review.raters[0].all_equal && !review.raters[1].all_equal);
    assert_eq!((review.raters[0].there, review.raters[0].submitted), (3, 1));
}

#[test]
fn a_rater_is_called_what_its_sheets_call_it_else_by_a_name_that_is_known_once() {
    let office = mixed();
    let mut rows = office.rows();
    rows[2].name = "宝马村".to_owned();
    let sheet = |rater: &str| SheetSummary {
        party: "leader".to_owned(),
        rater: rater.to_owned(),
        state: SheetState::Open,
        there: 1,
        flagged: 0,
        due: true,
        recused: false,
        reason: None,
        total: None,
    };
    rows[0].sheets = vec![sheet("0002"), sheet("街道干部")];
    let peers = raters_of(&rows, &rows, "leader", &[]);
    let named: Vec<(&str, &str)> = peers
        .iter()
        .map(|peer| (peer.rater.as_str(), peer.name.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("0001", "宝马村 0001"),
            ("0002", "红果子社区"),
            ("0003", "宝马村 0003"),
            ("街道干部", "街道干部"),
        ]
    );
}
