//! What is wrong with a row of a data file, as data; `text` makes the sentence.

use super::Column;
use crate::number::Decimal;
use crate::round::Part;
use crate::scoring::EntryRefusal;

/// A row that is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// From 1, as a spreadsheet counts them: the headings are row 1. 0: the file as a whole.
    pub row: u32,
    /// The heading, as the file has it; none where no one column is at fault.
    pub column: Option<String>,
    /// What stands there, cut if it is long.
    pub value: String,
    pub why: Why,
}

/// One of several that a name may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Code or id.
    pub id: String,
    pub title: String,
    /// The name of what it lies in, which tells duplicates apart.
    pub within: Option<String>,
}

/// Why a row, a heading or a file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Neither UTF-8 nor GB18030; the row is that of the first such byte.
    Encoding,
    /// A workbook that cannot be read; `detail` is the library's.
    Workbook {
        detail: String,
    },
    /// A workbook of the old form (.xls), or one with a password.
    OldWorkbook,
    /// No line of headings.
    Empty,
    UnknownColumn {
        nearest: Option<String>,
    },
    ColumnTwice,
    MissingColumn {
        column: Column,
    },
    /// More cells than headings.
    TooManyCells {
        headings: usize,
        cells: usize,
    },
    /// Fewer cells than headings: a line that was cut.
    TooFewCells {
        headings: usize,
        cells: usize,
    },
    /// A quotation mark is not closed before the end of the file.
    OpenQuote,
    /// Longer than any cell can be.
    TooLong {
        limit: usize,
    },
    /// A control character, or one that turns the direction of writing.
    Control {
        character: char,
    },
    /// A formula whose value was not stored with it.
    Formula,
    /// The spreadsheet shows an error there.
    CellError,
    /// A number of per cent where a plain number is needed: a workbook holds 0.95 where it shows
    /// 95 %.
    PerCent,
    /// The cell must not be empty.
    Missing,
    /// A decided veto needs its document.
    DocumentNeeded,
    /// Nothing of this code or name.
    Unknown {
        what: Part,
        nearest: Option<String>,
        /// All that there are, where nothing is near and they are few.
        known: Vec<Candidate>,
    },
    /// Several of this name.
    Ambiguous {
        what: Part,
        /// The first ones.
        candidates: Vec<Candidate>,
        count: usize,
    },
    /// Not one of the words that may stand there.
    UnknownWord {
        words: Vec<(String, String)>,
    },
    /// `*` and `-` stand for "every" and "none" and are no names.
    Reserved,
    /// The organisation has no track.
    NotRated,
    PartyNotOnTrack,
    ItemNotOnTrack,
    /// The item is not on this party's sheet (I9).
    ItemNotOnSheet,
    /// The party is rated in another way than this file is for.
    WrongMethod,
    /// The party gives one overall mark; its item is empty.
    ItemNotEmpty,
    /// The item does not take events of a ledger.
    NotALedgerItem,
    /// The entry breaks its item's rule (I8).
    Entry {
        item: String,
        why: EntryRefusal,
    },
    /// A whole number from 0.
    NotWhole,
    /// A whole number from 1.
    NotPositive,
    /// A decimal.
    NotADecimal,
    /// `2026-06-19`
    NotADate,
    /// The event states its points.
    PointsNeeded,
    PointsOutside {
        low: Decimal,
        high: Decimal,
    },
    PointsNotAMultiple {
        step: Decimal,
    },
    /// The item has fixed points; those stated are others.
    PointsDiffer {
        points: Decimal,
    },
    /// A kind of person without a person.
    KindWithoutMember,
    /// The organisation's track or cohort is another.
    Contradicts {
        found: String,
    },
    /// An earlier row has another value for the same.
    Differs {
        first: u32,
    },
    /// An earlier row has the same code.
    CodeTwice {
        first: u32,
    },
    /// The parents lead back to the organisation itself.
    Circle,
}

/// All faults of a file: the first ones, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowFaults {
    /// In the order of the file, at most [`RowFaults::KEPT`].
    pub first: Vec<RowFault>,
    pub count: usize,
}

impl RowFaults {
    /// A file can be wrong in every row; more than these nobody reads.
    pub const KEPT: usize = 1_000;

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Takes one more.
    pub fn push(&mut self, fault: RowFault) {
        if self.first.len() < Self::KEPT {
            self.first.push(fault);
        }
        self.count += 1;
    }
}

impl From<RowFault> for RowFaults {
    fn from(fault: RowFault) -> Self {
        Self {
            first: vec![fault],
            count: 1,
        }
    }
}

/// As much of a text as a message can hold.
pub(super) fn shown(text: &str) -> String {
    const CHARACTERS: usize = 60;
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
