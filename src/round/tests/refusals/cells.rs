//! Marks, ballots, vetoes, adjustments, events, places, ties and levels.

use super::*;

#[test]
fn marks() {
    let points = "40".parse().unwrap();
    let marks = "100".parse().unwrap();
    let step = "0.5".parse().unwrap();
    refuses(vec![
        (
            mark(&["X", "self", "r", "A1"], "1"),
            unknown(Part::Organisation, "X"),
        ),
        (
            mark(&["D", "self", "r", "A1"], "1"),
            Refusal::NotRated {
                organisation: "D".into(),
            },
        ),
        (mark(&["V", "x", "r", "A1"], "1"), unknown(Part::Party, "x")),
        (
            mark(&["V", "self", "r", "X"], "1"),
            unknown(Part::Item, "X"),
        ),
        (
            mark(&["V", "peers", "r", "A1"], "1"),
            unknown(Part::Item, "A1"),
        ),
        (
            mark(&["V", "self", "r", "A3"], "1"),
            Refusal::ItemNotOnSheet {
                organisation: "V".into(),
                party: "self".into(),
                item: "A3".into(),
            },
        ),
        (
            mark(&["V", "masses", "r", "A1"], "1"),
            Refusal::WrongMethod {
                party: "masses".into(),
            },
        ),
        (
            mark(&["G", "masses", "r", "A1"], "1"),
            Refusal::PartyNotOnTrack {
                organisation: "G".into(),
                party: "masses".into(),
            },
        ),
        (
            mark(&["V", "self", "r", "A1"], "41"),
            entry("A1", "41", EntryRefusal::OutOfRange { points }),
        ),
        (
            mark(&["V", "self", "r", "A1"], "1.3"),
            entry("A1", "1.3", EntryRefusal::NotAMultiple { step }),
        ),
        (
            mark(&["V", "self", "r", "A2"], "NA"),
            entry("A2", "NA", EntryRefusal::NotOptional),
        ),
        (
            mark(&["V", "superior", "r", "A3"], "9"),
            entry("A3", "9", EntryRefusal::UnknownOption { name: "9".into() }),
        ),
        (
            mark(&["V", "peers", "r", "*"], "100.5"),
            entry("*", "100.5", EntryRefusal::OutOfRange { points: marks }),
        ),
        (mark(&["V", "self", "*", "A1"], "1"), field("rater", "*")),
        (mark(&["V", "self", "", "A1"], "1"), field("rater", "")),
        (
            write(What::Mark, &["V", "self", "r", "A1"], &["1", "a\u{202e}b"]),
            field("note", "a\u{202e}b"),
        ),
        (
            write(What::Mark, &["V", "self", "r", "A1"], &["1", "", "no"]),
            field("flagged", "no"),
        ),
        (mark(&["V", "self", "r"], "1"), field("mark", "V self r")),
    ]);
}

#[test]
fn a_note_beyond_its_length_is_refused() {
    let note = "字".repeat(Limits::default().note + 1);
    let refusal = field("note", &note);
    let long = write(What::Mark, &["V", "self", "r", "A1"], &["1", &note]);
    refuses(vec![(long, refusal)]);
}

#[test]
fn p2_nobody_rates_the_organisation_they_belong_to() {
    let refusal = |rater: &str| Refusal::OwnOrganisation {
        organisation: "V".into(),
        rater: rater.into(),
    };
    refuses(vec![
        (mark(&["V", "peers", "V", "*"], "90"), refusal("V")),
        (
            mark(&["V", "peers", "Village", "*"], "90"),
            refusal("Village"),
        ),
        (
            write(What::Assignment, &["V", "peers", "V"], &["due"]),
            refusal("V"),
        ),
    ]);
    let mut small = Small::new();
    // Others are rated, and one's own sheet of a self-rating is no such thing.
    small.written(vec![
        mark(&["W", "peers", "V", "*"], "90"),
        mark(&["V", "self", "Village", "A1"], "40"),
        write(What::Assignment, &["V", "peers", "V"], &["recused"]),
    ]);
}

