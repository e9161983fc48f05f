//! In whose name events are taken a step further: the unit, the office, or one of the reviewers.

use crate::round::EventState;
use crate::text::{Language, ledger as text};

/// The chair of a person at the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chair {
    /// Declares.
    Unit,
    /// Keeps the ledger and confirms.
    Office,
    /// Signs; the position among the scheme's reviewers.
    Reviewer(usize),
}

/// Where an event is, as lists and filters tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    SentBack,
    /// Waits for the office.
    Declared,
    /// Waits for the reviewer of this position.
    Waiting(usize),
    Counted,
}

impl Stage {
    /// The stage of a state under so many reviewers.
    #[must_use]
    pub fn of(state: EventState, reviewers: usize) -> Self {
        match (state, state.signatures(reviewers)) {
            (EventState::SentBack, _) => Self::SentBack,
            (_, None) => Self::Declared,
            (_, Some(signed)) if signed < reviewers => Self::Waiting(signed),
            (_, Some(_)) => Self::Counted,
        }
    }

    /// Who has an event of this stage, and can send it back: whoever it waits for; once it
    /// counts, who signed last.
    #[must_use]
    pub const fn holder(self, reviewers: usize) -> Chair {
        match (self, reviewers.checked_sub(1)) {
            (Self::SentBack, _) => Chair::Unit,
            (Self::Waiting(at), _) => Chair::Reviewer(at),
            (Self::Counted, Some(last)) => Chair::Reviewer(last),
            (Self::Declared | Self::Counted, _) => Chair::Office,
        }
    }

    /// All of them under these reviewers, in the order of the procedure.
    pub fn all(reviewers: usize) -> impl Iterator<Item = Self> {
        let waiting = (0..reviewers).map(Self::Waiting);
        let after = [Self::SentBack, Self::Counted];
        std::iter::once(Self::Declared).chain(waiting).chain(after)
    }

    /// `待科长`
    #[must_use]
    pub fn word(self, language: Language, review: &[String]) -> String {
        match self {
            Self::SentBack => text::stage_sent_back(language),
            Self::Declared => text::stage_declared(language),
            Self::Waiting(at) => {
                let title = review.get(at).map_or("", String::as_str);
                text::stage_waiting(language, title)
            }
            Self::Counted => text::stage_counted(language),
        }
    }
}

impl Chair {
    /// All of them under these reviewers.
    pub fn all(reviewers: usize) -> impl Iterator<Item = Self> {
        let first = [Self::Unit, Self::Office];
        first.into_iter().chain((0..reviewers).map(Self::Reviewer))
    }

    /// The events that wait for this chair.
    #[must_use]
    pub const fn stage(self) -> Stage {
        match self {
            Self::Unit => Stage::SentBack,
            Self::Office => Stage::Declared,
            Self::Reviewer(at) => Stage::Waiting(at),
        }
    }

    /// What this chair makes of an event.
    #[must_use]
    pub fn makes(self, reviewers: usize) -> EventState {
        match self {
            Self::Unit => EventState::Declared,
            Self::Office => EventState::Confirmed,
            Self::Reviewer(at) => EventState::signed(at + 1, reviewers),
        }
    }

    /// `登记人`, `科长`
    #[must_use]
    pub fn word(self, language: Language, review: &[String]) -> String {
        match self {
            Self::Unit => text::chair_unit(language),
            Self::Office => text::chair_office(language),
            Self::Reviewer(at) => review.get(at).cloned().unwrap_or_default(),
        }
    }

    /// `确认`, `科长审签`
    #[must_use]
    pub fn step(self, language: Language, review: &[String]) -> String {
        match self {
            Self::Unit => text::step_declare(language),
            Self::Office => text::step_confirm(language),
            Self::Reviewer(_) => text::step_sign(language, &self.word(language, review)),
        }
    }

    /// As it is remembered.
    #[must_use]
    pub fn to_memory(self) -> String {
        match self {
            Self::Unit => "unit".to_owned(),
            Self::Office => "office".to_owned(),
            Self::Reviewer(at) => at.to_string(),
        }
    }

    /// A remembered chair.
    #[must_use]
    pub fn from_memory(text: &str) -> Option<Self> {
        match text {
            "unit" => Some(Self::Unit),
            "office" => Some(Self::Office),
            other => other.parse().ok().map(Self::Reviewer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chair_takes_the_events_that_wait_for_it_to_the_next_stage() {
        let steps: Vec<_> = Chair::all(3).collect();
        assert_eq!(steps.len(), 5);
        for (chair, next) in steps.iter().zip(steps.iter().skip(1)) {
            assert_eq!(Stage::of(chair.makes(3), 3), next.stage(), "{chair:?}");
        }
        assert_eq!(Stage::of(Chair::Reviewer(2).makes(3), 3), Stage::Counted);
        assert_eq!(Stage::of(Chair::Office.makes(0), 0), Stage::Counted);
    }

    #[test]
    fn a_chair_is_remembered() {
        for chair in Chair::all(3) {
            assert_eq!(Chair::from_memory(&chair.to_memory()), Some(chair));
        }
        assert_eq!(Chair::from_memory(""), None);
    }
}
