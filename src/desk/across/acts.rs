//! Acts on a cell that are no typing, and what is open over the line.

use super::{CrossCell, LineDesk, Submitting};
use crate::desk::over::Decided;
use crate::desk::said::{Answer, Closed, Said};
use crate::desk::{Act, Asking, Draft, Edit, Paste, Stroke, Typed};
use crate::round::{Command, Conflict, MarkRecord, What, Write};
use crate::scoring::Entry;

/// How many recent reasons can be picked by digit.
const REASONS: usize = 9;

impl LineDesk {
    /// Whether something has been typed that is not kept.
    #[must_use]
    pub fn is_drafting(&self) -> bool {
        self.draft.as_ref().is_some_and(Draft::touched)
    }

    /// Drops the draft without a word.
    pub fn give_up_draft(&mut self) {
        self.draft = None;
    }

    /// Why an act cannot be done now; none where it can. What concerns a whole sheet, withdrawing
    /// apart, is done there.
    #[must_use]
    pub fn why_not(&self, act: Act) -> Option<Said> {
        let cell = self.cell()?;
        let read_only = cell.closed.map(Said::ReadOnly);
        match act {
            Act::NotApplicable => read_only.or_else(|| {
                let optional = self
                    .line
                    .is_some_and(|item| self.scheme.item(item).optional);
                (!optional).then_some(Said::NotOptional)
            }),
            Act::Clear => read_only.or_else(|| {
                let there = cell.slot.entry.is_some() || self.draft.is_some();
                (!there).then_some(Said::NothingToClear)
            }),
            Act::Withdraw => {
                let submitted = cell.closed == Some(Closed::Submitted);
                (!submitted).then_some(Said::NotSubmitted)
            }
            _ => read_only,
        }
    }

    /// Does an act, or says why it cannot be done now.
    pub fn run(&mut self, act: Act) -> Answer {
        if let Some(why) = self.why_not(act) {
            return Answer::halt(why);
        }
        match act {
            Act::NotApplicable => self.put(&Entry::NotApplicable),
            Act::Note => self.open_note(),
            Act::Flag => self.flag(),
            Act::Clear => self.clear(),
            Act::Withdraw => {
                self.over.asking = Some(Asking::Withdraw {
                    text: Typed::default(),
                });
                Answer::quiet()
            }
            _ => Answer::quiet(),
        }
    }

    /// Keeps an entry that was not typed, and stays on the cell.
    fn put(&mut self, entry: &Entry) -> Answer {
        self.draft = None;
        if let Some(slot) = self.cell().map(|cell| &cell.slot) {
            let record = slot.entered(&self.field(), entry);
            let seen = slot.revision;
            self.write_mark(&record, seen);
        }
        Answer::quiet()
    }

