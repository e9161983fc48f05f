//! Counting ballots of one organisation as fast as paper is turned: a digit an answer, a ballot
//! an operation; or totals typed into the table.

mod act;
mod commands;
mod model;
mod poll;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::{Ballots, no_use, parties};
