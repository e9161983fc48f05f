//! The demonstration is the generator's output, it reads without a fault, and its traps hold.

// A test may end where it finds what must not be.
#![allow(clippy::panic, clippy::unwrap_used)]

mod files;
mod large;
mod office;
mod picture;
mod results;
mod traps;
