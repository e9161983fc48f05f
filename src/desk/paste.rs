//! A column copied out of a spreadsheet: looked at item by item, stored as one step.

use super::Desk;
use super::asking::Asking;
use super::open::field;
use super::said::{Answer, Said};
use super::stroke::plain_text;
use crate::round::{Command, MarkRecord};
use crate::scoring::{Entry, EntryRefusal};

/// What was pasted, against the items from the cursor on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paste {
    pub rows: Vec<PastedRow>,
}

/// One line of a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedRow {
    /// Position of the slot on the sheet; none beyond the last item.
    pub slot: Option<usize>,
    pub text: String,
    /// What it makes; none where the line is blank and the item stays as it is.
    pub entry: Result<Option<Entry>, EntryRefusal>,
}

impl Paste {
    /// How many marks it would store.
    #[must_use]
    pub fn marks(&self) -> usize {
        let there = |row: &&PastedRow| row.slot.is_some() && matches!(row.entry, Ok(Some(_)));
        self.rows.iter().filter(there).count()
    }

    /// How many lines cannot be stored.
    #[must_use]
    pub fn faults(&self) -> usize {
        let faulty =
            |row: &&PastedRow| row.entry.is_err() || (row.slot.is_none() && !row.text.is_empty());
        self.rows.iter().filter(faulty).count()
    }
}

impl Desk {
    /// Takes a paste: into the text that is being asked for, else as a column of entries from
    /// the item under the cursor on. Never as keys.
    pub fn paste(&mut self, text: &str) -> Answer {
        if let Some(asking) = &self.asking {
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
        if lines.is_empty() {
            return Answer::halt(Said::NothingToPaste);
        }
        let row = |(step, line): (usize, &&str)| {
            let at = open.at + step;
            let text = plain_text(line).trim().to_owned();
            let slot = open.slots.get(at);
            let entry = match slot {
                Some(slot) if !text.is_empty() => {
                    field(&self.scheme, slot.item).parse(&text).map(Some)
                }
                _ => Ok(None),
            };
            PastedRow {
                slot: slot.map(|_| at),
                text,
                entry,
            }
        };
        let rows = lines.iter().enumerate().map(row).collect();
        self.asking = Some(Asking::Paste(Paste { rows }));
        Answer::opened()
    }

    /// Stores a paste without faults as one step that one undo takes back.
    pub(super) fn store_paste(&mut self) -> Answer {
        let Some(Asking::Paste(paste)) = &self.asking else {
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
            let field = field(&self.scheme, slot.item);
            let record = MarkRecord {
                entry: Some(field.canonical(entry)),
                ..slot.record(&field)
            };
            writes.push(self.mark_write(open, slot.item, &record, slot.revision));
        }
        let marks = paste.marks();
        self.asking = None;
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
