//! A rating scheme: TOML text → checked [`Scheme`], or every fault (scheme.md).

mod adjustments;
mod checks;
mod fault;
mod findings;
mod grading;
mod head;
mod items;
mod levels;
mod lookup;
mod model;
mod names;
mod parse;
mod parties;
mod read;
mod rules;
mod shipped;
mod tracks;
mod vetoes;

pub use fault::{
    CategorySum, Fault, GeneralFault, GoesWith, ItemFault, List, OutOfReach, OutcomeFault,
    PartyFault, SchemeFault,
};
pub use findings::FindingLimits;
pub(crate) use lookup::position_of;
pub use model::*;
pub use parse::{Checked, parse};
pub use shipped::{Shipped, shipped, shipped_by_id};

/// The version of the scheme format. It changes when a file that was right would mean something
/// else, or nothing, to this program.
pub const SCHEME_FORMAT: u32 = 1;
