//! The ranking: cohort by cohort, with the places of each level between the rows, who is held
//! back and why, and the decision on a tie.
//!
//! A cohort with its lines is made in `cohort`, the pane below in `detail`; a tie is decided in
//! `order` and `decide`; what is tried out is in `trial`.

mod cohort;
mod commands;
mod decide;
mod detail;
mod model;
mod order;
mod trial;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Ranking;
