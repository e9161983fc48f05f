//! How a round is scored: marks → figures → levels (scoring.md). Pure: no clock, file, thread,
//! SQL, screen or sentence.
//!
//! Three steps: [`own`] makes one organisation's figures from its inputs, [`relate`] looks
//! sideways (K3), [`place`] ranks one cohort and fills its levels.

mod entry;
mod figures;
mod input;
mod plan;

pub use entry::{Entry, EntryRefusal};
pub use figures::{CeilingSource, OrganisationFigures, PartyFigures, Rule, Standing, VetoStanding};
pub use input::{
    AdjustmentInput, BallotInput, BallotSlot, EventInput, Mark, OrganisationInput, SheetInput,
    VetoInput, VetoState,
};
pub use plan::{Plan, SheetPlan};

/// Which version of the calculation made a figure; rises with every change that can move one.
pub const ENGINE_VERSION: u32 = 1;
