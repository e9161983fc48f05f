//! The one door: rights, `apply(operation)`, questions, all in codes. The terminal, the commands
//! and later a service go through it; no face ever holds a connection.

mod applying;
mod aside;
mod asking;
mod board;
mod chairs;
mod clock;
mod door;
mod earlier;
mod figures;
mod findings;
mod journal;
mod keeping;
mod listing;
mod loading;
#[expect(
    clippy::module_inception,
    reason = "the office is what this room is named for"
)]
mod office;
mod others;
mod preview;
mod progress;
mod queue;
mod results;
mod reviews;
mod schemes;
mod shared;
mod sight;
mod touched;
mod tree;
mod trial;
mod verifying;
mod vetoes;
mod viewer;

pub use clock::{Clock, SystemClock};
pub use door::*;
pub use office::{Office, OfficeOptions};
pub use results::{places_sent_down, stated_places};

pub use viewer::{Seat, SeenBy, Sitting, Viewer};

use shared::Shared;

pub use crate::store::Patience;
