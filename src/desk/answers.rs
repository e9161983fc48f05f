//! What the office answers, and where it goes.

use super::draft::Draft;
use super::open::{Open, concerns, field};
use super::over::Decided;
use super::queue::Settled;
use super::said::{Answer, Said};
use super::stroke::Stroke;
use super::{About, Desk, Landing};
use crate::office::{Applied, Failure, JournalLine, OrganisationFile, Question, Reply};
use crate::round::{
    Cell, Change, Command, Conflict, MarkRecord, Operation, Refusal, SheetRecord, SheetState, What,
};
use crate::scheme::ItemIndex;

impl Desk {
    /// The office has applied an operation, or said why not. 已保存 comes from here alone.
    pub fn applied(&mut self, id: &str, answer: Result<Applied, Failure>) -> Answer {
        let trouble = match &answer {
            Err(failure @ Failure::Trouble(_)) => Some(failure.clone()),
            _ => None,
        };
        let Some(settled) = self.outbox.queue.settle(id, answer) else {
            return match trouble {
                Some(failure) => Answer::halt(Said::Failed {
                    item: None,
                    failure: Box::new(failure),
                }),
                None => Answer::quiet(),
            };
        };
        let answer = match &settled.result {
            Ok(applied) => self.stored(&settled, applied),
            Err(refusal) => self.refused(&settled, refusal.clone()),
        };
        self.refresh();
        self.renew_beside();
        answer
    }

    fn stored(&mut self, settled: &Settled, applied: &Applied) -> Answer {
        // Where others wrote in between, the news bring it, and this once more.
        if applied.seq == self.seq + 1 {
            self.seq = applied.seq;
        }
        // The way is free again: what was stuck goes too.
        self.outbox.queue.retry();
        for change in &applied.changes {
            self.move_draft(change);
            self.take_change(change);
        }
        if let Some(open) = &mut self.open {
            // What was read before this and comes after it knows nothing of it.
            open.seq = open.seq.max(applied.seq);
        }
        self.take_line(line_of(&settled.operation, applied));
        match settled.operation.command {
            Command::Submit { .. } => {
                if self.is_independent() {
                    // What was kept back until now has to be read.
                    self.read_all();
                }
                Answer::say(Said::Submitted)
            }
            Command::Withdraw { .. } => Answer::say(Said::Withdrawn),
            _ => Answer::quiet(),
        }
    }

    /// A draft opened on a cell before our own change of it now stands on what that left.
    fn move_draft(&mut self, change: &Change) {
        let Some(open) = &mut self.open else { return };
        let Some(slot) = open.slots.get(open.at) else {
            return;
        };
        let key = open.mark_key(&self.scheme, &self.chair, slot.item);
        if change.what == What::Mark
            && change.key == key
            && let Some(draft) = &mut open.draft
            && draft.seen() == change.old_revision
        {
            draft.stand_on(change.new_revision);
        }
    }

    /// Takes one change of the book into what is shown.
    pub(super) fn take_change(&mut self, change: &Change) {
        let cell = Cell {
            what: change.what,
            key: change.key.clone(),
            record: change.new.clone(),
            revision: change.new_revision,
        };
        self.take_elsewhere(&cell);
        self.take_sheet_state(&cell);
        let Some(open) = &mut self.open else { return };
        let record = change.new.as_ref().or(change.old.as_ref());
        if !concerns(&open.row.organisation, change.what, &change.key, record) {
            return;
        }
        let place = (change.what, change.key.clone());
        let newer = open
            .stored
            .get(&place)
            .is_none_or(|old| old.revision < cell.revision);
        if newer {
            open.stored.insert(place, cell);
        }
    }

    /// Puts an operation on top of what is known of the journal of the organisation that is open,
    /// so that the mark before stands beside the item at once.
    pub(super) fn take_line(&mut self, line: JournalLine) {
        let open = self.open.as_ref();
        let Some(here) = open.map(|open| &open.row.organisation) else {
            return;
        };
        let mut changes = line.changes.iter();
        let concerned = changes.any(|change| change.key.first() == Some(here));
        let Some(known) = self.journal.get_mut(here).filter(|_| concerned) else {
            return;
        };
        if known.first().is_none_or(|newest| newest.seq < line.seq) {
            known.insert(0, line);
        }
    }

