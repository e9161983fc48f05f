//! One cohort as it is listed: organisations by rank, and between them the lines of the levels.

use std::collections::HashSet;

use crate::number::Figure;
use crate::office::{CohortPlaces, ResultRow};
use crate::scheme::{GradingRule, LevelIndex, Scheme, TieKey};

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// Position among the results of the round.
    Organisation(usize),
    /// Below the last organisation that found a place in this level.
    Line(Line),
    /// Above those that have no rank.
    Incomplete(usize),
    Unrated(usize),
    /// The own sheets of so many are not submitted: no ranks here.
    Hidden(usize),
}

/// The places of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub level: LevelIndex,
    /// None: no limit.
    pub places: Option<u64>,
    /// Those that found a place here and kept it (V4).
    pub taken: u64,
    /// A tie keeps its places empty (G8).
    pub tied: bool,
}

/// A cohort and track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cohort {
    pub code: Option<String>,
    /// Id of the track.
    pub track: String,
    pub ranked: u32,
    pub ties: usize,
    pub incomplete: usize,
    pub rows: Vec<Row>,
}

impl Cohort {
    /// Lists the results between two positions.
    pub fn of(
        scheme: &Scheme,
        places: &CohortPlaces,
        results: &[ResultRow],
        range: std::ops::Range<usize>,
        hidden: &HashSet<String>,
    ) -> Self {
        let members = results.get(range.clone()).unwrap_or_default();
        let unseen = members
            .iter()
            .filter(|row| hidden.contains(&row.organisation))
            .count();
        let start = range.start;
        let positions = |wanted: fn(&ResultRow) -> bool| -> Vec<usize> {
            let these = members.iter().enumerate().filter(|(_, row)| wanted(row));
            these.map(|(at, _)| start + at).collect()
        };
        let ranked = positions(|row| row.standing.rank.is_some());
        let incomplete = positions(is_incomplete);
        let unrated = positions(|row| row.standing.rank.is_none() && row.figures.unrated);
        let organisations = |of: &[usize]| of.iter().copied().map(Row::Organisation).collect();
        let mut rows: Vec<Row>;
        if unseen > 0 {
            // Ranks and places would tell what the others gave: the list is in order of codes.
            rows = vec![Row::Hidden(unseen)];
            let mut all: Vec<usize> = range.collect();
            let code = |at: &usize| results.get(*at).map(|row| row.organisation.as_str());
            all.sort_by(|one, other| code(one).cmp(&code(other)));
            rows.append(&mut organisations(&all));
        } else {
            rows = with_lines(scheme, places, results, &ranked);
            for (group, heading) in [
                (&incomplete, Row::Incomplete(incomplete.len())),
                (&unrated, Row::Unrated(unrated.len())),
            ] {
                if !group.is_empty() {
                    rows.push(heading);
                    rows.append(&mut organisations(group));
                }
            }
        }
        Self {
            code: places.cohort.clone(),
            track: places.track.clone(),
            ranked: places.ranked,
            ties: members.iter().filter(|row| row.standing.tie).count(),
            incomplete: incomplete.len(),
            rows,
        }
    }

    /// Whether a level has places that nobody took.
    pub fn has_vacant_places(&self) -> bool {
        self.rows.iter().any(|row| match row {
            Row::Line(line) => line.places.is_some_and(|places| line.taken < places),
            _ => false,
        })
    }

    /// Whether ranks are kept back here.
    pub fn is_hidden(&self) -> bool {
        matches!(self.rows.first(), Some(Row::Hidden(_)))
    }
}

fn is_incomplete(row: &ResultRow) -> bool {
    row.standing.rank.is_none() && !row.figures.unrated
}

/// The ranked ones, each level's line below the last that found a place in it or above it.
fn with_lines(
    scheme: &Scheme,
    places: &CohortPlaces,
    results: &[ResultRow],
    ranked: &[usize],
) -> Vec<Row> {
    let filled = |at: &usize| results.get(*at).and_then(|row| row.standing.filled);
    let mut lines = Vec::new();
    let mut below = 0;
    let last = scheme.last_level().position();
    for (position, places) in places.places.iter().enumerate().take(last) {
        let level = LevelIndex::at(position);
        let reaches = ranked.iter().rposition(|at| filled(at) == Some(level));
        below = below.max(reaches.map_or(0, |at| at + 1));
        let taken = ranked.iter().filter(|at| {
            let standing = results.get(**at).map(|row| &row.standing);
            standing.is_some_and(|one| one.filled == Some(level) && one.level == Some(level))
        });
        let taken = taken.count() as u64;
        let line = Line {
            level,
            places: *places,
            taken,
            tied: places.is_some_and(|places| taken < places)
                && tied_here(results, ranked, level, below),
        };
        // Without a limit and without anybody there is nothing to say.
        if line.places.is_some() || line.taken > 0 {
            lines.push((below, line));
        }
    }
    let mut rows = Vec::with_capacity(ranked.len() + lines.len());
    let mut lines = lines.into_iter().peekable();
    for (at, position) in ranked.iter().enumerate() {
        while let Some((_, line)) = lines.next_if(|(below, _)| *below <= at) {
            rows.push(Row::Line(line));
        }
        rows.push(Row::Organisation(*position));
    }
    rows.extend(lines.map(|(_, line)| Row::Line(line)));
    rows
}

/// Whether the first that this level admits below its line are marked as tied (G8).
fn tied_here(results: &[ResultRow], ranked: &[usize], level: LevelIndex, below: usize) -> bool {
    let after = ranked.get(below..).unwrap_or_default();
    let admitted = |row: &&ResultRow| row.figures.ceiling.is_none_or(|ceiling| ceiling <= level);
    after
        .iter()
        .filter_map(|at| results.get(*at))
        .find(admitted)
        .is_some_and(|row| row.standing.tie)
}

/// What ranks, before any decision on a tie (G6).
pub(super) fn keys(scheme: &Scheme, row: &ResultRow) -> Vec<Option<Figure>> {
    let figures = &row.figures;
    let stars = matches!(scheme.grading.rule, GradingRule::Stars)
        .then(|| Figure::from_units(figures.stars.len() as i128, 0));
    let ties = scheme.grading.ties.iter().map(|key| match key {
        TieKey::Party(party) => figures.parties.get(party.position())?.score,
        TieKey::Category(category) => figures.categories.get(category.position()).copied()?,
    });
    [stars, figures.composite].into_iter().chain(ties).collect()
}
