//! What a key does on a sheet: typing is a draft, moving keeps it.

use super::Desk;
use super::draft::{Draft, Heard};
use super::open::field;
use super::said::{Answer, Closed, Said};
use super::slot::mark_write;
use super::stroke::Stroke;
use crate::round::{Command, MarkRecord, Write};
use crate::scheme::ItemIndex;
use crate::scoring::Entry;

impl Desk {
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
        let Some(open) = &mut self.open else {
            return Answer::up_if(stroke);
        };
        if let Some(closed) = open.closed {
            return self.press_closed(closed, stroke);
        }
        if let Some(at) = open.picked.take()
            && stroke == Stroke::Point
        {
            return self.point_after_option(at);
        }
        let Some(slot) = open.slots.get(open.at) else {
            return Answer::up_if(stroke);
        };
        let field = field(&self.scheme, slot.item);
        let entry = slot.entry.as_ref();
        let heard = Draft::hear(&mut open.draft, &field, entry, slot.revision, stroke);
        match heard {
            Heard::Drafted => {
                self.refresh();
                Answer::quiet()
            }
            Heard::Keep(entry) => {
                let at = open.at;
                let answer = self.keep_and_go_on(&entry);
                if let (Some(open), Stroke::Digit(_)) = (&mut self.open, stroke) {
                    open.picked = Some(at);
                }
                answer
            }
            Heard::Refused(deaf) => {
                // A point takes the draft out of the figures.
                self.refresh();
                Answer::say(Said::Deaf(deaf))
            }
            Heard::Held { deaf, counted } => Answer::halt(Said::Refused { deaf, counted }),
            Heard::Elsewhere => self.press_sheet(stroke),
        }
    }

    /// Somebody types a mark where options are picked: its first digit has picked one already.
    /// Back to that item, where what follows counts for nothing until the point is taken back.
    fn point_after_option(&mut self, at: usize) -> Answer {
        let Some(open) = &mut self.open else {
            return Answer::quiet();
        };
        open.at = at;
        open.draft = None;
        let Some(slot) = open.slots.get(at) else {
            return Answer::quiet();
        };
        let field = field(&self.scheme, slot.item);
        let number = match slot.entry {
            Some(Entry::Option(position)) => position + 1,
            _ => 0,
        };
        let entry = slot.entry.as_ref();
        let point = Stroke::Point;
        Draft::hear(&mut open.draft, &field, entry, slot.revision, point);
        self.look_at_item();
        self.refresh();
        Answer::halt(Said::PointAfterOption { number })
    }

    fn press_closed(&mut self, closed: Closed, stroke: Stroke) -> Answer {
        match stroke {
            Stroke::Up => self.move_by(false),
            Stroke::Down | Stroke::Tab => self.move_by(true),
            Stroke::Escape => Answer::up_if(stroke),
            Stroke::Enter if closed == Closed::Submitted => self.next_unfinished(),
            Stroke::Enter => self.move_by(true),
            _ => Answer::halt(Said::ReadOnly(closed)),
        }
    }

    fn press_sheet(&mut self, stroke: Stroke) -> Answer {
        match stroke {
            Stroke::Enter => self.enter(),
            Stroke::Up => self.move_by(false),
            Stroke::Down | Stroke::Tab => self.move_by(true),
            Stroke::Escape => self.drop_draft(),
            Stroke::Delete => self.clear(),
            Stroke::Space => self.flag(),
            _ => Answer::quiet(),
        }
    }

    /// Enter: keeps and goes on; on an untouched item it never scores.
    fn enter(&mut self) -> Answer {
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        let Some(slot) = open.slot() else {
            return Answer::quiet();
        };
        match self.drafted() {
            Err(answer) => answer,
            Ok(Some(entry)) => self.keep_and_go_on(&entry),
            Ok(None) if slot.is_there() => {
                let at = open.at;
                self.go_on(at, true)
            }
            Ok(None) => Answer::say(Said::NotScored),
        }
    }

    /// The entry of the draft; none without one.
    ///
    /// # Errors
    /// The answer to a move that an invalid draft holds back.
    pub(super) fn drafted(&self) -> Result<Option<Entry>, Answer> {
        self.open
            .as_ref()
            .map_or(Ok(None), |open| self.drafted_in(open))
    }

    pub(super) fn drafted_in(&self, open: &super::Open) -> Result<Option<Entry>, Answer> {
        let (Some(draft), Some(slot)) = (&open.draft, open.slot()) else {
            return Ok(None);
        };
        let item = slot.item;
        let field = field(&self.scheme, item);
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
        let draft = self.open.as_mut().and_then(|open| open.draft.as_mut());
        if let Some(deaf) = draft.and_then(Draft::take_refused) {
            let counted = true;
            return Err(Answer::halt(Said::Refused { deaf, counted }));
        }
        if let Some(entry) = self.drafted()? {
            self.keep(&entry);
        }
        if let Some(open) = &mut self.open {
            open.draft = None;
        }
        Ok(())
    }

    /// Writes an entry into the item under the cursor. Returns whether it had one before.
    fn keep(&mut self, entry: &Entry) -> bool {
        let Some(open) = &mut self.open else {
            return false;
        };
        let draft = open.draft.take();
        let Some(slot) = open.slots.get(open.at) else {
            return false;
        };
        let had = slot.entry.is_some();
        let field = field(&self.scheme, slot.item);
        let seen = draft.map_or(slot.revision, |draft| draft.seen());
        // The same entry again changes nothing, unless somebody else wrote in between.
        if slot.entry.as_ref() == Some(entry) && seen == slot.revision {
            self.refresh();
            return had;
        }
        let record = slot.entered(&field, entry);
        let item = slot.item;
        self.write_mark(item, &record, seen);
        had
    }

    /// The reason of the mark that stands on the item under the cursor.
    fn reason_before(&self) -> Option<String> {
        let slot = self.open.as_ref()?.slot()?;
        let reason = slot.reason(&field(&self.scheme, slot.item))?;
        Some(reason.to_owned())
    }

    /// Sends the record of one mark on its way. What was on trial there is over.
    pub(super) fn write_mark(&mut self, item: Option<ItemIndex>, record: &MarkRecord, seen: u64) {
        let Some(open) = &self.open else { return };
        let write = self.mark_write(open, item, record, seen);
        if let Some(open) = &mut self.open {
            open.trial
                .retain(|other| other.what != write.what || other.key != write.key);
        }
        self.apply(Command::Write(vec![write]), None);
    }

    pub(super) fn mark_write(
        &self,
        open: &super::Open,
        item: Option<ItemIndex>,
        record: &MarkRecord,
        seen: u64,
    ) -> Write {
        mark_write(open.mark_key(&self.scheme, &self.chair, item), record, seen)
    }

    fn keep_and_go_on(&mut self, entry: &Entry) -> Answer {
        let before = self.reason_before();
        let had = self.keep(entry);
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        let at = open.at;
        if self.reason_wanted(entry) {
            return self.ask_reason(at, had, before);
        }
        self.go_on(at, had)
    }

    /// After a kept mark: the next item not yet scored, or, on an item that had a mark, the next
    /// in order; the summary when none is left.
    pub(super) fn go_on(&mut self, at: usize, had: bool) -> Answer {
        let Some(open) = &mut self.open else {
            return Answer::quiet();
        };
        open.draft = None;
        let last = open.slots.len().saturating_sub(1);
        let next_open = open.next_open(at);
        let answer = match next_open {
            _ if had && at < last => {
                open.at = at + 1;
                Answer::quiet()
            }
            Some((next, wrapped)) => {
                open.at = next;
                if wrapped {
                    Answer::say(Said::Wrapped)
                } else {
                    Answer::quiet()
                }
            }
            None => {
                self.open_summary();
                return Answer {
                    said: Some(Said::AllScored),
                    ..Answer::opened()
                };
            }
        };
        self.look_at_item();
        self.refresh();
        answer
    }

    /// Arrows always change the item, and keep the draft.
    pub fn move_by(&mut self, forward: bool) -> Answer {
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        let count = open.slots.len();
        if count == 0 {
            return Answer::quiet();
        }
        let next = match (forward, open.at) {
            (true, at) if at + 1 >= count => 0,
            (true, at) => at + 1,
            (false, 0) => count - 1,
            (false, at) => at - 1,
        };
        self.go_to(next)
    }

    /// Goes to an item by its position on the sheet; keeps the draft.
    pub fn go_to(&mut self, position: usize) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        if let Some(open) = &mut self.open
            && position < open.slots.len()
        {
            open.at = position;
        }
        self.look_at_item();
        self.refresh();
        Answer::quiet()
    }

    /// Goes to an item by its id, a letter case aside: `/a2`.
    pub fn go_to_item(&mut self, id: &str) -> Option<Answer> {
        let open = self.open.as_ref()?;
        let named = |slot: &super::Slot| {
            slot.item.is_some_and(|item| {
                let full = &self.scheme.item(item).id;
                let short = self.scheme.short_id(item);
                full.eq_ignore_ascii_case(id) || short.eq_ignore_ascii_case(id)
            })
        };
        let position = open.slots.iter().position(named)?;
        Some(self.go_to(position))
    }

    /// Whether something has been typed that is not kept.
    #[must_use]
    pub fn is_drafting(&self) -> bool {
        let draft = self.open.as_ref().and_then(|open| open.draft.as_ref());
        draft.is_some_and(Draft::touched)
    }

    /// Drops the draft without a word.
    pub fn give_up_draft(&mut self) {
        if let Some(open) = &mut self.open {
            open.draft = None;
        }
        self.refresh();
    }

    /// Escape: the draft goes, else one screen up.
    fn drop_draft(&mut self) -> Answer {
        let Some(open) = &mut self.open else {
            return Answer::quiet();
        };
        if open.draft.take().is_some() {
            self.refresh();
            return Answer::say(Said::DraftDropped);
        }
        if !open.trial.is_empty() {
            open.trial.clear();
            self.refresh();
            return Answer::say(Said::Trial(false));
        }
        Answer {
            up: true,
            ..Answer::quiet()
        }
    }

    /// Del: back to 未评. Flag and note stay, a reason goes with its mark.
    pub fn clear(&mut self) -> Answer {
        let Some(open) = &mut self.open else {
            return Answer::quiet();
        };
        let dropped = open.draft.take();
        let Some(slot) = open.slots.get(open.at) else {
            return Answer::quiet();
        };
        if slot.entry.is_none() {
            let said = if dropped.is_some() {
                Said::DraftDropped
            } else {
                Said::NothingToClear
            };
            self.refresh();
            return Answer::say(said);
        }
        let record = slot.cleared(&field(&self.scheme, slot.item));
        let (item, seen) = (
            slot.item,
            dropped.map_or(slot.revision, |draft| draft.seen()),
        );
        self.write_mark(item, &record, seen);
        Answer::say(Said::Cleared)
    }

    /// Space: 存疑 on or off, keeping a valid draft with it.
    pub fn flag(&mut self) -> Answer {
        let entry = match self.drafted() {
            Ok(entry) => entry,
            Err(answer) => return answer,
        };
        let Some(open) = &mut self.open else {
            return Answer::quiet();
        };
        let draft = open.draft.take();
        let Some(slot) = open.slots.get(open.at) else {
            return Answer::quiet();
        };
        let record = slot.flagged_over(&field(&self.scheme, slot.item), entry.as_ref());
        let (item, seen) = (slot.item, draft.map_or(slot.revision, |draft| draft.seen()));
        let flagged = record.flagged;
        self.write_mark(item, &record, seen);
        Answer::say(Said::Flagged(flagged))
    }
}

impl Answer {
    /// Escape with nothing to close goes one screen up.
    pub(super) fn up_if(stroke: Stroke) -> Self {
        Self {
            up: stroke == Stroke::Escape,
            ..Self::quiet()
        }
    }
}
