//! What is the same for every organisation of a scheme, worked out once.

use std::ops::Range;

use super::OrganisationInput;
use super::amount::Rounder;
use crate::number::{Decimal, Exact};
use crate::scheme::{
    CategoryIndex, GradingRule, ItemIndex, Method, Party, PartyIndex, Scheme, TrackIndex,
};

/// A scheme prepared for the calculation.
#[derive(Debug, Clone)]
pub struct Plan<'scheme> {
    scheme: &'scheme Scheme,
    sheets: Vec<SheetPlan>,
    parties: Vec<Vec<PartyIndex>>,
    /// One for each party.
    weights: Vec<Exact>,
    /// One per cent of the scheme's marks.
    per_cent: Exact,
}

/// The slots of a party's sheet on one track.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetPlan {
    /// The item of each slot; empty for a party without items (P2 has one slot and no item).
    pub items: Vec<ItemIndex>,
    /// The points of each slot.
    pub(super) points: Vec<Decimal>,
    /// The mark of each slot at its fullest: its points, printed as a mark is (N2).
    pub(super) full_marks: Vec<Decimal>,
    /// Items of the track that other parties' sheets alone have (I9).
    pub(super) elsewhere: Vec<ItemIndex>,
    /// The categories of the track.
    pub(super) categories: Vec<CategoryPlace>,
    /// Where each category of the scheme stands in `categories`.
    category_slots: Vec<Option<usize>>,
}

/// A category as it stands on the sheets of one party and track (C1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CategoryPlace {
    pub index: CategoryIndex,
    /// Its slots, which lie together.
    pub slots: Range<usize>,
    /// F: full marks of the category's items on the track.
    pub full: Decimal,
    /// Full marks of those of its items that stand on other parties' sheets only (I9).
    pub elsewhere: Decimal,
}

impl<'scheme> Plan<'scheme> {
    /// Prepares a scheme.
    #[must_use]
    pub fn new(scheme: &'scheme Scheme) -> Self {
        let mut sheets = Vec::new();
        let mut parties = Vec::new();
        for track in (0..scheme.tracks.len()).map(TrackIndex::at) {
            parties.push(scheme.parties_of(track).collect());
            for party in (0..scheme.parties.len()).map(PartyIndex::at) {
                let fills_sheets = matches!(scheme.party(party).method, Method::Sheet(_));
                sheets.push(if fills_sheets {
                    SheetPlan::new(scheme, track, party)
                } else {
                    SheetPlan::default()
                });
            }
        }
        let weight = |party: &Party| Exact::from(party.weight);
        Self {
            scheme,
            sheets,
            parties,
            weights: scheme.parties.iter().map(weight).collect(),
            per_cent: &Exact::from(scheme.marks) * &Exact::quotient(1, 100),
        }
    }

    /// The scheme that was prepared.
    #[must_use]
    #[inline]
    pub const fn scheme(&self) -> &'scheme Scheme {
        self.scheme
    }

    /// Whether stars are counted, rather than marks compared with lines (G2).
    #[inline]
    pub(super) fn counts_stars(&self) -> bool {
        self.scheme.grading.rule == GradingRule::Stars
    }

    #[inline]
    pub(super) fn rounder(&self) -> Rounder {
        Rounder::of(self.scheme)
    }

    /// The parties that rate organisations of a track, in the order of the procedure.
    #[must_use]
    #[inline]
    pub fn parties(&self, track: TrackIndex) -> &[PartyIndex] {
        &self.parties[track.position()]
    }

    /// The weight of a party (K1).
    #[inline]
    pub(super) fn weight(&self, party: PartyIndex) -> &Exact {
        &self.weights[party.position()]
    }

    /// What an option's value is multiplied with (P3).
    #[inline]
    pub(super) fn per_cent(&self) -> &Exact {
        &self.per_cent
    }

    /// Room for the figures of an organisation's sheets, each with its categories and a total.
    #[inline]
    pub(super) fn category_room(&self, input: &OrganisationInput) -> usize {
        input.sheets.len() * (self.scheme.categories.len() + 1)
    }

    /// The slots of a party's sheet for organisations of a track.
    #[must_use]
    #[inline]
    pub fn sheet(&self, track: TrackIndex, party: PartyIndex) -> &SheetPlan {
        &self.sheets[track.position() * self.scheme.parties.len() + party.position()]
    }

    /// How many marks a sheet of a party has: its items, or the one overall mark (P2); none
    /// where the party fills no sheets.
    #[must_use]
    pub fn slots(&self, track: TrackIndex, party: PartyIndex) -> usize {
        match self.scheme.party(party).method {
            Method::Sheet(_) => self.sheet(track, party).items.len(),
            Method::Mark(_) => 1,
            Method::Ballot(_) | Method::Ledger(_) => 0,
        }
    }
}

impl SheetPlan {
    fn new(scheme: &Scheme, track: TrackIndex, party: PartyIndex) -> Self {
        let rounder = Rounder::of(scheme);
        let mut plan = Self {
            category_slots: vec![None; scheme.categories.len()],
            ..Self::default()
        };
        for item in scheme.items_of(track) {
            let points = scheme.item(item).points;
            let index = scheme.item(item).category;
            // Items come category by category.
            if plan.categories.last().map(|place| place.index) != Some(index) {
                plan.category_slots[index.position()] = Some(plan.categories.len());
                plan.categories.push(CategoryPlace {
                    index,
                    slots: plan.items.len()..plan.items.len(),
                    full: Decimal::ZERO,
                    elsewhere: Decimal::ZERO,
                });
            }
            let Some(place) = plan.categories.last_mut() else {
                continue;
            };
            let add =
                |sum: Decimal| Decimal::from_millionths(sum.millionths() + points.millionths());
            place.full = add(place.full);
            if scheme.item(item).parties[party.position()] {
                plan.items.push(item);
                plan.points.push(points);
                plan.full_marks.push(rounder.keep_decimal(points));
                place.slots.end = plan.items.len();
            } else {
                place.elsewhere = add(place.elsewhere);
                plan.elsewhere.push(item);
            }
        }
        plan
    }

    /// The slot of an item; none where it is not on the sheet (C1, I9).
    #[must_use]
    #[inline]
    pub fn slot(&self, item: ItemIndex) -> Option<usize> {
        self.items.binary_search(&item).ok()
    }

    /// Where a category stands among those of the track; none where it is not of the track.
    #[inline]
    pub(super) fn category_slot(&self, category: CategoryIndex) -> Option<usize> {
        self.category_slots.get(category.position()).copied()?
    }
}
