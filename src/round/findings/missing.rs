//! Sheets and marks that are missing, not submitted or returned.

use std::collections::HashSet;

use super::{Finding, FindingKind, Findings, Sight, records};
use crate::round::{AssignmentRecord, AssignmentState, Record, SheetRecord, SheetState, What};
use crate::scheme::{Combine, Effect, Gathering, ItemIndex, Method, PartyIndex, Scheme};
use crate::scoring::{Mark, SheetInput, VetoState};

impl Findings<'_> {
    /// Of who is not rated (V1) no sheet is missed: a gate that is not passed ends the procedure.
    pub(super) fn look_at_progress(&mut self, sight: &Sight<'_>) {
        if sight.figures.unrated {
            return;
        }
        let returned = self.look_at_returned(sight);
        for sheet in sight.sheets() {
            if !returned.contains(&(sheet.party, sheet.rater.as_str())) {
                self.look_at_sheet(sight, sheet);
            }
        }
        for party in self.plan.scheme().parties_of(sight.input.track) {
            match self.plan.scheme().party(party).method {
                Method::Sheet(gathering) => self.look_for_sheets(sight, party, gathering),
                Method::Mark(gathering) => self.look_for_overall(sight, party, gathering),
                Method::Ballot(_) | Method::Ledger(_) => {}
            }
        }
    }

    /// Tells the sheets that were returned, and returns them.
    fn look_at_returned<'s>(&mut self, sight: &Sight<'s>) -> HashSet<(PartyIndex, &'s str)> {
        let mut returned = HashSet::new();
        let read = |record: &Record| SheetRecord::read(record).ok();
        for (key, sheet) in records(sight.cells, What::Sheet, read) {
            let ([_, party, rater], SheetState::Returned) = (key, sheet.state) else {
                continue;
            };
            if let Some(index) = self.plan.scheme().find_party(party) {
                let weight = sight.weight(self.plan.scheme(), index);
                let finding = sight.finding(weight, FindingKind::Returned);
                self.found.push(finding.on(party).by(rater));
                returned.insert((index, rater.as_str()));
            }
        }
        returned
    }

    fn look_at_sheet(&mut self, sight: &Sight<'_>, sheet: &SheetInput) {
        let missing = self.missing(sight, sheet);
        let told = match missing {
            0 if sheet.submitted => return,
            0 => self.of_sheet(sight, sheet, FindingKind::NotSubmitted),
            _ => self
                .of_sheet(sight, sheet, FindingKind::MarksMissing)
                .saying([missing.to_string(), sheet.marks.len().to_string()]),
        };
        self.found.push(told);
    }

    fn of_sheet(&self, sight: &Sight<'_>, sheet: &SheetInput, kind: FindingKind) -> Finding {
        let scheme = self.plan.scheme();
        let finding = sight.finding(sight.weight(scheme, sheet.party), kind);
        finding.on(&scheme.party(sheet.party).id).by(&sheet.rater)
    }

    /// How many marks are missing, those aside that a veto sets to 0 (V5).
    pub(super) fn missing(&self, sight: &Sight<'_>, sheet: &SheetInput) -> usize {
        let items = &self.plan.sheet(sight.input.track, sheet.party).items;
        let marks = sheet.marks.iter().enumerate();
        let zeroed = zeroed(self.plan.scheme(), sight);
        let missing = marks.filter(|(slot, mark)| {
            let set = items.get(*slot).is_some_and(|item| zeroed.contains(item));
            **mark == Mark::Missing && !set
        });
        missing.count()
    }

    /// Sheets that are due and not begun, else what the party lacks.
    fn look_for_sheets(&mut self, sight: &Sight<'_>, party: PartyIndex, gathering: Gathering) {
        let scheme = self.plan.scheme();
        let id = &scheme.party(party).id;
        let missing: Vec<String> = due(sight, id)
            .filter(|rater| sight.begun(party, Some(rater)) == 0)
            .map(str::to_owned)
            .collect();
        for rater in &missing {
            let finding = sight.finding(sight.weight(scheme, party), FindingKind::SheetMissing);
            self.found.push(finding.on(id).by(rater));
        }
        // Of the levels of a review nobody but the first has to be there unless it is due.
        let first = scheme.parties_of(sight.input.track).next();
        let wanted = scheme.combine != Combine::Latest || first == Some(party);
        let few = sight.begun(party, None) < needed(gathering);
        if missing.is_empty() && wanted && few && sight.lacks(scheme, party) {
            let finding = sight.finding(sight.weight(scheme, party), FindingKind::SheetMissing);
            self.found.push(finding.on(id));
        }
    }

    /// Overall marks that are due, all of the organisation's in one finding: everybody owes a few.
    fn look_for_overall(&mut self, sight: &Sight<'_>, party: PartyIndex, gathering: Gathering) {
        let scheme = self.plan.scheme();
        let id = &scheme.party(party).id;
        let due: Vec<&str> = due(sight, id).collect();
        let begun = sight.begun(party, None);
        let mut missing = due
            .iter()
            .filter(|rater| sight.begun(party, Some(rater)) == 0);
        let first = missing.next();
        let (lacking, of) = match first {
            Some(_) => (1 + missing.count(), due.len()),
            None if sight.lacks(scheme, party) && begun < needed(gathering) => {
                (needed(gathering) - begun, needed(gathering))
            }
            None => return,
        };
        let finding = sight.finding(sight.weight(scheme, party), FindingKind::MutualMissing);
        let mut finding = finding.on(id).saying([lacking.to_string(), of.to_string()]);
        finding.rater = first.map(|rater| (*rater).to_owned());
        self.found.push(finding);
    }
}

fn needed(gathering: Gathering) -> usize {
    usize::try_from(gathering.at_least).unwrap_or(usize::MAX)
}

/// The raters of a party that are due for the organisation.
fn due<'s>(sight: &Sight<'s>, party: &str) -> impl Iterator<Item = &'s str> {
    let read = |record: &Record| AssignmentRecord::read(record).ok();
    let assignments = records(sight.cells, What::Assignment, read);
    assignments.filter_map(move |(key, assignment)| match key {
        [_, of, rater] if of == party && assignment.state == AssignmentState::Due => {
            Some(rater.as_str())
        }
        _ => None,
    })
}

/// The items that decided vetoes of the organisation set to 0 (V5).
fn zeroed(scheme: &Scheme, sight: &Sight<'_>) -> Vec<ItemIndex> {
    let vetoes = sight.input.vetoes.iter();
    let decided = vetoes.filter(|veto| veto.state == VetoState::Decided);
    let zero = |effect: &Effect| match effect {
        Effect::Zero(item) => Some(*item),
        _ => None,
    };
    decided
        .filter_map(|veto| zero(&scheme.veto(veto.veto).effect))
        .collect()
}
