//! What goes through the door, both ways: plain data.

use serde::{Deserialize, Serialize};

use crate::number::{Decimal, Figure};
pub use crate::round::{Finding, FindingKind, FindingWeight, grouped};

use crate::round::{
    Cell, Change, Key, Kind, Operation, Refusal, RoundState, SheetState, What, Write,
};
use crate::scheme::{LevelIndex, MemberKind};
use crate::scoring::{OrganisationFigures, Standing, Step};

use super::Viewer;
pub use crate::store::{BookFault, Trouble};

/// The door between people and the books.
pub trait Door: Send + Sync {
    /// Applies an operation, whole or not at all; returns after COMMIT.
    ///
    /// # Errors
    /// A [`Refusal`] (a rule says no) or [`Trouble`] (disk, lock); nothing was stored then.
    fn apply(&self, operation: Operation) -> Result<Applied, Failure>;

    /// Answers a question from one consistent state.
    ///
    /// # Errors
    /// As for [`Door::apply`].
    fn ask(&self, question: Question) -> Result<Reply, Failure>;
}

/// An operation is in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// Its number in the round's book, from 1 without gaps. 0: it changed nothing and is not in
    /// the book.
    pub seq: u64,
    /// Milliseconds since 1970 (UTC).
    pub at: i64,
    pub changes: Vec<Change>,
    /// Code of the book after it, hexadecimal.
    pub head: String,
    /// It had been applied before, and this is the first answer.
    pub repeated: bool,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    Refusal(Refusal),
    Trouble(Trouble),
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// All rounds → [`Reply::Rounds`].
    Rounds,
    /// One round's head, with its scheme → [`Reply::Round`].
    Round { round: String },
    /// What the list of organisations shows → [`Reply::List`]. Figures are the stored ones.
    List { round: String },
    /// A page of that list, to be shown while the rest is read → [`Reply::ListPart`]: so many
    /// rated organisations around one, or the first ones.
    ListPart {
        round: String,
        around: Option<String>,
        count: u32,
    },
    /// Everything of one organisation → [`Reply::Organisation`].
    Organisation { round: String, organisation: String },
    /// How one organisation came to its figures and level → [`Reply::Explained`].
    Explain { round: String, organisation: String },
    /// What came of one organisation in earlier years, newest first → [`Reply::Earlier`].
    Earlier { round: String, organisation: String },
    /// Figures, ranks and levels of all → [`Reply::Results`]; made anew where needed.
    Results { round: String },
    /// Points of organisations and persons on a ledger → [`Reply::Board`].
    Board { round: String, asked: BoardAsked },
    /// Cells of some kinds, in the order of their keys → [`Reply::Cells`].
    Cells { round: String, what: Vec<What> },
    /// What the raters of a party entered for an item (`*`: the overall mark), in all
    /// organisations → [`Reply::Cells`] of [`What::Mark`], notes and flags without an entry too.
    ItemMarks {
        round: String,
        party: String,
        item: String,
    },
    /// What has been written after a number in the book → [`Reply::Lines`].
    News { round: String, since: u64 },
    /// What was done to one cell, newest first, each with the change of this cell alone →
    /// [`Reply::Lines`].
    History { round: String, what: What, key: Key },
    /// The journal, newest first → [`Reply::Lines`].
    Journal(JournalFilter),
    /// Findings before publication → [`Reply::Findings`].
    Findings { round: String },
    /// Results as they would be with some cells of organisations written otherwise →
    /// [`Reply::Results`]; nothing is stored, and no rule looks at the writes.
    Trial { round: String, writes: Vec<Write> },
    /// What an import would do → [`Reply::Preview`]; nothing is stored.
    Preview { operation: Operation },
    /// Integrity of database, state and chain → [`Reply::Verified`]. `head` is one kept elsewhere.
    Verify { head: Option<String> },
    /// A consistent copy → [`Reply::Done`].
    Backup { to: String },
    /// A value that a person's screen remembers (last place, filter …) → [`Reply::Remembered`].
    Remembered { actor: String, key: String },
    /// Remembers such a value → [`Reply::Done`]. Not in any book.
    Remember {
        actor: String,
        key: String,
        value: String,
    },
    /// Sets operations aside beside the database, for a program that has to go before they are
    /// stored → [`Reply::Done`]. They replace those that this process set aside before; none takes
    /// these away again.
    SetAside { operations: Vec<Operation> },
    /// What earlier programs of this user have set aside → [`Reply::Unsent`].
    Unsent,
    /// What became of one file of these → [`Reply::Settled`]: what is left to be tried again, and
    /// what was refused, which is kept in a file of its own.
    Settle {
        file: String,
        left: Vec<Operation>,
        refused: Vec<(Operation, Refusal)>,
    },
    /// A number that changes when another process has written → [`Reply::Version`]. Cheap.
    Version,
    /// Which organisations others' marks of are kept back from who asks (see [`Viewer`]) →
    /// [`Reply::KeptBack`]; none where nobody is named.
    KeptBack { round: String },
    /// A question, asked by somebody: the answer is that of the question, without what they may
    /// not see yet.
    Seen {
        viewer: Viewer,
        question: Box<Question>,
    },
}

