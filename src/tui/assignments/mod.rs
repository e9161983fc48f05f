//! 分工与回避: who is due to rate which organisation, who is recused and why.

mod act;
mod ask;
mod commands;
mod model;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::{Assignments, no_use};
