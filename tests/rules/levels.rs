//! Levels, places, ties (G).

use pingxing::round::SheetState;
use pingxing::scheme::Scheme;

use crate::round::{LEVELS, ONE_ITEM, Organisation, levels, scheme, score, score_with, with_mark};

fn graded(grading: &str, levels: &str) -> Scheme {
    scheme("", &format!("{ONE_ITEM}[grading]\n{grading}\n{levels}"))
}

/// `1:4:4:1` without lines.
fn split(keys: &str) -> Scheme {
    let mut text = String::new();
    for id in ["first", "second", "third", "last"] {
        text.push_str(&format!("[[level]]\nid = \"{id}\"\ntitle = \"{id}\"\n"));
    }
    graded(
        &format!("rule = \"split\"\nparts = [1, 4, 4, 1]\n{keys}"),
        &format!("{text}[[veto]]\nid = \"V1\"\ntitle = \"限\"\ncap = \"second\"\n"),
    )
}

fn ranked(count: u32) -> Vec<Organisation> {
    (0..count)
        .map(|place| with_mark(&format!("{place:03}"), &(90 - place).to_string()))
        .collect()
}

#[test]
fn g1_the_highest_line_that_is_reached() {
    let scheme = scheme("", &format!("{ONE_ITEM}{LEVELS}"));
    for (mark, level) in [
        ("90", "five"),
        ("89.99", "four"),
        ("60", "three"),
        ("0", "none"),
    ] {
        assert_eq!(levels(&scheme, &[with_mark("1", mark)]), [level], "{mark}");
    }
}

#[test]
fn g3_places_by_largest_remainder() {
    let scheme = split("");
    for (count, expected) in [
        (5, [1, 2, 2, 0]),
        (9, [1, 4, 3, 1]),
        (16, [2, 6, 6, 2]),
        (25, [3, 10, 10, 2]),
        (1, [0, 1, 0, 0]),
    ] {
        let found = levels(&scheme, &ranked(count));
        let counts = ["first", "second", "third", "last"]
            .map(|level| found.iter().filter(|other| *other == level).count());
        assert_eq!(counts, expected, "n = {count}");
    }
}

#[test]
fn g4_at_most_a_share_and_whole_numbers_from_above() {
    let scheme = graded(
        "rule = \"thresholds\"",
        &LEVELS
            .replacen("[grading]\nrule = \"thresholds\"\n", "", 1)
            .replacen("min = 90", "min = 80\nat_most = 30", 1)
            .replacen(
                "min = 80\n[[level]]\nid = \"three\"",
                "min = 70\n[[level]]\nid = \"three\"",
                1,
            ),
    );
    let five = ranked(5);
    assert_eq!(
        levels(&scheme, &five),
        ["five", "four", "four", "four", "four"]
    );
    let stated = score_with(&scheme, &five, &[Some(3), None, None, None]);
    let found: Vec<&str> = stated
        .iter()
        .map(|outcome| outcome.level(&scheme))
        .collect();
    assert_eq!(found, ["five", "five", "five", "four", "four"]);
    let none = score_with(&scheme, &five, &[Some(0), None, None, Some(1)]);
    assert!(none.iter().all(|outcome| outcome.level(&scheme) == "four"));
}

#[test]
fn g6_equals_share_a_rank_until_a_key_tells_them_apart() {
    let scheme = split("");
    let four = [("1", "90"), ("2", "85"), ("3", "85"), ("4", "80")]
        .map(|(code, mark)| with_mark(code, mark));
    let ranks: Vec<_> = score(&scheme, &four)
        .iter()
        .map(|outcome| outcome.standing.rank)
        .collect();
    assert_eq!(ranks, [Some(1), Some(2), Some(2), Some(4)]);
    let decided = [
        four[0].clone(),
        four[1].clone().order(2),
        four[2].clone().order(1),
        four[3].clone(),
    ];
    let ranks: Vec<_> = score(&scheme, &decided)
        .iter()
        .map(|outcome| outcome.standing.rank)
        .collect();
    assert_eq!(ranks, [Some(1), Some(3), Some(2), Some(4)]);
}

#[test]
fn g6_ties_look_at_parties_and_categories() {
    let body = "[[party]]\nid = \"self\"\ntitle = \"自\"\nmethod = \"mark\"\nweight = 1\n\
         [[party]]\nid = \"superior\"\ntitle = \"上\"\nmethod = \"mark\"\nweight = 1\n\
         [grading]\nrule = \"thresholds\"\nties = [\"party:superior\"]\n\
         [[level]]\nid = \"a\"\ntitle = \"甲\"\nmin = 0\n[[level]]\nid = \"b\"\ntitle = \"乙\"\n";
    let scheme = scheme("", body);
    let of = |code: &str, own: &str, superior: &str| {
        Organisation::new(code)
            .sheet("self", "甲", &format!("*: {own}"))
            .sheet("superior", "乙", &format!("*: {superior}"))
    };
    let outcomes = score(
        &scheme,
        &[
            of("1", "90", "80"),
            of("2", "80", "90"),
            of("3", "85", "85"),
        ],
    );
    let ranks: Vec<_> = outcomes
        .iter()
        .map(|outcome| outcome.standing.rank)
        .collect();
    assert_eq!(ranks, [Some(3), Some(1), Some(2)]);
}

