//! A sheet at a glance before it is submitted.

use std::cmp::Ordering;

use super::Desk;
use super::asking::Asking;
use super::open::{Open, field};
use super::said::{Answer, Said};
use super::slot::Slot;
use super::stroke::Stroke;
use super::typed::{Edit, Typed};
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{CategoryIndex, PartyIndex, Scheme};
use crate::scoring::{Entry, Mark, Plan, sheet_total};

/// What a summary names. Positions are those of the sheet's slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    pub total: Figure,
    pub scored: usize,
    pub all: usize,
    pub missing: Vec<usize>,
    pub flagged: Vec<usize>,
    pub odd: Vec<(Option<usize>, Odd)>,
    /// The total against the 合计 of a paper sheet; none where none was typed.
    pub paper: Option<PaperCheck>,
}

/// Something that is allowed and still worth a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// Below full, without the reason that the scheme asks for.
    NoReason,
    /// No document is named where the scheme asks for one.
    NoEvidence,
    /// Every item has its full mark.
    AllFull,
    /// Every item has the same mark.
    AllEqual,
    /// A veto sets what was entered to 0 (V5).
    Zeroed,
}

/// How a paper total compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperCheck {
    /// What was typed is no number.
    NotANumber,
    Same,
    /// The paper is so much above the sheet, or below it.
    Above(Figure),
    Below(Figure),
}

/// Compares what was typed from paper with a sheet: with its total, or with what its marks add up
/// to where that is nearer. They differ where items do not apply (C2, C3), and a paper may hold
/// either.
fn check(total: Figure, added: Figure, paper: &str) -> Option<PaperCheck> {
    if paper.is_empty() {
        return None;
    }
    let Ok(paper) = paper.parse::<Decimal>() else {
        return Some(PaperCheck::NotANumber);
    };
    let distance = |figure: Figure| {
        let (paper, figure) = (Exact::from(paper), figure.exact());
        (&paper - &figure).max(&figure - &paper)
    };
    let nearer = distance(added) < distance(total);
    Some(compare(if nearer { added } else { total }, paper))
}

fn compare(total: Figure, paper: Decimal) -> PaperCheck {
    let difference = &Exact::from(paper) - &total.exact();
    // As many digits as a decimal may have, so that no difference is rounded away.
    let digits = total.decimals().max(paper.places());
    match total.compare(paper) {
        Ordering::Equal => PaperCheck::Same,
        Ordering::Less => PaperCheck::Above(difference.round(digits)),
        Ordering::Greater => PaperCheck::Below((&Exact::zero() - &difference).round(digits)),
    }
}

impl Open {
    /// What the sheet comes to as it stands (C3), without a draft; 0 where nothing is there.
    pub(super) fn totalled(&self, plan: &Plan<'_>, party: PartyIndex) -> Figure {
        let total = self.track.and_then(|track| {
            let mut marks = vec![Mark::Missing; plan.slots(track, party)];
            for slot in &self.slots {
                let item = slot.item.map(|item| plan.sheet(track, party).slot(item));
                let mark = item.unwrap_or(Some(0)).and_then(|at| marks.get_mut(at));
                if let (Some(mark), Some(entered)) = (mark, slot.entered_mark(plan)) {
                    *mark = entered;
                }
            }
            let zeroed = self.slots.iter();
            let zeroed: Vec<_> = zeroed
                .filter_map(|slot| slot.item.zip(slot.zeroed))
                .collect();
            sheet_total(plan, track, party, &marks, &zeroed)
        });
        total.unwrap_or_else(|| Exact::zero().round(plan.scheme().decimals))
    }

    /// For each category of the sheet: what is there adds up to, and its full marks.
    #[must_use]
    pub fn category_totals(&self, scheme: &Scheme) -> Vec<(CategoryIndex, Figure, Figure)> {
        let mut order: Vec<CategoryIndex> = Vec::new();
        for item in self.slots.iter().filter_map(|slot| slot.item) {
            let category = scheme.item(item).category;
            if !order.contains(&category) {
                order.push(category);
            }
        }
        let of = |category: CategoryIndex| {
            let slots = self.slots.iter();
            slots.filter(move |slot| {
                slot.item
                    .is_some_and(|i| scheme.item(i).category == category)
            })
        };
        let full = |category: CategoryIndex| {
            let points = of(category).filter_map(|slot| slot.item);
            let sum: Exact = points
                .map(|item| Exact::from(scheme.item(item).points))
                .sum();
            sum.round(scheme.decimals)
        };
        let row = |category| (category, sum(of(category), scheme.decimals), full(category));
        order.into_iter().map(row).collect()
    }
}

