//! What the office answers, and where it goes.

use super::{Asked, LineDesk};
use crate::desk::queue::Settled;
use crate::desk::said::{Answer, Said};
use crate::office::{Applied, Failure, JournalLine, ListRow, Reply};
use crate::round::{Cell, Change, Command, Conflict, Refusal, What};

impl LineDesk {
    /// The office has applied an operation, or said why not. 已保存 comes from here alone.
    pub fn applied(&mut self, id: &str, answer: Result<Applied, Failure>) -> Answer {
        let trouble = answer.as_ref().err().cloned();
        let Some(settled) = self.outbox.queue.settle(id, answer) else {
            return match trouble {
                Some(failure @ Failure::Trouble(_)) => Answer::halt(Said::Failed {
                    item: None,
                    failure: Box::new(failure),
                }),
                _ => Answer::quiet(),
            };
        };
        match &settled.result {
            Ok(applied) => {
                self.seq = self.seq.max(applied.seq);
                // The way is free again: what was stuck goes too.
                self.outbox.queue.retry();
                for change in &applied.changes {
                    self.take_change(change);
                }
            }
            Err(_) => self.read_all(),
        }
        match (&settled.operation.command, &settled.result) {
            (Command::Submit { .. }, result) => self.submitted(result),
            (Command::Withdraw { .. }, Ok(_)) => Answer::say(Said::Withdrawn),
            (_, Ok(_)) => Answer::quiet(),
            (_, Err(refusal)) => self.refused(&settled, refusal.clone()),
        }
    }

    /// One sheet after the other; what came of them is said after the last.
    fn submitted(&mut self, result: &Result<Applied, Refusal>) -> Answer {
        let now = &mut self.submitting;
        now.waiting = now.waiting.saturating_sub(1);
        match result {
            Ok(_) => now.submitted += 1,
            Err(_) => now.refused += 1,
        }
        if now.waiting > 0 {
            return Answer::quiet();
        }
        let told = Said::SubmittedAcross {
            submitted: now.submitted,
            refused: now.refused,
        };
        if self.party().independent {
            // What was kept back until now may be seen.
            self.read_again();
        }
        Answer::say(told)
    }

    fn refused(&mut self, settled: &Settled, refusal: Refusal) -> Answer {
        let item = self.line;
        let Some(conflict) = settled.conflict(&refusal) else {
            return Answer::halt(Said::Failed {
                item,
                failure: Box::new(Failure::Refusal(refusal)),
            });
        };
        self.take_theirs(&conflict);
        self.over.take_conflict(conflict);
        Answer::halt(Said::Conflict { item })
    }

    fn take_theirs(&mut self, conflict: &Conflict) {
        let organisation = conflict.key.first().cloned().unwrap_or_default();
        let cell = Cell {
            what: conflict.what,
            key: conflict.key.clone(),
            record: conflict.theirs.clone(),
            revision: conflict.revision,
        };
        self.stored.insert((cell.what, cell.key.clone()), cell);
        self.read_of(&organisation);
    }

    /// Takes one change of the book into what is shown.
    fn take_change(&mut self, change: &Change) {
        self.files.take(change);
        let Some(organisation) = change.key.first() else {
            return;
        };
        if matches!(change.what, What::Mark | What::Sheet | What::Assignment) {
            self.move_draft(change);
            let place = (change.what, change.key.clone());
            let before = self.stored.get(&place);
            if before.is_none_or(|cell| cell.revision < change.new_revision) {
                let cell = Cell {
                    what: change.what,
                    key: change.key.clone(),
                    record: change.new.clone(),
                    revision: change.new_revision,
                };
                self.stored.insert(place, cell);
            }
        }
        if self.places.contains_key(organisation) {
            self.stale.insert(organisation.clone());
            self.read_of(organisation);
        }
    }

    /// A draft opened on a cell before our own change of it now stands on what that left.
    fn move_draft(&mut self, change: &Change) {
        let own = self
            .organisation()
            .map(|organisation| self.mark_key(organisation, &self.chair.rater));
        if change.what == What::Mark
            && Some(&change.key) == own.as_ref()
            && let Some(draft) = &mut self.draft
            && draft.seen() == change.old_revision
        {
            draft.stand_on(change.new_revision);
        }
    }

