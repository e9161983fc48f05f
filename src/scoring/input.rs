//! What the calculation is fed with: one organisation at a time.

use crate::number::{Decimal, Exact};
use crate::scheme::{
    AdjustmentIndex, Ballot, ItemIndex, LevelIndex, MemberKind, PartyIndex, TrackIndex, VetoIndex,
};

/// One cell of a sheet, as the calculation sees it: missing is not zero, and not applicable is
/// neither. Small, because a round has many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    Missing,
    NotApplicable,
    /// A mark in millionths.
    Millionths(i64),
    /// A mark that is no whole number of millionths (a measured value, before rounding).
    Quotient(Box<Exact>),
}

/// Everything about one organisation that its own figures are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationInput {
    pub track: TrackIndex,
    /// Sheets that are begun, in the order (party, rater); of method `sheet` and `mark`.
    pub sheets: Vec<SheetInput>,
    pub ballots: Vec<BallotInput>,
    pub adjustments: Vec<AdjustmentInput>,
    /// By hand only; at most one of each veto.
    pub vetoes: Vec<VetoInput>,
    pub events: Vec<EventInput>,
    /// The one on the list of organisations, else the newest known (G9).
    pub previous: Option<LevelIndex>,
    pub declared: Option<LevelIndex>,
    /// The year of the round.
    pub year: i32,
    /// Levels of earlier years, for streaks; any order.
    pub earlier: Vec<(i32, LevelIndex)>,
}

/// The marks of one rater, for one organisation, in one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetInput {
    pub party: PartyIndex,
    /// Told in explanations; does not enter the calculation.
    pub rater: String,
    pub submitted: bool,
    /// P7
    pub recused: bool,
    /// One a slot of the party's [`super::SheetPlan`] on this track; a party of method `mark` has one slot.
    pub marks: Vec<Mark>,
}

/// How often an option was chosen on a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BallotInput {
    pub party: PartyIndex,
    /// Position of the question in the party's ballot.
    pub question: u16,
    pub slot: BallotSlot,
    pub count: u64,
}

/// What was counted on a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BallotSlot {
    /// Position of the option in the party's ballot.
    Option(u16),
    /// 弃权
    Abstain,
    /// 废票
    Spoilt,
    /// 发出; does not enter the calculation.
    Issued,
}

impl BallotSlot {
    /// What books and files call the slot: an option by its id, the others by a word that no
    /// option has; none for an option that the ballot does not have.
    #[must_use]
    pub fn code(self, ballot: &Ballot) -> Option<&str> {
        Some(match self {
            Self::Option(position) => &ballot.options.get(usize::from(position))?.id,
            Self::Abstain => "abstain",
            Self::Spoilt => "spoilt",
            Self::Issued => "issued",
        })
    }

    /// The slot that a code names on a ballot.
    #[must_use]
    pub fn find(ballot: &Ballot, code: &str) -> Option<Self> {
        let options = (0..).map(Self::Option).take(ballot.options.len());
        let mut slots = options.chain([Self::Abstain, Self::Spoilt, Self::Issued]);
        slots.find(|slot| slot.code(ballot) == Some(code))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdjustmentInput {
    pub adjustment: AdjustmentIndex,
    pub count: u64,
    /// Without a document it is pending and does not count (K4).
    pub documented: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VetoInput {
    pub veto: VetoIndex,
    pub state: VetoState,
}

/// Only a decided veto works.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum VetoState {
    /// 待认定
    Proposed,
    /// 已认定
    Decided,
    /// 解除
    Lifted,
}

/// A ledger event (P5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventInput {
    /// Nothing: the organisation's own.
    pub member: Option<(MemberKind, String)>,
    pub item: ItemIndex,
    pub count: u64,
    /// What the event states, for an item with a range.
    pub points: Option<Decimal>,
    /// Confirmed, and signed by every reviewer.
    pub counts: bool,
}
