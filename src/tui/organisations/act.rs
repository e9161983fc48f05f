//! What can be done in the list of organisations: finding, filtering and ordering, and going on
//! to the screens of the one under the hand.

use super::Organisations;
use super::model::Sieve;
use super::order::{Filter, Order};
use crate::text::organisations as text;
use crate::tui::ask::Choice;
use crate::tui::ballots::{self, Ballots};
use crate::tui::find::Find;
use crate::tui::grid;
use crate::tui::list::Names;
use crate::tui::screen::Context;
use crate::tui::session::Session;

/// What the questions are called in their answers.
pub(super) const FIND: &str = "organisation";
pub(super) const SIEVE: &str = "sieve";

impl Organisations {
    pub(super) fn ask_find(&self, context: &mut Context<'_>) {
        let rows = self.rows.as_deref().unwrap_or_default();
        let mut names = Names::default();
        names.take(rows);
        let all = rows.iter().filter(|row| row.track.is_some());
        let all = all.map(|row| names.findable(&row.organisation));
        context.push(Find::new(FIND, all.collect()));
    }

    pub(super) fn ask_sieve(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let filters = Filter::ALL.into_iter().map(Sieve::Filter);
        let orders = Order::ALL.into_iter().map(Sieve::Order);
        let named = filters.zip(text::FILTERS);
        let ordered = orders.zip(text::ORDERS);
        let mut choices: Vec<_> = named.chain(ordered).collect();
        // Digits reach the first ten: the newest filters leave the orders theirs.
        let newest = |(sieve, _): &(Sieve, _)| {
            matches!(sieve, Sieve::Filter(Filter::Changed | Filter::Returned))
        };
        choices.sort_by_key(newest);
        self.choices = choices.iter().map(|(sieve, _)| *sieve).collect();
        let entries = choices.iter().map(|(choice, name)| {
            let now = match choice {
                Sieve::Filter(filter) => *filter == self.filter,
                Sieve::Order(order) => *order == self.order,
            };
            let name = name(language);
            if now {
                text::now(language, &name)
            } else {
                name
            }
            .into()
        });
        let title = text::filter_title(language);
        context.push(Choice::new(SIEVE, title, entries.collect()));
    }

    pub(super) fn sieve(&mut self, position: usize, context: &mut Context<'_>) {
        match self.choices.get(position) {
            Some(Sieve::Filter(filter)) => self.filter = *filter,
            Some(Sieve::Order(order)) => self.order = *order,
            None => return,
        }
        self.arrange(context.session);
        self.follow(context.session);
    }

    /// One item across the organisations that are listed, in their order, from the selected one.
    pub(super) fn open_crosswise(&mut self, context: &mut Context<'_>) {
        self.remember(context);
        let all = self.rows.as_deref().unwrap_or_default();
        let listed = self.lines.iter().filter_map(|line| all.get(line.row));
        grid::cross(
            listed.cloned().collect(),
            self.selected_code(),
            None,
            context,
        );
    }

    /// Opens the counting of ballots for the selected organisation, among those listed.
    pub(super) fn open_ballots(&self, context: &mut Context<'_>) {
        let (Some(code), Some(round)) = (self.selected_code(), &context.session.round) else {
            return;
        };
        let all = self.rows.as_deref().unwrap_or_default();
        let rows = self.lines.iter().filter_map(|line| all.get(line.row));
        let rows = rows.filter(|row| !row.hidden).cloned().collect();
        let ballots = Ballots::new(round, rows, &code);
        context.push(ballots);
    }

    /// Why ballots of an organisation cannot be counted; none where they can.
    pub(super) fn no_ballots(&self, session: &Session) -> Option<String> {
        let language = session.language;
        let (Some(row), Some(round)) = (self.selected(), &session.round) else {
            return Some(text::nothing_selected(language));
        };
        if row.track.is_none() {
            Some(text::not_rated(language))
        } else if ballots::parties(&round.scheme, row).is_empty() {
            Some(crate::text::ballots::no_ballot(language))
        } else if row.hidden {
            Some(crate::text::ranking::hidden(language))
        } else {
            None
        }
    }
}
