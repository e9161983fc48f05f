//! What happens in the ranking.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::decide::{ORDER, REASON};
use super::model::Ranking;
use super::trial::{ENTRY, ITEM, MOVED, SHEET, STEP, VETO};
use super::view;
use crate::office::{Question, Reply};
use crate::round::{Change, What};
use crate::text::ranking as text;
use crate::tui::breakdown::Breakdown;
use crate::tui::commands::Command;
use crate::tui::find::Find;
use crate::tui::list::Writing;
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen, Tone};
use crate::tui::session::Session;
use crate::tui::vetoes::Vetoes;
use crate::tui::widget::Canvas;

const FIND: &str = "ranked organisation";

impl Ranking {
    /// Asks whether the book has gone on since the results were made.
    fn ask_head(&mut self, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            self.asking_head = Some(context.ask("ranking head", Question::Round { round }));
        }
    }

    fn take_answer(&mut self, ticket: Ticket, reply: &Reply, context: &mut Context<'_>) -> bool {
        match reply {
            Reply::Organisation(file) => return self.take_file_on_trial(ticket, file, context),
            Reply::Results(results) if self.take_results_on_trial(ticket, results, context) => {
                self.follow(context.session);
                return true;
            }
            _ => {}
        }
        self.keep_hand();
        match reply {
            Reply::Cells(cells) if self.reading_ties == Some(ticket) => self.take_ties(cells),
            Reply::Results(results) if self.reading_results == Some(ticket) => {
                self.results = Some(results.clone());
            }
            Reply::Round(head) if self.asking_head == Some(ticket) => {
                let made = self.results.as_ref().map(|results| results.seq);
                self.stale = made.is_some_and(|made| made != head.seq);
                return true;
            }
            _ => return false,
        }
        self.list(context.session);
        true
    }

    fn list(&mut self, session: &Session) {
        if self.shown().is_some() && self.names.are_read() {
            self.first_reading = false;
        }
        self.arrange(session);
        self.follow(session);
    }

    fn follow(&mut self, session: &Session) {
        let page = view::page(session.size);
        let count = self.rows().len();
        self.window.follow(count, page);
    }

    fn open_breakdown(&self, context: &mut Context<'_>) {
        let Some(row) = self.selected() else {
            return;
        };
        let code = row.organisation.clone();
        if let Some(breakdown) = Breakdown::new(context.session, code) {
            context.push(breakdown);
        }
    }

    fn ask_find(&self, context: &mut Context<'_>) {
        let Some(results) = &self.results else {
            return;
        };
        let codes = results.rows.iter().map(|row| row.organisation.as_str());
        context.push(Find::new(FIND, self.names.findables(codes)));
    }

    /// Enter: a tie is decided, anything else looked into.
    fn open(&self, context: &mut Context<'_>) {
        let tied = self.selected().is_some_and(|row| row.standing.tie) && !self.trial.is_on();
        if tied && self.equals(context.session).len() > 1 {
            self.ask_order(context);
        } else {
            self.open_breakdown(context);
        }
    }

    fn next_tie(&mut self, context: &mut Context<'_>) {
        if self.go_to_next_tie() {
            self.follow(context.session);
        } else {
            let none = text::no_ties(context.session.language);
            context.say(Tone::Good, none);
        }
    }
}

