//! Home: the rounds.

mod commands;
mod model;
mod update;
mod view;

pub use model::Rounds;
