//! Why something was not done, as data; `text` makes the sentence.

use serde::{Deserialize, Serialize};

use super::{EventWait, Key, Record, What};
use crate::scoring::EntryRefusal;

/// A rule says no. Nothing of the operation was stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// No round of this name.
    UnknownRound { round: String },
    /// A round of this name is there.
    RoundExists { round: String },
    /// The scheme of a new round has faults.
    SchemeFaults { count: usize },
    /// The round is not open for this.
    RoundClosed,
    /// A code or id that is not there.
    Unknown { what: Part, code: String },
    /// The organisation has no track and is not rated itself.
    NotRated { organisation: String },
    /// The party does not rate organisations of this track.
    PartyNotOnTrack { organisation: String, party: String },
    /// The item is not on this party's sheet for this organisation (C1, I9).
    ItemNotOnSheet {
        organisation: String,
        party: String,
        item: String,
    },
    /// The party is not of a method that takes this (a ballot has no sheets …).
    WrongMethod { party: String },
    /// The entry breaks its item's rule (I8).
    Entry {
        item: String,
        entry: String,
        why: EntryRefusal,
    },
    /// Two rows for one cell with different values, or a code twice.
    Twice { what: What, key: Key },
    /// A field is not of its form.
    Field { field: String, value: String },
    /// A field that must be there is not (the document of a decided veto …).
    Missing { field: String },
    /// Nobody rates the organisation they belong to (P2).
    OwnOrganisation { organisation: String, rater: String },
    /// The rater is recused from this organisation.
    Recused {
        organisation: String,
        party: String,
        rater: String,
    },
    /// The round has a list of raters for this party, and it does not have this one due for the
    /// organisation.
    NotDue {
        organisation: String,
        party: String,
        rater: String,
    },
    /// The round has a list of raters for this party, and this one is not on it.
    UnknownRater { party: String, rater: String },
    /// The sheet is submitted and read-only.
    SheetSubmitted {
        organisation: String,
        party: String,
        rater: String,
    },
    /// The sheet is not submitted, so it cannot be taken back.
    SheetNotSubmitted {
        organisation: String,
        party: String,
        rater: String,
    },
    /// A decision on a tie has used the sheet, so its rater cannot take it back any more.
    UsedByDecision {
        organisation: String,
        party: String,
        rater: String,
    },
    /// Items without an entry, so the sheet cannot be submitted.
    SheetIncomplete {
        organisation: String,
        party: String,
        rater: String,
        missing: Vec<String>,
    },
    /// Others' marks are kept back until this rater's own sheet is submitted (`independent`).
    KeptBack {
        organisation: String,
        party: String,
        rater: String,
    },
    /// A parent that is not there, or parents in a circle.
    Parent {
        organisation: String,
        parent: String,
        circle: bool,
    },
    /// The organisation has data in the round and cannot go or change its track.
    OrganisationInUse { organisation: String },
    /// The event waits for somebody else first: declared, confirmed, signed in the scheme's
    /// order (P5).
    EventOutOfTurn { event: String, waits: EventWait },
    /// The event is confirmed or signed: it has to be sent back before it is altered or removed.
    EventReviewed { event: String },
    /// This needs a reason.
    ReasonNeeded,
    /// Somebody else changed the cell since the person saw it.
    Conflict(Box<Conflict>),
    /// There is nothing (more) to undo or redo.
    NothingToUndo,
    /// Undo stops here: a submission, an import, a decision.
    NotUndoable { seq: u64, kind: String },
    /// Undo stops here: what it wrote has been changed since.
    ChangedSince {
        seq: u64,
        what: What,
        key: Key,
        by: String,
    },
    /// It is another operation that would be undone than the one that was shown.
    UndoMoved { seq: u64 },
    /// Several of the above, each with the row it came from.
    Rows(Vec<(Option<u32>, Refusal)>),
}

/// The part of a scheme or round that a code names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Organisation,
    Track,
    Party,
    Item,
    Question,
    Option,
    Veto,
    Adjustment,
    Level,
    Cohort,
    Event,
}

/// Two people changed one cell from the same value: the second sees all three and decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    pub what: What,
    pub key: Key,
    /// The revision that the person saw, and what is there now.
    pub seen: u64,
    pub revision: u64,
    /// What the person saw, as far as the book still knows.
    pub base: Option<Record>,
    pub theirs: Option<Record>,
    pub mine: Option<Record>,
    /// Who wrote theirs, and when, in milliseconds since 1970 (UTC).
    pub by: String,
    pub at: i64,
}
