//! Faults of the grading, the levels and the vetoes; warnings.

use pingxing::scheme;

use super::{Mistake, check};
use crate::{EXAMPLE, LEDGER, STARS, told};

#[test]
fn levels_and_grading() {
    check(
        EXAMPLE,
        &[
            (
                "min = 80\n",
                "min = 90\n",
                "min-not-falling",
                "90\n\n[[level]]\nid = \"none\"",
            ),
            (
                "stars = 0\n",
                "stars = 0\nmin = 10\n",
                "min-on-last",
                "min = 10",
            ),
            ("min = 80\n", "", "missing-key", "[[level]]\nid = \"four\""),
            ("at_most = 20", "at_most = 120", "out-of-range", "120"),
            (
                "rule     = \"thresholds\"",
                "rule = \"thresholds\"\nparts = [1, 2, 3]",
                "misplaced-key",
                "parts = [1, 2, 3]",
            ),
            (
                "rule     = \"thresholds\"",
                "rule = \"split\"\nparts = [1, 2]",
                "parts-count",
                "[1, 2]",
            ),
            (
                "rule     = \"thresholds\"",
                "rule = \"split\"\nparts = [0, 0, 0]",
                "parts-zero",
                "[0, 0, 0]",
            ),
            (
                "rule     = \"thresholds\"",
                "rule = \"split\"",
                "missing-key",
                "[grading]",
            ),
            (
                "lead = \"组织办\"",
                "pass = 30",
                "misplaced-key",
                "pass = 30",
            ),
            (
                "cap = \"four\"",
                "strike = \"A\"",
                "misplaced-key",
                "strike = \"A\"",
            ),
        ],
    );
    check(
        STARS,
        &[
            ("pass = 40", "pass = 51", "pass-above-points", "51"),
            ("pass = 40\n", "", "missing-key", "[[category]]"),
            ("min = 1\n", "min = 0.5\n", "min-not-whole", "0.5"),
        ],
    );
    let one = LEDGER.split("[[level]]\nid = \"none\"").next().unwrap();
    let faults = scheme::parse(one).unwrap_err();
    assert_eq!(told(one, &faults), ["36:1 too-few-levels level[0]"]);
}

#[test]
fn vetoes() {
    check(
        EXAMPLE,
        &[
            (
                "cap = \"four\"",
                "# none",
                "no-effect",
                "[[veto]]\nid = \"V1\"",
            ),
            (
                "cap = \"four\"",
                "cap = \"four\"\nhold = true",
                "several-effects",
                "hold = true",
            ),
            ("cap = \"four\"", "hold = false", "no-effect", "false"),
            (
                "unrated = true",
                "zero = \"A1\"",
                "when-with-zero",
                "{ satisfaction",
            ),
            (
                "warn = \"提请调整班子\"",
                "unrated = true",
                "streak-without-warn",
                "{ streak",
            ),
            (
                "satisfaction = \"masses\"",
                "satisfaction = \"self\"",
                "not-a-ballot",
                "\"self\", below",
            ),
            (
                "satisfaction = \"masses\", ",
                "",
                "condition-form",
                "{ below",
            ),
            (
                "satisfaction = \"masses\", ",
                "party = \"self\", item = \"A1\", ",
                "condition-form",
                "{ party",
            ),
            (", below = 90", "", "missing-key", "{ satisfaction"),
            (", years = 3", "", "missing-key", "{ streak"),
            (
                ", years = 3",
                ", years = 3, below = 2",
                "unknown-key",
                "below = 2",
            ),
        ],
    );
    check(
        LEDGER,
        &[(
            "title = \"无星\"",
            "title = \"无星\"\n[[veto]]\nid = \"V\"\ntitle = \"清零\"\nzero = \"C1\"",
            "misplaced-key",
            "zero",
        )],
    );
    check(
        EXAMPLE,
        &[(
            "title = \"机关事业单位\"",
            "title = \"机关事业单位\"\n[[category]]\nid = \"Z\"\ntitle = \"空\"\ntracks = [\"agency\"]",
            "category-empty-on-track",
            "[[category]]\nid = \"Z\"",
        )],
    );
}

#[test]
fn a_tie_may_not_name_what_no_track_has() {
    let file = EXAMPLE.replace("category:A", "category:Z");
    let empty = "\n[[category]]\nid = \"Z\"\ntitle = \"空\"\n\n[[category]]\nid = \"B\"\n";
    let text = file.replace("\n[[category]]\nid = \"B\"\n", empty);
    let faults = scheme::parse(&text).unwrap_err();
    let codes: Vec<&str> = faults.iter().map(scheme::Fault::code).collect();
    assert_eq!(
        codes,
        [
            "tie-on-no-track",
            "category-empty-on-track",
            "category-empty-on-track"
        ]
    );
}

#[test]
fn warnings_do_not_stop_a_scheme() {
    let warnings: &[Mistake] = &[
        ("basis    =", "#", "no-basis", "[scheme]"),
        (
            "title = \"好\", points = 20",
            "title = \"好\", points = 19",
            "points-out-of-reach",
            "20\ntracks = [\"agency\"]\noptions",
        ),
        (
            "from = 80, points = 20",
            "from = 80, points = 15",
            "points-out-of-reach",
            "20\nbands",
        ),
        ("min = 90", "min = 101", "level-out-of-reach", "101"),
        ("at_most = 20", "at_most = 0.0", "level-out-of-reach", "0.0"),
        (
            "cap = \"four\"",
            "cap = \"five\"",
            "cap-at-top",
            "\"five\"  ",
        ),
        (
            "title = \"组织生活\"",
            "title = \"班子团结\"",
            "title-twice",
            "\"班子团结\"\npoints = 20\nded",
        ),
        (
            "rule     = \"thresholds\"",
            "rule = \"split\"\nparts = [0, 2, 3]",
            "level-out-of-reach",
            "[[level]]",
        ),
    ];
    check(EXAMPLE, warnings);
    for (old, new, code, _) in warnings {
        assert!(
            scheme::parse(&EXAMPLE.replacen(old, new, 1)).is_ok(),
            "{code}"
        );
    }
    check(
        STARS,
        &[("min = 2", "min = 3", "level-out-of-reach", "3\n")],
    );
}

#[test]
fn limits_of_the_findings() {
    let limits = "raters_apart = 15";
    check(
        EXAMPLE,
        &[
            (limits, "raters_apart = -1", "out-of-range", "-1"),
            (limits, "rater_apart = 15", "unknown-key", "rater_apart"),
            (
                limits,
                "all_equal_from = 1",
                "out-of-range",
                "1\n\n[[track]]",
            ),
            (limits, "all_equal_from = \"5\"", "wrong-type", "\"5\""),
            (limits, "always_full_from = 2.5", "wrong-type", "2.5"),
            (limits, "copied_share = 49", "out-of-range", "49"),
            (limits, "copied_share = 101", "out-of-range", "101"),
            (limits, "returned_share = 100.5", "out-of-range", "100.5"),
        ],
    );
}
