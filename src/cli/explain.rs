//! `explain`: why an organisation has its level.

use clap::{ArgMatches, Command};

use super::session::{self, Opened, Session};
use super::table::clean;
use super::{Failed, organisation, pieces, show, tree};
use crate::config::local;
use crate::scoring::{Distance, distance};
use crate::text::breakdown::steps;
use crate::text::{Language, cli, help, scoring};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("explain")
        .about(help::explain(language))
        .override_usage("pingxing explain ORG --round NAME")
        .arg(tree::argument(
            "ORG",
            help::organisation(language),
            language,
        ))
        .arg(tree::round_option(language))
}

/// Prints every step with the rule that made it.
///
/// # Errors
/// There is no such round or organisation; the office cannot answer.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let Opened {
        office,
        head,
        scheme,
    } = session.round(super::word(matches, "round"))?;
    let members = organisation::members(&office, &head.round)?;
    let member = organisation::meant(&members, super::word(matches, "ORG"), language)?;
    if member.record.track.is_none() {
        writeln!(session.out, "{}", cli::show_not_rated(language))?;
        return Ok(());
    }
    let progress = session.progress(cli::calculating(language));
    let explained = session::explained(&office, &head.round, &member.code)?;
    drop(progress);
    let figures = &explained.row.figures;
    let title = show::title(&scheme, figures.track, member, language);
    writeln!(session.out, "{title}")?;
    let steps = steps(
        &scheme,
        &explained.steps,
        &explained.vetoes,
        local,
        language,
    );
    pieces::write(&steps, session.out)?;
    let held = |distance: Distance| matches!(distance, Distance::Held { .. });
    // What holds it back has been told with its source.
    if distance(&scheme, figures).is_some_and(held) {
        return Ok(());
    }
    if let Some(lacking) = scoring::lacking(&scheme, language, figures) {
        writeln!(session.out, "\n{}", clean(&lacking))?;
    }
    Ok(())
}
