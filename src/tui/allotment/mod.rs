//! 名额: for each cohort, track and level how many places there are and where the number comes
//! from; numbers sent down from above are entered and taken back here.
//!
//! What is asked and written is in `act`; which rows there are, and whether their numbers add up,
//! in `model`; the words for where a number comes from in `view`.

mod act;
mod commands;
mod model;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Allotment;
