//! One sheet: marks → category scores → total (C1 to C4, V5).

use super::amount::Rounder;
use super::own::Scores;
use super::plan::{CategoryPlace, Plan, SheetPlan};
use super::trace::{Step, Trace};
use super::{Entry, Mark, Rule, SheetInput};
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{Item, ItemIndex, ItemRule, Method, PartyIndex, TrackIndex, VetoIndex};

/// How missing marks are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// As 0: the low bound (K5), and the figures of a sheet that has none missing.
    Zero,
    /// As full: the high bound (K5).
    Full,
}

impl Missing {
    /// K5: what stands for a mark that is missing, of so many at most.
    pub(super) fn mark(self, full: Decimal) -> Exact {
        match self {
            Self::Zero => Exact::zero(),
            Self::Full => Exact::from(full),
        }
    }

    /// Of a low and a high bound the one that comes of it.
    pub(super) const fn bound<T>(self, (low, high): &(T, T)) -> &T {
        match self {
            Self::Zero => low,
            Self::Full => high,
        }
    }
}

/// Marks of one category, added up.
#[derive(Debug, Clone)]
struct CategorySum {
    millionths: i128,
    /// Of the marks that are no whole number of millionths.
    quotients: Option<Exact>,
    not_applicable: i128,
    /// How many items have no entry, after V5.
    missing: u32,
}

impl CategorySum {
    /// Adds a mark that is not simply added up, as nearly all are.
    #[cold]
    fn add_other(&mut self, mark: &Mark, plan: &SheetPlan, slot: usize, missing: Missing) {
        match mark {
            Mark::Millionths(value) => self.millionths += i128::from(*value),
            Mark::Quotient(value) => {
                let before = self.quotients.take().unwrap_or_else(Exact::zero);
                self.quotients = Some(&before + value);
            }
            Mark::NotApplicable => self.not_applicable += plan.points[slot].millionths(),
            Mark::Missing => {
                self.missing += 1;
                if missing == Missing::Full {
                    self.millionths += plan.full_marks[slot].millionths();
                }
            }
        }
    }

    #[inline]
    fn value(&self) -> Exact {
        let whole = Exact::from(Decimal::from_millionths(self.millionths));
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
    let of = |category| add_up(plan, category, &sheet.marks, zeroed, Missing::Zero).missing;
    plan.categories.iter().map(of).sum()
}

/// Whether a sheet has an entry.
pub(super) fn begun(sheet: &SheetInput) -> bool {
    !sheet.marks.iter().all(|mark| matches!(mark, Mark::Missing))
}

/// Adds up the marks of one category.
#[inline(always)]
fn add_up(
    plan: &SheetPlan,
    category: &CategoryPlace,
    marks: &[Mark],
    zeroed: &Zeroed,
    missing: Missing,
) -> CategorySum {
    let mut sum = CategorySum {
        millionths: 0,
        quotients: None,
        not_applicable: category.elsewhere.millionths(),
        missing: 0,
    };
    let slots = category.slots.clone();
    let marks = marks.get(slots.clone()).unwrap_or_default();
    let mut millionths = 0;
    for (slot, mark) in slots.zip(marks) {
        match mark {
            _ if !zeroed.is_empty() && is_zeroed(zeroed, plan.items[slot]) => {}
            Mark::Millionths(value) => millionths += i128::from(*value),
            other => sum.add_other(other, plan, slot, missing),
        }
    }
    sum.millionths += millionths;
    sum
}

/// C2, C3: the figures of a sheet of method `sheet`. Pushes the score of each category of the
/// track's plan, none where it does not apply, and then the total, none where nothing applies.
/// Returns how many items have no entry (C4), each mark being read once.
pub(super) fn figures(
    plan: &Plan,
    sheet_plan: &SheetPlan,
    marks: &[Mark],
    zeroed: &Zeroed,
    missing: Missing,
    row: &mut Scores,
) -> u32 {
    let rounder = plan.rounder();
    let mut total = Exact::zero();
    let (mut full_marks, mut count) = (0, 0);
    for category in &sheet_plan.categories {
        let sum = add_up(sheet_plan, category, marks, zeroed, missing);
        count += sum.missing;
        let score = category_score(category, &sum, rounder);
        if let Some(score) = &score {
            full_marks += category.full.millionths();
            total = &total + score;
        }
        row.push(score);
    }
    row.push(on_the_scale(plan, total, full_marks));
    count
}

/// C2: what does not apply is made up within its category.
#[inline]
fn category_score(category: &CategoryPlace, sum: &CategorySum, rounder: Rounder) -> Option<Exact> {
    let full = category.full.millionths();
    let applies = full - sum.not_applicable;
    if applies <= 0 {
        return None;
    }
    if applies == full {
        return Some(rounder.keep(sum.value()));
    }
    let of = |millionths| Exact::from(Decimal::from_millionths(millionths));
    rounder.keep_quotient(&(&sum.value() * &of(full)), &of(applies))
}

/// C3: on the scale of the scheme's marks; none where no category applies.
fn on_the_scale(plan: &Plan, sum: Exact, full_marks: i128) -> Option<Exact> {
    if full_marks == 0 {
        return None;
    }
    let marks = plan.scheme().marks;
    if full_marks == marks.millionths() {
        return Some(plan.rounder().keep(sum));
    }
    let full_marks = Exact::from(Decimal::from_millionths(full_marks));
    let scaled = &sum * &Exact::from(marks);
    plan.rounder().keep_quotient(&scaled, &full_marks)
}

/// What a sheet comes to as it stands, as printed: its total (C3), missing marks taken as 0, or its
/// overall mark (P2). `marks` are one a slot of the party's sheet on the track; `zeroed` are the
/// items that V5 sets to 0. None where no category applies, or no overall mark is there.
///
/// Of a sheet that counts this is the figure that its party's score is made from.
#[must_use]
pub fn sheet_total(
    plan: &Plan,
    track: TrackIndex,
    party: PartyIndex,
    marks: &[Mark],
    zeroed: &[(ItemIndex, VetoIndex)],
) -> Option<Figure> {
    let total = match plan.scheme().party(party).method {
        Method::Mark(_) => overall(marks),
        _ => {
            let mut row = Scores::new();
            let sheet_plan = plan.sheet(track, party);
            figures(plan, sheet_plan, marks, zeroed, Missing::Zero, &mut row);
            row.pop().flatten()
        }
    };
    total.map(|total| plan.rounder().print(&total))
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

/// A sheet that counts, for those who listen.
pub(super) struct Telling<'a> {
    pub plan: &'a Plan<'a>,
    pub party: PartyIndex,
    pub sheet_plan: &'a SheetPlan,
    pub sheet: &'a SheetInput,
    pub zeroed: &'a Zeroed,
}

impl Telling<'_> {
    /// Tells how the sheet came to its figures, a row as [`figures`] makes it.
    pub(super) fn tell(&self, row: &[Option<Exact>], trace: &mut impl Trace) {
        if let (true, Some((total, scores))) = (trace.listens_to_sheets(), row.split_last()) {
            self.tell_items(trace);
            self.tell_categories(scores, total.as_ref(), trace);
        }
    }

