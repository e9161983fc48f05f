//! Parties that fill sheets: several sheets → one score, its bounds and its categories
//! (P1, P2, P7, P8, K5).

use std::ops::Range;

use super::amount::Rounder;
use super::own::Scores;
use super::plan::{CategoryPlace, Plan, SheetPlan};
use super::sheet::{self, Missing, Zeroed};
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
    /// Where its category scores lie among those of all parties, one for each category of the
    /// track; nowhere unless the party fills sheets of items.
    pub categories: Range<usize>,
    pub category_bounds: Vec<Option<(Exact, Exact)>>,
    pub begun: u32,
    pub counting: u32,
    pub marks_there: u32,
    pub marks_asked: u32,
}

/// P1: the aggregate of some values, kept; none of none.
fn gather<'a>(
    values: impl Iterator<Item = &'a Exact>,
    aggregate: Aggregate,
    rounder: Rounder,
) -> Option<Exact> {
    let sorted = |values| {
        let mut values = Vec::from_iter(values);
        values.sort_unstable();
        values
    };
    match aggregate {
        Aggregate::Mean => rounder.mean(values),
        Aggregate::Median => {
            let values = sorted(values);
            let middle = values.len() / 2;
            let first = middle.checked_sub(usize::from(values.len() % 2 == 0))?;
            rounder.mean(values.get(first..=middle)?.iter().copied())
        }
        Aggregate::Trimmed { .. } => {
            let values = sorted(values);
            let trim = trimmed(values.len(), aggregate);
            rounder.mean(values.get(trim..values.len() - trim)?.iter().copied())
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

/// The figures of sheets, behind those of other parties: a row for each sheet, its category scores
/// and then its total.
struct Rows<'a> {
    cells: &'a mut Scores,
    /// Where the first row begins.
    start: usize,
    count: usize,
    width: usize,
    aggregate: Aggregate,
    rounder: Rounder,
}

impl Rows<'_> {
    fn last(&self) -> &[Option<Exact>] {
        self.cells
            .get(self.cells.len() - self.width..)
            .unwrap_or_default()
    }

    fn last_total(&self) -> Option<&Exact> {
        self.cells.last()?.as_ref()
    }

    fn drop_last(&mut self) {
        self.cells.truncate(self.cells.len() - self.width);
        self.count -= 1;
    }

    fn clear(&mut self) {
        self.cells.truncate(self.start);
    }

    /// The figures of a column, of the rows that have one.
    fn column(&self, column: usize) -> impl Iterator<Item = &Exact> {
        let cells = self.cells.iter().skip(self.start + column);
        cells.step_by(self.width).flatten()
    }

    /// A column together.
    fn together(&self, column: usize) -> Option<Exact> {
        gather(self.column(column), self.aggregate, self.rounder)
    }

    /// P1: the totals together.
    fn total(&self) -> Option<Exact> {
        self.together(self.width - 1)
    }

    /// P8: each category together, over the sheets on which it applies; those of one sheet are
    /// that already. They take the place of the rows.
    fn categories(&mut self) -> Range<usize> {
        let categories = self.width - 1;
        if self.count > 1 {
            for column in 0..categories {
                self.cells[self.start + column] = self.together(column);
            }
        }
        self.cells.truncate(self.start + categories);
        self.start..self.cells.len()
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

    /// Adds the figures of a sheet; returns how many marks it lacks.
    fn figures(&self, marks: &[Mark], missing: Missing, rows: &mut Rows) -> u32 {
        rows.count += 1;
        let row = &mut *rows.cells;
        if !self.overall {
            return sheet::figures(self.plan, self.sheet_plan, marks, self.zeroed, missing, row);
        }
        let mark = sheet::overall(marks);
        row.push(Some(
            mark.unwrap_or_else(|| missing.mark(self.plan.scheme().marks)),
        ));
        u32::from(marks.first() == Some(&Mark::Missing))
    }

    /// C4, P7, C3: why a sheet does not count.
    fn left_out(input: &SheetInput, missing: u32, total: Option<&Exact>) -> Option<LeftOut> {
        if input.recused {
            Some(LeftOut::Recused)
        } else if missing > 0 {
            Some(LeftOut::Incomplete { missing })
        } else if !input.submitted {
            Some(LeftOut::NotSubmitted)
        } else if total.is_none() {
            Some(LeftOut::NothingApplies)
        } else {
            None
        }
    }

    /// Whether a sheet is begun and may take part (P7).
    fn begun(&self, input: &SheetInput) -> bool {
        !input.recused && sheet::begun(input)
    }

    /// P1, P2, P8: the score of the party and its categories, where enough sheets count. The
    /// category scores come to stand at the end of `scores`.
    pub(super) fn work(
        &self,
        sheets: &[SheetInput],
        scores: &mut Scores,
        work: &mut PartyWork,
        trace: &mut impl Trace,
    ) {
        let mut rows = self.rows(scores);
        for input in sheets {
            let missing = self.figures(&input.marks, Missing::Zero, &mut rows);
            if self.begun(input) {
                work.begun += 1;
                let asked = u32::try_from(input.marks.len()).unwrap_or(u32::MAX);
                work.marks_asked += asked;
                work.marks_there += asked - missing;
            }
            match Self::left_out(input, missing, rows.last_total()) {
                None => self.tell_sheet(input, rows.last(), trace),
                Some(why) => {
                    rows.drop_last();
                    trace.step(|| Step::SheetLeftOut {
                        party: self.party,
                        rater: input.rater.clone(),
                        why,
                    });
                }
            }
        }
        work.counting = u32::try_from(rows.count).unwrap_or(u32::MAX);
        if work.counting >= self.gathering.at_least {
            work.score = rows.total();
        }
        self.tell_score(work, &rows, trace);
        if work.score.is_some() {
            work.categories = rows.categories();
            self.tell_categories(&scores[work.categories.clone()], trace);
        } else {
            rows.clear();
        }
    }

    /// Room for the figures of sheets, behind what is there.
    fn rows<'b>(&self, cells: &'b mut Scores) -> Rows<'b> {
        Rows {
            start: cells.len(),
            count: 0,
            cells,
            width: 1 + if self.overall {
                0
            } else {
                self.sheet_plan.categories.len()
            },
            aggregate: self.gathering.aggregate,
            rounder: self.rounder(),
        }
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

    fn bound(&self, begun: &[&SheetInput], missing: Missing) -> (Exact, Scores) {
        let mut cells = Scores::new();
        let mut rows = self.rows(&mut cells);
        for input in begun {
            self.figures(&input.marks, missing, &mut rows);
            if rows.last_total().is_none() {
                rows.drop_last();
            }
        }
        for _ in rows.count..self.gathering.at_least.max(1) as usize {
            self.empty_sheet(missing, &mut rows);
        }
        let bound = rows.total().unwrap_or_else(Exact::zero);
        rows.categories();
        (bound, cells)
    }

    /// K5: adds a sheet that nobody has begun: 0, or full marks.
    fn empty_sheet(&self, missing: Missing, rows: &mut Rows) {
        if !self.overall {
            let applies = |place: &CategoryPlace| place.elsewhere < place.full;
            let places = self.sheet_plan.categories.iter();
            let empty = |place| applies(place).then(|| missing.mark(place.full));
            rows.cells.extend(places.map(empty));
        }
        let total = missing.mark(self.plan.scheme().marks);
        rows.cells.push(Some(total));
        rows.count += 1;
    }

    fn tell_sheet(&self, sheet: &SheetInput, row: &[Option<Exact>], trace: &mut impl Trace) {
        if !self.overall {
            let telling = sheet::Telling {
                plan: self.plan,
                party: self.party,
                sheet_plan: self.sheet_plan,
                sheet,
                zeroed: self.zeroed,
            };
            telling.tell(row, trace);
        }
    }

    fn tell_score(&self, work: &PartyWork, rows: &Rows, trace: &mut impl Trace) {
        let (party, rounder) = (self.party, self.rounder());
        let Gathering {
            aggregate,
            at_least,
        } = self.gathering;
        match &work.score {
            Some(score) => trace.step(|| {
                let totals = rows.column(rows.width - 1);
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

    fn tell_categories(&self, scores: &[Option<Exact>], trace: &mut impl Trace) {
        if !trace.listens() {
            return;
        }
        for (place, score) in self.sheet_plan.categories.iter().zip(scores) {
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
