//! In whose name: taking another chair, and what keeps it away from an organisation.

use std::collections::BTreeMap;

use super::model::Organisations;
use super::order::Filter;
use crate::desk;
use crate::office::{ListRow, SheetsLeft};
use crate::round::SheetState;
use crate::scheme::Scheme;
use crate::text::organisations as text;
use crate::tui::screen::{Context, Returned, Tone};
use crate::tui::seat::{self, Offer};
use crate::tui::session::{Seat, Session};

/// How many sheets each chair has still to submit, by the rows as they are now.
fn left(scheme: &Scheme, rows: &[ListRow]) -> Vec<SheetsLeft> {
    let mut left: BTreeMap<(&str, &str), (u32, u32)> = BTreeMap::new();
    for sheet in rows.iter().flat_map(|row| &row.sheets) {
        let (_, returned) = left.entry((&sheet.party, &sheet.rater)).or_default();
        *returned += u32::from(sheet.state == SheetState::Returned);
    }
    let waiting = desk::waiting(scheme, rows);
    for waiting in &waiting {
        if let Some(rater) = &waiting.rater {
            let sheets = u32::try_from(waiting.sheets.len()).unwrap_or(u32::MAX);
            let party = scheme.party(waiting.party).id.as_str();
            left.entry((party, rater)).or_default().0 += sheets;
        }
    }
    let chairs = left.into_iter();
    chairs
        .map(|((party, rater), (left, returned))| SheetsLeft {
            party: party.to_owned(),
            rater: rater.to_owned(),
            left,
            returned,
        })
        .collect()
}

impl Organisations {
    pub(super) fn ask_seat(&mut self, context: &mut Context<'_>) {
        let rows = self.rows.as_deref();
        if let (Some(round), Some(rows)) = (&mut context.session.round, rows) {
            round.learn_raters(rows);
        }
        let session = &*context.session;
        let Some(round) = &session.round else {
            return;
        };
        let last = session.seat.as_ref();
        let rows = rows.unwrap_or_default();
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

    /// Why a sheet is only looked at: the list of raters does not have this seat for it.
    pub(super) fn of_others(&self, row: &ListRow, session: &Session) -> Option<String> {
        let seen = self.seen(session)?;
        let rater = seen.round.rater_name(&seen.seat?.rater);
        let others = seen.is_others(row);
        others.then(|| text::not_due(session.language, &row.name, &rater))
    }

    fn take_seat(&mut self, seat: Option<Seat>, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            seat::remember(seat.as_ref(), &round, context);
        }
        context.session.seat = seat;
        self.filter = Filter::fitting(context.session);
        // What may be seen depends on the seat, so nothing of what was read stays.
        self.read_anew(context);
    }

    /// Asks for the name of another rater of a party.
    fn ask_rater(&mut self, party: String, context: &mut Context<'_>) {
        let session = &*context.session;
        if let Some(round) = &session.round {
            let form = seat::ask_name(session.language, round, &party, &session.actor);
            context.push(form);
        }
        self.naming = Some(party);
    }

    pub(super) fn seat_returned(&mut self, result: &Returned, context: &mut Context<'_>) {
        let language = context.session.language;
        match result {
            Returned::Chosen(_, position) => match self.seats.get(*position).cloned() {
                Some(Offer::Seat(seat)) => self.take_seat(Some(seat), context),
                Some(Offer::Look) => self.take_seat(None, context),
                Some(Offer::Another(party)) => self.ask_rater(party, context),
                None => {}
            },
            Returned::Filled(_, texts) => {
                if let Some(party) = self.naming.take() {
                    let rater = seat::named(texts, &context.session.actor);
                    let seat = Seat { party, rater };
                    let round = context.session.round.as_ref();
                    match round.and_then(|round| seat::unlisted(language, round, &seat)) {
                        None => self.take_seat(Some(seat), context),
                        Some(why) => {
                            self.ask_rater(seat.party, context);
                            context.say(Tone::Refusal, why);
                        }
                    }
                }
            }
            _ => {}
        }
    }
}
