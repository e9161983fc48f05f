//! One organisation for a review: what it lost, where parties differ, how it went from one level
//! of review to the next, what is on record. Plain facts, which screen and `show` lay out.

mod marks;
mod reviews;

pub use marks::{Gap, Loss};
pub use reviews::{Across, Review, Reviews, SeenStar, StarAcross, Turn};

use super::Desk;
use crate::number::{Exact, Figure};
use crate::office::{Explained, OrganisationFile, VetoOnRecord};
use crate::round::{AdjustmentRecord, Cell, TieRecord, VetoRecord, What};
use crate::scheme::{AdjustmentIndex, CategoryIndex, LevelIndex, PartyIndex, Scheme};
use crate::scoring::{OrganisationFigures, Standing, VetoStanding};

/// What a reviewer sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    pub figures: OrganisationFigures,
    pub standing: Standing,
    /// Levels of which places are sent down to its cohort (G4).
    pub stated: Vec<LevelIndex>,
    /// Marks lost, largest first.
    pub losses: Vec<Loss>,
    /// The first and the last party that fill sheets and have marks; none with fewer than two.
    pub sides: Option<(PartyIndex, PartyIndex)>,
    /// Where they differ, most first.
    pub gaps: Vec<Gap>,
    /// What the first is above the last on those items in all, and what the last is above it.
    pub apart: (Figure, Figure),
    /// Every party that fills sheets beside the ones before it.
    pub reviews: Reviews,
    pub adjustments: Vec<GivenAdjustment>,
    pub vetoes: Vec<VetoOnRecord>,
    /// What was decided of it within a tie (G8).
    pub tie: Option<TieRecord>,
    /// Full marks of each category on the organisation's track.
    pub full: Vec<(CategoryIndex, Figure)>,
}

/// A bonus or penalty on record: count, document (none: pending, K4), note.
pub type GivenAdjustment = (AdjustmentIndex, u64, Option<String>, Option<String>);

/// What the facts are made from: an organisation's cells and what scoring made of them.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    pub scheme: &'a Scheme,
    pub cells: &'a [&'a Cell],
    /// Year of the round.
    pub year: i32,
    pub newest_level: Option<&'a str>,
    pub figures: &'a OrganisationFigures,
    pub standing: &'a Standing,
    pub stated: &'a [LevelIndex],
}

impl Breakdown {
    /// The facts of an organisation.
    #[must_use]
    pub fn of(source: Source<'_>) -> Self {
        let scheme = source.scheme;
        let marks = marks::read(&source);
        let sides = marks::sides(&marks);
        let gaps = sides.map_or_else(Vec::new, |sides| marks::gaps(scheme, &marks, sides));
        let full = |category: CategoryIndex| {
            let items = scheme.items_of(source.figures.track);
            let of = items.filter(|item| scheme.item(*item).category == category);
            let sum: Exact = of.map(|item| Exact::from(scheme.item(item).points)).sum();
            (category, sum.round(scheme.decimals))
        };
        Self {
            figures: source.figures.clone(),
            standing: source.standing.clone(),
            stated: source.stated.to_vec(),
            losses: marks::losses(&marks),
            sides,
            apart: marks::apart(scheme, &gaps),
            gaps,
            reviews: reviews::of(&source, &marks),
            adjustments: adjustments(scheme, source.cells.iter().copied()),
            vetoes: vetoes(&source),
            tie: of_kind(source.cells, What::Tie)
                .find_map(|cell| TieRecord::read(cell.record.as_ref()?).ok()),
            full: scheme
                .categories_of(source.figures.track)
                .map(full)
                .collect(),
        }
    }

    /// The facts of an organisation as the office has it, with how it came to its level.
    #[must_use]
    pub fn of_file(
        scheme: &Scheme,
        year: i32,
        file: &OrganisationFile,
        explained: &Explained,
    ) -> Self {
        let cells: Vec<&Cell> = file.cells.iter().collect();
        let facts = Self::of(Source {
            scheme,
            cells: &cells,
            year,
            newest_level: file.newest_level.as_ref().map(|(_, level)| level.as_str()),
            figures: &explained.row.figures,
            standing: &explained.row.standing,
            stated: file
                .row
                .figures
                .as_ref()
                .map_or(&[], |figures| &figures.stated),
        });
        facts.with(explained)
    }

    /// The facts with what only the whole round tells of vetoes.
    fn with(mut self, explained: &Explained) -> Self {
        self.vetoes.clone_from(&explained.vetoes);
        self
    }
}

/// Cells of a kind that are there.
fn of_kind<'a>(cells: &[&'a Cell], what: What) -> impl Iterator<Item = &'a Cell> {
    let there = cells.iter().copied();
    there.filter(move |cell| cell.what == what && cell.record.is_some())
}

fn adjustments<'a>(scheme: &Scheme, cells: impl Iterator<Item = &'a Cell>) -> Vec<GivenAdjustment> {
    let read = |cell: &Cell| {
        let [_, adjustment, document] = cell.key.as_slice() else {
            return None;
        };
        let record = AdjustmentRecord::read(cell.record.as_ref()?).ok()?;
        let adjustment = scheme.find_adjustment(adjustment)?;
        let document = (document != "*").then(|| document.clone());
        Some((adjustment, record.count, document, record.note))
    };
    let given = cells.filter(|cell| cell.what == What::Adjustment);
    let mut list: Vec<_> = given.filter_map(read).collect();
    list.sort();
    list
}

fn vetoes(source: &Source<'_>) -> Vec<VetoOnRecord> {
    let told = |standing: &VetoStanding| {
        let id = &source.scheme.veto(standing.veto).id;
        let cell = of_kind(source.cells, What::Veto).find(|cell| cell.key.get(1) == Some(id));
        VetoOnRecord {
            standing: standing.clone(),
            record: cell.and_then(|cell| VetoRecord::read(cell.record.as_ref()?).ok()),
            hand: None,
            levels: None,
        }
    };
    source.figures.vetoes.iter().map(told).collect()
}

impl Desk {
    /// The open organisation for a review, with what the whole round makes of it where that is
    /// known; none where it may not be seen yet.
    #[must_use]
    pub fn breakdown(&self, explained: Option<&Explained>) -> Option<Breakdown> {
        let own = self.figures()?;
        let open = self.open.as_ref()?;
        let ranked = explained.map(|told| (&told.row.figures, &told.row.standing));
        let (figures, standing) = ranked.unwrap_or((own, &open.standing));
        let cells: Vec<&Cell> = open.now.values().collect();
        let facts = Breakdown::of(Source {
            scheme: &self.scheme,
            cells: &cells,
            year: self.year,
            newest_level: open.newest_level.as_ref().map(|(_, level)| level.as_str()),
            figures,
            standing,
            stated: self.stated(),
        });
        Some(match explained {
            Some(explained) => facts.with(explained),
            None => facts,
        })
    }

    /// The journal of the open organisation, newest first.
    #[must_use]
    pub fn journal(&self) -> &[crate::office::JournalLine] {
        let open = self.open.as_ref();
        let lines = open.and_then(|open| self.journal.get(&open.row.organisation));
        lines.map(Vec::as_slice).unwrap_or_default()
    }

    /// Bonuses and penalties on record.
    #[must_use]
    pub fn adjustments(&self) -> Vec<GivenAdjustment> {
        let cells = self.open.iter().flat_map(|open| open.now.values());
        adjustments(&self.scheme, cells)
    }
}
