//! Sheets whose marks form a pattern: of one share, copied, always full; and marks of who is
//! recused.

use std::collections::BTreeMap;

use super::{FindingKind, FindingWeight, Findings, Sight, records, self_and_superior};
use crate::number::{Decimal, Exact};
use crate::round::{MarkRecord, Record, What};
use crate::scheme::{ItemIndex, PartyIndex};
use crate::scoring::{Mark, SheetInput};

impl Findings<'_> {
    pub(super) fn look_at_patterns(&mut self, sight: &Sight<'_>) {
        for sheet in &sight.input.sheets {
            if sheet.recused {
                self.look_at_recused(sight, sheet);
            } else if self.missing(sight, sheet) == 0 {
                self.look_at_pattern(sight, sheet);
            }
        }
    }

    /// P7: whatever a recused rater entered does not count, but somebody entered it.
    fn look_at_recused(&mut self, sight: &Sight<'_>, sheet: &SheetInput) {
        let there = sheet.marks.iter().filter(|mark| **mark != Mark::Missing);
        let count = there.count();
        if count > 0 {
            self.tell(sight, sheet, FindingKind::RecusedMarks, [count.to_string()]);
        }
    }

    fn tell<const N: usize>(
        &mut self,
        sight: &Sight<'_>,
        sheet: &SheetInput,
        kind: FindingKind,
        facts: [String; N],
    ) {
        let party = &self.plan.scheme().party(sheet.party).id;
        let finding = sight.finding(FindingWeight::Check, kind);
        self.found
            .push(finding.on(party).by(&sheet.rater).saying(facts));
    }

    /// Sheets on which every item has the same share of its full marks. That a whole sheet is
    /// full is told of the rater, where it is so again and again.
    fn look_at_pattern(&mut self, sight: &Sight<'_>, sheet: &SheetInput) {
        let shares = self.shares(sight, sheet);
        let Some((first, rest)) = shares.split_first() else {
            return;
        };
        let is_full = |(mark, points): &(Exact, Decimal)| *mark == Exact::from(*points);
        let full = shares.iter().all(is_full);
        let rater = (sheet.party, sheet.rater.clone());
        let place = || (0, true, sight.code.to_owned(), sight.name.clone());
        let (sheets, always, ..) = self.full.entry(rater).or_insert_with(place);
        *sheets += 1;
        *always &= full;
        if let Some((same, of)) = self.copied(sight, sheet) {
            let facts = [same.to_string(), of.to_string()];
            self.tell(sight, sheet, FindingKind::CopiedFromSelf, facts);
        }
        if full {
            return;
        }
        if let Some((same, of)) = self.copied_last_year(sight, sheet) {
            let facts = [same.to_string(), of.to_string()];
            self.tell(sight, sheet, FindingKind::CopiedFromLastYear, facts);
        }
        let same = |other: &(Exact, Decimal)| {
            &other.0 * &Exact::from(first.1) == &first.0 * &Exact::from(other.1)
        };
        if at_least(shares.len(), self.plan.scheme().findings.all_equal_from)
            && rest.iter().all(same)
        {
            let facts = [shares.len().to_string()];
            self.tell(sight, sheet, FindingKind::AllEqual, facts);
        }
    }

    /// The marks of a sheet that apply, each with its full marks.
    fn shares(&self, sight: &Sight<'_>, sheet: &SheetInput) -> Vec<(Exact, Decimal)> {
        let scheme = self.plan.scheme();
        let items = &self.plan.sheet(sight.input.track, sheet.party).items;
        let marks = sheet.marks.iter().enumerate();
        let share = |(slot, mark): (usize, &Mark)| {
            let item = items.get(slot);
            let points = item.map_or(scheme.marks, |item| scheme.item(*item).points);
            Some((mark.value()?, points))
        };
        marks.filter_map(share).collect()
    }

    /// How many marks of a superior's sheet are those of the self-rating, of how many that both
    /// have, where that is no chance.
    fn copied(&self, sight: &Sight<'_>, sheet: &SheetInput) -> Option<(usize, usize)> {
        let (own, superior) = self_and_superior(self.plan.scheme(), sight)?;
        if sheet.party != superior {
            return None;
        }
        let compared = sight
            .sheets()
            .filter(|other| other.party == own)
            .map(|other| self.compared(sight, sheet, other));
        compared.filter(|compared| self.repeats(*compared)).max()
    }

    /// Whether so many equal marks, of how many, are no chance.
    fn repeats(&self, (same, of): (usize, usize)) -> bool {
        let limits = self.plan.scheme().findings;
        let [same, all] = [same, of].map(|count| Exact::whole(count as i128));
        let wanted = &Exact::from(limits.copied_share) * &all;
        at_least(of, limits.copied_from) && &same * &Exact::whole(100) >= wanted
    }

    /// How many entries of a sheet are those of one sheet of its party in the year before, of how
    /// many that both have, where that is no chance. Entries are compared as the books keep them.
    fn copied_last_year(&self, sight: &Sight<'_>, sheet: &SheetInput) -> Option<(usize, usize)> {
        let party = &self.plan.scheme().party(sheet.party).id;
        let entries = |cells| {
            let read = |record: &Record| MarkRecord::read(record).ok()?.entry;
            let marks = records(cells, What::Mark, read);
            marks.filter_map(|(key, entry)| match key {
                [_, of, rater, item] if of == party => Some((rater, item, entry)),
                _ => None,
            })
        };
        let now: BTreeMap<&String, String> = entries(sight.cells)
            .filter(|(rater, ..)| **rater == sheet.rater)
            .map(|(_, item, entry)| (item, entry))
            .collect();
        let mut compared: BTreeMap<&String, (usize, usize)> = BTreeMap::new();
        for (rater, item, before) in entries(sight.last_year) {
            if let Some(entry) = now.get(item) {
                let (same, of) = compared.entry(rater).or_default();
                *of += 1;
                *same += usize::from(*entry == before);
            }
        }
        let compared = compared.into_values();
        compared.filter(|compared| self.repeats(*compared)).max()
    }

    fn compared(&self, sight: &Sight<'_>, sheet: &SheetInput, own: &SheetInput) -> (usize, usize) {
        let items = |party: PartyIndex| &self.plan.sheet(sight.input.track, party).items;
        let (own_items, items) = (items(own.party), items(sheet.party));
        let of_own = |item: &ItemIndex| {
            let slot = own_items.binary_search(item).ok()?;
            own.marks.get(slot).and_then(Mark::value)
        };
        let (mut same, mut of) = (0, 0);
        for (item, given) in items.iter().zip(&sheet.marks) {
            if let (Some(given), Some(own)) = (given.value(), of_own(item)) {
                of += 1;
                same += usize::from(given == own);
            }
        }
        (same, of)
    }

    /// Once all are looked through: who gave full marks on every sheet.
    pub(super) fn tell_always_full(&mut self) {
        let from = self.plan.scheme().findings.always_full_from;
        let mut always: Vec<_> = self
            .full
            .drain()
            .filter(|(_, (sheets, full, ..))| *full && *sheets >= from)
            .collect();
        always.sort();
        for ((party, rater), (sheets, _, code, name)) in always {
            let finding = super::Finding {
                organisation: Some(code),
                name: Some(name),
                ..super::Finding::of_round(FindingWeight::Check, FindingKind::AlwaysFull)
            };
            let party = &self.plan.scheme().party(party).id;
            let finding = finding.on(party).by(&rater);
            self.found.push(finding.saying([sheets.to_string()]));
        }
    }
}

fn at_least(count: usize, limit: u32) -> bool {
    u32::try_from(count).map_or(true, |count| count >= limit)
}
