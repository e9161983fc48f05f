//! Parties: sheets, overall marks, ballots, ledgers (P).

use pingxing::round::{EventState, SheetState};
use pingxing::scheme::Scheme;

use crate::round::{
    LEVELS, ONE_ITEM, Organisation, Outcome, SUPERIOR, TWO_CATEGORIES, scheme, score, text,
};

fn gathering(keys: &str) -> Scheme {
    let party = ONE_ITEM.replacen("weight = 1", &format!("weight = 1\n{keys}"), 1);
    scheme("", &format!("{party}{LEVELS}"))
}

fn party_of(scheme: &Scheme, marks: &[&str]) -> String {
    let mut organisation = Organisation::new("1");
    for (rater, mark) in marks.iter().enumerate() {
        organisation = organisation.sheet(
            "superior",
            &format!("考评{rater}组"),
            &format!("A1: {mark}"),
        );
    }
    score(scheme, &[organisation])[0].party(0)
}

#[test]
fn p1_mean_median_and_trimmed_mean() {
    for (keys, marks, expected) in [
        ("", &["80", "81", "81"][..], "80.67"),
        ("aggregate = \"median\"", &["70", "95", "80"], "80.00"),
        ("aggregate = \"median\"", &["70", "95", "80", "81"], "80.50"),
        (
            "aggregate = \"trimmed\"",
            &["70", "80", "85", "90", "95", "100"],
            "87.50",
        ),
        (
            "aggregate = \"trimmed\"",
            &["70", "80", "85", "91"],
            "81.50",
        ),
        (
            "aggregate = \"trimmed\"\ntrim = 2\ntrim_from = 6",
            &["0", "10", "50", "60", "90", "100"],
            "55.00",
        ),
        ("at_least = 3", &["80", "81"], "–"),
        ("at_least = 2", &["80", "81"], "80.50"),
    ] {
        assert_eq!(
            party_of(&gathering(keys), marks),
            expected,
            "{keys} {marks:?}"
        );
    }
}

#[test]
fn p2_overall_marks_gather_as_sheets_do() {
    let body = format!(
        "[[party]]\nid = \"peers\"\ntitle = \"互评\"\nmethod = \"mark\"\nweight = 1\nat_least = 2\n{LEVELS}"
    );
    let scheme = scheme("", &body);
    let organisation = Organisation::new("1").sheet("peers", "0002", "*: 90.5");
    assert_eq!(
        score(&scheme, std::slice::from_ref(&organisation))[0].party(0),
        "–"
    );
    let both = organisation.sheet("peers", "0003", "*: 80");
    assert_eq!(score(&scheme, &[both])[0].composite(), "85.25");
}

fn ballot(keys: &str, questions: &str) -> Scheme {
    let body = format!(
        r#"
[[party]]
id = "masses"
title = "测评"
method = "ballot"
weight = 1
{keys}
options = [
  {{ id = "A", title = "满意", value = 100, satisfied = true }},
  {{ id = "B", title = "基本满意", value = 80, satisfied = true }},
  {{ id = "C", title = "不满意", value = 0 }},
]
questions = {questions}
{LEVELS}"#
    );
    scheme("", &body)
}

fn rate(outcome: &Outcome) -> (String, String) {
    (
        outcome.party(0),
        text(outcome.figures.parties[0].satisfaction),
    )
}

#[test]
fn p3_p4_ballots_count_valid_or_returned_ones() {
    let one = "[{ id = \"Q1\", title = \"总体\" }]";
    let counts = "A 41; B 12; C 3; abstain 2";
    let organisation = Organisation::new("1").ballots("masses", "Q1", counts);
    for (keys, expected) in [
        ("", ("90.36", "94.64")),
        ("base = \"returned\"", ("87.24", "91.38")),
        ("at_least = 58", ("90.36", "94.64")),
        ("at_least = 59", ("–", "–")),
    ] {
        let outcome = score(&ballot(keys, one), std::slice::from_ref(&organisation));
        let (score, satisfied) = rate(&outcome[0]);
        assert_eq!((score.as_str(), satisfied.as_str()), expected, "{keys}");
    }
    let spoilt = Organisation::new("1").ballots("masses", "Q1", "abstain 30; spoilt 30; issued 99");
    assert_eq!(
        rate(&score(&ballot("", one), &[spoilt])[0]).0,
        "–",
        "no valid ballot, no score"
    );
}

