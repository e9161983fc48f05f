//! From one organisation of the list to another, and from one chair to another.

use super::{About, Answer, Chair, Desk, Landing, Said};
use crate::office::{ListRow, Question, SheetSummary};
use crate::round::SheetState;

impl Desk {
    /// Opens an organisation once the office has brought it. A valid draft is kept, an invalid
    /// one holds.
    pub fn open_organisation(&mut self, code: &str, landing: Landing) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        self.over.close_for_good();
        self.landing = Some((code.to_owned(), landing));
        self.ask(
            About::Open(code.to_owned()),
            Question::Organisation {
                round: self.round.clone(),
                organisation: code.to_owned(),
            },
        );
        Answer::quiet()
    }

    /// The previous or next organisation of the list, on the same item.
    pub fn step_organisation(&mut self, forward: bool) -> Answer {
        let Some(open) = &self.open else {
            return Answer::quiet();
        };
        let current = self
            .rows
            .iter()
            .position(|row| row.organisation == open.row.organisation);
        let usable = |row: &&ListRow| self.has_sheet(row);
        let next = match (current, forward) {
            (Some(at), true) => self.rows.iter().skip(at + 1).find(usable),
            (Some(at), false) => self.rows.iter().take(at).rfind(usable),
            (None, _) => self.rows.iter().find(usable),
        };
        let Some(code) = next.map(|row| row.organisation.clone()) else {
            return Answer::say(Said::NoMoreOrganisations);
        };
        let item = open.slot().and_then(|slot| slot.item);
        let landing = item.map_or(Landing::FirstOpen, |item| {
            Landing::Item(self.scheme.item(item).id.clone())
        });
        self.open_organisation(&code, landing)
    }

    /// The next organisation of the list whose own sheet is not finished, at its first open item.
    pub fn next_unfinished(&mut self) -> Answer {
        let here = self.open.as_ref().map(|open| open.row.organisation.clone());
        let at = self
            .rows
            .iter()
            .position(|row| Some(&row.organisation) == here.as_ref());
        let after = at.map_or(0, |at| at + 1);
        let order = self
            .rows
            .iter()
            .skip(after)
            .chain(self.rows.iter().take(after));
        let next = order
            .filter(|row| Some(&row.organisation) != here.as_ref())
            .find(|row| self.has_sheet(row) && !self.finished(row));
        match next.map(|row| row.organisation.clone()) {
            Some(code) => self.open_organisation(&code, Landing::FirstOpen),
            None => Answer::say(Said::AllFinished),
        }
    }

    /// Whether this chair has a sheet for an organisation.
    #[must_use]
    pub fn has_sheet(&self, row: &ListRow) -> bool {
        let track = row
            .track
            .as_deref()
            .and_then(|track| self.scheme.find_track(track));
        track.is_some_and(|track| {
            self.scheme
                .parties_of(track)
                .any(|party| party == self.chair.party)
        }) && self.is_own_share(row)
    }

    /// Not where the rater is recused; where the work is shared out, only where the rater is due,
    /// and where a sheet has been begun all the same.
    fn is_own_share(&self, row: &ListRow) -> bool {
        match self.own_summary(row) {
            Some(sheet) if sheet.recused => false,
            Some(sheet) => !self.chair.shared_out || sheet.due || sheet.is_begun(),
            None => !self.chair.shared_out,
        }
    }

    fn own_summary<'a>(&self, row: &'a ListRow) -> Option<&'a SheetSummary> {
        let party = &self.scheme.party(self.chair.party).id;
        let mut sheets = row.sheets.iter();
        sheets.find(|sheet| sheet.party == *party && sheet.rater == self.chair.rater)
    }

    fn finished(&self, row: &ListRow) -> bool {
        self.own_summary(row)
            .is_some_and(|sheet| sheet.state == SheetState::Submitted)
    }

    /// Takes another chair: its sheets are the ones that are typed into from now on.
    pub fn take_chair(&mut self, chair: Chair) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        self.chair = chair;
        self.elsewhere.clear();
        self.notes.clear();
        self.over.close_for_good();
        let here = self.open.take().map(|open| open.row.organisation);
        match here {
            Some(code) => self.open_organisation(&code, Landing::FirstOpen),
            None => Answer::quiet(),
        }
    }
}
