//! `show`: one organisation's breakdown.

use std::io::{self, Write};

use clap::{ArgMatches, Command};

use super::session::{self, Opened, Session};
use super::table::{Side, Table, clean};
use super::{Failed, json, organisation, tree};
use crate::number::Figure;
use crate::office::{OrganisationFile, ResultRow};
use crate::round::{VetoRecord, What};
use crate::scheme::{LevelIndex, Method, Scheme};
use crate::scoring::VetoStanding;
use crate::text::{Language, cli, help, veto_state};

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
    // The same ranking as `results` prints, so that the two can never differ.
    let results = session::results(&office, &head.round)?;
    let file = session::organisation(&office, &head.round, &row.organisation)?;
    drop(progress);
    let found = results
        .rows
        .iter()
        .find(|result| result.organisation == row.organisation);
    if super::word(matches, "format") == "json" {
        let document = json::document(&head, &scheme, &results, found);
        serde_json::to_writer_pretty(&mut *session.out, &document)?;
        writeln!(session.out)?;
        return session.say_kept_back(&office, &head.round, Some(&row.organisation));
    }
    let Some(found) = found else {
        let name = cli::show_title(language, &row.name, &row.organisation, "");
        writeln!(session.out, "{}", clean(name.trim_end_matches([' ', '·'])))?;
        writeln!(session.out, "{}", cli::show_not_rated(language))?;
        return Ok(());
    };
    if found.hidden {
        let track = &scheme.track(found.figures.track).title;
        let title = cli::show_title(language, &found.name, &found.organisation, track);
        writeln!(session.out, "{}", clean(&title))?;
        return session.say_kept_back(&office, &head.round, Some(&row.organisation));
    }
    let breakdown = Breakdown {
        scheme: &scheme,
        row: found,
        file: &file,
        language,
    };
    Ok(breakdown.write(session.out)?)
}

/// Lays out what scoring made of one organisation.
struct Breakdown<'a> {
    scheme: &'a Scheme,
    row: &'a ResultRow,
    file: &'a OrganisationFile,
    language: Language,
}

fn printed(figure: Option<Figure>) -> String {
    figure.map(|figure| figure.to_string()).unwrap_or_default()
}

