//! Findings that say the same of many organisations, put together.

use std::collections::BTreeMap;

use super::{Finding, FindingKind};

/// So many of one kind, party and rater stand singly; more are one group.
const SINGLE: usize = 5;

/// The findings in the order in which lists show them: by weight and kind, and within these as
/// they were found. Each group holds positions of `findings`; most hold one.
#[must_use]
pub fn grouped(findings: &[Finding]) -> Vec<Vec<usize>> {
    let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let mut firsts = BTreeMap::new();
    for (position, finding) in findings.iter().enumerate() {
        let same = (
            finding.weight,
            finding.kind,
            finding.party.as_deref(),
            // Whoever has to chase the sheets of a rater goes to that rater; of mutual rating
            // everybody owes a few.
            finding
                .rater
                .as_deref()
                .filter(|_| finding.kind != FindingKind::MutualMissing),
        );
        let first = *firsts.entry(same).or_insert(position);
        let key = (finding.weight, finding.kind, first);
        alike.entry(key).or_default().push(position);
    }
    let mut groups = Vec::new();
    for members in alike.into_values() {
        if members.len() > SINGLE {
            groups.push(members);
        } else {
            groups.extend(members.into_iter().map(|position| vec![position]));
        }
    }
    groups
}
