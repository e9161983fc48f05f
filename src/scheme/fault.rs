//! Every way in which a scheme file can be wrong.

use crate::diagnose::{self, Shape};
use crate::number::Decimal;

/// A fault of a scheme file, with its place.
pub type Fault = diagnose::Fault<SchemeFault>;

/// A list of the scheme to whose parts others refer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
    Tracks,
    Parties,
    Categories,
    Items,
    Deductions,
    Options,
    Questions,
    Adjustments,
    Levels,
    Vetoes,
}

/// What a key would have to go with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GoesWith {
    /// A party of one of these methods.
    Methods(&'static [&'static str]),
    /// `aggregate = "trimmed"`
    Trimmed,
    /// An item that has this key.
    ItemKey(&'static str),
    /// An item that is marked directly.
    DirectItem,
    /// An item on sheets.
    SheetItem,
    /// An item of a ledger.
    LedgerItem,
    /// A deduction with `each`.
    EachDeduction,
    /// `rule = "…"` of the grading.
    GradingRule(&'static str),
}

/// The full marks of one category on a track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategorySum {
    pub title: String,
    pub sum: Decimal,
}

/// What is wrong with a scheme file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeFault {
    /// What any TOML file can have.
    Shape(Shape),
    General(GeneralFault),
    Item(ItemFault),
    Party(PartyFault),
    Outcome(OutcomeFault),
}

/// What is wrong anywhere in a scheme file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GeneralFault {
    UnknownFormat(String),
    /// Not of the form of an id; `strict` is that of the scheme itself.
    MalformedId {
        id: String,
        strict: bool,
    },
    /// A word that data files use for something else.
    ReservedId(String),
    DuplicateId(String),
    /// Nothing of that id or title is there.
    UnknownReference {
        list: List,
        wanted: String,
    },
    /// Several parts have that title.
    AmbiguousReference {
        list: List,
        wanted: String,
    },
    MisplacedKey {
        key: String,
        goes_with: GoesWith,
    },
    /// More digits after the point than the scheme prints.
    TooManyDecimals {
        decimals: u8,
    },
    /// A warning: only the id means one of them.
    TitleTwice(String),
    /// A warning: nobody knows what is published and what is made up.
    NoBasis,
}

/// What is wrong with categories and items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemFault {
    /// The track is absent where the scheme has only the one that nobody named.
    SumOfPoints {
        track: Option<String>,
        sum: Decimal,
        marks: Decimal,
        categories: Vec<CategorySum>,
    },
    PointsNotPositive,
    SeveralRules(Vec<&'static str>),
    StepDoesNotDivide {
        points: Decimal,
        step: Decimal,
    },
    StepNotPositive,
    DeductionCost {
        both: bool,
    },
    BandsNotRising,
    AbovePoints {
        points: Decimal,
    },
    NoOptions,
    NoBands,
    NoDeductions,
    FullEqualsZero,
    PerNotPositive,
    LoseNegative,
    ItemForOtherParty {
        party: String,
    },
    CategoriesWithoutSheets,
    NoItems,
    PassAbovePoints {
        points: Decimal,
    },
    RangeReversed,
    RangeForm,
    RangeWithEach,
    /// A warning.
    PointsOutOfReach {
        points: Decimal,
        best: Decimal,
    },
    /// A warning.
    CategoryEmptyOnTrack {
        track: Option<String>,
    },
}

/// What is wrong with parties, and with how they are combined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartyFault {
    NoParties,
    NoQuestions,
    WeightNegative,
    WeightsZero { track: Option<String> },
    QuestionWeightsZero,
    TrimFromTooLow { trim: u32 },
    TrackWithoutParty { track: Option<String> },
    LedgerNeedsBest,
    BestNeedsOneLedger,
    BallotWithLatest,
    EveryNotPositive,
}

/// What is wrong with the grading, the levels and the vetoes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeFault {
    TooFewLevels,
    MinNotFalling {
        above: Decimal,
    },
    MinOnLast,
    MinNotWhole,
    PartsCount {
        parts: usize,
        levels: usize,
    },
    PartsZero,
    NoEffect,
    SeveralEffects(Vec<&'static str>),
    ConditionForm,
    WhenWithZero,
    StreakWithoutWarn,
    NotABallot {
        party: String,
    },
    TieForm(String),
    TieOnNoTrack(String),
    /// A warning.
    LevelOutOfReach(OutOfReach),
    /// A warning (V8).
    CapAtTop,
}

/// Why nobody can reach a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutOfReach {
    /// No composite is above this.
    Composite(Decimal),
    /// No organisation can earn more stars.
    Stars(usize),
    /// It has no places.
    NoPlaces,
}

