//! Findings before publication, over all organisations of a round.

use super::figures::Reading;
use super::results::{read_places_sent_down, stated_places};
use super::{Failure, Finding, RoundResults, Shared, Trouble};
use crate::round::{Cell, Findings, OrganisationRecord, PlacesSought, Sought, What};
use crate::scheme::Scheme;
use crate::scoring::Plan;
use crate::store::{RoundNumber, RoundRow, View};

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
    let before = rounds_before(view, round)?;
    for row in &results.rows {
        let stand = reading.stand(&row.organisation)?;
        let last_year = last_year(view, round, &before, &row.organisation)?;
        findings.look(&Sought {
            cells: &stand.cells,
            last_year: &last_year,
            cohort: row.cohort.as_deref(),
            standing: &row.standing,
        });
    }
    Ok(findings.finish(&places(view, round, &scheme, results)?))
}

/// The rounds of the year before.
fn rounds_before(view: &View<'_>, round: &RoundRow) -> Result<Vec<RoundNumber>, Trouble> {
    let Some(year) = round.year else {
        return Ok(Vec::new());
    };
    let rounds = view.rounds()?.into_iter();
    let of_year = rounds.filter(|other| other.year == Some(year - 1));
    Ok(of_year.map(|other| other.number).collect())
}

/// The marks of an organisation in the year before, by the code that it had there.
fn last_year(
    view: &View<'_>,
    round: &RoundRow,
    before: &[RoundNumber],
    organisation: &str,
) -> Result<Vec<Cell>, Trouble> {
    if before.is_empty() {
        return Ok(Vec::new());
    }
    let earlier = view.earlier_rounds(round.number, organisation)?;
    let newest = earlier
        .into_iter()
        .find(|(number, _)| before.contains(number));
    newest.map_or(Ok(Vec::new()), |(number, code)| {
        view.cells(number, What::Mark, &[code])
    })
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
