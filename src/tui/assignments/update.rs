//! What happens in the screen of assignments.

use ratatui::layout::{Position, Rect};

use super::ask::{CHANGE, FIELDS, RATER, REASON, SIEVE, WHAT, WHERE};
use super::commands::COMMANDS;
use super::model::{Assignments, Entry, Filter};

use crate::round::{Change, What};
use crate::text::assignments as text;
use crate::tui::commands::Command;
use crate::tui::find::Find;
use crate::tui::journal::Journal;
use crate::tui::list::{Listing, Taken, Writing};
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

const FIND: &str = "organisation with assignments";

impl Assignments {
    fn list_again(&mut self, session: &Session) {
        self.arrange(session);
        self.follow(session);
    }

    fn find(&self, context: &mut Context<'_>) {
        let codes = self.list.rows().iter().map(Entry::organisation);
        context.push(Find::new(FIND, self.names().findables(codes)));
    }

    fn sieve(&mut self, filter: Filter, context: &mut Context<'_>) {
        self.filter = filter;
        self.list.renew();
        self.list_again(context.session);
    }
}

impl Screen for Assignments {
    fn id(&self) -> &'static str {
        "assignments"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        match command {
            "assignments.change"
            | "assignments.remove"
            | "assignments.journal"
            | "assignments.find"
                if self.selected().is_none() =>
            {
                Some(text::nothing_selected(language))
            }
            _ => None,
        }
    }

    fn read(&mut self, context: &mut Context<'_>) {
        self.records.read(context);
    }

    fn organisation(&self) -> Option<String> {
        self.selected().map(|entry| entry.organisation().to_owned())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "assignments.whole" => self.read_pane(context),
            "assignments.add" => self.add(context),
            "assignments.change" => self.ask_change(context),
            "assignments.remove" => self.remove(context),
            "assignments.find" => self.find(context),
            "assignments.filter" => self.ask_filter(context),
            "assignments.refresh" => {
                self.list.renew();
                self.read(context);
            }
            "assignments.journal" => {
                if let Some(organisation) = self.organisation() {
                    context.push(Journal::of(organisation));
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let filtered = self.filter != Filter::All;
        if filtered {
            self.sieve(Filter::All, context);
        }
        filtered
    }

    fn waits(&self) -> bool {
        !self.is_read()
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        let taken = self.records.answered(ticket, answer);
        if taken == Taken::Whole {
            self.list_again(context.session);
        }
        taken != Taken::Elsewhere
    }

    fn writing(&mut self) -> Option<&mut Writing> {
        Some(&mut self.writing)
    }

    fn stored(&mut self, context: &mut Context<'_>) {
        let draft = std::mem::take(&mut self.draft);
        let edited = draft.edited.as_ref();
        self.list.stored(edited, |entry, key| entry.key = key);
        self.read(context);
    }

    /// What was typed is not lost when the office refuses it.
    fn refused(&mut self, context: &mut Context<'_>) {
        self.list.land_on(None);
        if !self.draft.organisations.is_empty() {
            let first = if self.draft.recused { REASON } else { RATER };
            self.ask_fields(first, context);
        }
        self.read(context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Found(WHERE, code) => self.take_where(&code, context),
            Returned::Chosen(WHAT, position) => self.take_what(position, context),
            Returned::Chosen(CHANGE, position) => self.take_change(position, context),
            Returned::Filled(FIELDS, texts) => self.take_fields(&texts, context),
            Returned::Chosen(SIEVE, position) => {
                if let Some(filter) = self.filters.get(position).cloned() {
                    self.sieve(filter, context);
                }
            }
            Returned::Found(FIND, code) => {
                self.list.select_first(|entry| entry.organisation() == code);
                self.follow(context.session);
            }
            _ => {}
        }
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        change.what == What::Assignment && self.list.holds(&change.key)
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        if let Ok(key) = change.key.clone().try_into() {
            self.list.select(&key);
            self.list_again(context.session);
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let due = self.list.rows().len() - self.recused;
        let title = text::title(language, &session.round_name().unwrap_or_default());
        let counted = text::counted(language, due, self.recused);
        (title, counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}