impl From<Shape> for SchemeFault {
    fn from(shape: Shape) -> Self {
        Self::Shape(shape)
    }
}

impl From<GeneralFault> for SchemeFault {
    fn from(fault: GeneralFault) -> Self {
        Self::General(fault)
    }
}

impl From<ItemFault> for SchemeFault {
    fn from(fault: ItemFault) -> Self {
        Self::Item(fault)
    }
}

impl From<PartyFault> for SchemeFault {
    fn from(fault: PartyFault) -> Self {
        Self::Party(fault)
    }
}

impl From<OutcomeFault> for SchemeFault {
    fn from(fault: OutcomeFault) -> Self {
        Self::Outcome(fault)
    }
}

impl diagnose::Kind for SchemeFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Shape(fault) => fault.code(),
            Self::General(fault) => fault.code(),
            Self::Item(fault) => fault.code(),
            Self::Party(fault) => fault.code(),
            Self::Outcome(fault) => fault.code(),
        }
    }
}

impl diagnose::Kind for GeneralFault {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownFormat(_) => "unknown-format",
            Self::MalformedId { .. } => "malformed-id",
            Self::ReservedId(_) => "reserved-id",
            Self::DuplicateId(_) => "duplicate-id",
            Self::UnknownReference { .. } => "unknown-reference",
            Self::AmbiguousReference { .. } => "ambiguous-reference",
            Self::MisplacedKey { .. } => "misplaced-key",
            Self::TooManyDecimals { .. } => "too-many-decimals",
            Self::TitleTwice(_) => "title-twice",
            Self::NoBasis => "no-basis",
        }
    }
}

impl diagnose::Kind for ItemFault {
    fn code(&self) -> &'static str {
        match self {
            Self::SumOfPoints { .. } => "sum-of-points",
            Self::PointsNotPositive => "points-not-positive",
            Self::SeveralRules(_) => "several-rules",
            Self::StepDoesNotDivide { .. } => "step-does-not-divide",
            Self::StepNotPositive => "step-not-positive",
            Self::DeductionCost { .. } => "deduction-cost",
            Self::BandsNotRising => "bands-not-rising",
            Self::AbovePoints { .. } => "above-points",
            Self::NoOptions => "no-options",
            Self::NoBands => "no-bands",
            Self::NoDeductions => "no-deductions",
            Self::FullEqualsZero => "full-equals-zero",
            Self::PerNotPositive => "per-not-positive",
            Self::LoseNegative => "lose-negative",
            Self::ItemForOtherParty { .. } => "item-for-other-party",
            Self::CategoriesWithoutSheets => "categories-without-sheets",
            Self::NoItems => "no-items",
            Self::PassAbovePoints { .. } => "pass-above-points",
            Self::RangeReversed => "range-reversed",
            Self::RangeForm => "range-form",
            Self::RangeWithEach => "range-with-each",
            Self::PointsOutOfReach { .. } => "points-out-of-reach",
            Self::CategoryEmptyOnTrack { .. } => "category-empty-on-track",
        }
    }
}

impl diagnose::Kind for PartyFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoParties => "no-parties",
            Self::NoQuestions => "no-questions",
            Self::WeightNegative => "weight-negative",
            Self::WeightsZero { .. } => "weights-zero",
            Self::QuestionWeightsZero => "question-weights-zero",
            Self::TrimFromTooLow { .. } => "trim-from-too-low",
            Self::TrackWithoutParty { .. } => "track-without-party",
            Self::LedgerNeedsBest => "ledger-needs-best",
            Self::BestNeedsOneLedger => "best-needs-one-ledger",
            Self::BallotWithLatest => "ballot-with-latest",
            Self::EveryNotPositive => "every-not-positive",
        }
    }
}

impl diagnose::Kind for OutcomeFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TooFewLevels => "too-few-levels",
            Self::MinNotFalling { .. } => "min-not-falling",
            Self::MinOnLast => "min-on-last",
            Self::MinNotWhole => "min-not-whole",
            Self::PartsCount { .. } => "parts-count",
            Self::PartsZero => "parts-zero",
            Self::NoEffect => "no-effect",
            Self::SeveralEffects(_) => "several-effects",
            Self::ConditionForm => "condition-form",
            Self::WhenWithZero => "when-with-zero",
            Self::StreakWithoutWarn => "streak-without-warn",
            Self::NotABallot { .. } => "not-a-ballot",
            Self::TieForm(_) => "tie-form",
            Self::TieOnNoTrack(_) => "tie-on-no-track",
            Self::LevelOutOfReach(_) => "level-out-of-reach",
            Self::CapAtTop => "cap-at-top",
        }
    }
}
