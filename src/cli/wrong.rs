//! What clap says about wrong usage, in our words.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Failed;
use crate::diagnose::nearest;
use crate::text::{Language, cli, help};

/// The values of a context as one text.
fn told(error: &clap::Error, kind: ContextKind, language: Language) -> Option<String> {
    let values: Vec<String> = match error.get(kind)? {
        ContextValue::String(text) => vec![text.clone()],
        ContextValue::Strings(list) => list.clone(),
        ContextValue::StyledStr(text) => vec![text.to_string()],
        ContextValue::StyledStrs(list) => list.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    (!values.is_empty()).then(|| values.join(&cli::between(language)))
}

/// The command that the words of a command line lead to, with its name from the program's on.
fn meant<'a>(commands: &'a clap::Command, arguments: &[OsString]) -> (&'a clap::Command, String) {
    let mut meant = (commands, commands.get_name().to_owned());
    for word in arguments.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(below) = meant.0.find_subcommand(word) {
            meant = (below, format!("{} {word}", meant.1));
        }
    }
    meant
}

/// Wrong usage, with the nearest right one.
#[must_use]
pub fn usage(
    error: &clap::Error,
    commands: &clap::Command,
    arguments: &[OsString],
    language: Language,
) -> Failed {
    let get = |kind| told(error, kind, language).unwrap_or_default();
    let why = match error.kind() {
        ErrorKind::UnknownArgument => {
            cli::usage_unknown_option(language, &get(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidSubcommand => {
            cli::usage_unknown_command(language, &get(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if get(ContextKind::InvalidValue).is_empty() => {
            cli::usage_no_value(language, &get(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => cli::usage_bad_value(
            language,
            &get(ContextKind::InvalidValue),
            &get(ContextKind::InvalidArg),
        ),
        ErrorKind::MissingRequiredArgument => {
            cli::usage_missing(language, &get(ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            cli::usage_missing_command(language, &get(ContextKind::ValidSubcommand))
        }
        ErrorKind::ArgumentConflict | ErrorKind::TooManyValues => {
            cli::usage_conflict(language, &get(ContextKind::InvalidArg))
        }
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues | ErrorKind::NoEquals => {
            cli::usage_no_value(language, &get(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidUtf8 => cli::usage_not_text(language),
        _ => cli::usage_other(language),
    };
    let (command, path) = meant(commands, arguments);
    Failed::usage(why, Some(advice(error, command, &path, language)))
}

/// The word that was meant, where one is near: what clap found, else by our own measure, which
/// also knows letters that have changed places.
fn near(error: &clap::Error, command: &clap::Command, language: Language) -> Option<String> {
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let found = suggested
        .into_iter()
        .find_map(|kind| told(error, kind, language));
    found.or_else(|| {
        let typed = told(error, ContextKind::InvalidSubcommand, language)?;
        let below = command.get_subcommands();
        let shown = below.filter(|below| !below.is_hide_set());
        let names: Vec<&str> = shown.map(clap::Command::get_name).collect();
        nearest(&typed, names)
    })
}

/// The nearest right word, what is allowed, and where the help is.
fn advice(error: &clap::Error, command: &clap::Command, path: &str, language: Language) -> String {
    let mut lines = Vec::new();
    if let Some(nearest) = near(error, command, language) {
        lines.push(cli::nearest(language, &nearest));
    }
    if let Some(allowed) = told(error, ContextKind::ValidValue, language) {
        lines.push(cli::usage_allowed(language, &allowed));
    }
    let usage = told(error, ContextKind::Usage, language).unwrap_or_default();
    let usage = usage.trim_start_matches("Usage:").trim();
    if !usage.is_empty() {
        lines.push(help::usage(language) + usage);
    }
    lines.push(cli::see_help(language, path));
    lines.join("\n  ")
}
