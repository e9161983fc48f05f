//! What is asked of the office: marks, states of sheets, what stands beside.

use super::{Asked, LineDesk};
use crate::desk::Request;
use crate::desk::open::field;
use crate::number::Figure;
use crate::office::{Question, RoundSummary};
use crate::round::{Cell, MarkRecord};
use crate::scheme::ItemIndex;

impl LineDesk {
    /// The operations and questions that are to go to the office now.
    pub fn take_requests(&mut self) -> Vec<Request<Asked>> {
        self.ask_for_stale();
        self.ask_for_file();
        self.outbox.take_requests()
    }

    /// Figures follow once everything kept is answered: those of one organisation by themselves,
    /// those of several with the whole list.
    fn ask_for_stale(&mut self) {
        if !self.outbox.queue.is_empty() {
            return;
        }
        let round = self.round.clone();
        let mut stale = std::mem::take(&mut self.stale).into_iter();
        match (stale.next(), stale.next()) {
            (Some(organisation), None) => {
                let about = Asked::Row(organisation.clone());
                let question = Question::Organisation {
                    round,
                    organisation,
                };
                self.ask(about, question);
            }
            (Some(_), Some(_)) => self.ask(Asked::Rows, Question::List { round }),
            _ => {}
        }
    }

    /// Asks for what the line shows and is not there yet.
    pub(super) fn look_at_line(&mut self) {
        let marks = Asked::Marks(self.line);
        if !self.known.contains(&marks) {
            let question = self.marks_of(self.chair.party, self.line);
            self.ask(marks, question);
        }
        if !self.known.contains(&Asked::Sheets) {
            let round = self.round.clone();
            let party = self.party().id.clone();
            self.ask(Asked::Sheets, Question::PartySheets { round, party });
        }
        let Some(item) = self.line else { return };
        if let (Some(party), false) = (self.earlier(), self.known.contains(&Asked::Earlier(item))) {
            let question = self.marks_of(party, Some(item));
            self.ask(Asked::Earlier(item), question);
        }
        if !self.known.contains(&Asked::Rounds) {
            self.ask(Asked::Rounds, Question::Rounds);
        } else if let (Some(round), false) = (&self.last_round, self.last_year.contains_key(&item))
        {
            let question = Question::ItemMarks {
                round: round.clone(),
                party: self.party().id.clone(),
                item: self.scheme.item(item).id.clone(),
            };
            self.ask(Asked::LastYear(item), question);
        }
    }

    fn marks_of(&self, party: crate::scheme::PartyIndex, line: Option<ItemIndex>) -> Question {
        Question::ItemMarks {
            round: self.round.clone(),
            party: self.scheme.party(party).id.clone(),
            item: self.line_id(line),
        }
    }

    /// Finds the round of the year before by the same scheme.
    pub(super) fn take_rounds(&mut self, rounds: &[RoundSummary]) {
        let before = rounds
            .iter()
            .find(|round| round.year + 1 == self.year && round.scheme_id == self.scheme.id);
        self.last_round = before.map(|round| round.round.clone());
        self.look_at_line();
    }

    /// Last year's marks of the party on an item: the own rater's before a colleague's.
    pub(super) fn take_last_year(&mut self, item: ItemIndex, cells: &[Cell]) {
        let field = field(&self.scheme, Some(item));
        let mark = |cell: &Cell| -> Option<Figure> {
            let record = MarkRecord::read(cell.record.as_ref()?).ok()?;
            let mark = field.mark(&field.parse(&record.entry?).ok()?)?;
            Some(mark.round(field.decimals()))
        };
        let mut marks = std::collections::HashMap::new();
        for cell in cells {
            let (Some(organisation), Some(mark)) = (cell.key.first(), mark(cell)) else {
                continue;
            };
            if cell.key.get(2) == Some(&self.chair.rater) || !marks.contains_key(organisation) {
                marks.insert(organisation.clone(), mark);
            }
        }
        self.last_year.insert(item, marks);
    }

    /// Somebody has written: asks what.
    pub fn news(&mut self) {
        let question = Question::News {
            round: self.round.clone(),
            since: self.seq,
        };
        self.ask(Asked::News, question);
    }

    /// F5: reads everything again and tries again what could not be stored.
    pub fn read_again(&mut self) -> crate::desk::Answer {
        let retried = self.retry();
        self.known.clear();
        self.last_year.clear();
        self.files = super::trial::Files::default();
        self.asked_file = None;
        self.look_at_line();
        let round = self.round.clone();
        self.ask(Asked::Rows, Question::List { round });
        retried
    }
}
