//! Who rates, and how: sheets, ballots, ledgers.

use crate::number::Decimal;

/// Who rates (评价主体).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub id: String,
    pub title: String,
    /// Zero where `combine` is not `weighted`.
    pub weight: Decimal,
    /// One for each track of the scheme.
    pub tracks: Vec<bool>,
    /// Raters see each other's marks only once their own sheet is submitted.
    pub independent: bool,
    pub method: Method,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// P1
    Sheet(Gathering),
    /// P2: one overall mark per rater.
    Mark(Gathering),
    /// P3, P4
    Ballot(Ballot),
    /// P5, P6
    Ledger(Ledger),
}

/// How several sheets become one score (P1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gathering {
    pub aggregate: Aggregate,
    /// At least 1.
    pub at_least: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Aggregate {
    Mean,
    Median,
    Trimmed { trim_from: u32, trim: u32 },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Ballots returned on a question below which there is no score; at least 1.
    pub at_least: u64,
    pub base: BallotBase,
    pub options: Vec<BallotOption>,
    pub questions: Vec<Question>,
}

/// What a question's counts are divided by (P3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotBase {
    Valid,
    Returned,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotOption {
    pub id: String,
    pub title: String,
    /// Per cent, 0 to 100.
    pub value: Decimal,
    pub satisfied: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    pub title: String,
    pub weight: Decimal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// Titles of those who sign an event, in order; empty where confirming is enough.
    pub review: Vec<String>,
    pub link: Option<Link>,
}

/// What persons add to their organisation (P6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub kinds: Vec<MemberKind>,
    pub every: Decimal,
    pub add: Decimal,
    /// `count = "pooled"` instead of `"person"`.
    pub pooled: bool,
}

/// What a person on a ledger is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum MemberKind {
    /// 党务干部
    Officer,
    /// 党员
    Member,
}