    /// I1 to I6, V5
    fn tell_items(&self, trace: &mut impl Trace) {
        let (party, plan) = (self.party, self.plan);
        let rater = || self.sheet.rater.clone();
        for (item, mark) in self.sheet_plan.items.iter().zip(&self.sheet.marks) {
            let item = *item;
            let value = mark.value().map(|value| plan.rounder().print(&value));
            if let Some((_, veto)) = self.zeroed.iter().find(|(other, _)| *other == item) {
                trace.step(|| Step::Zeroed {
                    veto: *veto,
                    party,
                    rater: rater(),
                    item,
                    before: value,
                });
            } else if let Some(mark) = value {
                trace.step(|| Step::Item {
                    rule: rule_of(&plan.scheme().item(item).rule),
                    party,
                    rater: rater(),
                    item,
                    mark,
                });
            } else if *mark == Mark::NotApplicable {
                trace.step(|| Step::NotApplicable {
                    rule: Rule::I7,
                    party,
                    rater: rater(),
                    item,
                });
            }
        }
        for item in &self.sheet_plan.elsewhere {
            trace.step(|| Step::NotApplicable {
                rule: Rule::I9,
                party,
                rater: rater(),
                item: *item,
            });
        }
    }

    /// C2, C3
    fn tell_categories(
        &self,
        scores: &[Option<Exact>],
        total: Option<&Exact>,
        trace: &mut impl Trace,
    ) {
        let (party, rounder) = (self.party, self.plan.rounder());
        let rater = || self.sheet.rater.clone();
        let (mut sum_of_scores, mut full_marks) = (Exact::zero(), 0);
        for (category, score) in self.sheet_plan.categories.iter().zip(scores) {
            let Some(score) = score else { continue };
            let (marks, zeroed) = (&self.sheet.marks, self.zeroed);
            let sum = add_up(self.sheet_plan, category, marks, zeroed, Missing::Zero);
            full_marks += category.full.millionths();
            sum_of_scores = &sum_of_scores + score;
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
        if let Some(total) = total {
            trace.step(|| Step::SheetTotal {
                party,
                rater: rater(),
                sum: rounder.print(&sum_of_scores),
                full: Decimal::from_millionths(full_marks),
                total: rounder.print(total),
            });
        }
    }
}
