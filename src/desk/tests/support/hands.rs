//! People at a desk: they sit down, press keys, and somebody else writes in between.

use super::TestOffice;
use crate::desk::{Answer, Chair, Desk, Landing, LineDesk, Request, Stroke};
use crate::round::{Command, Operation, Via};

/// One line of a chair's sheets across all organisations, with its marks read.
pub fn across(office: &mut TestOffice, party: &str, rater: &str, item: Option<&str>) -> LineDesk {
    let chair = Chair {
        actor: rater.to_owned(),
        party: office.scheme.find_party(party).unwrap(),
        rater: rater.to_owned(),
        shared_out: false,
    };
    let line = item.map(|item| office.scheme.find_item(item).unwrap());
    let (mut number, who) = (0, rater.to_owned());
    let mint = Box::new(move || {
        number += 1;
        format!("{who} across {number}")
    });
    let mut across = LineDesk::new(office.round(), office.rows(), chair, line, mint);
    office.answer_across(&mut across);
    across
}

impl TestOffice {
    /// Answers all that a line asks, until it asks nothing more.
    pub fn answer_across(&mut self, across: &mut LineDesk) -> Answer {
        let mut last = Answer::quiet();
        loop {
            let requests = across.take_requests();
            if requests.is_empty() {
                return last;
            }
            for request in requests {
                let answer = match request {
                    Request::Apply(operation) => {
                        let result = self.apply(&operation);
                        across.applied(&operation.id, result)
                    }
                    Request::Ask { about, question } => across.replied(&about, self.ask(&question)),
                };
                if answer.said.is_some() {
                    last = answer;
                }
            }
        }
    }
}

/// A desk of 考评二组 in a party, with the first organisation open.
pub fn sit_down(office: &mut TestOffice, party: &str) -> Desk {
    let rater = "考评二组";
    let chair = Chair {
        actor: rater.to_owned(),
        party: office.scheme.find_party(party).unwrap(),
        rater: rater.to_owned(),
        shared_out: false,
    };
    let (mut number, who) = (0, rater.to_owned());
    let mint = Box::new(move || {
        number += 1;
        format!("{who} {number}")
    });
    let rows = office.rows();
    let mut desk = Desk::new(office.round(), rows, chair, mint);
    desk.open_organisation("0001", Landing::FirstOpen);
    office.answer(&mut desk);
    desk
}

/// Presses keys: digits and letters stand for themselves, the others by name. Returns the last
/// answer that said something, and how many keys it took.
pub fn press(desk: &mut Desk, keys: &str) -> (Answer, usize) {
    let mut last = Answer::quiet();
    let mut count = 0;
    for key in keys.split_whitespace() {
        let named = match key {
            "Enter" => Some(Stroke::Enter),
            "Esc" => Some(Stroke::Escape),
            "Tab" => Some(Stroke::Tab),
            "Backspace" => Some(Stroke::Backspace),
            "Del" => Some(Stroke::Delete),
            "Space" => Some(Stroke::Space),
            "Up" => Some(Stroke::Up),
            "Down" => Some(Stroke::Down),
            _ => None,
        };
        let answers: Vec<Answer> = match named {
            Some(stroke) => vec![desk.press(stroke)],
            None => key.chars().map(|letter| desk.letter(letter)).collect(),
        };
        count += answers.len();
        last = answers.into_iter().next_back().unwrap_or_default();
    }
    (last, count)
}

/// The same, with every operation answered.
pub fn type_in(office: &mut TestOffice, desk: &mut Desk, keys: &str) -> (Answer, usize) {
    let (said, count) = press(desk, keys);
    let answered = office.answer(desk);
    let answer = if answered.said.is_some() {
        answered
    } else {
        said
    };
    (answer, count)
}

pub fn write_as(office: &mut TestOffice, rater: &str, command: Command) {
    let operation = Operation {
        id: format!("other {}", office.lines.len()),
        actor: rater.to_owned(),
        via: Via::Screen,
        round: "2026".to_owned(),
        reason: None,
        command,
    };
    office.apply(&operation).unwrap();
}
