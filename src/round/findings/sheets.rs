//! What is missing on sheets, and which of them look odd.

use std::collections::HashSet;

use super::{Finding, FindingKind, FindingWeight, Findings, Sight, records};
use super::{Record, SheetRecord, SheetState, What};
use crate::number::{Decimal, Exact, Figure};
use crate::round::{AssignmentRecord, AssignmentState};
use crate::scheme::{Combine, Effect, ItemIndex, Method, PartyIndex, Scheme};
use crate::scoring::{Mark, SheetInput, VetoState};

/// From how many marks on a pattern is no chance.
const MARKS_TO_TELL: usize = 5;

impl Findings<'_> {
    pub(super) fn look_at_sheets(&mut self, sight: &Sight<'_>) {
        let mut returned = HashSet::new();
        let read = |record: &Record| SheetRecord::read(record).ok();
        for (key, sheet) in records(sight.cells, What::Sheet, read) {
            let ([_, party, rater], SheetState::Returned) = (key, sheet.state) else {
                continue;
            };
            if let Some(index) = self.plan.scheme().find_party(party) {
                let weight = sight.weight(self.plan.scheme(), index);
                let mut finding = sight.finding(weight, FindingKind::Returned);
                finding.party = Some(party.clone());
                finding.rater = Some(rater.clone());
                self.found.push(finding);
                returned.insert((index, rater.as_str()));
            }
        }
        let counting = sight.input.sheets.iter().filter(|sheet| !sheet.recused);
        for sheet in counting {
            let missing = self.missing(sight, sheet);
            if !returned.contains(&(sheet.party, sheet.rater.as_str())) {
                self.look_at_progress(sight, sheet, missing);
            }
            if missing == 0 {
                self.look_at_pattern(sight, sheet);
            }
        }
        self.look_for_missing(sight);
        self.look_at_distances(sight);
    }

    /// How many marks are missing, those aside that a veto sets to 0 (V5).
    fn missing(&self, sight: &Sight<'_>, sheet: &SheetInput) -> usize {
        let items = &self.plan.sheet(sight.input.track, sheet.party).items;
        let marks = sheet.marks.iter().enumerate();
        let zeroed = zeroed(self.plan.scheme(), sight);
        let missing = marks.filter(|(slot, mark)| {
            let set = items.get(*slot).is_some_and(|item| zeroed.contains(item));
            **mark == Mark::Missing && !set
        });
        missing.count()
    }

    fn look_at_progress(&mut self, sight: &Sight<'_>, sheet: &SheetInput, missing: usize) {
        let weight = sight.weight(self.plan.scheme(), sheet.party);
        if missing > 0 {
            let mut finding = self.of_sheet(sight, sheet, weight, FindingKind::MarksMissing);
            finding.facts = vec![missing.to_string(), sheet.marks.len().to_string()];
            self.found.push(finding);
        } else if !sheet.submitted {
            let finding = self.of_sheet(sight, sheet, weight, FindingKind::NotSubmitted);
            self.found.push(finding);
        }
    }

    fn of_sheet(
        &self,
        sight: &Sight<'_>,
        sheet: &SheetInput,
        weight: FindingWeight,
        kind: FindingKind,
    ) -> Finding {
        let mut finding = sight.finding(weight, kind);
        finding.party = Some(self.plan.scheme().party(sheet.party).id.clone());
        finding.rater = Some(sheet.rater.clone());
        finding
    }

    /// Sheets that are due and not begun, and parties without the sheets that they need.
    fn look_for_missing(&mut self, sight: &Sight<'_>) {
        let scheme = self.plan.scheme();
        let begun = |party: PartyIndex, rater: Option<&str>| {
            let sheets = sight
                .input
                .sheets
                .iter()
                .filter(move |sheet| sheet.party == party);
            sheets
                .filter(|sheet| rater.is_none_or(|rater| rater == sheet.rater))
                .count()
        };
        let mut told = HashSet::new();
        let read = |record: &Record| AssignmentRecord::read(record).ok();
        for (key, assignment) in records(sight.cells, What::Assignment, read) {
            let ([_, party, rater], AssignmentState::Due) = (key, assignment.state) else {
                continue;
            };
            let Some(index) = scheme.find_party(party) else {
                continue;
            };
            if begun(index, Some(rater)) == 0 {
                let weight = sight.weight(scheme, index);
                let mut finding = sight.finding(weight, FindingKind::SheetMissing);
                finding.party = Some(party.clone());
                finding.rater = Some(rater.clone());
                self.found.push(finding);
                told.insert(index);
            }
        }
        let first = scheme.parties_of(sight.input.track).next();
        for party in scheme.parties_of(sight.input.track) {
            let (Method::Sheet(gathering) | Method::Mark(gathering)) = scheme.party(party).method
            else {
                continue;
            };
            let wanted = scheme.combine != Combine::Latest || first == Some(party);
            let needed = usize::try_from(gathering.at_least).unwrap_or(usize::MAX);
            if wanted
                && sight.lacks(scheme, party)
                && begun(party, None) < needed
                && !told.contains(&party)
            {
                let mut finding = sight.finding(FindingWeight::Must, FindingKind::SheetMissing);
                finding.party = Some(scheme.party(party).id.clone());
                self.found.push(finding);
            }
        }
    }

    /// Sheets on which every item has the same share of its full marks. That a whole sheet is
    /// full is told of the rater, where it is so again and again.
    fn look_at_pattern(&mut self, sight: &Sight<'_>, sheet: &SheetInput) {
        let shares = self.shares(sight, sheet);
        let Some((first, rest)) = shares.split_first() else {
            return;
        };
        let full = shares
            .iter()
            .all(|(mark, points)| *mark == Exact::from(*points));
        let rater = (sheet.party, sheet.rater.clone());
        let (sheets, always) = self.full.entry(rater).or_insert((0, true));
        *sheets += 1;
        *always &= full;
        let same = |other: &(Exact, Decimal)| {
            &other.0 * &Exact::from(first.1) == &first.0 * &Exact::from(other.1)
        };
        if !full && shares.len() >= MARKS_TO_TELL && rest.iter().all(same) {
            let kind = FindingKind::AllEqual;
            let finding = self.of_sheet(sight, sheet, FindingWeight::Check, kind);
            self.found.push(finding);
        }
        if !full && self.repeats_self(sight, sheet) {
            let kind = FindingKind::CopiedFromSelf;
            let finding = self.of_sheet(sight, sheet, FindingWeight::Check, kind);
            self.found.push(finding);
        }
    }

    /// The marks of a sheet that apply, each with its full marks.
    fn shares(&self, sight: &Sight<'_>, sheet: &SheetInput) -> Vec<(Exact, Decimal)> {
        let scheme = self.plan.scheme();
        let items = &self.plan.sheet(sight.input.track, sheet.party).items;
        let marks = sheet.marks.iter().enumerate();
        let share = |(slot, mark): (usize, &Mark)| {
            let points = items
                .get(slot)
                .map_or(scheme.marks, |item| scheme.item(*item).points);
            Some((mark.value()?, points))
        };
        marks.filter_map(share).collect()
    }

    /// Whether a superior's sheet repeats the self-rating, mark by mark.
    fn repeats_self(&self, sight: &Sight<'_>, sheet: &SheetInput) -> bool {
        let scheme = self.plan.scheme();
        let Some((own, superior)) = self_and_superior(scheme, sight) else {
            return false;
        };
        let items = |party| &self.plan.sheet(sight.input.track, party).items;
        let (own_items, items) = (items(own), items(superior));
        let same = |other: &SheetInput| {
            let mark = |item: &ItemIndex| {
                let slot = own_items.binary_search(item).ok()?;
                other.marks.get(slot).and_then(Mark::value)
            };
            let pairs = items.iter().zip(&sheet.marks);
            let pairs = pairs.filter_map(|(item, given)| Some((given.value()?, mark(item)?)));
            let pairs: Vec<(Exact, Exact)> = pairs.collect();
            pairs.len() >= MARKS_TO_TELL && pairs.iter().all(|(given, own)| given == own)
        };
        let mut self_ratings = sight.input.sheets.iter().filter(|other| other.party == own);
        sheet.party == superior && self_ratings.any(same)
    }

    /// Scores that lie too far apart: self from superior, one rater from another.
    fn look_at_distances(&mut self, sight: &Sight<'_>) {
        let scheme = self.plan.scheme();
        let limits = scheme.findings;
        let score = |party: PartyIndex| sight.figures.parties.get(party.position())?.score;
        let apart = |high: Figure, low: Figure, limit: Decimal| {
            &high.exact() - &low.exact() > Exact::from(limit)
        };
        if let Some(limit) = limits.self_above_superior
            && let Some((own, superior)) = self_and_superior(scheme, sight)
            && let (Some(high), Some(low)) = (score(own), score(superior))
            && apart(high, low, limit)
        {
            let kind = FindingKind::SelfAboveSuperior;
            let mut finding = sight.finding(FindingWeight::Check, kind);
            finding.party = Some(scheme.party(superior).id.clone());
            finding.facts = vec![high.to_string(), low.to_string(), limit.to_string()];
            self.found.push(finding);
        }
        let Some(limit) = limits.raters_apart else {
            return;
        };
        for (party, totals) in &sight.totals {
            if let (Some(high), Some(low)) = (totals.first(), totals.last())
                && apart(*high, *low, limit)
            {
                let kind = FindingKind::RatersApart;
                let mut finding = sight.finding(FindingWeight::Check, kind);
                finding.party = Some(scheme.party(*party).id.clone());
                finding.facts = vec![low.to_string(), high.to_string(), limit.to_string()];
                self.found.push(finding);
            }
        }
    }
}

