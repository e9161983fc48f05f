//! No text, however broken, makes the reader panic.

use pingxing::diagnose::Source;
use pingxing::scheme;
use pingxing::text::Language;
use pingxing::text::diagnose::report;
use proptest::prelude::*;

use crate::{EXAMPLE, LEDGER, STARS, told};

/// Reads a text and tells its faults; what is wrong always has a place in the text and a sentence.
fn survive(text: &str) {
    let faults = match scheme::parse(text) {
        Ok(checked) => checked.warnings,
        Err(faults) => {
            assert!(!faults.is_empty());
            faults
        }
    };
    for fault in &faults {
        assert!(fault.place.span.end <= text.len(), "{fault:?}");
    }
    let source = Source {
        name: "office.toml",
        text,
    };
    let few = faults.get(..faults.len().min(3)).unwrap_or_default();
    for language in [Language::Chinese, Language::English] {
        assert!(!report(&source, few, language, true).is_empty());
    }
}

/// What people and machines leave in files.
const PIECES: [&str; 24] = [
    "",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "\"",
    "\"\"\"",
    "'",
    "=",
    ",",
    "\n",
    "\r",
    " ",
    "　",
    "“",
    "＝",
    "#",
    "[[party]]",
    "\u{feff}",
    "9e99",
    "-1",
    "[]",
    "\0",
];

fn bound(text: &str, wanted: usize) -> usize {
    (0..=wanted.min(text.len()))
        .rev()
        .find(|byte| text.is_char_boundary(*byte))
        .unwrap_or(0)
}

/// One letter too few is one mistake, and does not bring a flood of faults.
#[test]
fn a_letter_too_few_gives_few_faults() {
    let (mut texts, mut few) = (0, 0);
    for (at, _) in EXAMPLE.char_indices().step_by(13) {
        let mut text = EXAMPLE.to_owned();
        text.remove(at);
        let count = scheme::parse(&text).map_or_else(|faults| faults.len(), |_| 0);
        assert!(
            count <= 5,
            "{:?}",
            told(&text, &scheme::parse(&text).unwrap_err())
        );
        texts += 1;
        few += usize::from(count <= 1);
    }
    assert!(few * 100 >= texts * 95, "{few} of {texts}");
}

/// Nothing that a text can hold makes the reader slow.
#[test]
fn a_hopeless_text_is_read_to_its_end() {
    for line in [
        "a = [\n",
        "[a\n",
        "a\n",
        "a = {\n",
        "a = \"\"\"\n",
        "[[a.b]]\n[a]\n",
    ] {
        let text = line.repeat(1_000);
        assert!(!scheme::parse(&text).unwrap_err().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        survive(&text);
    }

    #[test]
    fn a_mutilated_scheme(
        file in 0_usize..3,
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, 0_usize..24), 1..6),
    ) {
        let mut text = [EXAMPLE, LEDGER, STARS][file].to_owned();
        for (at, length, piece) in cuts {
            let start = bound(&text, at.index(text.len() + 1));
            let end = bound(&text, start + length).max(start);
            text.replace_range(start..end, PIECES[piece]);
        }
        survive(&text);
    }

    #[test]
    fn lines_in_another_order(seed in any::<u64>(), drop in 0_usize..20) {
        let mut lines: Vec<&str> = EXAMPLE.lines().collect();
        let mut state = seed | 1;
        for _ in 0..=drop {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let line = usize::try_from(state >> 33).unwrap() % lines.len();
            let taken = lines.remove(line);
            if state & 1 == 0 {
                lines.insert(line / 2, taken);
            }
        }
        survive(&lines.join("\n"));
    }
}
