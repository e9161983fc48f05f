//! What the calculation makes. Every face prints these and makes none of its own.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::VetoState;
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{CategoryIndex, LevelIndex, TrackIndex, VetoIndex};

/// One figure for each category of the scheme. Of most schemes they fit in place, so that the
/// figures of an organisation are few pieces of memory.
pub type CategoryFigures = SmallVec<[Option<Figure>; 6]>;

/// One organisation's own figures: what can be said without looking at any other, except that
/// [`super::relate`] fills in what K3 makes of the leader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationFigures {
    pub track: TrackIndex,
    /// Has a base (K1, K2, K3).
    pub complete: bool,
    pub base: Option<Figure>,
    /// Net of bonuses and penalties (K4).
    pub adjustment: Figure,
    pub composite: Option<Figure>,
    /// Bounds of the composite (K5); none with `best`.
    pub low: Option<Figure>,
    pub high: Option<Figure>,
    /// One for each party of the scheme; empty figures where the party is not on the track.
    pub parties: Vec<PartyFigures>,
    /// K6, one for each category of the scheme.
    pub categories: CategoryFigures,
    /// Stars that are earned (G2), in the order of the scheme; only with the rule `stars`.
    pub stars: Vec<CategoryIndex>,
    /// Categories struck by V6.
    pub struck: Vec<CategoryIndex>,
    /// What has been reached by `low`, and what is in reach by `high` (G12), by `min` and the
    /// ceilings alone; none where nothing can be said.
    pub reached: Option<LevelIndex>,
    pub in_reach: Option<LevelIndex>,
    /// Everything on record, in the order of the scheme.
    pub vetoes: Vec<VetoStanding>,
    /// V1
    pub unrated: bool,
    /// The lowest ceiling that stands (V8); none where the top level is allowed.
    pub ceiling: Option<LevelIndex>,
    /// Where ceilings come from, all of them.
    pub ceilings: Vec<(CeilingSource, LevelIndex)>,
    /// Levels down after filling (V4), all of them together.
    pub demote: u16,
    pub previous: Option<LevelIndex>,
    pub declared: Option<LevelIndex>,
    /// V9: streaks that a level of this round would complete; [`super::settle`] decides them.
    pub streaks: Vec<(VetoIndex, LevelIndex)>,
    /// What [`super::relate`] makes the composite from; only with `combine = "best"`.
    pub relative: Option<Relative>,
}

/// K3: what an organisation brings into the comparison with the leader, unrounded unless the
/// scheme rounds on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relative {
    pub points: Decimal,
    pub net: Decimal,
}

impl Relative {
    /// None where a value is no whole number of millionths, which no checked scheme can bring.
    pub(super) fn new(points: &Exact, net: &Exact) -> Option<Self> {
        Some(Self {
            points: points.decimal()?,
            net: net.decimal()?,
        })
    }
}

/// What one party says of an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyFigures {
    /// P1 to P5; a ledger's points are unscaled.
    pub score: Option<Figure>,
    /// What the score would be at least and at most (K5); the score itself where there is one.
    pub low: Option<Figure>,
    pub high: Option<Figure>,
    /// P4, per cent.
    pub satisfaction: Option<Figure>,
    /// P8, one for each category of the scheme; empty unless the party fills sheets.
    pub categories: CategoryFigures,
    /// Sheets that are begun, and of them those that count.
    pub begun: u32,
    pub counting: u32,
    /// Marks that are there, of those that the begun sheets ask for.
    pub marks_there: u32,
    pub marks_asked: u32,
}

/// One veto on an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VetoStanding {
    pub veto: VetoIndex,
    pub state: VetoState,
    /// Decided by its condition (V9), not by hand.
    pub auto: bool,
    /// The figure that the condition looked at.
    pub seen: Option<Figure>,
}

/// What holds an organisation below the top level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CeilingSource {
    /// V2
    Cap(VetoIndex),
    /// V3
    Hold(VetoIndex),
    /// G9
    Climb,
    /// G10
    Declared,
}

/// Where an organisation stands in its cohort.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// 1 for the first; none where incomplete or unrated (G11, V1).
    pub rank: Option<u32>,
    /// Marked by G8.
    pub tie: bool,
    /// The decided order by which it stands among its equals (G8); none where nothing but
    /// figures has ranked it.
    #[serde(default)]
    pub ordered: Option<u32>,
    /// The level before V4.
    pub filled: Option<LevelIndex>,
    /// The outcome.
    pub level: Option<LevelIndex>,
    /// The rules that made the level, in the order of use.
    pub because: SmallVec<[Rule; 8]>,
}

/// A rule of scoring.md, as `because` and explanations cite it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    N2,
    N3,
    I1,
    I2,
    I3,
    I4,
    I5,
    I6,
    I7,
    I9,
    C1,
    C2,
    C3,
    C4,
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
    P7,
    P8,
    K1,
    K2,
    K3,
    K4,
    K5,
    K6,
    G1,
    G2,
    G3,
    G4,
    G5,
    G6,
    G7,
    G8,
    G9,
    G10,
    G11,
    G12,
    V1,
    V2,
    V3,
    V4,
    V5,
    V6,
    V7,
    V8,
    V9,
}
