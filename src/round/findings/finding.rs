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

impl Finding {
    /// One of the round as a whole.
    pub(super) const fn of_round(weight: FindingWeight, kind: FindingKind) -> Self {
        Self {
            weight,
            kind,
            organisation: None,
            name: None,
            party: None,
            rater: None,
            item: None,
            facts: Vec::new(),
        }
    }

    pub(super) fn on(mut self, party: &str) -> Self {
        self.party = Some(party.to_owned());
        self
    }

    pub(super) fn by(mut self, rater: &str) -> Self {
        self.rater = Some(rater.to_owned());
        self
    }

    pub(super) fn about(mut self, item: &str) -> Self {
        self.item = Some(item.to_owned());
        self
    }

    pub(super) fn saying<const N: usize>(mut self, facts: [String; N]) -> Self {
        self.facts = facts.into();
        self
    }
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

/// What is found, in the order in which lists show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A veto that is only proposed; facts: id, title.
    VetoProposed,
    /// A tie across a line; facts: rank, how many share it.
    Tie,
    /// No sheet of a party that needs one, or of a rater that is due.
    SheetMissing,
    /// Raters of a party of overall marks have not rated; facts: how many, of how many.
    MutualMissing,
    /// A sheet with missing marks; facts: how many, of how many.
    MarksMissing,
    /// Complete but not submitted.
    NotSubmitted,
    /// Returned and not submitted again.
    Returned,
    /// Too few ballots; facts: returned, needed.
    TooFewBallots,
    /// More returned than issued; facts: issued, returned.
    BallotsDoNotAddUp,
    /// The questions of one ballot have different numbers returned; facts: fewest, most.
    BallotsUneven,
    /// Too small a share of the ballots came back; facts: issued, returned, limit in per cent.
    FewReturned,
    /// The scheme ranks within a kind of organisation that the list does not have; facts: kind.
    NoCohort,
    /// Some are outside of every organisation of that kind; facts: kind, how many.
    OutsideCohorts,
    /// Stated places that do not add up; facts: their sum, how many are ranked, track.
    PlacesDoNotAddUp,
    /// An adjustment without a document; `item` is the adjustment.
    AdjustmentPending,
    /// Events of the ledger that wait for a confirmation or signature; facts: how many.
    EventsWaiting,
    /// Events of the ledger without a document; facts: how many.
    EventsWithoutDocument,
    /// The same document twice; `item` is the adjustment or the ledger's item; facts: document,
    /// and the name of the other organisation where it is another's.
    DocumentTwice,
    /// Items flagged by their rater.
    Flagged,
    /// A sheet has marks without the note of the document seen; facts: how many; `item` is the
    /// first.
    EvidenceMissing,
    /// A sheet has marks below full without their reason; facts: how many; `item` is the first.
    ReasonMissing,
    /// A recused rater has marks, which do not count; facts: how many.
    RecusedMarks,
    /// Self-rating far above the superior's; facts: self, superior, limit.
    SelfAboveSuperior,
    /// Raters far apart; facts: lowest, highest, limit.
    RatersApart,
    /// The superior's sheet repeats the self-rating; facts: how many items, of how many.
    CopiedFromSelf,
    /// A sheet repeats its party's marks of the year before; facts: how many items, of how many.
    CopiedFromLastYear,
    /// All items of a sheet have the same share of full marks; facts: how many items.
    AllEqual,
    /// A rater who gives everyone full marks; facts: how many sheets.
    AlwaysFull,
    /// Places of a level left open; `organisation` is the cohort; facts: level, places, taken,
    /// track.
    PlacesOpen,
}
