//! In whose name: taking another chair, and what keeps it away from an organisation.

use super::model::Organisations;
use crate::office::ListRow;
use crate::text::organisations as text;
use crate::tui::screen::{Context, Returned};
use crate::tui::seat::{self, Offer};
use crate::tui::session::{Seat, Session};

impl Organisations {
    pub(super) fn ask_seat(&mut self, context: &mut Context<'_>) {
        let session = &*context.session;
        let Some(round) = &session.round else {
            return;
        };
        let last = session.seat.as_ref();
        let (choice, seats) = seat::ask(session.language, round, last, &session.actor);
        self.seats = seats;
        context.push(choice);
    }

    /// Why this seat has no sheet of an organisation; none where it has one.
    pub(super) fn recusal(&self, row: &ListRow, session: &Session) -> Option<String> {
        let seen = self.seen(session)?;
        let sheet = seen.sheet(row).filter(|sheet| sheet.recused)?;
        let why = sheet.reason.as_deref().unwrap_or_default();
        Some(text::recused(session.language, &row.name, why))
    }

    fn take_seat(&mut self, seat: Option<Seat>, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            seat::remember(seat.as_ref(), &round, context);
        }
        context.session.seat = seat;
        // What may be seen depends on the seat, so nothing of what was read stays.
        self.read_anew(context);
    }

    pub(super) fn seat_returned(&mut self, result: &Returned, context: &mut Context<'_>) {
        let language = context.session.language;
        match result {
            Returned::Chosen(_, position) => match self.seats.get(*position).cloned() {
                Some(Offer::Seat(seat)) => self.take_seat(Some(seat), context),
                Some(Offer::Look) => self.take_seat(None, context),
                Some(Offer::Another(party)) => {
                    if let Some(round) = &context.session.round {
                        let form = seat::ask_name(language, round, &party, &context.session.actor);
                        context.push(form);
                    }
                    self.naming = Some(party);
                }
                None => {}
            },
            Returned::Filled(_, texts) => {
                if let (Some(party), Some(rater)) = (self.naming.take(), texts.first()) {
                    let rater = rater.clone();
                    self.take_seat(Some(Seat { party, rater }), context);
                }
            }
            _ => {}
        }
    }
}
