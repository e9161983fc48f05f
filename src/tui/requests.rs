//! What a desk wants of the office: its questions and operations under way, until the answers are
//! brought back to it.

use std::collections::HashMap;

use super::message::{Lane, Ticket};
use super::screen::{Context, Tone};
use crate::desk::{Answer, Request};
use crate::scheme::Scheme;
use crate::text::scoring_screen as text;

/// Questions, each with what it is about, and operations by their ids.
pub struct Requests<A> {
    asked: HashMap<Ticket, A>,
    sent: HashMap<Ticket, String>,
    /// Questions of one kind replace each other.
    lane: fn(&A) -> Lane,
}

impl<A> Requests<A> {
    /// Nothing has been asked for yet.
    #[must_use]
    pub fn new(lane: fn(&A) -> Lane) -> Self {
        Self {
            asked: HashMap::new(),
            sent: HashMap::new(),
            lane,
        }
    }

    /// Hands over what a desk wants.
    pub fn hand_over(&mut self, wanted: Vec<Request<A>>, context: &mut Context<'_>) {
        for request in wanted {
            match request {
                Request::Apply(operation) => {
                    let id = operation.id.clone();
                    let ticket = context.hand_over(operation);
                    self.sent.insert(ticket, id);
                }
                Request::Ask { about, question } => {
                    let lane = (self.lane)(&about);
                    let ticket = context.ask(lane, question);
                    self.asked.retain(|_, other| (self.lane)(other) != lane);
                    self.asked.insert(ticket, about);
                }
            }
        }
    }

    /// What a question was about; none where it was somebody else's.
    pub fn asked(&mut self, ticket: Ticket) -> Option<A> {
        self.asked.remove(&ticket)
    }

    /// The id of an operation; none where it was somebody else's.
    pub fn sent(&mut self, ticket: Ticket) -> Option<String> {
        self.sent.remove(&ticket)
    }
}

/// Says what a key led to. Where it is held, what was typed ahead stops at the place under the
/// cursor.
pub fn say(
    answer: &Answer,
    scheme: &Scheme,
    place: impl FnOnce() -> String,
    context: &mut Context<'_>,
) {
    if let Some(said) = &answer.said {
        let said = text::said(context.session.language, said, scheme);
        let tone = if answer.halted {
            Tone::Refusal
        } else {
            Tone::Plain
        };
        context.say(tone, said);
    }
    if answer.halted {
        *context.stopped = Some(place());
    }
}
