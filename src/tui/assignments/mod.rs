//! 分工与回避: who is due to rate which organisation, who is recused and why.
//!
//! The questions are in `ask`, what they lead to in `act`; the columns and the pane with everybody
//! of an organisation are in `view`.

mod act;
mod ask;
mod commands;
mod model;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::{Assignments, no_use};
