//! 互评: the raters of a town against its organisations, one column at a time, and all at a
//! glance.

mod act;
mod commands;
mod model;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::{Mutual, party};
