//! What holds for whatever is written.

use proptest::prelude::*;

use super::fixture::*;
use crate::round::*;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec![
            "V", "W", "G", "D", "self", "superior", "peers", "masses", "points", "r", "s", "A1", "A2",
            "A3", "L1", "L2", "*", "-", "Q1", "yes", "abstain", "V1", "V5", "J1", "five", "none",
            "village", "1", "2", "2025", "0.5", "a=1", "NA", "due", "recused", "decided",
            "proposed", "submitted", "open", "confirmed", "declared", "signed 1", "officer", "2026",
            "2026-01-31", "00",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn arbitrary_write() -> impl Strategy<Value = Write> {
    (
        prop::sample::select(What::ALL.to_vec()),
        prop::collection::vec(word(), 0..5),
        prop::option::of(prop::collection::vec(prop::option::of(word()), 0..10)),
        prop::option::of(0..3_u64),
        any::<bool>(),
    )
        .prop_map(|(what, mut key, record, seen, fit)| {
            if fit {
                key.resize(what.key_parts().len(), "V".to_owned());
            }
            Write {
                what,
                key,
                record,
                seen,
                row: None,
            }
        })
}

/// A mark that is within the rules, or clears one.
fn good_mark() -> impl Strategy<Value = Write> {
    (
        prop::sample::select(vec!["V", "W", "G"]),
        prop::sample::select(vec!["r", "s"]),
        prop::sample::select(vec![
            ("A1", "1.5"),
            ("A1", "NA"),
            ("A1", ""),
            ("A2", "a=2"),
            ("A2", ""),
        ]),
        any::<bool>(),
    )
        .prop_map(|(organisation, rater, (item, entry), flagged)| {
            let flag = if flagged { "yes" } else { "" };
            write(
                What::Mark,
                &[organisation, "self", rater, item],
                &[entry, "", flag],
            )
        })
}

proptest! {
    #[test]
    fn deciding_never_panics(
        writes in prop::collection::vec(arbitrary_write(), 0..6),
        reopen in any::<bool>(),
    ) {
        let mut small = Small::new();
        small.written(vec![mark(&["V", "self", "r", "A1"], "1")]);
        small.reason = Some("why".into());
        let _ = small.decide(&Command::Write(writes.clone()));
        let command = Command::Import { kind: Kind::Scores, file: String::new(), writes, reopen };
        if small.decide(&command).is_ok() {
            small.done(&command);
            // The same file again changes nothing.
            prop_assert_eq!(small.done(&command), vec![]);
        }
    }

    #[test]
    fn undo_gives_back_what_was(writes in prop::collection::vec(good_mark(), 1..20)) {
        let mut small = Small::new();
        let mut states = vec![small.records()];
        for write in writes {
            if !small.written(vec![write]).is_empty() {
                states.push(small.records());
            }
        }
        let mut later = Vec::new();
        while states.len() > 1 {
            later.push(states.pop().unwrap());
            small.done(&Command::Undo { expect: None });
            prop_assert_eq!(&small.records(), states.last().unwrap());
        }
        while let Some(state) = later.pop() {
            small.done(&Command::Redo { expect: None });
            prop_assert_eq!(&small.records(), &state);
        }
    }
}
