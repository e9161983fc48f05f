//! Organisations, rounds, and writes that meet.

use super::*;

#[test]
fn organisations() {
    let organisation = |code: &str, fields: &[&str]| write(What::Organisation, &[code], fields);
    let parent = |organisation: &str, parent: &str, circle| Refusal::Parent {
        organisation: organisation.into(),
        parent: parent.into(),
        circle,
    };
    refuses(vec![
        (organisation("*", &["N"]), field("code", "*")),
        (organisation("a b", &["N"]), field("code", "a b")),
        (organisation("N", &[""]), missing("name")),
        (organisation("N", &["a\u{7}"]), field("name", "a\u{7}")),
        (organisation("N", &["N", "", "X"]), parent("N", "X", false)),
        (organisation("N", &["N", "", "N"]), parent("N", "N", true)),
        (
            organisation("N", &["N", "", "", "x"]),
            unknown(Part::Track, "x"),
        ),
        (
            organisation("N", &["N", "", "", "", "x"]),
            unknown(Part::Level, "x"),
        ),
        (
            organisation("N", &["N", "", "", "", "", "x"]),
            unknown(Part::Level, "x"),
        ),
        (
            removal(What::Organisation, &["D"]),
            Refusal::OrganisationInUse {
                organisation: "D".into(),
            },
        ),
    ]);
    let small = Small::new();
    let circle = vec![
        organisation("P", &["P", "", "Q"]),
        organisation("Q", &["Q", "", "P"]),
        organisation("R", &["R", "", "Q"]),
    ];
    let refusal = Refusal::Rows(vec![
        (None, parent("P", "Q", true)),
        (None, parent("Q", "P", true)),
    ]);
    assert_eq!(small.refused(&file(Kind::Orgs, circle)), refusal);
}

#[test]
fn an_organisation_with_data_stays_and_keeps_its_track() {
    let mut small = Small::new();
    small.written(vec![mark(&["V", "self", "r", "A1"], "1")]);
    let used = Refusal::OrganisationInUse {
        organisation: "V".into(),
    };
    let moved = write(What::Organisation, &["V"], &["Village", "", "D", "agency"]);
    assert_eq!(small.refused_write(moved.clone()), used);
    assert_eq!(
        small.refused_write(removal(What::Organisation, &["V"])),
        used
    );
    small.written(vec![write(What::Organisation, &["V"], &["New name"])]);
    small.written(vec![mark(&["V", "self", "r", "A1"], "")]);
    small.written(vec![moved]);
    small.written(vec![removal(What::Organisation, &["V"])]);
}

#[test]
fn rounds() {
    let mut small = Small::new();
    let again = Command::CreateRound(NewRound {
        year: 2026,
        scheme: String::new(),
        organisations: Vec::new(),
    });
    assert_eq!(
        small.refused(&again),
        Refusal::RoundExists {
            round: "2026".into()
        }
    );
    assert_eq!(
        Small::empty().refused(&Command::Undo { expect: None }),
        Refusal::UnknownRound {
            round: "2026".into()
        }
    );
    let round = |state: &str| write(What::Round, &[], &["2026", state, "00"]);
    let scheme = write(What::Round, &[], &["2026", "open", "11"]);
    assert_eq!(small.refused_write(scheme), field("scheme", "11"));
    assert_eq!(small.refused_write(round("final")), field("state", "final"));
    small.written(vec![round("closed")]);
    let late = small.refused_write(mark(&["V", "self", "r", "A1"], "1"));
    assert_eq!(late, Refusal::RoundClosed);
    assert_eq!(small.refused_write(round("open")), Refusal::ReasonNeeded);
    small.reason = Some(" \u{3000}".into());
    assert_eq!(small.refused_write(round("open")), Refusal::ReasonNeeded);
    small.reason = Some("late papers".into());
    small.written(vec![round("open")]);
}

/// The book keeps a reason for ever, whichever command it came with.
#[test]
fn a_reason_that_a_terminal_would_obey_is_refused() {
    let mut small = Small::new();
    for reason in ["late \u{1b}[31mpapers".to_owned(), "长".repeat(2_001)] {
        small.reason = Some(reason.clone());
        let refused = field("reason", &reason);
        for command in [
            file(Kind::Scores, vec![mark(&["V", "self", "r", "A1"], "1")]),
            Command::Write(vec![mark(&["V", "self", "r", "A1"], "1")]),
            Command::Undo { expect: None },
        ] {
            assert_eq!(small.refused(&command), refused);
        }
    }
}

/// Names that no later command could take back: of a round, and of who acts.
#[test]
fn a_name_that_a_terminal_would_obey_is_refused() {
    let mut small = Small::new();
    small.actor = "考评\u{1b}[2J一组".into();
    let actor = small.actor.clone();
    let refused = small.refused_write(mark(&["V", "self", "r", "A1"], "1"));
    assert_eq!(refused, field("actor", &actor));
}

#[test]
fn two_people_on_one_cell() {
    let mut small = Small::new();
    let seen = |entry: &str, seen| Write {
        seen: Some(seen),
        ..mark(&["V", "self", "r", "A1"], entry)
    };
    small.written(vec![seen("1", 0)]);
    let Refusal::Conflict(conflict) = small.refused_write(seen("2", 0)) else {
        panic!("no conflict");
    };
    assert_eq!((conflict.seen, conflict.revision), (0, 1));
    assert_eq!(conflict.theirs, Some(record(&["1", "", ""])));
    assert_eq!(conflict.mine, Some(record(&["2", "", ""])));
    // Both wrote the same: nothing is lost, so nothing is refused.
    assert_eq!(small.written(vec![seen("1.0", 0)]), []);
    small.written(vec![seen("2", 1)]);
}

#[test]
fn every_fault_is_told_with_its_row() {
    let rows = [(2, "41"), (3, "1"), (4, "x")].map(|(row, entry)| Write {
        row: Some(row),
        ..mark(&["V", "self", &format!("r{row}"), "A1"], entry)
    });
    let refusal = Small::new().refused(&file(Kind::Scores, rows.to_vec()));
    let Refusal::Rows(faults) = refusal else {
        panic!("no rows: {refusal:?}");
    };
    let rows: Vec<_> = faults.iter().map(|(row, _)| *row).collect();
    assert_eq!(rows, [Some(2), Some(4)]);
}
