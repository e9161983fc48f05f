//! One mistake, one fault, at its place: every kind that the format's description lists.

mod items;
mod outcomes;
mod parties;
mod slips;

use pingxing::scheme;

use crate::{EXAMPLE, told};

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
