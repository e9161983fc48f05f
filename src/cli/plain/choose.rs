//! Which round, which organisation.

use super::Stopped;
use super::seat::Seat;
use super::talk::{Ended, Talk};
use crate::exchange::fold;
use crate::find::Finder;
use crate::office::{ListRow, RoundSummary};
use crate::text::{Language, organisations, plain as told};

/// How many organisations of a name are offered.
const OFFERED: usize = 9;

/// The one round there is, or one of several.
///
/// # Errors
/// The person leaves.
pub fn round(
    talk: &mut Talk<'_>,
    rounds: &[RoundSummary],
    language: Language,
) -> Result<String, Ended> {
    for (round, number) in rounds.iter().zip(1..) {
        let title = &round.scheme_title;
        talk.say(&told::round_line(
            language,
            number,
            &round.round,
            round.year,
            title,
        ))?;
    }
    let mut chosen = 0;
    if rounds.len() > 1 {
        let wrong = |answer: &str| told::no_such_number(language, answer);
        chosen = talk.choose(&told::which_round(language), rounds.len(), wrong)?;
    }
    let found = rounds.get(chosen).map(|round| round.round.clone());
    Ok(found.unwrap_or_default())
}

/// The code of an organisation that has a sheet for the chair.
///
/// # Errors
/// The person leaves.
pub fn organisation(
    talk: &mut Talk<'_>,
    rows: &[ListRow],
    seat: &Seat<'_>,
) -> Result<String, Stopped> {
    let language = seat.language;
    let rated: Vec<&ListRow> = rows.iter().filter(|row| seat.desk.has_sheet(row)).collect();
    let next = rated.iter().find(|row| !seat.is_finished(row));
    let question = match next {
        Some(row) => told::which_organisation(language, &row.name),
        None => told::which_organisation_all_done(language),
    };
    loop {
        let typed = talk.ask(&question)?;
        match next {
            Some(row) if typed.is_empty() => return Ok(row.organisation.clone()),
            None if typed.is_empty() => continue,
            _ if fold(&typed) == "?" => {
                talk.say(&told::explain(language))?;
                continue;
            }
            _ => {}
        }
        if let Some(code) = named(talk, seat, &typed)? {
            return Ok(code);
        }
    }
}

/// The organisation that was meant; none where nothing fits.
///
/// # Errors
/// The person leaves.
pub fn named(talk: &mut Talk<'_>, seat: &Seat<'_>, typed: &str) -> Result<Option<String>, Ended> {
    let language = seat.language;
    let rows = seat.desk.rows().iter();
    let rated = rows.clone().filter(|row| seat.desk.has_sheet(row));
    let found = search(rated, typed);
    match found.as_slice() {
        [] => {
            // Who is recused, or not due, looks for it all the same, and is told why.
            let chair = seat.desk.chair();
            let shut = search(rows, typed)
                .into_iter()
                .find_map(|row| match seat.recusal(row) {
                    Some(why) => Some(organisations::recused(language, &row.name, why)),
                    None if chair.shared_out && row.track.is_some() => {
                        Some(organisations::not_due(language, &row.name, &chair.rater))
                    }
                    None => None,
                });
            let nothing = || told::no_such_organisation(language, typed);
            talk.say(&shut.unwrap_or_else(nothing))?;
            Ok(None)
        }
        [only] => Ok(Some(only.organisation.clone())),
        several => {
            for (row, number) in several.iter().zip(1_usize..) {
                talk.say(&format!("{number} {} {}", row.name, row.organisation))?;
            }
            one_of(talk, seat, several)
        }
    }
}

/// One of several, by its number; another name looks anew, and nothing goes back.
fn one_of(
    talk: &mut Talk<'_>,
    seat: &Seat<'_>,
    several: &[&ListRow],
) -> Result<Option<String>, Ended> {
    let language = seat.language;
    loop {
        let typed = talk.ask(&told::several(language, several.len()))?;
        let folded = fold(&typed);
        let number: Option<usize> = folded.parse().ok();
        let meant = number.and_then(|number| several.get(number.checked_sub(1)?));
        match (folded.as_ref(), meant) {
            ("", _) => return Ok(None),
            ("?", _) => talk.say(&told::explain(language))?,
            (_, Some(row)) => return Ok(Some(row.organisation.clone())),
            // A short number is one of these; a longer one is a code.
            _ if number.is_some() && folded.len() < 3 => {
                talk.say(&told::no_such_number(language, &typed))?;
            }
            _ => return named(talk, seat, &typed),
        }
    }
}

/// The rows whose name or code fits best what was typed.
fn search<'row>(rows: impl Iterator<Item = &'row ListRow>, typed: &str) -> Vec<&'row ListRow> {
    let rows: Vec<&ListRow> = rows.collect();
    let names = rows
        .iter()
        .map(|row| (row.organisation.as_str(), row.name.as_str()));
    let hits = Finder::new(names).search(typed, OFFERED);
    let found = hits.first.iter();
    found
        .filter_map(|hit| rows.get(hit.position).copied())
        .collect()
}
