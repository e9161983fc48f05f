//! What others have written, and places of changes on this desk.

use super::said::{Answer, Said};
use super::{About, Desk, Landing};
use crate::office::{JournalLine, Question};
use crate::round::{Change, What};

impl Desk {
    /// Somebody else has written: asks what.
    pub fn news(&mut self) {
        let question = Question::News {
            round: self.round.clone(),
            since: self.seq,
        };
        self.ask(About::News, question);
    }

    /// Takes in what was written since: values update in place, nothing moves under the hand, and
    /// a draft stays as it is.
    pub(super) fn take_news(&mut self, lines: &[JournalLine]) -> Answer {
        let here = self.open.as_ref().map(|open| open.row.organisation.clone());
        let (mut by, mut changes, mut again) = (None, 0, false);
        for line in lines {
            self.seq = self.seq.max(line.seq);
            again |= line.count > line.changes.len() as u64;
            for change in &line.changes {
                let concerned = change.key.first() == here.as_ref();
                if concerned && line.actor != self.chair.actor {
                    by = Some(line.actor.clone());
                    changes += 1;
                }
                self.take_change(change);
            }
            self.take_line(line.clone());
        }
        if let (true, Some(code)) = (again, here) {
            let question = Question::Organisation {
                round: self.round.clone(),
                organisation: code.clone(),
            };
            self.ask(About::Again(code), question);
        }
        self.refresh();
        by.map_or_else(Answer::quiet, |by| Answer::say(Said::News { by, changes }))
    }

    /// Whether a change is of the organisation that is open and, where it is of a mark, of the
    /// own sheet; with the position of that mark.
    #[must_use]
    pub fn place_of(&self, change: &Change) -> Option<Option<usize>> {
        let open = self.open.as_ref()?;
        if change.key.first() != Some(&open.row.organisation) {
            return None;
        }
        match change.what {
            What::Mark => Some(Some(open.slot_of(
                &self.scheme,
                &self.chair,
                &change.key,
            )?)),
            _ => Some(None),
        }
    }

    /// Goes to the place of a change.
    pub fn go_to_change(&mut self, change: &Change) -> Answer {
        // Places of a cohort and events of the ledger have no sheet.
        let of_organisation = change.what.is_of_organisation() && change.what != What::Event;
        let Some(organisation) = change.key.first().filter(|_| of_organisation) else {
            return Answer::quiet();
        };
        let item = match change.what {
            What::Mark => change.key.last().cloned(),
            _ => None,
        };
        let here = self.open.as_ref().map(|open| &open.row.organisation);
        if here == Some(organisation) {
            let at = self
                .open
                .as_ref()
                .and_then(|open| open.slot_of(&self.scheme, &self.chair, &change.key));
            return at.map_or_else(Answer::quiet, |at| self.go_to(at));
        }
        let landing = item.map_or(Landing::FirstOpen, Landing::Item);
        self.open_organisation(&organisation.clone(), landing)
    }
}
