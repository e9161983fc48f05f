//! What happens in the list of findings.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::go::NAME;
use super::model::{Findings, Sieve};
use crate::office::{Question, Reply};
use crate::text::{finding_kind, finding_weight, findings as text};
use crate::tui::ask::Choice;
use crate::tui::commands::Command;
use crate::tui::list::Listing;
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

/// What the question of the filter is called in its answer.
const SIEVE: &str = "finding sieve";

impl Findings {
    fn ask_sieve(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        self.offered = self.sieves();
        let name = |sieve: &Sieve| {
            let count = self.count(*sieve);
            match sieve {
                Sieve::All => text::filter_all(language, count),
                Sieve::Weight(weight) => {
                    text::filter_weight(language, finding_weight(language, *weight), count)
                }
                Sieve::Kind(_, kind) => {
                    text::filter_kind(language, finding_kind(language, *kind), count)
                }
            }
        };
        let options = self.offered.iter().map(|sieve| name(sieve).into());
        let choice = Choice::new(SIEVE, text::filter_title(language), options.collect());
        let now = self.offered.iter().position(|sieve| *sieve == self.sieve);
        context.push(choice.selecting(now.unwrap_or(0)));
    }

    fn take_sieve(&mut self, position: usize, session: &Session) {
        let Some(sieve) = self.offered.get(position) else {
            return;
        };
        self.sieve = *sieve;
        self.group = None;
        self.list_again(session);
    }

    fn list_again(&mut self, session: &Session) {
        self.arrange();
        self.follow(session);
    }
}

impl Screen for Findings {
    fn id(&self) -> &'static str {
        "findings"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let nothing = command == "findings.go" && self.rows.is_empty();
        nothing.then(|| text::none(session.language))
    }

    fn read(&mut self, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            self.reading = Some(context.ask("findings", Question::Findings { round }));
        }
    }

    /// A whole round is looked through: only when the person asks for it.
    fn news(&mut self, _context: &mut Context<'_>) {}

    fn organisation(&self) -> Option<String> {
        let row = self.rows.selected()?;
        row.finding.organisation.clone().filter(|_| !row.is_group())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "findings.whole" => self.read_pane(context),
            "findings.go" => {
                self.go(context);
                self.follow(context.session);
            }
            "findings.filter" => self.ask_sieve(context),
            "findings.refresh" => self.read(context),
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let filtered = self.sieve != Sieve::All;
        if !self.leave_group() {
            self.sieve = Sieve::All;
            if !filtered {
                return false;
            }
        }
        self.list_again(context.session);
        true
    }

    fn waits(&self) -> bool {
        !self.is_read()
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        match answer {
            Ok(Reply::Findings(findings)) if self.reading == Some(ticket) => {
                self.take(findings.clone());
                self.follow(context.session);
                true
            }
            _ => false,
        }
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Chosen(SIEVE, position) => self.take_sieve(position, context.session),
            Returned::Chosen(NAME, position) => self.take_name(position, context),
            _ => {}
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let round = session.round_name().unwrap_or_default();
        let [must, check, note] = self.counted;
        let counted = text::counted(language, must, check, note);
        (text::title(language, &round), counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}
