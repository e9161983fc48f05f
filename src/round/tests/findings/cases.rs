//! Each kind by the smallest round that shows it and the nearest one that does not.

use super::*;

/// A kind, what is done before it shows, the step that shows it, and what is then told.
type Case = (FindingKind, fn(&mut Small), fn(&mut Small), &'static str);

fn due(party: &str, rater: &str) -> Write {
    write(What::Assignment, &["V", party, rater], &["due"])
}

fn recused(party: &str, rater: &str) -> Write {
    write(What::Assignment, &["V", party, rater], &["recused"])
}

fn count(question: &str, option: &str, count: &str) -> Write {
    write(What::Ballot, &["V", "masses", question, option], &[count])
}

fn second_question(small: &mut Small) {
    let crate::scheme::Method::Ballot(ballot) = &mut small.scheme.parties[2].method else {
        return;
    };
    let second = crate::scheme::Question {
        id: "Q2".into(),
        ..ballot.questions[0].clone()
    };
    ballot.questions.push(second);
}

fn event(small: &mut Small, state: &str, document: &str) {
    let ledger = scheme().items[3].clone();
    if !small.scheme.items.iter().any(|item| item.id == ledger.id) {
        small.scheme.items.push(ledger);
    }
    let key = format!("e{}", small.cells.len());
    let fields = ["V", "", "", "L1", "", "1", "", document, state];
    small.done(&file(
        Kind::Ledger,
        vec![write(What::Event, &[&key], &fields)],
    ));
}

const CASES: &[Case] = &[
    (
        FindingKind::MutualMissing,
        |small| {
            small.written(vec![due("peers", "p"), due("peers", "q")]);
            let overall = |rater| mark(&["V", "peers", rater, "*"], "90");
            small.written(vec![overall("p"), overall("q")]);
        },
        |small| {
            small.written(vec![due("peers", "r"), due("peers", "s")]);
        },
        "Check peers r - 2 4",
    ),
    (
        FindingKind::RecusedMarks,
        |small| {
            small.written(vec![recused("superior", "x")]);
        },
        |small| {
            small.written(vec![write(
                What::Assignment,
                &["V", "superior", "y"],
                &["due"],
            )]);
            small.written(vec![mark(&["V", "superior", "y", "A1"], "5")]);
            small.written(vec![recused("superior", "y")]);
        },
        "Check superior y - 1",
    ),
    (
        FindingKind::BallotsUneven,
        |small| {
            second_question(small);
            small.written(vec![count("Q1", "yes", "3"), count("Q2", "yes", "2")]);
            small.written(vec![count("Q2", "abstain", "1")]);
        },
        |small| {
            small.written(vec![count("Q2", "spoilt", "1")]);
        },
        "Check masses - - 3 4",
    ),
    (
        FindingKind::FewReturned,
        |small| {
            small.scheme.findings.returned_share = Some("80".parse().unwrap());
            small.written(vec![count("Q1", "yes", "4"), count("Q1", "issued", "5")]);
        },
        |small| {
            small.written(vec![count("Q1", "issued", "6")]);
        },
        "Check masses - - 6 4 80",
    ),
    (
        FindingKind::EventsWaiting,
        |small| {
            event(small, "counted", "");
            event(small, "sent back", "");
        },
        |small| event(small, "signed 1", ""),
        "Check - - - 1",
    ),
    (
        FindingKind::EventsWithoutDocument,
        |small| {
            event(small, "counted", "No 1");
            event(small, "sent back", "");
        },
        |small| event(small, "declared", ""),
        "Note - - - 1",
    ),
    (
        FindingKind::DocumentTwice,
        |small| {
            event(small, "counted", "No 1");
            event(small, "counted", "No 2");
            event(small, "sent back", "No 1");
        },
        |small| event(small, "declared", "No 2"),
        "Check - - L1 No 2",
    ),
    (
        FindingKind::CopiedFromSelf,
        |small| {
            small.scheme.findings.copied_share = "84".parse().unwrap();
        },
        |small| small.scheme.findings.copied_share = "83".parse().unwrap(),
        "Check superior s - 5 6",
    ),
    (
        FindingKind::AllEqual,
        |small| {
            let half = ["5", "5", "5", "5", "5", "25"];
            filled(small, ["V", "superior", "h"], &half);
            small.scheme.findings.all_equal_from = 7;
        },
        |small| small.scheme.findings.all_equal_from = 6,
        "Check superior h - 6",
    ),
    (
        FindingKind::AlwaysFull,
        |small| {
            filled(small, ["V", "superior", "f"], &FULL);
            small.scheme.findings.always_full_from = 2;
        },
        |small| small.scheme.findings.always_full_from = 1,
        "Check superior f - 1",
    ),
];

#[test]
fn each_kind_shows_with_the_step_that_makes_it_and_not_before() {
    for (kind, before, step, expected) in CASES {
        let mut small = both_filled();
        before(&mut small);
        assert!(told(&found(&small), *kind).is_empty(), "{kind:?} too early");
        step(&mut small);
        assert_eq!(told(&found(&small), *kind), [*expected]);
    }
}

#[test]
fn k2_a_level_of_review_that_is_due_holds_up_the_notice() {
    let mut small = both_filled();
    small.scheme.combine = crate::scheme::Combine::Latest;
    small.scheme.parties[4].tracks = vec![false, false];
    small.written(vec![due("superior", "t")]);
    // The superior's own level has a score already; of the one after it nobody is due.
    let findings = found(&small);
    assert_eq!(
        told(&findings, FindingKind::SheetMissing),
        ["Check superior t -"]
    );
    for item in 1..=6 {
        let key = ["V", "superior", "s", &format!("A{item}")].map(str::to_owned);
        small.cells.remove(&(What::Mark, key.to_vec()));
    }
    let findings = found(&small);
    assert_eq!(
        told(&findings, FindingKind::SheetMissing),
        ["Must superior t -"]
    );
}

#[test]
fn v1_of_who_is_not_rated_nothing_is_missed() {
    let mut small = plain();
    assert_eq!(told(&found(&small), FindingKind::SheetMissing).len(), 2);
    small.written(vec![write(What::Veto, &["V", "V1"], &["decided", "No 1"])]);
    let findings = found(&small);
    assert!(
        told(&findings, FindingKind::SheetMissing).is_empty(),
        "{findings:?}"
    );
    assert!(told(&findings, FindingKind::TooFewBallots).is_empty());
}
