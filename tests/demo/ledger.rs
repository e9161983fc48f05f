//! The ledger's demonstration: what is published of the real one, and events in every state.

use std::collections::{BTreeMap, BTreeSet};

use pingxing::demo;
use pingxing::office::{Board, BoardAsked, Door, Office, OfficeOptions, Question, Reply};
use pingxing::round::{EventRecord, EventState, What};
use pingxing::scheme::MemberKind;

fn board(asked: BoardAsked) -> Board {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::open(&folder.path().join("a.db"), OfficeOptions::default()).unwrap();
    let round = demo::round("lanshan", demo::SEED).unwrap();
    demo::load(&office, &round, "登记人").unwrap();
    let round = round.name.to_owned();
    match office.ask(Question::Board { round, asked }).unwrap() {
        Reply::Board(board) => *board,
        other => panic!("{other:?}"),
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
