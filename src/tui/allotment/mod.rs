//! 名额: for each cohort, track and level how many places there are and where the number comes
//! from; numbers sent down from above are entered and taken back here.

mod act;
mod commands;
mod model;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Allotment;