    /// The list knows which sheets are finished, so that Enter finds the next that is not.
    fn take_sheet_state(&mut self, cell: &Cell) {
        let (What::Sheet, [organisation, party, rater]) = (cell.what, cell.key.as_slice()) else {
            return;
        };
        let record = cell
            .record
            .as_ref()
            .and_then(|record| SheetRecord::read(record).ok());
        let state = record.map_or(SheetState::Open, |record| record.state);
        let row = self
            .rows
            .iter_mut()
            .find(|row| row.organisation == *organisation);
        let Some(row) = row else { return };
        let sheet = row
            .sheets
            .iter_mut()
            .find(|s| s.party == *party && s.rater == *rater);
        match sheet {
            Some(sheet) => sheet.state = state,
            None => row.sheets.push(crate::office::SheetSummary {
                party: party.clone(),
                rater: rater.clone(),
                state,
                there: 0,
                flagged: 0,
                due: false,
                recused: false,
                reason: None,
                total: None,
            }),
        }
    }

    fn refused(&mut self, settled: &Settled, refusal: Refusal) -> Answer {
        let item = self.first_item(&settled.operation.command);
        match settled.conflict(&refusal) {
            Some(conflict) => {
                self.take_theirs(&conflict);
                self.over.take_conflict(conflict);
                Answer::halt(Said::Conflict { item })
            }
            None => Answer::halt(Said::Failed {
                item,
                failure: Box::new(Failure::Refusal(refusal)),
            }),
        }
    }

    fn take_theirs(&mut self, conflict: &Conflict) {
        let Some(open) = &mut self.open else { return };
        let cell = Cell {
            what: conflict.what,
            key: conflict.key.clone(),
            record: conflict.theirs.clone(),
            revision: conflict.revision,
        };
        if concerns(
            &open.row.organisation,
            cell.what,
            &cell.key,
            cell.record.as_ref(),
        ) {
            open.stored.insert((cell.what, cell.key.clone()), cell);
        }
    }

    fn first_item(&self, command: &Command) -> Option<ItemIndex> {
        let Command::Write(writes) = command else {
            return None;
        };
        let mark = writes.iter().find(|write| write.what == What::Mark)?;
        self.scheme.find_item(mark.key.last()?)
    }

    /// 1 keeps theirs, 2 puts mine, 3 goes to the item with mine in the field.
    pub(super) fn press_conflict(&mut self, stroke: Stroke) -> Answer {
        match self.over.decide_conflict(stroke) {
            None => return Answer::quiet(),
            Some(Decided::Theirs) => return Answer::say(Said::TheirsKept),
            Some(Decided::Mine(write)) => self.apply(Command::Write(vec![write]), None),
            Some(Decided::Edit(conflict)) => self.edit_mine(&conflict),
        }
        Answer::quiet()
    }

    fn edit_mine(&mut self, conflict: &Conflict) {
        let Some(open) = &self.open else { return };
        let slot = open.slot_of(&self.scheme, &self.chair, &conflict.key);
        let Some(at) = slot.filter(|_| conflict.what == What::Mark) else {
            return;
        };
        let mine = conflict
            .mine
            .as_ref()
            .and_then(|record| MarkRecord::read(record).ok());
        let text = mine.and_then(|mark| mark.entry);
        if self.settle_draft().is_err() {
            return;
        }
        self.go_to(at);
        if let Some(open) = &mut self.open
            && let Some(slot) = open.slots.get(at)
        {
            let field = field(&self.scheme, slot.item);
            let entry = text.and_then(|text| field.parse(&text).ok());
            open.draft = entry.map(|entry| Draft::holding(&field, &entry, conflict.revision));
        }
        self.refresh();
    }

