//! Items, categories and sheets (I, C).

use pingxing::round::SheetState;
use pingxing::scheme::Scheme;
use pingxing::scoring::Entry;

use crate::round::{LEVELS, Organisation, SUPERIOR, TWO_CATEGORIES, scheme, score};

/// One category of the item under test, and another that fills up to 100.
fn one_item(head: &str, item: &str, points: u32) -> Scheme {
    let rest = 100 - points;
    let body = format!(
        r#"{SUPERIOR}[[category]]
id = "A"
title = "甲类"
[[category.item]]
id = "A1"
title = "指标"
points = {points}
{item}
[[category]]
id = "B"
title = "乙类"
[[category.item]]
id = "B1"
title = "其余"
points = {rest}
{LEVELS}"#
    );
    scheme(head, &body)
}

fn mark(scheme: &Scheme, entry: &str) -> String {
    let sheet = format!("A1: {entry}; B1: 0");
    let outcome = score(
        scheme,
        &[Organisation::new("1").sheet("superior", "甲", &sheet)],
    );
    outcome[0].category(0)
}

#[test]
fn i2_deductions_take_off_up_to_their_limits() {
    let scheme = one_item(
        "",
        r#"deductions = [
            { id = "a", title = "一", each = 2, max = 8 },
            { id = "b", title = "二", each = 3 },
            { id = "c", title = "三", all = true },
        ]"#,
        20,
    );
    for (entry, expected) in [
        ("none", "20.00"),
        ("a=3", "14.00"),
        ("a=9", "12.00"),
        ("a=2 b=1", "13.00"),
        ("b=7", "0.00"),
        ("c=1", "0.00"),
        ("a=1 c=0", "18.00"),
    ] {
        assert_eq!(mark(&scheme, entry), expected, "{entry}");
    }
}

#[test]
fn i3_an_option_brings_its_points() {
    let options = r#"options = [{ id = "1", title = "好", points = 20 }, { id = "2", title = "中", points = 12.5 }]"#;
    let scheme = one_item("", options, 20);
    assert_eq!(mark(&scheme, "2"), "12.50");
    assert_eq!(mark(&scheme, "好"), "20.00");
}

#[test]
fn i8_a_title_that_stands_twice_names_nothing() {
    for (rule, title, code) in [
        (
            r#"options = [{ id = "1", title = "好", points = 20 }, { id = "2", title = "好", points = 5 }]"#,
            "好",
            "2",
        ),
        (
            r#"deductions = [{ id = "a", title = "缺", each = 1 }, { id = "b", title = "缺", each = 5 }]"#,
            "缺=1",
            "b=1",
        ),
    ] {
        let scheme = one_item("", rule, 20);
        let item = &scheme.items[0];
        assert!(Entry::parse(title, item, 2).is_err(), "{title}");
        assert!(Entry::parse(code, item, 2).is_ok(), "{code}");
    }
}

