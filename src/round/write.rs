//! Cells that are written, by hand or from a file: each is checked by its own rules, and all are
//! written or none.

use std::collections::HashMap;

use super::ids::Ids;
use super::written::Sheets;
use super::{
    Cell, Conflict, Context, Decision, Kind, OperationKind, Record, Refusal, RoundState,
    SheetState, Slice, What, Write,
};
use super::{check, decide, tree};

/// How the writes came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Hand,
    /// `reopen`: may change submitted sheets.
    File {
        reopen: bool,
    },
}

/// A write within its rules.
pub(super) struct Accepted<'a> {
    pub(super) write: &'a Write,
    /// What is there.
    cell: Option<&'a Cell>,
    pub(super) new: Option<Record>,
    /// Of a mark: its sheet in [`Sheets`], and its slot there.
    pub(super) slot: Option<check::Slot>,
}

/// Writes on their way to changes.
pub(super) struct Writing<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) slice: &'a Slice,
    pub(super) mode: Mode,
    pub(super) ids: Ids<'a>,
    pub(super) sheets: Sheets<'a>,
    pub(super) accepted: Vec<Accepted<'a>>,
    /// Where in `accepted` a cell is, by [`What`].
    pub(super) positions: [HashMap<&'a [String], usize>; What::ALL.len()],
    /// The place in the list that the next new organisation gets.
    pub(super) next_place: u32,
    faults: Vec<(Option<u32>, Refusal)>,
}

/// Decides what a person writes.
pub(super) fn by_hand<'a>(
    context: &'a Context<'a>,
    slice: &'a Slice,
    state: RoundState,
    writes: &'a [Write],
) -> Result<Decision, Refusal> {
    let changes = Writing::of(context, slice, Mode::Hand, state, writes).finish();
    match changes {
        Err(Refusal::Rows(mut faults)) if faults.len() == 1 => Err(faults
            .pop()
            .map_or(Refusal::ReasonNeeded, |(_, fault)| fault)),
        Err(fault) => Err(fault),
        Ok(changes) => Ok(Decision {
            changes,
            kind: OperationKind::Write,
            undoes: None,
        }),
    }
}

/// Decides what a file brings.
pub(super) fn by_file<'a>(
    context: &'a Context<'a>,
    slice: &'a Slice,
    state: RoundState,
    kind: Kind,
    writes: &'a [Write],
    reopen: bool,
) -> Result<Decision, Refusal> {
    let strangers = writes
        .iter()
        .filter(|write| !kind.cells().contains(&write.what));
    let faults: Vec<_> = strangers
        .map(|write| (write.row, not_of_its_form(write)))
        .collect();
    if !faults.is_empty() {
        return Err(Refusal::Rows(faults));
    }
    if reopen && context.given_reason().is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    let mode = Mode::File { reopen };
    let changes = Writing::of(context, slice, mode, state, writes).finish()?;
    Ok(Decision {
        changes,
        kind: OperationKind::Import,
        undoes: None,
    })
}

/// Whether a round in this state takes cells of this kind. What is entered ends with the round's
/// closing; what is decided on it goes on until it is final.
pub(super) const fn takes(state: RoundState, what: What) -> bool {
    match state {
        RoundState::Open => true,
        RoundState::Draft => matches!(
            what,
            What::Round | What::Organisation | What::Assignment | What::Places | What::Level
        ),
        RoundState::Closed => !matches!(
            what,
            What::Organisation | What::Mark | What::Sheet | What::Assignment | What::Ballot
        ),
        RoundState::Provisional | RoundState::Notice | RoundState::Final => {
            matches!(what, What::Round | What::Review)
        }
    }
}

/// The record with all of its fields: one that the write leaves off at the end stays as it is,
/// and an empty text is no field.
fn full(what: What, record: &Record, old: Option<&Record>) -> Record {
    let field = |position: usize| {
        let given = record.get(position);
        let kept = || old.and_then(|old| old.get(position));
        let text = given.or_else(kept).and_then(Option::as_ref);
        text.filter(|text| !text.trim().is_empty()).cloned()
    };
    (0..what.fields().len()).map(field).collect()
}

impl<'a> Writing<'a> {
    fn of(
        context: &'a Context<'a>,
        slice: &'a Slice,
        mode: Mode,
        state: RoundState,
        writes: &'a [Write],
    ) -> Self {
        let mut writing = Self {
            context,
            slice,
            mode,
            ids: Ids::of(context.plan.scheme()),
            sheets: Sheets::default(),
            accepted: Vec::with_capacity(writes.len()),
            positions: Default::default(),
            next_place: tree::next_place(slice, writes),
            faults: Vec::new(),
        };
        if let [.., last] = writes {
            // Files hold cells of one kind; growing step by step would hash each key again.
            writing.positions[last.what as usize].reserve(writes.len());
        }
        for write in writes {
            let outcome = if takes(state, write.what) {
                writing.accept(write)
            } else {
                Err(Refusal::RoundClosed)
            };
            if let Err(fault) = outcome {
                writing.faults.push((write.row, fault));
            }
        }
        writing
    }

