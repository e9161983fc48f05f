//! Reopening lands where this person was last: filter and order, organisation, sheet and item.

use super::model::Organisations;
use super::order::{Filter, Order};
use crate::tui::screen::Context;
use crate::tui::session::Session;
use crate::tui::spot::{self, Spot};

/// The key under which filter and order are remembered; none while no round is open.
pub(super) fn key(session: &Session) -> Option<String> {
    let round = session.round.as_ref()?;
    let seat = session.seat.as_ref();
    let seat = seat.map_or_else(String::new, |seat| format!("{}:{}", seat.party, seat.rater));
    Some(format!("organisations:{}:{seat}", round.name))
}

impl Organisations {
    pub(super) fn remember(&self, context: &mut Context<'_>) {
        let filter = Filter::ALL.iter().position(|one| *one == self.filter);
        let order = Order::ALL.iter().position(|one| *one == self.order);
        let value = format!(
            "{}\t{}",
            filter.unwrap_or_default(),
            order.unwrap_or_default(),
        );
        if let Some(key) = key(context.session) {
            context.remember("remember.list", key, value);
        }
        if let Some(row) = self.selected() {
            let organisation = row.organisation.clone();
            let before = context.session.spot.take();
            let item = before.filter(|spot| spot.organisation == organisation);
            let spot = Spot {
                organisation,
                item: item.and_then(|spot| spot.item),
                in_sheet: false,
            };
            spot::remember(spot, context);
        }
    }

    pub(super) fn recall(&mut self, text: &str) {
        let mut parts = text.split('\t');
        let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
        let filter = number().and_then(|at| Filter::ALL.get(at).copied());
        let order = number().and_then(|at| Order::ALL.get(at).copied());
        self.filter = filter.unwrap_or_default();
        self.order = order.unwrap_or_default();
    }

    /// Takes the spot that was remembered.
    pub(super) fn locate(&mut self, text: &str, context: &mut Context<'_>) {
        let Some(spot) = Spot::from_memory(text) else {
            return;
        };
        self.going_on = spot.in_sheet && !self.passed_through;
        if self.wanted.is_none() {
            self.wanted = Some(spot.organisation.clone());
        }
        context.session.spot = Some(spot);
    }

    /// Reads the list once everything that was remembered is known; answers that it was its own.
    pub(super) fn remembered_both(&mut self, context: &mut Context<'_>) -> bool {
        if self.remembering.is_none() && self.locating.is_none() {
            self.begin(context);
        }
        true
    }

    /// Opens the sheet in which this person was, where its organisation is listed.
    pub(super) fn go_on(&mut self, context: &mut Context<'_>) {
        if !std::mem::take(&mut self.going_on) {
            return;
        }
        let spot = context.session.spot.as_ref();
        let last = spot.map(|spot| spot.organisation.as_str());
        let here = self.selected().map(|row| row.organisation.as_str());
        if last.is_some() && last == here {
            self.open(context);
        }
    }
}
