//! `round`: make, list, show.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::session::{self, Opened, Session};
use super::table::{Side, Table};
use super::{Failed, files, tree};
use crate::config;
use crate::desk;
use crate::exchange::{self, Names};
use crate::office::{Door, ListRow, RoundProgress};
use crate::round::{Command as Order, Kind, NewRound, Via};
use crate::scheme::Scheme;
use crate::text::{Language, cli, help, round_state, waiting};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    let new = Command::new("new")
        .about(help::round_new(language))
        .override_usage("pingxing round new NAME --scheme S --orgs FILE [--year Y]")
        .arg(tree::argument("NAME", help::round_name(language), language))
        .arg(tree::option("scheme", "S", help::scheme_or_file(language), language).required(true))
        .arg(
            tree::option("orgs", "FILE", help::orgs_file(language), language)
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            tree::option("year", "Y", help::year(language), language)
                .value_parser(value_parser!(i32).range(1900..=2999)),
        );
    let list = Command::new("list")
        .about(help::round_list(language))
        .override_usage("pingxing round list");
    let show = Command::new("show")
        .about(help::round_show(language))
        .override_usage("pingxing round show NAME")
        .arg(tree::argument("NAME", help::round_name(language), language));
    Command::new("round")
        .about(help::round(language))
        .override_usage("pingxing round new|list|show …")
        .subcommand_required(true)
        .subcommands([new, list, show])
}

/// Runs one of the three.
///
/// # Errors
/// Those of the command.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    match matches.subcommand() {
        Some(("new", matches)) => new(session, matches),
        Some(("show", matches)) => show(session, super::word(matches, "NAME")),
        _ => list(session),
    }
}

fn new(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let name = super::word(matches, "NAME");
    let text = files::scheme(session, super::word(matches, "scheme"))?;
    let path = super::path(matches, "orgs");
    let bytes = files::bytes(language, path)?;
    let names = Names::new(&text.scheme, []);
    let organisations = exchange::read(Kind::Orgs, &bytes, &names)
        .map_err(|faults| files::refused(language, path, &faults))?;
    if organisations.is_empty() {
        let why = cli::no_organisations(language, &path.display().to_string());
        return Err(Failed::unstored(why, None));
    }
    let year = matches
        .get_one::<i32>("year")
        .copied()
        .unwrap_or_else(config::this_year);
    let count = organisations.len();
    let order = Order::CreateRound(NewRound {
        year,
        scheme: text.text,
        organisations,
    });
    let office = session.office_or_new()?;
    let progress = session.progress(cli::storing(language));
    office.apply(session.operation(name, Via::Command, order))?;
    drop(progress);
    let database = session.path()?.display().to_string();
    session.say(&cli::round_made(language, name, count, &database))?;
    session::warn_of_cohorts(session, &office, name, &text.scheme)
}

/// How many organisations have what each party asks for.
fn progress(progress: &RoundProgress, language: Language) -> String {
    let parties = progress.parties.iter().map(|party| match party.due {
        0 => cli::round_progress(language, &party.title, party.scored, party.organisations),
        due => {
            let (scored, all) = (party.scored, party.organisations);
            cli::round_progress_due(language, &party.title, scored, all, party.submitted, due)
        }
    });
    parties.collect::<Vec<_>>().join("  ")
}

fn list(session: &mut Session<'_>) -> Result<(), Failed> {
    let language = session.language;
    let office = session.office()?;
    let mut table = Table::new(vec![
        (cli::head_round(language), Side::Left),
        (cli::head_year(language), Side::Right),
        (cli::head_scheme(language), Side::Left),
        (cli::head_state(language), Side::Left),
        (cli::head_organisations(language), Side::Right),
        (cli::head_progress(language), Side::Left),
    ]);
    for summary in session::rounds(&office)? {
        let far = session::progress(&office, &summary.round)?;
        table.row(vec![
            summary.round.clone(),
            summary.year.to_string(),
            summary.scheme_title.clone(),
            round_state(language, summary.state).to_owned(),
            far.organisations.to_string(),
            progress(&far, language),
        ]);
    }
    if table.is_empty() {
        return session.say(&cli::no_rounds(language));
    }
    Ok(table.write(session.out)?)
}

fn show(session: &mut Session<'_>, name: &str) -> Result<(), Failed> {
    let language = session.language;
    let Opened {
        office,
        head,
        scheme,
    } = session.round(name)?;
    let state = round_state(language, head.state);
    let far = session::progress(&office, &head.round)?;
    let lines = [
        cli::round_head(language, &head.round, head.year, state),
        cli::round_scheme(language, &scheme.title, &scheme.id, &scheme.version),
        cli::round_hash(language, &head.scheme_hash),
        cli::round_book(language, head.seq, &head.head),
        progress(&far, language),
    ];
    for line in lines {
        writeln!(session.out, "{}", super::table::clean(&line))?;
    }
    let rows = session::list(&office, &head.round)?;
    not_submitted(session, &scheme, &rows)
}

/// 未提交名单, as a list to be copied.
fn not_submitted(
    session: &mut Session<'_>,
    scheme: &Scheme,
    rows: &[ListRow],
) -> Result<(), Failed> {
    let language = session.language;
    let [party, rater, town, count, names] = waiting::headings(language);
    let mut table = Table::new(vec![
        (party, Side::Left),
        (rater, Side::Left),
        (town, Side::Left),
        (count, Side::Right),
        (names, Side::Left),
    ]);
    for group in desk::waiting(scheme, rows) {
        table.row(waiting::line(language, scheme, &group).into());
    }
    if table.is_empty() {
        return Ok(());
    }
    writeln!(session.out, "\n{}", waiting::pane(language))?;
    Ok(table.write(session.out)?)
}
