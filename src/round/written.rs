//! The sheets that an operation writes on, and what becomes of their states (C4, V5).

use std::collections::{HashMap, HashSet};

use super::decide::changed;
use super::ids::{Ids, unknown};
use super::sheet::{
    Slots, has_entry, is_decided, is_submitted, may_fill, of_sheet, sheet_record, slots_of,
    zeroed_item,
};
use super::write::{Accepted, Mode, Writing};
use super::{Cell, Change, Part, Refusal, SheetRecord, SheetState, What};
use crate::scheme::{ItemIndex, Scheme};

/// A sheet that marks are written on.
struct Sheet<'a> {
    key: &'a [String],
    slots: Slots<'a>,
    record: Option<SheetRecord>,
    /// What a file says of its state, with the row that says so.
    stated: Option<(SheetState, Option<u32>)>,
    /// For each slot that was written, whether it has an entry then.
    written: Vec<Option<bool>>,
    changed: bool,
}

/// The sheets that an operation writes on.
#[derive(Default)]
pub(super) struct Sheets<'a> {
    list: Vec<Sheet<'a>>,
    positions: HashMap<&'a [String], Result<usize, Refusal>>,
    /// The last one looked up: rows of one sheet mostly follow each other.
    last: Option<usize>,
    /// Vetoes that set an item to 0, as this operation leaves them.
    vetoes: HashMap<&'a [String], Option<ItemIndex>>,
}

impl<'a> Writing<'a> {
    /// The position in [`Sheets`] of the sheet whose key this begins with.
    pub(super) fn sheet(&mut self, key: &'a [String]) -> Result<usize, Refusal> {
        let Some(key @ [organisation, party, rater]) = key.get(..3) else {
            return Err(unknown(Part::Organisation, ""));
        };
        if let Some(last) = self.sheets.last
            && self
                .sheets
                .list
                .get(last)
                .is_some_and(|sheet| sheet.key == key)
        {
            return Ok(last);
        }
        if let Some(known) = self.sheets.positions.get(key) {
            return known.clone();
        }
        let slots = self.open_sheet([organisation, party, rater], key);
        let outcome = slots.map(|slots| {
            self.sheets.list.push(Sheet {
                key,
                slots,
                record: sheet_record(self.slice.cell(What::Sheet, key)),
                stated: None,
                written: Vec::new(),
                changed: false,
            });
            self.sheets.list.len() - 1
        });
        self.sheets.last = outcome.clone().ok();
        self.sheets.positions.insert(key, outcome.clone());
        outcome
    }

