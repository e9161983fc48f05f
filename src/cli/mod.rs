//! The command line: every subcommand does without a terminal what a screen does with one.
//!
//! Results go to stdout, messages to stderr. Status 0: done; 1: could not be done, and why;
//! 2: wrong usage. A reader that goes away early ends the program quietly.
//!
//! A subcommand is a module with its `command` (what clap is told) and its `run`; `tree` lists
//! them. What all have at hand stands in `session`, how they fail in `failed`. Every sentence is
//! made in `text`; a round is read and written through the office alone.

mod backup;
mod board;
mod check;
mod completions;
mod demo;
mod doctor;
mod explain;
mod export;
mod failed;
mod files;
mod import;
mod json;
mod log;
mod man;
mod organisation;
mod pieces;
mod plain;
mod results;
mod round;
mod scheme;
mod session;
mod settings;
mod sheet;
mod show;
mod table;
mod tree;
mod verify;
mod wrong;

use std::cell::OnceCell;
use std::ffi::OsString;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use clap::ArgMatches;
use clap::error::ErrorKind;

pub use failed::Failed;

use self::session::Session;
use crate::config::{self, Asked, Environment, Settings};
use crate::text::{Language, cli as told, help};

/// What is to happen after the command line has been read.
pub enum Outcome {
    /// Everything is done; the status to end with.
    Ended(u8),
    /// The terminal interface is to be opened.
    Screens(Box<Screens>),
}

/// What the terminal interface is to be opened on.
pub struct Screens {
    pub office: crate::office::Office,
    pub settings: Settings,
    /// The round to open at once.
    pub round: Option<String>,
    /// A demonstration that is thrown away at the end.
    pub folder: Option<tempfile::TempDir>,
}

/// What the command line is given by who starts it.
pub struct Given<'a> {
    pub environment: Environment<'a>,
    /// The configuration file, with the faults of its keys.
    pub configuration: &'a config::Found,
    /// The commands of the screens with the keys in force, for the manual page.
    pub key_tables: &'a dyn Fn(Language) -> Vec<config::KeyTable>,
}

/// A text argument; empty where it is not there, which the tree rules out for required ones.
fn word<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// A path argument; empty where it is not there, which the tree rules out for required ones.
fn path<'a>(matches: &'a ArgMatches, name: &str) -> &'a std::path::Path {
    matches
        .get_one::<PathBuf>(name)
        .map_or(std::path::Path::new(""), PathBuf::as_path)
}

/// The language that the command line asks for, before it is parsed: its own faults and help are
/// told in it too.
fn language_asked(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(word) = words.next() {
        if word == "--" {
            return None;
        }
        if word == "--lang" {
            return words.next()?.parse().ok();
        }
        if let Some(value) = word.strip_prefix("--lang=") {
            return value.parse().ok();
        }
    }
    None
}

/// The settings that the options state, those of a command that opens the screens included.
fn asked(matches: &ArgMatches) -> Asked {
    let below = matches.subcommand().map(|(_, below)| below);
    let look = |name: &str| {
        let found = |matches: &ArgMatches| matches.try_get_one::<String>(name).ok()?.cloned();
        found(matches).or_else(|| below.and_then(found))
    };
    let is_on = |matches: &ArgMatches| {
        let found = matches.try_get_one::<bool>("mouse").ok().flatten();
        found.copied().unwrap_or_default()
    };
    Asked {
        language: look("lang").and_then(|word| word.parse().ok()),
        database: matches.get_one("db").cloned(),
        actor: look("as"),
        theme: look("theme"),
        glyphs: look("glyphs"),
        mouse: (is_on(matches) || below.is_some_and(is_on)).then_some(true),
    }
}

