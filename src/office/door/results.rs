//! Results: figures, standing, places, and how they came about.

use serde::{Deserialize, Serialize};

use crate::round::VetoRecord;
use crate::scheme::LevelIndex;
use crate::scoring::{OrganisationFigures, Standing, Step, VetoStanding};

/// All results of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundResults {
    pub seq: u64,
    pub head: String,
    /// In the order in which they are published: cohort, track, rank, code.
    pub rows: Vec<ResultRow>,
    /// For each cohort and track, the places of each level where it has a number of them.
    pub places: Vec<CohortPlaces>,
}

/// One organisation's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultRow {
    pub organisation: String,
    pub name: String,
    pub cohort: Option<String>,
    pub figures: OrganisationFigures,
    pub standing: Standing,
    /// Kept back from who asked: there are no figures and no standing.
    pub hidden: bool,
}

impl ResultRow {
    /// What the organisation comes to; none where nothing can be said yet.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        if self.figures.unrated {
            return Some(Outcome::Unrated);
        }
        if let Some(level) = self.standing.level {
            return Some(Outcome::Level(level));
        }
        let (low, high) = (self.figures.reached?, self.figures.in_reach?);
        Some(match low == high {
            true => Outcome::Level(low),
            false => Outcome::Between(low, high),
        })
    }
}

/// What an organisation comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    Level(LevelIndex),
    /// What is reached, and what is in reach (G12).
    Between(LevelIndex, LevelIndex),
    /// V1.
    Unrated,
}

/// How one organisation came to its figures and level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    pub row: ResultRow,
    /// In the order of the calculation.
    pub steps: Vec<Step>,
    /// Every veto on record or in force, in the order of the scheme.
    pub vetoes: Vec<VetoOnRecord>,
}

/// A veto of an organisation, with what is written of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VetoOnRecord {
    pub standing: VetoStanding,
    /// None where it has decided itself (V9).
    pub record: Option<VetoRecord>,
    /// Who made it what it is; none where it has decided itself.
    pub hand: Option<VetoHand>,
    /// None where nobody has looked at the whole round.
    pub levels: Option<VetoLevels>,
}

/// Who made a veto what it is, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VetoHand {
    pub actor: String,
    /// Milliseconds since 1970 (UTC).
    pub at: i64,
    /// Number of the operation in the round's book.
    pub seq: u64,
}

/// What an organisation comes to without a veto and with it, as the whole round would come out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VetoLevels {
    pub without: Option<Outcome>,
    pub with: Option<Outcome>,
    /// Kept back from who asked: there is neither.
    pub hidden: bool,
}

impl VetoLevels {
    /// What somebody sees who may not see them.
    #[must_use]
    pub const fn kept_back() -> Self {
        Self {
            without: None,
            with: None,
            hidden: true,
        }
    }
}

/// The places of a cohort (G3, G4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CohortPlaces {
    pub cohort: Option<String>,
    /// Id of the track.
    pub track: String,
    /// Organisations that have a rank.
    pub ranked: u32,
    /// One for each level; none: no limit.
    pub places: Vec<Option<u64>>,
}
