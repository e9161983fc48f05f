//! What happens in the journal.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::detail::detail;
use super::{Journal, view};
use crate::config::{local, parse_local};
use crate::office::{Question, Reply};
use crate::round::FieldForm;
use crate::text::{event_step, journal as text};
use crate::tui::ask::{Choice, Form, Line};
use crate::tui::commands::Command;
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen, Tone};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

/// More operations than these nobody reads on a screen; filters reach the others.
const LIMIT: u32 = 2_000;
const SIEVE: &str = "journal sieve";
const SINCE: &str = "journal since";

impl Journal {
    fn read(&mut self, context: &mut Context<'_>) {
        self.filter.round = context.session.round_name();
        self.filter.limit = Some(LIMIT);
        let question = Question::Journal(self.filter.clone());
        self.reading = Some(context.ask("journal", question));
    }

    /// Everything, mine, since a day, and each person there is.
    fn ask_sieve(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let lines = self.lines.as_deref().unwrap_or_default();
        let mut actors: Vec<String> = lines.iter().map(|line| line.actor.clone()).collect();
        actors.extend(self.actors.clone());
        actors.sort();
        actors.dedup();
        let mut entries = vec![
            text::everything(language).into(),
            text::since_a_day(language).into(),
        ];
        entries.extend(actors.iter().map(|actor| text::by(language, actor).into()));
        self.actors = actors;
        context.push(Choice::new(SIEVE, text::filter_title(language), entries));
    }

    fn sieve(&mut self, position: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        match position {
            0 => {
                self.filter.actor = None;
                self.filter.since = None;
            }
            1 => {
                let today = self.selected().map(|line| local(line.at));
                let day = today.and_then(|time| time.get(..10).map(str::to_owned));
                let day = day.unwrap_or_default();
                let line = Line::new(text::field_day(language), &day, true);
                let line = line.of(FieldForm::Day, "date");
                let title = text::since_a_day(language);
                let intro = vec![text::day_form(language)];
                context.push(Form::new(SINCE, title, intro, vec![line]));
                return;
            }
            other => self.filter.actor = self.actors.get(other - 2).cloned(),
        }
        self.window.selected = 0;
        self.read(context);
    }

    fn since(&mut self, texts: &[String], context: &mut Context<'_>) {
        let since = texts.first().and_then(|day| parse_local(day));
        if since.is_none() {
            context.say(Tone::Refusal, text::day_form(context.session.language));
            return;
        }
        self.filter.since = since;
        self.window.selected = 0;
        self.read(context);
    }
}

impl Screen for Journal {
    fn id(&self) -> &'static str {
        "journal"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let nothing = command == "journal.open" && self.selected().is_none();
        nothing.then(|| text::none(session.language))
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.names.read("journal names", context);
        self.read(context);
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "journal.open" => {
                if let Some(line) = self.selected() {
                    let language = context.session.language;
                    let review = view::reviewers(context.session);
                    let step = event_step::whole(language, review, line);
                    let mut line = line.clone();
                    let named = |change| self.named(change, context.session);
                    line.changes = line.changes.iter().map(named).collect();
                    let popup = detail(&line, step, language);
                    context.push(popup);
                }
            }
            "journal.filter" => self.ask_sieve(context),
            "journal.refresh" => self.read(context),
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        let page = view::page(context.session.size);
        self.window.go(movement, self.count(), page);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        if self.filter.actor.is_none() && self.filter.since.is_none() {
            return false;
        }
        self.filter.actor = None;
        self.filter.since = None;
        self.read(context);
        true
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        match answer {
            Ok(Reply::Lines(lines)) if self.reading == Some(ticket) => {
                self.lines = Some(lines.clone());
                let page = view::page(context.session.size);
                self.window.follow(self.count(), page);
                true
            }
            _ => {
                let names = self.names.answered(ticket, answer);
                names.is_some()
            }
        }
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Chosen(SIEVE, position) => self.sieve(position, context),
            Returned::Filled(SINCE, texts) => self.since(&texts, context),
            _ => {}
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let round = session.round_name().unwrap_or_default();
        let title = match &self.filter.organisation {
            Some(organisation) => {
                let name = self.names.of(organisation);
                match self.filter.after {
                    Some(_) => text::title_since(language, name),
                    None => text::title_of(language, name),
                }
            }
            None => text::title(language, &round),
        };
        (title, text::counted(language, self.count()))
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