#[test]
fn p3_questions_have_weights_and_all_must_have_enough() {
    let two = "[{ id = \"Q1\", title = \"一\", weight = 3 }, { id = \"Q2\", title = \"二\" }]";
    let scheme = ballot("at_least = 2", two);
    let first = Organisation::new("1").ballots("masses", "Q1", "A 4; C 0");
    assert_eq!(
        rate(&score(&scheme, std::slice::from_ref(&first))[0]).0,
        "–"
    );
    let both = first.ballots("masses", "Q2", "A 1; C 1");
    // (3 × 100 + 1 × 50) ÷ 4, and 5 of 6 satisfied.
    assert_eq!(
        rate(&score(&scheme, &[both])[0]),
        ("87.50".into(), "83.33".into())
    );
}

fn ledger(count: &str) -> Scheme {
    let body = format!(
        r#"
[[party]]
id = "points"
title = "积分"
method = "ledger"
review = ["科长", "分管领导"]
link = {{ kinds = ["officer", "member"], every = 10, add = 1, count = "{count}" }}
[[category]]
id = "C"
title = "类"
[[category.item]]
id = "C1"
title = "活动"
each = 3
[[category.item]]
id = "C2"
title = "宣传"
each = 1
max = 4
{LEVELS}"#
    );
    scheme("combine = \"best\"", &body)
}

#[test]
fn p5_events_count_once_all_have_signed_and_items_have_a_limit() {
    let scheme = ledger("person");
    for (state, expected) in [
        (EventState::Declared, "4.00"),
        (EventState::Confirmed, "4.00"),
        (EventState::Signed(1), "4.00"),
        (EventState::Signed(2), "10.00"),
        (EventState::Counted, "10.00"),
        (EventState::SentBack, "4.00"),
    ] {
        let organisation = Organisation::new("1")
            .event("", "C2", 9, EventState::Counted)
            .event("", "C1", 2, state);
        assert_eq!(
            score(&scheme, &[organisation])[0].party(0),
            expected,
            "{state:?}"
        );
    }
}

#[test]
fn p6_persons_add_by_head_or_pooled() {
    for (count, expected) in [("person", "3.00"), ("pooled", "4.00")] {
        let organisation = Organisation::new("1")
            .event("officer 1号", "C1", 9, EventState::Counted)
            .event("member 2号", "C1", 3, EventState::Counted)
            .event("member 2号", "C2", 1, EventState::Counted)
            .event("member 3号", "C1", 3, EventState::Counted);
        assert_eq!(
            score(&ledger(count), &[organisation])[0].party(0),
            expected,
            "{count}"
        );
    }
}

#[test]
fn p6_what_a_person_has_on_its_way_adds_nothing_yet() {
    for (state, expected) in [
        (EventState::Declared, "0.00"),
        (EventState::Confirmed, "0.00"),
        (EventState::Signed(1), "0.00"),
        (EventState::SentBack, "0.00"),
        (EventState::Signed(2), "1.00"),
        (EventState::Counted, "1.00"),
    ] {
        // Nine points, and three more that wait: only together they are ten.
        let organisation = Organisation::new("1")
            .event("officer 1号", "C1", 3, EventState::Counted)
            .event("officer 1号", "C1", 1, state);
        let points = score(&ledger("person"), &[organisation])[0].party(0);
        assert_eq!(points, expected, "{state:?}");
    }
}

#[test]
fn p7_a_recused_rater_has_no_part() {
    let scheme = gathering("");
    let organisation = Organisation::new("1")
        .sheet("superior", "一组", "A1: 80")
        .sheet("superior", "二组", "A1: 20")
        .recused("superior", "二组");
    assert_eq!(score(&scheme, &[organisation])[0].composite(), "80.00");
    let begun = Organisation::new("1")
        .sheet_in("superior", "二组", "A1: 20", SheetState::Open)
        .recused("superior", "二组");
    assert_eq!(
        score(&scheme, &[begun])[0].bounds(),
        ("0.00".into(), "100.00".into())
    );
}

#[test]
fn p8_categories_gather_over_the_sheets_on_which_they_apply() {
    let body = format!("{SUPERIOR}{TWO_CATEGORIES}{LEVELS}");
    let organisation = Organisation::new("1")
        .sheet("superior", "一组", "A1: 30; B1: NA")
        .sheet("superior", "二组", "A1: 40; B1: 20");
    let outcome = score(&scheme("", &body), &[organisation]);
    assert_eq!(
        (outcome[0].category(0), outcome[0].category(1)),
        ("35.00".into(), "20.00".into())
    );
    assert_eq!(outcome[0].composite(), "55.00");
}
