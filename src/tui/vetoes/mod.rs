//! The vetoes: proposed, decided, lifted; what each does, with the level before and after.

mod act;
mod commands;
mod effect;
mod model;
mod past;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Vetoes;