    fn accept(&mut self, write: &'a Write) -> Result<(), Refusal> {
        let what = write.what;
        if write.key.len() != what.key_parts().len()
            || write
                .record
                .as_ref()
                .is_some_and(|record| record.len() > what.fields().len())
        {
            return Err(not_of_its_form(write));
        }
        let cell = self.slice.cell(what, &write.key);
        let old = cell.and_then(|cell| cell.record.as_ref());
        let record = write.record.as_ref().map(|record| full(what, record, old));
        if what == What::Sheet {
            return self.state_sheet(write, record);
        }
        let (new, slot) = check::cell(self, write, record)?;
        self.take(Accepted {
            write,
            cell,
            new,
            slot,
        })
    }

    /// Takes a write in, unless another one is there for the cell.
    fn take(&mut self, accepted: Accepted<'a>) -> Result<(), Refusal> {
        let what = accepted.write.what;
        let position = self.accepted.len();
        let known = *self.positions[what as usize]
            .entry(&accepted.write.key)
            .or_insert(position);
        let Some(earlier) = self.accepted.get_mut(known) else {
            self.accepted.push(accepted);
            return Ok(());
        };
        match what {
            // A file may tell how a veto went on: its last row stands.
            What::Veto if self.mode != Mode::Hand => *earlier = accepted,
            // A code twice is refused, whatever it says.
            What::Organisation => return Err(twice(accepted.write)),
            _ if earlier.new == accepted.new => {}
            _ => return Err(twice(accepted.write)),
        }
        Ok(())
    }

    /// A file states the state of a whole sheet; by hand it is submitted, taken back or returned.
    fn state_sheet(&mut self, write: &'a Write, record: Option<Record>) -> Result<(), Refusal> {
        let text = record.and_then(|mut record| record.swap_remove(0));
        let state = text
            .as_deref()
            .and_then(|text| text.parse::<SheetState>().ok());
        let (Some(state), Mode::File { .. }) = (state, self.mode) else {
            return Err(Refusal::Field {
                field: "state".to_owned(),
                value: text.unwrap_or_default(),
            });
        };
        let position = self.sheet(&write.key)?;
        if self.sheets.state(position, state, write.row) {
            Ok(())
        } else {
            Err(twice(write))
        }
    }

    /// The changes, once every write has been looked at.
    fn finish(mut self) -> Result<Vec<super::Change>, Refusal> {
        let mut faults = tree::faults(&self);
        self.faults.append(&mut faults);
        let mut changes = Vec::with_capacity(self.accepted.len());
        for mut accepted in std::mem::take(&mut self.accepted) {
            let new = accepted.new.take();
            if accepted.write.what == What::Veto {
                // Completeness looks at it again.
                accepted.new.clone_from(&new);
                self.sheets
                    .see_veto(&accepted, &self.ids, self.context.plan.scheme());
            }
            let there = new.as_ref().is_some_and(|record| record[0].is_some());
            let change =
                decide::changed(accepted.cell, accepted.write.what, &accepted.write.key, new);
            if let Some((sheet, slot)) = accepted.slot {
                self.sheets.see_mark(sheet, slot, there, change.is_some());
            }
            let Some(change) = change else { continue };
            if let Err(fault) = self.unlocked(&accepted, &change) {
                self.faults.push((accepted.write.row, fault));
            } else {
                changes.push(change);
            }
        }
        self.settle_sheets(&mut changes);
        if self.faults.is_empty() {
            Ok(changes)
        } else {
            self.faults.sort_by_key(|(row, _)| *row);
            Err(Refusal::Rows(self.faults))
        }
    }

    /// Looks whether somebody else was there first, and whether the sheet may still be changed.
    fn unlocked(&self, accepted: &Accepted<'_>, change: &super::Change) -> Result<(), Refusal> {
        let write = accepted.write;
        // Who saw nothing there, where nothing is there (any more), saw what is: a cell that was
        // removed is not shown, so its revision is not known to anybody.
        let nothing = write.seen == Some(0) && change.old.is_none();
        if let Some(seen) = write.seen
            && seen != change.old_revision
            && !nothing
        {
            return Err(Refusal::Conflict(Box::new(Conflict {
                what: write.what,
                key: write.key.clone(),
                seen,
                revision: change.old_revision,
                base: None,
                theirs: change.old.clone(),
                mine: change.new.clone(),
                by: String::new(),
                at: 0,
            })));
        }
        match accepted.slot {
            Some((sheet, _)) if self.mode != (Mode::File { reopen: true }) => {
                self.sheets.writable(sheet)
            }
            _ => Ok(()),
        }
    }

    fn settle_sheets(&mut self, changes: &mut Vec<super::Change>) {
        let mut sheets = std::mem::take(&mut self.sheets);
        sheets.settle(self, changes);
        self.sheets = sheets;
    }

    /// Notes a fault.
    pub(super) fn refuse(&mut self, row: Option<u32>, fault: Refusal) {
        self.faults.push((row, fault));
    }
}

fn not_of_its_form(write: &Write) -> Refusal {
    Refusal::Field {
        field: write.what.word().to_owned(),
        value: write.key.join(" "),
    }
}

pub(super) fn twice(write: &Write) -> Refusal {
    Refusal::Twice {
        what: write.what,
        key: write.key.clone(),
    }
}
