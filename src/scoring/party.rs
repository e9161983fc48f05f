//! Parties that fill sheets: several sheets → one score, its bounds and its categories
//! (P1, P2, P7, P8, K5).

use super::amount::{Rounder, mean};
use super::plan::{Plan, SheetPlan};
use super::sheet::{self, Missing, SheetFigures, Zeroed};
use super::trace::{LeftOut, Step, Trace};
use super::{Mark, SheetInput};
use crate::number::{Exact, Figure};
use crate::scheme::{Aggregate, Gathering, Method, PartyIndex, TrackIndex};

/// What a party says, on its way.
#[derive(Debug, Clone, Default)]
pub(super) struct PartyWork {
    pub score: Option<Exact>,
    /// Bounds where there is no score and somebody asked for them.
    pub bounds: Option<(Exact, Exact)>,
    pub satisfaction: Option<Figure>,
    /// One for each category of the track; empty unless the party fills sheets of items.
    pub categories: Vec<Option<Exact>>,
    pub category_bounds: Vec<Option<(Exact, Exact)>>,
    pub begun: u32,
    pub counting: u32,
    pub marks_there: u32,
    pub marks_asked: u32,
}

/// P1: the aggregate of some values; none of none.
fn gather(values: impl Iterator<Item = Exact>, aggregate: Aggregate) -> Option<Exact> {
    let sorted = |values| {
        let mut values = Vec::from_iter(values);
        values.sort_unstable();
        values
    };
    match aggregate {
        Aggregate::Mean => mean(values),
        Aggregate::Median => {
            let values = sorted(values);
            let middle = values.len() / 2;
            let first = middle.checked_sub(usize::from(values.len() % 2 == 0))?;
            mean(values.get(first..=middle)?.iter().cloned())
        }
        Aggregate::Trimmed { .. } => {
            let values = sorted(values);
            let trim = trimmed(values.len(), aggregate);
            mean(values.get(trim..values.len() - trim)?.iter().cloned())
        }
    }
}

/// How many values are left out at each end (P1).
fn trimmed(count: usize, aggregate: Aggregate) -> usize {
    match aggregate {
        Aggregate::Trimmed { trim_from, trim } if count >= trim_from as usize => {
            // A checked scheme has trim_from above twice trim, so something remains.
            (trim as usize).min(count.saturating_sub(1) / 2)
        }
        _ => 0,
    }
}

/// A party of method `sheet` or `mark`, and how it gathers.
pub(super) struct Gatherer<'a> {
    pub plan: &'a Plan<'a>,
    pub party: PartyIndex,
    pub gathering: Gathering,
    sheet_plan: &'a SheetPlan,
    overall: bool,
    zeroed: &'a Zeroed,
}

impl<'a> Gatherer<'a> {
    /// None where the party fills no sheets.
    pub(super) fn new(
        plan: &'a Plan<'a>,
        track: TrackIndex,
        party: PartyIndex,
        zeroed: &'a Zeroed,
    ) -> Option<Self> {
        let (gathering, overall) = match plan.scheme().party(party).method {
            Method::Sheet(gathering) => (gathering, false),
            Method::Mark(gathering) => (gathering, true),
            Method::Ballot(_) | Method::Ledger(_) => return None,
        };
        let sheet_plan = plan.sheet(track, party);
        Some(Self {
            plan,
            party,
            gathering,
            sheet_plan,
            overall,
            zeroed,
        })
    }

    fn rounder(&self) -> Rounder {
        self.plan.rounder()
    }

    fn figures(&self, marks: &[Mark], missing: Missing) -> SheetFigures {
        if self.overall {
            let empty = match missing {
                Missing::Zero => Exact::zero(),
                Missing::Full => Exact::from(self.plan.scheme().marks),
            };
            let total = Some(sheet::overall(marks).unwrap_or(empty));
            SheetFigures {
                total,
                categories: Vec::new(),
            }
        } else {
            sheet::figures(self.plan, self.sheet_plan, marks, self.zeroed, missing)
        }
    }

    /// C4, P7, C3: why a sheet does not count, or its figures.
    fn counts(&self, input: &SheetInput, missing: u32) -> Result<SheetFigures, LeftOut> {
        if input.recused {
            return Err(LeftOut::Recused);
        }
        if missing > 0 {
            return Err(LeftOut::Incomplete { missing });
        }
        if !input.submitted {
            return Err(LeftOut::NotSubmitted);
        }
        let figures = self.figures(&input.marks, Missing::Zero);
        if figures.total.is_some() {
            Ok(figures)
        } else {
            Err(LeftOut::NothingApplies)
        }
    }

    /// Whether a sheet is begun and may take part (P7).
    fn begun(&self, input: &SheetInput) -> bool {
        !input.recused && sheet::begun(input)
    }

