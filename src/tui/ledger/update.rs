//! What happens in the ledger.

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};

use super::act::{ACT, Act, CHAIR, MANY, REASON, memory_key};
use super::chair::{Chair, Stage};
use super::commands::COMMANDS;
use super::declare::{EVENT, ITEM};
use super::model::{Ledger, Subject};
use super::trial::MOVED;
use crate::office::{Question, Reply};
use crate::round::{Change, What};
use crate::text::ledger as text;
use crate::tui::ask::Choice;
use crate::tui::board::{Board, Persons};
use crate::tui::commands::Command;
use crate::tui::find::{Find, Findable};
use crate::tui::list::{Listing, Writing};
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

const FILTER: &str = "ledger filter";
const FIND: &str = "ledger find";

impl Ledger {
    /// Which stages the filter offers: all, those of this chair, and each.
    fn sieves(&self, session: &Session) -> Vec<Option<Stage>> {
        let reviewers = session
            .round
            .as_ref()
            .map_or(0, |round| round.scheme.reviewers().len());
        let mine = self.chair.map(|chair| Some(chair.stage()));
        std::iter::once(None)
            .chain(mine)
            .chain(Stage::all(reviewers).map(Some))
            .collect()
    }

    fn ask_filter(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        let review = round.scheme.reviewers();
        let sieves = self.sieves(context.session);
        let options = sieves.iter().enumerate().map(|(at, stage)| {
            let Some(stage) = stage else {
                return text::filter_all(language).into();
            };
            let word = stage.word(language, review);
            if at == 1 && self.chair.is_some() {
                return text::filter_mine(language, &word).into();
            }
            let count = self.counts.get(stage).copied().unwrap_or(0);
            text::filter_counted(language, &word, count).into()
        });
        let now = sieves.iter().rposition(|stage| *stage == self.filter.stage);
        let choice = Choice::new(FILTER, text::filter_title(language), options.collect());
        context.push(choice.selecting(now.unwrap_or(0)));
    }

    /// Organisations that have events, and their persons, numbered after the organisation's code.
    fn ask_find(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let mut subjects = BTreeSet::new();
        for row in self.all.as_deref().unwrap_or_default() {
            let organisation = &row.record.organisation;
            subjects.insert((organisation.clone(), None));
            subjects.insert((organisation.clone(), row.record.member.clone()));
        }
        self.findable.clear();
        let mut all = Vec::new();
        let mut number = 0;
        for (organisation, member) in subjects {
            number = if member.is_some() { number + 1 } else { 0 };
            let name = self.names.of(&organisation);
            let found = match &member {
                None => Findable {
                    code: organisation.clone(),
                    name: name.to_owned(),
                    beside: text::find_organisation(language),
                },
                Some(member) => Findable {
                    code: format!("{organisation}#{number}"),
                    name: member.clone(),
                    beside: text::find_person(language, name),
                },
            };
            let subject = Subject {
                organisation,
                member,
            };
            self.findable.insert(found.code.clone(), subject);
            all.push(found);
        }
        context.push(Find::new(FIND, all));
    }

    fn take_found(&mut self, code: &str, context: &mut Context<'_>) {
        self.filter.subject = self.findable.get(code).cloned();
        self.filter.stage = None;
        self.sift(context);
    }

    /// Lists anew, from the top.
    fn sift(&mut self, context: &mut Context<'_>) {
        self.arrange();
        self.follow(context.session);
    }

    /// Takes what the office tells of the events; true where it was asked for.
    fn take_reply(&mut self, ticket: Ticket, reply: &Reply, context: &mut Context<'_>) -> bool {
        match reply {
            Reply::Cells(cells) if self.reading == Some(ticket) => {
                if let Some(round) = &context.session.round {
                    self.take(cells, round);
                }
                self.follow(context.session);
                true
            }
            Reply::Remembered(value) if self.recalling == Some(ticket) => {
                let recalled = value.as_deref().and_then(Chair::from_memory);
                self.chair = self.chair.or(recalled);
                true
            }
            Reply::Lines(lines) => self.take_past(ticket, lines, context),
            Reply::Board(board) => self.take_board(ticket, board, context),
            _ => false,
        }
    }

    fn organisation_at_hand(&self) -> Option<String> {
        let subject = self.filter.subject.as_ref();
        let of_row = self.selected().map(|row| row.record.organisation.clone());
        of_row.or_else(|| subject.map(|subject| subject.organisation.clone()))
    }
}

