//! What comes of the marks: adjustments, levels, vetoes.

use super::{CategoryIndex, ItemIndex, LevelIndex, PartyIndex};
use crate::number::Decimal;

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
