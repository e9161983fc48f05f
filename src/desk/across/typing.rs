//! What a key does on the line: typing is a draft, moving keeps it, Enter goes down.

use super::{CrossCell, LineDesk};
use crate::desk::asking::offered_first;
use crate::desk::draft::{Draft, Heard};
use crate::desk::open::field;
use crate::desk::said::{Answer, Closed, Said};
use crate::desk::slot::mark_write;
use crate::desk::{Asking, Edit, Stroke, Typed};
use crate::round::{Command, MarkRecord, Write};
use crate::scoring::Entry;

impl LineDesk {
    /// A letter that was typed, full-width or not. A text that is being asked for takes it as it
    /// is; a field takes what it stands for.
    pub fn letter(&mut self, letter: char) -> Answer {
        if self.over.takes_text() {
            let answer = self.asked_letter(letter);
            self.over.next_conflict();
            return answer;
        }
        Stroke::of(letter).map_or_else(Answer::quiet, |stroke| self.press(stroke))
    }

    /// A key.
    pub fn press(&mut self, stroke: Stroke) -> Answer {
        let answer = if self.over.asking.is_some() {
            self.asked_stroke(stroke)
        } else {
            self.press_field(stroke)
        };
        self.over.next_conflict();
        answer
    }

    fn press_field(&mut self, stroke: Stroke) -> Answer {
        let Some(cell) = self.cells.get(self.at) else {
            return Answer::up_if(stroke);
        };
        if let Some(closed) = cell.closed {
            return self.press_closed(closed, stroke);
        }
        let field = field(&self.scheme, self.line);
        let slot = &cell.slot;
        let entry = slot.entry.as_ref();
        match Draft::hear(&mut self.draft, &field, entry, slot.revision, stroke) {
            Heard::Drafted => Answer::quiet(),
            Heard::Keep(entry) => self.keep_and_go_on(&entry),
            Heard::Refused(deaf) => Answer::say(Said::Deaf(deaf)),
            Heard::Held { deaf, counted } => Answer::halt(Said::Refused { deaf, counted }),
            Heard::Elsewhere => self.press_line(stroke),
        }
    }

    fn press_closed(&mut self, closed: Closed, stroke: Stroke) -> Answer {
        match stroke {
            Stroke::Up => self.go_to(self.at.saturating_sub(1)),
            Stroke::Down | Stroke::Tab | Stroke::Enter => self.go_to(self.at + 1),
            Stroke::Escape => Answer::up_if(stroke),
            _ => Answer::halt(Said::ReadOnly(closed)),
        }
    }

    fn press_line(&mut self, stroke: Stroke) -> Answer {
        match stroke {
            Stroke::Enter => self.enter(),
            Stroke::Up => self.go_to(self.at.saturating_sub(1)),
            Stroke::Down | Stroke::Tab => self.go_to(self.at + 1),
            Stroke::Escape => self.drop_draft(),
            Stroke::Delete => self.clear(),
            Stroke::Space => self.flag(),
            _ => Answer::quiet(),
        }
    }

    /// Enter: keeps and goes down; on an untouched cell it never scores.
    fn enter(&mut self) -> Answer {
        match self.drafted() {
            Err(answer) => answer,
            Ok(Some(entry)) => self.keep_and_go_on(&entry),
            Ok(None) if self.cell().is_some_and(|cell| cell.slot.is_there()) => {
                self.go_on(self.at, true)
            }
            Ok(None) => Answer::say(Said::NotScored),
        }
    }

    /// The entry of the draft; none without one.
    ///
    /// # Errors
    /// The answer to a move that an invalid draft holds back.
    pub(super) fn drafted(&self) -> Result<Option<Entry>, Answer> {
        let Some(draft) = &self.draft else {
            return Ok(None);
        };
        let (item, field) = (self.line, self.field());
        if let Some(deaf) = draft.pointed(&field) {
            return Err(Answer::halt(Said::Deaf(deaf)));
        }
        draft
            .entry(&field)
            .map_err(|why| Answer::halt(Said::Held { item, why }))
    }

    /// Keeps a valid draft, as every move does.
    ///
    /// # Errors
    /// The answer where an invalid one holds the move back; the stored mark stays.
    pub fn settle_draft(&mut self) -> Result<(), Answer> {
        if let Some(deaf) = self.draft.as_mut().and_then(Draft::take_refused) {
            let counted = true;
            return Err(Answer::halt(Said::Refused { deaf, counted }));
        }
        if let Some(entry) = self.drafted()? {
            self.keep(&entry);
        }
        self.draft = None;
        Ok(())
    }

    /// Writes an entry into the cell under the cursor. Returns whether it had one before.
    fn keep(&mut self, entry: &Entry) -> bool {
        let draft = self.draft.take();
        let Some(cell) = self.cells.get(self.at) else {
            return false;
        };
        let slot = &cell.slot;
        let had = slot.entry.is_some();
        let seen = draft.map_or(slot.revision, |draft| draft.seen());
        // The same entry again changes nothing, unless somebody else wrote in between.
        if slot.entry.as_ref() != Some(entry) || seen != slot.revision {
            let record = slot.entered(&self.field(), entry);
            self.write_mark(&record, seen);
        }
        had
    }

