//! In whose name: taking another chair, and what keeps it away from an organisation.

use std::collections::BTreeMap;

use super::model::Organisations;
use crate::desk;
use crate::office::ListRow;
use crate::scheme::Scheme;
use crate::text::organisations as text;
use crate::tui::screen::{Context, Returned};
use crate::tui::seat::{self, Left, Offer};
use crate::tui::session::{Seat, Session};

/// How many sheets each chair has still to submit, by the rows as they are now.
fn left(scheme: &Scheme, rows: &[ListRow]) -> Vec<Left> {
    let mut left: BTreeMap<(String, String), u32> = BTreeMap::new();
    for row in rows {
        for sheet in &row.sheets {
            let chair = (sheet.party.clone(), sheet.rater.clone());
            left.entry(chair).or_default();
        }
    }
    for waiting in desk::waiting(scheme, rows) {
        let party = scheme.party(waiting.party).id.clone();
        if let Some(rater) = waiting.rater {
            let sheets = u32::try_from(waiting.sheets.len()).unwrap_or(u32::MAX);
            *left.entry((party, rater)).or_default() += sheets;
        }
    }
    let chairs = left.into_iter();
    chairs
        .map(|((party, rater), left)| (party, rater, left))
        .collect()
}

impl Organisations {
    pub(super) fn ask_seat(&mut self, context: &mut Context<'_>) {
        let session = &*context.session;
        let Some(round) = &session.round else {
            return;
        };
        let last = session.seat.as_ref();
        let rows = self.rows.as_deref().unwrap_or_default();
        let left = left(&round.scheme, rows);
        let (choice, seats) = seat::ask(session.language, round, last, &session.actor, &left);
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
                if let Some(party) = self.naming.take() {
                    let rater = seat::named(texts, &context.session.actor);
                    self.take_seat(Some(Seat { party, rater }), context);
                }
            }
            _ => {}
        }
    }
}