    /// P1, P2, P8: the score of the party and its categories, where enough sheets count.
    pub(super) fn work(&self, sheets: &[SheetInput], trace: &mut impl Trace) -> PartyWork {
        let mut work = PartyWork::default();
        let mut counting = Vec::with_capacity(sheets.len());
        for input in sheets {
            let missing = sheet::missing(self.sheet_plan, input, self.zeroed);
            if self.begun(input) {
                work.begun += 1;
                let asked = u32::try_from(input.marks.len()).unwrap_or(u32::MAX);
                work.marks_asked += asked;
                work.marks_there += asked - missing;
            }
            match self.counts(input, missing) {
                Ok(figures) => {
                    if !self.overall {
                        let zeroed = self.zeroed;
                        let (party, slots) = (self.party, self.sheet_plan);
                        sheet::tell(self.plan, party, slots, input, zeroed, &figures, trace);
                    }
                    counting.push(figures);
                }
                Err(why) => {
                    let party = self.party;
                    trace.step(|| Step::SheetLeftOut {
                        party,
                        rater: input.rater.clone(),
                        why,
                    });
                }
            }
        }
        work.counting = u32::try_from(counting.len()).unwrap_or(u32::MAX);
        if work.counting >= self.gathering.at_least {
            work.score = self.total(&counting);
        }
        self.tell_score(&work, &counting, trace);
        if work.score.is_some() {
            work.categories = self.categories(counting);
            self.tell_categories(&work, trace);
        }
        work
    }

    /// P1: the totals together.
    fn total(&self, sheets: &[SheetFigures]) -> Option<Exact> {
        let totals = sheets.iter().filter_map(|figures| figures.total.clone());
        gather(totals, self.gathering.aggregate).map(|total| self.rounder().keep(total))
    }

    /// P8: each category over the sheets on which it applies.
    fn categories(&self, mut sheets: Vec<SheetFigures>) -> Vec<Option<Exact>> {
        if sheets.len() == 1 {
            return sheets.pop().map_or_else(Vec::new, |only| only.categories);
        }
        let width = sheets.first().map_or(0, |figures| figures.categories.len());
        let category = |slot: usize| {
            let scores = sheets
                .iter()
                .filter_map(|figures| figures.categories.get(slot)?.clone());
            gather(scores, self.gathering.aggregate).map(|score| self.rounder().keep(score))
        };
        (0..width).map(category).collect()
    }

    /// K5: what the score would be at least and at most, from the sheets that are begun.
    pub(super) fn bounds(&self, sheets: &[SheetInput], work: &mut PartyWork) {
        let begun: Vec<&SheetInput> = sheets.iter().filter(|input| self.begun(input)).collect();
        let (low, low_categories) = self.bound(&begun, Missing::Zero);
        let (high, high_categories) = self.bound(&begun, Missing::Full);
        work.bounds = Some((low, high));
        work.category_bounds = low_categories
            .into_iter()
            .zip(high_categories)
            .map(|(low, high)| low.zip(high))
            .collect();
    }

    fn bound(&self, begun: &[&SheetInput], missing: Missing) -> (Exact, Vec<Option<Exact>>) {
        let mut sheets: Vec<SheetFigures> = begun
            .iter()
            .map(|input| self.figures(&input.marks, missing))
            .filter(|figures| figures.total.is_some())
            .collect();
        let needed = self.gathering.at_least.max(1) as usize;
        if sheets.len() < needed {
            let empty = self.empty_sheet(missing);
            sheets.resize_with(needed, || empty.clone());
        }
        let bound = self.total(&sheets).unwrap_or_else(Exact::zero);
        (bound, self.categories(sheets))
    }

    /// K5: a sheet that nobody has begun: 0, or full marks.
    fn empty_sheet(&self, missing: Missing) -> SheetFigures {
        let of = |full: crate::number::Decimal| match missing {
            Missing::Zero => Exact::zero(),
            Missing::Full => Exact::from(full),
        };
        let applies = |place: &super::plan::CategoryPlace| {
            (place.elsewhere < place.full).then(|| of(place.full))
        };
        let categories = if self.overall {
            Vec::new()
        } else {
            self.sheet_plan.categories.iter().map(applies).collect()
        };
        SheetFigures {
            total: Some(of(self.plan.scheme().marks)),
            categories,
        }
    }

    fn tell_score(&self, work: &PartyWork, counting: &[SheetFigures], trace: &mut impl Trace) {
        let (party, rounder) = (self.party, self.rounder());
        let Gathering {
            aggregate,
            at_least,
        } = self.gathering;
        match &work.score {
            Some(score) => trace.step(|| {
                let totals = counting.iter().filter_map(|sheet| sheet.total.as_ref());
                let mut totals: Vec<Figure> = totals.map(|total| rounder.print(total)).collect();
                totals.sort_unstable_by(|one, other| other.cmp(one));
                let left_out = u32::try_from(trimmed(totals.len(), aggregate)).unwrap_or(0);
                let score = rounder.print(score);
                Step::Gathered {
                    party,
                    aggregate,
                    totals,
                    left_out,
                    score,
                }
            }),
            None => trace.step(|| Step::TooFewSheets {
                party,
                there: work.counting,
                needed: at_least,
            }),
        }
    }

    fn tell_categories(&self, work: &PartyWork, trace: &mut impl Trace) {
        if !trace.listens() {
            return;
        }
        for (place, score) in self.sheet_plan.categories.iter().zip(&work.categories) {
            if let Some(score) = score {
                let (party, category) = (self.party, place.index);
                let score = self.rounder().print(score);
                trace.step(|| Step::PartyCategory {
                    party,
                    category,
                    score,
                });
            }
        }
    }
}
