//! The marks on the sheets: what was lost, and how far the first and the last party are apart.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Source, of_kind};
use crate::desk::open::field;
use crate::number::{Exact, Figure};
use crate::round::{
    AssignmentRecord, AssignmentState, Cell, MarkRecord, SheetRecord, SheetState, What,
};
use crate::scheme::{Combine, Effect, ItemIndex, PartyIndex, Scheme, VetoIndex};
use crate::scoring::VetoState;

/// Marks lost on one item of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    pub party: PartyIndex,
    pub rater: String,
    /// The sheet has been submitted.
    pub submitted: bool,
    /// The figures are made from it: its party has weight, or is the level that stands (K2).
    pub counts: bool,
    pub item: ItemIndex,
    pub mark: Figure,
    pub lost: Figure,
    /// In the grammar of the books.
    pub entry: String,
    pub note: Option<String>,
    /// The veto that sets the item to 0 (V5), and the mark before it.
    pub zeroed: Option<(VetoIndex, Figure)>,
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

/// The state of the sheets, by party and rater.
#[derive(Debug, Default)]
struct Sheets {
    submitted: BTreeSet<(PartyIndex, String)>,
    recused: BTreeSet<(PartyIndex, String)>,
}

/// Every mark on the sheets that are compared, in the order of parties, raters, items. Of a
/// party whose sheets have not been submitted the begun ones are taken; of recused raters none.
pub(super) fn read(source: &Source<'_>) -> Vec<Loss> {
    let sheets = sheets(source);
    let zeroed = zeroed(source);
    let read = |cell: &Cell| mark(source.scheme, &sheets, &zeroed, cell);
    let mut marks: Vec<Loss> = of_kind(source.cells, What::Mark).filter_map(read).collect();
    marks.sort_by(|a, b| (a.party, &a.rater, a.item).cmp(&(b.party, &b.rater, b.item)));
    let finished: Vec<PartyIndex> = marks
        .iter()
        .filter(|mark| mark.submitted)
        .map(|mark| mark.party)
        .collect();
    marks.retain(|mark| mark.submitted || !finished.contains(&mark.party));
    let standing = last_with_score(source);
    for mark in &mut marks {
        let decides = match source.scheme.combine {
            Combine::Latest => standing == Some(mark.party),
            _ => !source.scheme.party(mark.party).weight.is_zero(),
        };
        mark.counts = mark.submitted && decides;
    }
    marks
}

/// The last party of the procedure that has a score.
fn last_with_score(source: &Source<'_>) -> Option<PartyIndex> {
    let parties = source.scheme.parties_of(source.figures.track);
    let scored = |party: &PartyIndex| {
        let figures = source.figures.parties.get(party.position());
        figures.is_some_and(|figures| figures.score.is_some())
    };
    parties.filter(scored).last()
}

fn sheets(source: &Source<'_>) -> Sheets {
    let mut sheets = Sheets::default();
    let key = |cell: &Cell| {
        let [_, party, rater] = cell.key.as_slice() else {
            return None;
        };
        Some((source.scheme.find_party(party)?, rater.clone()))
    };
    for cell in of_kind(source.cells, What::Sheet) {
        let record = cell
            .record
            .as_ref()
            .and_then(|record| SheetRecord::read(record).ok());
        if record.is_some_and(|record| record.state == SheetState::Submitted) {
            sheets.submitted.extend(key(cell));
        }
    }
    for cell in of_kind(source.cells, What::Assignment) {
        let record = cell
            .record
            .as_ref()
            .and_then(|record| AssignmentRecord::read(record).ok());
        if record.is_some_and(|record| record.state == AssignmentState::Recused) {
            sheets.recused.extend(key(cell));
        }
    }
    sheets
}

/// Items that a decided veto sets to 0 (V5).
fn zeroed(source: &Source<'_>) -> Vec<(ItemIndex, VetoIndex)> {
    let decided = source.figures.vetoes.iter();
    decided
        .filter(|veto| veto.state == VetoState::Decided)
        .filter_map(|veto| match source.scheme.veto(veto.veto).effect {
            Effect::Zero(item) => Some((item, veto.veto)),
            _ => None,
        })
        .collect()
}

