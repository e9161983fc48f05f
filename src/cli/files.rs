//! Files that people name: schemes and data, read whole; new ones, never in place of old ones.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use super::{Failed, Session, organisation};
use crate::diagnose::Source;
use crate::exchange::{Names, RowFaults};
use crate::office::Door;
use crate::scheme::{self, Scheme, shipped, shipped_by_id};
use crate::text::{Language, cli, diagnose, exchange as told};

/// A scheme with its text.
pub struct SchemeText {
    pub scheme: Scheme,
    pub text: String,
}

/// The bytes of a file.
///
/// # Errors
/// It cannot be read.
pub fn bytes(language: Language, path: &Path) -> Result<Vec<u8>, Failed> {
    std::fs::read(path).map_err(|error| Failed::unreadable(language, path, &error))
}

/// The text of a scheme that is named by its id or its file, and how messages call it.
///
/// # Errors
/// There is neither.
pub fn scheme_text(language: Language, wanted: &str) -> Result<(String, String), Failed> {
    if let Some(found) = shipped_by_id(wanted) {
        return Ok((found.text.to_owned(), format!("{wanted}.toml")));
    }
    let path = Path::new(wanted);
    if !path.exists() {
        let why = cli::scheme_unknown(language, wanted);
        return Err(Failed::said(why, shipped_ids(language)));
    }
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failed::unreadable(language, path, &error))?;
    Ok((text, wanted.to_owned()))
}

/// The ids of the shipped schemes, as advice.
#[must_use]
pub fn shipped_ids(language: Language) -> String {
    let ids: Vec<&str> = shipped().iter().map(|scheme| scheme.id).collect();
    cli::scheme_unknown_help(language, &diagnose::listed(language, &ids))
}

/// A checked scheme; its faults go to the messages.
///
/// # Errors
/// There is none of this name, or it has faults.
pub fn scheme(session: &mut Session<'_>, wanted: &str) -> Result<SchemeText, Failed> {
    let language = session.language;
    let (text, name) = scheme_text(language, wanted)?;
    match scheme::parse(&text) {
        Ok(checked) => Ok(SchemeText {
            scheme: checked.scheme,
            text,
        }),
        Err(faults) => {
            let source = Source {
                name: &name,
                text: &text,
            };
            session.say(&diagnose::report(
                &source,
                &faults,
                language,
                session.colour,
            ))?;
            let why = cli::scheme_faulty(language, &name, faults.len());
            Err(Failed::unstored(why, cli::scheme_faulty_help(language)))
        }
    }
}

/// A data file that is refused, row by row.
#[must_use]
pub fn refused(language: Language, path: &Path, faults: &RowFaults) -> Failed {
    let name = path.display().to_string();
    let mut why = cli::import_faults(language, &name, faults.count);
    for line in told::faults(language, faults) {
        why.push_str("\n  ");
        why.push_str(&super::table::clean(&line));
    }
    Failed::unstored(why, cli::import_faults_help(language))
}

/// All that a data file of a round can name.
///
/// # Errors
/// The office cannot answer.
pub fn names<'s>(office: &dyn Door, round: &str, scheme: &'s Scheme) -> Result<Names<'s>, Failed> {
    let members = organisation::members(office, round)?.into_iter();
    let organisations = members.map(|member| (member.code, member.record));
    Ok(Names::new(scheme, organisations))
}

/// Writes a new file.
///
/// # Errors
/// One is there already, or it cannot be written.
pub fn write_new(language: Language, path: &Path, bytes: &[u8]) -> Result<(), Failed> {
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| Failed::unwritable(language, path, &error))
}
