//! P5: an event is declared, confirmed, signed in order; sent back, declared anew, undone.

use super::fixture::*;
use crate::round::*;

fn event(count: &str, state: &str) -> Write {
    let fields = ["V", "", "", "L1", "", count, "", "", state];
    write(What::Event, &["e1"], &fields)
}

fn at(state: &str) -> Write {
    event("", state)
}

fn out_of_turn(waits: EventWait) -> Refusal {
    Refusal::EventOutOfTurn {
        event: "e1".into(),
        waits,
    }
}

fn reviewed() -> Refusal {
    Refusal::EventReviewed { event: "e1".into() }
}

fn there(small: &Small) -> EventRecord {
    EventRecord::read(&small.record(What::Event, &["e1"]).unwrap()).unwrap()
}

/// A round in which the event has come to a state by hand.
fn brought_to(state: &str) -> Small {
    let mut small = Small::new();
    for step in ["declared", "confirmed", "signed 1", "signed 2"] {
        small.written(vec![at(step)]);
        if step == state {
            break;
        }
    }
    small
}

fn sent_back(small: &mut Small, reason: &str) {
    small.reason = Some(reason.into());
    small.written(vec![at("sent back")]);
    small.reason = None;
}

/// The reviewer whose turn it is.
fn signing(small: &Small, position: usize) -> EventWait {
    EventWait::Signing(small.scheme.reviewers()[position].clone())
}

#[test]
fn nobody_signs_before_the_unit_has_declared_and_the_office_confirmed() {
    let mut small = Small::new();
    for state in ["confirmed", "signed 1", "counted"] {
        let refused = small.refused_write(at(state));
        assert_eq!(refused, out_of_turn(EventWait::Declaring), "{state}");
    }
    small.written(vec![at("declared")]);
    for state in ["signed 1", "signed 2", "counted"] {
        let refused = small.refused_write(at(state));
        assert_eq!(refused, out_of_turn(EventWait::Confirming), "{state}");
    }
}

#[test]
fn reviewers_sign_in_the_order_of_the_scheme() {
    let mut small = brought_to("confirmed");
    let first = signing(&small, 0);
    for state in ["signed 2", "counted"] {
        assert_eq!(small.refused_write(at(state)), out_of_turn(first.clone()));
    }
    small.written(vec![at("signed 1")]);
    // Signed once is signed: the same again changes nothing, and the next one is due.
    assert_eq!(small.written(vec![at("signed 1")]), []);
    small.written(vec![at("signed 2")]);
    assert_eq!(there(&small).state, EventState::Counted);
    assert_eq!(small.written(vec![at("counted")]), []);
}

#[test]
fn a_title_that_the_scheme_does_not_have_signs_nothing() {
    let small = brought_to("confirmed");
    for state in ["signed 0", "signed 3"] {
        let refused = small.refused_write(at(state));
        let value = state.to_owned();
        let field = "state".to_owned();
        assert_eq!(refused, Refusal::Field { field, value });
    }
}

#[test]
fn it_is_sent_back_from_everywhere_with_a_reason_and_declared_anew() {
    for state in ["declared", "confirmed", "signed 1", "signed 2"] {
        let mut small = brought_to(state);
        assert_eq!(small.refused_write(at("sent back")), Refusal::ReasonNeeded);
        sent_back(&mut small, " 缺少签到表 ");
        assert_eq!(there(&small).reason.as_deref(), Some("缺少签到表"));
        let turn = out_of_turn(EventWait::Declaring);
        assert_eq!(small.refused_write(at("confirmed")), turn);
        small.written(vec![event("2", "declared")]);
        // Who confirms sees why it had been sent back; once it counts nobody needs to.
        assert_eq!(there(&small).reason.as_deref(), Some("缺少签到表"));
        for step in ["confirmed", "signed 1", "signed 2"] {
            small.written(vec![event("2", step)]);
        }
        assert_eq!(there(&small).state, EventState::Counted);
        assert_eq!(there(&small).reason, None);
    }
}

#[test]
fn sending_back_again_needs_a_reason_of_its_own() {
    let mut small = brought_to("declared");
    sent_back(&mut small, "缺少签到表");
    small.written(vec![at("declared")]);
    assert_eq!(small.refused_write(at("sent back")), Refusal::ReasonNeeded);
}

#[test]
fn what_is_confirmed_is_neither_altered_nor_removed_nor_taken_back_step_by_step() {
    for state in ["confirmed", "signed 1", "signed 2"] {
        let mut small = brought_to(state);
        let now = there(&small).state.to_string();
        assert_eq!(small.refused_write(event("2", &now)), reviewed(), "{state}");
        assert_eq!(small.refused_write(at("declared")), reviewed(), "{state}");
        let removal = Write {
            record: None,
            ..at("declared")
        };
        assert_eq!(small.refused_write(removal.clone()), reviewed(), "{state}");
        sent_back(&mut small, "重复申报");
        small.written(vec![removal]);
        assert_eq!(small.record(What::Event, &["e1"]), None);
    }
    let signed = brought_to("signed 1");
    assert_eq!(signed.refused_write(at("confirmed")), reviewed());
}

#[test]
fn nobody_alters_an_event_by_confirming_it() {
    let small = brought_to("declared");
    assert_eq!(small.refused_write(event("3", "confirmed")), reviewed());
}

#[test]
fn a_signature_is_taken_back_by_who_gave_it_until_the_next_one_signs() {
    let mut small = brought_to("signed 1");
    small.done(&Command::Undo { expect: None });
    assert_eq!(there(&small).state, EventState::Confirmed);
    small.done(&Command::Redo { expect: None });
    assert_eq!(there(&small).state, EventState::Signed(1));
    small.actor = "another".into();
    small.written(vec![at("signed 2")]);
    small.actor = "office".into();
    let refused = small.refused(&Command::Undo { expect: None });
    assert!(
        matches!(refused, Refusal::ChangedSince { .. }),
        "{refused:?}"
    );
}

#[test]
fn many_are_signed_at_once_or_none() {
    let mut small = Small::new();
    let all = |state: &str| {
        let ids = (0..100).map(|number| format!("e{number}"));
        let one = |id: String| {
            let fields = ["V", "", "", "L1", "", "", "", "", state];
            write(What::Event, &[&id], &fields)
        };
        ids.map(one).collect::<Vec<_>>()
    };
    small.written(all("declared"));
    small.written(all("confirmed"));
    sent_back(&mut small, "缺少签到表");
    let refused = small.refused(&Command::Write(all("signed 1")));
    assert_eq!(refused, out_of_turn(EventWait::Declaring));
    let rest = all("signed 1").into_iter().filter(|one| one.key != ["e1"]);
    assert_eq!(small.written(rest.collect()).len(), 99);
}

#[test]
fn a_file_brings_what_was_signed_on_paper() {
    let mut small = brought_to("declared");
    small.done(&file(Kind::Ledger, vec![at("counted")]));
    assert_eq!(there(&small).state, EventState::Counted);
    let mut returned = at("sent back");
    let fields = returned.record.as_mut().unwrap();
    fields.push(Some("缺少签到表".into()));
    small.done(&file(Kind::Ledger, vec![returned]));
    assert_eq!(there(&small).state, EventState::SentBack);
    assert_eq!(there(&small).reason.as_deref(), Some("缺少签到表"));
}
