//! Making a round: the demonstration, or a shipped scheme and a list of organisations.

use std::fs;

use super::model::Rounds;
use crate::demo::{self, Unloaded};
use crate::exchange::{Names, read};
use crate::office::Door;
use crate::round::{Command, Kind, NewRound, Operation, Via};
use crate::scheme::{Shipped, parse, shipped};
use crate::text::{Language, refusal, rounds as text, tui};
use crate::tui::ask::{Choice, Form, Line};
use crate::tui::message::Made;
use crate::tui::screen::{Context, Returned, Screen, Tone};

/// What the questions are called in their answers.
pub(super) const SCHEME: &str = "scheme";
pub(super) const NEW: &str = "new";

impl Rounds {
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
                self.scheme = Some(*position);
                let year = crate::config::this_year().to_string();
                let lines = vec![
                    Line::new(text::new_name(language), &year, true),
                    Line::new(text::new_year(language), &year, true),
                    Line::new(text::new_list(language), "", true),
                ];
                let intro = vec![text::new_intro(language)];
                let title = text::new_title(language, &title(scheme));
                context.push(Form::new(NEW, title, intro, lines));
            }
            Returned::Filled(_, texts) => {
                let scheme = self.scheme.take().and_then(|at| shipped().get(at));
                let [name, year, list] = texts.as_slice() else {
                    return;
                };
                match (scheme, year.parse::<i32>()) {
                    (Some(scheme), Ok(year @ 1949..=9999)) => {
                        self.make(scheme, (name.clone(), year, list.clone()), context);
                    }
                    _ => context.say(Tone::Refusal, text::new_bad_year(language)),
                }
            }
            _ => {}
        }
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
                let made = text::made(context.session.language, round);
                self.wanted = Some(round.clone());
                self.read(context);
                context.say(Tone::Good, made);
            }
            Err(why) => context.say(Tone::Refusal, why.clone()),
        }
    }
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
    let bytes =
        fs::read(list).map_err(|why| text::new_unreadable(language, list, &why.to_string()))?;
    let checked = parse(scheme.text)
        .map_err(|faults| refusal::scheme_faults(language, faults.len()))?
        .scheme;
    let names = Names::new(&checked, []);
    let organisations = read(Kind::Orgs, &bytes, &names).map_err(|faults| {
        let first = crate::text::exchange::faults(language, &faults);
        let first = first.first().map_or("", String::as_str);
        text::new_faults(language, faults.count, first)
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
