//! The ids of a scheme, ready to be looked up a hundred thousand times.

use std::collections::HashMap;

use super::{Part, Refusal};
use crate::scheme::{
    AdjustmentIndex, ItemIndex, LevelIndex, PartyIndex, Scheme, TrackIndex, VetoIndex,
};

/// Declares the tables: one for each list of the scheme.
macro_rules! tables {
    ($($list:ident $look_up:ident $index:ident $part:ident),* $(,)?) => {
        /// Where each id stands in its list.
        pub(super) struct Ids<'a> {
            $($list: HashMap<&'a str, $index>),*
        }

        impl<'a> Ids<'a> {
            pub(super) fn of(scheme: &'a Scheme) -> Self {
                Self {
                    $($list: scheme.$list.iter().enumerate()
                        .map(|(position, part)| (part.id.as_str(), $index::at(position)))
                        .collect()),*
                }
            }

            $(pub(super) fn $look_up(&self, id: &str) -> Result<$index, Refusal> {
                self.$list.get(id).copied().ok_or_else(|| unknown(Part::$part, id))
            })*
        }
    };
}

tables! {
    tracks track TrackIndex Track,
    parties party PartyIndex Party,
    items item ItemIndex Item,
    levels level LevelIndex Level,
    vetoes veto VetoIndex Veto,
    adjustments adjustment AdjustmentIndex Adjustment,
}

/// The refusal of a code that is not there.
pub(super) fn unknown(what: Part, code: &str) -> Refusal {
    Refusal::Unknown {
        what,
        code: code.to_owned(),
    }
}
