//! `results`: ranking and levels.

use clap::{ArgMatches, Command};

use super::session::{self, Opened, Session};
use super::table::{Side, Table};
use super::{Failed, board, json, sheet, tree};
use crate::number::Figure;
use crate::office::{ResultRow, RoundResults};
use crate::scheme::{GradingRule, Scheme, Track, TrackIndex};
use crate::scoring::VetoState;
use crate::text::{Language, cli, help, ranking, span, track_name};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("results")
        .about(help::results(language))
        .override_usage(
            "pingxing results --round NAME [--track T] [--format table|csv|json]\n\
             \x20                       [--from DATE] [--to DATE] [--persons]",
        )
        .arg(tree::round_option(language))
        .arg(tree::option("track", "T", help::track(language), language))
        .arg(tree::format_option(
            ["table", "csv", "json"],
            help::results_format(language),
            language,
        ))
        .args(board::options(language))
}

/// Prints the results of a round.
///
/// # Errors
/// There is no such round or track; the office cannot answer.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let Opened {
        office,
        head,
        scheme,
    } = session.round(super::word(matches, "round"))?;
    let track = match matches.get_one::<String>("track") {
        None => None,
        Some(wanted) => Some(track_of(&scheme, wanted, session.language)?),
    };
    let asked = board::asked(matches, &scheme, session.language)?;
    let format = super::word(matches, "format");
    if let (Some(asked), true) = (&asked, matches.get_flag("persons")) {
        let made = board::board(&office, &head.round, asked)?;
        return board::persons(session, &made.persons, format);
    }
    let progress = session.progress(cli::calculating(session.language));
    let results = match &asked {
        None => *session::results(&office, &head.round)?,
        Some(asked) => board::results(&head, board::board(&office, &head.round, asked)?),
    };
    drop(progress);
    let rows: Vec<&ResultRow> = results
        .rows
        .iter()
        .filter(|row| track.is_none_or(|track| row.figures.track == track))
        .collect();
    match format {
        "json" => {
            let document = json::document(&head, &scheme, &results, rows);
            let document = document.of_period(asked.as_ref());
            serde_json::to_writer_pretty(&mut *session.out, &document)?;
            writeln!(session.out)?;
        }
        "csv" => {
            let mut writer = csv::Writer::from_writer(&mut *session.out);
            let sheet = sheet::results(&scheme, &rows, session.language);
            writer.write_record(&sheet.headings)?;
            for record in &sheet.rows {
                writer.write_record(record)?;
            }
            writer.flush()?;
        }
        _ => {
            table(&scheme, &rows, session.language).write(session.out)?;
            places(session, &scheme, &results, track)?;
        }
    }
    session.say_kept_back(&office, &head.round, None)?;
    Ok(())
}

fn track_of(scheme: &Scheme, wanted: &str, language: Language) -> Result<TrackIndex, Failed> {
    scheme.find_track(wanted).ok_or_else(|| {
        let ids: Vec<&str> = scheme
            .tracks
            .iter()
            .map(|track| track.id.as_str())
            .collect();
        let help = cli::usage_allowed(language, &ids.join(", "));
        Failed::said(cli::track_unknown(language, wanted), help)
    })
}

fn table(scheme: &Scheme, rows: &[&ResultRow], language: Language) -> Table {
    let stars = scheme.grading.rule == GradingRule::Stars;
    // A scheme without tracks of its own has one that it never names.
    let tracks = !scheme.tracks.iter().all(Track::is_unnamed);
    let mut heads = vec![
        (cli::head_cohort(language), Side::Left),
        (cli::head_rank(language), Side::Right),
        (cli::head_code(language), Side::Left),
        (cli::head_name(language), Side::Left),
        (cli::head_composite(language), Side::Right),
        (cli::head_level(language), Side::Left),
        (cli::head_remarks(language), Side::Left),
    ];
    if stars {
        heads.insert(5, (cli::head_stars(language), Side::Right));
    }
    if tracks {
        heads.insert(1, (cli::head_track(language), Side::Left));
    }
    let mut table = Table::new(heads);
    for row in rows {
        let level = row
            .standing
            .level
            .map(|index| scheme.level(index).title.clone());
        let mut cells = vec![
            row.cohort.clone().unwrap_or_default(),
            row.standing
                .rank
                .map(|rank| rank.to_string())
                .unwrap_or_default(),
            row.organisation.clone(),
            row.name.clone(),
            composite(row),
            level.unwrap_or_default(),
            remarks(scheme, row, language).join(" · "),
        ];
        if stars {
            cells.insert(5, row.figures.stars.len().to_string());
        }
        if tracks {
            cells.insert(1, scheme.track(row.figures.track).title.clone());
        }
        table.row(cells);
    }
    table
}

/// The composite, or its bounds where it is not there yet.
fn composite(row: &ResultRow) -> String {
    let text = |figure: Figure| figure.to_string();
    match (row.figures.composite, row.figures.low, row.figures.high) {
        (Some(composite), _, _) => text(composite),
        (None, Some(low), Some(high)) => span(&text(low), &text(high)),
        _ => String::new(),
    }
}

/// What has to be known beside rank and level.
pub(super) fn remarks(scheme: &Scheme, row: &ResultRow, language: Language) -> Vec<String> {
    if row.hidden {
        return vec![ranking::remark_hidden(language)];
    }
    let mut all = Vec::new();
    if !row.figures.complete {
        all.push(cli::remark_incomplete(language));
    }
    if row.standing.tie {
        all.push(cli::remark_tie(language));
    }
    if let Some(order) = row.standing.ordered {
        all.push(cli::remark_tie_decided(language, order));
    }
    if row.figures.unrated {
        all.push(cli::remark_unrated(language));
    }
    for standing in &row.figures.vetoes {
        let id = scheme.veto(standing.veto).id.as_str();
        match standing.state {
            VetoState::Decided => all.push(cli::remark_veto(language, id)),
            VetoState::Proposed => all.push(cli::remark_proposed(language, id)),
            VetoState::Lifted => {}
        }
    }
    if let Some(ceiling) = row.figures.ceiling {
        all.push(cli::remark_ceiling(language, &scheme.level(ceiling).title));
    }
    all
}

/// Under the table, the places of each cohort that has a number of them.
fn places(
    session: &mut Session<'_>,
    scheme: &Scheme,
    results: &RoundResults,
    track: Option<TrackIndex>,
) -> Result<(), Failed> {
    let language = session.language;
    let wanted = |id: &str| track.is_none_or(|index| scheme.track(index).id == id);
    for cohort in results.places.iter().filter(|cohort| wanted(&cohort.track)) {
        let limited = scheme
            .levels
            .iter()
            .zip(&cohort.places)
            .filter_map(|(level, places)| {
                places.map(|places| cli::places_line(language, &level.title, places))
            });
        let limited: Vec<String> = limited.collect();
        if limited.is_empty() {
            continue;
        }
        let title = track_name(scheme, language, &cohort.track);
        let all = cli::cohort_of_all(language);
        let name = cohort.cohort.as_deref().unwrap_or(&all);
        let line = cli::cohort_ranked(language, name, &title, cohort.ranked);
        writeln!(session.out, "{line} · {}", limited.join(" · "))?;
    }
    Ok(())
}
