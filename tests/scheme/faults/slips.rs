//! One slip is one fault, though much may seem to follow from it.

use pingxing::scheme;

use super::check;
use crate::{EXAMPLE, LEDGER, told};

#[test]
fn a_misspelt_table_is_one_fault() {
    for (file, right, wrong, count) in [
        (EXAMPLE, "[[category]]", "[[catagory]]", 1),
        (EXAMPLE, "[[category.item]]", "[[category.itme]]", 2),
        (EXAMPLE, "[[party]]", "[[partie]]", 1),
        (EXAMPLE, "[[track]]", "[[tracks]]", 1),
        (EXAMPLE, "[[level]]", "[[levels]]", 1),
        (LEDGER, "[[party]]", "[[Party]]", 1),
    ] {
        let text = file.replace(right, wrong).replace("[[category.item]]", {
            if wrong == "[[catagory]]" {
                "[[catagory.item]]"
            } else {
                "[[category.item]]"
            }
        });
        let faults = scheme::parse(&text).unwrap_err();
        let unknown = faults.iter().all(|fault| fault.code() == "unknown-key");
        assert!(
            unknown && faults.len() == count,
            "{wrong}: {:?}",
            told(&text, &faults)
        );
    }
}

#[test]
fn a_broken_head_is_one_fault() {
    for head in [
        "[[track]]",
        "[[party]]",
        "[[category]]",
        "[[category.item]]",
        "[[level]]",
        "[[veto]]",
    ] {
        let text = EXAMPLE.replacen(head, head.trim_end_matches(']'), 1);
        let faults = scheme::parse(&text).unwrap_err();
        let codes: Vec<&str> = faults.iter().map(scheme::Fault::code).collect();
        assert_eq!(codes, ["syntax"], "{head}: {:?}", told(&text, &faults));
    }
}

#[test]
fn a_value_read_in_two_ways_is_told_once() {
    check(
        EXAMPLE,
        &[
            (
                "step = 0.5",
                "parties = \"superior\"",
                "wrong-type",
                "\"superior\"\nstandard",
            ),
            ("step = 0.5", "parties = [\"\"]", "empty-text", "\"\"]"),
        ],
    );
}
