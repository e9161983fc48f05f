//! Findings before publication.

use super::{Failure, Finding, FindingKind, FindingWeight, RoundResults, Shared};
use crate::store::{RoundRow, View};

/// What stands between a round and its notice, in the order of the results.
pub(super) fn findings(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    results: &RoundResults,
) -> Result<Vec<Finding>, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let mut findings = Vec::new();
    for row in &results.rows {
        let about = |kind, facts| Finding {
            weight: FindingWeight::Must,
            kind,
            organisation: Some(row.organisation.clone()),
            name: Some(row.name.clone()),
            party: None,
            rater: None,
            item: None,
            facts,
        };
        for veto in &row.figures.vetoes {
            if veto.state == crate::scoring::VetoState::Proposed {
                let named = scheme.veto(veto.veto);
                let facts = vec![named.id.clone(), named.title.clone()];
                findings.push(about(FindingKind::VetoProposed, facts));
            }
        }
        if row.standing.tie {
            let rank = row.standing.rank.map(|rank| rank.to_string());
            findings.push(about(FindingKind::Tie, rank.into_iter().collect()));
        }
    }
    Ok(findings)
}
