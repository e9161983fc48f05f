//! The figures of the open organisation: made by the one calculation from its cells, with what is
//! on its way, on trial and in the draft laid over them.

use super::open::{Cells, Open, field, lay};
use super::{Chair, Desk};
use crate::round::assemble;
use crate::scheme::Scheme;
use crate::scoring::{
    Mark, OrganisationFigures, OrganisationInput, Plan, Recording, SheetInput, Silent, Step, own,
};

impl Desk {
    /// Makes the figures anew.
    pub(super) fn reckon(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        let plan = Plan::new(&self.scheme);
        let cells = self.laid_over(&open);
        let input = self.input(&plan, &open, &cells);
        open.figures = input.as_ref().map(|input| own(&plan, input, &mut Silent));
        open.counted = None;
        if open.closed.is_none()
            && let Some(input) = input
        {
            let bound = |high| {
                own(
                    &plan,
                    &counted(&plan, &self.chair, &input, high),
                    &mut Silent,
                )
            };
            open.counted = Some((bound(false), bound(true)));
        }
        self.open = Some(open);
    }

    /// The cells with trial and draft.
    fn laid_over(&self, open: &Open) -> Cells {
        let mut cells = open.now.clone();
        for write in &open.trial {
            lay(&mut cells, write);
        }
        if let (Ok(Some(entry)), Some(slot)) = (self.drafted_in(open), open.slot()) {
            let record = slot.entered(&field(&self.scheme, slot.item), &entry);
            lay(
                &mut cells,
                &self.mark_write(open, slot.item, &record, slot.revision),
            );
        }
        cells
    }

    fn input(&self, plan: &Plan<'_>, open: &Open, cells: &Cells) -> Option<OrganisationInput> {
        let newest = open.newest_level.as_ref();
        let newest = newest.and_then(|(_, level)| self.scheme.find_level(level));
        assemble(plan, cells.values(), self.year, newest)
    }

    /// The figures of the open organisation, draft and trial included; none where the rater may
    /// not see what follows from others' marks yet.
    #[must_use]
    pub fn figures(&self) -> Option<&OrganisationFigures> {
        if self.blind() {
            return None;
        }
        self.open.as_ref()?.figures.as_ref()
    }

    /// What the figures would be at least and at most if the sheet in hand counted (K5); none
    /// where it does already, or may not be seen.
    #[must_use]
    pub fn counted(&self) -> Option<(&OrganisationFigures, &OrganisationFigures)> {
        if self.blind() {
            return None;
        }
        let (low, high) = self.open.as_ref()?.counted.as_ref()?;
        Some((low, high))
    }

    /// Every step of the calculation of the open organisation.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let Some(open) = self.open.as_ref().filter(|_| !self.blind()) else {
            return Vec::new();
        };
        let plan = Plan::new(&self.scheme);
        let mut recording = Recording::default();
        if let Some(input) = self.input(&plan, open, &self.laid_over(open)) {
            // The figures are made once more for their steps; they are the same.
            let _ = own(&plan, &input, &mut recording);
        }
        recording.steps
    }
}

/// The input with the own sheet finished: what is missing counts 0, or full.
fn counted(
    plan: &Plan<'_>,
    chair: &Chair,
    input: &OrganisationInput,
    high: bool,
) -> OrganisationInput {
    let mut input = input.clone();
    let order = |sheet: &SheetInput| (sheet.party, sheet.rater.clone());
    let own = (chair.party, chair.rater.clone());
    let at = match input.sheets.binary_search_by_key(&own, order) {
        Ok(at) => at,
        Err(at) => {
            let marks = vec![Mark::Missing; plan.slots(input.track, chair.party)];
            let sheet = SheetInput {
                party: chair.party,
                rater: chair.rater.clone(),
                submitted: false,
                recused: false,
                marks,
            };
            input.sheets.insert(at, sheet);
            at
        }
    };
    let items = &plan.sheet(input.track, chair.party).items;
    if let Some(sheet) = input.sheets.get_mut(at) {
        sheet.submitted = true;
        for (slot, mark) in sheet.marks.iter_mut().enumerate() {
            if *mark == Mark::Missing {
                let full = || full_of(plan.scheme(), items.get(slot).copied());
                *mark = Mark::Millionths(if high { full() } else { 0 });
            }
        }
    }
    input
}

fn full_of(scheme: &Scheme, item: Option<crate::scheme::ItemIndex>) -> i64 {
    let points = field(scheme, item).points();
    i64::try_from(points.millionths()).unwrap_or(i64::MAX)
}
