//! `completions`: a script with which a shell completes commands and options.

use clap::{ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::session::Session;
use super::{Failed, tree};
use crate::text::{Language, help};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("completions")
        .about(help::completions(language))
        .override_usage("pingxing completions bash|elvish|fish|powershell|zsh")
        .arg(
            tree::argument("SHELL", help::shell(language), language)
                .value_parser(value_parser!(Shell))
                .hide_possible_values(true),
        )
}

/// Writes the script.
///
/// # Errors
/// Nobody takes it.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let mut tree = tree::tree(session.language);
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>("SHELL") {
        clap_complete::generate(*shell, &mut tree, "pingxing", &mut script);
    }
    Ok(session.out.write_all(&script)?)
}
