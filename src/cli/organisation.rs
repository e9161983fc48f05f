//! Which organisation a person means.

use super::Failed;
use super::table::clean;
use crate::find::{Finder, Resolved};
use crate::office::ListRow;
use crate::text::{Language, cli};

/// How many candidates are listed.
const CANDIDATES: usize = 20;

/// The organisation of a code, else of a unique name.
///
/// # Errors
/// There is none (the nearest are listed, by sound too), or there are several.
pub fn meant<'a>(
    rows: &'a [ListRow],
    wanted: &str,
    language: Language,
) -> Result<&'a ListRow, Failed> {
    let pairs = rows
        .iter()
        .map(|row| (row.organisation.as_str(), row.name.as_str()));
    let of = |positions: &[usize]| -> Vec<&'a ListRow> {
        positions
            .iter()
            .filter_map(|position| rows.get(*position))
            .collect()
    };
    let (found, near) = match Finder::new(pairs).resolve(wanted) {
        Resolved::Found(position) => (vec![position], Vec::new()),
        Resolved::Ambiguous(positions) => (positions, Vec::new()),
        Resolved::NotFound(near) => (Vec::new(), near),
    };
    match of(&found).as_slice() {
        [only] => Ok(only),
        [] => Err(unknown(rows, &of(&near), wanted, language)),
        several => {
            let why = cli::organisation_ambiguous(language, wanted) + &listed(rows, several);
            Err(Failed::said(
                why,
                cli::organisation_ambiguous_help(language),
            ))
        }
    }
}

fn unknown(rows: &[ListRow], near: &[&ListRow], wanted: &str, language: Language) -> Failed {
    let help = if near.is_empty() {
        cli::organisation_unknown_help(language)
    } else {
        cli::nearest_organisations(language) + &listed(rows, near)
    };
    Failed::said(cli::organisation_unknown(language, wanted), help)
}

/// Code, name and parent of each, one a line.
fn listed(rows: &[ListRow], found: &[&ListRow]) -> String {
    let mut text = String::new();
    for row in found.iter().take(CANDIDATES) {
        let parent = rows
            .iter()
            .find(|other| Some(&other.organisation) == row.parent.as_ref());
        let parent = parent.map_or("", |parent| parent.name.as_str());
        let line = clean(&format!("{}  {}  {parent}", row.organisation, row.name));
        text.push_str("\n    ");
        text.push_str(line.trim_end());
    }
    if found.len() > CANDIDATES {
        text.push_str("\n    …");
    }
    text
}
