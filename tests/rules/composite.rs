//! The composite and its bounds (N1, K).

use pingxing::round::{EventState, SheetState};
use pingxing::scheme::Scheme;

use crate::round::{LEVELS, ONE_ITEM, Organisation, Outcome, scheme, score, with_mark};

fn three_marks(weights: [&str; 3]) -> Scheme {
    let mut body = String::new();
    for (id, weight) in ["self", "masses", "superior"].iter().zip(weights) {
        body.push_str(&format!(
            "[[party]]\nid = \"{id}\"\ntitle = \"{id}\"\nmethod = \"mark\"\nweight = {weight}\n"
        ));
    }
    scheme("", &format!("{body}{LEVELS}"))
}

fn marked(marks: [&str; 3]) -> Organisation {
    ["self", "masses", "superior"]
        .iter()
        .zip(marks)
        .fold(Organisation::new("1"), |organisation, (party, mark)| {
            organisation.sheet(party, "甲", &format!("*: {mark}"))
        })
}

#[test]
fn k1_parties_weigh() {
    for (weights, marks, expected, level) in [
        (["20", "30", "50"], ["95", "88", "86"], "88.40", "four"),
        (["50", "35", "15"], ["83", "97", "97"], "90.00", "five"),
        (["0", "35", "65"], ["1", "80", "90"], "86.50", "four"),
        (
            ["33.5", "33.5", "33"],
            ["89.99", "89.99", "90.01"],
            "90.00",
            "five",
        ),
    ] {
        let scheme = three_marks(weights);
        let outcome = score(&scheme, &[marked(marks)]);
        assert_eq!(outcome[0].composite(), expected, "{weights:?} {marks:?}");
        assert_eq!(
            outcome[0].level(&scheme),
            level,
            "N3: {weights:?} {marks:?}"
        );
    }
}

#[test]
fn k1_a_party_that_weighs_and_has_no_score_leaves_it_incomplete() {
    let lacks_first = Organisation::new("1")
        .sheet("masses", "甲", "*: 80")
        .sheet("superior", "甲", "*: 90");
    let complete = score(
        &three_marks(["0", "35", "65"]),
        std::slice::from_ref(&lacks_first),
    );
    assert_eq!(complete[0].composite(), "86.50");
    assert!(complete[0].figures.complete);
    let scheme = three_marks(["10", "40", "50"]);
    let outcome = score(&scheme, &[lacks_first]);
    assert!(!outcome[0].figures.complete);
    assert_eq!(outcome[0].bounds(), ("77.00".into(), "87.00".into()));
    assert_eq!(outcome[0].level(&scheme), "–", "G11");
    assert_eq!(outcome[0].standing.rank, None, "G11");
}

#[test]
fn k2_the_latest_party_with_a_score_stands() {
    let scheme = scheme(
        "combine = \"latest\"",
        &format!(
            "{}{LEVELS}",
            ONE_ITEM.replacen(
                "[[category]]",
                "[[party]]\nid = \"city\"\ntitle = \"市\"\nmethod = \"sheet\"\n[[category]]",
                1
            )
        ),
    );
    let first = with_mark("1", "70");
    assert_eq!(
        score(&scheme, std::slice::from_ref(&first))[0].composite(),
        "70.00"
    );
    let begun = first
        .clone()
        .sheet_in("city", "乙", "A1: 95", SheetState::Open);
    assert_eq!(score(&scheme, &[begun])[0].composite(), "70.00");
    let both = first.sheet("city", "乙", "A1: 95");
    let outcome = score(&scheme, &[both]);
    assert_eq!(
        (outcome[0].composite(), outcome[0].category(0)),
        ("95.00".into(), "95.00".into())
    );
    // K5: nothing has a score, the last begun sheet bounds; without one, everything is open.
    let open = Organisation::new("1").sheet_in("city", "乙", "A1: 95", SheetState::Open);
    assert_eq!(
        score(&scheme, &[open])[0].bounds(),
        ("95.00".into(), "95.00".into())
    );
    assert_eq!(
        score(&scheme, &[Organisation::new("1")])[0].bounds(),
        ("0.00".into(), "100.00".into())
    );
}

#[test]
fn k3_the_leader_is_full_marks() {
    let body = format!(
        "[[party]]\nid = \"points\"\ntitle = \"积分\"\nmethod = \"ledger\"\n\
         [[category]]\nid = \"C\"\ntitle = \"类\"\n[[category.item]]\nid = \"C1\"\ntitle = \"项\"\neach = 1\n{LEVELS}\
         [[veto]]\nid = \"V1\"\ntitle = \"不定级\"\nunrated = true\n"
    );
    let scheme = scheme("combine = \"best\"", &body);
    let unit = |code: &str, points: u64| {
        Organisation::new(code).event("", "C1", points, EventState::Confirmed)
    };
    let units = [unit("1", 24), unit("2", 21), unit("3", 15), unit("4", 12)];
    let composites: Vec<String> = score(&scheme, &units)
        .iter()
        .map(Outcome::composite)
        .collect();
    assert_eq!(composites, ["100.00", "87.50", "62.50", "50.00"]);
    let mut held = units;
    held[0] = held[0]
        .clone()
        .veto("V1", pingxing::scoring::VetoState::Decided);
    let outcomes = score(&scheme, &held);
    assert_eq!(
        outcomes[1].composite(),
        "87.50",
        "a leader without a level still leads"
    );
    assert_eq!(outcomes[1].standing.rank, Some(1));
    let nobody = score(&scheme, &[Organisation::new("1"), Organisation::new("2")]);
    assert!(nobody.iter().all(|outcome| outcome.composite() == "0.00"));
}

