//! What clap says about wrong usage, in our words.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Failed;
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

/// Wrong usage, with the nearest right one.
#[must_use]
pub fn usage(error: &clap::Error, language: Language) -> Failed {
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
    Failed::usage(why, Some(advice(error, language)))
}

/// The nearest right word, what is allowed, and where the help is.
fn advice(error: &clap::Error, language: Language) -> String {
    let mut lines = Vec::new();
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    if let Some(nearest) = suggested
        .into_iter()
        .find_map(|kind| told(error, kind, language))
    {
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
    // The command is what stands before the first placeholder.
    let is_name = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let command: Vec<&str> = usage.split(' ').take_while(is_name).collect();
    let command = if usage.is_empty() {
        "pingxing".to_owned()
    } else {
        command.join(" ")
    };
    lines.push(cli::see_help(language, &command));
    lines.join("\n  ")
}
