//! Opening the screens: on the database, or on a fresh demonstration.

use std::io::IsTerminal;

use clap::{ArgMatches, Command};

use super::session::Session;
use super::{Failed, Screens, tree};
use crate::text::{Language, cli, help};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("demo")
        .about(help::demo(language))
        .override_usage("pingxing demo [--keep FILE] [--scheme ID]")
        .arg(
            tree::option("keep", "FILE", help::keep(language), language)
                .value_parser(clap::value_parser!(std::path::PathBuf)),
        )
        .arg(tree::option(
            "scheme",
            "ID",
            help::demo_scheme(language),
            language,
        ))
}

/// The screens on the database, which is made where there is none.
///
/// # Errors
/// There is no terminal; the database cannot be opened.
pub fn screens(session: &mut Session<'_>) -> Result<Screens, Failed> {
    terminal(session.language)?;
    Ok(Screens {
        office: session.office_or_new()?,
        language: session.language,
        actor: session.actor.clone(),
        round: None,
        folder: None,
    })
}

/// Refuses to draw screens into a file or pipe.
fn terminal(language: Language) -> Result<(), Failed> {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        return Ok(());
    }
    Err(Failed::said(
        cli::no_terminal(language),
        cli::see_help(language, "pingxing"),
    ))
}

/// The screens on a fresh demonstration.
///
/// # Errors
/// There is no terminal; the file to keep it in is there already or cannot be made.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<Screens, Failed> {
    let _ = matches;
    screens(session)
}