/// Reads the command line and does what it says, except for opening the screens.
#[must_use]
pub fn run(arguments: &[OsString], given: &Given<'_>) -> Outcome {
    let environment = given.environment;
    let file = &given.configuration.file;
    let language = config::language(language_asked(arguments), file, environment).value;
    let colours = !config::no_colour(environment);
    let mut commands = tree::tree(language);
    let parsed = commands.try_get_matches_from_mut(arguments);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let done = match parsed {
        Ok(matches) => {
            let mut session = Session {
                language,
                settings: Settings::of(asked(&matches), file, environment),
                given,
                out: &mut out,
                messages: &mut std::io::stderr(),
                colour_out: colours && std::io::stdout().is_terminal(),
                colour: colours && std::io::stderr().is_terminal(),
                scheme: OnceCell::new(),
            };
            let done = dispatch(&mut session, &matches);
            done.map_err(|failed| session.named(failed))
        }
        Err(error) => asked_for_help(&error, &mut out, colours, language).map_or_else(
            || Err(wrong::usage(&error, &commands, arguments, language)),
            |result| result.map(|()| None),
        ),
    };
    // What was printed before a failure is printed all the same.
    let flushed = out.flush().map_err(Failed::from);
    match done.and_then(|screens| flushed.map(|()| screens)) {
        Ok(Some(screens)) => Outcome::Screens(Box::new(screens)),
        Ok(None) => Outcome::Ended(0),
        Err(failed) => Outcome::Ended(report(&failed, language, colours)),
    }
}

/// Help and version are results, not faults.
fn asked_for_help(
    error: &clap::Error,
    out: &mut dyn Write,
    colours: bool,
    language: Language,
) -> Option<Result<(), Failed>> {
    if !matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        return None;
    }
    let text = error.render();
    let text = if colours && std::io::stdout().is_terminal() {
        text.ansi().to_string()
    } else {
        text.to_string()
    };
    let text = headed(text, language);
    Some(out.write_all(text.as_bytes()).map_err(Failed::from))
}

/// clap closes every heading with its own colon; each language has one of its own.
fn headed(text: String, language: Language) -> String {
    let headings = [
        help::commands(language),
        help::options(language),
        help::arguments(language),
        help::global_options(language),
    ];
    headings.iter().fold(text, |text, heading| {
        text.replace(&format!("{heading}:"), &help::heading(language, heading))
    })
}

fn dispatch(session: &mut Session<'_>, matches: &ArgMatches) -> Result<Option<Screens>, Failed> {
    let Some((name, matches)) = matches.subcommand() else {
        if is_plain(session, matches) {
            return plain::run(session).map(|()| None);
        }
        return demo::screens(session).map(Some);
    };
    let run = match name {
        "demo" => return demo::run(session, matches).map(Some),
        "scheme" => scheme::run,
        "round" => round::run,
        "import" => import::run,
        "export" => export::run,
        "results" => results::run,
        "show" => show::run,
        "explain" => explain::run,
        "check" => check::run,
        "log" => log::run,
        "verify" => verify::run,
        "doctor" => doctor::run,
        "config" => settings::run,
        "man" => man::run,
        "completions" => completions::run,
        _ => backup::run,
    };
    run(session, matches).map(|()| None)
}

/// Whether to converse line by line: asked for, or the terminal cannot do more.
fn is_plain(session: &Session<'_>, matches: &ArgMatches) -> bool {
    matches.get_flag("plain") || session.variable("TERM").as_deref() == Some("dumb")
}

/// Tells a failure on stderr; the status to end with.
fn report(failed: &Failed, language: Language, colours: bool) -> u8 {
    let Some(told) = failed.told(language) else {
        return 0;
    };
    let stderr = std::io::stderr();
    let colour = colours && stderr.is_terminal();
    let mut text = if colour {
        format!("\u{1b}[1;31m{}\u{1b}[0m", told::error(language))
    } else {
        told::error(language)
    };
    text.push_str(&told.why);
    text.push('\n');
    for (label, line) in [
        (told::kept(language), told.kept),
        (told::what_to_do(language), told.help),
    ] {
        if let Some(line) = line {
            text.extend(["  ", &label, &line, "\n"]);
        }
    }
    // Nobody is left to tell that stderr is gone.
    let _ = stderr.lock().write_all(text.as_bytes());
    told.status
}
