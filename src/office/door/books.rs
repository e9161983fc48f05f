//! The journal, what an import would do to it, and its verification.

use serde::{Deserialize, Serialize};

use crate::round::{Change, Kind, Operation};
use crate::store::BookFault;

/// An operation in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalLine {
    /// The round; none: the office's own book.
    pub round: Option<String>,
    pub seq: u64,
    pub at: i64,
    pub actor: String,
    pub via: String,
    /// The kind of the operation: `write`, `submit`, `import`, `undo` …
    pub kind: String,
    pub reason: Option<String>,
    /// Number of the operation that it takes back.
    pub undoes: Option<u64>,
    /// The file of an import; in the office's own book the round that was made.
    pub about: Option<String>,
    /// How many changes it made in all; `changes` may hold the first ones only.
    pub count: u64,
    pub changes: Vec<Change>,
    pub hash: String,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    pub kind: Option<Kind>,
    pub added: u64,
    pub changed: u64,
    pub removed: u64,
    pub unchanged: u64,
    /// The first changes, to look at.
    pub sample: Vec<Change>,
}

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    pub books: Vec<VerifiedBook>,
    /// What the database itself reports; empty when it is sound.
    pub database: Vec<String>,
    /// Whether the head that was kept elsewhere is in a book; none where none was asked for.
    pub head_found: Option<bool>,
}

/// One book, read from its first line to its last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifiedBook {
    /// None: the office's own.
    pub round: Option<String>,
    pub operations: u64,
    pub changes: u64,
    pub head: String,
    pub faults: Vec<BookFault>,
}

/// Operations that were set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    pub file: String,
    pub operations: Vec<Operation>,
}
