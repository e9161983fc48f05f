//! Findings before publication, over all organisations of a round.

use super::figures::Reading;
use super::{Failure, Finding, RoundResults, Shared};
use crate::round::{Findings, PlacesSought, Sought};
use crate::scheme::Scheme;
use crate::scoring::Plan;
use crate::store::{RoundRow, View};

/// What stands between a round and its notice: one organisation after the other, in the order of
/// the results, then what looks across them.
pub(super) fn findings(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    results: &RoundResults,
) -> Result<Vec<Finding>, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let mut findings = Findings::new(&plan, round.year.unwrap_or_default());
    for row in &results.rows {
        let stand = reading.stand(&row.organisation)?;
        findings.look(&Sought {
            cells: &stand.cells,
            cohort: row.cohort.as_deref(),
            standing: &row.standing,
        });
    }
    Ok(findings.finish(&places(&scheme, results)))
}

fn places(scheme: &Scheme, results: &RoundResults) -> Vec<PlacesSought> {
    let of_cohort = |cohort: &super::CohortPlaces| {
        Some(PlacesSought {
            cohort: cohort.cohort.clone(),
            track: scheme.find_track(&cohort.track)?,
            places: cohort.places.clone(),
        })
    };
    results.places.iter().filter_map(of_cohort).collect()
}
