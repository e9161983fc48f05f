//! Parts refer to each other by index.

/// Declares an index into one list of the scheme.
macro_rules! index {
    ($(#[$meta:meta] $name:ident),* $(,)?) => {$(
        #[$meta]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The position in the list.
            #[must_use]
            pub const fn position(self) -> usize {
                self.0 as usize
            }

            /// The index of a position; a scheme never has more than 65,535 of anything.
            #[must_use]
            pub fn at(position: usize) -> Self {
                Self(u16::try_from(position).unwrap_or(u16::MAX))
            }
        }
    )*};
}

index! {
    /// Which track, in the order of the file.
    TrackIndex,
    /// Which party, in the order of the procedure.
    PartyIndex,
    /// Which category.
    CategoryIndex,
    /// Which item, counted through all categories in the order of the file.
    ItemIndex,
    /// Which level, 0 being the best.
    LevelIndex,
    /// Which veto.
    VetoIndex,
    /// Which adjustment.
    AdjustmentIndex,
}
