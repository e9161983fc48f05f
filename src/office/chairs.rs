//! The chairs of `independent` parties that somebody sits in, and which of their sheets are in.

use std::collections::HashSet;

use super::{Failure, Seat, Viewer};
use crate::round::{AssignmentState, SheetState, What};
use crate::scheme::{PartyIndex, Scheme};
use crate::store::{RoundRow, View};

/// A chair of an independent party that the viewer sits in.
pub(super) struct Chair {
    pub(super) party: PartyIndex,
    pub(super) seat: Seat,
    submitted: HashSet<String>,
    recused: HashSet<String>,
    /// The organisations that are this chair's share; none where nothing is shared out.
    due: Option<HashSet<String>>,
}

impl Chair {
    /// Whether the sheet of an organisation that the party rates is this chair's to fill, and not
    /// in yet.
    pub(super) fn lacks(&self, organisation: &str) -> bool {
        let mine = self.due.as_ref();
        mine.is_none_or(|due| due.contains(organisation))
            && !self.submitted.contains(organisation)
            && !self.recused.contains(organisation)
    }
}

/// The chairs of independent parties in which a viewer sits.
pub(super) fn chairs(
    view: &View<'_>,
    round: &RoundRow,
    viewer: &Viewer,
    scheme: &Scheme,
) -> Result<Vec<Chair>, Failure> {
    let mut chairs = Vec::new();
    for seat in seats(view, round, viewer, scheme)? {
        let found = scheme.find_party(&seat.party);
        if let Some(party) = found.filter(|party| scheme.party(*party).independent) {
            chairs.push(chair(view, round, party, seat)?);
        }
    }
    Ok(chairs)
}

/// Where a viewer sits: in the chair they have taken, and in every one of an independent party that
/// bears their name.
fn seats(
    view: &View<'_>,
    round: &RoundRow,
    viewer: &Viewer,
    scheme: &Scheme,
) -> Result<Vec<Seat>, Failure> {
    let here = viewer
        .sitting
        .as_ref()
        .filter(|sitting| sitting.round == round.name);
    let taken = match here {
        Some(sitting) => sitting.seat.clone(),
        None => view
            .remembered(&viewer.actor, &Seat::memory_key(&round.name))?
            .and_then(|text| Seat::from_memory(&text)),
    };
    let mut seats: Vec<Seat> = taken.into_iter().collect();
    for party in scheme.parties.iter().filter(|party| party.independent) {
        let seat = Seat {
            party: party.id.clone(),
            rater: viewer.actor.clone(),
        };
        if !seats.contains(&seat) && view.is_rater(round.number, &seat.party, &seat.rater)? {
            seats.push(seat);
        }
    }
    Ok(seats)
}

fn chair(
    view: &View<'_>,
    round: &RoundRow,
    party: PartyIndex,
    seat: Seat,
) -> Result<Chair, Failure> {
    let of_seat = |what: What, state: &str| {
        view.organisations_of_rater(round.number, what, (&seat.party, &seat.rater), state)
    };
    let submitted = of_seat(What::Sheet, SheetState::Submitted.word())?;
    let recused = of_seat(What::Assignment, AssignmentState::Recused.word())?;
    let due = of_seat(What::Assignment, AssignmentState::Due.word())?;
    let shared_out = view.assigned(round.number, &seat.party, AssignmentState::Due.word())?;
    Ok(Chair {
        party,
        seat,
        submitted,
        recused,
        due: (!shared_out.is_empty()).then_some(due),
    })
}
