//! One sheet: marks → category scores → total (C1 to C4, V5).

use super::plan::{CategoryPlace, Plan, SheetPlan};
use super::trace::{Step, Trace};
use super::{Entry, Mark, Rule, SheetInput};
use crate::number::{Decimal, Exact};
use crate::scheme::{CategoryIndex, Item, ItemIndex, ItemRule, PartyIndex, VetoIndex};

/// How missing marks are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// As 0: the low bound (K5), and the figures of a sheet that has none missing.
    Zero,
    /// As full: the high bound (K5).
    Full,
}

/// The figures of one sheet.
#[derive(Debug, Clone)]
pub(super) struct SheetFigures {
    /// None where nothing applies (C3).
    pub total: Option<Exact>,
    /// One for each category of the track's plan; none where it does not apply (C2).
    pub categories: Vec<Option<Exact>>,
}

/// Marks of one category, added up.
#[derive(Debug, Clone)]
struct Sum {
    millionths: i128,
    quotients: Option<Exact>,
    not_applicable: i128,
}

impl Sum {
    fn value(&self) -> Exact {
        let whole = Exact::quotient(self.millionths, Decimal::ONE);
        match &self.quotients {
            Some(quotients) => &whole + quotients,
            None => whole,
        }
    }
}

/// Items that V5 sets to 0, with the veto that does.
pub(super) type Zeroed = [(ItemIndex, VetoIndex)];

fn is_zeroed(zeroed: &Zeroed, item: ItemIndex) -> bool {
    zeroed.iter().any(|(other, _)| *other == item)
}

/// How many items of a sheet have no entry, after V5.
pub(super) fn missing(plan: &SheetPlan, sheet: &SheetInput, zeroed: &Zeroed) -> u32 {
    let mut count = 0;
    for (slot, mark) in sheet.marks.iter().enumerate() {
        let zeroed = || {
            let item = plan.items.get(slot);
            item.is_some_and(|item| is_zeroed(zeroed, *item))
        };
        if matches!(mark, Mark::Missing) && !zeroed() {
            count += 1;
        }
    }
    count
}

/// Whether a sheet has an entry.
pub(super) fn begun(sheet: &SheetInput) -> bool {
    !sheet.marks.iter().all(|mark| matches!(mark, Mark::Missing))
}

/// Adds up the marks of one category.
fn add_up(
    plan: &SheetPlan,
    category: &CategoryPlace,
    marks: &[Mark],
    zeroed: &Zeroed,
    missing: Missing,
) -> Sum {
    let mut sum = Sum {
        millionths: 0,
        quotients: None,
        not_applicable: category.elsewhere.millionths(),
    };
    let slots = category.slots.clone();
    let marks = marks.get(slots.clone()).unwrap_or_default();
    for (slot, mark) in slots.zip(marks) {
        if !zeroed.is_empty() && is_zeroed(zeroed, plan.items[slot]) {
            continue;
        }
        match mark {
            Mark::Millionths(value) => sum.millionths += i128::from(*value),
            Mark::Quotient(value) => {
                sum.quotients = Some(match sum.quotients.take() {
                    Some(before) => &before + value,
                    None => (**value).clone(),
                });
            }
            Mark::NotApplicable => sum.not_applicable += plan.points[slot].millionths(),
            Mark::Missing if missing == Missing::Full => {
                sum.millionths += plan.points[slot].millionths();
            }
            Mark::Missing => {}
        }
    }
    sum
}

/// C2, C3: the figures of a sheet of method `sheet`.
pub(super) fn figures(
    plan: &Plan,
    sheet_plan: &SheetPlan,
    marks: &[Mark],
    zeroed: &Zeroed,
    missing: Missing,
) -> SheetFigures {
    let rounder = plan.rounder();
    let mut categories = Vec::with_capacity(sheet_plan.categories.len());
    let mut total: Option<Exact> = None;
    let mut full_marks = 0;
    for category in &sheet_plan.categories {
        let sum = add_up(sheet_plan, category, marks, zeroed, missing);
        let full = category.full.millionths();
        let applies = full - sum.not_applicable;
        if applies <= 0 {
            categories.push(None);
            continue;
        }
        let mut score = sum.value();
        if applies != full {
            score = &score * &Exact::quotient(full, applies);
        }
        let score = rounder.keep(score);
        full_marks += full;
        total = Some(match total {
            Some(before) => &before + &score,
            None => score.clone(),
        });
        categories.push(Some(score));
    }
    let scale = plan.scheme().marks.millionths();
    let total = total.map(|sum| {
        let scaled = if full_marks == scale {
            sum
        } else {
            &sum * &Exact::quotient(scale, full_marks)
        };
        rounder.keep(scaled)
    });
    SheetFigures { total, categories }
}

