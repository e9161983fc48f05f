//! A column copied out of a spreadsheet: looked at item by item, stored as one step.

use super::Desk;
use super::asking::Asking;
use super::counts::by_ids;
use super::field::Field;
use super::open::field;
use super::said::{Answer, Closed, Said};
use super::stroke::plain_text;
use crate::round::Command;
use crate::scoring::{Entry, EntryRefusal};

/// What was pasted, against the items from the cursor on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paste {
    pub rows: Vec<PastedRow>,
    /// Which line is looked at: a position among the faulty ones where there are any, else among
    /// all.
    pub at: usize,
}

/// One line of a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedRow {
    /// Position of the slot on the sheet; none beyond the last item.
    pub slot: Option<usize>,
    pub text: String,
    /// What it makes; none where the line is blank and the item stays as it is.
    pub entry: Result<Option<Entry>, EntryRefusal>,
    /// Why the field cannot be written, where it is of another sheet than the first.
    pub closed: Option<Closed>,
}

impl Paste {
    /// Reads a column, or a row, of a spreadsheet against the fields from a position on; none
    /// where nothing was pasted.
    pub(super) fn read<'scheme>(
        text: &str,
        from: usize,
        field: impl Fn(usize) -> Option<Field<'scheme>>,
    ) -> Option<Self> {
        let mut lines: Vec<&str> = text.lines().collect();
        // One row of a spreadsheet instead of a column.
        if let [line] = lines.as_slice()
            && line.contains('\t')
        {
            lines = line.split('\t').collect();
        }
        while lines.last().is_some_and(|line| line.trim().is_empty()) {
            lines.pop();
        }
        let row = |(at, line): (usize, &&str)| {
            let field = field(at);
            let deductions = field.as_ref().map_or(&[][..], Field::deductions);
            let text = by_ids(deductions, plain_text(line).trim());
            let entry = match &field {
                Some(field) if !text.is_empty() => field.parse(&text).map(Some),
                _ => Ok(None),
            };
            PastedRow {
                slot: field.map(|_| at),
                text,
                entry,
                closed: None,
            }
        };
        let rows: Vec<PastedRow> = (from..).zip(&lines).map(row).collect();
        (!rows.is_empty()).then_some(Self { rows, at: 0 })
    }

    /// How many marks it would store.
    #[must_use]
    pub fn marks(&self) -> usize {
        let there = |row: &&PastedRow| row.slot.is_some() && matches!(row.entry, Ok(Some(_)));
        self.rows.iter().filter(there).count()
    }

    /// Looks at a line so many further down, or up, and no farther than the ends.
    pub(super) fn step(&mut self, by: isize) {
        let count = match self.faults() {
            0 => self.rows.len(),
            faults => faults,
        };
        let at = self.at.saturating_add_signed(by);
        self.at = at.min(count.saturating_sub(1));
    }

    /// How many lines cannot be stored.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.rows.iter().filter(|row| row.is_faulty()).count()
    }
}

impl PastedRow {
    /// Whether it cannot be stored.
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        let beyond = self.slot.is_none() && !self.text.is_empty();
        self.entry.is_err() || self.closed.is_some() || beyond
    }
}

impl Desk {
    /// Takes a paste: into the text that is being asked for, else as a column of entries from
    /// the item under the cursor on. Never as keys.
    pub fn paste(&mut self, text: &str) -> Answer {
        if let Some(asking) = &self.over.asking {
            return if asking.takes_text() {
                self.asked_paste(text)
            } else {
                Answer::quiet()
            };
        }
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        if let Some(closed) = open.closed {
            return Answer::halt(Said::ReadOnly(closed));
        }
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        let of_slot = |at: usize| Some(field(&self.scheme, open.slots.get(at)?.item));
        let Some(paste) = Paste::read(text, open.at, of_slot) else {
            return Answer::halt(Said::NothingToPaste);
        };
        self.over.asking = Some(Asking::Paste(paste));
        Answer::opened()
    }

    /// Stores a paste without faults as one step that one undo takes back.
    pub(super) fn store_paste(&mut self) -> Answer {
        let Some(Asking::Paste(paste)) = &self.over.asking else {
            return Answer::quiet();
        };
        let faults = paste.faults();
        if faults > 0 {
            return Answer::halt(Said::PasteFaults(faults));
        }
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        let mut writes = Vec::new();
        let mut last = open.at;
        for row in &paste.rows {
            let (Some(at), Ok(Some(entry))) = (row.slot, &row.entry) else {
                continue;
            };
            let Some(slot) = open.slots.get(at) else {
                continue;
            };
            last = at;
            if slot.entry.as_ref() == Some(entry) {
                continue;
            }
            let record = slot.entered(&field(&self.scheme, slot.item), entry);
            writes.push(self.mark_write(open, slot.item, &record, slot.revision));
        }
        let marks = paste.marks();
        self.over.asking = None;
        if !writes.is_empty() {
            self.apply(Command::Write(writes), None);
        }
        let mut answer = self.go_on(last, false);
        if answer.said.is_none() {
            answer.said = Some(Said::Pasted(marks));
        }
        answer
    }
}