#[test]
fn i4_a_linear_measure_is_cut_at_both_ends_and_may_run_down() {
    let up = one_item(
        "",
        r#"measure = { unit = "万元", zero = 10, full = 40 }"#,
        20,
    );
    for (value, expected) in [
        ("10", "0.00"),
        ("-5", "0.00"),
        ("25", "10.00"),
        ("20", "6.67"),
        ("40", "20.00"),
        ("90", "20.00"),
    ] {
        assert_eq!(mark(&up, value), expected, "{value}");
    }
    let down = one_item("", r#"measure = { zero = 30, full = 10 }"#, 20);
    assert_eq!(mark(&down, "15"), "15.00");
    assert_eq!(mark(&down, "31"), "0.00");
    let fine = one_item("decimals = 4", r#"measure = { zero = 0, full = 0.3 }"#, 20);
    for (value, expected) in [
        ("0.0333333333333333", "2.2222"),
        // A hair below what rounds up, and what does.
        ("0.000000749999999999", "0.0000"),
        ("0.00000075", "0.0001"),
    ] {
        assert_eq!(mark(&fine, value), expected, "{value}");
    }
}

#[test]
fn i5_a_stepped_measure_loses_by_whole_steps() {
    let scheme = one_item("", r#"measure = { target = 90, per = 5, lose = 3 }"#, 20);
    for (value, expected) in [
        ("90", "20.00"),
        ("95", "20.00"),
        ("85.01", "20.00"),
        ("85", "17.00"),
        ("72", "11.00"),
        ("0", "0.00"),
    ] {
        assert_eq!(mark(&scheme, value), expected, "{value}");
    }
}

#[test]
fn i6_the_highest_band_that_is_reached_counts() {
    let scheme = one_item(
        "",
        "bands = [{ from = 60, points = 10 }, { from = 80, points = 20 }]",
        20,
    );
    for (value, expected) in [
        ("59.999", "0.00"),
        ("60", "10.00"),
        ("79.9", "10.00"),
        ("80", "20.00"),
        ("-1", "0.00"),
    ] {
        assert_eq!(mark(&scheme, value), expected, "{value}");
    }
}

#[test]
fn n2_printed_figures_are_made_from_printed_ones_and_final_ones_are_not() {
    // 20 × 1/3 = 6.666…, three times: 20.01 from printed marks, 20.00 from exact ones.
    let item = |id: &str| {
        format!(
            "[[category.item]]\nid = \"{id}\"\ntitle = \"{id}\"\npoints = 20\nmeasure = {{ zero = 0, full = 3 }}\n"
        )
    };
    let body = format!(
        "[[party]]\nid = \"superior\"\ntitle = \"上级\"\nmethod = \"sheet\"\nweight = 1\n\
         [[category]]\nid = \"A\"\ntitle = \"甲\"\n{}{}{}{}{}{LEVELS}",
        item("A1"),
        item("A2"),
        item("A3"),
        item("A4"),
        item("A5"),
    );
    let sheet = "A1: 1; A2: 1; A3: 1; A4: 0; A5: 0";
    for (rounding, expected) in [("printed", "20.01"), ("final", "20.00")] {
        let scheme = scheme(&format!("rounding = \"{rounding}\""), &body);
        let outcome = score(
            &scheme,
            &[Organisation::new("1").sheet("superior", "甲", sheet)],
        );
        assert_eq!(outcome[0].composite(), expected, "{rounding}");
    }
}

#[test]
fn c2_what_does_not_apply_is_made_up_within_its_category() {
    let body = format!(
        r#"{SUPERIOR}[[category]]
id = "A"
title = "甲"
[[category.item]]
id = "A1"
title = "一"
points = 90
[[category.item]]
id = "A2"
title = "二"
points = 10
optional = true
{LEVELS}"#
    );
    let scheme = scheme("", &body);
    let outcome = score(
        &scheme,
        &[Organisation::new("1").sheet("superior", "甲", "A1: 78; A2: NA")],
    );
    assert_eq!(outcome[0].composite(), "86.67");
}

/// Two categories of 60 and 40; the second may not apply at all, and stands on no self-sheet.
fn two_categories() -> Scheme {
    let body = format!(
        r#"
[[party]]
id = "self"
title = "自评"
method = "sheet"
weight = 1
{SUPERIOR}{TWO_CATEGORIES}parties = ["superior"]
{LEVELS}"#
    );
    scheme("", &body)
}

#[test]
fn c3_categories_that_do_not_apply_are_made_up_in_the_total_and_i9_is_not_applicable() {
    let scheme = two_categories();
    let outcome = score(
        &scheme,
        &[Organisation::new("1").sheet("self", "甲", "A1: 45").sheet(
            "superior",
            "乙",
            "A1: 30; B1: 40",
        )],
    );
    // 45 × 100 ÷ 60 and 70; categories: A from both, B from the superior alone (K6).
    assert_eq!(
        (outcome[0].party(0), outcome[0].party(1)),
        ("75.00".into(), "70.00".into())
    );
    assert_eq!(
        (outcome[0].category(0), outcome[0].category(1)),
        ("37.50".into(), "40.00".into())
    );
}

#[test]
fn c4_only_a_complete_and_submitted_sheet_counts() {
    let scheme = two_categories();
    for (entries, state, expected) in [
        ("A1: 30; B1: 40", SheetState::Submitted, "70.00"),
        ("A1: 30; B1: 40", SheetState::Open, "–"),
        ("A1: 30; B1: 40", SheetState::Returned, "–"),
        ("A1: 30", SheetState::Submitted, "–"),
        ("A1: 30; B1: NA", SheetState::Submitted, "50.00"),
    ] {
        let organisation = Organisation::new("1").sheet_in("superior", "乙", entries, state);
        assert_eq!(
            score(&scheme, &[organisation])[0].party(1),
            expected,
            "{entries} {state}"
        );
    }
}
