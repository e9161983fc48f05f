//! What a key led to, as facts; `text` makes the sentence.

use super::draft::Deaf;
use super::summary::PaperCheck;
use crate::number::Figure;
use crate::office::Failure;
use crate::scheme::ItemIndex;
use crate::scoring::EntryRefusal;

/// The answer to one key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// What there is to say.
    pub said: Option<Said>,
    /// The key was Escape or its like, and nothing here was left to close: one screen up.
    pub up: bool,
    /// Something stopped the flow: what was typed ahead is not meant for what is open now.
    pub halted: bool,
}

/// Something to say on the message line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// 此项未评: Enter on an untouched item.
    NotScored,
    /// The draft breaks its item's rule and holds the move back.
    Held {
        item: Option<ItemIndex>,
        why: EntryRefusal,
    },
    /// The key does nothing in this field.
    Deaf(Deaf),
    /// The number typed last was refused; `counted`: what came before it is kept by a second press.
    Refused {
        deaf: Deaf,
        counted: bool,
    },
    /// A point right after an option that its number has kept: a mark was meant.
    PointAfterOption {
        number: usize,
    },
    /// An entry was taken over from elsewhere, in place of the one that was there. The marks are
    /// those that the entries make; not applicable makes none.
    Copied {
        from: Origin,
        old: Option<Option<Figure>>,
        new: Option<Figure>,
    },
    /// The total on paper is another one; pressed again, the sheet is submitted all the same.
    PaperDiffers(PaperCheck),
    /// The sheet cannot be written.
    ReadOnly(Closed),
    /// The last item was behind, and the next unscored one is further up.
    Wrapped,
    /// Every item has a mark.
    AllScored,
    DraftDropped,
    Cleared,
    NothingToClear,
    Flagged(bool),
    /// Not applicable is not allowed for this item (I7).
    NotOptional,
    /// There is no self-mark to copy, or it does not fit the field.
    NothingToCopy,
    /// The year before has no mark to copy, or it does not fit the field.
    NothingLastYear,
    /// No organisation before or after this one.
    NoMoreOrganisations,
    /// Every organisation of the list is finished.
    AllFinished,
    /// The sheet cannot be submitted: so many items have no entry.
    Incomplete(usize),
    /// Nothing pasted could be read, or it does not fit.
    NothingToPaste,
    /// The paste has so many faults; nothing was stored.
    PasteFaults(usize),
    /// So many marks were stored as one step.
    Pasted(usize),
    /// A document must be named.
    DocumentNeeded,
    /// A reason must be given.
    ReasonNeeded,
    Submitted,
    Withdrawn,
    /// The office did not do it. `item` is the one that it was about.
    Failed {
        item: Option<ItemIndex>,
        failure: Box<Failure>,
    },
    /// A mark of this item is somebody else's now; the person decides.
    Conflict {
        item: Option<ItemIndex>,
    },
    /// Theirs stays.
    TheirsKept,
    /// Others changed this organisation while it was open.
    News {
        by: String,
        changes: usize,
    },
    /// What could not be saved is tried again.
    TryingAgain(usize),
    /// A trial is on: nothing of it is stored.
    Trial(bool),
    /// This field is not filled by hand on this screen (ballots, ledgers).
    NoSheet,
    /// The sheet is not submitted, so it cannot be taken back.
    NotSubmitted,
    /// Everything is there, and submitting is an act of its own.
    ReadyToSubmit,
    /// A trial needs a mark that is typed.
    NothingTyped,
    /// This adjustment is not on record, so there is nothing to change.
    NothingGiven,
    /// This veto is not on record, so there is nothing to remove.
    NotOnRecord,
    /// What is open over the sheet wants its answer first.
    AnswerFirst,
    /// No item before or after this one on these organisations' sheets.
    NoMoreLines,
    /// Every organisation has its mark on this line.
    LineScored,
    /// The last organisation was behind, and the next unscored one is further up.
    WrappedAcross,
    /// What was kept is still on its way; it is submitted after that.
    StillSaving,
    /// So many sheets of one mark were submitted, so many were not.
    SubmittedAcross {
        submitted: usize,
        refused: usize,
    },
    /// Others changed some of the organisations that are shown.
    NewsAcross {
        by: String,
        changes: usize,
    },
    /// Others' marks are hidden until the own sheet is submitted.
    Blind,
}

/// Where an entry was taken over from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// 抄自评
    PartyBefore,
    /// 抄去年
    LastYear,
}

/// Why a sheet is read-only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Submitted: its rater takes it back with a reason.
    Submitted,
    /// The rater is recused.
    Recused,
    /// The party has a list of raters, and this one is not due for the organisation.
    NotDue,
    /// The round is not open.
    Round,
    /// Nobody rates the organisation they belong to (P2).
    Own,
    /// The organisation or the party has no sheet.
    NoSheet,
}

impl Answer {
    /// Nothing to say.
    #[must_use]
    pub fn quiet() -> Self {
        Self::default()
    }

    /// Says something and goes on.
    #[must_use]
    pub fn say(said: Said) -> Self {
        Self {
            said: Some(said),
            ..Self::default()
        }
    }

    /// Says something, and what was typed ahead is void.
    #[must_use]
    pub fn halt(said: Said) -> Self {
        Self {
            said: Some(said),
            up: false,
            halted: true,
        }
    }

    /// A popup has opened that was not asked for, or one where a key too many would weigh: what was
    /// typed ahead is void.
    #[must_use]
    pub fn opened() -> Self {
        Self {
            said: None,
            up: false,
            halted: true,
        }
    }
}
