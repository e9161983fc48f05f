//! What can be asked, and the kinds of answers.

use serde::{Deserialize, Serialize};

use super::{
    Board, EarlierResult, Explained, JournalLine, KeptBack, ListPart, ListRow, OrganisationFile,
    Preview, RoundHead, RoundProgress, RoundResults, RoundSummary, Unsent, Verified, VetoLevels,
};
use crate::office::Viewer;
use crate::round::{Cell, Finding, Key, Operation, Refusal, What, Write};
use crate::scoring::VetoStanding;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// All rounds, newest first → [`Reply::Rounds`].
    Rounds,
    /// How far one round is → [`Reply::Progress`].
    Progress { round: String },
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
    /// Sheets and assignments of a party, in all organisations → [`Reply::Cells`].
    PartySheets { round: String, party: String },
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
    /// What a veto does to one organisation, on record or not → [`Reply::VetoLevels`].
    VetoLevels {
        round: String,
        organisation: String,
        /// Its id.
        veto: String,
    },
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

/// The answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    Rounds(Vec<RoundSummary>),
    Progress(RoundProgress),
    Round(Box<RoundHead>),
    List(Vec<ListRow>),
    ListPart(ListPart),
    Organisation(Box<OrganisationFile>),
    Explained(Box<Explained>),
    /// How the veto stands, where it does, and the level without and with it.
    VetoLevels(Option<VetoStanding>, VetoLevels),
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