impl Breakdown<'_> {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let track = &self.scheme.track(self.row.figures.track).title;
        let title = cli::show_title(self.language, &self.row.name, &self.row.organisation, track);
        writeln!(out, "{}", clean(&title))?;
        for line in self.composite().into_iter().chain(self.outcome()) {
            writeln!(out, "{line}")?;
        }
        for table in [self.parties(), self.categories()] {
            if !table.is_empty() {
                writeln!(out)?;
                table.write(out)?;
            }
        }
        let vetoes = self.vetoes();
        if !vetoes.is_empty() {
            writeln!(out)?;
        }
        for line in vetoes {
            writeln!(out, "{}", clean(&line))?;
        }
        Ok(())
    }

    fn title(&self, level: LevelIndex) -> &str {
        &self.scheme.level(level).title
    }

    /// How the composite stands.
    fn composite(&self) -> Vec<String> {
        let figures = &self.row.figures;
        let mut lines = Vec::new();
        match (figures.composite, figures.low, figures.high) {
            (Some(composite), _, _) => {
                lines.push(cli::show_composite(self.language, &composite.to_string()));
                let (base, net) = (printed(figures.base), figures.adjustment.to_string());
                lines.push(cli::show_base(self.language, &base, &net));
            }
            (None, Some(low), Some(high)) => {
                let (low, high) = (low.to_string(), high.to_string());
                lines.push(cli::show_incomplete(self.language, &low, &high));
            }
            _ => lines.push(cli::show_no_composite(self.language)),
        }
        if let (false, Some(reached), Some(reach)) =
            (figures.complete, figures.reached, figures.in_reach)
        {
            lines.push(cli::show_reach(
                self.language,
                self.title(reached),
                self.title(reach),
            ));
        }
        lines
    }

    /// Level, rank, what holds it, and by which rules.
    fn outcome(&self) -> Vec<String> {
        let (figures, standing) = (&self.row.figures, &self.row.standing);
        let mut lines = vec![match (standing.level, standing.filled) {
            (Some(level), Some(filled)) if level != filled => {
                cli::show_level_demoted(self.language, self.title(level), self.title(filled))
            }
            (Some(level), _) => cli::show_level(self.language, self.title(level)),
            (None, _) => cli::show_no_level(self.language),
        }];
        if let Some(rank) = standing.rank {
            lines.push(cli::show_rank(self.language, rank));
        }
        if standing.tie {
            lines.push(cli::remark_tie(self.language));
        }
        if let Some(ceiling) = figures.ceiling {
            lines.push(cli::show_ceiling(self.language, self.title(ceiling)));
        }
        if !figures.stars.is_empty() {
            let title =
                |index: &crate::scheme::CategoryIndex| self.scheme.category(*index).title.as_str();
            let stars: Vec<&str> = figures.stars.iter().map(title).collect();
            lines.push(cli::show_stars(self.language, &stars.join(" ")));
        }
        if !standing.because.is_empty() {
            let rules: Vec<String> = standing
                .because
                .iter()
                .map(|rule| format!("{rule:?}"))
                .collect();
            lines.push(cli::show_rules(self.language, &rules.join(" ")));
        }
        lines
    }

    fn parties(&self) -> Table {
        let mut table = Table::new(vec![
            (cli::head_party(self.language), Side::Left),
            (cli::head_weight_of_party(self.language), Side::Right),
            (cli::head_score(self.language), Side::Right),
            (cli::head_satisfaction(self.language), Side::Right),
            (cli::head_sheets(self.language), Side::Right),
        ]);
        for index in self.scheme.parties_of(self.row.figures.track) {
            let party = self.scheme.party(index);
            let Some(figures) = self.row.figures.parties.get(index.position()) else {
                continue;
            };
            let score = match (figures.score, figures.low, figures.high) {
                (None, Some(low), Some(high)) => {
                    cli::bounds(self.language, &low.to_string(), &high.to_string())
                }
                (score, _, _) => printed(score),
            };
            let rate = figures.satisfaction.map(|rate| rate.to_string());
            let sheets = matches!(party.method, Method::Sheet(_) | Method::Mark(_));
            table.row(vec![
                party.title.clone(),
                party.weight.to_string(),
                score,
                rate.map(|rate| cli::satisfaction(self.language, &rate))
                    .unwrap_or_default(),
                if sheets {
                    cli::sheets(self.language, figures.counting, figures.begun)
                } else {
                    String::new()
                },
            ]);
        }
        table
    }

    fn categories(&self) -> Table {
        let mut table = Table::new(vec![
            (cli::head_category(self.language), Side::Left),
            (cli::head_score(self.language), Side::Right),
        ]);
        for index in self.scheme.categories_of(self.row.figures.track) {
            let score = self
                .row
                .figures
                .categories
                .get(index.position())
                .copied()
                .flatten();
            table.row(vec![
                self.scheme.category(index).title.clone(),
                printed(score),
            ]);
        }
        table
    }

    fn vetoes(&self) -> Vec<String> {
        self.row
            .figures
            .vetoes
            .iter()
            .map(|standing| self.veto(standing))
            .collect()
    }

    /// A veto with its state, and the document and day on record.
    fn veto(&self, standing: &VetoStanding) -> String {
        let veto = self.scheme.veto(standing.veto);
        let state = veto_state(self.language, standing.state);
        let mut line = if standing.auto {
            cli::show_veto_auto(self.language, &veto.id, &veto.title, state)
        } else {
            cli::show_veto(self.language, &veto.id, &veto.title, state)
        };
        let cell = self.file.cells.iter().find(|cell| {
            cell.what == What::Veto && cell.key.get(1).is_some_and(|id| *id == veto.id)
        });
        let record = cell.and_then(|cell| VetoRecord::read(cell.record.as_ref()?).ok());
        for part in record
            .into_iter()
            .flat_map(|record| [record.document, record.date])
        {
            line.push_str(&part.map(|part| format!(" · {part}")).unwrap_or_default());
        }
        line
    }
}