    /// The answer to a question.
    pub fn replied(&mut self, about: &About, answer: Result<Reply, Failure>) -> Answer {
        let reply = match answer {
            Ok(reply) => reply,
            Err(failure) => return self.not_replied(about, failure),
        };
        let answer = match (about, reply) {
            (About::Open(code), Reply::Organisation(file)) => self.opened(code, *file),
            (About::Again(code), Reply::Organisation(file)) => {
                self.seen_again(code, *file);
                Answer::quiet()
            }
            (About::Rounds, Reply::Rounds(rounds)) => {
                self.take_rounds(&rounds);
                Answer::quiet()
            }
            (About::LastYear(code), Reply::Organisation(file)) => {
                self.last_year.insert(code.clone(), file.cells);
                Answer::quiet()
            }
            (About::Elsewhere(item), Reply::Cells(cells)) => {
                self.take_item_marks(*item, &cells);
                Answer::quiet()
            }
            (About::News, Reply::Lines(lines)) => self.take_news(&lines),
            (About::Journal(code), Reply::Lines(lines)) => {
                self.journal.insert(code.clone(), lines);
                Answer::quiet()
            }
            _ => Answer::quiet(),
        };
        self.renew_beside();
        answer
    }

    /// What stands beside the work is not worth a refusal when it cannot be had.
    fn not_replied(&mut self, about: &About, failure: Failure) -> Answer {
        match about {
            About::Open(_) | About::Again(_) | About::News => {
                if matches!(about, About::Open(_)) {
                    self.landing = None;
                }
                Answer::halt(Said::Failed {
                    item: None,
                    failure: Box::new(failure),
                })
            }
            _ => Answer::quiet(),
        }
    }

    fn opened(&mut self, code: &str, file: OrganisationFile) -> Answer {
        // The latest question wins: another organisation may have been asked for since.
        let Some((_, landing)) = self.landing.take_if(|(wanted, _)| wanted == code) else {
            return Answer::quiet();
        };
        self.seq = self.seq.max(file.seq);
        self.open = Some(Open::new(file, &self.scheme, &self.chair));
        self.refresh();
        if let Some(open) = &mut self.open {
            let last = open.slots.len().saturating_sub(1);
            open.at = match landing {
                Landing::FirstOpen => open.next_open(last).map_or(0, |(at, _)| at),
                Landing::Item(id) => {
                    let found = open.slots.iter().position(|slot| {
                        slot.item
                            .is_some_and(|item| self.scheme.item(item).id == id)
                    });
                    found.unwrap_or(0)
                }
            };
        }
        self.look_at_organisation();
        Answer::quiet()
    }

    fn seen_again(&mut self, code: &str, file: OrganisationFile) {
        let Some(open) = &mut self.open else { return };
        if open.row.organisation != code || file.seq < open.seq {
            return;
        }
        let cells = file.cells.into_iter();
        open.stored = cells
            .map(|cell| ((cell.what, cell.key.clone()), cell))
            .collect();
        open.seq = file.seq;
        open.row = file.row;
        open.standing = file.standing;
        open.newest_level = file.newest_level;
        self.refresh();
    }

    /// F5: reads again what is open and what stands beside it.
    pub fn read_again(&mut self) -> Answer {
        // A draft that breaks its rule stays, and holds up nothing that is only looked at again.
        let held = self.settle_draft().err();
        let retried = self.retry();
        self.read_all();
        held.unwrap_or(retried)
    }

    fn read_all(&mut self) {
        self.elsewhere.clear();
        self.last_year.clear();
        if let Some(open) = &self.open {
            let code = open.row.organisation.clone();
            let question = Question::Organisation {
                round: self.round.clone(),
                organisation: code.clone(),
            };
            self.ask(About::Again(code), question);
            self.look_at_organisation();
        }
    }
}

/// An operation of this desk as the journal has it.
fn line_of(operation: &Operation, applied: &Applied) -> JournalLine {
    JournalLine {
        round: Some(operation.round.clone()),
        seq: applied.seq,
        at: applied.at,
        actor: operation.actor.clone(),
        via: "screen".to_owned(),
        kind: operation.command.kind().word().to_owned(),
        reason: operation.reason.clone(),
        undoes: None,
        about: None,
        count: applied.changes.len() as u64,
        changes: applied.changes.clone(),
        hash: applied.head.clone(),
    }
}
