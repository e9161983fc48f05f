//! The rules of the calculation, one test or table a rule, named by its number.

#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "what prepares a test may fail it too"
)]

mod categories;
mod composite;
mod levels;
mod parties;
mod properties;
mod round;
mod vetoes;
