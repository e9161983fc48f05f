//! What happens on the board. It is a picture of one moment: what is written since is told, and
//! F5 makes it anew.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::model::{Board, Row, Which};
use super::period::{DAYS, PERIOD, Period};
use super::persons::Persons;
use crate::office::{Question, Reply};
use crate::text::{ledger as text, ranking};
use crate::tui::commands::Command;
use crate::tui::ledger::{Ledger, Subject};
use crate::tui::list::{List, Listing};
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

impl Board {
    fn take_period(&mut self, period: Option<Period>, context: &mut Context<'_>) {
        if let Some(period) = period {
            self.period = period;
            self.board = None;
            self.read(context);
        }
    }

    /// Goes on to another list, round to the first again.
    fn turn(&mut self, by: usize, context: &mut Context<'_>) {
        let Some(round) = &context.session.round else {
            return;
        };
        self.at = (self.at + by) % Self::lists(round).len().max(1);
        self.list = List::default();
        self.arrange(round);
    }

    fn open(&self, context: &mut Context<'_>) {
        match self.list.selected() {
            Some(Row::Organisation(one)) => {
                context.push(Persons::of(one.row.organisation.clone()));
            }
            Some(Row::Person(one)) => context.go(Ledger::of(Subject {
                organisation: one.organisation.clone(),
                member: Some(one.member.clone()),
            })),
            None => {}
        }
    }
}

impl Screen for Board {
    fn id(&self) -> &'static str {
        "board"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let nothing = command == "board.open" && self.list.is_empty();
        nothing.then(|| text::board_empty(session.language))
    }

    fn read(&mut self, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            let asked = self.period.asked();
            self.reading = Some(context.ask("board", Question::Board { round, asked }));
        }
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        if self.board.is_none() {
            self.read(context);
        }
    }

    fn organisation(&self) -> Option<String> {
        let row = self.list.selected()?;
        Some(row.organisation().to_owned())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        let lists = context
            .session
            .round
            .as_ref()
            .map_or(1, |round| Self::lists(round).len());
        match command {
            "board.whole" => self.read_pane(context),
            "board.open" => self.open(context),
            "board.next" => self.turn(1, context),
            "board.previous" => self.turn(lists.saturating_sub(1), context),
            "board.period" => self.period.ask(context),
            "board.refresh" => {
                self.board = None;
                self.read(context);
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        let (Ok(Reply::Board(board)), true) = (answer, self.reading == Some(ticket)) else {
            return false;
        };
        self.board = Some(board.as_ref().clone());
        self.moved_on = false;
        if let Some(round) = &context.session.round {
            self.arrange(round);
            self.go_to_wanted(round);
        }
        self.follow(context.session);
        true
    }

    fn waits(&self) -> bool {
        self.board.is_none() && self.reading.is_some()
    }

    fn news(&mut self, _context: &mut Context<'_>) {
        self.moved_on = true;
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Chosen(PERIOD, position) => {
                let period = self.period.chosen(position, context);
                self.take_period(period, context);
            }
            Returned::Filled(DAYS, texts) => {
                let period = self.period.filled(&texts, context);
                self.take_period(period, context);
            }
            _ => {}
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let title = match self.period.told(language) {
            Some(period) => text::board_title_period(language, &period),
            None => text::board_title(language),
        };
        if self.moved_on {
            return (title, ranking::stale(language));
        }
        let which = session.round.as_ref().and_then(|round| self.which(round));
        let on = self.list.rows().len();
        let counted = match which.filter(|_| self.board.is_some()) {
            Some(Which::Track(_)) => text::board_counted(language, on, self.of_track),
            Some(Which::Kind(_)) => text::board_persons(language, on),
            None => String::new(),
        };
        (title, counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}
