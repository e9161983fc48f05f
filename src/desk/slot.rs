//! One line of a sheet: its entry, its note and flag, and the records that a change of it makes.

use super::Field;
use crate::number::Figure;
use crate::round::{Key, MarkRecord, What, Write};
use crate::scheme::{ItemIndex, Scheme, VetoIndex};
use crate::scoring::{Entry, Mark, Plan};

/// One line of the own sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// None: the one overall mark (P2).
    pub item: Option<ItemIndex>,
    pub entry: Option<Entry>,
    /// The mark that the entry makes, as printed.
    pub mark: Option<Figure>,
    pub note: Option<String>,
    pub flagged: bool,
    /// On its way: not on disk yet.
    pub saving: bool,
    /// An entry on trial, and the mark that it makes: shown, never stored.
    pub tried: Option<(Entry, Option<Figure>)>,
    /// The veto that sets the item to 0 (V5).
    pub zeroed: Option<VetoIndex>,
    pub(super) revision: u64,
}

impl Slot {
    pub(super) fn empty(item: Option<ItemIndex>) -> Self {
        Self {
            item,
            entry: None,
            mark: None,
            note: None,
            flagged: false,
            saving: false,
            tried: None,
            zeroed: None,
            revision: 0,
        }
    }

    pub(super) fn take(&mut self, field: &Field<'_>, record: MarkRecord) {
        self.entry = record
            .entry
            .as_deref()
            .and_then(|text| field.parse(text).ok());
        let mark = self.entry.as_ref().and_then(|entry| field.mark(entry));
        self.mark = mark.map(|mark| mark.round(field.decimals()));
        self.note = record.note;
        self.flagged = record.flagged;
    }

    /// The mark as the calculation takes it; none where no entry is there.
    pub(super) fn entered_mark(&self, plan: &Plan<'_>) -> Option<Mark> {
        match (self.item, self.entry.as_ref()?) {
            (Some(item), entry) => Some(Mark::of(plan, plan.scheme().item(item), entry)),
            (None, Entry::Mark(mark)) => Some(Mark::of_decimal(*mark)),
            (None, _) => None,
        }
    }

    /// Whether nothing is missing here: an entry is there, or V5 makes it 0.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        self.entry.is_some() || self.zeroed.is_some()
    }

    /// Takes what is on trial into what is shown.
    pub(super) fn try_out(&mut self, field: &Field<'_>, record: &MarkRecord) {
        let entry = record.entry.as_deref();
        let entry = entry.and_then(|text| field.parse(text).ok());
        self.tried = entry.map(|entry| {
            let mark = field.mark(&entry).map(|mark| mark.round(field.decimals()));
            (entry, mark)
        });
    }

    /// The reason of the mark that stands here: the note of a mark below full where the scheme
    /// asks for its reason. It belongs to this mark and goes with it; the journal keeps it. Where
    /// evidence is to be named too, the note is more than a reason, and stays.
    pub(super) fn reason(&self, field: &Field<'_>) -> Option<&str> {
        let Field::Item { item, .. } = field else {
            return None;
        };
        let entry = self.entry.as_ref()?;
        let given = item.reason_below_full && !item.evidence && is_below_full(field, entry);
        self.note.as_deref().filter(|_| given)
    }

    fn note_beside(&self, field: &Field<'_>, entry: Option<&Entry>) -> Option<String> {
        let goes = entry != self.entry.as_ref() && self.reason(field).is_some();
        self.note.clone().filter(|_| !goes)
    }

    /// The record with another entry; the reason of the one before does not stay.
    pub(super) fn entered(&self, field: &Field<'_>, entry: &Entry) -> MarkRecord {
        MarkRecord {
            entry: Some(field.canonical(entry)),
            note: self.note_beside(field, Some(entry)),
            ..self.record(field)
        }
    }

    /// The record without its entry and its reason: flag and any other note stay.
    pub(super) fn cleared(&self, field: &Field<'_>) -> MarkRecord {
        MarkRecord {
            entry: None,
            note: self.note_beside(field, None),
            ..self.record(field)
        }
    }

    /// The record with the flag turned over, and a draft's entry where there is one.
    pub(super) fn flagged_over(&self, field: &Field<'_>, entry: Option<&Entry>) -> MarkRecord {
        let record = match entry {
            Some(entry) => self.entered(field, entry),
            None => self.record(field),
        };
        MarkRecord {
            flagged: !record.flagged,
            ..record
        }
    }

    /// The record with another note; an empty one takes it away.
    pub(super) fn noted(&self, field: &Field<'_>, note: &str) -> MarkRecord {
        MarkRecord {
            note: (!note.is_empty()).then(|| note.to_owned()),
            ..self.record(field)
        }
    }

    /// Whether an entry below full asks for its reason here.
    pub(super) fn wants_reason(&self, scheme: &Scheme, entry: &Entry) -> bool {
        let Some(item) = self.item.map(|item| scheme.item(item)) else {
            return false;
        };
        let below = is_below_full(&super::open::field(scheme, self.item), entry);
        item.reason_below_full && below && self.note.is_none()
    }

    /// The record of the cell as it is now, to be written with something changed.
    #[must_use]
    pub(super) fn record(&self, field: &Field<'_>) -> MarkRecord {
        MarkRecord {
            entry: self.entry.as_ref().map(|entry| field.canonical(entry)),
            note: self.note.clone(),
            flagged: self.flagged,
        }
    }
}

fn is_below_full(field: &Field<'_>, entry: &Entry) -> bool {
    let mark = field.mark(entry);
    mark.is_some_and(|mark| mark < field.points().into())
}

/// The write that leaves a mark's cell with a record; an empty one removes it.
pub(super) fn mark_write(key: Key, record: &MarkRecord, seen: u64) -> Write {
    let empty = record.entry.is_none() && record.note.is_none() && !record.flagged;
    Write {
        what: What::Mark,
        key,
        record: (!empty).then(|| record.write()),
        seen: Some(seen),
        row: None,
    }
}
