//! What happens in the screen of places.

use ratatui::layout::{Position, Rect};

use super::act::{FIELDS, PART};
use super::commands::COMMANDS;
use super::model::{Allotment, Basis, Draft, code};
use crate::office::{Question, Reply};
use crate::round::{Change, What};
use crate::text::allotment as text;
use crate::tui::commands::Command;
use crate::tui::find::Find;
use crate::tui::list::{Listing, Taken, Writing};
use crate::tui::message::{Replied, Ticket};
use crate::tui::places;
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

const FIND: &str = "cohort with places";

impl Allotment {
    /// Lists once everything that was asked for is there.
    fn list_again(&mut self, session: &Session) {
        if self.ranking.is_none() && !self.records.are_under_way() {
            self.arrange(session);
            self.follow(session);
        }
    }

    /// Asks on what the number in force under the hand was sent down.
    fn ask_basis(&mut self, context: &mut Context<'_>) {
        let by = self.selected().and_then(|entry| entry.by.clone());
        if self.basis.as_ref().map(|basis| &basis.key) == by.as_ref() {
            return;
        }
        self.basis = by.zip(context.session.round_name()).map(|(key, round)| {
            let question = Question::History {
                round,
                what: What::Places,
                key: key.to_vec(),
            };
            Basis {
                key,
                asked: context.ask("places basis", question),
                line: None,
            }
        });
    }

    fn find(&self, context: &mut Context<'_>) {
        let codes = self.cohorts.iter().flatten().map(code);
        context.push(Find::new(FIND, self.names().findables(codes)));
    }

    fn toggle_stated(&mut self, context: &mut Context<'_>) {
        self.only_stated = !self.only_stated;
        self.list.renew();
        self.list_again(context.session);
    }
}

impl Screen for Allotment {
    fn id(&self) -> &'static str {
        "allotment"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let nothing = self.selected().is_none();
        match command {
            "allotment.edit" | "allotment.remove" if nothing => {
                Some(text::nothing_selected(session.language))
            }
            "allotment.add" | "allotment.find" if !self.is_read() => {
                Some(crate::text::tui::loading(session.language))
            }
            _ => None,
        }
    }

    fn read(&mut self, context: &mut Context<'_>) {
        self.records.read(context);
        if let Some(round) = context.session.round_name() {
            let ticket = context.ask("places ranking", Question::Results { round });
            self.ranking = Some(ticket);
        }
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "allotment.whole" => self.read_pane(context),
            "allotment.add" => self.add(context),
            "allotment.edit" => self.edit(context),
            "allotment.remove" => self.remove(context),
            "allotment.find" => self.find(context),
            "allotment.stated" => self.toggle_stated(context),
            "allotment.refresh" => {
                self.list.renew();
                self.read(context);
            }
            "allotment.ranking" => places::open_ranking(self.cohort_under_hand(), context),
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
        self.ask_basis(context);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let filtered = self.only_stated;
        if filtered {
            self.toggle_stated(context);
        }
        filtered
    }

    fn waits(&self) -> bool {
        !self.is_read()
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        match answer {
            Ok(Reply::Results(results)) if self.ranking == Some(ticket) => {
                self.ranking = None;
                self.cohorts = Some(results.places.clone());
            }
            Ok(Reply::Lines(lines)) => {
                let basis = self.basis.as_mut();
                let Some(basis) = basis.filter(|basis| basis.asked == ticket) else {
                    return false;
                };
                basis.line = lines.first().cloned();
                return true;
            }
            _ if self.records.answered(ticket, answer) != Taken::Elsewhere => {}
            _ => return false,
        }
        self.list_again(context.session);
        if self.ranking.is_none() && !self.records.are_under_way() {
            self.basis = None;
            self.ask_basis(context);
        }
        true
    }

    fn writing(&mut self) -> Option<&mut Writing> {
        Some(&mut self.writing)
    }

    fn stored(&mut self, context: &mut Context<'_>) {
        self.draft = Draft::default();
        self.list.stored(None, |_, _| {});
        self.read(context);
    }

    /// What was typed is not lost when the office refuses it.
    fn refused(&mut self, context: &mut Context<'_>) {
        self.list.land_on(None);
        self.ask_fields(context);
        self.read(context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Chosen(PART, position) => self.take_part(position, context),
            Returned::Filled(FIELDS, texts) => self.take_fields(&texts, context),
            Returned::Found(FIND, code) => {
                self.list.select_first(|entry| entry.key[0] == code);
                self.follow(context.session);
            }
            _ => {}
        }
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        change.what == What::Places && self.list.holds(&change.key)
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        if let Ok(key) = change.key.clone().try_into() {
            self.list.select(&key);
            self.follow(context.session);
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let title = text::title(language, &session.round_name().unwrap_or_default());
        let counted = match self.wrong {
            0 => text::counted(language, self.stated),
            wrong => text::counted_wrong(language, wrong),
        };
        (title, counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}
