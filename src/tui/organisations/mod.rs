//! The organisations of a round: how far each is, and the way to its sheet.

mod act;
mod commands;
mod early;
mod model;
mod order;
mod remembered;
mod returning;
mod reviewing;
mod seating;
mod submit;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Organisations;
pub use reviewing::{changes, tick, ticked, unchanged};
