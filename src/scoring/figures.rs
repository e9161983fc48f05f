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

impl CeilingSource {
    /// The rule that makes such a ceiling.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::Cap(_) => Rule::V2,
            Self::Hold(_) => Rule::V3,
            Self::Climb => Rule::G9,
            Self::Declared => Rule::G10,
        }
    }
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

/// A rule of the calculation, by the number under which `because`, explanations and the comments
/// of this room cite it: N numbers, I items, C sheets, P parties, K the composite, G levels,
/// V vetoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// Half away from zero, to the scheme's decimals.
    N2,
    /// Figures are compared as they are printed.
    N3,
    /// A mark as it is given.
    I1,
    /// Points less what is deducted.
    I2,
    /// The points of the option chosen.
    I3,
    /// A measured value, in proportion between `zero` and `full`.
    I4,
    /// A measured value, so much lost for every step below a target.
    I5,
    /// A measured value, by the band that it lies in.
    I6,
    /// An optional item that does not apply.
    I7,
    /// An item that other parties' sheets have.
    I9,
    /// Which items and categories are of the organisation's track.
    C1,
    /// A category on a sheet, with what does not apply made up within it.
    C2,
    /// The total of a sheet, on the scale of the scheme's marks.
    C3,
    /// A sheet counts when it is complete and submitted.
    C4,
    /// A party's score from its sheets: their mean, median or trimmed mean.
    P1,
    /// The same from overall marks.
    P2,
    /// A party's score from ballots.
    P3,
    /// The satisfaction rate of a ballot, in per cent.
    P4,
    /// Points of a ledger's events, each item up to its `max`.
    P5,
    /// What persons' points add to their organisation.
    P6,
    /// The sheet of a recused rater does not count.
    P7,
    /// A category's score of a party.
    P8,
    /// The base: the parties' scores by weight.
    K1,
    /// The base: the last party in the file that has a score.
    K2,
    /// The base: points as a share of the highest on the track.
    K3,
    /// Bonuses and penalties, within their caps, and the composite with them.
    K4,
    /// What the composite will be at least and at most.
    K5,
    /// A category's score of the organisation.
    K6,
    /// The highest level whose line the composite reaches.
    G1,
    /// The same by the number of stars.
    G2,
    /// Places shared out by `parts`.
    G3,
    /// Places limited, by a per cent or a stated number.
    G4,
    /// Which organisations are ranked together.
    G5,
    /// The order within a cohort, and what breaks ties.
    G6,
    /// Levels are filled from the top, by rank.
    G7,
    /// A tie across the line is for people to decide.
    G8,
    /// So many levels above the previous one at most.
    G9,
    /// Not above the level declared.
    G10,
    /// Who is incomplete has neither rank nor level.
    G11,
    /// What is reached already, and what is still in reach.
    G12,
    /// A veto: no rank and no level.
    V1,
    /// A veto: this level at best.
    V2,
    /// A veto: not above the previous level.
    V3,
    /// A veto: so many levels down after filling.
    V4,
    /// A veto: an item is scored with 0.
    V5,
    /// A veto: a star is not earned.
    V6,
    /// A veto that only warns.
    V7,
    /// Of several limits the lowest.
    V8,
    /// A veto that its condition decides.
    V9,
}
