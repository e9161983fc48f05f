//! 公布榜: who has how many points, organisations by track and persons by kind, for a period; and
//! the persons of one organisation with what they add to it.
//!
//! The lists are made in `model` and drawn in `view`; the days are asked for in `period`; the
//! persons of an organisation are a screen of their own in `persons`.

mod commands;
mod model;
mod period;
mod persons;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Board;
pub use persons::{COMMANDS as PERSONS_COMMANDS, Persons};