/// The one overall mark of a party of method `mark` (P2).
pub(super) fn overall(marks: &[Mark]) -> Option<Exact> {
    marks.first().and_then(Mark::value)
}

impl Mark {
    /// The mark that an entry makes; with `rounding = "printed"` it is rounded here (N2).
    #[must_use]
    pub fn of(plan: &Plan, item: &Item, entry: &Entry) -> Self {
        match entry.mark(item) {
            None => Self::NotApplicable,
            Some(mark) => Self::of_exact(plan.rounder().keep(mark)),
        }
    }

    /// A mark as it was entered.
    #[must_use]
    pub fn of_decimal(mark: Decimal) -> Self {
        Self::of_exact(Exact::from(mark))
    }

    fn of_exact(mark: Exact) -> Self {
        let millionths = mark
            .decimal()
            .and_then(|mark| i64::try_from(mark.millionths()).ok());
        millionths.map_or_else(|| Self::Quotient(Box::new(mark)), Self::Millionths)
    }

    /// The mark as a number; none where it is missing or not applicable.
    #[must_use]
    pub fn value(&self) -> Option<Exact> {
        match self {
            Self::Missing | Self::NotApplicable => None,
            Self::Millionths(value) => Some(Exact::quotient(i128::from(*value), Decimal::ONE)),
            Self::Quotient(value) => Some((**value).clone()),
        }
    }
}

/// Which rule makes the mark of an item.
fn rule_of(rule: &ItemRule) -> Rule {
    match rule {
        ItemRule::Direct { .. } => Rule::I1,
        ItemRule::Deductions(_) => Rule::I2,
        ItemRule::Options(_) => Rule::I3,
        ItemRule::Linear { .. } => Rule::I4,
        ItemRule::Stepped { .. } => Rule::I5,
        ItemRule::Bands { .. } => Rule::I6,
        ItemRule::Ledger { .. } => Rule::P5,
    }
}

/// Tells how a sheet that counts came to its figures.
pub(super) fn tell(
    plan: &Plan,
    party: PartyIndex,
    sheet_plan: &SheetPlan,
    sheet: &SheetInput,
    zeroed: &Zeroed,
    figures: &SheetFigures,
    trace: &mut impl Trace,
) {
    if !trace.listens() {
        return;
    }
    let rounder = plan.rounder();
    let rater = || sheet.rater.clone();
    for (item, mark) in sheet_plan.items.iter().zip(&sheet.marks) {
        let value = mark.value().map(|value| rounder.print(&value));
        if let Some((_, veto)) = zeroed.iter().find(|(other, _)| other == item) {
            let (item, veto) = (*item, *veto);
            trace.step(|| Step::Zeroed {
                veto,
                party,
                rater: rater(),
                item,
                before: value,
            });
        } else if let Some(mark) = value {
            let rule = rule_of(&plan.scheme().item(*item).rule);
            trace.step(|| Step::Item {
                rule,
                party,
                rater: rater(),
                item: *item,
                mark,
            });
        } else if *mark == Mark::NotApplicable {
            trace.step(|| Step::NotApplicable {
                rule: Rule::I7,
                party,
                rater: rater(),
                item: *item,
            });
        }
    }
    for item in &sheet_plan.elsewhere {
        trace.step(|| Step::NotApplicable {
            rule: Rule::I9,
            party,
            rater: rater(),
            item: *item,
        });
    }
    let mut full_marks = Decimal::ZERO;
    let mut total_of_categories = Exact::zero();
    for (category, score) in sheet_plan.categories.iter().zip(&figures.categories) {
        let Some(score) = score else { continue };
        let sum = add_up(sheet_plan, category, &sheet.marks, zeroed, Missing::Zero);
        full_marks = Decimal::from_millionths(full_marks.millionths() + category.full.millionths());
        total_of_categories = &total_of_categories + score;
        trace.step(|| Step::SheetCategory {
            party,
            rater: rater(),
            category: category.index,
            sum: rounder.print(&sum.value()),
            full: category.full,
            not_applicable: Decimal::from_millionths(sum.not_applicable),
            score: rounder.print(score),
        });
    }
    if let Some(total) = &figures.total {
        trace.step(|| Step::SheetTotal {
            party,
            rater: rater(),
            sum: rounder.print(&total_of_categories),
            full: full_marks,
            total: rounder.print(total),
        });
    }
}

/// Where a category stands in the plan of a sheet.
pub(super) fn category_slot(plan: &SheetPlan, category: CategoryIndex) -> Option<usize> {
    plan.categories
        .iter()
        .position(|place| place.index == category)
}
