//! The tree of commands. clap speaks English only, so headings, usage lines and values come from
//! our own texts.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use super::{
    backup, check, completions, demo, doctor, explain, export, import, log, man, results, round,
    scheme, settings, show, verify,
};
use crate::config;
use crate::text::{Language, help};

/// The whole tree.
#[must_use]
pub fn tree(language: Language) -> Command {
    let root = Command::new("pingxing")
        .version(env!("CARGO_PKG_VERSION"))
        .about(help::program(language))
        .override_usage("pingxing [--db FILE] [--lang zh|en] [--as NAME] [COMMAND]")
        .after_help(help::ending(language))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(globals(language))
        .args(looks(language))
        .arg(
            flag("plain", help::plain(language), language)
                .help_heading(help::global_options(language)),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(help::version(language))
                .help_heading(help::global_options(language)),
        )
        .subcommands([
            demo::command(language),
            scheme::command(language),
            round::command(language),
            import::command(language),
            export::command(language),
            results::command(language),
            show::command(language),
            explain::command(language),
            check::command(language),
            log::command(language),
            verify::command(language),
            backup::command(language),
            settings::command(language),
            doctor::command(language),
            completions::command(language),
            man::command(language),
        ]);
    dress(root, language)
}

fn globals(language: Language) -> [Arg; 4] {
    let global = |arg: Arg| {
        arg.global(true)
            .help_heading(help::global_options(language))
    };
    [
        global(
            Arg::new("db")
                .long("db")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(help::database(language)),
        ),
        global(
            Arg::new("lang")
                .long("lang")
                .value_name("zh|en")
                .value_parser(["zh", "en"])
                .hide_possible_values(true)
                .help(help::language(language)),
        ),
        global(
            Arg::new("as")
                .long("as")
                .value_name("NAME")
                .value_parser(clap::builder::NonEmptyStringValueParser::new())
                .help(help::actor(language)),
        ),
        global(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(help::help(language)),
        ),
    ]
}

/// How the screens look, for the commands that open them. The words are those of the screens.
pub(super) fn looks(language: Language) -> [Arg; 3] {
    let chosen = |name, about, words: Vec<&'static str>| {
        option(name, "WORD", about, language)
            .value_parser(words)
            .hide_possible_values(true)
    };
    [
        chosen("theme", help::theme(language), config::THEMES.to_vec()),
        chosen("glyphs", help::glyphs(language), config::GLYPHS.to_vec()),
        flag("mouse", help::mouse(language), language),
    ]
}

/// Gives a command and all below it our headings.
fn dress(command: Command, language: Language) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}\n",
        help::usage(language)
    );
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(help::commands(language))
        .subcommand_value_name("COMMAND");
    let names: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    for name in names {
        command = command.mut_subcommand(name, |below| dress(below, language));
    }
    command
}

/// An option with a value.
pub(super) fn option(name: &'static str, value: &'static str, about: String, l: Language) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(about)
        .help_heading(help::options(l))
}

/// An option that is there or not.
pub(super) fn flag(name: &'static str, about: String, language: Language) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(about)
        .help_heading(help::options(language))
}

/// A required argument.
pub(super) fn argument(name: &'static str, about: String, language: Language) -> Arg {
    Arg::new(name)
        .value_name(name)
        .required(true)
        .help(about)
        .help_heading(help::arguments(language))
}

/// A required argument that is a file.
pub(super) fn file(name: &'static str, about: String, language: Language) -> Arg {
    argument(name, about, language).value_parser(value_parser!(PathBuf))
}

/// `--round NAME`, required.
pub(super) fn round_option(language: Language) -> Arg {
    option("round", "NAME", help::round_name(language), language).required(true)
}

/// `--format`, the first of the formats being the default.
pub(super) fn format_option<const N: usize>(
    formats: [&'static str; N],
    about: String,
    language: Language,
) -> Arg {
    let first = formats.first().copied().unwrap_or_default();
    option("format", "FORMAT", about, language)
        .value_parser(formats)
        .default_value(first)
        .hide_default_value(true)
        .hide_possible_values(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_sound_in_both_languages() {
        tree(Language::Chinese).debug_assert();
        tree(Language::English).debug_assert();
    }

    fn every_help(command: &mut Command, texts: &mut Vec<String>) {
        texts.push(command.render_help().to_string());
        for below in command.get_subcommands_mut() {
            every_help(below, texts);
        }
    }

    #[test]
    fn chinese_help_has_no_english_headings() {
        let mut texts = Vec::new();
        let mut tree = tree(Language::Chinese);
        tree.build();
        every_help(&mut tree, &mut texts);
        assert!(texts.len() > 12);
        for text in texts {
            for english in [
                "Usage",
                "Options",
                "Commands",
                "Arguments",
                "possible",
                "default:",
            ] {
                assert!(!text.contains(english), "{english} in {text}");
            }
        }
    }
}
