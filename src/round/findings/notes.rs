//! What raters flagged, and where they left out a note that the scheme asks for.

use std::collections::BTreeMap;

use super::{FindingKind, FindingWeight, Findings, Sight, records};
use crate::round::{MarkRecord, Record, What};
use crate::scheme::Item;
use crate::scoring::{Entry, Mark};

impl Findings<'_> {
    pub(super) fn look_at_notes(&mut self, sight: &Sight<'_>) {
        let mut lacking: BTreeMap<_, (&str, u32)> = BTreeMap::new();
        let read = |record: &Record| MarkRecord::read(record).ok();
        for (key, mark) in records(sight.cells, What::Mark, read) {
            let [_, party, rater, id] = key else { continue };
            if mark.flagged {
                let finding = sight.finding(FindingWeight::Check, FindingKind::Flagged);
                let mut finding = finding.on(party).by(rater);
                // An overall mark is of no item.
                finding.item = (id != "*").then(|| id.clone());
                self.found.push(finding);
            }
            let item = self.plan.scheme().find_item(id);
            let item = item.map(|item| self.plan.scheme().item(item));
            let kind = item.and_then(|item| self.lacks_note(item, &mark));
            if let Some(kind) = kind {
                let told = lacking.entry((party, rater, kind)).or_insert((id, 0));
                told.1 += 1;
            }
        }
        for ((party, rater, kind), (item, count)) in lacking {
            let finding = sight.finding(FindingWeight::Check, kind);
            let finding = finding.on(party).by(rater).about(item);
            self.found.push(finding.saying([count.to_string()]));
        }
    }

    fn lacks_note(&self, item: &Item, mark: &MarkRecord) -> Option<FindingKind> {
        if mark.note.is_some() || !(item.evidence || item.reason_below_full) {
            return None;
        }
        let entry = mark.entry.as_deref()?;
        let entry = Entry::parse(entry, item, self.plan.scheme().decimals).ok()?;
        let value = Mark::of(self.plan, item, &entry).value()?;
        if item.evidence {
            return Some(FindingKind::EvidenceMissing);
        }
        (value < item.points.into()).then_some(FindingKind::ReasonMissing)
    }
}
