//! `explain`: why an organisation has its level.

use clap::{ArgMatches, Command};

use super::session::{self, Opened, Session};
use super::table::clean;
use super::{Failed, organisation, tree};
use crate::office::{Question, Reply};
use crate::scheme::PartyIndex;
use crate::scoring::Step;
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
    let list = session::list(&office, &head.round)?;
    let row = organisation::meant(&list, super::word(matches, "ORG"), language)?;
    if row.track.is_none() {
        writeln!(session.out, "{}", cli::show_not_rated(language))?;
        return Ok(());
    }
    let progress = session.progress(cli::calculating(language));
    let question = Question::Explain {
        round: head.round.clone(),
        organisation: row.organisation.clone(),
    };
    let explained = session::ask(&office, question, |reply| match reply {
        Reply::Explained(explained) => Ok(explained),
        other => Err(other),
    })?;
    drop(progress);
    let figures = &explained.row.figures;
    let title = cli::show_title(
        language,
        &explained.row.name,
        &explained.row.organisation,
        &scheme.track(figures.track).title,
    );
    writeln!(session.out, "{}", clean(&title))?;
    let mut sheet = None;
    for step in &explained.steps {
        // Where another sheet begins, it is named once.
        let of_step = sheet_of(step);
        if let Some((party, rater)) = of_step.filter(|_| of_step != sheet) {
            let heading = cli::explain_sheet(language, &scheme.party(party).title, rater);
            writeln!(session.out, "{}", clean(&heading))?;
        }
        sheet = of_step;
        let rule = format!("{:?}", step.rule());
        let indent = if of_step.is_some() { "  " } else { "" };
        let line = scoring::step(&scheme, language, step);
        writeln!(session.out, "{indent}{rule:<3}  {}", clean(&line))?;
    }
    if let Some(lacking) = scoring::lacking(&scheme, language, figures) {
        writeln!(session.out, "{}", clean(&lacking))?;
    }
    Ok(())
}

/// The sheet that a step is about.
fn sheet_of(step: &Step) -> Option<(PartyIndex, &str)> {
    match step {
        Step::Item { party, rater, .. }
        | Step::Zeroed { party, rater, .. }
        | Step::SheetCategory { party, rater, .. }
        | Step::SheetTotal { party, rater, .. }
        | Step::SheetLeftOut { party, rater, .. } => Some((*party, rater)),
        _ => None,
    }
}
