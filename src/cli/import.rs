//! `import`: a data file, whole or not at all.

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::session::{self, Opened, Session};
use super::{Failed, files, log, organisation, tree};
use crate::exchange;
use crate::office::{Door, Preview, Question, Reply};
use crate::round::{Command as Order, Kind, Via};
use crate::text::{Language, cli, help};

/// The kinds, as the command line names them.
pub(super) const KINDS: [(&str, Kind); 10] = [
    ("orgs", Kind::Orgs),
    ("scores", Kind::Scores),
    ("raters", Kind::Raters),
    ("ballots", Kind::Ballots),
    ("vetoes", Kind::Vetoes),
    ("adjustments", Kind::Adjustments),
    ("ledger", Kind::Ledger),
    ("places", Kind::Places),
    ("ties", Kind::Ties),
    ("levels", Kind::Levels),
];

/// The kind of a name; none for `results`.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    KINDS
        .iter()
        .find(|(word, _)| *word == name)
        .map(|(_, kind)| *kind)
}

/// The argument that names a kind.
pub(super) fn kind_argument(about: String, more: &[&'static str], language: Language) -> Arg {
    let words: Vec<&'static str> = KINDS
        .iter()
        .map(|(word, _)| *word)
        .chain(more.iter().copied())
        .collect();
    tree::argument("KIND", about, language)
        .display_order(0)
        .value_parser(words)
        .hide_possible_values(true)
}

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("import")
        .about(help::import(language))
        .override_usage("pingxing import KIND FILE --round NAME [--dry-run] [--reopen REASON]")
        .arg(kind_argument(help::import_kind(language), &[], language))
        .arg(tree::file("FILE", help::import_file(language), language).display_order(1))
        .arg(tree::round_option(language))
        .arg(tree::flag("dry-run", help::dry_run(language), language))
        .arg(
            tree::option("reopen", "REASON", help::reopen(language), language)
                .value_parser(clap::builder::NonEmptyStringValueParser::new()),
        )
}

/// Reads, checks and stores a file.
///
/// # Errors
/// The file cannot be read or has faults; the round refuses it; the office cannot store it.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let path = super::path(matches, "FILE");
    let name = path.display().to_string();
    let kind = kind_of(super::word(matches, "KIND")).unwrap_or(Kind::Scores);
    let bytes = files::bytes(language, path)?;
    let Opened {
        office,
        head,
        scheme,
    } = session.round(super::word(matches, "round"))?;
    // Everything that can be is settled before the database's lock is taken.
    let progress = session.progress(cli::reading(language, &name));
    let names = files::names(&office, &head.round, &scheme)?;
    let writes = exchange::read(kind, &bytes, &names)
        .map_err(|faults| files::refused(language, path, &faults))?;
    drop(progress);
    let reason = matches.get_one::<String>("reopen").cloned();
    let order = Order::Import {
        kind,
        file: path
            .file_name()
            .map_or_else(|| name.clone(), |file| file.display().to_string()),
        writes,
        reopen: reason.is_some(),
    };
    let mut operation = session.operation(&head.round, Via::Import, order);
    operation.reason = reason;
    let progress = session.progress(cli::storing(language));
    if matches.get_flag("dry-run") {
        let question = Question::Preview { operation };
        let preview = session::ask(&office, question, |reply| match reply {
            Reply::Preview(preview) => Ok(preview),
            other => Err(other),
        })?;
        drop(progress);
        let members = organisation::members(&office, &head.round)?;
        return told(session, path, &preview, &log::Names::new(scheme, members));
    }
    let applied = office.apply(operation)?;
    drop(progress);
    let text = match applied.seq {
        0 => cli::imported_nothing(language, &name),
        seq => cli::imported(language, &name, applied.changes.len(), seq),
    };
    session.say(&text)?;
    match kind {
        Kind::Orgs => session::warn_of_cohorts(session, &office, &head.round, &scheme),
        _ => Ok(()),
    }
}

fn told(
    session: &mut Session<'_>,
    path: &Path,
    preview: &Preview,
    names: &log::Names,
) -> Result<(), Failed> {
    let (language, name) = (session.language, path.display().to_string());
    let Preview {
        added,
        changed,
        removed,
        unchanged,
        ..
    } = *preview;
    let text = cli::preview(language, &name, added, changed, removed, unchanged);
    writeln!(session.out, "{text}")?;
    for change in &preview.sample {
        writeln!(
            session.out,
            "{}",
            log::change(change, Some(names), language)
        )?;
    }
    Ok(())
}
