//! The ranking: cohort by cohort, with the places of each level between the rows, who is held
//! back and why, and the decision on a tie.

mod cohort;
mod commands;
mod decide;
mod model;
mod order;
mod trial;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Ranking;
