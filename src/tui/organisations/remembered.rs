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

impl Organisations {
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
