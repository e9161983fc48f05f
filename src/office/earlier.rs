//! What came of an organisation in earlier years: in rounds of this database, and as told by
//! `import levels`.

use super::figures::Reading;
use super::results::results;
use super::{EarlierResult, Failure, Shared};
use crate::number::Figure;
use crate::scheme::{Combine, Scheme};
use crate::scoring::{ENGINE_VERSION, Plan, Silent, Standing};
use crate::store::{RoundRow, View};

/// What came of it, newest first; of one year the round that was made last.
pub(super) fn earlier(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    organisation: &str,
) -> Result<Vec<EarlierResult>, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let mut found: Vec<EarlierResult> = Vec::new();
    for (number, code) in view.earlier_rounds(round.number, organisation)? {
        let rounds = view.rounds()?;
        let Some(then) = rounds.into_iter().find(|then| then.number == number) else {
            continue;
        };
        let year = then.year.unwrap_or_default();
        if found.iter().all(|known| known.year != year) {
            found.extend(of_round(shared, view, &then, &code)?);
        }
    }
    for (year, level) in view.earlier_levels(round.number, organisation)? {
        // What was told is what was made public: it goes before what a round has come to here.
        let told = level_of(&scheme, &level);
        match found.iter_mut().find(|known| known.year == year) {
            Some(known) => {
                (known.level, known.height, known.levels) = told;
                known.told = true;
            }
            None => found.push(EarlierResult {
                year,
                round: None,
                scheme: scheme.title.clone(),
                level: told.0,
                height: told.1,
                levels: told.2,
                told: true,
                composite: None,
                marks: scheme.marks,
                rank: None,
            }),
        }
    }
    found.sort_by_key(|known| std::cmp::Reverse(known.year));
    Ok(found)
}

/// Title of a level, how many there are below it, and how many in all.
fn level_of(scheme: &Scheme, id: &str) -> (Option<String>, u16, u16) {
    let count = u16::try_from(scheme.levels.len()).unwrap_or(u16::MAX);
    match scheme.find_level(id) {
        Some(index) => {
            let position = u16::try_from(index.position()).unwrap_or(u16::MAX);
            let height = count.saturating_sub(position.saturating_add(1));
            (Some(scheme.level(index).title.clone()), height, count)
        }
        None => (Some(id.to_owned()), 0, count),
    }
}

/// What a round of an earlier year has come to; nothing where the organisation was not rated, or
/// nothing has come of it yet.
fn of_round(
    shared: &Shared,
    view: &View<'_>,
    then: &RoundRow,
    organisation: &str,
) -> Result<Option<EarlierResult>, Failure> {
    let scheme = shared.schemes.of(view, then)?;
    let (composite, standing) = match ranked(&scheme, view, then, organisation)? {
        Some(known) => known,
        None => {
            let (all, _) = results(shared, view, then)?;
            let mut rows = all.rows.into_iter();
            match rows.find(|row| row.organisation == organisation) {
                Some(row) => (row.figures.composite, row.standing),
                None => return Ok(None),
            }
        }
    };
    if composite.is_none() && standing.level.is_none() {
        return Ok(None);
    }
    let level = standing.level.map(|level| scheme.level(level).id.clone());
    let (level, height, levels) = level.map_or((None, 0, 0), |id| level_of(&scheme, &id));
    Ok(Some(EarlierResult {
        year: then.year.unwrap_or_default(),
        round: Some(then.name.clone()),
        scheme: scheme.title.clone(),
        level,
        height,
        levels,
        told: false,
        composite,
        marks: scheme.marks,
        rank: standing.rank,
    }))
}

/// From the kept ranking of the round, without making it anew; none where that is not possible.
fn ranked(
    scheme: &Scheme,
    view: &View<'_>,
    then: &RoundRow,
    organisation: &str,
) -> Result<Option<(Option<Figure>, Standing)>, Failure> {
    let fits = view.ranking(then.number)?.is_some_and(|(seq, by, engine)| {
        seq == then.seq && Some(by) == then.scheme && engine == ENGINE_VERSION
    });
    // The leader has a say in the composite (K3), so that all are needed.
    if !fits || scheme.combine == Combine::Best {
        return Ok(None);
    }
    let plan = Plan::new(scheme);
    let reading = Reading::new(view, then, &plan)?;
    let stand = reading.stand(organisation)?;
    let Some(figures) = reading.own(&stand, &mut Silent) else {
        return Ok(None);
    };
    let row = view.ranked(then.number, organisation)?;
    let standing = row.and_then(|row| super::figures::kept(&row.standing));
    Ok(standing.map(|standing| (figures.composite, standing)))
}
