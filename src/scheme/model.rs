//! What a checked scheme is. Nothing here can be inconsistent: `check` builds it or says why not.
//!
//! Parts refer to each other by index, in the order of the file; text ids are for people,
//! files and the books.

use super::findings::FindingLimits;
use crate::number::Decimal;

/// Declares an index into one list of the scheme.
macro_rules! index {
    ($(#[$meta:meta] $name:ident),* $(,)?) => {$(
        #[$meta]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The position in the list.
            #[must_use]
            pub const fn position(self) -> usize {
                self.0 as usize
            }

            /// The index of a position; a scheme never has more than 65,535 of anything.
            #[must_use]
            pub fn at(position: usize) -> Self {
                Self(u16::try_from(position).unwrap_or(u16::MAX))
            }
        }
    )*};
}

index! {
    /// Which track, in the order of the file.
    TrackIndex,
    /// Which party, in the order of the procedure.
    PartyIndex,
    /// Which category.
    CategoryIndex,
    /// Which item, counted through all categories in the order of the file.
    ItemIndex,
    /// Which level, 0 being the best.
    LevelIndex,
    /// Which veto.
    VetoIndex,
    /// Which adjustment.
    AdjustmentIndex,
}

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

/// A group of items (大类); in a ten-star scheme one star.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub id: String,
    pub title: String,
    /// Who leads this category.
    pub lead: Option<String>,
    /// The line of this star (G2).
    pub pass: Option<Decimal>,
    /// One for each track of the scheme.
    pub tracks: Vec<bool>,
}

/// What is scored (指标).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    pub title: String,
    pub category: CategoryIndex,
    /// Full marks of the item; zero in a ledger, which has none.
    pub points: Decimal,
    pub rule: ItemRule,
    /// One for each track of the scheme; the category's tracks are taken in.
    pub tracks: Vec<bool>,
    /// One for each party of the scheme: on whose sheets it stands (I9).
    pub parties: Vec<bool>,
    /// May be "not applicable" (I7).
    pub optional: bool,
    /// Asks for a note of the document seen.
    pub evidence: bool,
    /// A mark below full asks for its reason.
    pub reason_below_full: bool,
    /// What earns the marks.
    pub standard: Option<String>,
    /// How it is looked into.
    pub check: Option<String>,
}

/// How an entry becomes a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemRule {
    /// I1
    Direct { step: Option<Decimal> },
    /// I2
    Deductions(Vec<Deduction>),
    /// I3
    Options(Vec<ItemOption>),
    /// I4
    Linear {
        unit: Option<String>,
        zero: Decimal,
        full: Decimal,
    },
    /// I5
    Stepped {
        unit: Option<String>,
        target: Decimal,
        per: Decimal,
        lose: Decimal,
    },
    /// I6; rising.
    Bands {
        unit: Option<String>,
        bands: Vec<Band>,
    },
    /// P5
    Ledger {
        points: EventPoints,
        max: Option<Decimal>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deduction {
    pub id: String,
    pub title: String,
    pub cost: DeductionCost,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeductionCost {
    /// So much a case, up to `max`.
    Each { each: Decimal, max: Option<Decimal> },
    /// The whole mark.
    All,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemOption {
    pub id: String,
    pub title: String,
    pub points: Decimal,
}

/// A band of measured values: from `from` on, `points` (I6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    pub from: Decimal,
    pub points: Decimal,
}

/// What one ledger event brings (P5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventPoints {
    /// count × each
    Each(Decimal),
    /// The event states its points, within the range.
    Range {
        low: Decimal,
        high: Decimal,
        step: Option<Decimal>,
    },
}

/// A bonus or penalty on the composite (加减分, K4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    pub id: String,
    pub title: String,
    pub kind: AdjustmentKind,
    pub each: Decimal,
    pub max: Option<Decimal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdjustmentKind {
    Bonus,
    Penalty,
}

/// An outcome (等次).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    pub id: String,
    pub title: String,
    /// How many stars to draw, 0 to 10.
    pub stars: u8,
    /// A composite, or with the rule `stars` a number of stars.
    pub min: Option<Decimal>,
    /// Per cent of the cohort (G4).
    pub at_most: Option<Decimal>,
    pub benefits: Vec<String>,
    pub consequences: Vec<String>,
}

/// 一票否决、否决情形
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Veto {
    pub id: String,
    pub title: String,
    /// Who reports it.
    pub from: Option<String>,
    /// Decides itself when this is met (V9).
    pub when: Option<Condition>,
    pub effect: Effect,
}

/// What a decided veto does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// V1
    Unrated,
    /// V2
    Cap(LevelIndex),
    /// V3
    Hold,
    /// V4
    Demote(u16),
    /// V5
    Zero(ItemIndex),
    /// V6
    Strike(CategoryIndex),
    /// V7
    Warn(String),
}

/// What a veto looks at to decide itself (V9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    Party {
        party: PartyIndex,
        below: Decimal,
    },
    Satisfaction {
        party: PartyIndex,
        below: Decimal,
    },
    Category {
        category: CategoryIndex,
        below: Decimal,
    },
    Item {
        item: ItemIndex,
        below: Decimal,
    },
    Streak {
        level: LevelIndex,
        years: u16,
    },
}
