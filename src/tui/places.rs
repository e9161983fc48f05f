//! Places in a round that one screen can send the person to.

use super::ballots::Ballots;
use super::breakdown::Breakdown;
use super::grid::Mutual;
use super::ranking::Ranking;
use super::scoring::Scoring;
use super::screen::Context;
use super::session::Session;
use crate::desk::Landing;
use crate::office::ListRow;
use crate::round::{Change, What};
use crate::scheme::Method;

/// A place: an organisation, and as much more as is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    pub organisation: String,
    pub party: Option<String>,
    pub rater: Option<String>,
    pub item: Option<String>,
}

impl Place {
    /// An organisation.
    #[must_use]
    pub fn of_organisation(organisation: String) -> Self {
        Self {
            organisation,
            ..Self::default()
        }
    }

    /// Where a change of a mark was made; of anything else, its organisation.
    #[must_use]
    pub fn of_change(change: &Change) -> Self {
        let part = |position: usize| change.key.get(position).cloned();
        let mut place = Self::of_organisation(part(0).unwrap_or_default());
        if matches!(change.what, What::Mark | What::Sheet) {
            place.party = part(1);
            place.rater = part(2);
            place.item = part(3);
        }
        place
    }
}

/// Opens the sheet at a place: among these organisations, in the order in which the person saw
/// them, or among all where there are none. Without a chair there is no sheet, and the
/// breakdown opens; who gives overall marks has a column of the town instead.
pub fn open_among(place: &Place, rows: Vec<ListRow>, context: &mut Context<'_>) {
    if is_peer(context.session) {
        context.push(Mutual::at(Some(place.organisation.clone())));
        return;
    }
    let landing = place.item.clone().map_or(Landing::FirstOpen, Landing::Item);
    let organisation = &place.organisation;
    if let Some(scoring) = Scoring::new(context.session, rows, organisation, landing) {
        context.push(scoring);
    } else {
        open_breakdown(organisation.clone(), context);
    }
}

/// Whether this person gives overall marks: sheets of one line each, filled as one column.
fn is_peer(session: &Session) -> bool {
    let scheme = session.round.as_ref().map(|round| &round.scheme);
    let seat = session.seat.as_ref().map(|seat| &seat.party);
    let party = scheme.zip(seat).and_then(|(scheme, seat)| {
        let party = scheme.find_party(seat)?;
        Some(&scheme.party(party).method)
    });
    matches!(party, Some(Method::Mark(_)))
}

/// Opens the sheet at a place.
pub fn open(place: &Place, context: &mut Context<'_>) {
    open_among(place, Vec::new(), context);
}

/// Opens the breakdown of an organisation.
pub fn open_breakdown(organisation: String, context: &mut Context<'_>) {
    if let Some(breakdown) = Breakdown::new(context.session, organisation) {
        context.push(breakdown);
    }
}

/// Opens the counting of ballots at a place.
pub fn open_ballots(place: Place, context: &mut Context<'_>) {
    context.push(Ballots::of(place.organisation, place.party));
}

/// Opens the ranking, at an organisation where one is known.
pub fn open_ranking(organisation: Option<String>, context: &mut Context<'_>) {
    context.push(Ranking::at(organisation));
}
