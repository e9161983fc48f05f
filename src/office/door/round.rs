//! Rounds and how far they are.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::round::RoundState;
use crate::store::SheetsLeft;

/// A round in the list of rounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundSummary {
    pub round: String,
    pub year: i32,
    pub state: RoundState,
    pub scheme_id: String,
    pub scheme_title: String,
    /// Number of the last operation in its book.
    pub seq: u64,
}

/// How far a round is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundProgress {
    /// Number of the last operation in its book.
    pub seq: u64,
    /// Organisations that are rated.
    pub organisations: u32,
    /// For each party of the scheme, in its order.
    pub parties: Vec<PartyProgress>,
}

/// How far a party is in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyProgress {
    pub party: String,
    pub title: String,
    /// Organisations that have what the party needs (a counting sheet, a sufficient ballot).
    pub scored: u32,
    /// Organisations that it rates.
    pub organisations: u32,
    /// Sheets that are due by the list of raters; 0 where there is no list.
    pub due: u32,
    /// Sheets that are submitted; where there is a list, of those that are due. None of a
    /// recused rater (P7).
    pub submitted: u32,
}

/// A round with the scheme it goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundHead {
    pub round: String,
    pub year: i32,
    pub state: RoundState,
    /// The whole text of the scheme.
    pub scheme: String,
    /// SHA-256 of the text, hexadecimal.
    pub scheme_hash: String,
    pub seq: u64,
    /// Code of the book, hexadecimal.
    pub head: String,
    /// Raters that have a sheet or an assignment, as (party, rater), sorted; numbers in names by
    /// their value.
    pub raters: Vec<(String, String)>,
    /// Who is on the list of raters of a party, for every party that has such a list; others have
    /// no sheet of it.
    pub listed: BTreeMap<String, BTreeSet<String>>,
    /// How many sheets each party and rater has still to submit; who has none due and none begun
    /// does not stand here.
    pub left: Vec<SheetsLeft>,
    /// Names of those of them that are called by an organisation's code, by code.
    pub names: BTreeMap<String, String>,
}
