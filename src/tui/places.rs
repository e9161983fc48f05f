//! Places in a round that one screen can send the person to.

use super::screen::Context;
use crate::round::{Change, What};

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

/// Opens the sheet at a place.
pub fn open(place: &Place, context: &mut Context<'_>) {
    context.push(super::vetoes::Vetoes::of(place.organisation.clone()));
}