/// The answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    Rounds(Vec<RoundSummary>),
    Round(Box<RoundHead>),
    List(Vec<ListRow>),
    ListPart(ListPart),
    Organisation(Box<OrganisationFile>),
    Explained(Box<Explained>),
    Earlier(Vec<EarlierResult>),
    Results(Box<RoundResults>),
    Board(Box<Board>),
    Cells(Vec<Cell>),
    Lines(Vec<JournalLine>),
    Findings(Vec<Finding>),
    Preview(Preview),
    Verified(Verified),
    Remembered(Option<String>),
    Version(u64),
    Unsent(Vec<Unsent>),
    /// The file in which the refused ones are kept.
    Settled(Option<String>),
    KeptBack(Vec<KeptBack>),
    Done,
}

/// Operations that were set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    pub file: String,
    pub operations: Vec<Operation>,
}

/// An organisation of which others' marks are kept back, and the sheet that has to be submitted
/// first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBack {
    pub organisation: String,
    pub party: String,
    pub rater: String,
}

/// A round in the list of rounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundSummary {
    pub round: String,
    pub year: i32,
    pub state: RoundState,
    pub scheme_id: String,
    pub scheme_title: String,
    /// Organisations that are rated.
    pub organisations: u32,
    /// For each party of the scheme, in its order.
    pub progress: Vec<PartyProgress>,
    /// Number of the last operation in its book.
    pub seq: u64,
}

/// How far a party is in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyProgress {
    pub party: String,
    pub title: String,
    /// Organisations that have what the party needs (a counting sheet, a sufficient ballot).
    pub scored: u32,
    /// Organisations that it rates.
    pub organisations: u32,
    /// Sheets that are due by the list of raters; 0 where there is no list.
    pub due: u32,
    /// Sheets that are submitted; where there is a list, of those that are due. None of a
    /// recused rater (P7).
    pub submitted: u32,
}

/// A round with the scheme it goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundHead {
    pub round: String,
    pub year: i32,
    pub state: RoundState,
    /// The whole text of the scheme.
    pub scheme: String,
    /// SHA-256 of the text, hexadecimal.
    pub scheme_hash: String,
    pub seq: u64,
    /// Code of the book, hexadecimal.
    pub head: String,
    /// Raters that have a sheet or an assignment, as (party, rater), sorted; numbers in names by
    /// their value.
    pub raters: Vec<(String, String)>,
}

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
    /// [`super::Viewer`]): there are no figures, and of others' sheets no counts.
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
    pub(super) fn whole(rows: Vec<ListRow>) -> Self {
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

/// Which events a board is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardAsked {
    /// First and last day of the period (`2026-05-31`), both included; events without a date
    /// belong to no period. Neither: all events.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Ids of events that count on trial, whatever their state.
    pub trial: Vec<String>,
}

/// Who has how many points on a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    pub seq: u64,
    /// In the order of the results.
    pub organisations: Vec<BoardOrganisation>,
    /// Officers, then members, each by points, highest first, then by organisation and name.
    pub persons: Vec<BoardPerson>,
    /// Counting events that have no date, where a period was asked for.
    pub undated: u32,
}

/// An organisation on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardOrganisation {
    pub row: ResultRow,
    /// Points of its own events (P5), what its persons add (P6), and both.
    pub own: Figure,
    pub linked: Figure,
    pub points: Figure,
    /// Its counting events, those of its persons included.
    pub events: u32,
}

/// A person on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardPerson {
    pub organisation: String,
    /// Name of the organisation.
    pub of: String,
    /// A name or number within the organisation.
    pub member: String,
    pub kind: MemberKind,
    /// Place among the persons of the kind; equals share one (1, 2, 2, 4).
    pub place: u32,
    pub points: Figure,
    /// What the person adds to the organisation; none where it is not counted by person (P6).
    pub adds: Option<Figure>,
    /// Counting events.
    pub events: u32,
}

/// What to show of the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalFilter {
    /// None: all rounds and the office's own book.
    pub round: Option<String>,
    pub organisation: Option<String>,
    pub actor: Option<String>,
    /// Milliseconds since 1970 (UTC).
    pub since: Option<i64>,
    /// Only what was written after this number in the round's book.
    pub after: Option<u64>,
    /// At most so many operations.
    pub limit: Option<u32>,
}

/// An operation in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalLine {
    /// The round; none: the office's own book.
    pub round: Option<String>,
    pub seq: u64,
    pub at: i64,
    pub actor: String,
    pub via: String,
    /// The kind of the operation: `write`, `submit`, `import`, `undo` …
    pub kind: String,
    pub reason: Option<String>,
    /// Number of the operation that it takes back.
    pub undoes: Option<u64>,
    /// The file of an import; in the office's own book the round that was made.
    pub about: Option<String>,
    /// How many changes it made in all; `changes` may hold the first ones only.
    pub count: u64,
    pub changes: Vec<Change>,
    pub hash: String,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    pub kind: Option<Kind>,
    pub added: u64,
    pub changed: u64,
    pub removed: u64,
    pub unchanged: u64,
    /// The first changes, to look at.
    pub sample: Vec<Change>,
}

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    pub books: Vec<VerifiedBook>,
    /// What the database itself reports; empty when it is sound.
    pub database: Vec<String>,
    /// Whether the head that was kept elsewhere is in a book; none where none was asked for.
    pub head_found: Option<bool>,
}

/// One book, read from its first line to its last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifiedBook {
    /// None: the office's own.
    pub round: Option<String>,
    pub operations: u64,
    pub changes: u64,
    pub head: String,
    pub faults: Vec<BookFault>,
}