    fn open_note(&mut self) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        let note = self.cell().and_then(|cell| cell.slot.note.clone());
        self.over.asking = Some(Asking::Note {
            text: Typed::new(note.unwrap_or_default()),
        });
        Answer::quiet()
    }

    /// Writes the note of the cell under the cursor; an empty one takes it away.
    fn write_note(&mut self, note: &str) {
        let Some(slot) = self.cell().map(|cell| &cell.slot) else {
            return;
        };
        let (record, seen) = (slot.noted(&self.field(), note), slot.revision);
        if !note.is_empty() {
            self.notes.push((self.line, note.to_owned()));
        }
        self.write_mark(&record, seen);
    }

    /// Reasons given for the item lately, newest first, each once: those of this sitting, then
    /// those that stand on other organisations' sheets.
    pub(super) fn recent_notes(&self) -> Vec<String> {
        let sitting = self
            .notes
            .iter()
            .rev()
            .filter(|(line, _)| *line == self.line);
        let sitting = sitting.map(|(_, note)| note);
        let others = self.cells.iter().filter_map(|cell| cell.slot.note.as_ref());
        let mut notes: Vec<String> = Vec::new();
        for note in sitting.chain(others) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
            if notes.len() == REASONS {
                break;
            }
        }
        notes
    }

    pub(super) fn asked_letter(&mut self, letter: char) -> Answer {
        if let Some((at, had, reason)) = self.over.picked(letter) {
            return self.give_reason(at, had, &reason);
        }
        self.over.edit(Edit::Insert(letter));
        Answer::quiet()
    }

    pub(super) fn asked_stroke(&mut self, stroke: Stroke) -> Answer {
        if let (Some(letter), true) = (stroke.letter(), self.over.takes_text()) {
            return self.asked_letter(letter);
        }
        if stroke == Stroke::Backspace && self.edit_text(Edit::Backspace) {
            return Answer::quiet();
        }
        if stroke.step().is_some_and(|by| self.over.step_paste(by)) {
            return Answer::quiet();
        }
        match (&self.over.asking, stroke) {
            (Some(Asking::Conflict(_)), _) => self.press_conflict(stroke),
            (Some(Asking::Reason { at, had, .. }), Stroke::Escape) => {
                let (at, had) = (*at, *had);
                self.over.asking = None;
                self.go_on(at, had)
            }
            (_, Stroke::Escape) => {
                self.over.asking = None;
                Answer::quiet()
            }
            (Some(Asking::Paste(_)), Stroke::Enter) => self.store_paste(),
            (Some(_), Stroke::Enter) => self.accept_text(),
            _ => Answer::quiet(),
        }
    }

    fn accept_text(&mut self) -> Answer {
        let asking = self.over.asking.take();
        let text = asking.as_ref().and_then(Asking::text);
        let text = text.unwrap_or_default().trim().to_owned();
        match asking {
            Some(Asking::Reason { at, had, .. }) if text.is_empty() => self.go_on(at, had),
            Some(Asking::Reason { at, had, .. }) => self.give_reason(at, had, &text),
            Some(Asking::Note { .. }) => {
                self.write_note(&text);
                Answer::quiet()
            }
            Some(asking @ Asking::Withdraw { .. }) if text.is_empty() => {
                self.over.asking = Some(asking);
                Answer::say(Said::ReasonNeeded)
            }
            Some(Asking::Withdraw { .. }) => self.withdraw(text),
            _ => Answer::quiet(),
        }
    }

    fn give_reason(&mut self, at: usize, had: bool, reason: &str) -> Answer {
        self.over.asking = None;
        self.write_note(reason);
        self.go_on(at, had)
    }

    /// Takes the submitted sheet under the cursor back.
    fn withdraw(&mut self, reason: String) -> Answer {
        if let Some(organisation) = self.organisation().map(str::to_owned) {
            let command = Command::Withdraw {
                organisation,
                party: self.party().id.clone(),
                rater: self.chair.rater.clone(),
            };
            self.apply(command, Some(reason));
        }
        Answer::quiet()
    }

    /// Positions of the cells whose sheet, being this one mark, could be submitted.
    #[must_use]
    pub fn to_submit(&self) -> Vec<usize> {
        self.positions(|cell| cell.closed.is_none() && cell.slot.is_there())
    }

    /// Positions of the cells that lack a mark and are asked for one.
    #[must_use]
    pub fn lacking(&self) -> Vec<usize> {
        let all = self.positions(|cell| cell.closed.is_none() && !cell.slot.is_there());
        if all.is_empty() {
            return all;
        }
        let shared_out = self.is_shared_out();
        let due = |at: &usize| {
            self.row_at(*at)
                .is_some_and(|row| self.is_asked(row, &self.chair.rater, shared_out))
        };
        all.into_iter().filter(due).collect()
    }

    fn positions(&self, keep: impl Fn(&CrossCell) -> bool) -> Vec<usize> {
        let cells = self.cells.iter().enumerate();
        let kept = cells.filter(|(_, cell)| keep(cell));
        kept.map(|(at, _)| at).collect()
    }

    /// The organisation at a position.
    #[must_use]
    pub fn row_at(&self, at: usize) -> Option<&crate::office::ListRow> {
        self.row(self.cells.get(at)?)
    }

    /// Submits every sheet of the line that has its mark: for overall marks, whose sheets are one
    /// mark each.
    pub fn submit(&mut self) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        if !self.outbox.queue.is_empty() {
            return Answer::halt(Said::StillSaving);
        }
        let sheets = self.to_submit();
        self.submitting = Submitting {
            waiting: sheets.len(),
            ..Submitting::default()
        };
        for at in sheets {
            let Some(organisation) = self.row_at(at).map(|row| row.organisation.clone()) else {
                continue;
            };
            let key = self.sheet_key(&organisation, &self.chair.rater);
            let cell = self.stored.get(&(What::Sheet, key));
            let command = Command::Submit {
                organisation,
                party: self.party().id.clone(),
                rater: self.chair.rater.clone(),
                seen: cell.map_or(0, |cell| cell.revision),
            };
            self.apply(command, None);
        }
        Answer::quiet()
    }

    /// Takes a paste: into the text that is being asked for, else as a column of entries from
    /// the cell under the cursor down. Never as keys.
    pub fn paste(&mut self, text: &str) -> Answer {
        if let Some(asking) = &mut self.over.asking {
            if asking.takes_text() {
                asking.push_line(text);
            }
            return Answer::quiet();
        }
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        if let Some(closed) = self.cell().and_then(|cell| cell.closed) {
            return Answer::halt(Said::ReadOnly(closed));
        }
        let of_cell = |at: usize| self.cells.get(at).map(|_| self.field());
        let Some(mut paste) = Paste::read(text, self.at, of_cell) else {
            return Answer::halt(Said::NothingToPaste);
        };
        for row in &mut paste.rows {
            let cell = row.slot.and_then(|at| self.cells.get(at));
            row.closed = cell
                .and_then(|cell| cell.closed)
                .filter(|_| !row.text.is_empty());
        }
        self.over.asking = Some(Asking::Paste(paste));
        Answer::opened()
    }

    /// Stores a paste without faults as one step that one undo takes back.
    fn store_paste(&mut self) -> Answer {
        let Some(Asking::Paste(paste)) = &self.over.asking else {
            return Answer::quiet();
        };
        let faults = paste.faults();
        if faults > 0 {
            return Answer::halt(Said::PasteFaults(faults));
        }
        let (marks, field, mut last) = (paste.marks(), self.field(), self.at);
        let mut writes: Vec<Write> = Vec::new();
        for row in &paste.rows {
            let (Some(at), Ok(Some(entry))) = (row.slot, &row.entry) else {
                continue;
            };
            let Some(cell) = self.cells.get(at) else {
                continue;
            };
            last = at;
            if cell.slot.entry.as_ref() != Some(entry) {
                let record: MarkRecord = cell.slot.entered(&field, entry);
                writes.extend(self.write_of(cell, &record, cell.slot.revision));
            }
        }
        self.over.asking = None;
        if !writes.is_empty() {
            self.apply(Command::Write(writes), None);
        }
        self.at = last;
        let answer = self.go_on(last, false);
        Answer {
            said: Some(Said::Pasted(marks)),
            ..answer
        }
    }

    /// 1 keeps theirs, 2 puts mine, 3 goes to the cell with mine in the field.
    fn press_conflict(&mut self, stroke: Stroke) -> Answer {
        match self.over.decide_conflict(stroke) {
            None => return Answer::quiet(),
            Some(Decided::Theirs) => return Answer::say(Said::TheirsKept),
            Some(Decided::Mine(write)) => self.apply(Command::Write(vec![write]), None),
            Some(Decided::Edit(conflict)) => self.edit_mine(&conflict),
        }
        Answer::quiet()
    }

    fn edit_mine(&mut self, conflict: &Conflict) {
        let here = conflict.key.first().cloned().unwrap_or_default();
        let own = self.mark_key(&here, &self.chair.rater) == conflict.key;
        let there = own.then(|| self.go_to_organisation(&here)).flatten();
        if there.is_none_or(|answer| answer.halted) {
            return;
        }
        let mine = conflict.mine.as_ref();
        let mine = mine.and_then(|record| MarkRecord::read(record).ok()?.entry);
        let entry = mine.and_then(|text| self.field().parse(&text).ok());
        let holding = |entry: Entry| Draft::holding(&self.field(), &entry, conflict.revision);
        self.draft = entry.map(holding);
    }
}
