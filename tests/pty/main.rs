//! The program itself in a terminal: real keys, real frames, a real database.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what prepares a test may fail it too"
)]

#[path = "../support/beside.rs"]
mod beside;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/terminal.rs"]
mod terminal;
#[path = "../support/written.rs"]
mod written;

mod counts;
mod ending;
mod frames;
mod house;
mod job;
mod mouse;
mod storing;
mod systems;
mod two;
mod typing;
