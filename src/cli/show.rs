//! `show`: one organisation's breakdown, section by section as on the screen.

use clap::{ArgMatches, Command};

use super::session::{self, Opened, Session};
use super::table::clean;
use super::{Failed, json, organisation, pieces, tree};
use crate::config::local;
use crate::desk::Breakdown;
use crate::office::{JournalFilter, ListRow, Question, Reply};
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
    let Opened {
        office,
        head,
        scheme,
    } = session.round(super::word(matches, "round"))?;
    let list = session::list(&office, &head.round)?;
    let row = organisation::meant(&list, super::word(matches, "ORG"), language)?;
    let progress = session.progress(cli::calculating(language));
    if super::word(matches, "format") == "json" {
        // The same document as `results` prints, of one.
        let results = session::results(&office, &head.round)?;
        drop(progress);
        let mut rows = results.rows.iter();
        let found = rows.find(|result| result.organisation == row.organisation);
        let document = json::document(&head, &scheme, &results, found);
        serde_json::to_writer_pretty(&mut *session.out, &document)?;
        writeln!(session.out)?;
        return session.say_kept_back(&office, &head.round, Some(&row.organisation));
    }
    if row.track.is_none() {
        drop(progress);
        let title = cli::show_title(language, &row.name, &row.organisation);
        writeln!(session.out, "{}", clean(&title))?;
        writeln!(session.out, "{}", cli::show_not_rated(language))?;
        return Ok(());
    }
    let file = session::organisation(&office, &head.round, &row.organisation)?;
    if file.row.hidden {
        drop(progress);
        let title = cli::show_title(language, &row.name, &row.organisation);
        writeln!(session.out, "{}", clean(&title))?;
        return session.say_kept_back(&office, &head.round, Some(&row.organisation));
    }
    let explained = session::explained(&office, &head.round, &row.organisation)?;
    drop(progress);
    let facts = Breakdown::of_file(&scheme, head.year, &file, &explained);
    let earlier = session::earlier(&office, &head.round, &row.organisation)?;
    let journal = session::ask(
        &office,
        Question::Journal(journal_of(&head.round, &row.organisation)),
        |reply| match reply {
            Reply::Lines(lines) => Ok(lines),
            other => Err(other),
        },
    )?;
    let page = Page {
        scheme: &scheme,
        organisation: &row.organisation,
        facts: &facts,
        steps: &explained.steps,
        earlier: Some(&earlier),
        year: head.year,
        journal: &journal,
        local,
        language,
        rows: RADAR,
    };
    let title = title(&scheme, facts.figures.track, row, language);
    writeln!(session.out, "{title}")?;
    for part in Section::ALL {
        // Every step is what `explain` prints.
        if part != Section::Steps {
            let heading = format!("[{}] {}", part.number(), part.title(language));
            writeln!(session.out, "\n{heading}")?;
            pieces::write(&section(&page, part), session.out)?;
        }
    }
    let command = format!(
        "pingxing explain {} --round {}",
        row.organisation, head.round
    );
    writeln!(
        session.out,
        "\n{}",
        clean(&breakdown::see_explain(language, &command))
    )?;
    Ok(())
}

/// Name and code, and the track unless the scheme knows none.
pub(super) fn title(
    scheme: &Scheme,
    track: TrackIndex,
    row: &ListRow,
    language: Language,
) -> String {
    let (name, code) = (&row.name, &row.organisation);
    let track = scheme.track(track);
    clean(&match track.title == track.id {
        true => cli::show_title(language, name, code),
        false => cli::show_title_of_track(language, name, code, &track.title),
    })
}

/// The newest operations on an organisation.
fn journal_of(round: &str, organisation: &str) -> JournalFilter {
    JournalFilter {
        round: Some(round.to_owned()),
        organisation: Some(organisation.to_owned()),
        limit: Some(JOURNAL),
        ..JournalFilter::default()
    }
}
