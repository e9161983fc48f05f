//! Findings before publication, over all organisations of a round.

use super::figures::Reading;
use super::results::{read_places_sent_down, stated_places};
use super::{Failure, Finding, RoundResults, Shared, Trouble};
use crate::round::{Findings, OrganisationRecord, PlacesSought, Sought, What};
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
    Ok(findings.finish(&places(view, round, &scheme, results)?))
}

/// The places of every cohort and track, with the names of the cohorts.
fn places(
    view: &View<'_>,
    round: &RoundRow,
    scheme: &Scheme,
    results: &RoundResults,
) -> Result<Vec<PlacesSought>, Trouble> {
    let sent_down = read_places_sent_down(view, round)?;
    let mut places = Vec::new();
    for found in &results.places {
        let Some(track) = scheme.find_track(&found.track) else {
            continue;
        };
        let cohort = found.cohort.clone();
        places.push(PlacesSought {
            name: match &cohort {
                Some(code) => name(view, round, code)?,
                None => None,
            },
            stated: stated_places(&sent_down, scheme, cohort.as_deref(), track),
            cohort,
            track,
            ranked: u64::from(found.ranked),
            places: found.places.clone(),
        });
    }
    Ok(places)
}

fn name(view: &View<'_>, round: &RoundRow, code: &str) -> Result<Option<String>, Trouble> {
    let cells = view.cells(round.number, What::Organisation, &[code.to_owned()])?;
    let record = cells.into_iter().find_map(|cell| cell.record);
    let record = record.and_then(|record| OrganisationRecord::read(&record).ok());
    Ok(record.map(|record| record.name))
}
