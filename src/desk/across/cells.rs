//! The cells of the line, read from what is stored and what is on its way.

use super::{Asked, LineDesk};
use crate::desk::Slot;
use crate::desk::open::{field, is_own};
use crate::desk::said::Closed;
use crate::number::Figure;
use crate::office::{ListRow, SheetSummary};
use crate::round::{
    AssignmentRecord, AssignmentState, Key, MarkRecord, RoundState, SheetRecord, SheetState, What,
};
use crate::scheme::{Effect, ItemIndex, Method, TrackIndex, VetoIndex};

/// The key part that stands for the one overall mark of a rater.
const OVERALL: &str = "*";

/// One cell of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossCell {
    /// Position of the organisation among the rows.
    pub row: usize,
    pub slot: Slot,
    /// Why the sheet cannot be written.
    pub closed: Option<Closed>,
    /// Where the own sheet is.
    pub sheet: SheetState,
}

impl LineDesk {
    /// The organisations whose sheet has the line, with the cursor on the same one where it is
    /// still there, else on the first without an entry.
    pub(super) fn lay_out(&mut self) {
        let here = self.organisation().map(str::to_owned);
        let slot = Slot::empty(self.line);
        let with_line = self.rows.iter().enumerate();
        let with_line = with_line.filter(|(_, row)| self.has_line(row));
        let cells: Vec<CrossCell> = with_line
            .map(|(row, _)| CrossCell {
                row,
                slot: slot.clone(),
                closed: None,
                sheet: SheetState::Open,
            })
            .collect();
        self.cells = cells;
        // Read below, one by one; an empty one has no entry.
        self.scored = 0;
        let codes = self.cells.iter().zip(0..);
        let codes = codes.filter_map(|(cell, at)| {
            let row = self.rows.get(cell.row)?;
            Some((row.organisation.clone(), at))
        });
        self.places = codes.collect();
        self.draft = None;
        self.read_all();
        let kept = here.and_then(|code| self.places.get(&code).copied());
        self.at = kept.or_else(|| self.first_open()).unwrap_or(0);
        self.look_at_line();
    }

    pub(super) fn first_open(&self) -> Option<usize> {
        let last = self.cells.len().checked_sub(1)?;
        self.next_open(last).map(|(at, _)| at)
    }

    pub(super) fn track(&self, row: &ListRow) -> Option<TrackIndex> {
        let track = self.scheme.find_track(row.track.as_deref()?)?;
        let mut parties = self.scheme.parties_of(track);
        parties
            .any(|party| party == self.chair.party)
            .then_some(track)
    }

    fn has_line(&self, row: &ListRow) -> bool {
        let Some(track) = self.track(row) else {
            return false;
        };
        match (self.line, &self.party().method) {
            (Some(_), Method::Sheet(_)) if !self.is_own_share(row) => false,
            (Some(line), Method::Sheet(_)) => self
                .scheme
                .items_on_sheet(track, self.chair.party)
                .any(|item| item == line),
            (None, Method::Mark(_)) => true,
            _ => false,
        }
    }

    /// Whether a sheet is this chair's: where the work is shared out, the others are not listed,
    /// but those from which it is recused, and those that it has begun all the same.
    fn is_own_share(&self, row: &ListRow) -> bool {
        let party = &self.party().id;
        let mut sheets = row.sheets.iter();
        !self.chair.shared_out
            || sheets.any(|sheet| {
                let own = sheet.party == *party && sheet.rater == self.chair.rater;
                own && (sheet.due || sheet.recused || sheet.is_begun())
            })
    }

    pub(super) fn line_id(&self, line: Option<ItemIndex>) -> String {
        line.map_or(OVERALL, |item| self.scheme.item(item).id.as_str())
            .to_owned()
    }

    /// The key of a sheet of the own party.
    pub(super) fn sheet_key(&self, organisation: &str, rater: &str) -> Key {
        vec![
            organisation.to_owned(),
            self.party().id.clone(),
            rater.to_owned(),
        ]
    }

    /// The key of the own mark on an organisation.
    pub(super) fn mark_key(&self, organisation: &str, rater: &str) -> Key {
        let mut key = self.sheet_key(organisation, rater);
        key.push(self.line_id(self.line));
        key
    }

    /// Reads every cell anew.
    pub(super) fn read_all(&mut self) {
        for at in 0..self.cells.len() {
            self.read_at(at);
        }
    }

    /// Reads the cell of an organisation anew.
    pub(super) fn read_of(&mut self, organisation: &str) {
        if let Some(at) = self.places.get(organisation) {
            self.read_at(*at);
        }
    }

    fn read_at(&mut self, at: usize) {
        let Some(row) = self.cells.get(at).and_then(|cell| self.rows.get(cell.row)) else {
            return;
        };
        let slot = self.slot_of(row, &self.chair.rater);
        let sheet = self.sheet_of(row, &self.chair.rater);
        let closed = self.why_closed(row, sheet);
        if let Some(cell) = self.cells.get_mut(at) {
            self.scored -= usize::from(cell.slot.is_there());
            self.scored += usize::from(slot.is_there());
            cell.slot = slot;
            cell.sheet = sheet;
            cell.closed = closed;
        }
    }

