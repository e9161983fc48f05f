//! How far each party of a round is.

use std::collections::HashMap;

use super::{PartyProgress, Trouble};
use crate::scheme::Scheme;
use crate::store::{RoundRow, View};

/// One for each party of the scheme; `scored` says of how many organisations each has a score, by
/// its position.
pub(super) fn progress(
    view: &View<'_>,
    round: &RoundRow,
    scheme: &Scheme,
    scored: &HashMap<usize, u32>,
) -> Result<Vec<PartyProgress>, Trouble> {
    let tracks: HashMap<String, u32> = view.rated_by_track(round.number)?.into_iter().collect();
    let sheets = view.sheet_counts(round.number)?;
    let rated_by = |tracks_of: &[bool]| {
        let on = scheme.tracks.iter().zip(tracks_of).filter(|(_, on)| **on);
        on.filter_map(|(track, _)| tracks.get(&track.id)).sum()
    };
    let of_party = |(at, party): (usize, &crate::scheme::Party)| {
        let counts = sheets.get(&party.id).copied().unwrap_or_default();
        PartyProgress {
            party: party.id.clone(),
            title: party.title.clone(),
            scored: scored.get(&at).copied().unwrap_or_default(),
            organisations: rated_by(&party.tracks),
            due: counts.due,
            submitted: counts.submitted,
        }
    };
    Ok(scheme.parties.iter().enumerate().map(of_party).collect())
}