#[test]
fn raters_that_are_recused_or_not_on_the_list() {
    let mut small = Small::new();
    small.written(vec![
        write(What::Assignment, &["V", "superior", "one"], &["due"]),
        write(
            What::Assignment,
            &["W", "superior", "one"],
            &["recused", "kin"],
        ),
        write(What::Assignment, &["W", "self", "two"], &["recused"]),
    ]);
    assert_eq!(
        small.refused_write(mark(&["V", "superior", "two", "A1"], "1")),
        Refusal::UnknownRater {
            party: "superior".into(),
            rater: "two".into()
        }
    );
    assert_eq!(
        small.refused_write(mark(&["W", "superior", "one", "A1"], "1")),
        Refusal::Recused {
            organisation: "W".into(),
            party: "superior".into(),
            rater: "one".into()
        }
    );
    // On the list, but not for this organisation: neither by hand nor by a file.
    small.written(vec![write(
        What::Assignment,
        &["W", "superior", "three"],
        &["due"],
    )]);
    let not_due = Refusal::NotDue {
        organisation: "V".into(),
        party: "superior".into(),
        rater: "three".into(),
    };
    let row = || mark(&["V", "superior", "three", "A1"], "1");
    assert_eq!(small.refused_write(row()), not_due);
    assert_eq!(
        small.refused(&file(Kind::Scores, vec![row()])),
        Refusal::Rows(vec![(None, not_due.clone())])
    );
    assert_eq!(
        small.refused(&Command::Submit {
            organisation: "V".into(),
            party: "superior".into(),
            rater: "three".into(),
            seen: 0,
        }),
        not_due
    );
    // By hand nobody goes on with a sheet that the list came to leave out.
    let mut begun = Small::new();
    begun.written(vec![row()]);
    begun.written(vec![
        write(What::Assignment, &["V", "superior", "one"], &["due"]),
        write(What::Assignment, &["W", "superior", "three"], &["due"]),
    ]);
    assert_eq!(
        begun.refused_write(mark(&["V", "superior", "three", "A1"], "2")),
        not_due
    );
    // What stood before the list came may be written again.
    let mut before = Small::new();
    before.written(vec![mark(&["V", "superior", "two", "A1"], "1")]);
    before.written(vec![write(
        What::Assignment,
        &["V", "superior", "one"],
        &["due"],
    )]);
    before.done(&file(
        Kind::Scores,
        vec![mark(&["V", "superior", "two", "A1"], "1")],
    ));
    // Nobody is due in this party, so it has no list; a file may bring recused sheets (P7).
    small.written(vec![mark(&["V", "self", "three", "A1"], "1")]);
    small.done(&file(
        Kind::Scores,
        vec![mark(&["W", "superior", "one", "A1"], "1")],
    ));
}

#[test]
fn ballots() {
    let ballot = |key: &[&str], count: &str| write(What::Ballot, key, &[count]);
    refuses(vec![
        (
            ballot(&["V", "self", "Q1", "yes"], "1"),
            Refusal::WrongMethod {
                party: "self".into(),
            },
        ),
        (
            ballot(&["G", "masses", "Q1", "yes"], "1"),
            Refusal::PartyNotOnTrack {
                organisation: "G".into(),
                party: "masses".into(),
            },
        ),
        (
            ballot(&["V", "masses", "Q2", "yes"], "1"),
            unknown(Part::Question, "Q2"),
        ),
        (
            ballot(&["V", "masses", "Q1", "maybe"], "1"),
            unknown(Part::Option, "maybe"),
        ),
        (
            ballot(&["V", "masses", "Q1", "yes"], "-1"),
            field("count", "-1"),
        ),
        (
            ballot(&["V", "masses", "Q1", "yes"], "1.5"),
            field("count", "1.5"),
        ),
        (ballot(&["V", "masses", "Q1", "yes"], ""), missing("count")),
    ]);
    let counted = ["yes", "no", "abstain", "spoilt", "issued"];
    let writes = counted.map(|option| ballot(&["V", "masses", "Q1", option], "3"));
    assert_eq!(Small::new().written(writes.to_vec()).len(), 5);
}

