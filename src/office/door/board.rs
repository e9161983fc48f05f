//! Points on a ledger.

use serde::{Deserialize, Serialize};

use super::ResultRow;
use crate::number::Figure;
use crate::scheme::MemberKind;

/// Who has how many points on a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    pub seq: u64,
    /// In the order of the results.
    pub organisations: Vec<BoardOrganisation>,
    /// Officers, then members, each by points, highest first, then by organisation and name.
    pub persons: Vec<BoardPerson>,
    /// Counting events that have no date, where a period was asked for.
    pub undated: u32,
}

/// An organisation on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardOrganisation {
    pub row: ResultRow,
    /// Points of its own events (P5), what its persons add (P6), and both.
    pub own: Figure,
    pub linked: Figure,
    pub points: Figure,
    /// Its counting events, those of its persons included.
    pub events: u32,
}

/// A person on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardPerson {
    pub organisation: String,
    /// Name of the organisation.
    pub of: String,
    /// A name or number within the organisation.
    pub member: String,
    pub kind: MemberKind,
    /// Place among the persons of the kind; equals share one (1, 2, 2, 4).
    pub place: u32,
    pub points: Figure,
    /// What the person adds to the organisation; none where it is not counted by person (P6).
    pub adds: Option<Figure>,
    /// Counting events.
    pub events: u32,
}
