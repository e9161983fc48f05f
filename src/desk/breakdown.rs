//! One organisation for a review: what it lost, where parties differ, what is on record.

use std::cmp::Reverse;

use super::Desk;
use super::open::field;
use crate::number::{Exact, Figure};
use crate::round::{AdjustmentRecord, Cell, LevelRecord, MarkRecord, What};
use crate::scheme::{AdjustmentIndex, CategoryIndex, ItemIndex, LevelIndex, PartyIndex};
use crate::scoring::{OrganisationFigures, Standing};

/// What a reviewer sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    pub figures: OrganisationFigures,
    pub standing: Standing,
    /// Marks lost, largest first.
    pub losses: Vec<Loss>,
    /// Where the first and the last party that fill sheets differ, most first.
    pub gaps: Vec<Gap>,
    /// Bonuses and penalties: count, document (none: pending), note.
    pub adjustments: Vec<(AdjustmentIndex, u64, Option<String>, Option<String>)>,
    /// Levels of earlier years, newest first.
    pub earlier: Vec<(i32, LevelIndex)>,
    /// Full marks of each category on the organisation's track.
    pub full: Vec<(CategoryIndex, Figure)>,
}

/// Marks lost on one item of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    pub party: PartyIndex,
    pub rater: String,
    pub item: ItemIndex,
    pub mark: Figure,
    pub lost: Figure,
    /// In the grammar of the books.
    pub entry: String,
    pub note: Option<String>,
}

/// How far two parties are apart on an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub item: ItemIndex,
    pub first: Figure,
    pub last: Figure,
    /// `first` less `last`, without sign.
    pub apart: Figure,
}

impl Desk {
    /// The open organisation for a review; none where it may not be seen yet.
    #[must_use]
    pub fn breakdown(&self) -> Option<Breakdown> {
        let figures = self.figures()?.clone();
        let open = self.open.as_ref()?;
        let marks = self.sheet_marks();
        let full = |category: CategoryIndex| {
            let items = self.scheme.items_of(figures.track);
            let of = items.filter(|item| self.scheme.item(*item).category == category);
            let sum: Exact = of
                .map(|item| Exact::from(self.scheme.item(item).points))
                .sum();
            (category, sum.round(self.scheme.decimals))
        };
        Some(Breakdown {
            standing: open.standing.clone(),
            losses: self.losses(&marks),
            gaps: self.gaps(&marks),
            adjustments: self.adjustments(),
            earlier: self.earlier(),
            full: self.scheme.categories_of(figures.track).map(full).collect(),
            figures,
        })
    }

    /// The journal of the open organisation, newest first.
    #[must_use]
    pub fn journal(&self) -> &[crate::office::JournalLine] {
        let open = self.open.as_ref();
        let lines = open.and_then(|open| self.journal.get(&open.row.organisation));
        lines.map(Vec::as_slice).unwrap_or_default()
    }

    fn cells(&self, what: What) -> impl Iterator<Item = &Cell> {
        let cells = self.open.iter().flat_map(|open| open.now.values());
        cells.filter(move |cell| cell.what == what && cell.record.is_some())
    }

    /// Every mark on every sheet, in the order of parties, raters, items.
    fn sheet_marks(&self) -> Vec<Loss> {
        let mark = |cell: &Cell| {
            let [_, party, rater, item] = cell.key.as_slice() else {
                return None;
            };
            let party = self.scheme.find_party(party)?;
            let item = self.scheme.find_item(item)?;
            let record = MarkRecord::read(cell.record.as_ref()?).ok()?;
            let field = field(&self.scheme, Some(item));
            let text = record.entry?;
            let mark = field.mark(&field.parse(&text).ok()?)?;
            let lost = &Exact::from(field.points()) - &mark;
            Some(Loss {
                party,
                rater: rater.clone(),
                item,
                mark: mark.round(field.decimals()),
                lost: lost.round(field.decimals()),
                entry: text,
                note: record.note,
            })
        };
        let mut marks: Vec<Loss> = self.cells(What::Mark).filter_map(mark).collect();
        marks.sort_by(|a, b| (a.party, &a.rater, a.item).cmp(&(b.party, &b.rater, b.item)));
        marks
    }

    fn losses(&self, marks: &[Loss]) -> Vec<Loss> {
        let lost = |loss: &&Loss| loss.lost.units() > 0;
        let mut losses: Vec<Loss> = marks.iter().filter(lost).cloned().collect();
        losses.sort_by_key(|loss| (Reverse(loss.lost.units()), Reverse(loss.party), loss.item));
        losses
    }

    fn gaps(&self, marks: &[Loss]) -> Vec<Gap> {
        let first = marks.iter().map(|mark| mark.party).min();
        let last = marks.iter().map(|mark| mark.party).max();
        let (Some(first), Some(last)) = (first, last) else {
            return Vec::new();
        };
        if first == last {
            return Vec::new();
        }
        let mean = |party: PartyIndex, item: ItemIndex| {
            let of = marks
                .iter()
                .filter(|mark| mark.party == party && mark.item == item);
            let list: Vec<Exact> = of.map(|mark| mark.mark.exact()).collect();
            let count = Exact::whole(i128::try_from(list.len()).ok()?);
            Some(
                list.iter()
                    .sum::<Exact>()
                    .divide(&count)?
                    .round(self.scheme.decimals),
            )
        };
        let items = (0..self.scheme.items.len()).map(ItemIndex::at);
        let gap = |item: ItemIndex| {
            let (one, other) = (mean(first, item)?, mean(last, item)?);
            let apart = &one.exact().max(other.exact()) - &one.exact().min(other.exact());
            let apart = apart.round(self.scheme.decimals);
            (apart.units() > 0).then_some(Gap {
                item,
                first: one,
                last: other,
                apart,
            })
        };
        let mut gaps: Vec<Gap> = items.filter_map(gap).collect();
        gaps.sort_by_key(|gap| (Reverse(gap.apart.units()), gap.item));
        gaps
    }

    /// Bonuses and penalties on record: count, document (none: pending), note.
    #[must_use]
    pub fn adjustments(&self) -> Vec<(AdjustmentIndex, u64, Option<String>, Option<String>)> {
        let read = |cell: &Cell| {
            let [_, adjustment, document] = cell.key.as_slice() else {
                return None;
            };
            let record = AdjustmentRecord::read(cell.record.as_ref()?).ok()?;
            let adjustment = self.scheme.find_adjustment(adjustment)?;
            let document = (document != "*").then(|| document.clone());
            Some((adjustment, record.count, document, record.note))
        };
        let mut list: Vec<_> = self.cells(What::Adjustment).filter_map(read).collect();
        list.sort();
        list
    }

    fn earlier(&self) -> Vec<(i32, LevelIndex)> {
        let read = |cell: &Cell| {
            let year = cell.key.get(1)?.parse().ok()?;
            let record = LevelRecord::read(cell.record.as_ref()?).ok()?;
            Some((year, self.scheme.find_level(&record.level)?))
        };
        let mut levels: Vec<_> = self.cells(What::Level).filter_map(read).collect();
        levels.sort_by_key(|(year, _)| Reverse(*year));
        levels
    }
}