    /// Sends the record of the mark under the cursor on its way.
    pub(super) fn write_mark(&mut self, record: &MarkRecord, seen: u64) {
        if let Some(write) = self
            .cell()
            .and_then(|cell| self.write_of(cell, record, seen))
        {
            self.apply(Command::Write(vec![write]), None);
        }
    }

    pub(super) fn write_of(
        &self,
        cell: &CrossCell,
        record: &MarkRecord,
        seen: u64,
    ) -> Option<Write> {
        let organisation = &self.row(cell)?.organisation;
        let key = self.mark_key(organisation, &self.chair.rater);
        Some(mark_write(key, record, seen))
    }

    fn keep_and_go_on(&mut self, entry: &Entry) -> Answer {
        let at = self.at;
        let field = self.field();
        let before = self.cell().and_then(|cell| cell.slot.reason(&field));
        let before = before.map(str::to_owned);
        let had = self.keep(entry);
        let wants = |cell: &CrossCell| cell.slot.wants_reason(&self.scheme, entry);
        if self.cell().is_some_and(wants) {
            self.over.asking = Some(Asking::Reason {
                at,
                had,
                text: Typed::default(),
                recent: offered_first(before, self.recent_notes()),
            });
            return Answer::opened();
        }
        self.go_on(at, had)
    }

    /// After a kept mark: down to the next cell not yet scored, or, on a cell that had a mark, to
    /// the next one that can be written.
    pub(super) fn go_on(&mut self, at: usize, had: bool) -> Answer {
        self.draft = None;
        if had {
            let below = self.cells.iter().enumerate().skip(at + 1);
            let mut writable = below.filter(|(_, cell)| cell.closed.is_none());
            if let Some((next, _)) = writable.next() {
                self.at = next;
                return Answer::quiet();
            }
        }
        match self.next_open(at) {
            Some((next, wrapped)) => {
                self.at = next;
                if wrapped {
                    Answer::say(Said::WrappedAcross)
                } else {
                    Answer::quiet()
                }
            }
            // What was typed ahead belongs to no cell of this line.
            None => Answer::halt(Said::LineScored),
        }
    }

    /// The next cell to be scored after one, round to the first again; whether it went round.
    pub(super) fn next_open(&self, after: usize) -> Option<(usize, bool)> {
        let open = |cell: &CrossCell| cell.closed.is_none() && !cell.slot.is_there();
        let count = self.cells.len();
        let mut cells = (1..=count).map(|step| (after + step) % count.max(1));
        let next = cells.find(|at| self.cells.get(*at).is_some_and(open))?;
        Some((next, next <= after))
    }

    /// Goes to a cell by its position, the last one at most; keeps the draft.
    pub fn go_to(&mut self, position: usize) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        self.at = position.min(self.cells.len().saturating_sub(1));
        self.landed = true;
        Answer::quiet()
    }

    /// Goes to an organisation; none where the line does not have it.
    pub fn go_to_organisation(&mut self, organisation: &str) -> Option<Answer> {
        let at = self.places.get(organisation).copied()?;
        Some(self.go_to(at))
    }

    /// Escape: the draft goes, else one screen up.
    fn drop_draft(&mut self) -> Answer {
        if self.draft.take().is_some() {
            return Answer::say(Said::DraftDropped);
        }
        Answer {
            up: true,
            ..Answer::quiet()
        }
    }

    /// Del: back to 未评. Flag and note stay, a reason goes with its mark.
    pub(super) fn clear(&mut self) -> Answer {
        let dropped = self.draft.take();
        let Some(slot) = self.cell().map(|cell| &cell.slot) else {
            return Answer::quiet();
        };
        if slot.entry.is_none() {
            return Answer::say(match dropped {
                Some(_) => Said::DraftDropped,
                None => Said::NothingToClear,
            });
        }
        let record = slot.cleared(&self.field());
        let seen = dropped.map_or(slot.revision, |draft| draft.seen());
        self.write_mark(&record, seen);
        Answer::say(Said::Cleared)
    }

    /// Space: 存疑 on or off, keeping a valid draft with it.
    pub(super) fn flag(&mut self) -> Answer {
        let entry = match self.drafted() {
            Ok(entry) => entry,
            Err(answer) => return answer,
        };
        let draft = self.draft.take();
        let Some(slot) = self.cell().map(|cell| &cell.slot) else {
            return Answer::quiet();
        };
        let record = slot.flagged_over(&self.field(), entry.as_ref());
        let seen = draft.map_or(slot.revision, |draft| draft.seen());
        self.write_mark(&record, seen);
        Answer::say(Said::Flagged(record.flagged))
    }

    /// Looks further down or up in a paste; false where none is open.
    pub fn step_paste(&mut self, by: isize) -> bool {
        self.over.step_paste(by)
    }

    /// A key that edits the text that is asked for; false where none is.
    pub fn edit_text(&mut self, edit: Edit) -> bool {
        self.over.edit(edit)
    }

    /// Ctrl-Z: takes back what is being typed in the field; false where nothing is.
    pub fn undo_typing(&mut self) -> bool {
        let typed = self.draft.as_ref().is_some_and(Draft::touched);
        if self.over.asking.is_some() || !typed {
            return false;
        }
        self.draft = None;
        true
    }
}
