//! What goes through the door, both ways: plain data. The trait and the answer to an operation
//! stand here; what can be asked in `question`, and what answers are made of in a file a subject.

mod board;
mod books;
mod organisation;
mod question;
mod results;
mod round;

use serde::{Deserialize, Serialize};

pub use board::{Board, BoardOrganisation, BoardPerson};
pub use books::{JournalLine, Preview, Unsent, Verified, VerifiedBook};
pub use organisation::{
    EarlierResult, KeptBack, ListFigures, ListPart, ListRow, OrganisationFile, Reviewed,
    SheetSummary,
};
pub use question::{BoardAsked, JournalFilter, Question, Reply};
pub use results::{
    CohortPlaces, Explained, Outcome, ResultRow, RoundResults, VetoHand, VetoLevels, VetoOnRecord,
};
pub use round::{PartyProgress, RoundHead, RoundSummary};

pub use crate::round::{Finding, FindingKind, FindingWeight, grouped};
pub use crate::store::{BookFault, Trouble};

use crate::round::{Change, Operation, Refusal};

/// The door between people and the books.
pub trait Door: Send + Sync {
    /// Applies an operation, whole or not at all; returns after COMMIT.
    ///
    /// # Errors
    /// A [`Refusal`] (a rule says no) or [`Trouble`] (disk, lock); nothing was stored then.
    fn apply(&self, operation: Operation) -> Result<Applied, Failure>;

    /// Answers a question from one consistent state.
    ///
    /// # Errors
    /// As for [`Door::apply`].
    fn ask(&self, question: Question) -> Result<Reply, Failure>;
}

/// An operation is in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// Its number in the round's book, from 1 without gaps. 0: it changed nothing and is not in
    /// the book.
    pub seq: u64,
    /// Milliseconds since 1970 (UTC).
    pub at: i64,
    pub changes: Vec<Change>,
    /// Code of the book after it, hexadecimal.
    pub head: String,
    /// It had been applied before, and this is the first answer.
    pub repeated: bool,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    Refusal(Refusal),
    Trouble(Trouble),
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}
