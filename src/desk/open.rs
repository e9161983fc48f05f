//! The organisation that is open: its cells as stored, the same with what is on its way, and the
//! own sheet read from them.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::field::Field;
use super::said::Closed;
use super::slot::Slot;
use crate::number::{Exact, Figure};
use crate::office::{ListRow, OrganisationFile};
use crate::round::{
    AssignmentRecord, AssignmentState, Cell, Key, MarkRecord, Record, SheetRecord, SheetState,
    VetoRecord, What, Write,
};
use crate::scheme::VetoIndex;
use crate::scheme::{Effect, ItemIndex, Method, PartyIndex, Scheme, TrackIndex};
use crate::scoring::{OrganisationFigures, Plan, Standing, VetoState};

/// Cells by what they are and their key.
pub(super) type Cells = BTreeMap<(What, Key), Cell>;

/// The key part that stands for the one overall mark of a party of method `mark`.
const OVERALL: &str = "*";

/// An organisation as this person has it open.
#[derive(Debug, Clone)]
pub struct Open {
    pub row: ListRow,
    pub track: Option<TrackIndex>,
    /// The book's number that the stored cells are the state of.
    pub seq: u64,
    pub newest_level: Option<(i32, String)>,
    pub standing: Standing,
    /// As the office has them.
    pub(super) stored: Cells,
    /// With what is on its way.
    pub(super) now: Cells,
    /// Set on trial; never sent.
    pub(super) trial: Vec<Write>,
    /// The own sheet, one a slot; empty where the party fills none.
    pub slots: Vec<Slot>,
    /// Which slot the cursor is on.
    pub at: usize,
    pub draft: Option<Draft>,
    /// The slot whose option the last key kept by its number: a point right after it was meant for
    /// a mark.
    pub(super) picked: Option<usize>,
    pub sheet: SheetState,
    /// Why the sheet was returned or taken back, or why its rater is recused.
    pub sheet_reason: Option<String>,
    /// Revision of the sheet's state.
    pub(super) sheet_revision: u64,
    pub closed: Option<Closed>,
    /// What the own sheet comes to as it stands, without the draft; 0 where nothing is there.
    pub total: Figure,
    /// With draft and trial.
    pub(super) figures: Option<OrganisationFigures>,
    /// What the figures would be if this sheet counted (K5).
    pub(super) counted: Option<(OrganisationFigures, OrganisationFigures)>,
}

/// Who sits at the desk, and in which chair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chair {
    /// Presses the keys.
    pub actor: String,
    pub party: PartyIndex,
    /// In whose name the sheet is filled.
    pub rater: String,
    /// The party has a list of raters: only who is due for an organisation fills its sheet.
    pub shared_out: bool,
}

impl Open {
    /// Takes an organisation as the office has it.
    #[must_use]
    pub fn new(file: OrganisationFile, scheme: &Scheme, chair: &Chair) -> Self {
        let track = file
            .row
            .track
            .as_deref()
            .and_then(|track| scheme.find_track(track));
        let cells = file.cells.into_iter();
        let stored: Cells = cells
            .map(|cell| ((cell.what, cell.key.clone()), cell))
            .collect();
        let slots = slots(scheme, track, chair.party);
        Self {
            row: file.row,
            track,
            seq: file.seq,
            newest_level: file.newest_level,
            standing: file.standing,
            now: stored.clone(),
            stored,
            trial: Vec::new(),
            slots: slots.into_iter().map(Slot::empty).collect(),
            at: 0,
            draft: None,
            picked: None,
            sheet: SheetState::Open,
            sheet_reason: None,
            sheet_revision: 0,
            closed: None,
            total: Exact::zero().round(scheme.decimals),
            figures: None,
            counted: None,
        }
    }

    /// Takes an organisation as the office has it, with its own sheet read: to look at.
    #[must_use]
    pub fn read_only(file: OrganisationFile, scheme: &Scheme, chair: &Chair) -> Self {
        let mut open = Self::new(file, scheme, chair);
        open.read(scheme, chair, &std::iter::empty());
        open
    }

