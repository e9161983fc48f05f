//! What a screen of records reads: the cells of one kind, and the names of the organisations.

use super::Names;
use crate::office::{Question, Reply};
use crate::round::{Cell, Record, What, Write};
use crate::tui::message::{Lane, Replied, Ticket};
use crate::tui::screen::Context;

/// Cells of one kind with names.
#[derive(Debug)]
pub struct Records {
    what: What,
    /// The lanes of its two questions.
    lanes: [Lane; 2],
    pub names: Names,
    /// None: not yet read.
    cells: Option<Vec<Cell>>,
    reading: Option<Ticket>,
    /// Answers that are still to come of the last reading.
    waiting: u8,
}

/// What an answer was to a screen of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It was not its own.
    Elsewhere,
    /// The other half is still to come.
    Half,
    /// Everything is there.
    Whole,
}

impl Records {
    /// Those of one kind; the lanes are those of the names and of the cells.
    #[must_use]
    pub fn new(what: What, lanes: [Lane; 2]) -> Self {
        Self {
            what,
            lanes,
            names: Names::default(),
            cells: None,
            reading: None,
            waiting: 0,
        }
    }

    /// Asks the office for both.
    pub fn read(&mut self, context: &mut Context<'_>) {
        let [names, cells] = self.lanes;
        self.waiting = 2;
        self.names.read(names, context);
        if let Some(round) = context.session.round_name() {
            let what = vec![self.what];
            self.reading = Some(context.ask(cells, Question::Cells { round, what }));
        }
    }

    /// Takes an answer.
    pub fn answered(&mut self, ticket: Ticket, answer: &Replied) -> Taken {
        match answer {
            Ok(Reply::Cells(cells)) if self.reading == Some(ticket) => {
                self.cells = Some(cells.clone());
            }
            _ if self.names.answered(ticket, answer).is_some() => {}
            _ => return Taken::Elsewhere,
        }
        self.waiting = self.waiting.saturating_sub(1);
        if self.waiting == 0 && self.are_read() {
            Taken::Whole
        } else {
            Taken::Half
        }
    }

    /// Whether everything has been read.
    #[must_use]
    pub const fn are_read(&self) -> bool {
        self.cells.is_some() && self.names.are_read()
    }

    /// Whether answers of the last reading are still to come.
    #[must_use]
    pub const fn are_under_way(&self) -> bool {
        self.waiting > 0
    }

    /// The cells; none before they are read.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        self.cells.as_deref().unwrap_or_default()
    }

    /// A cell by its key, also one that is no longer there.
    #[must_use]
    pub fn cell(&self, key: &[String]) -> Option<&Cell> {
        self.cells().iter().find(|cell| cell.key == key)
    }

    /// Whether a record stands in a cell.
    #[must_use]
    pub fn is_there(&self, key: &[String]) -> bool {
        self.cell(key).is_some_and(|cell| cell.record.is_some())
    }

    /// Writes a cell as it was read; no record takes it out.
    #[must_use]
    pub fn write(&self, key: &[String], record: Option<Record>) -> Write {
        Write {
            what: self.what,
            key: key.to_vec(),
            record,
            seen: Some(self.cell(key).map_or(0, |cell| cell.revision)),
            row: None,
        }
    }
}
