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

/// A line of a summary: an item of the sheet, or the whole of it, and what there is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryLine {
    /// Position on the sheet; none: the sheet as a whole.
    pub slot: Option<usize>,
    pub missing: bool,
    pub flagged: bool,
    pub odd: Vec<Odd>,
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
    /// What there is to say line by line: of the sheet as a whole, then of its items in order.
    #[must_use]
    pub fn lines(&self) -> Vec<SummaryLine> {
        let line = |slot: Option<usize>| {
            let here = |positions: &[usize]| slot.is_some_and(|at| positions.contains(&at));
            let odd = self.odd.iter().filter(|(of, _)| *of == slot);
            SummaryLine {
                slot,
                missing: here(&self.missing),
                flagged: here(&self.flagged),
                odd: odd.map(|(_, odd)| *odd).collect(),
            }
        };
        let says = |line: &SummaryLine| line.missing || line.flagged || !line.odd.is_empty();
        let all = std::iter::once(None).chain((0..self.all).map(Some));
        all.map(line).filter(says).collect()
    }

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
            Some(Asking::Summary { paper, .. }) => paper.text(),
            _ => "",
        };
        Some(Summary::of(open, &self.scheme, paper))
    }

    pub(super) fn open_summary(&mut self) {
        self.over.asking = Some(Asking::Summary {
            paper: Typed::default(),
            at: None,
            warned: false,
        });
    }

    /// Picks another line of the summary; false where it is not open.
    pub fn step_summary(&mut self, by: isize) -> bool {
        let count = self.summary().map_or(0, |summary| summary.lines().len());
        let Some(Asking::Summary { at, .. }) = &mut self.over.asking else {
            return false;
        };
        *at = match *at {
            _ if count == 0 => None,
            None if by < 0 => Some(count - 1),
            None => Some(usize::try_from(by - 1).unwrap_or(0).min(count - 1)),
            Some(at) => Some(at.saturating_add_signed(by).min(count - 1)),
        };
        true
    }

    /// The total on paper is another one, and that has not been told yet.
    pub(super) fn paper_differs(&mut self) -> Option<PaperCheck> {
        let check = self.summary()?.paper?;
        let Some(Asking::Summary { warned, .. }) = &mut self.over.asking else {
            return None;
        };
        let told = check == PaperCheck::Same || std::mem::replace(warned, true);
        (!told).then_some(check)
    }

    /// In the summary digits are the paper's total, arrows pick a line; Enter goes to the item of
    /// that line, or to the first missing one.
    pub(super) fn press_summary(&mut self, stroke: Stroke) -> Answer {
        let letter = match stroke {
            Stroke::Digit(digit) => char::from(b'0' + digit.min(9)),
            Stroke::Point => '.',
            Stroke::Enter => return self.leave_summary(),
            Stroke::Up | Stroke::Down => {
                self.step_summary(stroke.step().unwrap_or(0));
                return Answer::quiet();
            }
            _ => return Answer::quiet(),
        };
        if let Some(Asking::Summary { paper, warned, .. }) = &mut self.over.asking
            && paper.text().len() < 24
        {
            *warned = false;
            paper.edit(Edit::Insert(letter));
        }
        Answer::quiet()
    }

    fn leave_summary(&mut self) -> Answer {
        let picked = match &self.over.asking {
            Some(Asking::Summary { at, .. }) => *at,
            _ => None,
        };
        let Some(summary) = self.summary() else {
            return Answer::quiet();
        };
        let line = picked.and_then(|at| summary.lines().get(at)?.slot);
        if let Some(at) = line {
            self.over.asking = None;
            return self.go_to(at);
        }
        let missing = summary.missing.first().copied();
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
