//! Home: the rounds.
//!
//! A round is opened in `opening` and made in `making`.

mod commands;
mod making;
mod model;
mod opening;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Rounds;
