//! What happens in the screen of vetoes.

use ratatui::layout::{Position, Rect};

use super::act::{RECORD, STEP};
use super::commands::COMMANDS;
use super::effect;
use super::model::Vetoes;
use crate::office::{Question, Reply};
use crate::round::{Change, What};
use crate::scoring::VetoState;
use crate::text::{veto_state, vetoes as text};
use crate::tui::ask::Choice;
use crate::tui::commands::Command;
use crate::tui::journal::Journal;
use crate::tui::list::{Listing, Writing};
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

/// What the question of the filter is called in its answer.
const SIEVE: &str = "veto sieve";

/// What can be listed alone, in the order in which it is offered.
const SIEVES: [Option<VetoState>; 4] = [
    None,
    Some(VetoState::Proposed),
    Some(VetoState::Decided),
    Some(VetoState::Lifted),
];

impl Vetoes {
    /// Asks about the veto under the hand: its effect, and its past.
    fn ask_about(&mut self, context: &mut Context<'_>) {
        let entry = self.selected().cloned();
        let place = entry
            .as_ref()
            .map(|entry| (entry.organisation.clone(), entry.veto));
        if self.known.as_ref().map(|known| &known.place) == place.as_ref() {
            return;
        }
        self.known = None;
        if let (Some(entry), Some(round)) = (entry, &context.session.round) {
            let id = round.scheme.veto(entry.veto).id.clone();
            self.known = effect::ask(&entry, &id, context);
        }
    }

    fn ask_sieve(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let options = SIEVES.iter().map(|sieve| match sieve {
            None => text::everything(language, self.all.len()).into(),
            Some(state) => {
                let word = veto_state(language, *state);
                text::in_state(language, word, self.count(*state)).into()
            }
        });
        let title = text::filter_title(language);
        let now = SIEVES.iter().position(|sieve| *sieve == self.only);
        let choice = Choice::new(SIEVE, title, options.collect());
        context.push(choice.selecting(now.unwrap_or(0)));
    }

    fn list_again(&mut self, context: &mut Context<'_>) {
        self.arrange(context.session);
        self.follow(context.session);
        self.ask_about(context);
    }

    fn take_answer(&mut self, ticket: Ticket, reply: &Reply, context: &mut Context<'_>) -> bool {
        match reply {
            Reply::Cells(cells) if self.reading_cells == Some(ticket) => {
                self.reading_cells = None;
                self.recorded = Some(cells.clone());
                self.known = None;
                self.list_again(context);
            }
            Reply::VetoLevels(standing, levels) => {
                let known = self.known.as_mut();
                return known.is_some_and(|known| known.take(ticket, standing.as_ref(), *levels));
            }
            Reply::Lines(lines) => {
                let known = self.known.as_mut();
                return known.is_some_and(|known| known.take_past(ticket, lines));
            }
            _ => return false,
        }
        true
    }
}

impl Screen for Vetoes {
    fn id(&self) -> &'static str {
        "vetoes"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        match (command, self.selected()) {
            ("vetoes.act" | "vetoes.journal" | "vetoes.past", None) => {
                Some(text::none_in_round(language))
            }
            _ => None,
        }
    }

    fn read(&mut self, context: &mut Context<'_>) {
        let Some(round) = context.session.round_name() else {
            return;
        };
        self.names.read("veto names", context);
        let what = vec![What::Veto];
        self.reading_cells = Some(context.ask("vetoes", Question::Cells { round, what }));
    }

    fn organisation(&self) -> Option<String> {
        self.selected().map(|entry| entry.organisation.clone())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "vetoes.whole" => self.read_pane(context),
            "vetoes.act" => self.ask_step(context),
            "vetoes.filter" => self.ask_sieve(context),
            "vetoes.past" => self.look_back(context),
            "vetoes.refresh" => self.read(context),
            "vetoes.journal" => {
                if let Some(entry) = self.selected() {
                    context.push(Journal::of(entry.organisation.clone()));
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
        self.ask_about(context);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let filtered = self.only.take().is_some();
        if filtered {
            self.list_again(context);
        }
        filtered
    }

    fn waits(&self) -> bool {
        !self.is_read()
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        if let Some(rows) = self.names.answered(ticket, answer) {
            self.take_decided(rows);
            // Between two answers a veto that was just written would be in neither of them, and
            // go from under the hand.
            if self.reading_cells.is_none() {
                self.list_again(context);
            }
            return true;
        }
        answer
            .as_ref()
            .is_ok_and(|reply| self.take_answer(ticket, reply, context))
    }

    fn writing(&mut self) -> Option<&mut Writing> {
        Some(&mut self.writing)
    }

    fn stored(&mut self, context: &mut Context<'_>) {
        self.draft = None;
        self.read(context);
    }

    fn refused(&mut self, context: &mut Context<'_>) {
        self.ask_record(context);
        self.read(context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Chosen(SIEVE, position) => {
                self.only = SIEVES.get(position).copied().flatten();
                self.list_again(context);
            }
            Returned::Chosen(STEP, position) => self.take_step(position, context),
            Returned::Filled(RECORD, texts) => self.take_record(&texts, context),
            _ => {}
        }
    }

    fn shows(&self, change: &Change, session: &Session) -> bool {
        let id = |entry: &super::model::Entry| {
            let round = session.round.as_ref();
            round.map(|round| round.scheme.veto(entry.veto).id.clone())
        };
        change.what == What::Veto
            && self.entries.rows().iter().any(|entry| {
                change.key.first() == Some(&entry.organisation)
                    && change.key.get(1) == id(entry).as_ref()
            })
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let title = match &self.organisation {
            Some(organisation) => text::title_of(language, self.names.of(organisation)),
            None => text::title_all(language),
        };
        let counted = text::counted(
            language,
            self.count(VetoState::Decided),
            self.count(VetoState::Proposed),
            self.count(VetoState::Lifted),
        );
        (title, counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}
