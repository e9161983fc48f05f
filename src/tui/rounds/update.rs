//! What happens in the list of rounds.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::model::Rounds;
use super::view;
use crate::office::{Failure, Question, Reply};
use crate::text::rounds as text;
use crate::tui::commands::Command;
use crate::tui::message::Ticket;
use crate::tui::screen::{Context, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

impl Rounds {
    fn read(&mut self, context: &mut Context<'_>) {
        self.reading = Some(context.ask("rounds", Question::Rounds));
    }
}

impl Screen for Rounds {
    fn id(&self) -> &'static str {
        "rounds"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "rounds.up" => self.window.step(-1, self.count()),
            "rounds.down" => self.window.step(1, self.count()),
            "rounds.refresh" => self.read(context),
            _ => {}
        }
        let page = view::page(context.session.size);
        self.window.follow(self.count(), page);
    }

    fn answered(
        &mut self,
        ticket: Ticket,
        answer: &Result<Reply, Failure>,
        _context: &mut Context<'_>,
    ) -> bool {
        if let (true, Ok(Reply::Rounds(rounds))) = (self.reading == Some(ticket), answer) {
            self.rounds = Some(rounds.clone());
            return true;
        }
        false
    }

    fn news(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn header(&self, session: &Session) -> (String, String) {
        let counted = self.rounds.as_ref().map_or_else(String::new, |rounds| {
            text::rounds_counted(session.language, rounds.len())
        });
        (text::title(session.language), counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