fn sum<'a>(slots: impl Iterator<Item = &'a Slot>, decimals: u8) -> Figure {
    let there = slots
        .filter(|slot| slot.zeroed.is_none())
        .filter_map(|slot| slot.mark);
    let sum: Exact = there.map(Figure::exact).sum();
    sum.round(decimals)
}

impl Summary {
    /// The summary of a sheet; `paper` is the 合计 that was typed, or empty.
    #[must_use]
    pub fn of(open: &Open, scheme: &Scheme, paper: &str) -> Self {
        let added = sum(open.slots.iter(), scheme.decimals);
        let positions = |keep: &dyn Fn(&Slot) -> bool| {
            let slots = open.slots.iter().enumerate();
            slots
                .filter(|(_, slot)| keep(slot))
                .map(|(at, _)| at)
                .collect::<Vec<_>>()
        };
        Self {
            total: open.total,
            scored: open.scored(),
            all: open.slots.len(),
            missing: positions(&|slot| !slot.is_there()),
            flagged: positions(&|slot| slot.flagged),
            odd: odd(open, scheme),
            paper: check(open.total, added, paper),
        }
    }
}

fn odd(open: &Open, scheme: &Scheme) -> Vec<(Option<usize>, Odd)> {
    let mut odd = Vec::new();
    let (mut all_full, mut marks) = (open.slots.len() > 1, Vec::new());
    for (at, slot) in open.slots.iter().enumerate() {
        let Some(item) = slot.item.map(|item| scheme.item(item)) else {
            continue;
        };
        let full = field(scheme, slot.item).points();
        let below = slot
            .mark
            .is_some_and(|mark| mark.compare(full) == Ordering::Less);
        all_full &= slot.mark.is_some() && !below;
        marks.extend(slot.mark);
        let scored = slot
            .entry
            .as_ref()
            .is_some_and(|entry| *entry != Entry::NotApplicable);
        if item.reason_below_full && below && slot.note.is_none() {
            odd.push((Some(at), Odd::NoReason));
        } else if item.evidence && scored && slot.note.is_none() {
            odd.push((Some(at), Odd::NoEvidence));
        }
        if slot.zeroed.is_some() && slot.mark.is_some_and(|mark| mark.units() != 0) {
            odd.push((Some(at), Odd::Zeroed));
        }
    }
    let equal = marks.windows(2).all(|pair| pair.first() == pair.last());
    if all_full {
        odd.push((None, Odd::AllFull));
    } else if equal && marks.len() > 1 && marks.len() == open.slots.len() {
        odd.push((None, Odd::AllEqual));
    }
    odd
}

impl Desk {
    /// The summary of the open sheet.
    #[must_use]
    pub fn summary(&self) -> Option<Summary> {
        let open = self.open.as_ref()?;
        let paper = match &self.over.asking {
            Some(Asking::Summary { paper }) => paper.text(),
            _ => "",
        };
        Some(Summary::of(open, &self.scheme, paper))
    }

    pub(super) fn open_summary(&mut self) {
        self.over.asking = Some(Asking::Summary {
            paper: Typed::default(),
        });
    }

    /// In the summary digits are the paper's total; Enter goes to the first missing item.
    pub(super) fn press_summary(&mut self, stroke: Stroke) -> Answer {
        let letter = match stroke {
            Stroke::Digit(digit) => char::from(b'0' + digit.min(9)),
            Stroke::Point => '.',
            Stroke::Enter => return self.leave_summary(),
            _ => return Answer::quiet(),
        };
        if let Some(Asking::Summary { paper }) = &mut self.over.asking
            && paper.text().len() < 24
        {
            paper.edit(Edit::Insert(letter));
        }
        Answer::quiet()
    }

    fn leave_summary(&mut self) -> Answer {
        let missing = self
            .summary()
            .and_then(|summary| summary.missing.first().copied());
        let closed = self.open.as_ref().is_some_and(|open| open.closed.is_some());
        if missing.is_none() && !closed {
            // Closing without a word would look as if the sheet were submitted.
            return Answer::say(Said::ReadyToSubmit);
        }
        self.over.asking = None;
        match missing {
            Some(at) => self.go_to(at),
            None => Answer::quiet(),
        }
    }
}
