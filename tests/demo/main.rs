//! The demonstration is the generator's output, it reads without a fault, and its traps hold.

// A test may end where it finds what must not be.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "what prepares a test may fail it too"
)]

mod files;
mod full;
mod large;
mod ledger;
mod office;
mod picture;
mod results;
mod traps;
