//! 积分台账: the events of the round. The unit declares, the office confirms, reviewers sign in
//! the scheme's order; each step is an operation through the door, and who may do it next is
//! decided there.
//!
//! Steps are in `act`, in whose name they are made in `chair`; `declare` has the form of an event,
//! `past` what was done with one, `trial` what counting it would do.

mod act;
mod chair;
mod commands;
mod declare;
mod model;
mod past;
mod trial;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::{Ledger, Subject};
