//! What a ballot is made of: questions, and on each of them the slots that are counted.

use crate::round::BallotRecord;
use crate::scheme::Ballot;

/// What is counted on a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// Position of the option.
    Option(usize),
    Abstain,
    Spoilt,
    Issued,
}

impl Slot {
    /// The last part of the cell's key.
    pub fn word(self, ballot: &Ballot) -> Option<&str> {
        Some(match self {
            Self::Option(position) => ballot.options.get(position)?.id.as_str(),
            Self::Abstain => "abstain",
            Self::Spoilt => "spoilt",
            Self::Issued => "issued",
        })
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Slot(Slot),
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
        let options = (0..ballot.options.len()).map(Slot::Option);
        let slots = options.chain([Slot::Abstain, Slot::Spoilt]);
        let below = [
            Self::Valid,
            Self::Returned,
            Self::ByHand,
            Self::Slot(Slot::Issued),
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
        matches!(self, Self::ByHand | Self::Slot(Slot::Issued))
    }
}

/// The count in a cell's record.
pub(super) fn count_of(record: Option<&crate::round::Record>) -> Option<u64> {
    let record = BallotRecord::read(record?).ok()?;
    Some(record.count)
}
