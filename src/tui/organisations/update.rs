//! What happens in the list of organisations.

use ratatui::layout::{Position, Rect};

use super::act::{FIND, SIEVE};
use super::commands::COMMANDS;
use super::early::Later;
use super::model::Organisations;
use super::order::Filter;
use super::remembered;
use super::returning::{WHICH, WHY};
use super::submit::SUBMIT;
use super::view;
use crate::office::{Question, Reply};
use crate::round::{Change, What};
use crate::text::{Language, organisations as text, tui};
use crate::tui::commands::Command;
use crate::tui::findings::Findings;
use crate::tui::journal::Journal;
use crate::tui::list::Settled;
use crate::tui::message::{Made, Outcome, Replied, Ticket};
use crate::tui::places::{self, Place};
use crate::tui::screen::{Context, Movement, Returned, Screen, Tone};
use crate::tui::seat;
use crate::tui::session::Session;
use crate::tui::spot;
use crate::tui::vetoes::Vetoes;
use crate::tui::widget::Canvas;

impl Organisations {
    /// Reads the list from nothing: order and membership are made anew.
    pub(super) fn read_anew(&mut self, context: &mut Context<'_>) {
        self.wanted = self.wanted.take().or_else(|| self.selected_code());
        self.lines.clear();
        self.rows = None;
        self.read(context);
    }

    pub(super) fn follow(&mut self, session: &Session) {
        let page = view::page(session.size);
        self.window.follow(self.lines.len(), page);
    }

    /// Opens the screen of the selected organisation.
    pub(super) fn open(&mut self, context: &mut Context<'_>) {
        let Some(row) = self.selected() else {
            return;
        };
        if let Some(why) = self.recusal(row, context.session) {
            context.refuse(row.name.clone(), why);
            return;
        }
        if let Some(why) = self.of_others(row, context.session) {
            context.say(Tone::Warning, why);
        }
        let mut place = Place::of_organisation(row.organisation.clone());
        let last = context.session.spot.as_ref();
        place.item = last
            .filter(|spot| spot.organisation == place.organisation)
            .and_then(|spot| spot.item.clone());
        self.remember(context);
        let all = self.rows.as_deref().unwrap_or_default();
        let seen = self.lines.iter().filter_map(|line| all.get(line.row));
        let seen = seen.filter(|row| row.track.is_some());
        // Towns have no sheet, but their names tell equal names apart.
        let towns = all.iter().filter(|row| row.track.is_none());
        places::open_among(&place, seen.chain(towns).cloned().collect(), context);
    }

    pub(super) fn selected_code(&self) -> Option<String> {
        self.selected().map(|row| row.organisation.clone())
    }
}

