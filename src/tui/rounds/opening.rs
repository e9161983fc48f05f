//! Opening a round: its head, its scheme, and in whose name.

use super::model::{LANE, Opening, Rounds};
use crate::office::{Question, Reply};
use crate::text::{refusal, rounds as text};
use crate::tui::message::{Replied, Ticket};
use crate::tui::organisations::Organisations;
use crate::tui::screen::{Context, Returned, Tone};
use crate::tui::seat::{self, Offer};
use crate::tui::session::{OpenRound, Seat};

impl Rounds {
    /// Opens a round by name.
    pub(super) fn open(&mut self, round: &str, context: &mut Context<'_>) {
        let round = round.to_owned();
        let ticket = context.ask(LANE, Question::Round { round });
        self.opening = Opening::Head(ticket);
        context.say(Tone::Plain, text::opening(context.session.language));
    }

    /// Takes an answer that opening waits for. True where it was one.
    pub(super) fn opening_answered(
        &mut self,
        ticket: Ticket,
        answer: &Replied,
        context: &mut Context<'_>,
    ) -> bool {
        let language = context.session.language;
        match std::mem::take(&mut self.opening) {
            Opening::Head(mine) if mine == ticket => match answer {
                Ok(Reply::Round(head)) => match OpenRound::new(head) {
                    Some(round) => {
                        self.left.clone_from(&head.left);
                        self.ask_last_seat(round, context);
                    }
                    None => {
                        let why = text::scheme_unreadable(language, &head.round);
                        context.say(Tone::Refusal, why);
                    }
                },
                Err(failure) => context.say(Tone::Refusal, refusal::failure(language, failure)),
                Ok(_) => {}
            },
            Opening::LastSeat(mine, round) if mine == ticket => {
                let last = match answer {
                    Ok(Reply::Remembered(last)) => last.as_deref(),
                    _ => None,
                };
                self.ask_seat(round, last, context);
            }
            other => {
                self.opening = other;
                return false;
            }
        }
        true
    }

    fn ask_last_seat(&mut self, round: OpenRound, context: &mut Context<'_>) {
        let question = Question::Remembered {
            actor: context.session.actor.clone(),
            key: Seat::memory_key(&round.name),
        };
        let ticket = context.ask(LANE, question);
        self.opening = Opening::LastSeat(ticket, Box::new(round));
    }

    /// Asks in whose name; what was chosen last, as it is remembered, is chosen beforehand.
    fn ask_seat(&mut self, round: Box<OpenRound>, last: Option<&str>, context: &mut Context<'_>) {
        *context.line = None;
        let seat = last.and_then(Seat::from_memory);
        let session = &*context.session;
        let (last_seat, left) = (seat.as_ref(), &self.left);
        let (choice, offers) = seat::ask(session.language, &round, last_seat, &session.actor, left);
        if offers == [Offer::Look] {
            // Nobody fills sheets by this scheme (a ledger): there is nothing to choose.
            self.enter(*round, None, context);
            return;
        }
        let looked = last.is_some() && seat.is_none();
        context.push(if looked {
            choice.selecting(offers.len().saturating_sub(1))
        } else {
            choice
        });
        self.opening = Opening::Asking(round, offers);
    }

    /// The person has answered in whose name.
    pub(super) fn seat_returned(&mut self, result: &Returned, context: &mut Context<'_>) {
        let language = context.session.language;
        match (std::mem::take(&mut self.opening), result) {
            (Opening::Asking(round, offers), Returned::Chosen(_, position)) => {
                match offers.into_iter().nth(*position) {
                    Some(Offer::Seat(seat)) => self.enter(*round, Some(seat), context),
                    Some(Offer::Another(party)) => {
                        let actor = &context.session.actor;
                        let form = seat::ask_name(language, &round, &party, actor);
                        context.push(form);
                        self.opening = Opening::Naming(round, party);
                    }
                    Some(Offer::Look) => self.enter(*round, None, context),
                    None => {}
                }
            }
            (Opening::Naming(round, party), Returned::Filled(_, texts)) => {
                let rater = seat::named(texts, &context.session.actor);
                let seat = Seat { party, rater };
                match seat::unlisted(language, &round, &seat) {
                    None => self.enter(*round, Some(seat), context),
                    Some(why) => {
                        let actor = &context.session.actor;
                        let form = seat::ask_name(language, &round, &seat.party, actor);
                        context.push(form);
                        context.say(Tone::Refusal, why);
                        self.opening = Opening::Naming(round, seat.party);
                    }
                }
            }
            _ => {}
        }
    }

    /// The round is open: on to its organisations, and from there to where the person wanted.
    fn enter(&mut self, round: OpenRound, seat: Option<Seat>, context: &mut Context<'_>) {
        seat::remember(seat.as_ref(), &round.name, context);
        context.session.round = Some(round);
        context.session.seat = seat;
        match self.then.take() {
            None => context.push(Organisations::default()),
            Some(destination) => {
                context.push(Organisations::passed_through());
                destination.enter(None, context);
            }
        }
    }
}
