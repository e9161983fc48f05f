//! Reopening lands where this person was last: organisation, filter, order.

use super::model::Organisations;
use super::order::{Filter, Order};
use crate::tui::screen::Context;
use crate::tui::session::Session;

/// The key under which it is remembered; none while no round is open.
pub(super) fn key(session: &Session) -> Option<String> {
    let round = session.round.as_ref()?;
    let seat = session.seat.as_ref();
    let seat = seat.map_or_else(String::new, |seat| format!("{}:{}", seat.party, seat.rater));
    Some(format!("organisations:{}:{seat}", round.name))
}

/// The key of the organisation and the item that were open last; none while no round is open.
pub fn place_key(session: &Session) -> Option<String> {
    key(session).map(|key| format!("{key}:place"))
}

/// An organisation and an item of it as they are remembered; without an item the list was open.
pub fn to_place(organisation: &str, item: &str) -> String {
    format!("{organisation}\t{item}")
}

impl Organisations {
    /// Lands on the organisation that was open last, and, where that was its sheet, on the item.
    pub(super) fn recall_place(&mut self, text: &str) {
        let Some((organisation, item)) = text.split_once('\t') else {
            return;
        };
        if self.wanted.as_deref().is_none_or(str::is_empty) || !item.is_empty() {
            self.wanted = Some(organisation.to_owned());
        }
        if !item.is_empty() {
            self.resumed = Some(item.to_owned());
        }
    }

    pub(super) fn remember(&self, context: &mut Context<'_>) {
        let filter = Filter::ALL.iter().position(|one| *one == self.filter);
        let order = Order::ALL.iter().position(|one| *one == self.order);
        let code = self.selected().map(|row| row.organisation.as_str());
        let value = format!(
            "{}\t{}\t{}",
            filter.unwrap_or_default(),
            order.unwrap_or_default(),
            code.unwrap_or_default()
        );
        if let Some(key) = key(context.session) {
            context.remember(key, value);
        }
        if let Some(key) = place_key(context.session) {
            context.remember(key, to_place(code.unwrap_or_default(), ""));
        }
    }

    pub(super) fn recall(&mut self, text: &str) {
        let mut parts = text.split('\t');
        let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
        let filter = number().and_then(|at| Filter::ALL.get(at).copied());
        let order = number().and_then(|at| Order::ALL.get(at).copied());
        self.filter = filter.unwrap_or_default();
        self.order = order.unwrap_or_default();
        if self.wanted.is_none() {
            self.wanted = parts.next().map(str::to_owned);
        }
    }
}
