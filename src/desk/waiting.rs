//! 未提交名单: the sheets that are still to be submitted, by party, rater and town.

use std::collections::HashMap;

use crate::office::{ListRow, SheetSummary};
use crate::round::SheetState;
use crate::scheme::{Combine, Method, PartyIndex, Scheme, TrackIndex};

/// Sheets of one rater in one town that are still to be submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub party: PartyIndex,
    /// None: nobody is due and nobody has begun.
    pub rater: Option<String>,
    /// The name of the town, or whatever the organisations lie in; empty where they lie in none.
    pub town: String,
    /// In the order of the list.
    pub sheets: Vec<WaitingSheet>,
}

/// A sheet that is still to be submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingSheet {
    pub organisation: String,
    pub name: String,
    pub how_far: HowFar,
}

/// How far a sheet is that has not been submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowFar {
    NotBegun,
    /// Items that have an entry, of those that the sheet asks for.
    Begun {
        there: usize,
        asked: usize,
    },
    /// 已评完未提交
    Complete,
    /// 已退回
    Returned,
}

/// Marks that a party's sheet asks for on a track; 0 where it has no sheet there.
#[must_use]
pub fn marks_asked(scheme: &Scheme, party: PartyIndex, track: TrackIndex) -> usize {
    let on_track = scheme.party(party).tracks.get(track.position()) == Some(&true);
    match &scheme.party(party).method {
        Method::Sheet(_) if on_track => scheme.items_on_sheet(track, party).count(),
        Method::Mark(_) if on_track => 1,
        _ => 0,
    }
}

/// Who has not submitted: parties in the order of the scheme, then raters, then towns as the list
/// has them. Recused raters wait for nothing (P7).
#[must_use]
pub fn waiting(scheme: &Scheme, rows: &[ListRow]) -> Vec<Waiting> {
    let names: HashMap<&str, (usize, &str)> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| (row.organisation.as_str(), (at, row.name.as_str())))
        .collect();
    let town = |row: &ListRow| {
        let parent = row.parent.as_deref()?;
        names.get(parent).copied()
    };
    let mut found = Vec::new();
    for row in rows {
        for (party, rater, how_far) in of_row(scheme, row) {
            let (place, town) = town(row).unwrap_or_default();
            let sheet = WaitingSheet {
                organisation: row.organisation.clone(),
                name: row.name.clone(),
                how_far,
            };
            found.push((party, rater, place, town, sheet));
        }
    }
    // Stable: organisations stay in the order of the list.
    found.sort_by(|one, other| (one.0, &one.1, one.2).cmp(&(other.0, &other.1, other.2)));
    let mut groups: Vec<Waiting> = Vec::new();
    for (party, rater, _, town, sheet) in found {
        let same = |group: &&mut Waiting| {
            group.party == party && group.rater == rater && group.town == town
        };
        match groups.last_mut().filter(same) {
            Some(group) => group.sheets.push(sheet),
            None => groups.push(Waiting {
                party,
                rater,
                town: town.to_owned(),
                sheets: vec![sheet],
            }),
        }
    }
    groups
}

/// The sheets of one organisation that are due, or begun, and not submitted; a party without any
/// sheet that needs one, without a rater.
fn of_row(scheme: &Scheme, row: &ListRow) -> Vec<(PartyIndex, Option<String>, HowFar)> {
    let track = row.track.as_deref();
    let Some(track) = track.and_then(|track| scheme.find_track(track)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (position, party) in scheme.parties_of(track).enumerate() {
        let asked = marks_asked(scheme, party, track);
        if asked == 0 {
            continue;
        }
        let id = &scheme.party(party).id;
        let sheets = row.sheets.iter().filter(|sheet| sheet.party == *id);
        let mut sheets = sheets
            .filter(|sheet| !sheet.recused && (sheet.due || sheet.is_begun()))
            .peekable();
        // With `latest` one level of review after the other begins (K2).
        let needed = scheme.combine != Combine::Latest || position == 0;
        if needed && sheets.peek().is_none() {
            found.push((party, None, HowFar::NotBegun));
        }
        for sheet in sheets.filter(|sheet| sheet.state != SheetState::Submitted) {
            found.push((party, Some(sheet.rater.clone()), how_far(sheet, asked)));
        }
    }
    found
}

fn how_far(sheet: &SheetSummary, asked: usize) -> HowFar {
    let there = sheet.there as usize;
    match sheet.state {
        SheetState::Returned => HowFar::Returned,
        _ if there >= asked => HowFar::Complete,
        _ if there == 0 => HowFar::NotBegun,
        _ => HowFar::Begun { there, asked },
    }
}
