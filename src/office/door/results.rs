//! Results: figures, standing, places, and how they came about.

use serde::{Deserialize, Serialize};

use crate::scoring::{OrganisationFigures, Standing, Step};

/// All results of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundResults {
    pub seq: u64,
    pub head: String,
    /// In the order of files.md: cohort, track, rank, code.
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

/// How one organisation came to its figures and level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    pub row: ResultRow,
    /// In the order of the calculation.
    pub steps: Vec<Step>,
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
