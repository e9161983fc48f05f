//! The breakdown of one organisation: its facts laid out in sections of plain pieces, which the
//! screen draws and `show` prints.

mod chart;
mod ledger;
mod lists;
mod overview;
mod radar;
mod reviews;
mod sentences;
mod trend;

use super::Language;
use crate::desk::Breakdown;
use crate::number::Figure;
use crate::office::{EarlierResult, JournalLine};
use crate::scheme::{PartyIndex, Scheme};
use crate::scoring::Step;

pub use lists::steps;
pub use sentences::*;

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The composite, the level, the parties, the categories at a glance.
    Overview,
    /// Every step with its rule.
    Steps,
    /// The categories as a radar, party against party.
    Chart,
    /// Marks lost, largest first.
    Losses,
    /// Where the first and the last party differ most.
    Gaps,
    /// Each sheet beside the ones before it.
    Reviews,
    /// Earlier years.
    Trend,
    /// Vetoes and adjustments.
    Record,
    Journal,
}

impl Section {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Steps,
        Self::Chart,
        Self::Losses,
        Self::Gaps,
        Self::Reviews,
        Self::Trend,
        Self::Record,
        Self::Journal,
    ];

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        let at = Self::ALL.iter().position(|other| *other == self);
        at.map_or(1, |at| at + 1)
    }

    /// Its name in a word.
    #[must_use]
    pub fn short(self, language: Language) -> String {
        match self {
            Self::Overview => short_overview(language),
            Self::Steps => short_steps(language),
            Self::Chart => short_chart(language),
            Self::Losses => short_losses(language),
            Self::Gaps => short_gaps(language),
            Self::Reviews => short_reviews(language),
            Self::Trend => short_trend(language),
            Self::Record => short_record(language),
            Self::Journal => short_journal(language),
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(self, language: Language) -> String {
        match self {
            Self::Overview => part_overview(language),
            Self::Steps => part_steps(language),
            Self::Chart => part_chart(language),
            Self::Losses => part_losses(language),
            Self::Gaps => part_gaps(language),
            Self::Reviews => part_reviews(language),
            Self::Trend => part_trend(language),
            Self::Record => part_record(language),
            Self::Journal => part_journal(language),
        }
    }
}

/// How a piece is meant; every one says so in words too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Title,
    Heading,
    Plain,
    Quiet,
    Good,
    Warning,
    Danger,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// May be broken into several lines.
    Text(Tone, String),
    /// Drawn with characters of every terminal, and never broken.
    Drawn(String),
    Bar {
        name: String,
        figure: String,
        part: i128,
        whole: i128,
    },
    Table {
        heads: Vec<Head>,
        rows: Vec<Row>,
    },
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    /// Figures lean on the right side.
    pub right: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub tone: Tone,
    pub cells: Vec<String>,
    /// A line below it.
    pub below: Option<String>,
}

/// Everything that the sections tell of.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    pub scheme: &'a Scheme,
    /// Its code.
    pub organisation: &'a str,
    pub facts: &'a Breakdown,
    pub steps: &'a [Step],
    /// Newest first; none while it is being read.
    pub earlier: Option<&'a [EarlierResult]>,
    /// Year of the round.
    pub year: i32,
    pub journal: &'a [JournalLine],
    /// Milliseconds since 1970 (UTC) as local time.
    pub local: fn(i64) -> String,
    pub language: Language,
    /// Rows that are there for a drawing.
    pub rows: usize,
}

/// A section of the page.
#[must_use]
pub fn section(page: &Page<'_>, section: Section) -> Vec<Piece> {
    match section {
        Section::Overview => overview::pieces(page),
        Section::Steps => lists::steps(
            page.scheme,
            page.steps,
            &page.facts.vetoes,
            page.local,
            page.language,
        ),
        Section::Chart => chart::pieces(page),
        Section::Losses => lists::losses(page),
        Section::Gaps => lists::gaps(page),
        Section::Reviews => reviews::pieces(page),
        Section::Trend => trend::pieces(page),
        Section::Record => lists::record(page),
        Section::Journal => lists::journal(page),
    }
}

impl Page<'_> {
    fn party(&self, party: PartyIndex) -> &str {
        &self.scheme.party(party).title
    }
}

fn plain(text: impl Into<String>) -> Piece {
    Piece::Text(Tone::Plain, text.into())
}

fn quiet(text: impl Into<String>) -> Piece {
    Piece::Text(Tone::Quiet, text.into())
}

fn heading(text: String) -> Piece {
    Piece::Text(Tone::Heading, text)
}

fn left(title: impl Into<String>) -> Head {
    Head {
        title: title.into(),
        right: false,
    }
}

fn right(title: impl Into<String>) -> Head {
    Head {
        title: title.into(),
        right: true,
    }
}

fn row(tone: Tone, cells: Vec<String>) -> Row {
    Row {
        tone,
        cells,
        below: None,
    }
}

/// A change with its sign and its word: `-0.8 降`.
fn changed(language: Language, change: Figure) -> String {
    let figure = change.short();
    match change.units() {
        0 => same(language),
        units if units < 0 => fell(language, &figure),
        _ => rose(language, &figure),
    }
}
