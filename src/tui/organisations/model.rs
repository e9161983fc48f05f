//! What the list of organisations knows.

use super::early::Later;
use super::order::{Filter, Line, Order, Seen, Share, lines};
use super::returning::Returning;
use crate::office::{ListPart, ListRow};
use crate::tui::list::{Series, Writing};
use crate::tui::message::Ticket;
use crate::tui::seat::Offer;
use crate::tui::session::Session;
use crate::tui::widget::Window;

/// The list of organisations.
#[derive(Debug, Default)]
pub struct Organisations {
    /// None: not yet read.
    pub(super) rows: Option<Vec<ListRow>>,
    /// The page that is shown until they are.
    pub(super) part: Option<ListPart>,
    /// The question for that page that is under way.
    pub(super) beginning: Option<Ticket>,
    /// What waits for all rows.
    pub(super) later: Option<Later>,
    /// Which of them this seat has to rate.
    pub(super) share: Share,
    /// What the header counts; none: not yet read.
    pub(super) counted: Option<Counted>,
    /// What is listed. Stands still until the person asks for another order: values change in
    /// place, rows do not move under the hand.
    pub(super) lines: Vec<Line>,
    pub(super) filter: Filter,
    pub(super) order: Order,
    pub(super) window: Window,
    /// The question for the list that is under way.
    pub(super) reading: Option<Ticket>,
    /// The question where this person was last.
    pub(super) remembering: Option<Ticket>,
    /// The question for the spot where this person was last.
    pub(super) locating: Option<Ticket>,
    /// This person was in a sheet when leaving: it opens once the list is there.
    pub(super) going_on: bool,
    /// Another screen opens above it at once: no sheet does.
    pub(super) passed_through: bool,
    /// The organisation to land on once the list is there.
    pub(super) wanted: Option<String>,
    /// What the choices of the question in whose name mean.
    pub(super) seats: Vec<Offer>,
    /// The party whose new rater is being named.
    pub(super) naming: Option<String>,
    /// What the choices of the filter popup mean.
    pub(super) choices: Vec<Sieve>,
    /// The question for the states of the sheets, before submitting.
    pub(super) counting: Option<Ticket>,
    /// The look through those sheets that is under way.
    pub(super) looking: Option<Ticket>,
    /// Organisation and revision of each sheet that would be submitted.
    pub(super) ready: Vec<(String, u64)>,
    /// Returning of sheets.
    pub(super) returning: Returning,
    /// Ticks under way.
    pub(super) writing: Writing,
    /// Submissions under way.
    pub(super) submitting: Series,
}

/// What the header counts, so that a frame need not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// Rated organisations that are listed, of all: nobody sits in a chair.
    Listed(usize, usize),
    /// Sheets that are complete, of all that this chair fills.
    Scored(usize, usize),
}

/// A choice of the filter popup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sieve {
    Filter(Filter),
    Order(Order),
}

impl Organisations {
    /// How many lines there are; none: not yet read.
    pub(super) fn count(&self) -> Option<usize> {
        let part = self.part.as_ref().map(|part| part.total as usize);
        self.rows.as_ref().map(|_| self.lines.len()).or(part)
    }

    /// The row of a line, and how deep it stands in the tree; none where it is not yet read.
    pub(super) fn at(&self, position: usize) -> Option<(u16, &ListRow)> {
        let Some(rows) = &self.rows else {
            return Some((0, self.early(position)?));
        };
        let line = self.lines.get(position)?;
        Some((line.depth, rows.get(line.row)?))
    }

    /// On the way to another screen of the round.
    #[must_use]
    pub fn passed_through() -> Self {
        Self {
            passed_through: true,
            ..Self::default()
        }
    }

    /// The row under the hand.
    pub(super) fn selected(&self) -> Option<&ListRow> {
        self.at(self.window.selected).map(|(_, row)| row)
    }

    /// How this person sees the rows; none while no round is open.
    pub(super) fn seen<'a>(&self, session: &'a Session) -> Option<Seen<'a>> {
        Some(Seen {
            round: session.round.as_ref()?,
            seat: session.seat.as_ref(),
            share: self.share,
        })
    }

    /// Looks anew which rows are this seat's to rate.
    fn share_out(&mut self, session: &Session) {
        let rows = self.rows.as_deref().unwrap_or_default();
        self.share = Share::of(rows, session.seat.as_ref());
    }

    fn count_up(&self, session: &Session) -> Option<Counted> {
        let (rows, seen) = (self.rows.as_ref()?, self.seen(session)?);
        let rated = || rows.iter().filter(|row| row.track.is_some());
        if session.seat.is_none() {
            let listed = self.lines.iter().filter_map(|line| rows.get(line.row));
            let listed = listed.filter(|row| row.track.is_some());
            return Some(Counted::Listed(listed.count(), rated().count()));
        }
        let asked = || rated().filter(|row| seen.asked(row) > 0);
        let complete = asked().filter(|row| seen.is_complete(row));
        Some(Counted::Scored(complete.count(), asked().count()))
    }

    /// Lists anew, with the same organisation selected where it is still listed.
    pub(super) fn arrange(&mut self, session: &Session) {
        let selected = self.selected().map(|row| row.organisation.clone());
        let wanted = self.wanted.take().or(selected);
        self.share_out(session);
        let (Some(rows), Some(seen)) = (&self.rows, self.seen(session)) else {
            return;
        };
        self.lines = lines(rows, &seen, self.filter, self.order);
        self.counted = self.count_up(session);
        if let Some(wanted) = wanted {
            self.select(&wanted);
        }
    }

    /// Selects an organisation; false where it is not listed.
    pub(super) fn select(&mut self, organisation: &str) -> bool {
        let Some(rows) = &self.rows else {
            return false;
        };
        let position = self.lines.iter().position(|line| {
            let row = rows.get(line.row);
            row.is_some_and(|row| row.organisation == organisation)
        });
        if let Some(position) = position {
            self.window.selected = position;
        }
        position.is_some()
    }

    /// Where the work is shared out, the hand begins at the first own sheet that is not submitted.
    fn begin_at_own(&mut self, session: &Session) {
        let (Some(rows), Some(seen)) = (&self.rows, self.seen(session)) else {
            return;
        };
        let waits = |line: &Line| {
            let row = rows.get(line.row);
            row.is_some_and(|row| seen.asked(row) > 0 && !seen.is_submitted(row))
        };
        let first = self.lines.iter().position(waits);
        if let Some(first) = first.filter(|_| self.share == Share::Due) {
            self.window.selected = first;
        }
    }

    /// Takes rows that were read anew: values change where they stand.
    pub(super) fn take_rows(&mut self, rows: Vec<ListRow>, session: &Session) {
        let early = self.early(self.window.selected);
        if let Some(code) = early.map(|row| row.organisation.clone()) {
            self.wanted = Some(code);
        }
        self.part = None;
        let Some(before) = self.rows.replace(rows) else {
            let wanted = self.wanted.clone();
            self.arrange(session);
            if !wanted.is_some_and(|wanted| self.select(&wanted)) {
                self.begin_at_own(session);
            }
            return;
        };
        self.share_out(session);
        let Some(now) = &self.rows else {
            return;
        };
        let same = before.len() == now.len()
            && before
                .iter()
                .zip(now)
                .all(|(one, other)| one.organisation == other.organisation);
        if same {
            self.counted = self.count_up(session);
        } else {
            // The list itself is another one: there is no keeping still.
            self.arrange(session);
        }
    }
}
