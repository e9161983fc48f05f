//! Opening the screens: on the database, or on a fresh demonstration.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::session::Session;
use super::{Failed, Screens, tree};
use crate::demo;
use crate::office::{Office, OfficeOptions};
use crate::scheme::shipped;
use crate::text::{Language, cli, diagnose, help};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("demo")
        .about(help::demo(language))
        .override_usage("pingxing demo [--keep FILE] [--scheme ID]")
        .arg(
            tree::option("keep", "FILE", help::keep(language), language)
                .value_parser(clap::value_parser!(PathBuf)),
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
/// There is no terminal; no such scheme is shipped; the file to keep it in is there already or
/// cannot be made.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<Screens, Failed> {
    let language = session.language;
    terminal(language)?;
    let wanted = matches
        .get_one::<String>("scheme")
        .map_or(demo::CITY, String::as_str);
    let round = demo::round(wanted, demo::SEED).ok_or_else(|| unknown(language, wanted))?;
    let (path, folder) = match matches.get_one::<PathBuf>("keep") {
        Some(path) => (path.clone(), None),
        None => {
            let folder = tempfile::tempdir()?;
            (folder.path().join("demo.db"), Some(folder))
        }
    };
    if path.exists() {
        let there = io::Error::from(io::ErrorKind::AlreadyExists);
        return Err(Failed::unwritable(language, &path, &there));
    }
    let office = Office::open(&path, OfficeOptions::default())?;
    let progress = session.progress(cli::storing(language));
    demo::load(&office, &round, &session.actor)?;
    drop(progress);
    Ok(Screens {
        office,
        language,
        actor: session.actor.clone(),
        round: Some(round.name.to_owned()),
        folder,
    })
}

/// No shipped scheme has this id.
fn unknown(language: Language, wanted: &str) -> Failed {
    let ids: Vec<&str> = shipped().iter().map(|scheme| scheme.id).collect();
    let help = cli::scheme_unknown_help(language, &diagnose::listed(language, &ids));
    Failed::said(cli::scheme_unknown(language, wanted), help)
}