    /// What a rater's sheet of an organisation has on the line.
    pub(super) fn slot_of(&self, row: &ListRow, rater: &str) -> Slot {
        let key = self.mark_key(&row.organisation, rater);
        let on_its_way = self.outbox.queue.write_of(What::Mark, &key);
        let stored = self.stored.get(&(What::Mark, key));
        let record = match on_its_way {
            Some(write) => write.record.as_ref(),
            None => stored.and_then(|cell| cell.record.as_ref()),
        };
        let mut slot = Slot {
            revision: stored.map_or(0, |cell| cell.revision),
            saving: on_its_way.is_some(),
            zeroed: self.zeroed(row),
            ..Slot::empty(self.line)
        };
        if let Some(record) = record.and_then(|record| MarkRecord::read(record).ok()) {
            slot.take(&field(&self.scheme, self.line), record);
        }
        slot
    }

    pub(super) fn sheet_of(&self, row: &ListRow, rater: &str) -> SheetState {
        let key = self.sheet_key(&row.organisation, rater);
        let stored = self.stored.get(&(What::Sheet, key));
        let record = stored.and_then(|cell| SheetRecord::read(cell.record.as_ref()?).ok());
        record.map_or(SheetState::Open, |record| record.state)
    }

    /// Whether a rater is to fill a sheet, or recused; none where nothing is said.
    pub(super) fn assignment(&self, row: &ListRow, rater: &str) -> Option<AssignmentState> {
        let key = self.sheet_key(&row.organisation, rater);
        let stored = self.stored.get(&(What::Assignment, key))?;
        let record = AssignmentRecord::read(stored.record.as_ref()?).ok()?;
        Some(record.state)
    }

    fn why_closed(&self, row: &ListRow, sheet: SheetState) -> Option<Closed> {
        let rater = &self.chair.rater;
        let assigned = self.assignment(row, rater);
        if assigned == Some(AssignmentState::Recused) {
            Some(Closed::Recused)
        } else if self.line.is_none() && is_own(row, rater) {
            Some(Closed::Own)
        } else if sheet == SheetState::Submitted {
            Some(Closed::Submitted)
        } else if self.chair.shared_out && assigned.is_none() && self.known.contains(&Asked::Sheets)
        {
            Some(Closed::NotDue)
        } else if self.state != RoundState::Open {
            Some(Closed::Round)
        } else {
            None
        }
    }

    /// The veto in force that sets the item to 0 (V5).
    fn zeroed(&self, row: &ListRow) -> Option<VetoIndex> {
        let vetoes = (0..self.scheme.vetoes.len()).map(VetoIndex::at);
        let mut vetoes = vetoes.filter(|veto| row.decided.contains(&self.scheme.veto(*veto).id));
        vetoes.find(|veto| match self.scheme.veto(*veto).effect {
            Effect::Zero(item) => Some(item) == self.line,
            _ => false,
        })
    }

    /// The mark of the party before on a cell's organisation; hidden like every mark of others.
    #[must_use]
    pub fn earlier_mark(&self, cell: &CrossCell) -> Option<Figure> {
        if self.is_blind(cell) {
            return None;
        }
        let party = &self.scheme.party(self.earlier()?).id;
        let row = self.row(cell)?;
        let line = self.line_id(self.line);
        let from = (What::Mark, vec![row.organisation.clone(), party.clone()]);
        let field = self.field();
        let cells = self.stored.range(from..);
        let mut cells = cells
            .take_while(|((what, key), _)| {
                *what == What::Mark && key.first() == Some(&row.organisation)
            })
            .filter(|((_, key), _)| key.get(1) == Some(party) && key.last() == Some(&line));
        cells.find_map(|(_, cell)| {
            let record = MarkRecord::read(cell.record.as_ref()?).ok()?;
            let mark = field.mark(&field.parse(&record.entry?).ok()?)?;
            Some(mark.round(field.decimals()))
        })
    }

    /// Last year's mark of the party on a cell's organisation.
    #[must_use]
    pub fn mark_of_last_year(&self, cell: &CrossCell) -> Option<Figure> {
        let row = self.row(cell)?;
        self.last_year
            .get(&self.line?)?
            .get(&row.organisation)
            .copied()
    }

    /// Whether anything is known of last year.
    #[must_use]
    pub fn has_last_year(&self) -> bool {
        self.known.contains(&Asked::Rounds) && self.last_round.is_some()
    }

    /// How far the own sheet of a cell's organisation is.
    #[must_use]
    pub fn sheet(&self, cell: &CrossCell) -> Option<&SheetSummary> {
        let party = &self.party().id;
        let mut sheets = self.row(cell)?.sheets.iter();
        sheets.find(|sheet| sheet.party == *party && sheet.rater == self.chair.rater)
    }
}
