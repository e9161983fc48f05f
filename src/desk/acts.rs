//! Acts on an item or a sheet that are no typing: what F2 and F9 do.

use super::Desk;
use super::asking::{Act, Asking};
use super::draft::Draft;
use super::open::field;
use super::said::{Answer, Closed, Origin, Said};
use super::typed::Typed;
use crate::round::{Command, SheetState, Write};
use crate::scoring::Entry;

impl Desk {
    /// Opens what can be done with this item (F2).
    pub fn open_operations(&mut self) -> Answer {
        if self.open.is_none() {
            return Answer::quiet();
        }
        self.over.asking = Some(Asking::Operations { at: 0 });
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
            Act::CopyLastYear => read_only.or_else(|| {
                let none = self.entry_of_last_year().is_none();
                none.then_some(Said::NothingLastYear)
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
        // The trial is made of the draft, and what is cleared takes it along; anything else keeps
        // it, as every move does.
        if !matches!(act, Act::Trial | Act::Clear | Act::Flag)
            && let Err(answer) = self.settle_draft()
        {
            return answer;
        }
        match act {
            Act::NotApplicable => {
                self.put(&Entry::NotApplicable);
                Answer::quiet()
            }
            Act::Note => self.open_note(),
            Act::Flag => self.flag(),
            Act::Clear => self.clear(),
            Act::CopyEarlier => match self.earlier_entry() {
                Some(entry) => self.copy(&entry, Origin::PartyBefore),
                None => Answer::say(Said::NothingToCopy),
            },
            Act::CopyLastYear => match self.entry_of_last_year() {
                Some(entry) => self.copy(&entry, Origin::LastYear),
                None => Answer::say(Said::NothingLastYear),
            },
            Act::Trial => self.trial(),
            Act::Vetoes => self.open_vetoes(),
            Act::Summary => self.ask_summary(),
            Act::Withdraw => {
                self.over.asking = Some(Asking::Withdraw {
                    text: Typed::default(),
                });
                Answer::quiet()
            }
        }
    }

    /// Takes an entry over, and says what it takes the place of. It asks for no reason: the
    /// summary names what lacks one.
    fn copy(&mut self, entry: &Entry, from: Origin) -> Answer {
        let slot = self.open.as_ref().and_then(super::Open::slot);
        let Some(slot) = slot else {
            return Answer::quiet();
        };
        let field = field(&self.scheme, slot.item);
        let new = field.mark(entry).map(|mark| mark.round(field.decimals()));
        let old = slot.entry.as_ref().map(|_| slot.mark);
        self.put(entry);
        Answer::say(Said::Copied { from, old, new })
    }

    /// Keeps an entry that was not typed, and stays on the item.
    fn put(&mut self, entry: &Entry) {
        let Some(open) = &mut self.open else { return };
        open.draft = None;
        let Some(slot) = open.slots.get(open.at) else {
            return;
        };
        let record = slot.entered(&field(&self.scheme, slot.item), entry);
        let (item, seen) = (slot.item, slot.revision);
        self.write_mark(item, &record, seen);
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
        self.over.asking = Some(Asking::Note {
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
        if let Some(check) = self.paper_differs() {
            return Answer::halt(Said::PaperDiffers(check));
        }
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        let command = Command::Submit {
            organisation: open.row.organisation.clone(),
            party: self.scheme.party(self.chair.party).id.clone(),
            rater: self.chair.rater.clone(),
            seen: open.sheet_revision,
        };
        self.over.asking = None;
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

/// Puts a write on trial in place of an earlier one of its cell.
pub(super) fn try_out(trial: &mut Vec<Write>, write: Write) {
    trial.retain(|other| other.what != write.what || other.key != write.key);
    trial.push(write);
}
