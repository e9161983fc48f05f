//! What a ballot is made of: questions, and on each of them the slots that are counted.

use crate::round::BallotRecord;
use crate::scheme::Ballot;
use crate::scoring::BallotSlot;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Slot(BallotSlot),
    Valid,
    Returned,
    /// The number of ballots that came back, counted by hand: not stored in the round, it only
    /// checks the others.
    ByHand,
    Score,
}

impl Row {
    /// The rows of a ballot, in order.
    pub fn all(ballot: &Ballot) -> Vec<Self> {
        let others = [BallotSlot::Abstain, BallotSlot::Spoilt];
        let slots = options(ballot).chain(others);
        let below = [
            Self::Valid,
            Self::Returned,
            Self::ByHand,
            Self::Slot(BallotSlot::Issued),
            Self::Score,
        ];
        slots.map(Self::Slot).chain(below).collect()
    }

    /// Whether a number can be typed there.
    pub const fn takes_numbers(self) -> bool {
        matches!(self, Self::Slot(_) | Self::ByHand)
    }

    /// Whether it says the same of every question: a ballot paper has all of them.
    pub const fn is_of_paper(self) -> bool {
        matches!(self, Self::ByHand | Self::Slot(BallotSlot::Issued))
    }
}

/// The count in a cell's record.
pub(super) fn count_of(record: Option<&crate::round::Record>) -> Option<u64> {
    let record = BallotRecord::read(record?).ok()?;
    Some(record.count)
}

/// The slots of a ballot's options.
pub(super) fn options(ballot: &Ballot) -> impl Iterator<Item = BallotSlot> {
    (0..).map(BallotSlot::Option).take(ballot.options.len())
}
