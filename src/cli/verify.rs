//! `verify`: integrity of the database and of its books.

use clap::{ArgMatches, Command};

use super::session::{self, Session};
use super::{Failed, tree};
use crate::office::{Question, Reply, Verified};
use crate::text::{Language, cli, help, refusal};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("verify")
        .about(help::verify(language))
        .override_usage("pingxing verify [--head CODE]")
        .arg(tree::option("head", "CODE", help::head(language), language))
}

/// Reads everything and says what it found.
///
/// # Errors
/// The database cannot be opened, or something is wrong with it.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let head = matches.get_one::<String>("head").cloned();
    let office = session.office()?;
    let progress = session.progress(cli::verifying(language));
    let question = Question::Verify { head: head.clone() };
    let verified = session::ask(&office, question, |reply| match reply {
        Reply::Verified(verified) => Ok(verified),
        other => Err(other),
    })?;
    drop(progress);
    let faults = write(session, &verified, head.as_deref())?;
    if faults == 0 {
        writeln!(session.out, "{}", cli::verify_sound(language))?;
        return Ok(());
    }
    Err(Failed::said(
        cli::verify_failed(language, faults),
        cli::verify_failed_help(language),
    ))
}

/// Prints books and faults; how many faults there are.
fn write(
    session: &mut Session<'_>,
    verified: &Verified,
    head: Option<&str>,
) -> Result<usize, Failed> {
    let language = session.language;
    let mut faults = verified.database.len();
    for book in &verified.books {
        let name = match &book.round {
            Some(round) => cli::verify_round_book(language, round),
            None => cli::verify_office_book(language),
        };
        let line = cli::verify_book(language, &name, book.operations, book.changes, &book.head);
        writeln!(session.out, "{line}")?;
        for fault in &book.faults {
            writeln!(session.out, "    {}", refusal::book_fault(language, fault))?;
        }
        faults += book.faults.len();
    }
    for what in &verified.database {
        writeln!(session.out, "{}", cli::verify_database(language, what))?;
    }
    match verified.head_found {
        Some(true) => writeln!(session.out, "{}", cli::verify_head_found(language))?,
        Some(false) => {
            let line = cli::verify_head_missing(language, head.unwrap_or_default());
            writeln!(session.out, "{line}")?;
            faults += 1;
        }
        None => {}
    }
    Ok(faults)
}
