//! What is the same for every organisation of a scheme, worked out once.

use crate::scheme::{ItemIndex, Method, PartyIndex, Scheme, TrackIndex};

/// A scheme prepared for the calculation.
#[derive(Debug, Clone)]
pub struct Plan<'scheme> {
    scheme: &'scheme Scheme,
    sheets: Vec<SheetPlan>,
}

/// The slots of a party's sheet on one track.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetPlan {
    /// The item of each slot; empty for a party without items (P2 has one slot and no item).
    pub items: Vec<ItemIndex>,
}

impl<'scheme> Plan<'scheme> {
    /// Prepares a scheme.
    #[must_use]
    pub fn new(scheme: &'scheme Scheme) -> Self {
        let mut sheets = Vec::new();
        for track in (0..scheme.tracks.len()).map(TrackIndex::at) {
            for party in (0..scheme.parties.len()).map(PartyIndex::at) {
                let fills_sheets = matches!(scheme.party(party).method, Method::Sheet(_));
                let items = if fills_sheets {
                    scheme.items_on_sheet(track, party).collect()
                } else {
                    Vec::new()
                };
                sheets.push(SheetPlan { items });
            }
        }
        Self { scheme, sheets }
    }

    /// The scheme that was prepared.
    #[must_use]
    pub const fn scheme(&self) -> &'scheme Scheme {
        self.scheme
    }

    /// The slots of a party's sheet for organisations of a track.
    #[must_use]
    pub fn sheet(&self, track: TrackIndex, party: PartyIndex) -> &SheetPlan {
        &self.sheets[track.position() * self.scheme.parties.len() + party.position()]
    }
}

impl SheetPlan {
    /// The slot of an item; none where it is not on the sheet (C1, I9).
    #[must_use]
    pub fn slot(&self, item: ItemIndex) -> Option<usize> {
        self.items.binary_search(&item).ok()
    }
}
