//! One mistake, one fault, at its place: every kind that the format's description lists.

use pingxing::scheme;

use crate::{EXAMPLE, LEDGER, STARS, told};

/// A mistake: what stands in the right file, what is put there instead, the code of the one fault
/// that comes of it, and the text at which the fault begins.
type Mistake = (&'static str, &'static str, &'static str, &'static str);

/// Makes each mistake in the file and compares all that is told with the one fault expected.
fn check(file: &str, mistakes: &[Mistake]) {
    let mut wrong = Vec::new();
    for (old, new, code, at) in mistakes {
        assert!(file.contains(old), "{old}");
        let text = file.replacen(old, new, 1);
        let faults = match scheme::parse(&text) {
            Ok(checked) => checked.warnings,
            Err(faults) => faults,
        };
        let found: Vec<(&str, usize)> = faults
            .iter()
            .map(|fault| (fault.code(), fault.place.span.start))
            .collect();
        let place = if at.is_empty() {
            Some(0)
        } else {
            text.find(at)
        };
        let place = place.unwrap_or_else(|| panic!("{at:?} is not there"));
        if found != [(*code, place)] {
            wrong.push(format!(
                "{new:?}: {code} expected, {:?} found",
                told(&text, &faults)
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_form_of_the_file() {
    check(
        EXAMPLE,
        &[
            ("format = 1", "format = 2", "unknown-format", "2\n"),
            ("format = 1", "", "missing-key", ""),
            (
                "climb    = 1",
                "climb =",
                "syntax",
                "                      # at most so many",
            ),
            (
                "title = \"行政村\"",
                "title = “行政村”",
                "syntax",
                "“行政村”",
            ),
            (
                "title = \"行政村\"",
                "titel = \"行政村\"",
                "unknown-key",
                "titel",
            ),
            (
                "title = \"行政村\"",
                "title = \"行政村\"\nlength = 1",
                "unknown-key",
                "length = 1",
            ),
            ("title = \"行政村\"\n", "", "missing-key", "[[track]]"),
            (
                "title = \"行政村\"",
                "title = 5",
                "wrong-type",
                "5\n\n[[track]]\nid = \"agency\"",
            ),
            ("title = \"行政村\"", "title = \"\"", "empty-text", "\"\""),
            ("points = 20", "points = \"20\"", "wrong-type", "\"20\""),
            ("points = 20", "points = 2e1", "number-form", "2e1"),
            ("points = 20", "points = nan", "number-form", "nan"),
            ("points = 20", "points = 0x14", "number-form", "0x14"),
            (
                "points = 20",
                "points = 0.1234567",
                "number-form",
                "0.1234567",
            ),
            (
                "points = 20",
                "points = 1234567890123456",
                "number-form",
                "1234567890123456",
            ),
            (
                "method = \"sheet\"",
                "method = \"sheets\"",
                "unknown-choice",
                "\"sheets\"",
            ),
            ("decimals = 2", "decimals = 5", "out-of-range", "5  "),
            ("stars = 5", "stars = 11", "out-of-range", "11"),
            ("stars = 5", "stars = 4.5", "wrong-type", "4.5"),
            ("[grading]", "[notce]\n[grading]", "unknown-key", "notce"),
        ],
    );
}

#[test]
fn ids_and_what_refers_to_them() {
    check(
        EXAMPLE,
        &[
            (
                "id       = \"example\"",
                "id = \"Example\"",
                "malformed-id",
                "\"Example\"",
            ),
            ("id = \"A1\"", "id = \"A 1\"", "malformed-id", "\"A 1\""),
            (
                "id = \"B4\"",
                "id = \"B3\"",
                "duplicate-id",
                "\"B3\"\ntitle = \"到会率\"",
            ),
            ("id = \"J1\"", "id = \"J=1\"", "malformed-id", "\"J=1\""),
            (
                "{ id = \"b\"",
                "{ id = \"a\"",
                "duplicate-id",
                "\"a\", title = \"弄虚作假\"",
            ),
            ("{ id = \"b\"", "{ id = \"NA\"", "reserved-id", "\"NA\""),
            ("id = \"C\"", "id = \"spoilt\"", "reserved-id", "\"spoilt\""),
            (
                "tracks = [\"village\"]\n\n",
                "tracks = [\"vilage\"]\n\n",
                "unknown-reference",
                "\"vilage\"",
            ),
            (
                "cap = \"four\"",
                "cap = \"for\"",
                "unknown-reference",
                "\"for\"",
            ),
            (
                "satisfaction = \"masses\"",
                "satisfaction = \"mass\"",
                "unknown-reference",
                "\"mass\",",
            ),
            (
                "category:A",
                "category:Z",
                "unknown-reference",
                "\"category:Z\"",
            ),
            ("category:A", "item:A1", "tie-form", "\"item:A1\""),
            (
                "tracks = [\"village\", \"agency\"]",
                "tracks = []",
                "empty-list",
                "[]",
            ),
        ],
    );
    let text = EXAMPLE.replace("tracks = [\"village\"]\n\n", "tracks = [\"vilage\"]\n\n");
    let faults = scheme::parse(&text).unwrap_err();
    assert_eq!(faults[0].nearest.as_deref(), Some("village"));
}

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
    check(
        &format!("{head}{levels}"),
        &[("# ", "", "no-items", "[scheme]")][..0],
    );
    let text = format!("{head}{levels}");
    let faults = scheme::parse(&text).unwrap_err();
    assert_eq!(told(&text, &faults), ["3:1 no-items scheme"]);
}

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
