//! What stands open over a sheet or a line and wants an answer, and the conflicts behind it.

use std::collections::VecDeque;

use super::queue::Settled;
use super::stroke::Stroke;
use super::{Asking, Edit};
use crate::round::{Conflict, Refusal, Write};

/// What is open over the fields; at most one thing, and conflicts that wait for their turn.
#[derive(Default)]
pub(super) struct Over {
    pub(super) asking: Option<Asking>,
    /// Conflicts that wait until what is open has its answer.
    conflicts: VecDeque<Conflict>,
}

/// What a person decides about a conflict.
pub(super) enum Decided {
    /// The stored value stays.
    Theirs,
    /// The own one is written over it.
    Mine(Write),
    /// The own one goes into its field once more.
    Edit(Box<Conflict>),
}

impl Over {
    /// The conflicts that wait for a decision: until then the own value is stored nowhere.
    pub(super) fn undecided(&self) -> impl Iterator<Item = &Conflict> {
        let open = self.asking.as_ref().and_then(Asking::conflict);
        open.into_iter().chain(&self.conflicts)
    }

    /// Closes what is open; a conflict waits for its decision.
    pub(super) fn close_for_good(&mut self) {
        if let Some(Asking::Conflict(conflict)) = self.asking.take() {
            self.conflicts.push_front(*conflict);
        }
    }

    /// Puts a conflict behind those that wait, and opens it where nothing else is open.
    pub(super) fn take_conflict(&mut self, conflict: Conflict) {
        self.conflicts.push_back(conflict);
        self.next_conflict();
    }

    /// Opens the next conflict that waits, once nothing else is open.
    pub(super) fn next_conflict(&mut self) {
        if self.asking.is_none()
            && let Some(conflict) = self.conflicts.pop_front()
        {
            self.asking = Some(Asking::Conflict(Box::new(conflict)));
        }
    }

    /// Closes the open conflict: 1 keeps theirs, 2 puts mine, 3 edits mine. None for another
    /// key, which leaves it open.
    pub(super) fn decide_conflict(&mut self, stroke: Stroke) -> Option<Decided> {
        let Stroke::Digit(digit @ 1..=3) = stroke else {
            return None;
        };
        let Asking::Conflict(conflict) = self.asking.take()? else {
            return None;
        };
        Some(match digit {
            1 => Decided::Theirs,
            2 => Decided::Mine(Write {
                what: conflict.what,
                key: conflict.key,
                record: conflict.mine,
                seen: Some(conflict.revision),
                row: None,
            }),
            _ => Decided::Edit(conflict),
        })
    }

    /// Whether what is open takes letters as they are.
    pub(super) fn takes_text(&self) -> bool {
        self.asking.as_ref().is_some_and(Asking::takes_text)
    }

    /// The reason that a digit picks among those given lately: the item's position, whether it
    /// had a mark, the reason.
    pub(super) fn picked(&self, letter: char) -> Option<(usize, bool, String)> {
        self.asking.as_ref()?.picked(letter)
    }

    /// Looks further down or up in a paste; false where none is open.
    pub(super) fn step_paste(&mut self, by: isize) -> bool {
        let paste = match &mut self.asking {
            Some(Asking::Paste(paste)) => paste,
            _ => return false,
        };
        paste.step(by);
        true
    }

    /// Edits the text that is asked for; false where none is.
    pub(super) fn edit(&mut self, edit: Edit) -> bool {
        self.asking.as_mut().is_some_and(|asking| asking.edit(edit))
    }
}

impl Settled {
    /// The one conflict of a refusal of this operation, with what the person wants by now: what
    /// was typed into the cell after it.
    pub(super) fn conflict(&self, refusal: &Refusal) -> Option<Conflict> {
        let mut conflict = one_conflict(refusal)?;
        let same = |write: &&Write| write.what == conflict.what && write.key == conflict.key;
        if let Some(write) = self.voided.iter().rev().find(same) {
            conflict.mine.clone_from(&write.record);
        }
        Some(conflict)
    }
}

/// The one conflict of a refusal, alone or among the rows of an operation.
fn one_conflict(refusal: &Refusal) -> Option<Conflict> {
    match refusal {
        Refusal::Conflict(conflict) => Some((**conflict).clone()),
        Refusal::Rows(rows) => rows.iter().find_map(|(_, refusal)| one_conflict(refusal)),
        _ => None,
    }
}
