//! What happens in the screen of vetoes.

use ratatui::layout::{Position, Rect};

use super::act::{RECORD, STEP};
use super::commands::COMMANDS;
use super::effect;
use super::model::Vetoes;
use super::view;
use crate::office::{Applied, Failure, Question, Reply};
use crate::round::{Change, What};
use crate::scoring::VetoState;
use crate::text::vetoes as text;
use crate::tui::commands::Command;
use crate::tui::journal::Journal;
use crate::tui::list::Settled;
use crate::tui::message::Ticket;
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

impl Vetoes {
    pub(super) fn read(&mut self, context: &mut Context<'_>) {
        let Some(round) = context.session.round_name() else {
            return;
        };
        self.names.read("veto names", context);
        let what = vec![What::Veto];
        self.reading_cells = Some(context.ask("vetoes", Question::Cells { round, what }));
    }

    /// Asks about the organisation under the hand, to tell its level with and without the veto.
    fn ask_levels(&mut self, context: &mut Context<'_>) {
        let entry = self.selected();
        let place = entry.map(|entry| (entry.organisation.clone(), entry.veto));
        let known = self.levels.as_ref().map(|(place, _)| place);
        if known == place.as_ref() {
            return;
        }
        self.levels = None;
        if let (Some((organisation, _)), Some(round)) = (place, context.session.round_name()) {
            let question = Question::Organisation {
                round,
                organisation,
            };
            self.asking_levels = Some(context.ask("veto levels", question));
        }
    }

    fn list(&mut self, context: &mut Context<'_>) {
        self.arrange(context.session);
        self.entries.follow(view::page(context.session.size));
        self.ask_levels(context);
    }

    fn take_answer(&mut self, ticket: Ticket, reply: &Reply, context: &mut Context<'_>) -> bool {
        match reply {
            Reply::Cells(cells) if self.reading_cells == Some(ticket) => {
                self.cells.clone_from(cells);
                self.levels = None;
                self.list(context);
            }
            Reply::Organisation(file) if self.asking_levels == Some(ticket) => {
                if let (Some(entry), Some(round)) = (self.selected(), &context.session.round) {
                    let place = (entry.organisation.clone(), entry.veto);
                    if place.0 == file.row.organisation {
                        let levels = effect::levels(round, file, entry.veto);
                        self.levels = Some((place, levels));
                    }
                }
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
        match (command, self.selected(), &session.round) {
            ("vetoes.act" | "vetoes.journal", None, _) => Some(text::none_in_round(language)),
            ("vetoes.act", Some(entry), Some(round)) => {
                let automatic = round.scheme.veto(entry.veto).when.is_some();
                (automatic && entry.record.is_none()).then(|| text::by_itself(language))
            }
            _ => None,
        }
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn organisation(&self) -> Option<String> {
        self.selected().map(|entry| entry.organisation.clone())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "vetoes.act" => self.ask_step(context),
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
        let page = view::page(context.session.size);
        self.entries.go(movement, page);
        self.ask_levels(context);
    }

    fn answered(
        &mut self,
        ticket: Ticket,
        answer: &Result<Reply, Failure>,
        context: &mut Context<'_>,
    ) -> bool {
        if let Some(rows) = self.names.answered(ticket, answer, context.session) {
            self.take_decided(rows);
            self.list(context);
            return true;
        }
        answer
            .as_ref()
            .is_ok_and(|reply| self.take_answer(ticket, reply, context))
    }

    fn applied(
        &mut self,
        ticket: Ticket,
        answer: &Result<Applied, Failure>,
        context: &mut Context<'_>,
    ) -> bool {
        let stored = self.writing.settle(ticket, answer, context) == Settled::Stored;
        if stored {
            self.read(context);
        }
        stored
    }

    fn news(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
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
        let count = |state: VetoState| {
            let states = self
                .entries
                .rows()
                .iter()
                .filter_map(super::model::Entry::state);
            states.filter(|one| *one == state).count()
        };
        let counted = text::counted(
            language,
            count(VetoState::Decided),
            count(VetoState::Proposed),
            count(VetoState::Lifted),
        );
        (title, counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
