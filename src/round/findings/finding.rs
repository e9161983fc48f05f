//! What stands between a round and its notice, as data.

use serde::{Deserialize, Serialize};

/// Something between the round and its notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub weight: FindingWeight,
    pub kind: FindingKind,
    /// Codes of the place it is about.
    pub organisation: Option<String>,
    pub name: Option<String>,
    pub party: Option<String>,
    pub rater: Option<String>,
    pub item: Option<String>,
    /// Counts and figures that the sentence names, in its order.
    pub facts: Vec<String>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FindingWeight {
    /// 须处理: blocks publication.
    Must,
    /// 请核对
    Check,
    /// 提示
    Note,
}

/// What is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// No sheet of a party that needs one, or of a rater that is due.
    SheetMissing,
    /// A sheet with missing marks; facts: how many, of how many.
    MarksMissing,
    /// Complete but not submitted.
    NotSubmitted,
    /// Returned and not submitted again.
    Returned,
    /// Too few ballots; facts: returned, needed.
    TooFewBallots,
    /// Returned is not valid + abstained + spoilt, or above issued; facts: issued, returned.
    BallotsDoNotAddUp,
    /// A veto that is only proposed; facts: id, title.
    VetoProposed,
    /// A tie across a line; facts: rank.
    Tie,
    /// An item flagged by its rater.
    Flagged,
    /// All items of a sheet have the same share of full marks.
    AllEqual,
    /// A rater who gives everyone full marks; facts: how many sheets.
    AlwaysFull,
    /// The superior's sheet repeats the self-rating.
    CopiedFromSelf,
    /// Self-rating far above the superior's; facts: self, superior, limit.
    SelfAboveSuperior,
    /// Raters far apart; facts: lowest, highest, limit.
    RatersApart,
    /// The same document twice; `item` is the adjustment or the ledger's item; facts: document.
    DocumentTwice,
    /// An adjustment without a document; `item` is the adjustment.
    AdjustmentPending,
    /// Places of a level left open; `organisation` is the cohort; facts: level, places, taken.
    PlacesOpen,
    /// A reason or evidence that the scheme asks for is not there.
    NoteMissing,
}
