//! Counting ballots of one organisation as fast as paper is turned: a digit an answer, a ballot
//! an operation; or totals typed into the table.
//!
//! What a key does is in `act`, what a ballot is made of in `poll`, the pane of what the counts
//! come to in `result`; `view` draws the paper and the table.

mod act;
mod commands;
mod model;
mod poll;
mod result;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::{Ballots, no_use, parties};