    /// The key of the own mark in a slot.
    #[must_use]
    pub(super) fn mark_key(&self, scheme: &Scheme, chair: &Chair, item: Option<ItemIndex>) -> Key {
        let item = item.map_or(OVERALL, |item| scheme.item(item).id.as_str());
        let mut key = self.sheet_key(scheme, chair);
        key.push(item.to_owned());
        key
    }

    /// The key of the own sheet.
    #[must_use]
    pub(super) fn sheet_key(&self, scheme: &Scheme, chair: &Chair) -> Key {
        vec![
            self.row.organisation.clone(),
            scheme.party(chair.party).id.clone(),
            chair.rater.clone(),
        ]
    }

    /// The slot of a mark's key; none where it is of another sheet.
    #[must_use]
    pub(super) fn slot_of(&self, scheme: &Scheme, chair: &Chair, key: &Key) -> Option<usize> {
        let keys = self
            .slots
            .iter()
            .map(|slot| self.mark_key(scheme, chair, slot.item));
        keys.into_iter().position(|own| own == *key)
    }

    /// Reads the own sheet anew from the stored cells and what is on its way.
    pub(super) fn read<'a>(
        &mut self,
        scheme: &Scheme,
        chair: &Chair,
        writes: &(impl Iterator<Item = &'a Write> + Clone),
    ) {
        self.now = self.stored.clone();
        for write in writes.clone() {
            if concerns(
                &self.row.organisation,
                write.what,
                &write.key,
                write.record.as_ref(),
            ) {
                lay(&mut self.now, write);
            }
        }
        let zeroed = self.zeroed(scheme);
        for position in 0..self.slots.len() {
            let Some(item) = self.slots.get(position).map(|slot| slot.item) else {
                continue;
            };
            let key = self.mark_key(scheme, chair, item);
            let saving = writes.clone().any(|w| w.what == What::Mark && w.key == key);
            let cell = self.now.get(&(What::Mark, key));
            let revision = cell.map_or(0, |cell| cell.revision);
            let mut slot = Slot {
                revision,
                saving,
                ..Slot::empty(item)
            };
            slot.zeroed = zeroed
                .iter()
                .find_map(|(zeroed, veto)| (Some(*zeroed) == item).then_some(*veto));
            if let Some(record) = cell.and_then(|cell| cell.record.as_ref())
                && let Ok(mark) = MarkRecord::read(record)
            {
                slot.take(&field(scheme, item), mark);
            }
            let key = self.mark_key(scheme, chair, item);
            let mut tried = self.trial.iter();
            if let Some(write) = tried.rfind(|w| w.what == What::Mark && w.key == key)
                && let Some(record) = &write.record
                && let Ok(mark) = MarkRecord::read(record)
            {
                slot.try_out(&field(scheme, item), &mark);
            }
            if let Some(place) = self.slots.get_mut(position) {
                *place = slot;
            }
        }
        self.total = self.totalled(&Plan::new(scheme), chair.party);
        self.read_sheet(scheme, chair);
    }

    fn read_sheet(&mut self, scheme: &Scheme, chair: &Chair) {
        let key = self.sheet_key(scheme, chair);
        let cell = self.now.get(&(What::Sheet, key.clone()));
        self.sheet_revision = cell.map_or(0, |cell| cell.revision);
        let record = cell.and_then(|cell| cell.record.as_ref());
        let state = record.and_then(|record| SheetRecord::read(record).ok());
        self.sheet_reason = state.as_ref().and_then(|record| record.reason.clone());
        self.sheet = state.map_or(SheetState::Open, |record| record.state);
        let assignment = self.now.get(&(What::Assignment, key));
        let assignment = assignment.and_then(|cell| cell.record.as_ref());
        let assignment = assignment.and_then(|record| AssignmentRecord::read(record).ok());
        let assigned = assignment.as_ref().map(|record| record.state);
        let recusal = assignment.filter(|record| record.state == AssignmentState::Recused);
        if let Some(recusal) = recusal {
            self.sheet_reason = recusal.reason;
        }
        let mark_party = matches!(scheme.party(chair.party).method, Method::Mark(_));
        let own = mark_party && is_own(&self.row, &chair.rater);
        self.closed = if self.slots.is_empty() {
            Some(Closed::NoSheet)
        } else if assigned == Some(AssignmentState::Recused) {
            Some(Closed::Recused)
        } else if own {
            Some(Closed::Own)
        } else if self.sheet == SheetState::Submitted {
            Some(Closed::Submitted)
        } else if chair.shared_out && assigned.is_none() {
            Some(Closed::NotDue)
        } else {
            None
        };
    }

