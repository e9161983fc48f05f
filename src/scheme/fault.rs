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

/// What has too many digits after the point.
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
    /// Too many digits after the point.
    TooManyDecimals {
        decimals: u8,
    },

    SumOfPoints {
        track: String,
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
    NoQuestions,
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

    NoParties,
    WeightNegative,
    WeightsZero {
        track: String,
    },
    QuestionWeightsZero,
    TrimFromTooLow {
        trim: u32,
    },
    TrackWithoutParty {
        track: String,
    },
    LedgerNeedsBest,
    BestNeedsOneLedger,
    BallotWithLatest,
    EveryNotPositive,
    RangeReversed,
    RangeForm,
    RangeWithEach,

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
    PassAbovePoints {
        points: Decimal,
    },

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

    /// Warnings from here on.
    PointsOutOfReach {
        points: Decimal,
        best: Decimal,
    },
    CategoryEmptyOnTrack {
        track: String,
    },
    LevelOutOfReach(OutOfReach),
    CapAtTop,
    TitleTwice(String),
    NoBasis,
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

impl diagnose::Kind for SchemeFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Shape(shape) => shape.code(),
            Self::UnknownFormat(_) => "unknown-format",
            Self::MalformedId { .. } => "malformed-id",
            Self::ReservedId(_) => "reserved-id",
            Self::DuplicateId(_) => "duplicate-id",
            Self::UnknownReference { .. } => "unknown-reference",
            Self::AmbiguousReference { .. } => "ambiguous-reference",
            Self::MisplacedKey { .. } => "misplaced-key",
            Self::TooManyDecimals { .. } => "too-many-decimals",
            Self::SumOfPoints { .. } => "sum-of-points",
            Self::PointsNotPositive => "points-not-positive",
            Self::SeveralRules(_) => "several-rules",
            Self::StepDoesNotDivide { .. } => "step-does-not-divide",
            Self::StepNotPositive => "step-not-positive",
            Self::DeductionCost { .. } => "deduction-cost",
            Self::BandsNotRising => "bands-not-rising",
            Self::AbovePoints { .. } => "above-points",
            Self::NoOptions => "no-options",
            Self::NoQuestions => "no-questions",
            Self::NoBands => "no-bands",
            Self::NoDeductions => "no-deductions",
            Self::FullEqualsZero => "full-equals-zero",
            Self::PerNotPositive => "per-not-positive",
            Self::LoseNegative => "lose-negative",
            Self::ItemForOtherParty { .. } => "item-for-other-party",
            Self::CategoriesWithoutSheets => "categories-without-sheets",
            Self::NoItems => "no-items",
            Self::NoParties => "no-parties",
            Self::WeightNegative => "weight-negative",
            Self::WeightsZero { .. } => "weights-zero",
            Self::QuestionWeightsZero => "question-weights-zero",
            Self::TrimFromTooLow { .. } => "trim-from-too-low",
            Self::TrackWithoutParty { .. } => "track-without-party",
            Self::LedgerNeedsBest => "ledger-needs-best",
            Self::BestNeedsOneLedger => "best-needs-one-ledger",
            Self::BallotWithLatest => "ballot-with-latest",
            Self::EveryNotPositive => "every-not-positive",
            Self::RangeReversed => "range-reversed",
            Self::RangeForm => "range-form",
            Self::RangeWithEach => "range-with-each",
            Self::TooFewLevels => "too-few-levels",
            Self::MinNotFalling { .. } => "min-not-falling",
            Self::MinOnLast => "min-on-last",
            Self::MinNotWhole => "min-not-whole",
            Self::PartsCount { .. } => "parts-count",
            Self::PartsZero => "parts-zero",
            Self::PassAbovePoints { .. } => "pass-above-points",
            Self::NoEffect => "no-effect",
            Self::SeveralEffects(_) => "several-effects",
            Self::ConditionForm => "condition-form",
            Self::WhenWithZero => "when-with-zero",
            Self::StreakWithoutWarn => "streak-without-warn",
            Self::NotABallot { .. } => "not-a-ballot",
            Self::TieForm(_) => "tie-form",
            Self::TieOnNoTrack(_) => "tie-on-no-track",
            Self::PointsOutOfReach { .. } => "points-out-of-reach",
            Self::CategoryEmptyOnTrack { .. } => "category-empty-on-track",
            Self::LevelOutOfReach(_) => "level-out-of-reach",
            Self::CapAtTop => "cap-at-top",
            Self::TitleTwice(_) => "title-twice",
            Self::NoBasis => "no-basis",
        }
    }
}
