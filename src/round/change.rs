//! Cells, and how they change. State is a set of cells; a book is a list of changes.

use serde::{Deserialize, Serialize};

use super::{
    AdjustmentRecord, AssignmentRecord, BallotRecord, EventRecord, LevelRecord, MarkRecord,
    OrganisationRecord, PlacesRecord, ReviewRecord, RoundRecord, SheetRecord, TieRecord,
    VetoRecord,
};

/// What kind of thing a cell is. Each has a key of codes and a record of fields, both texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The round itself.
    Round,
    /// An organisation of the round.
    Organisation,
    /// What one rater entered for one item.
    Mark,
    /// The state of one rater's sheet.
    Sheet,
    /// Who is due to fill a sheet, and who is recused.
    Assignment,
    /// A count on a question.
    Ballot,
    /// A veto on an organisation.
    Veto,
    /// A bonus or penalty of an organisation, one a document.
    Adjustment,
    /// An event of the ledger.
    Event,
    /// A number of places sent down from above.
    Places,
    /// A decision on a tie.
    Tie,
    /// The level of an earlier year.
    Level,
    /// 已复核: somebody has looked an organisation through.
    Review,
}

impl What {
    /// All of them, in the order in which they are exported and verified.
    pub const ALL: [Self; 13] = [
        Self::Round,
        Self::Organisation,
        Self::Mark,
        Self::Sheet,
        Self::Assignment,
        Self::Ballot,
        Self::Veto,
        Self::Adjustment,
        Self::Event,
        Self::Places,
        Self::Tie,
        Self::Level,
        Self::Review,
    ];

    /// The word that books and files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Organisation => "organisation",
            Self::Mark => "mark",
            Self::Sheet => "sheet",
            Self::Assignment => "assignment",
            Self::Ballot => "ballot",
            Self::Veto => "veto",
            Self::Adjustment => "adjustment",
            Self::Event => "event",
            Self::Places => "places",
            Self::Tie => "tie",
            Self::Level => "level",
            Self::Review => "review",
        }
    }

    /// The parts of the key, in order; all codes or ids, `*` standing for "every" or "none".
    #[must_use]
    pub const fn key_parts(self) -> &'static [&'static str] {
        match self {
            // The book is the round's, so the round's own cell needs no name.
            Self::Round => &[],
            Self::Organisation => &["organisation"],
            // `item` is `*` for the one overall mark of a party of method `mark`.
            Self::Mark => &["organisation", "party", "rater", "item"],
            Self::Sheet | Self::Assignment => &["organisation", "party", "rater"],
            // `option` may be `abstain`, `spoilt` and `issued` too.
            Self::Ballot => &["organisation", "party", "question", "option"],
            Self::Veto => &["organisation", "veto"],
            // `document` is `*` where it is pending.
            Self::Adjustment => &["organisation", "adjustment", "document"],
            Self::Event => &["event"],
            // `cohort` is `*` for every cohort, `-` for organisations without one.
            Self::Places => &["cohort", "track", "level"],
            Self::Tie => &["organisation"],
            Self::Level => &["organisation", "year"],
            Self::Review => &["organisation", "actor"],
        }
    }

    /// Whether its key begins with the code of the organisation that it belongs to. (An event
    /// belongs to one too, and names it in its record.)
    #[must_use]
    pub const fn is_of_organisation(self) -> bool {
        match self.key_parts() {
            [first, ..] => same(first.as_bytes(), b"organisation"),
            [] => false,
        }
    }

    /// The fields of the record, in order.
    #[must_use]
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Round => RoundRecord::FIELDS,
            Self::Organisation => OrganisationRecord::FIELDS,
            Self::Mark => MarkRecord::FIELDS,
            Self::Sheet => SheetRecord::FIELDS,
            Self::Assignment => AssignmentRecord::FIELDS,
            Self::Ballot => BallotRecord::FIELDS,
            Self::Veto => VetoRecord::FIELDS,
            Self::Adjustment => AdjustmentRecord::FIELDS,
            Self::Event => EventRecord::FIELDS,
            Self::Places => PlacesRecord::FIELDS,
            Self::Tie => TieRecord::FIELDS,
            Self::Level => LevelRecord::FIELDS,
            Self::Review => ReviewRecord::FIELDS,
        }
    }

    /// Where a field stands in the record, for those who look at it without reading the others.
    /// A name that the record does not have does not compile: call it in constants only.
    pub(super) const fn field(self, name: &str) -> usize {
        let fields = self.fields();
        let mut position = 0;
        while !same(fields[position].as_bytes(), name.as_bytes()) {
            position += 1;
        }
        position
    }
}

/// Comparing texts in constants.
const fn same(one: &[u8], other: &[u8]) -> bool {
    match (one, other) {
        ([], []) => true,
        ([first, one @ ..], [second, other @ ..]) => *first == *second && same(one, other),
        _ => false,
    }
}

/// The codes that name a cell, one for each of [`What::key_parts`].
pub type Key = Vec<String>;

/// The fields of a cell, one for each of [`What::fields`]; absent is not empty, and no field is
/// ever an empty text.
pub type Record = Vec<Option<String>>;

/// A cell with the number of times it has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    pub what: What,
    pub key: Key,
    /// None where it is not there (any more).
    pub record: Option<Record>,
    /// 0 for a cell that never was; rises by one with every change, removal included.
    pub revision: u64,
}

/// One change of one cell, as the book keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub what: What,
    pub key: Key,
    pub old: Option<Record>,
    pub new: Option<Record>,
    pub old_revision: u64,
    pub new_revision: u64,
}
