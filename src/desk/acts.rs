//! Acts on an item, a sheet or an organisation that are no typing: what F2, F6 and F9 do.

use super::Desk;
use super::asking::{Act, Asking};
use super::draft::Draft;
use super::open::field;
use super::said::{Answer, Closed, Said};
use super::stroke::{Stroke, plain_text};
use super::typed::Typed;
use crate::round::{AdjustmentRecord, Command, Record, SheetState, VetoRecord, What, Write};
use crate::scheme::{AdjustmentIndex, VetoIndex};
use crate::scoring::{Entry, VetoState};

impl Desk {
    /// Opens what can be done with this item (F2).
    pub fn open_operations(&mut self) -> Answer {
        if self.open.is_none() {
            return Answer::quiet();
        }
        self.asking = Some(Asking::Operations { at: 0 });
        Answer::quiet()
    }

    /// Opens 否决/加减分 (F6). The draft is kept, as with every move.
    pub fn open_vetoes(&mut self) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        if self.open.is_none() {
            return Answer::quiet();
        }
        self.asking = Some(Asking::Vetoes { at: 0 });
        Answer::quiet()
    }

    /// Why an act cannot be done now; none where it can.
    #[must_use]
    pub fn why_not(&self, act: Act) -> Option<Said> {
        let open = self.open.as_ref()?;
        let slot = open.slot();
        let read_only = open.closed.map(Said::ReadOnly);
        match act {
            Act::NotApplicable => read_only.or_else(|| {
                let item = slot.and_then(|slot| slot.item);
                let optional = item.is_some_and(|item| self.scheme.item(item).optional);
                (!optional).then_some(Said::NotOptional)
            }),
            Act::Note | Act::Flag => read_only,
            Act::Clear => read_only.or_else(|| {
                let there = slot.is_some_and(|slot| slot.entry.is_some());
                (!there && open.draft.is_none()).then_some(Said::NothingToClear)
            }),
            Act::CopyEarlier => read_only.or_else(|| {
                self.earlier_entry()
                    .is_none()
                    .then_some(Said::NothingToCopy)
            }),
            Act::Trial => {
                let typed = open.draft.as_ref().is_some_and(Draft::touched);
                let nothing = open.trial.is_empty() && !typed;
                read_only.or_else(|| nothing.then_some(Said::NothingTyped))
            }
            Act::Vetoes => None,
            Act::Summary => open.slots.is_empty().then_some(Said::NoSheet),
            Act::Withdraw => {
                let submitted = open.closed == Some(Closed::Submitted);
                (!submitted).then_some(Said::NotSubmitted)
            }
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
            Act::CopyEarlier => match self.earlier_entry() {
                Some(entry) => self.put(&entry),
                None => Answer::say(Said::NothingToCopy),
            },
            Act::Trial => self.trial(),
            Act::Vetoes => self.open_vetoes(),
            Act::Summary => self.ask_summary(),
            Act::Withdraw => {
                self.asking = Some(Asking::Withdraw {
                    text: Typed::default(),
                });
                Answer::quiet()
            }
        }
    }

    /// Keeps an entry that was not typed, and stays on the item.
    fn put(&mut self, entry: &Entry) -> Answer {
        let Some(open) = &mut self.open else {
            return Answer::quiet();
        };
        open.draft = None;
        let Some(slot) = open.slots.get(open.at) else {
            return Answer::quiet();
        };
        let record = slot.entered(&field(&self.scheme, slot.item), entry);
        let (item, seen) = (slot.item, slot.revision);
        self.write_mark(item, &record, seen);
        Answer::quiet()
    }

    fn open_note(&mut self) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        let note = self
            .open
            .as_ref()
            .and_then(super::Open::slot)
            .and_then(|s| s.note.clone());
        self.asking = Some(Asking::Note {
            text: Typed::new(note.unwrap_or_default()),
        });
        Answer::quiet()
    }

    /// Writes the note of the item under the cursor; an empty one takes it away.
    pub(super) fn write_note(&mut self, note: &str) {
        let Some(slot) = self.open.as_ref().and_then(super::Open::slot) else {
            return;
        };
        let (item, seen) = (slot.item, slot.revision);
        let record = slot.noted(&field(&self.scheme, item), note);
        if let (Some(item), false) = (item, note.is_empty()) {
            self.notes.push((item, note.to_owned()));
        }
        self.write_mark(item, &record, seen);
    }

    /// The draft moves the figures without being stored; a second time, back to what is stored.
    fn trial(&mut self) -> Answer {
        let entry = match self.drafted() {
            Ok(entry) => entry,
            Err(answer) => return answer,
        };
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        let write = entry.and_then(|entry| {
            let slot = open.slot()?;
            let record = slot.entered(&field(&self.scheme, slot.item), &entry);
            Some(self.mark_write(open, slot.item, &record, slot.revision))
        });
        let Some(open) = &mut self.open else {
            return Answer::quiet();
        };
        open.draft = None;
        let on = write.is_some();
        match write {
            Some(write) => try_out(&mut open.trial, write),
            None => open.trial.clear(),
        }
        self.refresh();
        Answer::say(Said::Trial(on))
    }

    pub(super) fn press_vetoes(&mut self, at: usize, stroke: Stroke) -> Answer {
        let vetoes = self.scheme.vetoes.len();
        let count = vetoes + self.scheme.adjustments.len();
        if count == 0 {
            self.asking = None;
            return Answer::quiet();
        }
        match stroke {
            Stroke::Up => {
                self.asking = Some(Asking::Vetoes {
                    at: (at + count - 1) % count,
                });
            }
            Stroke::Down | Stroke::Tab => {
                self.asking = Some(Asking::Vetoes {
                    at: (at + 1) % count,
                });
            }
            Stroke::Digit(digit) if at < vetoes => self.veto_by_digit(VetoIndex::at(at), digit),
            Stroke::Delete if at < vetoes => return self.remove_veto(VetoIndex::at(at)),
            _ if at >= vetoes => {
                return self.press_adjustment(AdjustmentIndex::at(at - vetoes), stroke);
            }
            _ => {}
        }
        Answer::quiet()
    }

    /// Gives an adjustment on a document, or changes the one that was given last.
    fn press_adjustment(&mut self, adjustment: AdjustmentIndex, stroke: Stroke) -> Answer {
        let given = self.adjustments();
        let mut given = given.into_iter().rev();
        let last = given.find(|(index, ..)| *index == adjustment);
        let last =
            last.map(|(_, count, document, _)| (count, document.unwrap_or_else(|| "*".to_owned())));
        match (stroke, last) {
            (Stroke::Digit(1) | Stroke::Enter, _) => {
                self.asking = Some(Asking::AdjustmentDocument {
                    adjustment,
                    text: Typed::default(),
                });
            }
            (Stroke::Digit(2), Some((count, document))) => {
                self.write_adjustment(adjustment, document, count.saturating_add(1));
            }
            (Stroke::Digit(3) | Stroke::Minus, Some((count, document))) => {
                self.write_adjustment(adjustment, document, count.saturating_sub(1));
            }
            (Stroke::Delete, Some((_, document))) => {
                self.write_adjustment(adjustment, document, 0);
            }
            (Stroke::Digit(2 | 3) | Stroke::Minus | Stroke::Delete, None) => {
                return Answer::say(Said::NothingGiven);
            }
            _ => {}
        }
        Answer::quiet()
    }

    /// Takes a veto off the record; a settled one only for a reason.
    fn remove_veto(&mut self, veto: VetoIndex) -> Answer {
        match self.veto_cell(veto).map(|record| record.state) {
            None => return Answer::say(Said::NotOnRecord),
            Some(VetoState::Proposed) => self.write_veto(veto, None, None),
            Some(VetoState::Decided | VetoState::Lifted) => {
                self.asking = Some(Asking::VetoRemoval {
                    veto,
                    text: Typed::default(),
                });
            }
        }
        Answer::quiet()
    }

    fn veto_by_digit(&mut self, veto: VetoIndex, digit: u8) {
        match digit {
            1 => {
                let record = self.veto_record(veto, VetoState::Proposed);
                self.write_veto(veto, Some(&record), None);
            }
            2 => {
                self.asking = Some(Asking::VetoDocument {
                    veto,
                    text: Typed::default(),
                });
            }
            3 => {
                let record = self.veto_record(veto, VetoState::Lifted);
                self.write_veto(veto, Some(&record), None);
            }
            4 => self.try_veto(veto),
            _ => {}
        }
    }

    /// The cell of a veto on the open organisation, as it is now.
    #[must_use]
    pub fn veto_cell(&self, veto: VetoIndex) -> Option<VetoRecord> {
        let record = self.cell_now(What::Veto, &self.scheme.veto(veto).id)?;
        VetoRecord::read(&record).ok()
    }

    fn cell_now(&self, what: What, id: &str) -> Option<Record> {
        let open = self.open.as_ref()?;
        let key = vec![open.row.organisation.clone(), id.to_owned()];
        open.now.get(&(what, key))?.record.clone()
    }

    fn veto_record(&self, veto: VetoIndex, state: VetoState) -> VetoRecord {
        let before = self.veto_cell(veto);
        VetoRecord {
            state,
            document: before.as_ref().and_then(|record| record.document.clone()),
            date: before.as_ref().and_then(|record| record.date.clone()),
            note: before.and_then(|record| record.note),
        }
    }

    /// Decides a veto on a document; a date may follow it.
    pub(super) fn decide_veto(&mut self, veto: VetoIndex, typed: &str) {
        let (document, date) = document_and_date(typed);
        let before = self.veto_record(veto, VetoState::Decided);
        let record = VetoRecord {
            document: Some(document),
            date: date.or(before.date),
            ..before
        };
        self.write_veto(veto, Some(&record), None);
    }

    /// Writes what stands on record about a veto; nothing takes it off.
    pub(super) fn write_veto(
        &mut self,
        veto: VetoIndex,
        record: Option<&VetoRecord>,
        reason: Option<String>,
    ) {
        if let Some(write) = self.veto_write(veto, record) {
            self.apply(Command::Write(vec![write]), reason);
        }
    }

    fn veto_write(&self, veto: VetoIndex, record: Option<&VetoRecord>) -> Option<Write> {
        let open = self.open.as_ref()?;
        let key = vec![
            open.row.organisation.clone(),
            self.scheme.veto(veto).id.clone(),
        ];
        let seen = open
            .stored
            .get(&(What::Veto, key.clone()))
            .map_or(0, |cell| cell.revision);
        Some(Write {
            what: What::Veto,
            key,
            record: record.map(VetoRecord::write),
            seen: Some(seen),
            row: None,
        })
    }

    /// What-if: a veto in force is lifted, any other is decided, on trial.
    fn try_veto(&mut self, veto: VetoIndex) {
        let in_force = self.figures().is_some_and(|figures| {
            let mut standings = figures.vetoes.iter();
            standings.any(|other| other.veto == veto && other.state == VetoState::Decided)
        });
        let state = if in_force {
            VetoState::Lifted
        } else {
            VetoState::Decided
        };
        let record = self.veto_record(veto, state);
        let write = self.veto_write(veto, Some(&record));
        if let (Some(open), Some(write)) = (&mut self.open, write) {
            try_out(&mut open.trial, write);
        }
        self.refresh();
    }

    /// Gives an adjustment once, on a document; once more where it stands on it already.
    pub(super) fn give_adjustment(&mut self, adjustment: AdjustmentIndex, document: String) {
        let given = self.adjustments();
        let there = given.iter().find(|(index, _, other, _)| {
            *index == adjustment && other.as_deref() == Some(document.as_str())
        });
        let count = there.map_or(0, |(_, count, ..)| *count);
        self.write_adjustment(adjustment, document, count.saturating_add(1));
    }

    /// Writes how often an adjustment is given on a document; 0 takes it off the record.
    fn write_adjustment(&mut self, adjustment: AdjustmentIndex, document: String, count: u64) {
        let Some(open) = &self.open else { return };
        let id = self.scheme.adjustment(adjustment).id.clone();
        let key = vec![open.row.organisation.clone(), id, document];
        let cell = open.stored.get(&(What::Adjustment, key.clone()));
        let seen = Some(cell.map_or(0, |cell| cell.revision));
        let before = cell.and_then(|cell| AdjustmentRecord::read(cell.record.as_ref()?).ok());
        let note = before.and_then(|record| record.note);
        let record = (count > 0).then(|| AdjustmentRecord { count, note }.write());
        let write = Write {
            what: What::Adjustment,
            key,
            record,
            seen,
            row: None,
        };
        self.apply(Command::Write(vec![write]), None);
    }

    /// Opens the sheet's summary (F9); submitting is its own act there.
    pub fn ask_summary(&mut self) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        if self.open.as_ref().is_none_or(|open| open.slots.is_empty()) {
            return Answer::halt(Said::NoSheet);
        }
        self.open_summary();
        Answer::opened()
    }

    /// Says that the sheet is finished (C4).
    pub fn submit(&mut self) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        if let Some(closed) = open.closed {
            return Answer::halt(Said::ReadOnly(closed));
        }
        let missing = open.slots.len() - open.scored();
        if missing > 0 {
            return Answer::halt(Said::Incomplete(missing));
        }
        let command = Command::Submit {
            organisation: open.row.organisation.clone(),
            party: self.scheme.party(self.chair.party).id.clone(),
            rater: self.chair.rater.clone(),
            seen: open.sheet_revision,
        };
        self.asking = None;
        self.apply(command, None);
        Answer::quiet()
    }

    pub(super) fn withdraw(&mut self, reason: String) -> Answer {
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        if open.sheet != SheetState::Submitted {
            return Answer::quiet();
        }
        let command = Command::Withdraw {
            organisation: open.row.organisation.clone(),
            party: self.scheme.party(self.chair.party).id.clone(),
            rater: self.chair.rater.clone(),
        };
        self.apply(command, Some(reason));
        Answer::quiet()
    }
}

