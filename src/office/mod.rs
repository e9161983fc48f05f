//! The one door: rights, `apply(operation)`, questions, all in codes. The terminal, the commands
//! and later a service go through it; no face ever holds a connection.
//!
//! `door` is plain data: the trait [`Door`], its questions and answers. `office` is the door on a
//! database of this machine: one thread writes what waits in `queue`, questions are answered on
//! their callers' threads, each from one consistent state. Nothing here is decided: `round` does,
//! on what `loading` brings out of `store`; figures are made by `scoring`, and `figures`, `results`
//! and `keeping` say of what, when, and which may be kept.
//!
//! | to change | look into |
//! |---|---|
//! | what can be asked | `door::question`; its answer in `asking` or a file of its own subject |
//! | who may see what | `viewer`, `chairs` (who sits where), `sight` (what is taken out) |
//! | how an operation is applied | `applying`; what an import would do in `preview` |
//! | what the list shows, page by page | `listing` |
//! | what is set aside when a program has to go | `aside` |
//! | what `verify` looks at | `verifying`; the books themselves in `store::verify` |

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

pub use crate::store::{Patience, SheetsLeft};
