//! `config`: the settings in force, each with where it comes from, and the faults of the file.

use clap::{ArgMatches, Command};

use super::Failed;
use super::session::Session;
use super::table::{Side, Table};
use crate::config::{Found, KeyRow, Origin, Setting};
use crate::diagnose::Source;
use crate::text::{Language, config as told, diagnose, help};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("config")
        .about(help::config(language))
        .override_usage("pingxing config")
}

/// Where a setting comes from, as a sentence's part.
#[must_use]
pub fn origin(language: Language, origin: Origin) -> String {
    match origin {
        Origin::Option(name) => told::origin_option(language, name),
        Origin::Environment(name) => told::origin_environment(language, name),
        Origin::File => told::origin_file(language),
        Origin::Default => told::origin_default(language),
    }
}

/// Shows the settings; then the faults of the file, if it has any.
///
/// # Errors
/// Some of the file cannot be used.
pub fn run(session: &mut Session<'_>, _matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let found = session.given.configuration;
    writeln!(session.out, "{}", in_force(language, found))?;
    table(session, found).write(session.out)?;
    if !found.is_faulty() {
        return Ok(());
    }
    let path = found.path.as_deref().map(|path| path.display().to_string());
    let source = Source {
        name: path.as_deref().unwrap_or_default(),
        text: found.text.as_deref().unwrap_or_default(),
    };
    if !found.faults.is_empty() {
        let report = diagnose::report(&source, &found.faults, language, session.colour_out);
        write!(session.out, "\n{report}")?;
    }
    let count = found.faults.len().max(1);
    let why = told::faulty_why(language, count);
    Err(Failed::said(why, told::faulty_help(language)))
}

/// Which file it is.
pub fn in_force(language: Language, found: &Found) -> String {
    let Some(path) = &found.path else {
        return told::no_place(language);
    };
    let path = path.display().to_string();
    match (&found.text, &found.unreadable) {
        (_, Some(why)) => told::unreadable(language, &path, why),
        (Some(_), None) => told::file_in_force(language, &path),
        (None, None) => told::file_absent(language, &path),
    }
}

fn table(session: &Session<'_>, found: &Found) -> Table {
    let language = session.language;
    let settings = &session.settings;
    let mut table = Table::new(vec![
        (told::head_setting(language), Side::Left),
        (told::head_value(language), Side::Left),
        (told::head_origin(language), Side::Left),
    ]);
    let mut row = |name: String, value: String, from: Origin| {
        table.row(vec![name, value, origin(language, from)]);
    };
    let shown = &settings.language;
    row(
        told::setting_language(language),
        shown.value.to_string(),
        shown.origin,
    );
    if let Some(Setting { value, origin }) = &settings.database {
        row(
            told::setting_database(language),
            value.display().to_string(),
            *origin,
        );
    }
    for (name, setting) in [
        (told::setting_actor(language), &settings.actor),
        (told::setting_theme(language), &settings.theme),
        (told::setting_glyphs(language), &settings.glyphs),
    ] {
        row(name, setting.value.clone(), setting.origin);
    }
    let mouse = match settings.mouse.value {
        true => told::on(language),
        false => told::off(language),
    };
    row(told::setting_mouse(language), mouse, settings.mouse.origin);
    for changed in changed_keys(session, found) {
        row(
            told::setting_keys(language, &changed.command),
            changed.keys.join(" "),
            Origin::File,
        );
    }
    table
}

/// The commands that have a key from the file.
fn changed_keys(session: &Session<'_>, found: &Found) -> Vec<KeyRow> {
    let named = |row: &KeyRow| {
        let mut wishes = found.file.keys.iter();
        wishes.any(|wish| {
            let mut keys = wish.keys.iter().map(|key| &key.value);
            wish.command.value == row.command
                && keys.any(|key| row.keys.iter().any(|has| has.eq_ignore_ascii_case(key)))
        })
    };
    let tables = (session.given.key_tables)(session.language);
    let rows = tables.into_iter().flat_map(|table| table.rows);
    rows.filter(named).collect()
}
