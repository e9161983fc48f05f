//! The organisations of a round: how far each is, and the way to its sheet.
//!
//! Which are listed and in which order is in `order`; the acts are in `act` (finding, filtering,
//! going on), `submit`, `returning`, `reviewing` and `seating`; `early` shows the first page while
//! the rest is read, `remembered` lands where the person was last.

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