impl Screen for Organisations {
    fn id(&self) -> &'static str {
        "organisations"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        let selected = self.selected();
        match command {
            "organisations.open" | "organisations.review" => match selected {
                None => Some(text::nothing_selected(language)),
                Some(row) if row.track.is_none() => Some(text::not_rated(language)),
                Some(_) => None,
            },
            "organisations.vetoes" | "organisations.journal_of_one" if selected.is_none() => {
                Some(text::nothing_selected(language))
            }
            "organisations.ballots" => self.no_ballots(session),
            "organisations.changes" => self.no_changes(session),
            "organisations.return" => self.nothing_to_return(session),
            "organisations.submit" | "organisations.crosswise" if session.seat.is_none() => {
                Some(text::no_seat(language))
            }
            _ => None,
        }
    }

    fn called(&self, command: &'static str, session: &Session) -> Option<fn(Language) -> String> {
        // Without a chair there is no sheet to open.
        let looks = command == "organisations.open" && session.seat.is_none();
        looks.then_some(tui::command_breakdown as fn(Language) -> String)
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        if let Some(key) = remembered::key(context.session) {
            self.remembering = Some(context.recall("remembered", key));
        }
        if let Some(key) = spot::key(context.session) {
            self.locating = Some(context.recall("remembered.spot", key));
        }
    }

    fn read(&mut self, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            self.reading = Some(context.ask("list", Question::List { round }));
        }
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        // The sheet may have gone on to other organisations.
        let spot = context.session.spot.as_ref();
        if let Some(code) = spot.map(|spot| spot.organisation.clone())
            && self.select(&code)
        {
            self.follow(context.session);
        }
        self.read(context);
    }

    fn organisation(&self) -> Option<String> {
        self.selected_code()
    }

    fn name_of(&self, code: &str) -> Option<String> {
        let mut rows = self.rows.iter().flatten();
        let row = rows.find(|row| row.organisation == code);
        row.map(|row| row.name.clone())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        if self.is_early() {
            self.later = Some(Later::Command(command));
            return;
        }
        match command {
            "organisations.open" => self.open(context),
            "organisations.find" => self.ask_find(context),
            "organisations.filter" => self.ask_sieve(context),
            "organisations.vetoes" => {
                if let Some(code) = self.selected_code() {
                    context.push(Vetoes::of(code));
                }
            }
            "organisations.all_vetoes" => context.push(Vetoes::default()),
            "organisations.submit" => self.count_sheets(context),
            "organisations.refresh" => self.read_anew(context),
            "organisations.seat" => self.ask_seat(context),
            "organisations.review" => self.review(context),
            "organisations.changes" => self.show_changes(context),
            "organisations.return" => self.ask_return(context),
            "organisations.ballots" => self.open_ballots(context),
            "organisations.crosswise" => self.open_crosswise(context),
            "organisations.ranking" => places::open_ranking(self.selected_code(), context),
            "organisations.findings" => context.push(Findings::default()),
            "organisations.journal" => context.push(Journal::default()),
            "organisations.journal_of_one" => {
                if let Some(code) = self.selected_code() {
                    context.push(Journal::of(code));
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        if self.is_early() {
            self.step_early(movement, context);
            return;
        }
        let page = view::page(context.session.size);
        self.window.go(movement, self.lines.len(), page);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let fitting = Filter::fitting(context.session);
        if [Filter::All, fitting].contains(&self.filter) {
            self.remember(context);
            return false;
        }
        self.filter = fitting;
        self.arrange(context.session);
        self.follow(context.session);
        true
    }

    fn leave(&mut self, context: &mut Context<'_>) -> bool {
        self.remember(context);
        true
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        if self.remembering == Some(ticket) {
            self.remembering = None;
            match answer {
                Ok(Reply::Remembered(Some(text))) => self.recall(text),
                _ => self.filter = Filter::fitting(context.session),
            }
            return self.remembered_both(context);
        }
        if self.locating == Some(ticket) {
            self.locating = None;
            if let Ok(Reply::Remembered(Some(text))) = answer {
                self.locate(text, context);
            }
            return self.remembered_both(context);
        }
        match answer {
            Ok(Reply::ListPart(part)) if self.beginning == Some(ticket) => {
                self.beginning = None;
                self.take_part(part.clone(), context);
                true
            }
            Ok(Reply::List(rows)) if self.reading == Some(ticket) => {
                self.take_rows(rows.clone(), context.session);
                self.follow(context.session);
                self.go_on(context);
                self.catch_up(context);
                self.have_ranked(context);
                true
            }
            Err(_) if [self.reading, self.beginning].contains(&Some(ticket)) => {
                // Nothing waits for what does not come; why is told.
                (self.reading, self.beginning) = (None, None);
                (self.later, self.going_on) = (None, false);
                false
            }
            Ok(reply) if self.counting == Some(ticket) => {
                self.counting = None;
                self.look_through(reply, context);
                true
            }
            _ => false,
        }
    }

    fn worked(&mut self, ticket: Ticket, done: &Made, context: &mut Context<'_>) -> bool {
        if self.looking != Some(ticket) {
            return false;
        }
        self.looking = None;
        self.ask_submit(done.as_deref().unwrap_or_default(), context);
        true
    }

    fn applied(&mut self, ticket: Ticket, answer: &Outcome, context: &mut Context<'_>) -> bool {
        match self.writing.settle(ticket, answer, context) {
            Settled::Stored => {
                self.read(context);
                return true;
            }
            Settled::Refused => return false,
            Settled::Elsewhere => {}
        }
        self.submission_answered(ticket, answer, context)
            || self.return_answered(ticket, answer, context)
    }

    fn waits(&self) -> bool {
        let asked = [
            self.reading,
            self.remembering,
            self.locating,
            self.beginning,
        ];
        let early = self.is_early() && self.later.is_none() && !self.going_on;
        self.rows.is_none() && !early && asked.iter().any(Option::is_some)
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match &result {
            Returned::Found(FIND, code) => {
                if !self.select(code) {
                    // Filtered away: the person asked for it by name, so the filter goes.
                    self.filter = Filter::All;
                    self.wanted = Some(code.clone());
                    self.arrange(context.session);
                }
                self.follow(context.session);
            }
            Returned::Chosen(SIEVE, position) => self.sieve(*position, context),
            Returned::Chosen(SUBMIT, 1) => self.submit_all(context),
            Returned::Chosen(WHICH, position) => self.ask_return_reason(*position, context),
            Returned::Filled(WHY, texts) => {
                self.return_sheets(texts.first().map_or("", String::as_str), context);
            }
            Returned::Chosen(seat::ASKED, _) | Returned::Filled(seat::ASKED, _) => {
                self.seat_returned(&result, context);
            }
            _ => {}
        }
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        // Marks are seen here only as counts; what a person undoes should be seen as it is.
        matches!(change.what, What::Sheet | What::Review)
            && change.key.first() == self.selected_code().as_ref()
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        match change.key.first() {
            Some(code) if self.select(code) => {
                self.follow(context.session);
                if change.what == What::Mark {
                    places::open(&Place::of_change(change), context);
                }
            }
            _ => context.say(Tone::Plain, String::new()),
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        (session.heading(), view::counts(self, session.language))
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
