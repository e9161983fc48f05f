//! What is rated: categories, their items, and how an entry makes a mark.

use super::CategoryIndex;
use crate::number::Decimal;

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
