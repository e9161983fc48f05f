//! The ledger's demonstration: what is published of the real one, and events in every state.

use std::collections::{BTreeMap, BTreeSet};

use pingxing::demo;
use pingxing::office::{Board, BoardAsked, Door, Office, OfficeOptions, Question, Reply};
use pingxing::round::{EventRecord, EventState, What};
use pingxing::scheme::{MemberKind, parse};

fn board(asked: BoardAsked) -> Board {
    board_of(&demo::round("lanshan", demo::SEED).unwrap(), asked)
}

fn board_of(round: &demo::DemoRound, asked: BoardAsked) -> Board {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::open(&folder.path().join("a.db"), OfficeOptions::default()).unwrap();
    demo::load(&office, round, "登记人").unwrap();
    let round = round.name.to_owned();
    match office.ask(Question::Board { round, asked }).unwrap() {
        Reply::Board(board) => *board,
        other => panic!("{other:?}"),
    }
}

/// P6, pooled: each person's points are told, and add nothing alone.
#[test]
fn pooled_persons_are_told_and_add_together() {
    let by_person = board(BoardAsked::default());
    let mut round = demo::round("lanshan", demo::SEED).unwrap();
    let text = round
        .scheme_text
        .replace(r#"count = "person""#, r#"count = "pooled""#);
    round.scheme = parse(&text).unwrap().scheme;
    round.scheme_text = text.leak();
    let pooled = board_of(&round, BoardAsked::default());
    assert_eq!(by_person.persons.len(), pooled.persons.len());
    for (one, other) in by_person.persons.iter().zip(&pooled.persons) {
        assert_eq!((one.points, one.place), (other.points, other.place));
        assert!(one.adds.is_some() && other.adds.is_none());
    }
    let best = &pooled.organisations[0];
    assert_eq!(
        (best.points.to_string(), best.linked.to_string()),
        ("21.00".into(), "1.00".into())
    );
}

/// K3: with a new leader all others of the track lose in proportion, and nobody else moves.
#[test]
fn an_event_on_trial_moves_the_leader_and_everyone_else_in_proportion() {
    let now = board(BoardAsked::default());
    let leader = now.organisations[0].row.organisation.clone();
    let round = demo::round("lanshan", demo::SEED).unwrap();
    let of_leader = |cell: &&pingxing::round::Cell| {
        let record = cell.record.as_ref().filter(|_| cell.what == What::Event);
        let event = record.and_then(|record| EventRecord::read(record).ok());
        event.is_some_and(|event| {
            event.organisation == leader
                && event.state == EventState::Signed(2)
                && event.member.is_none()
        })
    };
    let event = round.cells.iter().find(of_leader).unwrap();
    let then = board(BoardAsked {
        trial: event.key.clone(),
        ..BoardAsked::default()
    });
    let highest = |board: &Board| board.organisations[0].points;
    assert!(highest(&then) > highest(&now));
    for (before, after) in now.organisations.iter().zip(&then.organisations).skip(1) {
        let composite = |one: &pingxing::office::BoardOrganisation| one.row.figures.composite;
        if before.row.figures.track.position() == 0 {
            assert!(composite(after) < composite(before), "{}", before.row.name);
        } else {
            assert_eq!(composite(after), composite(before), "{}", before.row.name);
        }
    }
}

fn published(board: &Board) {
    let mut by_track: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for one in &board.organisations {
        assert_ne!(
            one.points.to_string(),
            "0.00",
            "{} is on the board",
            one.row.name
        );
        let track = one.row.figures.track.position();
        by_track
            .entry(track)
            .or_default()
            .push(one.points.to_string());
    }
    assert_eq!((by_track[&0].len(), by_track[&1].len()), (45, 122));
    assert_eq!(by_track[&0][0], "21.00");
    assert!(by_track[&0][1] != "21.00" && !by_track[&1].contains(&"21.00".to_owned()));
    let kind = |kind| board.persons.iter().filter(move |one| one.kind == kind);
    assert_eq!(kind(MemberKind::Officer).count(), 10);
    assert_eq!(kind(MemberKind::Member).count(), 29);
    let best = kind(MemberKind::Officer).next().unwrap();
    assert_eq!((best.points.to_string().as_str(), best.place), ("12.00", 1));
    // The officer's twelve points bring the best organisation its last one (P6).
    assert_eq!(best.adds.unwrap().to_string(), "1.00");
    assert_eq!(best.organisation, board.organisations[0].row.organisation);
    assert_eq!(board.organisations[0].linked.to_string(), "1.00");
}

#[test]
fn january_to_may_is_as_published() {
    published(&board(BoardAsked::default()));
    let may = board(BoardAsked {
        from: Some("2026-01-01".into()),
        to: Some("2026-05-31".into()),
        trial: Vec::new(),
    });
    assert_eq!(may.undated, 0);
    published(&may);
}

#[test]
fn a_shorter_period_has_less() {
    let march = board(BoardAsked {
        to: Some("2026-03-31".into()),
        ..BoardAsked::default()
    });
    let events = |board: &Board| -> u32 { board.organisations.iter().map(|one| one.events).sum() };
    let all = board(BoardAsked::default());
    assert!(events(&march) > 0 && events(&march) < events(&all));
}

#[test]
fn events_are_in_every_state_with_numbers_and_documents() {
    let round = demo::round("lanshan", demo::SEED).unwrap();
    let events: Vec<EventRecord> = round
        .cells
        .iter()
        .filter(|cell| cell.what == What::Event)
        .map(|cell| EventRecord::read(cell.record.as_ref().unwrap()).unwrap())
        .collect();
    let states: BTreeSet<EventState> = events.iter().map(|event| event.state).collect();
    let all = [
        EventState::Declared,
        EventState::Confirmed,
        EventState::Signed(1),
        EventState::Signed(2),
        EventState::Counted,
        EventState::SentBack,
    ];
    assert_eq!(states, BTreeSet::from(all));
    let mut documents = BTreeSet::new();
    for event in &events {
        assert_eq!(event.state == EventState::SentBack, event.reason.is_some());
        if let Some(document) = &event.document {
            assert!(documents.insert(document), "{document} twice");
        }
        let counts = event.state == EventState::Counted;
        assert!(!counts || event.document.is_some(), "{event:?}");
    }
}