impl Screen for Ranking {
    fn id(&self) -> &'static str {
        "ranking"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        match command {
            "ranking.open" | "ranking.vetoes" | "ranking.order" | "ranking.breakdown"
                if self.selected().is_none() =>
            {
                Some(text::nothing_selected(language))
            }
            "ranking.trial" => self.no_trial(session),
            "ranking.order" if self.trial.is_on() => Some(text::trial_first(language)),
            "ranking.order" if self.cohort().is_some_and(super::cohort::Cohort::is_hidden) => {
                Some(text::hidden(language))
            }
            "ranking.order" => (self.equals(session).len() < 2).then(|| text::no_equals(language)),
            _ => None,
        }
    }

    fn read(&mut self, context: &mut Context<'_>) {
        let Some(round) = context.session.round_name() else {
            return;
        };
        self.stale = false;
        self.first_reading = self.results.is_none();
        self.names.read("ranking names", context);
        let ties = Question::Cells {
            round: round.clone(),
            what: vec![What::Tie],
        };
        self.reading_ties = Some(context.ask("ranking ties", ties));
        let results = Question::Results { round };
        self.reading_results = Some(context.ask("ranking", results));
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        self.ask_head(context);
    }

    fn news(&mut self, context: &mut Context<'_>) {
        self.ask_head(context);
    }

    fn organisation(&self) -> Option<String> {
        self.selected().map(|row| row.organisation.clone())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        let page = view::page(context.session.size);
        match command {
            "ranking.open" => self.open(context),
            "ranking.breakdown" => self.open_breakdown(context),
            "ranking.whole" => view::read_detail(self, context),
            "ranking.order" => self.ask_order(context),
            "ranking.trial" => self.ask_trial(context),
            "ranking.previous" => self.turn(false, page),
            "ranking.next" => self.turn(true, page),
            "ranking.find" => self.ask_find(context),
            "ranking.refresh" => {
                self.read(context);
                if self.trial.is_on() {
                    self.ask_results_on_trial(context);
                }
            }
            "ranking.next_tie" => self.next_tie(context),
            "ranking.vetoes" => {
                if let Some(row) = self.selected() {
                    context.push(Vetoes::of(row.organisation.clone()));
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.go(movement, view::page(context.session.size));
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let on_trial = self.trial.is_on();
        if on_trial {
            self.end_trial(context);
            self.follow(context.session);
        }
        on_trial
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        let names = self.names.answered(ticket, answer);
        if names.is_some() {
            self.list(context.session);
            return true;
        }
        if answer.is_err() && (self.names.asked(ticket) || self.reading_results == Some(ticket)) {
            self.first_reading = false;
        }
        answer
            .as_ref()
            .is_ok_and(|reply| self.take_answer(ticket, reply, context))
    }

    /// With what was decided the ranking is made anew.
    fn writing(&mut self) -> Option<&mut Writing> {
        Some(&mut self.writing)
    }

    fn refused(&mut self, context: &mut Context<'_>) {
        self.ask_reason(context);
        self.read(context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Chosen(STEP, position) => self.take_trial_step(position, context),
            Returned::Chosen(VETO, position) => self.try_veto(position, context),
            Returned::Chosen(SHEET, position) => self.take_sheet(position, context),
            Returned::Chosen(ITEM, position) => self.take_item(position, context),
            Returned::Filled(ENTRY, texts) => self.try_mark(&texts, context),
            Returned::Chosen(MOVED, position) => {
                self.go_to_moved(position);
                self.follow(context.session);
            }
            Returned::Filled(ORDER, codes) => self.begin_decision(codes, context),
            Returned::Filled(REASON, texts) => self.decide(&texts, context),
            Returned::Found(FIND, code) => {
                self.select(&code);
                self.follow(context.session);
            }
            _ => {}
        }
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        let selected = self.selected().map(|row| &row.organisation);
        change.what == What::Tie && change.key.first() == selected
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        if let Some(code) = change.key.first() {
            self.select(code);
            self.follow(context.session);
        }
    }

    /// Until the first results are listed: they stand still while newer ones are read.
    fn waits(&self) -> bool {
        self.first_reading
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let round = session.round_name().unwrap_or_default();
        let counted = match self.cohort() {
            _ if self.trial.is_on() => text::trial_header(language, self.trial.count()),
            _ if self.stale => text::stale(language),
            Some(cohort) if !cohort.is_hidden() => {
                text::counted(language, cohort.ranked, cohort.ties, cohort.incomplete)
            }
            _ => String::new(),
        };
        (text::title(language, &round), counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
