//! Results as rows of a data file, for CSV and XLSX alike.

use super::results::remarks;
use crate::number::Figure;
use crate::office::ResultRow;
use crate::scheme::{GradingRule, LevelIndex, Scheme};
use crate::text::{Language, cli};

fn printed(figure: Option<Figure>) -> String {
    figure.map(|figure| figure.to_string()).unwrap_or_default()
}

/// Headings and rows; which columns hold numbers.
pub struct Sheet {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub numbers: Vec<bool>,
}

/// A row for each organisation; every party and category has its column.
#[must_use]
pub fn results(scheme: &Scheme, rows: &[&ResultRow], language: Language) -> Sheet {
    let headings = headings(scheme, language);
    // A code is no number: its leading zeros belong to it.
    let words = [
        cli::head_cohort(language),
        cli::head_track(language),
        cli::head_code(language),
        cli::head_name(language),
        cli::head_level(language),
        cli::head_remarks(language),
    ];
    Sheet {
        numbers: headings
            .iter()
            .map(|heading| !words.contains(heading))
            .collect(),
        rows: rows
            .iter()
            .map(|row| record(scheme, row, language))
            .collect(),
        headings,
    }
}

fn headings(scheme: &Scheme, language: Language) -> Vec<String> {
    let mut heads = vec![
        cli::head_cohort(language),
        cli::head_track(language),
        cli::head_rank(language),
        cli::head_code(language),
        cli::head_name(language),
        cli::head_composite(language),
        cli::head_level(language),
    ];
    heads.extend(scheme.parties.iter().map(|party| party.title.clone()));
    heads.extend(
        scheme
            .categories
            .iter()
            .map(|category| category.title.clone()),
    );
    heads.push(cli::head_adjustment(language));
    if scheme.grading.rule == GradingRule::Stars {
        heads.push(cli::head_stars(language));
    }
    heads.push(cli::head_remarks(language));
    heads
}

fn record(scheme: &Scheme, row: &ResultRow, language: Language) -> Vec<String> {
    let (figures, standing) = (&row.figures, &row.standing);
    let level = |index: LevelIndex| scheme.level(index).title.clone();
    let mut cells = vec![
        row.cohort.clone().unwrap_or_default(),
        scheme.track(figures.track).title.clone(),
        standing
            .rank
            .map(|rank| rank.to_string())
            .unwrap_or_default(),
        row.organisation.clone(),
        row.name.clone(),
        printed(figures.composite),
        standing.level.map(level).unwrap_or_default(),
    ];
    cells.extend(
        (0..scheme.parties.len())
            .map(|position| printed(figures.parties.get(position).and_then(|party| party.score))),
    );
    cells.extend(
        (0..scheme.categories.len())
            .map(|position| printed(figures.categories.get(position).copied().flatten())),
    );
    cells.push(figures.adjustment.to_string());
    if scheme.grading.rule == GradingRule::Stars {
        cells.push(figures.stars.len().to_string());
    }
    cells.push(remarks(scheme, row, language).join(" · "));
    cells
}
