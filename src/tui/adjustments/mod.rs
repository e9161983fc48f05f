//! 加减分: the bonuses and penalties of a round or of one organisation, what each brings, and
//! what the composite is with it and without it.
//!
//! What is asked and written is in `act`, the two composites in `effect`; the columns and the pane
//! are in `view`, what is listed and in which order in `model`.

mod act;
mod commands;
mod effect;
mod model;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::{Adjustments, no_use};
