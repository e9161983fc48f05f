//! The program itself in a terminal: real keys, real frames, a real database.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../support/mod.rs"]
mod support;
#[path = "../support/terminal.rs"]
mod terminal;

mod ending;
mod frames;
mod house;
mod job;
mod storing;
mod two;
mod typing;
