//! The breakdown, out of the cells of a round.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::Breakdown;
use crate::desk::tests::support::{MIXED, TestOffice, scheme};
use crate::number::Figure;
use crate::office::{
    EarlierResult, Explained, Outcome, Question, Reply, ResultRow, VetoLevels, VetoOnRecord,
};
use crate::round::{MarkRecord, SheetState, VetoRecord, What, assemble};
use crate::scheme::LevelIndex;
use crate::scoring::{Plan, Recording, Standing, VetoState, own};
use crate::term::{KeyCode, KeyEvent, KeyModifiers};
use crate::text::breakdown::Section;
use crate::tui::message::{Effect, Message};
use crate::tui::{Model, Seat, Session, update, view};

const SIZE: Size = Size::new(80, 24);

fn office() -> TestOffice {
    let mut office = TestOffice::new(scheme(MIXED));
    for (party, rater, marks) in [
        ("self", "支部书记", ["20", "none", "x", "50", "20"]),
        (
            "superior",
            "考评二组",
            ["17.5", "a=2 b=1", "y", "47.5", "15"],
        ),
    ] {
        for (item, entry) in ["A1", "A2", "B1", "B2", "B3"].iter().zip(marks) {
            office.put_mark(&["0001", party, rater, item], entry);
        }
        office.put_sheet(&["0001", party, rater], SheetState::Submitted);
    }
    let record = MarkRecord {
        entry: Some("17.5".to_owned()),
        note: Some("会议记录不全".to_owned()),
        flagged: false,
    };
    office.put(
        What::Mark,
        &["0001", "superior", "考评二组", "A1"],
        record.write(),
    );
    office.put_mark(&["0001", "leader", "分管领导", "*"], "90");
    office.put_sheet(&["0001", "leader", "分管领导"], SheetState::Submitted);
    office.put_veto(&["0001", "V1"], VetoState::Decided);
    office
}

/// What the office explains: the same calculation, with its steps.
fn explain(office: &TestOffice) -> Reply {
    let plan = Plan::new(&office.scheme);
    let own_cells = office.cells.values();
    let cells = own_cells.filter(|cell| cell.key.first().is_some_and(|code| code == "0001"));
    let input = assemble(&plan, cells, 2026, None).unwrap();
    let mut recording = Recording::default();
    let figures = own(&plan, &input, &mut recording);
    let mut cells = office.cells.values();
    let written = cells.find(|cell| cell.what == What::Veto);
    let record = written.and_then(|cell| VetoRecord::read(cell.record.as_ref()?).ok());
    let levels = VetoLevels {
        without: Some(Outcome::Level(LevelIndex::at(0))),
        with: Some(Outcome::Level(LevelIndex::at(1))),
        hidden: false,
    };
    let vetoes = figures.vetoes.iter().map(|standing| VetoOnRecord {
        standing: standing.clone(),
        record: record.clone(),
        hand: None,
        levels: Some(levels),
    });
    let vetoes = vetoes.collect();
    Reply::Explained(Box::new(Explained {
        row: ResultRow {
            organisation: "0001".to_owned(),
            name: "宝马村".to_owned(),
            cohort: None,
            figures,
            standing: Standing::default(),
            hidden: false,
        },
        steps: recording.steps,
        vetoes,
    }))
}

/// Two years, the older of which is known by its level alone.
fn earlier(office: &TestOffice) -> Vec<EarlierResult> {
    let levels = &office.scheme.levels;
    let result = |year: i32, at: usize, composite: Option<&str>| EarlierResult {
        year,
        round: composite.map(|_| format!("{year}")),
        scheme: office.scheme.title.clone(),
        level: levels.get(at).map(|level| level.title.clone()),
        height: u16::try_from(levels.len() - 1 - at).unwrap(),
        levels: u16::try_from(levels.len()).unwrap(),
        told: composite.is_none(),
        composite: composite.and_then(Figure::read),
        marks: office.scheme.marks,
        rank: None,
    };
    vec![result(2025, 0, Some("95.50")), result(2024, 1, None)]
}

fn sit_down(office: &mut TestOffice) -> Model {
    let seat = Seat {
        party: "superior".to_owned(),
        rater: "考评二组".to_owned(),
    };
    let session = Session::in_memory(office.scheme.clone(), "审核人", seat, SIZE);
    let screen = Breakdown::new(&session, "0001".to_owned()).unwrap();
    let (mut model, mut waiting) = Model::new(session, Box::new(screen));
    while !waiting.is_empty() {
        let mut next = Vec::new();
        for effect in waiting {
            if let Effect::Ask {
                ticket, question, ..
            } = effect
            {
                let answer = match *question {
                    Question::Explain { .. } => Ok(explain(office)),
                    Question::Earlier { .. } => Ok(Reply::Earlier(earlier(office))),
                    other => office.ask(&other),
                };
                next.extend(update(&mut model, Message::Answer(ticket, answer)));
            }
        }
        waiting = next;
    }
    model
}

fn frame(model: &Model) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
    view(model, &mut buffer);
    let mut screen = crate::term::Screen::new(Vec::new());
    screen.draw(&buffer, None).unwrap();
    let sides = [SIZE.height, SIZE.width].map(|side| std::num::NonZeroU16::new(side).unwrap());
    let mut parser = vt100::Parser::new(sides[0], sides[1], 0);
    parser.process(screen.writer());
    parser
        .screen()
        .rows(0, SIZE.width)
        .map(|row| row.trim_end().to_owned() + "\n")
        .collect()
}

fn key(model: &mut Model, code: KeyCode) {
    let event = KeyEvent::new(code, KeyModifiers::NONE);
    assert!(update(model, Message::Key(event)).is_empty());
}

#[test]
fn every_part_is_told() {
    let mut office = office();
    let mut model = sit_down(&mut office);
    for section in Section::ALL {
        insta::assert_snapshot!(format!("{section:?}"), frame(&model));
        key(&mut model, KeyCode::Tab);
    }
}

#[test]
fn it_scrolls_no_farther_than_its_end_and_no_size_breaks_it() {
    let mut office = office();
    let mut model = sit_down(&mut office);
    key(&mut model, KeyCode::Tab);
    let first = frame(&model);
    for _ in 0..100 {
        key(&mut model, KeyCode::PageDown);
    }
    let last = frame(&model);
    assert_ne!(first, last);
    key(&mut model, KeyCode::Down);
    assert_eq!(frame(&model), last);
    for _ in 0..100 {
        key(&mut model, KeyCode::Up);
    }
    assert_eq!(frame(&model), first);
    for width in 0..130 {
        for height in [0, 1, 5, 24, 40] {
            update(&mut model, Message::Resize(Size::new(width, height)));
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            view(&model, &mut buffer);
        }
    }
}
