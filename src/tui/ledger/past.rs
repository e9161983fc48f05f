//! 经过: what has been done with an event, by whom, when, and why; as the book has it.

use super::chair::Stage;
use super::model::Ledger;
use crate::config::local;
use crate::office::{JournalLine, Question};
use crate::round::{EventRecord, What};
use crate::text::{Language, event_step, ledger as text, operation_kind, person};
use crate::tui::ask::{Choice, Entry};
use crate::tui::message::Ticket;
use crate::tui::screen::Context;

pub(super) const PAST: &str = "ledger past";

impl Ledger {
    pub(super) fn look_back(&mut self, context: &mut Context<'_>) {
        let (Some(row), Some(round)) = (self.selected(), context.session.round_name()) else {
            return;
        };
        let id = row.id.clone();
        let question = Question::History {
            round,
            what: What::Event,
            key: vec![id.clone()],
        };
        self.looking_back = Some((context.ask("event past", question), id));
    }

    /// Shows what the book has of an event. True where this was asked for.
    pub(super) fn take_past(
        &mut self,
        ticket: Ticket,
        lines: &[JournalLine],
        context: &mut Context<'_>,
    ) -> bool {
        let asked = self.looking_back.take_if(|(asked, _)| *asked == ticket);
        let (Some((_, id)), Some(round)) = (asked, &context.session.round) else {
            return false;
        };
        let language = context.session.language;
        let review = round.scheme.reviewers();
        let told = lines
            .iter()
            .map(|line| Entry::from(step(language, review, line)));
        let all = self.all.as_deref().unwrap_or_default();
        let row = all.iter().find(|row| row.id == id);
        let intro = row.map(|row| self.told(row, round));
        let title = text::past_title(language, &id);
        let choice = Choice::new(PAST, title, told.collect());
        context.push(choice.saying(intro.into_iter().collect()));
        true
    }
}

/// One step: when, who, what, and why.
fn step(language: Language, review: &[String], line: &JournalLine) -> String {
    let by_hand = event_step::whole(language, review, line);
    let what = by_hand.unwrap_or_else(|| {
        let change = line.changes.first();
        let new = change.and_then(|change| EventRecord::read(change.new.as_ref()?).ok());
        let stage = new.map(|new| Stage::of(new.state, review.len()));
        let now = stage.map_or_else(
            || text::step_remove(language),
            |stage| stage.word(language, review),
        );
        text::past_by(language, operation_kind(language, &line.kind), &now)
    });
    let why = line.reason.as_deref();
    let why = why.map_or_else(String::new, |why| text::past_reason(language, why));
    let actor = person(language, &line.actor);
    format!("{}  {actor}  {what}{why}", local(line.at))
}
