//! What a round is: organisations, sheets, ballots, vetoes, events and their states; what can be
//! asked of it (a [`Command`]), what comes of it ([`Change`]s) and why not (a [`Refusal`]).
//! Pure: `decide` gets everything it looks at handed to it.

mod assemble;
mod change;
mod command;
mod record;
mod refusal;
mod slice;

pub use assemble::assemble;
pub use change::{Cell, Change, Key, Record, What};
pub use command::{Command, Kind, NewRound, Operation, Via, Write};
pub use record::{
    AdjustmentRecord, AssignmentRecord, AssignmentState, BallotRecord, EventRecord, EventState,
    LevelRecord, MarkRecord, OrganisationRecord, PlacesRecord, RecordFault, RoundRecord,
    RoundState, SheetRecord, SheetState, TieRecord, VetoRecord,
};
pub use refusal::{Conflict, Part, Refusal};
pub use slice::{Need, Slice};