/// A document, and the date that is typed after it as its last word (`2026-11-02`).
fn document_and_date(typed: &str) -> (String, Option<String>) {
    let typed = typed.trim();
    if let Some((document, last)) = typed.rsplit_once(char::is_whitespace) {
        let last = plain_text(last);
        let form: String = last
            .chars()
            .map(|letter| if letter.is_ascii_digit() { '0' } else { letter })
            .collect();
        if form == "0000-00-00" {
            return (document.trim_end().to_owned(), Some(last));
        }
    }
    (typed.to_owned(), None)
}

/// Puts a write on trial in place of an earlier one of its cell.
fn try_out(trial: &mut Vec<Write>, write: Write) {
    trial.retain(|other| other.what != write.what || other.key != write.key);
    trial.push(write);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_after_a_document_is_told_apart() {
        let told = |typed| document_and_date(typed);
        let with = |document: &str, date: &str| (document.to_owned(), Some(date.to_owned()));
        assert_eq!(
            told("石纪〔2026〕8号 2026-11-02"),
            with("石纪〔2026〕8号", "2026-11-02")
        );
        assert_eq!(
            told("8号　２０２６－１１－０２ "),
            with("8号", "2026-11-02")
        );
        assert_eq!(told(" 会议纪要 8号"), ("会议纪要 8号".to_owned(), None));
        assert_eq!(told("2026-11-02"), ("2026-11-02".to_owned(), None));
    }
}
