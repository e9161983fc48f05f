//! What a round is: organisations, sheets, ballots, vetoes, events and their states; what can be
//! asked of it (a [`Command`]), what comes of it ([`Change`]s) and why not (a [`Refusal`]).
//! Pure: `decide` gets everything it looks at handed to it.

mod assemble;
mod change;
mod check;
mod command;
mod context;
mod decide;
mod event;
mod event_state;
mod findings;
mod form;
mod ids;
mod natural;
mod needs;
mod record;
mod refusal;
mod sheet;
mod slice;
mod tree;
mod undo;
mod write;
mod written;

pub use assemble::{assemble, event_points};
pub use change::{Cell, Change, Key, Record, What};
pub use command::{Command, Kind, NewRound, Operation, Via, Write};
pub use context::{Context, Decision, Limits};
pub use decide::decide;
pub use event_state::{EventState, EventWait};
pub use findings::{Finding, FindingKind, FindingWeight, Findings, PlacesSought, Sought, grouped};
pub use form::is_day;
pub use natural::natural_order;
pub use needs::{further_needs, needs};
pub use record::{
    AdjustmentRecord, AssignmentRecord, AssignmentState, BallotRecord, EventRecord, LevelRecord,
    MarkRecord, OrganisationRecord, PlacesRecord, RecordFault, ReviewRecord, RoundRecord,
    RoundState, SheetRecord, SheetState, TieRecord, VetoRecord,
};
pub use refusal::{Conflict, Part, Refusal};
pub use slice::{Need, PastOperation, Slice};
pub use undo::{redo_target, undo_target};

#[cfg(test)]
mod tests;
