//! 已复核: who has looked an organisation through.

use super::fixture::*;
use crate::round::*;

fn tick(actor: &str, seen: &str) -> Write {
    write(What::Review, &["V", actor], &[seen])
}

#[test]
fn a_tick_is_kept_with_the_number_that_was_seen_and_can_be_undone() {
    let mut small = Small::new();
    small.written(vec![tick("office", "12")]);
    let review = small.record(What::Review, &["V", "office"]).unwrap();
    assert_eq!(ReviewRecord::read(&review), Ok(ReviewRecord { seen: 12 }));
    small.done(&Command::Undo { expect: None });
    assert_eq!(small.record(What::Review, &["V", "office"]), None);
}

#[test]
fn nobody_ticks_in_the_name_of_another() {
    let small = Small::new();
    let refusal = Refusal::Field {
        field: "actor".into(),
        value: "somebody".into(),
    };
    assert_eq!(small.refused_write(tick("somebody", "1")), refusal);
}

#[test]
fn a_tick_is_of_a_rated_organisation_and_says_what_was_seen() {
    let small = Small::new();
    let unknown = write(What::Review, &["X", "office"], &["1"]);
    assert!(matches!(
        small.refused_write(unknown),
        Refusal::Unknown { .. }
    ));
    for seen in ["", "-1", "some"] {
        let refused = small.refused_write(tick("office", seen));
        assert!(
            matches!(refused, Refusal::Field { .. } | Refusal::Missing { .. }),
            "{seen}: {refused:?}"
        );
    }
}

#[test]
fn what_is_closed_can_still_be_looked_through() {
    let mut small = Small::new();
    small.written(vec![write(What::Round, &[], &["2026", "closed"])]);
    small.written(vec![tick("office", "3")]);
}