/// The items that decided vetoes of the organisation set to 0 (V5).
fn zeroed(scheme: &Scheme, sight: &Sight<'_>) -> Vec<ItemIndex> {
    let decided = sight
        .input
        .vetoes
        .iter()
        .filter(|veto| veto.state == VetoState::Decided);
    let zero = |effect: &Effect| match effect {
        Effect::Zero(item) => Some(*item),
        _ => None,
    };
    decided
        .filter_map(|veto| zero(&scheme.veto(veto.veto).effect))
        .collect()
}

/// The self-rating and the superior's rating: the parties of these ids, or else, where the
/// scheme sets a limit between them, the first and the last party that fills sheets.
fn self_and_superior(scheme: &Scheme, sight: &Sight<'_>) -> Option<(PartyIndex, PartyIndex)> {
    let fills = |party: &PartyIndex| matches!(scheme.party(*party).method, Method::Sheet(_));
    let parties: Vec<PartyIndex> = scheme.parties_of(sight.input.track).filter(fills).collect();
    let named = |id: &str| {
        parties
            .iter()
            .copied()
            .find(|party| scheme.party(*party).id == id)
    };
    if let (Some(own), Some(superior)) = (named("self"), named("superior")) {
        return Some((own, superior));
    }
    scheme.findings.self_above_superior?;
    let (first, last) = (*parties.first()?, *parties.last()?);
    (first != last).then_some((first, last))
}
