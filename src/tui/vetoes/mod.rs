//! The vetoes: proposed, decided, lifted; what each does, with the level before and after.
//!
//! The steps and their form are in `act`; what a veto does to the level is asked for in `effect`,
//! who did what before in `past`.

mod act;
mod commands;
mod effect;
mod model;
mod past;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Vetoes;
