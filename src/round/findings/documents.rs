//! Adjustments and events: documents that are missing or used twice, events that wait.

use std::collections::HashSet;

use super::{FindingKind, FindingWeight, Findings, Sight, records};
use crate::round::{EventRecord, EventState, Record, What};

impl Findings<'_> {
    pub(super) fn look_at_adjustments(&mut self, sight: &Sight<'_>) {
        let mut own: HashSet<&str> = HashSet::new();
        for (key, ()) in records(sight.cells, What::Adjustment, |_| Some(())) {
            let [_, adjustment, document] = key else {
                continue;
            };
            if document == "*" {
                let finding = sight.finding(FindingWeight::Check, FindingKind::AdjustmentPending);
                self.found.push(finding.about(adjustment));
            } else if !own.insert(document) {
                self.tell_document(sight, adjustment, document, None);
            } else if let Some(other) = self.seen_elsewhere(sight, document) {
                self.tell_document(sight, adjustment, document, Some(other));
            }
        }
    }

    pub(super) fn look_at_events(&mut self, sight: &Sight<'_>) {
        let read = |record: &Record| EventRecord::read(record).ok();
        let mut events = HashSet::new();
        let (mut waiting, mut bare) = (0_u32, 0_u32);
        let reviewers = self
            .plan
            .scheme()
            .ledger()
            .map_or(0, |ledger| ledger.review.len());
        for (_, event) in records(sight.cells, What::Event, read) {
            let sent_back = event.state == EventState::SentBack;
            waiting += u32::from(!sent_back && !event.state.counts(reviewers));
            bare += u32::from(!sent_back && event.document.is_none());
            let Some(document) = event.document.filter(|_| !sent_back) else {
                continue;
            };
            // One document may well name several persons, or earn on several items.
            if !events.insert((event.member, event.item.clone(), document.clone())) {
                self.tell_document(sight, &event.item, &document, None);
            }
        }
        if waiting > 0 {
            let finding = sight.finding(FindingWeight::Check, FindingKind::EventsWaiting);
            self.found.push(finding.saying([waiting.to_string()]));
        }
        if bare > 0 {
            let kind = FindingKind::EventsWithoutDocument;
            let finding = sight.finding(FindingWeight::Note, kind);
            self.found.push(finding.saying([bare.to_string()]));
        }
    }

    /// The organisation where the document was seen first, where that is another; told once a
    /// document.
    fn seen_elsewhere(&mut self, sight: &Sight<'_>, document: &str) -> Option<String> {
        match self.documents.get_mut(document) {
            None => {
                let first = (sight.code.to_owned(), sight.name.clone(), false);
                self.documents.insert(document.to_owned(), first);
                None
            }
            Some((first, name, told)) => {
                let tell = first != sight.code && !*told;
                *told |= tell;
                tell.then(|| name.clone())
            }
        }
    }

    /// In one organisation it is likely one event told twice; two may share a document.
    fn tell_document(
        &mut self,
        sight: &Sight<'_>,
        item: &str,
        document: &str,
        other: Option<String>,
    ) {
        let weight = match other {
            None => FindingWeight::Check,
            Some(_) => FindingWeight::Note,
        };
        let mut finding = sight
            .finding(weight, FindingKind::DocumentTwice)
            .about(item);
        finding.facts = [document.to_owned()].into_iter().chain(other).collect();
        self.found.push(finding);
    }
}
