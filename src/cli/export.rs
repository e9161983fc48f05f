//! `export`: a kind of data, or the results, as CSV or XLSX.

use clap::{ArgMatches, Command};

use super::import::{kind_argument, kind_of};
use super::session::{self, Opened, Session};
use super::{Failed, files, sheet, tree};
use crate::exchange::{self, Format, Unwritable, Wording};
use crate::office::{Question, Reply, ResultRow};
use crate::round::{Cell, Kind};
use crate::text::{Language, cli, exchange as told, help};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("export")
        .about(help::export(language))
        .override_usage("pingxing export KIND --round NAME -o FILE")
        .arg(kind_argument(
            help::export_kind(language),
            &["results"],
            language,
        ))
        .arg(tree::round_option(language))
        .arg(
            tree::option("output", "FILE", help::output_file(language), language)
                .short('o')
                .required(true)
                .value_parser(clap::value_parser!(std::path::PathBuf)),
        )
}

/// Writes a new file.
///
/// # Errors
/// There is no such round; the file is there already, has another ending or cannot be written.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let path = super::path(matches, "output");
    let name = path.display().to_string();
    let Some(format) = Format::of(path) else {
        let help = cli::output_endings(language);
        return Err(Failed::usage(cli::file_ending(language, &name), help));
    };
    let opened = session.round(super::word(matches, "round"))?;
    let progress = session.progress(cli::calculating(language));
    let kind = kind_of(super::word(matches, "KIND"));
    let bytes = match kind {
        Some(kind) => data(&opened, kind, format, language)?,
        None => results(&opened, format, language)?,
    };
    drop(progress);
    let bytes = bytes.map_err(|why| {
        let why = told::unwritable(language, &why);
        Failed::said(cli::file_unwritable(language, &name, &why), None)
    })?;
    files::write_new(language, path, &bytes)?;
    let left_out = session.say_kept_back(&opened.office, &opened.head.round, None)?;
    if left_out && holds_marks(kind) {
        // A file that lacks rows is not what was asked for, though what it has is right.
        let why = cli::exported_in_part(language, &name);
        return Err(Failed::said(
            why,
            Some(cli::exported_in_part_help(language)),
        ));
    }
    session.say(&cli::exported(language, &name))
}

/// Whether a file says what others gave, or what came of it; none: the results.
const fn holds_marks(kind: Option<Kind>) -> bool {
    matches!(kind, None | Some(Kind::Scores | Kind::Ballots | Kind::Ties))
}

/// The bytes of a data file, or why there can be none.
fn data(
    opened: &Opened,
    kind: Kind,
    format: Format,
    language: Language,
) -> Result<Result<Vec<u8>, Unwritable>, Failed> {
    let names = files::names(&opened.office, &opened.head.round, &opened.scheme)?;
    let question = Question::Cells {
        round: opened.head.round.clone(),
        what: kind.cells().to_vec(),
    };
    let cells: Vec<Cell> = session::ask(&opened.office, question, |reply| match reply {
        Reply::Cells(cells) => Ok(cells),
        other => Err(other),
    })?;
    let wording = match language {
        Language::Chinese => Wording::Chinese,
        Language::English => Wording::English,
    };
    Ok(exchange::write(kind, &cells, &names, format, wording))
}

/// The bytes of a file of results.
fn results(
    opened: &Opened,
    format: Format,
    language: Language,
) -> Result<Result<Vec<u8>, Unwritable>, Failed> {
    let results = session::results(&opened.office, &opened.head.round)?;
    let rows: Vec<&ResultRow> = results.rows.iter().collect();
    let sheet = sheet::results(&opened.scheme, &rows, language);
    Ok(exchange::write_table(
        &sheet.headings,
        &sheet.rows,
        &sheet.numbers,
        format,
    ))
}