    fn open_sheet(&self, names: [&'a String; 3], key: &[String]) -> Result<Slots<'a>, Refusal> {
        let slots = slots_of(self.context, self.slice, &self.ids, names)?;
        match may_fill(self.slice, names) {
            Ok(()) => Ok(slots),
            // A file may bring what a recused rater had entered before: it does not count (P7).
            Err(Refusal::Recused { .. }) if self.mode != Mode::Hand => Ok(slots),
            // A list that came later does not turn away a sheet that stands: the same file may
            // be imported again.
            Err(_) if self.mode != Mode::Hand && self.is_begun(key, &slots) => Ok(slots),
            Err(why) => Err(why),
        }
    }

    /// Whether anything of a sheet has been stored.
    fn is_begun(&self, key: &[String], slots: &Slots<'_>) -> bool {
        let has_mark = |item: &str| has_entry(self.slice, &[key, &[item.to_owned()]].concat());
        sheet_record(self.slice.cell(What::Sheet, key)).is_some()
            || match slots {
                Slots::Overall => has_mark("*"),
                Slots::Items(items) => items
                    .iter()
                    .any(|item| has_mark(&self.context.plan.scheme().item(*item).id)),
            }
    }

    /// The slot of an item on a sheet.
    pub(super) fn slot(
        &self,
        sheet: usize,
        item: &str,
    ) -> Result<(usize, Option<ItemIndex>), Refusal> {
        let Some(sheet) = self.sheets.list.get(sheet) else {
            return Err(unknown(Part::Item, item));
        };
        match sheet.slots {
            Slots::Overall if item == "*" => Ok((0, None)),
            Slots::Overall => Err(unknown(Part::Item, item)),
            Slots::Items(items) => {
                let index = self.ids.item(item)?;
                let slot = items
                    .binary_search(&index)
                    .map_err(|_| of_sheet_item(sheet.key, item))?;
                Ok((slot, Some(index)))
            }
        }
    }
}

fn of_sheet_item(key: &[String], item: &str) -> Refusal {
    Refusal::ItemNotOnSheet {
        organisation: key.first().cloned().unwrap_or_default(),
        party: key.get(1).cloned().unwrap_or_default(),
        item: item.to_owned(),
    }
}

impl<'a> Sheets<'a> {
    /// Notes what a file says of a sheet's state; false where it has said another thing before.
    pub(super) fn state(&mut self, sheet: usize, state: SheetState, row: Option<u32>) -> bool {
        let Some(sheet) = self.list.get_mut(sheet) else {
            return true;
        };
        match sheet.stated {
            Some((earlier, _)) => earlier == state,
            None => {
                sheet.stated = Some((state, row));
                true
            }
        }
    }

    /// Notes a mark that is written.
    pub(super) fn see_mark(&mut self, sheet: usize, slot: usize, there: bool, changed: bool) {
        if let Some(sheet) = self.list.get_mut(sheet) {
            if sheet.written.len() <= slot {
                sheet.written.resize(slot + 1, None);
            }
            sheet.written[slot] = Some(there);
            sheet.changed |= changed;
        }
    }

    /// Notes a veto that is written, if it may set an item to 0.
    pub(super) fn see_veto(&mut self, accepted: &Accepted<'a>, ids: &Ids<'_>, scheme: &Scheme) {
        let zero = zeroed_item(ids, scheme, &accepted.write.key);
        if let Some(item) = zero {
            let decided = is_decided(accepted.new.as_ref());
            self.vetoes
                .insert(&accepted.write.key, decided.then_some(item));
        }
    }

    /// Refuses to write on a submitted sheet.
    pub(super) fn writable(&self, sheet: usize) -> Result<(), Refusal> {
        match self.list.get(sheet) {
            Some(sheet) if is_submitted(sheet.record.as_ref()) => {
                Err(of_sheet!(SheetSubmitted, sheet.key))
            }
            _ => Ok(()),
        }
    }

    /// Makes the changes of the sheets' states that follow from what was written.
    pub(super) fn settle(&mut self, writing: &mut Writing<'a>, changes: &mut Vec<Change>) {
        let zeroed = self.zeroed(writing);
        for sheet in &self.list {
            let new = match writing.mode {
                Mode::Hand => Ok(sheet.after_hand()),
                Mode::File { reopen } => {
                    let zeroed = zeroed.get(sheet.key[0].as_str());
                    let complete = sheet.is_complete(writing, zeroed);
                    sheet.after_file(complete, reopen, writing.context.given_reason())
                }
            };
            match new {
                Ok(Some(record)) => {
                    let cell = writing.slice.cell(What::Sheet, sheet.key);
                    changes.extend(changed(cell, What::Sheet, sheet.key, Some(record.write())));
                }
                Ok(None) => {}
                Err(fault) => {
                    let row = sheet.stated.and_then(|(_, row)| row);
                    writing.refuse(row, fault);
                }
            }
        }
        self.complete_by_veto(writing, &zeroed, changes);
    }

    /// The items that decided vetoes set to 0, by organisation, as this operation leaves them.
    fn zeroed(&self, writing: &Writing<'a>) -> HashMap<&'a str, HashSet<ItemIndex>> {
        let mut zeroed: HashMap<&str, HashSet<ItemIndex>> = HashMap::new();
        let scheme = writing.context.plan.scheme();
        let before = writing.slice.all(What::Veto).filter_map(|cell| {
            let stands = is_decided(cell.record.as_ref());
            let stands = stands && !self.vetoes.contains_key(cell.key.as_slice());
            let item = zeroed_item(&writing.ids, scheme, &cell.key).filter(|_| stands)?;
            Some((cell.key.first()?, item))
        });
        let now = self
            .vetoes
            .iter()
            .filter_map(|(key, item)| Some((key.first()?, (*item)?)));
        for (organisation, item) in before.chain(now) {
            zeroed.entry(organisation).or_default().insert(item);
        }
        zeroed
    }

    /// Sheets that came by a file and lack nothing any more, now that a veto sets an item to 0.
    fn complete_by_veto(
        &self,
        writing: &Writing<'a>,
        zeroed: &HashMap<&'a str, HashSet<ItemIndex>>,
        changes: &mut Vec<Change>,
    ) {
        let decided = self.vetoes.iter().filter(|(_, item)| item.is_some());
        let touched: HashSet<&String> = decided.filter_map(|(key, _)| key.first()).collect();
        if touched.is_empty() {
            return;
        }
        let mut waiting: Vec<&'a Cell> = writing
            .slice
            .all(What::Sheet)
            .filter(|cell| cell.key.first().is_some_and(|code| touched.contains(code)))
            .filter(|cell| !self.positions.contains_key(cell.key.as_slice()))
            .collect();
        waiting.sort_by(|one, other| one.key.cmp(&other.key));
        for cell in waiting {
            let (Some(mut record), [organisation, party, rater]) =
                (sheet_record(Some(cell)), cell.key.as_slice())
            else {
                continue;
            };
            let names = [organisation, party, rater];
            let slots = slots_of(writing.context, writing.slice, &writing.ids, names);
            let (true, Ok(slots)) = (record.imported, slots) else {
                continue;
            };
            let sheet = Sheet {
                key: &cell.key,
                slots,
                record: None,
                stated: None,
                written: Vec::new(),
                changed: false,
            };
            if sheet.is_complete(writing, zeroed.get(organisation.as_str())) {
                record.state = SheetState::Submitted;
                record.imported = false;
                let new = Some(record.write());
                changes.extend(changed(Some(cell), What::Sheet, &cell.key, new));
            }
        }
    }
}

impl Sheet<'_> {
    /// A hand on a sheet that came by a file: from now on it is submitted by hand.
    fn after_hand(&self) -> Option<SheetRecord> {
        let record = self
            .record
            .clone()
            .filter(|record| record.imported && self.changed)?;
        Some(SheetRecord {
            imported: false,
            ..record
        })
    }

    /// What a file makes of a sheet; none where it stays as it is.
    fn after_file(
        &self,
        complete: bool,
        reopen: bool,
        reason: Option<&str>,
    ) -> Result<Option<SheetRecord>, Refusal> {
        let submitted = is_submitted(self.record.as_ref());
        let old = self.record.clone();
        let given_back = old
            .as_ref()
            .is_some_and(|old| !old.imported && old.reason.is_some());
        let new = |state, imported| {
            let kept = old.as_ref().and_then(|old| old.reason.clone());
            let reason = if submitted {
                reason.map(str::to_owned)
            } else {
                kept
            };
            Ok(Some(SheetRecord {
                state,
                reason,
                imported,
            }))
        };
        match self.stated {
            Some((state, _)) if submitted && state != SheetState::Submitted && !reopen => {
                Err(of_sheet!(SheetSubmitted, self.key))
            }
            Some((state, _)) => {
                // A sheet that waits for its last marks goes on waiting: nothing new was said.
                let same = old.as_ref().is_some_and(|old| old.state == state);
                if same && !self.changed {
                    return Ok(None);
                }
                new(state, false)
            }
            None if !self.changed && (submitted || given_back) => Ok(None),
            None if complete => new(SheetState::Submitted, false),
            None if !self.changed => Ok(None),
            None => {
                let state = old.as_ref().map_or(SheetState::Open, |old| old.state);
                let state = if submitted { SheetState::Open } else { state };
                new(state, true)
            }
        }
    }

    /// Whether no mark is missing once all is written (C4, V5).
    fn is_complete(&self, writing: &Writing<'_>, zeroed: Option<&HashSet<ItemIndex>>) -> bool {
        let scheme = writing.context.plan.scheme();
        let mut mark: Vec<String> = Vec::new();
        let mut there = |slot: usize, item: &str| match self.written.get(slot) {
            Some(Some(there)) => *there,
            _ => {
                if mark.is_empty() {
                    mark.extend_from_slice(self.key);
                    mark.push(String::new());
                }
                mark.truncate(3);
                mark.push(item.to_owned());
                has_entry(writing.slice, &mark)
            }
        };
        match self.slots {
            Slots::Overall => there(0, "*"),
            Slots::Items(items) => items.iter().enumerate().all(|(slot, item)| {
                zeroed.is_some_and(|zeroed| zeroed.contains(item))
                    || there(slot, &scheme.item(*item).id)
            }),
        }
    }
}
