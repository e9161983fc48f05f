//! What a round is: organisations, sheets, ballots, vetoes, events and their states; what can be
//! asked of it (a [`Command`]), what comes of it ([`Change`]s) and why not (a [`Refusal`]).
//! Pure: [`decide`] gets everything it looks at handed to it.
//!
//! State is a set of cells ([`What`] says which kinds there are). For a [`Command`], [`needs`] says
//! what has to be loaded into a [`Slice`]; [`decide`] makes of both the changes, or refuses. What
//! scoring is fed with is made of an organisation's cells by [`assemble`].
//!
//! | to change | look into |
//! |---|---|
//! | what a cell keeps | `change` (key and fields), `record` (typed); its table is in `store` |
//! | what may be written | `check`, one function a kind; events in `event`, the list in `tree` |
//! | when a sheet is finished, taken back, submitted by a file (C4) | `sheet`, `written` |
//! | what can be taken back | `undo` |
//! | what is refused, as data | `refusal`; its sentence is in `text::refusal` |
//! | what is found before publication | `findings`, one file a subject |

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
mod hidden;
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
pub use form::{FieldForm, is_day};
pub use hidden::{is_hidden, is_weightless};
pub use natural::natural_order;
pub use needs::{further_needs, needs};
pub use record::{
    AdjustmentRecord, AssignmentRecord, AssignmentState, BallotRecord, EventRecord, LevelRecord,
    MarkRecord, OperationKind, OrganisationRecord, PlacesRecord, RecordFault, ReviewRecord,
    RoundRecord, RoundState, SheetRecord, SheetState, TieRecord, UnknownWord, VetoRecord,
};
pub use refusal::{Conflict, Part, Refusal};
pub use slice::{Need, PastOperation, Slice};
pub use undo::{redo_target, undo_target};

#[cfg(test)]
mod tests;
