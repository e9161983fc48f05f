//! What a decision knows besides the cells, and what comes of it.

use super::{Change, OperationKind};
use crate::scoring::Plan;

/// What a decision knows besides the cells.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The round's scheme, prepared; for a round to be made the scheme that it will go by.
    pub plan: &'a Plan<'a>,
    /// SHA-256 of the scheme's text, hexadecimal.
    pub scheme_hash: &'a str,
    /// The name of the round.
    pub round: &'a str,
    /// Who presses the keys.
    pub actor: &'a str,
    /// The reason of the operation.
    pub reason: Option<&'a str>,
    pub limits: Limits,
}

impl<'a> Context<'a> {
    /// The reason that the operation gives; a blank one is none.
    pub(super) fn given_reason(&self) -> Option<&'a str> {
        let reason = self.reason.map(str::trim);
        reason.filter(|reason| !reason.is_empty())
    }
}

/// How long texts and how large counts may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Characters of a code or the name of a rater.
    pub code: usize,
    /// Characters of an organisation's name or a document number.
    pub name: usize,
    /// Characters of a note or reason.
    pub note: usize,
    /// The highest count.
    pub count: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            code: 100,
            name: 200,
            note: 2_000,
            count: 999_999_999_999,
        }
    }
}

/// What is written for a command that no rule speaks against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// At most one a cell; empty where everything is as asked for already.
    pub changes: Vec<Change>,
    pub kind: OperationKind,
    /// Number of the operation that it takes back (of a redo: of the undo).
    pub undoes: Option<u64>,
}