#[test]
fn g7_g8_the_worked_example_of_a_tie_across_the_line() {
    let scheme = split("");
    let five = [
        with_mark("A", "95").veto("V1", pingxing::scoring::VetoState::Decided),
        with_mark("B", "92"),
        with_mark("C", "90"),
        with_mark("D", "90"),
        with_mark("E", "80"),
    ];
    let outcomes = score(&scheme, &five);
    let found: Vec<_> = outcomes
        .iter()
        .map(|outcome| (outcome.level(&scheme), outcome.standing.tie))
        .collect();
    let expected = [
        ("second", false),
        ("first", false),
        ("third", true),
        ("third", true),
        ("last", false),
    ];
    assert_eq!(found, expected);
    let mut decided = five;
    decided[2] = decided[2].clone().order(2);
    decided[3] = decided[3].clone().order(1);
    let outcomes = score(&scheme, &decided);
    let found: Vec<_> = outcomes
        .iter()
        .map(|outcome| (outcome.level(&scheme), outcome.standing.tie))
        .collect();
    let expected = [
        ("second", false),
        ("first", false),
        ("third", false),
        ("second", false),
        ("third", false),
    ];
    assert_eq!(found, expected);
    let ordered: Vec<_> = outcomes
        .iter()
        .map(|outcome| outcome.standing.ordered)
        .collect();
    assert_eq!(ordered, [None, None, Some(2), Some(1), None]);
}

#[test]
fn an_order_where_figures_decide_is_no_decision() {
    let apart = [
        with_mark("A", "95").order(2),
        with_mark("B", "92").order(1),
        with_mark("C", "90"),
    ];
    let outcomes = score(&split(""), &apart);
    for (outcome, rank) in outcomes.iter().zip(1..) {
        assert_eq!(outcome.standing.rank, Some(rank));
        assert_eq!(outcome.standing.ordered, None);
    }
}

#[test]
fn g9_g10_ceilings_by_the_previous_and_the_declared_level() {
    let scheme = graded(
        "rule = \"thresholds\"\nclimb = 1\ndeclared = true",
        &LEVELS.replacen("[grading]\nrule = \"thresholds\"\n", "", 1),
    );
    for (organisation, level) in [
        (with_mark("1", "95"), "five"),
        (with_mark("1", "95").previous("three"), "four"),
        (with_mark("1", "95").previous("five"), "five"),
        (with_mark("1", "95").newest("none"), "three"),
        (with_mark("1", "95").previous("four").newest("none"), "five"),
        (with_mark("1", "95").declared("four"), "four"),
        (
            with_mark("1", "95").previous("none").declared("four"),
            "three",
        ),
        (with_mark("1", "50").previous("five"), "none"),
    ] {
        assert_eq!(
            levels(&scheme, std::slice::from_ref(&organisation)),
            [level],
            "{organisation:?}"
        );
    }
}

/// Two stars of 50 marks, each won at 40.
fn stars(keys: &str) -> Scheme {
    let category = |id: &str| {
        format!(
            "[[category]]\nid = \"{id}\"\ntitle = \"{id}\"\npass = 40\n[[category.item]]\nid = \"{id}1\"\ntitle = \"{id}项\"\npoints = 50\n"
        )
    };
    let level =
        |id: &str, min: &str| format!("[[level]]\nid = \"{id}\"\ntitle = \"{id}\"\n{min}\n");
    let body = format!(
        "[[party]]\nid = \"superior\"\ntitle = \"上\"\nmethod = \"sheet\"\nweight = 1\n{}{}\
         [grading]\nrule = \"stars\"\n{keys}\n{}{}{}[[veto]]\nid = \"V6\"\ntitle = \"摘\"\nstrike = \"A\"\n",
        category("A"),
        category("B"),
        level("two", "min = 2"),
        level("one", "min = 1"),
        level("zero", ""),
    );
    scheme("", &body)
}

#[test]
fn g2_g6_stars_make_the_level_and_come_before_the_composite() {
    let scheme = stars("");
    let of = |code: &str, a: &str, b: &str| {
        Organisation::new(code).sheet("superior", "甲", &format!("A1: {a}; B1: {b}"))
    };
    let outcomes = score(
        &scheme,
        &[
            of("1", "40", "40"),
            of("2", "50", "39.99"),
            of("3", "39", "39"),
        ],
    );
    let found: Vec<_> = outcomes
        .iter()
        .map(|outcome| (outcome.level(&scheme), outcome.standing.rank))
        .collect();
    assert_eq!(
        found,
        [("two", Some(1)), ("one", Some(2)), ("zero", Some(3))]
    );
    let struck = of("1", "50", "50").veto("V6", pingxing::scoring::VetoState::Decided);
    assert_eq!(score(&scheme, &[struck])[0].level(&scheme), "one", "V6");
}

#[test]
fn g12_reached_and_in_reach_by_lines_and_ceilings() {
    let scheme = stars("");
    let begun = Organisation::new("1").sheet_in("superior", "甲", "A1: 45", SheetState::Open);
    let outcome = &score(&scheme, &[begun])[0];
    let level = |index: Option<pingxing::scheme::LevelIndex>| {
        index.map(|index| scheme.level(index).id.clone())
    };
    assert_eq!(level(outcome.figures.reached).as_deref(), Some("one"));
    assert_eq!(level(outcome.figures.in_reach).as_deref(), Some("two"));
}
