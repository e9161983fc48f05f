//! Opening the screens: on the database, or on a fresh demonstration.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::session::Session;
use super::{Failed, Screens, files, tree};
use crate::demo::{self, DemoRound, Unloaded};
use crate::office::{Office, OfficeOptions};
use crate::text::{Language, cli, exchange, help};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("demo")
        .about(help::demo(language))
        .override_usage("pingxing demo [--keep FILE] [--scheme ID] [--full] [--theme WORD] …")
        .args(tree::looks(language))
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
        .arg(tree::flag("full", help::demo_full(language), language))
}

/// The screens on the database, which is made where there is none.
///
/// # Errors
/// There is no terminal; the database cannot be opened.
pub fn screens(session: &mut Session<'_>) -> Result<Screens, Failed> {
    terminal(session.language)?;
    Ok(Screens {
        office: session.office_or_new()?,
        settings: session.settings.clone(),
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
/// There is no terminal, or no such scheme; the file to keep it in is there already or cannot be
/// made.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<Screens, Failed> {
    let language = session.language;
    let wanted = matches
        .get_one::<String>("scheme")
        .map_or(demo::CITY, String::as_str);
    let round = round(language, wanted, matches.get_flag("full"))?;
    let kept = matches.get_one::<PathBuf>("keep");
    if let Some(path) = kept.filter(|path| path.exists()) {
        let name = path.display().to_string();
        let help = cli::kept_there_help(language, &name);
        return Err(Failed::said(cli::file_there(language, &name), help));
    }
    terminal(language)?;
    let (path, folder) = match kept {
        Some(path) => (path.clone(), None),
        None => {
            let folder = tempfile::Builder::new().prefix("pingxing-").tempdir();
            let folder = folder
                .map_err(|error| Failed::unwritable(language, &std::env::temp_dir(), &error))?;
            (folder.path().join("demo.db"), Some(folder))
        }
    };
    let office = Office::open(&path, OfficeOptions::default())?;
    let progress = session.progress(cli::making_demo(language));
    demo::load(&office, &round, &session.settings.actor.value)
        .map_err(|why| not_loaded(language, why))?;
    drop(progress);
    Ok(Screens {
        office,
        settings: session.settings.clone(),
        round: Some(round.name.to_owned()),
        folder,
    })
}

/// The demonstration of a shipped scheme.
fn round(language: Language, scheme: &str, full: bool) -> Result<DemoRound, Failed> {
    let there = demo::round(scheme, demo::SEED);
    if full && there.is_some() {
        return demo::full(scheme, demo::SEED)
            .ok_or_else(|| Failed::said(cli::no_full_size(language, scheme), None));
    }
    there.ok_or_else(|| {
        let why = cli::scheme_not_shipped(language, scheme);
        Failed::said(why, files::shipped_ids(language))
    })
}

/// Why the demonstration is not there.
fn not_loaded(language: Language, why: Unloaded) -> Failed {
    let sentence = match why {
        Unloaded::Office(failure) => return failure.into(),
        Unloaded::File(name, faults) => {
            let lines = exchange::faults(language, &faults).join("\n  ");
            format!(
                "{}\n  {lines}",
                cli::import_faults(language, name, faults.count)
            )
        }
        Unloaded::Unwritable(why) => exchange::unwritable(language, &why),
    };
    Failed::said(sentence, None)
}
