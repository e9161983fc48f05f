//! How a round is scored: marks → figures → levels, by rules that are cited by their numbers
//! ([`Rule`] lists them). Pure: no clock, file, thread, SQL, screen or sentence.
//!
//! Three steps: [`own`] makes one organisation's figures from its inputs, [`relate`] looks
//! sideways (K3), [`place`] ranks one cohort and fills its levels.

mod amount;
mod ballot;
mod because;
mod composite;
mod entry;
mod figures;
mod filling;
mod input;
mod ledger;
mod own;
mod party;
mod place;
mod plan;
mod reach;
mod relate;
mod sheet;
mod trace;
mod veto;

pub use composite::net_adjustment;
pub use entry::{Entry, EntryRefusal};
pub use figures::{
    CategoryFigures, CeilingSource, OrganisationFigures, PartyFigures, Relative, Rule, Standing,
    VetoStanding,
};
pub use input::{
    AdjustmentInput, BallotInput, BallotSlot, EventInput, Mark, OrganisationInput, SheetInput,
    VetoInput, VetoState,
};
pub use ledger::points_of_event;
pub use own::own;
pub use place::{Contender, Placed, place, places, settle};
pub use plan::{Plan, SheetPlan};
pub use reach::{Distance, distance, has_places, places_decide};
pub use relate::{Leaders, relate};
pub use sheet::sheet_total;
pub use trace::{LeftOut, PassedOver, PlacesFrom, Recording, Silent, Step, Trace};
pub use veto::zeroed;

/// Which version of the calculation made a figure; rises with every change that can move one.
pub const ENGINE_VERSION: u32 = 2;
