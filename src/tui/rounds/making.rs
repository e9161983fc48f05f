//! Making a round: the demonstration, or a shipped scheme and a list of organisations.

use std::fs;

use super::model::Rounds;
use crate::demo::{self, Unloaded};
use crate::exchange::{Names, read};
use crate::office::Door;
use crate::round::{Command, FieldForm, Kind, NewRound, Operation, Via};
use crate::scheme::{Shipped, parse, shipped};
use crate::text::{Language, file_trouble, refusal, rounds as text, tui};
use crate::tui::ask::{Choice, Form, Line, Reading};
use crate::tui::message::{Effect, Made};
use crate::tui::screen::{Context, Returned, Screen, Tone};
use crate::tui::theme::Role;

/// What the questions are called in their answers.
pub(super) const SCHEME: &str = "scheme";
pub(super) const NEW: &str = "new";

pub(super) const DEMONSTRATION: &str = "demonstration";

/// What can be done where there is no round yet.
#[derive(Debug, Clone, Copy)]
pub(super) enum First {
    Demonstration,
    New,
    Quit,
}

/// The three of them, in the order of their numbers.
pub(super) const FIRST: [First; 3] = [First::Demonstration, First::New, First::Quit];

impl First {
    pub(super) fn name(self, language: Language) -> String {
        match self {
            Self::Demonstration => text::first_demonstration(language),
            Self::New => text::first_new(language),
            Self::Quit => text::first_quit(language),
        }
    }
}

/// Positions of the fields of a new round.
const YEAR: usize = 1;
const LIST: usize = 2;

impl Rounds {
    /// Does one of the first things; false where there is none of this number.
    pub(super) fn begin(&mut self, position: usize, context: &mut Context<'_>) -> bool {
        match FIRST.get(position) {
            Some(First::Demonstration) => self.make_demonstration(context),
            Some(First::New) => self.ask_scheme(context),
            Some(First::Quit) => context.effects.push(Effect::Quit),
            None => return false,
        }
        true
    }

    /// Asks first: beside other rounds the invented one stays for good.
    pub(super) fn ask_demonstration(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let options = vec![
            text::demonstration_no(language).into(),
            text::demonstration_yes(language).into(),
        ];
        let title = text::demonstration_title(language);
        let choice = Choice::new(DEMONSTRATION, title, options);
        context.push(choice.saying(vec![text::demonstration_adds(language)]));
    }

    pub(super) fn make_demonstration(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let actor = context.session.actor.clone();
        let ticket = context.work(move |door| demonstrate(door, &actor, language));
        self.making = Some(ticket);
        context.say(Tone::Plain, text::making(language));
    }

    pub(super) fn ask_scheme(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let names = shipped().iter().map(|scheme| title(scheme).into());
        let title = text::new_scheme(language);
        context.push(Choice::new(SCHEME, title, names.collect()));
    }

    /// The person has chosen the scheme, or filled in the rest.
    pub(super) fn making_returned(&mut self, result: &Returned, context: &mut Context<'_>) {
        let language = context.session.language;
        match result {
            Returned::Chosen(_, position) => {
                let Some(scheme) = shipped().get(*position) else {
                    return;
                };
                let year = crate::config::this_year().to_string();
                let texts = [year.clone(), year, String::new()];
                context.push(form(language, scheme, &texts, LIST));
                self.new = Some((scheme, texts));
            }
            Returned::Filled(_, texts) => {
                let (Some((scheme, _)), [name, year, list]) = (self.new.take(), texts.as_slice())
                else {
                    return;
                };
                let texts = [name.clone(), year.clone(), list.clone()];
                self.new = Some((scheme, texts));
                match crate::exchange::fold(year).parse::<i32>() {
                    Ok(year @ 1949..=9999) => {
                        self.make(scheme, (name.clone(), year, list.clone()), context);
                    }
                    _ => self.ask_again(&text::new_bad_year(language), YEAR, context),
                }
            }
            _ => {}
        }
    }

