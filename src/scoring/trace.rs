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

    /// Whether anybody listens: what is only told need not be worked out otherwise.
    fn listens(&self) -> bool;

    /// Whether it listens to single sheets too, which tell far more than all that follows.
    fn listens_to_sheets(&self) -> bool {
        self.listens()
    }
}

/// Listens to nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Trace for Silent {
    fn step(&mut self, _: impl FnOnce() -> Step) {}

    fn listens(&self) -> bool {
        false
    }
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

    fn listens(&self) -> bool {
        true
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

impl LeftOut {
    const fn rule(self) -> Rule {
        match self {
            Self::Incomplete { .. } | Self::NotSubmitted => Rule::C4,
            Self::Recused => Rule::P7,
            Self::NothingApplies => Rule::C3,
        }
    }
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

impl PlacesFrom {
    const fn rule(self) -> Rule {
        match self {
            Self::Parts => Rule::G3,
            Self::AtMost | Self::Stated => Rule::G4,
        }
    }
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

impl PassedOver {
    const fn rule(self) -> Rule {
        match self {
            Self::Minimum { .. } => Rule::G1,
            Self::Ceiling { .. } => Rule::V8,
            Self::Full { .. } => Rule::G7,
            Self::Tie { .. } | Self::Closed => Rule::G8,
        }
    }
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
    /// I7, I9: an item that does not apply on a sheet that counts.
    NotApplicable {
        rule: Rule,
        party: PartyIndex,
        rater: String,
        item: ItemIndex,
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
    /// P3: each question's weight and score.
    BallotScore {
        party: PartyIndex,
        parts: Vec<(Decimal, Figure)>,
        score: Figure,
    },
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
    /// P5: the points of a person who adds nothing alone: all are pooled, or this kind has no
    /// part in the organisation's points.
    LedgerPerson {
        party: PartyIndex,
        member: (MemberKind, String),
        points: Figure,
        pooled: bool,
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
    Incomplete {
        rule: Rule,
        parties: Vec<PartyIndex>,
    },
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
    Ranked {
        rank: u32,
        of: u32,
        /// The decided order among its equals (G8).
        ordered: Option<u32>,
    },
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

impl Step {
    /// The rule that the step follows.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        match self {
            Self::Item { rule, .. }
            | Self::NotApplicable { rule, .. }
            | Self::Incomplete { rule, .. } => *rule,
            Self::Zeroed { .. } => Rule::V5,
            Self::SheetCategory { .. } => Rule::C2,
            Self::SheetTotal { .. } => Rule::C3,
            Self::SheetLeftOut { why, .. } => why.rule(),
            Self::Gathered { .. } | Self::TooFewSheets { .. } => Rule::P1,
            Self::Question { .. } | Self::BallotScore { .. } | Self::TooFewBallots { .. } => {
                Rule::P3
            }
            Self::Satisfaction { .. } => Rule::P4,
            Self::LedgerItem { .. }
            | Self::LedgerPoints { .. }
            | Self::LedgerPerson { pooled: false, .. } => Rule::P5,
            Self::LedgerPerson { pooled: true, .. } | Self::Linked { .. } => Rule::P6,
            Self::PartyCategory { .. } => Rule::P8,
            Self::Weighted { .. } => Rule::K1,
            Self::Latest { .. } => Rule::K2,
            Self::Best { .. } => Rule::K3,
            Self::Adjustment { .. }
            | Self::AdjustmentPending { .. }
            | Self::Net { .. }
            | Self::Composite { .. } => Rule::K4,
            Self::PartyBounds { .. } | Self::Bounds { .. } => Rule::K5,
            Self::Category { .. } => Rule::K6,
            Self::Star { struck: true, .. } => Rule::V6,
            Self::Star { struck: false, .. } => Rule::G2,
            Self::Veto { auto: true, .. } => Rule::V9,
            Self::Veto { auto: false, .. } => Rule::V8,
            Self::Ceiling { source, .. } => source.rule(),
            Self::Ranked { .. } => Rule::G6,
            Self::NotRanked { unrated: true } => Rule::V1,
            Self::NotRanked { unrated: false } => Rule::G11,
            Self::Places { from, .. } => from.rule(),
            Self::PassedOver { why, .. } => why.rule(),
            Self::Placed { .. } => Rule::G7,
            Self::Demoted { .. } => Rule::V4,
        }
    }
}