#[test]
fn vetoes_and_adjustments() {
    let veto = |key: &[&str], fields: &[&str]| write(What::Veto, key, fields);
    let adjustment = |key: &[&str], count: &str| write(What::Adjustment, key, &[count]);
    refuses(vec![
        (veto(&["V", "X"], &["proposed"]), unknown(Part::Veto, "X")),
        (veto(&["V", "V1"], &["perhaps"]), field("state", "perhaps")),
        (veto(&["V", "V1"], &["decided"]), missing("document")),
        (
            veto(&["V", "V1"], &["decided", "No 1", "2026-02-30"]),
            field("date", "2026-02-30"),
        ),
        (
            veto(&["V", "V1"], &["decided", "No 1", "2026-2-3"]),
            field("date", "2026-2-3"),
        ),
        (
            veto(&["D", "V1"], &["proposed"]),
            Refusal::NotRated {
                organisation: "D".into(),
            },
        ),
        (
            adjustment(&["V", "X", "No 1"], "1"),
            unknown(Part::Adjustment, "X"),
        ),
        (adjustment(&["V", "J1", "No 1"], "-2"), field("count", "-2")),
        (adjustment(&["V", "J1", " "], "1"), field("document", " ")),
        (
            adjustment(&["V", "J1", "*"], "9999999999999"),
            field("count", "9999999999999"),
        ),
    ]);
    let mut small = Small::new();
    small.written(vec![
        veto(&["V", "V1"], &["lifted"]),
        adjustment(&["V", "J1", "*"], ""),
    ]);
    let pending = small.record(What::Adjustment, &["V", "J1", "*"]);
    assert_eq!(pending, Some(record(&["1", ""])));
}

#[test]
fn events() {
    let event = |fields: &[&str]| write(What::Event, &["e1"], fields);
    refuses(vec![
        (
            event(&["X", "", "", "L1", "", "1", "", "", "declared"]),
            unknown(Part::Organisation, "X"),
        ),
        (
            event(&["V", "", "", "A1", "", "1", "", "", "declared"]),
            unknown(Part::Item, "A1"),
        ),
        (
            event(&["V", "someone", "", "L1", "", "1", "", "", "declared"]),
            missing("kind"),
        ),
        (
            event(&["V", "", "member", "L1", "", "1", "", "", "declared"]),
            field("kind", "member"),
        ),
        (
            event(&["V", "", "", "L1", "", "1", "2", "", "declared"]),
            field("points", "2"),
        ),
        (
            event(&["V", "", "", "L2", "", "1", "", "", "declared"]),
            missing("points"),
        ),
        (
            event(&["V", "", "", "L2", "", "1", "5.5", "", "declared"]),
            field("points", "5.5"),
        ),
        (
            event(&["V", "", "", "L2", "", "1", "1.2", "", "declared"]),
            field("points", "1.2"),
        ),
        (
            event(&["V", "", "", "L1", "", "1", "", "", "signed 3"]),
            field("state", "signed 3"),
        ),
        (
            event(&["V", "", "", "L1", "yesterday", "1", "", "", "declared"]),
            field("date", "yesterday"),
        ),
        (event(&["V", "", "", "L1", "", "1"]), missing("state")),
    ]);
}

#[test]
fn places_ties_and_levels() {
    refuses(vec![
        (
            write(What::Places, &["V", "*", "five"], &["2"]),
            unknown(Part::Cohort, "V"),
        ),
        (
            write(What::Places, &["D", "x", "five"], &["2"]),
            unknown(Part::Track, "x"),
        ),
        (
            write(What::Places, &["-", "*", "x"], &["2"]),
            unknown(Part::Level, "x"),
        ),
        (
            write(What::Places, &["*", "*", "five"], &["-2"]),
            field("places", "-2"),
        ),
        (write(What::Tie, &["V"], &["0", "why"]), field("order", "0")),
        (write(What::Tie, &["V"], &["1"]), Refusal::ReasonNeeded),
        (
            write(What::Level, &["X", "2025"], &["five"]),
            unknown(Part::Organisation, "X"),
        ),
        (
            write(What::Level, &["V", "25"], &["five"]),
            field("year", "25"),
        ),
        (
            write(What::Level, &["V", "2025"], &["x"]),
            unknown(Part::Level, "x"),
        ),
    ]);
    let mut small = Small::new();
    small.reason = Some("drawn by lot".into());
    small.written(vec![
        write(What::Places, &["D", "village", "five"], &["2"]),
        write(What::Tie, &["V"], &["1"]),
    ]);
    let tie = small.record(What::Tie, &["V"]);
    assert_eq!(tie, Some(record(&["1", "drawn by lot"])));
}
