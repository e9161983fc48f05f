//! What happens in the list of who has not submitted.

use std::fs::OpenOptions;
use std::io::Write as _;

use ratatui::layout::{Position, Rect};

use super::Waiting;
use super::commands::COMMANDS;
use crate::desk;
use crate::office::{Question, Reply};
use crate::text::{Language, file_trouble, waiting as text};
use crate::tui::ask::{Form, Line};
use crate::tui::commands::Command;
use crate::tui::list::Listing;
use crate::tui::message::{Made, Replied, Ticket};
use crate::tui::places::{self, Place};
use crate::tui::screen::{Context, Movement, Returned, Screen, Tone};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

const FILE: &str = "waiting file";

impl Waiting {
    fn ask_file(context: &mut Context<'_>) {
        let language = context.session.language;
        let name = text::write_name(language);
        let line = Line::new(text::write_path(language), &name, true);
        let intro = vec![text::write_intro(language)];
        context.push(Form::new(
            FILE,
            text::write_title(language),
            intro,
            vec![line],
        ));
    }

    fn write(&mut self, path: String, context: &mut Context<'_>) {
        let language = context.session.language;
        let table = format!("\u{feff}{}", self.table(context.session));
        self.writing = Some(context.work(move |_| write_new(&path, &table, language)));
    }

    /// Opens the sheet where it is this person's to fill. Another rater's is not: there the
    /// breakdown shows how far everybody is.
    fn go_there(&self, organisation: String, context: &mut Context<'_>) {
        let (Some(row), Some(round)) = (self.list.selected(), &context.session.round) else {
            return;
        };
        let party = round.scheme.party(row.party);
        let own = context.session.seat.as_ref().is_some_and(|seat| {
            let rater = row.rater.as_ref();
            seat.party == party.id && rater.is_none_or(|rater| *rater == seat.rater)
        });
        if own {
            places::open(&Place::of_organisation(organisation), context);
            return;
        }
        let language = context.session.language;
        let rater = row.rater.as_deref().map(|rater| round.rater_name(rater));
        let said = match rater {
            Some(rater) => text::of_another(language, &rater),
            None => text::of_party(language, &party.title),
        };
        places::open_breakdown(organisation, context);
        context.say(Tone::Plain, said);
    }

    /// A line for each row, tabs between its columns.
    fn table(&self, session: &Session) -> String {
        let language = session.language;
        let rows = session.round.iter().flat_map(|round| {
            let rows = self.list.rows().iter();
            rows.map(|row| text::line(language, &round.scheme, row))
        });
        let lines = [text::headings(language)].into_iter().chain(rows);
        lines.map(|line| line.join("\t") + "\n").collect()
    }
}

/// Writes a new file; one that is there already is never replaced.
fn write_new(path: &str, text: &str, language: Language) -> Made {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .map(|()| text::written(language, path))
        .map_err(|why| text::unwritable(language, path, &file_trouble(language, &why)))
}

impl Screen for Waiting {
    fn id(&self) -> &'static str {
        "waiting"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn copied(&self, session: &Session) -> Option<String> {
        Some(self.table(session))
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let needs_rows = matches!(command, "waiting.open" | "waiting.write");
        let nothing = needs_rows && self.list.is_empty();
        nothing.then(|| text::none(session.language))
    }

    fn organisation(&self) -> Option<String> {
        let sheet = self.list.selected()?.sheets.first()?;
        Some(sheet.organisation.clone())
    }

    fn read(&mut self, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            self.reading = Some(context.ask("waiting", Question::List { round }));
        }
    }

    /// A list to take along stands still until F5.
    fn news(&mut self, _context: &mut Context<'_>) {}

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "waiting.whole" => self.read_pane(context),
            "waiting.open" => {
                if let Some(organisation) = self.organisation() {
                    self.go_there(organisation, context);
                }
            }
            "waiting.write" => Self::ask_file(context),
            "waiting.refresh" => self.read(context),
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        match (answer, &context.session.round) {
            (Ok(Reply::List(rows)), Some(round)) if self.reading == Some(ticket) => {
                self.list.arrange(desk::waiting(&round.scheme, rows));
                let sheets = self.list.rows().iter().map(|row| row.sheets.len());
                self.sheets = sheets.sum();
                self.follow(context.session);
                self.read = true;
                true
            }
            _ => false,
        }
    }

    fn worked(&mut self, ticket: Ticket, done: &Made, context: &mut Context<'_>) -> bool {
        if self.writing != Some(ticket) {
            return false;
        }
        self.writing = None;
        match done {
            Ok(said) => context.say(Tone::Good, said.clone()),
            Err(why) => context.say(Tone::Refusal, why.clone()),
        }
        true
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        if let Returned::Filled(FILE, texts) = result
            && let Some(path) = texts.into_iter().next()
        {
            self.write(path, context);
        }
    }

    fn waits(&self) -> bool {
        !self.read && self.reading.is_some()
    }

    fn header(&self, session: &Session) -> (String, String) {
        let counted = text::counted(session.language, self.sheets, self.list.rows().len());
        (session.heading(), counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}
