//! The steps of a calculation, for panel and `explain`. Bulk work takes [`Silent`], which costs
//! nothing; explaining is the same code with a [`Recording`], never a second calculation.

use serde::{Deserialize, Serialize};

use super::{CeilingSource, Rule, VetoState};
use crate::number::{Decimal, Figure};
use crate::scheme::{
    AdjustmentIndex, Aggregate, CategoryIndex, ItemIndex, LevelIndex, MemberKind, PartyIndex,
    VetoIndex,
};

/// Who is told of each step.
pub trait Trace {
    /// Takes a step; it is only made where somebody listens.
    fn step(&mut self, make: impl FnOnce() -> Step);
}

/// Listens to nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Trace for Silent {
    fn step(&mut self, _: impl FnOnce() -> Step) {}
}

/// Keeps every step, in the order of the calculation.
#[derive(Debug, Clone, Default)]
pub struct Recording {
    pub steps: Vec<Step>,
}

impl Trace for Recording {
    fn step(&mut self, make: impl FnOnce() -> Step) {
        self.steps.push(make());
    }
}

/// Why a sheet does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeftOut {
    /// C4: so many items have no entry.
    Incomplete { missing: u32 },
    /// C4
    NotSubmitted,
    /// P7
    Recused,
    /// C3: nothing on it applies.
    NothingApplies,
}

/// Where a level's number of places comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlacesFrom {
    /// G3
    Parts,
    /// G4
    AtMost,
    /// G4: a whole number sent down from above.
    Stated,
}

/// Why a level did not take an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PassedOver {
    /// G1, G2, G3: its `min` is not met.
    Minimum { min: Decimal },
    /// V8
    Ceiling { ceiling: LevelIndex },
    /// G7: its places are taken.
    Full { places: u64 },
    /// G8: equals across the line.
    Tie { left: u64, equals: u32 },
    /// G8: closed by a tie of others.
    Closed,
}

/// One step of a calculation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// I1 to I6: what an item got on a sheet that counts.
    Item {
        rule: Rule,
        party: PartyIndex,
        rater: String,
        item: ItemIndex,
        mark: Figure,
    },
    /// V5: what the sheet had before, none where it was missing or not applicable.
    Zeroed {
        veto: VetoIndex,
        party: PartyIndex,
        rater: String,
        item: ItemIndex,
        before: Option<Figure>,
    },
    /// C2
    SheetCategory {
        party: PartyIndex,
        rater: String,
        category: CategoryIndex,
        sum: Figure,
        full: Decimal,
        not_applicable: Decimal,
        score: Figure,
    },
    /// C3
    SheetTotal {
        party: PartyIndex,
        rater: String,
        sum: Figure,
        full: Decimal,
        total: Figure,
    },
    /// C3, C4, P7
    SheetLeftOut {
        party: PartyIndex,
        rater: String,
        why: LeftOut,
    },
    /// P1, P2: the totals of the sheets that count, highest first; `left_out` at each end.
    Gathered {
        party: PartyIndex,
        aggregate: Aggregate,
        totals: Vec<Figure>,
        left_out: u32,
        score: Figure,
    },
    /// P1, P2
    TooFewSheets {
        party: PartyIndex,
        there: u32,
        needed: u32,
    },
    /// P3
    Question {
        party: PartyIndex,
        question: u16,
        sum: Figure,
        base: u64,
        score: Figure,
    },
    /// P3
    BallotScore { party: PartyIndex, score: Figure },
    /// P3: on the question with the fewest.
    TooFewBallots {
        party: PartyIndex,
        question: u16,
        returned: u64,
        needed: u64,
    },
    /// P4
    Satisfaction {
        party: PartyIndex,
        satisfied: u64,
        base: u64,
        rate: Figure,
    },
    /// P5: what an item brought a subject, after its `max`.
    LedgerItem {
        party: PartyIndex,
        member: Option<String>,
        item: ItemIndex,
        points: Figure,
        limited: bool,
    },
    /// P6: what a person (or all together, without a name) adds.
    Linked {
        party: PartyIndex,
        member: Option<(MemberKind, String)>,
        points: Figure,
        adds: Figure,
    },
    /// P5, P6
    LedgerPoints {
        party: PartyIndex,
        own: Figure,
        linked: Figure,
        points: Figure,
    },
    /// P8
    PartyCategory {
        party: PartyIndex,
        category: CategoryIndex,
        score: Figure,
    },
    /// K1
    Weighted {
        parts: Vec<(PartyIndex, Decimal, Figure)>,
        base: Figure,
    },
    /// K1, K2: no base, and for the want of which parties.
    Incomplete { parties: Vec<PartyIndex> },
    /// K2
    Latest { party: PartyIndex, base: Figure },
    /// K3
    Best {
        points: Figure,
        highest: Figure,
        base: Figure,
    },
    /// K4: one adjustment, after its `max`.
    Adjustment {
        adjustment: AdjustmentIndex,
        count: u64,
        points: Figure,
        limited: bool,
    },
    /// K4: without a document.
    AdjustmentPending {
        adjustment: AdjustmentIndex,
        count: u64,
    },
    /// K4
    Net {
        bonuses: Figure,
        penalties: Figure,
        net: Figure,
        limited: bool,
    },
    /// K4
    Composite {
        base: Figure,
        net: Figure,
        composite: Figure,
        limited: bool,
    },
    /// K5: of a party without a score.
    PartyBounds {
        party: PartyIndex,
        low: Figure,
        high: Figure,
    },
    /// K5
    Bounds { low: Figure, high: Figure },
    /// K6
    Category {
        category: CategoryIndex,
        score: Figure,
    },
    /// G2, V6
    Star {
        category: CategoryIndex,
        score: Option<Figure>,
        pass: Decimal,
        struck: bool,
        earned: bool,
    },
    /// V9 or by hand.
    Veto {
        veto: VetoIndex,
        state: VetoState,
        auto: bool,
        seen: Option<Figure>,
    },
    /// V2, V3, G9, G10
    Ceiling {
        source: CeilingSource,
        level: LevelIndex,
    },
    /// G6
    Ranked { rank: u32, of: u32 },
    /// G11, V1
    NotRanked { unrated: bool },
    /// G3, G4: the places of a level in the cohort.
    Places {
        level: LevelIndex,
        places: u64,
        from: PlacesFrom,
    },
    /// G1 to G8
    PassedOver { level: LevelIndex, why: PassedOver },
    /// G7
    Placed { level: LevelIndex },
    /// V4
    Demoted {
        from: LevelIndex,
        to: LevelIndex,
        by: u16,
    },
}
