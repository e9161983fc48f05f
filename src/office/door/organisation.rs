//! Organisations: a row of the list, the whole of one, and what is kept back of it.

use serde::{Deserialize, Serialize};

use crate::number::{Decimal, Figure};
use crate::round::{Cell, SheetState};
use crate::scheme::LevelIndex;
use crate::scoring::{OrganisationFigures, Standing};

/// A row of the list of organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRow {
    pub organisation: String,
    pub name: String,
    pub kind: Option<String>,
    pub parent: Option<String>,
    /// Id of the track; none: not rated itself.
    pub track: Option<String>,
    /// Code of the ancestor within which it is ranked (G5).
    pub cohort: Option<String>,
    /// Stored figures; none where they have to be made anew.
    pub figures: Option<ListFigures>,
    pub sheets: Vec<SheetSummary>,
    /// Ids of the vetoes in force and proposed.
    pub decided: Vec<String>,
    pub proposed: Vec<String>,
    /// Others' marks, and what follows from them, are kept back from who asked (see
    /// [`crate::office::Viewer`]): there are no figures, and of others' sheets no counts.
    pub hidden: bool,
    /// What who asked has looked through of it; none where nobody is named, or never.
    pub review: Option<Reviewed>,
    /// Number of the book that this is the state of.
    pub seq: u64,
}

/// Somebody has looked an organisation through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// Number in the book of the last operation that they could see.
    pub seen: u64,
    /// Something of the organisation has been written since.
    pub changed: bool,
    /// Revision of the cell.
    pub revision: u64,
}

/// Rated organisations that follow each other in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPart {
    /// How many rated organisations stand before them.
    pub first: u32,
    /// How many there are in all.
    pub total: u32,
    pub rows: Vec<ListRow>,
}

impl ListPart {
    /// All there are.
    pub(in crate::office) fn whole(rows: Vec<ListRow>) -> Self {
        Self {
            first: 0,
            total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            rows,
        }
    }
}

/// The figures that a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFigures {
    pub composite: Option<Figure>,
    pub low: Option<Figure>,
    pub high: Option<Figure>,
    pub reached: Option<LevelIndex>,
    pub in_reach: Option<LevelIndex>,
    /// One for each party of the scheme.
    pub parties: Vec<Option<Figure>>,
    /// Levels of which its cohort has been sent down a number of places (G4).
    pub stated: Vec<LevelIndex>,
    /// From the last ranking.
    pub rank: Option<u32>,
    pub level: Option<LevelIndex>,
    pub tie: bool,
}

/// How far a sheet is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSummary {
    pub party: String,
    pub rater: String,
    pub state: SheetState,
    /// Items with an entry.
    pub there: u32,
    pub flagged: u32,
    /// Its rater is due to fill it.
    pub due: bool,
    /// Its rater is recused: it can neither be opened nor count (P7).
    pub recused: bool,
    /// Why it was returned or taken back, or why its rater is recused.
    pub reason: Option<String>,
    /// Sum of the direct marks and what the entries make, as printed.
    pub total: Option<Figure>,
}

impl SheetSummary {
    /// Whether anything has been entered on it, or done with it.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.there > 0 || self.flagged > 0 || self.state != SheetState::Open
    }
}

/// Everything of one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationFile {
    /// Number of the book that this is the state of.
    pub seq: u64,
    pub row: ListRow,
    /// Its cells of all kinds, earlier levels included.
    pub cells: Vec<Cell>,
    /// The newest level known from earlier years, where the list of organisations states none.
    pub newest_level: Option<(i32, String)>,
    pub figures: Option<OrganisationFigures>,
    /// From the last ranking.
    pub standing: Standing,
}

/// An organisation of which others' marks are kept back, and the sheet that has to be submitted
/// first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBack {
    pub organisation: String,
    pub party: String,
    pub rater: String,
}

/// What came of an organisation in an earlier year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierResult {
    pub year: i32,
    /// The round that it came of; none where only the level was told.
    pub round: Option<String>,
    /// Title of the scheme that it was rated by.
    pub scheme: String,
    /// Title of the level.
    pub level: Option<String>,
    /// How many levels were below it, of how many in all.
    pub height: u16,
    pub levels: u16,
    /// The level was told (`import levels`), not worked out here.
    pub told: bool,
    pub composite: Option<Figure>,
    /// Full marks of that scheme.
    pub marks: Decimal,
    pub rank: Option<u32>,
}