    /// Items that a decided veto sets to 0 (V5); on trial too.
    fn zeroed(&self, scheme: &Scheme) -> Vec<(ItemIndex, VetoIndex)> {
        let mut zeroed = Vec::new();
        for (position, veto) in scheme.vetoes.iter().enumerate() {
            let Effect::Zero(item) = veto.effect else {
                continue;
            };
            let key = vec![self.row.organisation.clone(), veto.id.clone()];
            let tried = self
                .trial
                .iter()
                .rfind(|w| w.what == What::Veto && w.key == key);
            let stored = self.now.get(&(What::Veto, key));
            let record = match tried {
                Some(write) => write.record.as_ref(),
                None => stored.and_then(|cell| cell.record.as_ref()),
            };
            let read = record.and_then(|record| VetoRecord::read(record).ok());
            if read.is_some_and(|veto| veto.state == VetoState::Decided) {
                zeroed.push((item, VetoIndex::at(position)));
            }
        }
        zeroed
    }

    /// The slot under the cursor.
    #[must_use]
    pub fn slot(&self) -> Option<&Slot> {
        self.slots.get(self.at)
    }

    /// How many items have an entry, or need none (V5).
    #[must_use]
    pub fn scored(&self) -> usize {
        self.slots.iter().filter(|slot| slot.is_there()).count()
    }

    /// The next slot without an entry after one, round to the first again; whether it went round.
    #[must_use]
    pub fn next_open(&self, after: usize) -> Option<(usize, bool)> {
        let count = self.slots.len();
        let slots = (1..=count).map(|step| (after + step) % count.max(1));
        let mut open = slots.filter(|at| self.slots.get(*at).is_some_and(|slot| !slot.is_there()));
        open.next().map(|at| (at, at <= after))
    }
}

/// Whether an organisation is the one that a rater of overall marks belongs to (P2): such a rater
/// is named by the organisation's code or name.
#[must_use]
pub fn is_own(row: &ListRow, rater: &str) -> bool {
    row.organisation == rater || row.name == rater
}

/// The field of a slot.
#[must_use]
pub fn field(scheme: &Scheme, item: Option<ItemIndex>) -> Field<'_> {
    let decimals = scheme.decimals;
    match item {
        Some(item) => Field::Item {
            item: scheme.item(item),
            decimals,
        },
        None => Field::Overall {
            marks: scheme.marks,
            decimals,
        },
    }
}

fn slots(scheme: &Scheme, track: Option<TrackIndex>, party: PartyIndex) -> Vec<Option<ItemIndex>> {
    let Some(track) = track else {
        return Vec::new();
    };
    let on_track = scheme.parties_of(track).any(|other| other == party);
    match scheme.party(party).method {
        Method::Sheet(_) if on_track => scheme.items_on_sheet(track, party).map(Some).collect(),
        Method::Mark(_) if on_track => vec![None],
        _ => Vec::new(),
    }
}

/// Whether a cell is part of an organisation's file.
pub(super) fn concerns(code: &str, what: What, key: &Key, record: Option<&Record>) -> bool {
    match what {
        What::Organisation
        | What::Mark
        | What::Sheet
        | What::Assignment
        | What::Ballot
        | What::Veto
        | What::Adjustment
        | What::Tie
        | What::Level => key.first().is_some_and(|part| part == code),
        What::Event => record.and_then(|r| r.first()).and_then(Option::as_deref) == Some(code),
        What::Round | What::Places | What::Review => false,
    }
}

/// Lays a write over cells; the revision stays what the office last said.
pub(super) fn lay(cells: &mut Cells, write: &Write) {
    let place = (write.what, write.key.clone());
    let cell = cells.entry(place).or_insert_with(|| Cell {
        what: write.what,
        key: write.key.clone(),
        record: None,
        revision: 0,
    });
    cell.record.clone_from(&write.record);
}
