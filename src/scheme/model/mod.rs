//! What a checked scheme is. Nothing here can be inconsistent: [`super::parse`] builds it or says
//! why not.
//!
//! Parts refer to each other by index, in the order of the file; text ids are for people,
//! files and the books.

mod index;
mod item;
mod outcome;
mod party;

pub use index::*;
pub use item::*;
pub use outcome::*;
pub use party::*;

use super::findings::FindingLimits;
use crate::number::Decimal;

/// A checked rating scheme (考评办法).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// Lower-case letters, digits, hyphens.
    pub id: String,
    pub title: String,
    pub issuer: Option<String>,
    pub version: String,
    /// What the source publishes, and what is illustrative.
    pub basis: Option<String>,
    /// Full marks: the scale of marks, totals, scores and the composite (N4).
    pub marks: Decimal,
    /// Digits after the point of every printed figure, 0 to 4 (N2).
    pub decimals: u8,
    pub rounding: Rounding,
    pub combine: Combine,
    /// No composite above it (K4).
    pub maximum: Option<Decimal>,
    pub bonus_cap: Option<Decimal>,
    pub penalty_cap: Option<Decimal>,
    pub grading: Grading,
    pub notice: Option<Notice>,
    pub findings: FindingLimits,
    /// Never empty: a scheme that names none has one, with id `all`.
    pub tracks: Vec<Track>,
    /// In the order of the procedure; never empty.
    pub parties: Vec<Party>,
    /// Empty where all parties are of method `mark` or `ballot`.
    pub categories: Vec<Category>,
    /// All items, category by category.
    pub items: Vec<Item>,
    pub adjustments: Vec<Adjustment>,
    /// Best first; at least two.
    pub levels: Vec<Level>,
    pub vetoes: Vec<Veto>,
}

/// When figures are rounded (N2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Every printed figure is rounded when it is made, and later ones are made from it.
    Printed,
    /// The composite alone is rounded in the calculation.
    Final,
}

/// How parties make the composite (K1 to K3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combine {
    Weighted,
    Latest,
    Best,
}

/// How composites become levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grading {
    pub rule: GradingRule,
    /// The kind of ancestor within which places are shared (G5).
    pub cohort: Option<String>,
    /// What decides between equal composites, in order (G6).
    pub ties: Vec<TieKey>,
    /// At most so many levels above the previous one (G9).
    pub climb: Option<u16>,
    /// Nobody ends above the level declared (G10).
    pub declared: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GradingRule {
    /// G1
    Thresholds,
    /// G2
    Stars,
    /// G3; one part a level, best first.
    Split { parts: Vec<u64> },
}

/// A key of the `ties` list (G6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieKey {
    Party(PartyIndex),
    Category(CategoryIndex),
}

/// The public notice of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    pub days: u32,
    /// Working days instead of calendar days.
    pub working: bool,
}

/// A kind of organisation with its own items (类别).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    pub id: String,
    pub title: String,
}

impl Track {
    /// The one track of a scheme that names none: `all`, in data files only.
    #[must_use]
    pub fn is_unnamed(&self) -> bool {
        self.id == "all" && self.title == self.id
    }
}
