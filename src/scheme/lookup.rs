//! Parts of a scheme: by id or title, by index, and those that a track has.

use super::{
    Adjustment, AdjustmentIndex, Category, CategoryIndex, Item, ItemIndex, Ledger, Level,
    LevelIndex, Method, Party, PartyIndex, Scheme, Track, TrackIndex, Veto, VetoIndex,
};

/// Finds a part of the scheme by its id, else by its title where that is unique.
pub(crate) fn position_of<'a>(
    wanted: &str,
    names: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Option<usize> {
    if let Some(found) = names.clone().position(|(id, _)| id == wanted) {
        return Some(found);
    }
    let mut by_title = names.enumerate().filter(|(_, (_, title))| *title == wanted);
    match (by_title.next(), by_title.next()) {
        (Some((found, _)), None) => Some(found),
        _ => None,
    }
}

/// One look-up by id or unique title for each list of the scheme.
macro_rules! look_up {
    ($($method:ident $list:ident $index:ident),* $(,)?) => {$(
        #[doc = concat!("By id, else by a unique title, in `", stringify!($list), "`.")]
        #[must_use]
        pub fn $method(&self, wanted: &str) -> Option<$index> {
            let names = self.$list.iter().map(|part| (part.id.as_str(), part.title.as_str()));
            position_of(wanted, names).map($index::at)
        }
    )*};
}

impl Scheme {
    look_up! {
        find_track tracks TrackIndex,
        find_party parties PartyIndex,
        find_category categories CategoryIndex,
        find_item items ItemIndex,
        find_level levels LevelIndex,
        find_veto vetoes VetoIndex,
        find_adjustment adjustments AdjustmentIndex,
    }

    /// The ledger, where the scheme keeps one; it has at most one (K3).
    #[must_use]
    pub fn ledger(&self) -> Option<&Ledger> {
        self.parties.iter().find_map(|party| match &party.method {
            Method::Ledger(ledger) => Some(ledger),
            _ => None,
        })
    }

    /// Titles of those who sign an event of the ledger, in order (P5).
    #[must_use]
    pub fn reviewers(&self) -> &[String] {
        self.ledger().map_or(&[], |ledger| ledger.review.as_slice())
    }

    #[must_use]
    pub fn track(&self, index: TrackIndex) -> &Track {
        &self.tracks[index.position()]
    }

    #[must_use]
    pub fn party(&self, index: PartyIndex) -> &Party {
        &self.parties[index.position()]
    }

    #[must_use]
    pub fn category(&self, index: CategoryIndex) -> &Category {
        &self.categories[index.position()]
    }

    #[must_use]
    pub fn item(&self, index: ItemIndex) -> &Item {
        &self.items[index.position()]
    }

    /// The id of an item as people call it: without what follows a hyphen (`A2` for
    /// `A2-community`) where no other item that a sheet could have beside it begins so too.
    #[must_use]
    pub fn short_id(&self, index: ItemIndex) -> &str {
        let item = self.item(index);
        let Some((stem, _)) = item.id.split_once('-') else {
            return &item.id;
        };
        let beside = |other: &Item| {
            let mut tracks = item.tracks.iter().zip(&other.tracks);
            tracks.any(|(one, another)| *one && *another)
        };
        let same = |other: &Item| other.id.split('-').next() == Some(stem);
        let alike = self
            .items
            .iter()
            .filter(|other| same(other) && beside(other));
        if alike.count() > 1 { &item.id } else { stem }
    }

    #[must_use]
    pub fn level(&self, index: LevelIndex) -> &Level {
        &self.levels[index.position()]
    }

    #[must_use]
    pub fn veto(&self, index: VetoIndex) -> &Veto {
        &self.vetoes[index.position()]
    }

    #[must_use]
    pub fn adjustment(&self, index: AdjustmentIndex) -> &Adjustment {
        &self.adjustments[index.position()]
    }

    /// The parties that rate organisations of a track, in the order of the procedure.
    pub fn parties_of(&self, track: TrackIndex) -> impl Iterator<Item = PartyIndex> + '_ {
        let on_track = move |party: &Party| party.tracks[track.position()];
        (0..self.parties.len())
            .filter(move |position| on_track(&self.parties[*position]))
            .map(PartyIndex::at)
    }

    /// The categories that exist for a track.
    pub fn categories_of(&self, track: TrackIndex) -> impl Iterator<Item = CategoryIndex> + '_ {
        (0..self.categories.len())
            .map(CategoryIndex::at)
            .filter(move |index| {
                self.items_of(track)
                    .any(|item| self.item(item).category == *index)
            })
    }

    /// The items that exist for a track (C1), whoever's sheets they stand on.
    pub fn items_of(&self, track: TrackIndex) -> impl Iterator<Item = ItemIndex> + '_ {
        let on_track = move |item: &Item| item.tracks[track.position()];
        (0..self.items.len())
            .filter(move |position| on_track(&self.items[*position]))
            .map(ItemIndex::at)
    }

    /// The items on a sheet of a party, for organisations of a track (C1, I9).
    pub fn items_on_sheet(
        &self,
        track: TrackIndex,
        party: PartyIndex,
    ) -> impl Iterator<Item = ItemIndex> + '_ {
        self.items_of(track)
            .filter(move |item| self.item(*item).parties[party.position()])
    }

    /// The last level, which takes all that come to it (G4).
    #[must_use]
    pub fn last_level(&self) -> LevelIndex {
        LevelIndex::at(self.levels.len().saturating_sub(1))
    }
}
