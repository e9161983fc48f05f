//! Faults of parties, and of how they are combined.

use pingxing::scheme;

use super::check;
use crate::{EXAMPLE, LEDGER, STARS};

#[test]
fn parties() {
    check(
        EXAMPLE,
        &[
            ("weight = 20  ", "weight = -20 ", "weight-negative", "-20"),
            (
                "weight = 50\n",
                "",
                "missing-key",
                "[[party]]\nid = \"superior\"",
            ),
            (
                "questions = [ { id = \"Q1\", title = \"对党组织工作的总体评价\", weight = 1 } ]",
                "questions = [ { id = \"Q1\", title = \"总体\", weight = 0 } ]",
                "question-weights-zero",
                "[ { id = \"Q1\"",
            ),
            (
                "questions = [ { id = \"Q1\", title = \"对党组织工作的总体评价\", weight = 1 } ]",
                "questions = []",
                "no-questions",
                "[]",
            ),
            (
                "questions = [ { id = \"Q1\", title = \"对党组织工作的总体评价\", weight = 1 } ]",
                "",
                "missing-key",
                "[[party]]\nid = \"masses\"",
            ),
            ("value = 100", "value = 101", "out-of-range", "101"),
            ("at_least = 20", "at_least = 0", "out-of-range", "0\nbase"),
            (
                "trim_from = 5",
                "trim_from = 2",
                "trim-from-too-low",
                "2\ntrim",
            ),
            (
                "aggregate = \"trimmed\"             # \"mean\" (default) | \"median\" | \"trimmed\"\ntrim_from = 5\n",
                "",
                "misplaced-key",
                "trim = 1",
            ),
            (
                "base = \"valid\"",
                "aggregate = \"mean\"",
                "misplaced-key",
                "aggregate = \"mean\"",
            ),
            (
                "method = \"ballot\"",
                "method = \"ballot\"\nindependent = true",
                "misplaced-key",
                "independent = true\nw",
            ),
            (
                "weight = 20  ",
                "weight = 20\nbase = \"valid\"",
                "misplaced-key",
                "base = \"valid\"   ",
            ),
            (
                "weight = 20  ",
                "weight = 20\nreview = [\"科长\"]",
                "misplaced-key",
                "review",
            ),
            (
                "combine  = \"weighted\"",
                "combine = \"latest\"",
                "ballot-with-latest",
                "\"ballot\"\nweight",
            ),
            (
                "combine  = \"weighted\"",
                "combine = \"best\"",
                "best-needs-one-ledger",
                "\"best\"  ",
            ),
            (
                "title = \"机关事业单位\"",
                "title = \"机关事业单位\"\n[[track]]\nid = \"x\"\ntitle = \"企业\"",
                "sum-of-points",
                "[[track]]\nid = \"x\"",
            ),
        ],
    );
    check(
        LEDGER,
        &[
            (
                "combine = \"best\"",
                "combine = \"latest\"",
                "ledger-needs-best",
                "\"ledger\"",
            ),
            ("every = 10", "every = 0", "every-not-positive", "0, add"),
            (
                "kinds = [\"officer\", \"member\"]",
                "kinds = []",
                "empty-list",
                "[]",
            ),
            ("each = 3", "each = 3.125", "too-many-decimals", "3.125"),
            (
                "range = [1, 5]",
                "range = [1, 5.125]",
                "too-many-decimals",
                "5.125",
            ),
            (
                "range = [1, 5]",
                "range = [5, 1]",
                "range-reversed",
                "[5, 1]",
            ),
            ("range = [1, 5]", "range = [5]", "range-form", "[5]"),
            (
                "range = [1, 5]",
                "range = [1, 5]\neach = 1",
                "range-with-each",
                "each = 1",
            ),
            (
                "each = 3\n",
                "each = 3\npoints = 10\n",
                "misplaced-key",
                "points = 10",
            ),
            (
                "each = 3\n",
                "each = 3\nstep = 1\n",
                "misplaced-key",
                "step = 1",
            ),
            ("each = 3\n", "", "missing-key", "[[category.item]]"),
            (
                "method = \"ledger\"",
                "method = \"ledger\"\nat_least = 2",
                "misplaced-key",
                "at_least",
            ),
        ],
    );
}

#[test]
fn a_track_needs_parties_and_weights() {
    let file = EXAMPLE
        .replace("weight = 20  ", "weight = 0  ")
        .replace("weight = 30", "weight = 0");
    check(
        &file,
        &[(
            "tracks = [\"village\", \"agency\"]    ",
            "tracks = [\"agency\"]    ",
            "weights-zero",
            "[[track]]",
        )],
    );
    let text = file.replace("weight = 50", "weight = 0");
    let faults = scheme::parse(&text).unwrap_err();
    let codes: Vec<&str> = faults.iter().map(scheme::Fault::code).collect();
    assert_eq!(codes, ["weights-zero", "weights-zero"]);
    check(
        STARS,
        &[(
            "[[party]]\nid = \"town\"\ntitle = \"乡镇评定\"\n",
            "[[track]]\nid = \"a\"\ntitle = \"村\"\n[[track]]\nid = \"b\"\ntitle = \"社区\"\n[[party]]\ntracks = [\"b\"]\nid = \"town\"\ntitle = \"乡镇评定\"\n",
            "track-without-party",
            "[[track]]\nid = \"a\"",
        )],
    );
}
