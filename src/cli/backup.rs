//! `backup`: a consistent copy while others work.

use std::io;

use clap::{ArgMatches, Command};

use super::session::{self, Session};
use super::{Failed, tree};
use crate::office::{Question, Reply};
use crate::text::{Language, cli, help};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("backup")
        .about(help::backup(language))
        .override_usage("pingxing backup FILE")
        .arg(tree::file("FILE", help::backup_file(language), language))
}

/// Copies the database.
///
/// # Errors
/// The file is there already or cannot be written; the database cannot be opened.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let path = super::path(matches, "FILE");
    let office = session.office()?;
    if path.exists() {
        let there = io::Error::from(io::ErrorKind::AlreadyExists);
        return Err(Failed::unwritable(language, path, &there));
    }
    // SQLite takes names in UTF-8 alone; a copy under another name than the one given is none.
    let Some(to) = path.to_str().map(str::to_owned) else {
        let unfit = io::Error::from(io::ErrorKind::InvalidFilename);
        return Err(Failed::unwritable(language, path, &unfit));
    };
    let progress = session.progress(cli::storing(language));
    session::ask(
        &office,
        Question::Backup { to: to.clone() },
        |reply| match reply {
            Reply::Done => Ok(()),
            other => Err(other),
        },
    )?;
    drop(progress);
    session.say(&cli::backed_up(language, &to))
}
