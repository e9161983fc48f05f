//! Faults of categories and items.

use pingxing::scheme;

use super::check;
use crate::{EXAMPLE, LEDGER, STARS, told};

#[test]
fn items_of_sheets() {
    check(
        EXAMPLE,
        &[
            (
                "measure = { unit = \"万元\"",
                "points = 19\n#",
                "syntax",
                "points = 19",
            ),
            (
                "points = 20\nstep = 0.5",
                "points = 0\nstep = 0.5",
                "points-not-positive",
                "0\nstep",
            ),
            (
                "step = 0.5",
                "step = 3",
                "step-does-not-divide",
                "3\nstandard",
            ),
            ("step = 0.5", "step = 0.125", "too-many-decimals", "0.125"),
            ("step = 0.5", "step = 0", "step-not-positive", "0\nstandard"),
            (
                "step = 0.5",
                "step = 0.5\nunit = \"分\"",
                "misplaced-key",
                "unit = \"分\"",
            ),
            (
                "step = 0.5",
                "each = 1",
                "misplaced-key",
                "each = 1\nstandard",
            ),
            (
                "step = 0.5",
                "parties = [\"masses\"]",
                "item-for-other-party",
                "\"masses\"]",
            ),
            (
                "unit = \"%\"\n",
                "measure = { target = 1, per = 1, lose = 1 }\nunit = \"%\"\n",
                "several-rules",
                "bands =",
            ),
            (
                "zero = 0, full = 50",
                "zero = 50, full = 50",
                "full-equals-zero",
                "50 }",
            ),
            (
                "zero = 0, full = 50",
                "zero = 0, target = 50",
                "several-rules",
                "target = 50",
            ),
            (
                "zero = 0, full = 50",
                "full = 50",
                "missing-key",
                "{ unit = \"万元\"",
            ),
            ("per = 1", "per = 0", "per-not-positive", "0, lose"),
            ("lose = 1", "lose = -1", "lose-negative", "-1"),
            (
                "each = 2, max = 8",
                "each = 2, all = true",
                "deduction-cost",
                "all = true },\n  {",
            ),
            (
                "each = 2, max = 8",
                "max = 8",
                "deduction-cost",
                "{ id = \"a\"",
            ),
            (
                "all = true }",
                "all = true, max = 2 }",
                "misplaced-key",
                "max = 2 }",
            ),
            (
                "each = 2, max = 8",
                "each = -2, max = 8",
                "out-of-range",
                "-2, max",
            ),
            (
                "from = 80",
                "from = 60",
                "bands-not-rising",
                "60, points = 20",
            ),
            (
                "from = 80, points = 20",
                "from = 80, points = 21",
                "above-points",
                "21 }",
            ),
            (
                "title = \"好\", points = 20",
                "title = \"好\", points = 20.5",
                "above-points",
                "20.5",
            ),
            (
                "bands = [ { from = 60, points = 10 }, { from = 80, points = 20 } ]",
                "bands = []",
                "no-bands",
                "[]",
            ),
            (
                "\ntracks = [\"agency\"]\noptions = [",
                "\ntracks = [\"agency\"]\noptions = []\n# [",
                "no-options",
                "[]",
            ),
        ],
    );
}

#[test]
fn a_direct_item_has_no_more_decimals_than_the_scheme() {
    check(
        STARS,
        &[
            (
                "version = \"1\"",
                "version = \"1\"\nmarks = 100.125",
                "sum-of-points",
                "[scheme]",
            ),
            (
                "points = 50",
                "points = 50.125",
                "too-many-decimals",
                "50.125",
            ),
        ],
    );
}

#[test]
fn only_sheets_and_ledgers_have_categories() {
    check(
        STARS,
        &[(
            "method = \"sheet\"",
            "method = \"mark\"",
            "categories-without-sheets",
            "[[category]]",
        )],
    );
    let head = LEDGER.split("[[category]]").next().unwrap();
    let levels = LEDGER.split("range = [1, 5]").nth(1).unwrap();
    let text = format!("{head}{levels}");
    let faults = scheme::parse(&text).unwrap_err();
    assert_eq!(told(&text, &faults), ["3:1 no-items scheme"]);
}

#[test]
fn the_sum_is_told_by_category_and_only_where_all_is_known() {
    use pingxing::scheme::{ItemFault, SchemeFault};
    let text = EXAMPLE.replacen("points = 20\nmeasure", "points = 25\nmeasure", 1);
    let faults = scheme::parse(&text).unwrap_err();
    let [fault] = faults.as_slice() else {
        panic!("{:?}", told(&text, &faults));
    };
    let SchemeFault::Item(ItemFault::SumOfPoints {
        track,
        sum,
        marks,
        categories,
    }) = &fault.kind
    else {
        panic!("{fault:?}");
    };
    assert_eq!(track.as_deref(), Some("行政村"));
    assert_eq!(
        (sum.to_string(), marks.to_string()),
        ("105".to_owned(), "100".to_owned())
    );
    let parts: Vec<String> = categories
        .iter()
        .map(|part| format!("{} {}", part.title, part.sum))
        .collect();
    assert_eq!(parts, ["班子建设 40", "作用发挥 65"]);
}