#[test]
fn k4_adjustments_have_limits_and_need_a_document() {
    let body = format!(
        "{ONE_ITEM}{LEVELS}\
         [[adjustment]]\nid = \"J1\"\ntitle = \"表彰\"\nkind = \"bonus\"\neach = 2\nmax = 5\n\
         [[adjustment]]\nid = \"J2\"\ntitle = \"创新\"\nkind = \"bonus\"\neach = 1.5\n\
         [[adjustment]]\nid = \"J3\"\ntitle = \"通报\"\nkind = \"penalty\"\neach = 4\n"
    );
    let scheme = scheme("bonus_cap = 6\npenalty_cap = 10\nmaximum = 100", &body);
    for (mark, adjustments, net, composite) in [
        ("80", &[("J1", "甲", 1)][..], "2.00", "82.00"),
        ("80", &[("J1", "*", 1)], "0.00", "80.00"),
        ("80", &[("J1", "甲", 2), ("J1", "乙", 1)], "5.00", "85.00"),
        ("80", &[("J1", "甲", 9), ("J2", "乙", 1)], "6.00", "86.00"),
        ("80", &[("J3", "甲", 3)], "-10.00", "70.00"),
        ("80", &[("J1", "甲", 1), ("J3", "乙", 1)], "-2.00", "78.00"),
        ("98", &[("J1", "甲", 2)], "4.00", "100.00"),
        ("3", &[("J3", "甲", 1)], "-4.00", "0.00"),
    ] {
        let organisation = adjustments.iter().fold(
            with_mark("1", mark),
            |organisation, (adjustment, document, count)| {
                organisation.adjustment(adjustment, document, *count)
            },
        );
        let outcome = score(&scheme, &[organisation]);
        assert_eq!(
            outcome[0].figures.adjustment.to_string(),
            net,
            "{mark} {adjustments:?}"
        );
        assert_eq!(outcome[0].composite(), composite, "{mark} {adjustments:?}");
    }
}

#[test]
fn k5_bounds_take_missing_marks_as_nothing_and_as_full() {
    let party = ONE_ITEM.replacen(
        "points = 100",
        "points = 60\n[[category.item]]\nid = \"A2\"\ntitle = \"二\"\npoints = 40",
        1,
    );
    let one = scheme("", &format!("{party}{LEVELS}"));
    let begun = Organisation::new("1").sheet_in("superior", "甲", "A1: 45", SheetState::Open);
    assert_eq!(
        score(&one, std::slice::from_ref(&begun))[0].bounds(),
        ("45.00".into(), "85.00".into())
    );
    let three = scheme(
        "",
        &format!(
            "{}{LEVELS}",
            party.replacen("weight = 1", "weight = 1\nat_least = 3", 1)
        ),
    );
    // Filled up with two empty sheets: (45 + 0 + 0) ÷ 3 and (85 + 100 + 100) ÷ 3.
    assert_eq!(
        score(&three, &[begun])[0].bounds(),
        ("15.00".into(), "95.00".into())
    );
}

#[test]
fn k5_n2_a_missing_mark_is_taken_as_full_as_it_would_be_printed() {
    // Three items of 33.4, 33.3 and 33.3 print as 33 each where no digit follows the point.
    let item = |id: &str, points: &str| {
        format!(
            "id = \"{id}\"\ntitle = \"{id}\"\npoints = {points}\ndeductions = [{{ id = \"a\", title = \"扣\", each = 1 }}]"
        )
    };
    let items = format!(
        "{}\n[[category.item]]\n{}\n[[category.item]]\n{}",
        item("A1", "33.4"),
        item("A2", "33.3"),
        item("A3", "33.3")
    );
    let party = ONE_ITEM.replacen("id = \"A1\"\ntitle = \"指标\"\npoints = 100", &items, 1);
    let bounds = |rounding: &str, entries: &str, state| {
        let head = format!("decimals = 0\nrounding = \"{rounding}\"");
        let scheme = scheme(&head, &format!("{party}{LEVELS}"));
        let begun = Organisation::new("1").sheet_in("superior", "甲", entries, state);
        score(&scheme, &[begun])[0].bounds()
    };
    let all = "A1: none; A2: none; A3: none";
    let of = |low: &str, high: &str| (low.to_owned(), high.to_owned());
    assert_eq!(
        bounds("printed", "A1: none", SheetState::Open),
        of("33", "99")
    );
    assert_eq!(
        bounds("printed", all, SheetState::Submitted),
        of("99", "99")
    );
    assert_eq!(
        bounds("final", "A1: none", SheetState::Open),
        of("33", "100")
    );
    assert_eq!(
        bounds("final", all, SheetState::Submitted),
        of("100", "100")
    );
}
