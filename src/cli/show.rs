//! `show`: one organisation's breakdown, section by section as on the screen.

use clap::{ArgMatches, Command};

use super::organisation::{self, Member};
use super::session::{self, Opened, Session};
use super::table::clean;
use super::{Failed, json, pieces, tree};
use crate::config::local;
use crate::desk::Breakdown;
use crate::office::{Door, JournalFilter, JournalLine, Question, Reply};
use crate::scheme::{Scheme, TrackIndex};
use crate::text::breakdown::{self, Page, Section, section};
use crate::text::{Language, cli, help};

/// Rows of the radar.
const RADAR: usize = 21;
/// So many operations of the journal are printed; `log` prints them all.
const JOURNAL: u32 = 20;

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("show")
        .about(help::show(language))
        .override_usage("pingxing show ORG --round NAME [--format text|json]")
        .arg(tree::argument(
            "ORG",
            help::organisation(language),
            language,
        ))
        .arg(tree::round_option(language))
        .arg(tree::format_option(
            ["text", "json"],
            help::show_format(language),
            language,
        ))
}

/// Prints the breakdown.
///
/// # Errors
/// There is no such round or organisation; the office cannot answer.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let opened = session.round(super::word(matches, "round"))?;
    let Opened {
        office,
        head,
        scheme,
    } = &opened;
    let members = organisation::members(office, &head.round)?;
    let member = organisation::meant(&members, super::word(matches, "ORG"), language)?;
    if super::word(matches, "format") == "json" {
        return document(session, &opened, &member.code);
    }
    let plain_title = clean(&cli::show_title(
        language,
        &member.record.name,
        &member.code,
    ));
    if member.record.track.is_none() {
        writeln!(session.out, "{plain_title}")?;
        writeln!(session.out, "{}", cli::show_not_rated(language))?;
        return Ok(());
    }
    let progress = session.progress(cli::calculating(language));
    let file = session::organisation(office, &head.round, &member.code)?;
    if file.row.hidden {
        drop(progress);
        writeln!(session.out, "{plain_title}")?;
        session.say_kept_back(office, &head.round, Some(&member.code))?;
        return Ok(());
    }
    let explained = session::explained(office, &head.round, &member.code)?;
    drop(progress);
    let facts = Breakdown::of_file(scheme, head.year, &file, &explained);
    let earlier = session::earlier(office, &head.round, &member.code)?;
    let journal = journal(office, &head.round, &member.code)?;
    let page = Page {
        scheme,
        organisation: &member.code,
        facts: &facts,
        steps: &explained.steps,
        earlier: Some(&earlier),
        year: head.year,
        journal: &journal,
        local,
        language,
        rows: RADAR,
    };
    let title = title(scheme, facts.figures.track, member, language);
    writeln!(session.out, "{title}")?;
    sections(session, &page, &head.round)
}

/// The same document as `results` prints, of one organisation.
fn document(session: &mut Session<'_>, opened: &Opened, organisation: &str) -> Result<(), Failed> {
    let Opened {
        office,
        head,
        scheme,
    } = opened;
    let progress = session.progress(cli::calculating(session.language));
    let results = session::results(office, &head.round)?;
    drop(progress);
    let mut rows = results.rows.iter();
    let found = rows.find(|result| result.organisation == organisation);
    let document = json::document(head, scheme, &results, found);
    serde_json::to_writer_pretty(&mut *session.out, &document)?;
    writeln!(session.out)?;
    session.say_kept_back(office, &head.round, Some(organisation))?;
    Ok(())
}

/// Every section but the steps, which `explain` prints.
fn sections(session: &mut Session<'_>, page: &Page<'_>, round: &str) -> Result<(), Failed> {
    let language = page.language;
    for part in Section::ALL {
        if part != Section::Steps {
            let heading = format!("[{}] {}", part.number(), part.title(language));
            writeln!(session.out, "\n{heading}")?;
            pieces::write(&section(page, part), session.out)?;
        }
    }
    let command = format!("pingxing explain {} --round {round}", page.organisation);
    let told = clean(&breakdown::see_explain(language, &command));
    writeln!(session.out, "\n{told}")?;
    Ok(())
}

/// Name and code, and the track unless the scheme knows none.
pub(super) fn title(
    scheme: &Scheme,
    track: TrackIndex,
    member: &Member,
    language: Language,
) -> String {
    let (name, code) = (&member.record.name, &member.code);
    let track = scheme.track(track);
    clean(&match track.is_unnamed() {
        true => cli::show_title(language, name, code),
        false => cli::show_title_of_track(language, name, code, &track.title),
    })
}

/// The newest operations on an organisation.
fn journal(office: &dyn Door, round: &str, organisation: &str) -> Result<Vec<JournalLine>, Failed> {
    let filter = JournalFilter {
        round: Some(round.to_owned()),
        organisation: Some(organisation.to_owned()),
        limit: Some(JOURNAL),
        ..JournalFilter::default()
    };
    session::ask(office, Question::Journal(filter), |reply| match reply {
        Reply::Lines(lines) => Ok(lines),
        other => Err(other),
    })
}
