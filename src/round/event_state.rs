//! Where an event of the ledger is, and what it waits for (P5).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::UnknownWord;

/// Where an event of the ledger is (P5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventState {
    /// 已申报: by the unit.
    Declared,
    /// 已确认: by the office; nobody has signed.
    Confirmed,
    /// So many reviewers have signed, in the order of the scheme, from 1.
    Signed(u16),
    /// 已计入: all have signed, however many there are.
    Counted,
    /// 已退回: sent back with a reason.
    SentBack,
}

/// What an event waits for before it can go on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventWait {
    /// It was sent back: the unit declares it anew, or leaves it.
    Declaring,
    /// The office confirms what the unit has declared.
    Confirming,
    /// The reviewer of this title signs.
    Signing(String),
}

impl EventState {
    /// How many of so many reviewers have signed; none before the office has confirmed.
    #[must_use]
    pub fn signatures(self, reviewers: usize) -> Option<usize> {
        match self {
            Self::Declared | Self::SentBack => None,
            Self::Confirmed => Some(0),
            Self::Signed(count) => Some(usize::from(count).min(reviewers)),
            Self::Counted => Some(reviewers),
        }
    }

    /// P5: whether it is confirmed and signed by all of so many reviewers.
    #[must_use]
    pub fn counts(self, reviewers: usize) -> bool {
        self.signatures(reviewers) == Some(reviewers)
    }

    /// What it waits for under these reviewers; nothing once it counts.
    #[must_use]
    pub fn waits_for(self, review: &[String]) -> Option<EventWait> {
        match (self, self.signatures(review.len())) {
            (Self::SentBack, _) => Some(EventWait::Declaring),
            (_, None) => Some(EventWait::Confirming),
            (_, Some(signed)) => review.get(signed).cloned().map(EventWait::Signing),
        }
    }

    /// The state once so many of the reviewers have signed.
    #[must_use]
    pub fn signed(count: usize, reviewers: usize) -> Self {
        match u16::try_from(count) {
            _ if count >= reviewers && reviewers > 0 => Self::Counted,
            Ok(count) if count > 0 => Self::Signed(count),
            _ => Self::Confirmed,
        }
    }

    /// The same state as it is kept: what all have signed is counted, under whatever title the
    /// last of them signed.
    #[must_use]
    pub fn kept(self, reviewers: usize) -> Self {
        match self {
            Self::Signed(count) => Self::signed(usize::from(count), reviewers),
            other => other,
        }
    }
}

impl fmt::Display for EventState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Declared => formatter.write_str("declared"),
            Self::Confirmed => formatter.write_str("confirmed"),
            Self::Signed(count) => write!(formatter, "signed {count}"),
            Self::Counted => formatter.write_str("counted"),
            Self::SentBack => formatter.write_str("sent back"),
        }
    }
}

impl FromStr for EventState {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        match text {
            "declared" => Ok(Self::Declared),
            "confirmed" => Ok(Self::Confirmed),
            "counted" => Ok(Self::Counted),
            "sent back" => Ok(Self::SentBack),
            other => {
                let count = other.strip_prefix("signed ").ok_or(UnknownWord)?;
                count.parse().map(Self::Signed).map_err(|_| UnknownWord)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// P5: what is missing until it counts, step by step.
    #[test]
    fn an_event_waits_for_one_after_the_other_and_then_counts() {
        let review = ["科长", "分管领导", "主要领导"].map(str::to_owned);
        let signing = |title: &str| Some(EventWait::Signing(title.to_owned()));
        let told = [
            (EventState::SentBack, Some(EventWait::Declaring)),
            (EventState::Declared, Some(EventWait::Confirming)),
            (EventState::Confirmed, signing("科长")),
            (EventState::Signed(1), signing("分管领导")),
            (EventState::Signed(2), signing("主要领导")),
            (EventState::Signed(3), None),
            (EventState::Counted, None),
        ];
        for (state, waits) in told {
            assert_eq!(state.waits_for(&review), waits, "{state}");
            assert_eq!(state.counts(review.len()), waits.is_none(), "{state}");
        }
    }

    /// P5: without reviewers confirming is enough, and declaring is not.
    #[test]
    fn without_reviewers_a_confirmed_event_counts() {
        assert_eq!(EventState::Confirmed.waits_for(&[]), None);
        assert!(EventState::Confirmed.counts(0) && EventState::Counted.counts(0));
        assert!(!EventState::Declared.counts(0) && !EventState::SentBack.counts(0));
        assert_eq!(EventState::Confirmed.kept(0), EventState::Confirmed);
    }

    #[test]
    fn what_all_have_signed_is_kept_as_counted() {
        assert_eq!(EventState::Signed(3).kept(3), EventState::Counted);
        assert_eq!(EventState::Signed(2).kept(3), EventState::Signed(2));
        assert_eq!(EventState::signed(0, 3), EventState::Confirmed);
    }
}
