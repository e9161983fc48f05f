//! What can be asked of a round. Plain data: the same from a screen, a command line, a file or,
//! later, a line to a service.

use serde::{Deserialize, Serialize};

use super::{Key, OperationKind, Record, What};

/// One thing a person does: applied whole or not at all, and once, however often it arrives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// Made by who asks, unique for ever; a repeated one gets the first answer again.
    pub id: String,
    /// Who presses the keys.
    pub actor: String,
    pub via: Via,
    /// The name of the round.
    pub round: String,
    /// Why, where a rule or a person asks for it.
    pub reason: Option<String>,
    pub command: Command,
}

/// Which face an operation came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    Screen,
    Command,
    Import,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Makes a round.
    CreateRound(NewRound),
    /// Writes cells: marks, notes, flags, ballots, vetoes, adjustments, events … Each is checked
    /// by its own rules; all are written or none.
    Write(Vec<Write>),
    /// The same for a file: what would change a submitted sheet is refused unless `reopen`
    /// (the operation then has a reason); sheets that it leaves complete are submitted (C4).
    Import {
        kind: Kind,
        file: String,
        writes: Vec<Write>,
        reopen: bool,
    },
    /// Says that a sheet is finished (C4). It must be complete.
    Submit {
        organisation: String,
        party: String,
        rater: String,
        seen: u64,
    },
    /// Its rater takes a submitted sheet back, with a reason.
    Withdraw {
        organisation: String,
        party: String,
        rater: String,
    },
    /// Who runs the round gives a submitted sheet back, with a reason.
    Return {
        organisation: String,
        party: String,
        rater: String,
    },
    /// Takes back the actor's newest own operation that is neither an undo nor undone; `expect`
    /// is the number in the book that the person was shown.
    Undo { expect: Option<u64> },
    /// Does again what the actor's newest undo took back.
    Redo { expect: Option<u64> },
}

impl Command {
    /// What the operation is called in the books.
    #[must_use]
    pub const fn kind(&self) -> OperationKind {
        match self {
            Self::CreateRound(_) => OperationKind::CreateRound,
            Self::Write(_) => OperationKind::Write,
            Self::Import { .. } => OperationKind::Import,
            Self::Submit { .. } => OperationKind::Submit,
            Self::Withdraw { .. } => OperationKind::Withdraw,
            Self::Return { .. } => OperationKind::Return,
            Self::Undo { .. } => OperationKind::Undo,
            Self::Redo { .. } => OperationKind::Redo,
        }
    }
}

/// A round to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRound {
    pub year: i32,
    /// The whole text of the scheme; the round goes by it, whatever becomes of the file.
    pub scheme: String,
    /// Organisations, as writes of [`What::Organisation`].
    pub organisations: Vec<Write>,
}

/// A cell to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Write {
    pub what: What,
    pub key: Key,
    /// None removes the cell.
    pub record: Option<Record>,
    /// The revision that the person saw; none where it does not matter what was there (imports).
    pub seen: Option<u64>,
    /// Where it came from, for files: the line or row, from 1.
    pub row: Option<u32>,
}

/// The kinds of data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Orgs,
    Scores,
    Raters,
    Ballots,
    Vetoes,
    Adjustments,
    Ledger,
    Places,
    Ties,
    Levels,
}

impl Kind {
    /// All of them, in the order in which a round is filled.
    pub const ALL: [Self; 10] = [
        Self::Orgs,
        Self::Scores,
        Self::Raters,
        Self::Ballots,
        Self::Vetoes,
        Self::Adjustments,
        Self::Ledger,
        Self::Places,
        Self::Ties,
        Self::Levels,
    ];

    /// Which cells a file of this kind is made of.
    #[must_use]
    pub const fn cells(self) -> &'static [What] {
        match self {
            Self::Orgs => &[What::Organisation],
            Self::Scores => &[What::Mark, What::Sheet],
            Self::Raters => &[What::Assignment],
            Self::Ballots => &[What::Ballot],
            Self::Vetoes => &[What::Veto],
            Self::Adjustments => &[What::Adjustment],
            Self::Ledger => &[What::Event],
            Self::Places => &[What::Places],
            Self::Ties => &[What::Tie],
            Self::Levels => &[What::Level],
        }
    }
}