    /// Says why no round was made, with what was typed still there to be mended. Several reasons,
    /// a line each, are to be read first.
    fn ask_again(&self, why: &str, field: usize, context: &mut Context<'_>) {
        if let Some((scheme, texts)) = &self.new {
            context.push(form(context.session.language, scheme, texts, field));
        }
        let mut lines = why.lines();
        let first = lines.next().unwrap_or_default().to_owned();
        let further: Vec<_> = lines.map(|line| (Role::Text, line.to_owned())).collect();
        if !further.is_empty() {
            context.push(Reading::new("new-faults", first.clone(), further));
        }
        context.say(Tone::Refusal, first);
    }

    fn make(
        &mut self,
        scheme: &'static Shipped,
        (name, year, list): (String, i32, String),
        context: &mut Context<'_>,
    ) {
        let language = context.session.language;
        let actor = context.session.actor.clone();
        let ticket = context.work(move |door| {
            let command = new_round(scheme, year, &list, language)?;
            let operation = Operation {
                id: uuid::Uuid::now_v7().to_string(),
                actor,
                via: Via::Screen,
                round: name.clone(),
                reason: None,
                command,
            };
            apply(door, operation, language)?;
            Ok(name)
        });
        self.making = Some(ticket);
        context.say(Tone::Plain, text::making(language));
    }

    /// The round has been made, or not.
    pub(super) fn made(&mut self, done: &Made, context: &mut Context<'_>) {
        self.making = None;
        match done {
            Ok(round) => {
                self.new = None;
                let made = text::made(context.session.language, round);
                self.wanted = Some(round.clone());
                self.read(context);
                context.say(Tone::Good, made);
            }
            Err(why) => self.ask_again(why, LIST, context),
        }
    }
}

/// The question for a new round's name, year and list, begun in one of its fields.
fn form(language: Language, scheme: &Shipped, texts: &[String; 3], field: usize) -> Form {
    let [name, year, list] = texts;
    let lines = vec![
        Line::new(text::new_name(language), name, true).of(FieldForm::Name, "round"),
        Line::new(text::new_year(language), year, true),
        Line::new(text::new_list(language), list, true),
    ];
    let intro = vec![text::new_intro(language), text::new_columns(language)];
    let title = text::new_title(language, &title(scheme));
    Form::new(NEW, title, intro, lines).beginning_at(field)
}

/// The title of a shipped scheme; its id if it cannot be read.
fn title(scheme: &Shipped) -> String {
    parse(scheme.text).map_or_else(|_| scheme.id.to_owned(), |checked| checked.scheme.title)
}

fn new_round(
    scheme: &Shipped,
    year: i32,
    list: &str,
    language: Language,
) -> Result<Command, String> {
    let bytes = fs::read(list)
        .map_err(|why| text::new_unreadable(language, list, &file_trouble(language, &why)))?;
    let checked = parse(scheme.text)
        .map_err(|faults| refusal::scheme_faults(language, faults.len()))?
        .scheme;
    let names = Names::new(&checked, []);
    let organisations = read(Kind::Orgs, &bytes, &names).map_err(|faults| {
        let told = crate::text::exchange::faults(language, &faults);
        let counted = text::new_faults(language, faults.count);
        [counted, told.join("\n")].join("\n")
    })?;
    Ok(Command::CreateRound(NewRound {
        year,
        scheme: scheme.text.to_owned(),
        organisations,
    }))
}

fn apply(door: &dyn Door, operation: Operation, language: Language) -> Result<(), String> {
    match door.apply(operation) {
        Ok(_) => Ok(()),
        Err(failure) => Err(refusal::failure(language, &failure)),
    }
}

/// Loads the demonstration of a city, as the files that come with the program have it.
fn demonstrate(door: &dyn Door, actor: &str, language: Language) -> Made {
    let Some(round) = demo::round(demo::CITY, demo::SEED) else {
        return Err(tui::worker_failed(language));
    };
    match demo::load(door, &round, actor) {
        Ok(()) => Ok(round.name.to_owned()),
        Err(Unloaded::Office(failure)) => Err(refusal::failure(language, &failure)),
        // The generator's own files: a fault of the program.
        Err(Unloaded::File(..) | Unloaded::Unwritable(_)) => Err(tui::worker_failed(language)),
    }
}