impl Screen for Ledger {
    fn id(&self) -> &'static str {
        "ledger"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        let selected = self.selected();
        match command {
            "ledger.act" | "ledger.step" | "ledger.send_back" | "ledger.past"
                if selected.is_none() =>
            {
                Some(text::nothing_selected(language))
            }
            "ledger.send_back" => self.why_not_act(Act::SendBack, session),
            "ledger.declare" => self.why_not_declare(session),
            "ledger.trial" => match selected.map(|row| row.stage) {
                None => Some(text::nothing_selected(language)),
                Some(Stage::Counted) => Some(text::counts_already(language)),
                Some(_) => None,
            },
            "ledger.persons" if self.organisation_at_hand().is_none() => {
                Some(text::nothing_selected(language))
            }
            _ => None,
        }
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        if let Some(key) = memory_key(context.session) {
            self.recalling = Some(context.recall("recalled.chair", key));
        }
        self.read(context);
    }

    fn read(&mut self, context: &mut Context<'_>) {
        let Some(round) = context.session.round_name() else {
            return;
        };
        if !self.names.are_read() {
            self.names.read("ledger names", context);
        }
        let what = vec![What::Organisation, What::Event];
        self.reading = Some(context.ask("events", Question::Cells { round, what }));
    }

    fn organisation(&self) -> Option<String> {
        self.organisation_at_hand()
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "ledger.whole" => self.read_pane(context),
            "ledger.act" => self.ask_act(context),
            "ledger.step" => self.step_of_chair(context),
            "ledger.step_all" => self.ask_step_all(context),
            "ledger.declare" => self.ask_item(context),
            "ledger.send_back" => self.ask_reason(context),
            "ledger.filter" => self.ask_filter(context),
            "ledger.find" => self.ask_find(context),
            "ledger.chair" => self.ask_chair(None, context),
            "ledger.trial" => self.start_trial(context),
            "ledger.past" => self.look_back(context),
            "ledger.board" => context.go(Board::default()),
            "ledger.persons" => {
                if let Some(organisation) = self.organisation_at_hand() {
                    context.push(Persons::of(organisation));
                }
            }
            "ledger.refresh" => {
                self.arrange();
                self.all = None;
                self.read(context);
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        if self.filter == super::model::Filter::default() {
            return false;
        }
        self.filter = super::model::Filter::default();
        self.sift(context);
        true
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        let named = self.names.answered(ticket, answer).is_some();
        named
            || answer
                .as_ref()
                .is_ok_and(|reply| self.take_reply(ticket, reply, context))
    }

    fn writing(&mut self) -> Option<&mut Writing> {
        Some(&mut self.writing)
    }

    fn stored(&mut self, context: &mut Context<'_>) {
        self.handed = None;
        self.reason.clear();
        self.read(context);
    }

    fn refused(&mut self, context: &mut Context<'_>) {
        self.wanted = None;
        self.declare_again(context);
        if !self.reason.is_empty() {
            self.ask_reason(context);
        }
    }

    fn waits(&self) -> bool {
        self.all.is_none() && self.reading.is_some()
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Chosen(ACT, position) => self.take_act(position, context),
            Returned::Chosen(CHAIR, position) => self.take_chair(position, context),
            Returned::Chosen(MANY, 1) => self.step_all(context),
            Returned::Chosen(MOVED, position) => {
                self.go_to_moved(position);
                self.follow(context.session);
            }
            Returned::Chosen(FILTER, position) => {
                if let Some(stage) = self.sieves(context.session).get(position) {
                    self.filter.stage = *stage;
                    self.sift(context);
                }
            }
            Returned::Found(FIND, code) => self.take_found(&code, context),
            Returned::Found(ITEM, id) => self.take_item(&id, context),
            Returned::Filled(EVENT, texts) => self.take_event(&texts, context),
            Returned::Filled(REASON, texts) => {
                if let Some(reason) = texts.first() {
                    self.send_back(reason, context);
                }
            }
            _ => {}
        }
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        let mut rows = self.list.rows().iter();
        change.what == What::Event && rows.any(|row| change.key.first() == Some(&row.id))
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        if let (What::Event, Some(id)) = (change.what, change.key.first()) {
            if !self.list.select(id) {
                self.filter = super::model::Filter::default();
                self.arrange();
                self.list.select(id);
            }
            self.follow(context.session);
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let review = session.round.as_ref().map(|round| round.scheme.reviewers());
        let review = review.unwrap_or_default();
        let mut title = match &self.filter.subject {
            None => text::title_all(language),
            Some(subject) => {
                let member = subject.member.as_deref().unwrap_or_default();
                let name = format!("{} {member}", self.names.of(&subject.organisation));
                text::title_of(language, name.trim_end())
            }
        };
        if let Some(chair) = self.chair {
            title = text::title_chair(language, &title, &chair.word(language, review));
        }
        let count = |wanted: fn(Stage) -> bool| -> usize {
            let these = self.counts.iter().filter(|(stage, _)| wanted(**stage));
            these.map(|(_, count)| count).sum()
        };
        let counted = text::counted(
            language,
            count(|stage| stage == Stage::Declared),
            count(|stage| matches!(stage, Stage::Waiting(_))),
            count(|stage| stage == Stage::SentBack),
            count(|stage| stage == Stage::Counted),
        );
        (title, counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}