fn mark(
    scheme: &Scheme,
    sheets: &Sheets,
    zeroed: &[(ItemIndex, VetoIndex)],
    cell: &Cell,
) -> Option<Loss> {
    let [_, party, rater, item] = cell.key.as_slice() else {
        return None;
    };
    let party = scheme.find_party(party)?;
    let sheet = (party, rater.clone());
    if sheets.recused.contains(&sheet) {
        return None;
    }
    let item = scheme.find_item(item)?;
    let record = MarkRecord::read(cell.record.as_ref()?).ok()?;
    let field = field(scheme, Some(item));
    let entry = record.entry?;
    let entered = field.mark(&field.parse(&entry).ok()?)?;
    let veto = zeroed.iter().find(|(of, _)| *of == item);
    let mark = if veto.is_some() {
        Exact::zero()
    } else {
        entered.clone()
    };
    let lost = &Exact::from(field.points()) - &mark;
    Some(Loss {
        party,
        rater: rater.clone(),
        submitted: sheets.submitted.contains(&sheet),
        counts: false,
        item,
        mark: mark.round(field.decimals()),
        lost: lost.round(field.decimals()),
        entry,
        note: record.note,
        zeroed: veto.map(|(_, veto)| (*veto, entered.round(field.decimals()))),
    })
}

pub(super) fn losses(marks: &[Loss]) -> Vec<Loss> {
    let lost = |loss: &&Loss| loss.lost.units() > 0;
    let mut losses: Vec<Loss> = marks.iter().filter(lost).cloned().collect();
    losses.sort_by_key(|loss| (Reverse(loss.lost.units()), Reverse(loss.party), loss.item));
    losses
}

/// The first party with marks, and the last that has submitted some, or, where no other has, the
/// last that has begun.
pub(super) fn sides(marks: &[Loss]) -> Option<(PartyIndex, PartyIndex)> {
    let first = marks.iter().map(|mark| mark.party).min()?;
    let others = || marks.iter().filter(|mark| mark.party != first);
    let submitted = others().filter(|mark| mark.submitted);
    let last = submitted.map(|mark| mark.party).max();
    let last = last.or_else(|| others().map(|mark| mark.party).max())?;
    Some((first, last))
}

/// The mean of a party's marks on an item; none where it has none.
pub(super) fn mean(
    scheme: &Scheme,
    marks: &[Loss],
    party: PartyIndex,
    item: ItemIndex,
) -> Option<Figure> {
    let of = marks
        .iter()
        .filter(|mark| mark.party == party && mark.item == item);
    let list: Vec<Exact> = of.map(|mark| mark.mark.exact()).collect();
    let count = Exact::whole(i128::try_from(list.len()).ok()?);
    let sum: Exact = list.iter().sum();
    Some(sum.divide(&count)?.round(scheme.decimals))
}

pub(super) fn gaps(
    scheme: &Scheme,
    marks: &[Loss],
    (first, last): (PartyIndex, PartyIndex),
) -> Vec<Gap> {
    let items = (0..scheme.items.len()).map(ItemIndex::at);
    let gap = |item: ItemIndex| {
        let one = mean(scheme, marks, first, item)?;
        let other = mean(scheme, marks, last, item)?;
        let apart = &one.exact().max(other.exact()) - &one.exact().min(other.exact());
        let apart = apart.round(scheme.decimals);
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

/// What the first is above the last in all, and the last above the first.
pub(super) fn apart(scheme: &Scheme, gaps: &[Gap]) -> (Figure, Figure) {
    let sum = |first_above: bool| {
        let gaps = gaps.iter();
        let of = gaps.filter(|gap| (gap.first > gap.last) == first_above);
        let sum: Exact = of.map(|gap| gap.apart.exact()).sum();
        sum.round(scheme.decimals)
    };
    (sum(true), sum(false))
}