    /// The answer to a question.
    pub fn replied(&mut self, about: &Asked, answer: Result<Reply, Failure>) -> Answer {
        let reply = match answer {
            Ok(reply) => reply,
            Err(failure) => return Self::not_replied(about, failure),
        };
        match (about, reply) {
            (Asked::Marks(_) | Asked::Earlier(_) | Asked::Sheets, Reply::Cells(cells)) => {
                self.take_cells(about, cells);
            }
            (Asked::Rounds, Reply::Rounds(rounds)) => {
                self.known.insert(Asked::Rounds);
                self.take_rounds(&rounds);
            }
            (Asked::LastYear(item), Reply::Cells(cells)) => self.take_last_year(*item, &cells),
            (Asked::File(_), Reply::Organisation(file)) => self.take_file(&file),
            (Asked::Row(_), Reply::Organisation(file)) => {
                self.take_file(&file);
                self.take_rows(vec![file.row]);
            }
            (Asked::Rows, Reply::List(rows)) => self.take_rows(rows),
            (Asked::News, Reply::Lines(lines)) => return self.take_news(&lines),
            _ => {}
        }
        Answer::quiet()
    }

    /// What stands beside the work is not worth a refusal when it cannot be had.
    fn not_replied(about: &Asked, failure: Failure) -> Answer {
        match about {
            Asked::Marks(_) | Asked::Sheets | Asked::News => Answer::halt(Said::Failed {
                item: None,
                failure: Box::new(failure),
            }),
            _ => Answer::quiet(),
        }
    }

    fn take_cells(&mut self, about: &Asked, cells: Vec<Cell>) {
        let first = !self.is_there();
        for cell in cells {
            let place = (cell.what, cell.key.clone());
            let before = self.stored.get(&place);
            if before.is_none_or(|before| before.revision <= cell.revision) {
                self.stored.insert(place, cell);
            }
        }
        self.known.insert(about.clone());
        self.read_all();
        if first && self.is_there() && !self.landed {
            self.at = self.first_open().unwrap_or(self.at);
        }
    }

    /// Takes organisations that were read anew: values change where they stand.
    fn take_rows(&mut self, rows: Vec<ListRow>) {
        let mut now: std::collections::HashMap<String, ListRow> = rows
            .into_iter()
            .map(|row| (row.organisation.clone(), row))
            .collect();
        for row in &mut self.rows {
            if let Some(new) = now.remove(&row.organisation) {
                *row = new;
            }
        }
        self.read_all();
    }

    fn take_news(&mut self, lines: &[JournalLine]) -> Answer {
        let (mut by, mut changes, mut again) = (None, 0, false);
        // What was there when the rows were read is no news.
        let read = self.rows.iter().map(|row| row.seq).min().unwrap_or(0);
        for line in lines {
            self.seq = self.seq.max(line.seq);
            again |= line.count > line.changes.len() as u64;
            for change in &line.changes {
                let here = change
                    .key
                    .first()
                    .is_some_and(|code| self.places.contains_key(code));
                if here && line.seq > read && line.actor != self.chair.actor {
                    by = Some(line.actor.clone());
                    changes += 1;
                }
                self.take_change(change);
            }
        }
        if again {
            return self.read_again();
        }
        by.map_or_else(Answer::quiet, |by| {
            Answer::say(Said::NewsAcross { by, changes })
        })
    }

    /// The position of the own mark that a change is of.
    #[must_use]
    pub fn place_of(&self, change: &Change) -> Option<usize> {
        let organisation = change.key.first()?;
        let own = match change.what {
            What::Mark => self.mark_key(organisation, &self.chair.rater) == change.key,
            What::Sheet => self.sheet_key(organisation, &self.chair.rater) == change.key,
            _ => false,
        };
        self.places.get(organisation).copied().filter(|_| own)
    }
}
