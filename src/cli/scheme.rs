//! `scheme`: list, show, check, start a new one.

use clap::{ArgMatches, Command};

use super::session::Session;
use super::table::{Side, Table, clean};
use super::{Failed, files, tree};
use crate::diagnose::Source;
use crate::scheme::{self, shipped};
use crate::text::{Language, cli, diagnose, help, scheme as told};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    let list = Command::new("list")
        .about(help::scheme_list(language))
        .override_usage("pingxing scheme list");
    let show = Command::new("show")
        .about(help::scheme_show(language))
        .override_usage("pingxing scheme show S")
        .arg(tree::argument(
            "S",
            help::scheme_or_file(language),
            language,
        ));
    let check = Command::new("check")
        .about(help::scheme_check(language))
        .override_usage("pingxing scheme check FILE")
        .arg(tree::argument(
            "FILE",
            help::scheme_file(language),
            language,
        ));
    let new = Command::new("new")
        .about(help::scheme_new(language))
        .override_usage("pingxing scheme new FILE --from S")
        .arg(tree::file("FILE", help::new_file(language), language))
        .arg(tree::option("from", "S", help::scheme_or_file(language), language).required(true));
    Command::new("scheme")
        .about(help::scheme(language))
        .override_usage("pingxing scheme list|show|check|new …")
        .subcommand_required(true)
        .subcommands([list, show, check, new])
}

/// Runs one of the four.
///
/// # Errors
/// Those of the command.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    match matches.subcommand() {
        Some(("show", matches)) => show(session, super::word(matches, "S")),
        Some(("check", matches)) => check(session, super::word(matches, "FILE")),
        Some(("new", matches)) => new(session, matches),
        _ => list(session),
    }
}

fn list(session: &mut Session<'_>) -> Result<(), Failed> {
    let language = session.language;
    let mut table = Table::new(vec![
        (cli::head_id(language), Side::Left),
        (cli::head_version(language), Side::Left),
        (cli::head_title(language), Side::Left),
    ]);
    for shipped in shipped() {
        if let Ok(checked) = scheme::parse(shipped.text) {
            let scheme = checked.scheme;
            table.row(vec![scheme.id, scheme.version, scheme.title]);
        }
    }
    Ok(table.write(session.out)?)
}

fn show(session: &mut Session<'_>, wanted: &str) -> Result<(), Failed> {
    let found = files::scheme(session, wanted)?;
    for line in told::describe(&found.scheme, session.language) {
        writeln!(session.out, "{}", clean(&line))?;
    }
    Ok(())
}

fn check(session: &mut Session<'_>, wanted: &str) -> Result<(), Failed> {
    let language = session.language;
    let (text, name) = files::scheme_text(language, wanted)?;
    let source = Source {
        name: &name,
        text: &text,
    };
    match scheme::parse(&text) {
        Ok(checked) => {
            let warnings = checked.warnings;
            if !warnings.is_empty() {
                let report = diagnose::report(&source, &warnings, language, session.colour_out);
                write!(session.out, "{report}")?;
            }
            writeln!(
                session.out,
                "{}",
                cli::scheme_sound(language, &name, warnings.len())
            )?;
            Ok(())
        }
        Err(faults) => {
            let report = diagnose::report(&source, &faults, language, session.colour_out);
            write!(session.out, "{report}")?;
            let why = cli::scheme_faulty(language, &name, faults.len());
            Err(Failed::said(why, cli::scheme_faulty_help(language)))
        }
    }
}

fn new(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let path = super::path(matches, "FILE");
    let from = super::word(matches, "from");
    let (text, _) = files::scheme_text(language, from)?;
    files::write_new(language, path, text.as_bytes())?;
    session.say(&cli::scheme_written(
        language,
        &path.display().to_string(),
        from,
    ))
}
