//! Who asks, and in which chair they sit: what an answer may hold depends on it.

use serde::{Deserialize, Serialize};

use super::{Applied, Door, Failure, Question, Reply};
use crate::round::Operation;

/// A chair in a party: in its name marks are entered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Seat {
    /// Id of the party.
    pub party: String,
    pub rater: String,
}

impl Seat {
    /// The key under which an actor's last seat in a round is remembered.
    #[must_use]
    pub fn memory_key(round: &str) -> String {
        format!("seat:{round}")
    }

    /// A seat as it is remembered.
    #[must_use]
    pub fn to_memory(&self) -> String {
        format!("{}\t{}", self.party, self.rater)
    }

    /// A remembered seat; none where the actor left it.
    #[must_use]
    pub fn from_memory(text: &str) -> Option<Self> {
        let (party, rater) = text.split_once('\t')?;
        Some(Self {
            party: party.to_owned(),
            rater: rater.to_owned(),
        })
    }
}

/// Who asks. There are no accounts yet, so this is what the face says of itself; it keeps a rater
/// of an `independent` party from seeing by mistake or in passing what is not for them yet. It is
/// no protection against somebody who acts under another name or reads the database file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    pub actor: String,
    /// Where they sit now, as a screen knows; none: where this actor sat last, in any round.
    pub sitting: Option<Sitting>,
}

/// The chair that is taken in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    pub round: String,
    /// None: they only look.
    pub seat: Option<Seat>,
}

/// The door as one actor has it: every question is asked in their name, so that nobody who holds
/// it can forget to say who asks.
pub struct SeenBy<D> {
    door: D,
    viewer: Viewer,
}

impl<D: Door> SeenBy<D> {
    /// Whoever holds this asks as that actor, in the chair that the actor took last.
    #[must_use]
    pub const fn new(door: D, actor: String) -> Self {
        let viewer = Viewer {
            actor,
            sitting: None,
        };
        Self { door, viewer }
    }
}

impl<D: Door> Door for SeenBy<D> {
    fn apply(&self, operation: Operation) -> Result<Applied, Failure> {
        self.door.apply(operation)
    }

    fn ask(&self, question: Question) -> Result<Reply, Failure> {
        self.door.ask(question.seen_by(self.viewer.clone()))
    }
}

impl Question {
    /// The question, asked by somebody: the answer keeps back what they may not see yet.
    #[must_use]
    pub fn seen_by(self, viewer: Viewer) -> Self {
        let question = Box::new(self);
        Self::Seen { viewer, question }
    }

    /// The round that it is about; none where it is about all, or about none.
    #[must_use]
    pub fn round(&self) -> Option<&str> {
        match self {
            Self::Round { round }
            | Self::Progress { round }
            | Self::List { round }
            | Self::ListPart { round, .. }
            | Self::Organisation { round, .. }
            | Self::Explain { round, .. }
            | Self::Earlier { round, .. }
            | Self::Results { round }
            | Self::Board { round, .. }
            | Self::Trial { round, .. }
            | Self::VetoLevels { round, .. }
            | Self::History { round, .. }
            | Self::Cells { round, .. }
            | Self::PartySheets { round, .. }
            | Self::ItemMarks { round, .. }
            | Self::News { round, .. }
            | Self::Findings { round }
            | Self::KeptBack { round } => Some(round),
            Self::Preview { operation } => Some(&operation.round),
            Self::Seen { question, .. } => question.round(),
            _ => None,
        }
    }

    /// Whether the answer can hold marks, or what follows from them.
    #[must_use]
    pub const fn may_hold_marks(&self) -> bool {
        !matches!(
            self,
            Self::Rounds
                | Self::Progress { .. }
                | Self::Round { .. }
                | Self::Verify { .. }
                | Self::Backup { .. }
                | Self::Remembered { .. }
                | Self::Remember { .. }
                | Self::SetAside { .. }
                | Self::Unsent
                | Self::Settle { .. }
                | Self::Version
        )
    }
}

/// What the answer that is looked through was asked for.
pub(super) struct Asked {
    pub(super) round: Option<String>,
    pub(super) organisation: Option<String>,
    /// Its lines bring a screen up to date.
    pub(super) news: bool,
}

impl Asked {
    pub(super) fn of(question: &Question) -> Self {
        let organisation = match question {
            Question::Earlier { organisation, .. } | Question::VetoLevels { organisation, .. } => {
                Some(organisation.clone())
            }
            _ => None,
        };
        Self {
            round: question.round().map(str::to_owned),
            organisation,
            news: matches!(question, Question::News { .. }),
        }
    }

    pub(super) fn round(&self) -> Option<&str> {
        self.round.as_deref()
    }
}
