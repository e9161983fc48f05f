//! Home: the rounds.

mod commands;
mod making;
mod model;
mod opening;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Rounds;
