//! pingxing (评星): rate organisations against a published scheme.
//!
//! The rooms, bottom to top; a room uses only rooms above it in this list, and `cli` and `tui`
//! do not know each other.

#[deny(clippy::float_arithmetic)]
pub mod number;

pub mod diagnose;

#[deny(clippy::float_arithmetic)]
pub mod scheme;

#[deny(clippy::float_arithmetic)]
pub mod scoring;

#[deny(clippy::float_arithmetic)]
pub mod round;

pub mod store;

pub mod office;

pub mod exchange;

pub mod find;

pub mod desk;

pub mod text;

pub mod config;

pub mod demo;

pub mod term;

pub mod cli;

pub mod tui;
