//! A rating scheme: TOML text → checked [`Scheme`], or every fault.
//!
//! Uses `number` and `diagnose` alone: no file is opened here, and no sentence made. [`parse`]
//! reads each part of a text into a draft, resolves what refers to other parts, checks what shows
//! only in the whole, and then builds the [`Scheme`], which cannot be inconsistent.
//!
//! | to change | look into |
//! |---|---|
//! | what a scheme is | `model` |
//! | a key of a table | the file named as the table: `head`, `tracks`, `parties`, `items`, `levels`, `vetoes`, … |
//! | how an item is scored | `rules` |
//! | what must go together | `checks` |
//! | what can be wrong | `fault`; its sentence is in `text::scheme` |
//! | the schemes that come with the program | `schemes/`, and their list in `shipped` |

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
