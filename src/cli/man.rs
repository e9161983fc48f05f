//! `man`: the manual page, made from the tree of commands and from the list of commands of the
//! screens.

use clap::builder::StyledStr;
use clap::{Arg, ArgMatches, Command};
use roff::{Inline, Roff, bold, italic, roman};

use super::session::Session;
use super::{Failed, tree};
use crate::text::{Language, help, man as told};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("man")
        .about(help::man(language))
        .override_usage("pingxing man")
}

/// Writes the page for `man -l` or for a file below `man1`.
///
/// # Errors
/// Nobody takes it.
pub fn run(session: &mut Session<'_>, _matches: &ArgMatches) -> Result<(), Failed> {
    let page = page(session).render();
    let page = match session.language {
        Language::Chinese => breakable(&page),
        Language::English => page,
    };
    Ok(session.out.write_all(page.as_bytes())?)
}

/// Lets a line break between Chinese characters, but not before what closes or after what opens:
/// by itself troff breaks at blanks only.
fn breakable(page: &str) -> String {
    let wide = |letter: char| letter >= '\u{2e80}' || "“”…".contains(letter);
    let closes = |letter: char| "，。；：、）”》？！…".contains(letter);
    let opens = |letter: char| "（“《".contains(letter);
    let mut made = String::new();
    for line in page.lines() {
        let request = line.starts_with(['.', '\'']);
        let mut before = None;
        for letter in line.chars() {
            let breaks = before.is_some_and(|before| wide(before) && !opens(before));
            if !request && breaks && wide(letter) && !closes(letter) {
                made.push_str("\\:");
            }
            made.push(letter);
            before = Some(letter);
        }
        made.push('\n');
    }
    made
}

fn page(session: &Session<'_>) -> Roff {
    let language = session.language;
    let mut tree = tree::tree(language);
    tree.build();
    let version = concat!("pingxing ", env!("CARGO_PKG_VERSION"));
    let mut page = Roff::new();
    page.control("TH", ["PINGXING", "1", "", version]);
    page.control("ad", ["l"]);
    section(
        &mut page,
        &told::name(language),
        format!("pingxing - {}", help::program(language)),
    );
    let usage = "pingxing [--db FILE] [--lang zh|en] [--as NAME] [COMMAND]";
    section(&mut page, &told::usage(language), usage.to_owned());
    section(
        &mut page,
        &told::description(language),
        told::what_it_is(language),
    );
    page.control("SH", [told::options(language).as_str()]);
    options(&mut page, &tree);
    page.control("SH", [told::commands(language).as_str()]);
    commands(&mut page, &tree, "pingxing");
    keys(&mut page, session);
    for (title, entries) in [
        (told::files(language), told::file_entries(language)),
        (
            told::environment(language),
            told::environment_entries(language),
        ),
        (told::status(language), told::status_entries(language)),
    ] {
        page.control("SH", [title.as_str()]);
        for line in entries.lines() {
            // What is named stands before the first blank pair.
            let (name, about) = line.split_once("  ").unwrap_or((line, ""));
            tagged(&mut page, [bold(name)], about.trim());
        }
    }
    page
}

fn section(page: &mut Roff, title: &str, text: String) {
    page.control("SH", [title]);
    page.text([roman(text)]);
}

/// A name with what is said of it, indented.
fn tagged<const N: usize>(page: &mut Roff, name: [Inline; N], about: &str) {
    page.control("TP", []);
    page.text(name);
    page.text([roman(about)]);
}

fn plain(text: Option<&StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// The options and arguments of one command.
fn options(page: &mut Roff, command: &Command) {
    for argument in command.get_arguments() {
        tagged(page, [bold(written(argument))], &plain(argument.get_help()));
    }
}

/// An option as it is typed.
fn written(argument: &Arg) -> String {
    let value = argument
        .get_value_names()
        .filter(|_| argument.get_action().takes_values())
        .and_then(|names| names.first());
    let value = value.map(clap::builder::Str::as_str).unwrap_or_default();
    match (argument.get_short(), argument.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long} {value}"),
        (None, Some(long)) => format!("--{long} {value}"),
        (Some(short), None) => format!("-{short} {value}"),
        (None, None) => value.to_owned(),
    }
}

/// Every command below one, with the options that only it has.
fn commands(page: &mut Roff, tree: &Command, path: &str) {
    for command in tree.get_subcommands() {
        let path = format!("{path} {}", command.get_name());
        page.control("SS", [path.as_str()]);
        page.text([roman(plain(command.get_about()))]);
        for argument in command
            .get_arguments()
            .filter(|argument| !argument.is_global_set())
        {
            if argument.get_id() != "help" {
                tagged(page, [bold(written(argument))], &plain(argument.get_help()));
            }
        }
        commands(page, command, &path);
    }
}

/// The commands of the screens, with the keys in force and the ids that the configuration file
/// names them by.
fn keys(page: &mut Roff, session: &Session<'_>) {
    let language = session.language;
    section(page, &told::keys(language), told::about_keys(language));
    for table in (session.given.key_tables)(language) {
        page.control("SS", [table.title.as_str()]);
        for row in table.rows {
            let keys = match row.keys.is_empty() {
                true => told::in_menu(language),
                false => row.keys.join(", "),
            };
            page.control("TP", []);
            page.text([bold(keys)]);
            page.text([roman(row.name), roman("  "), italic(row.command)]);
        }
    }
}
