//! The demonstration is the generator's output, it reads without a fault, and its traps hold.


#![allow(clippy::unwrap_used, clippy::panic)]
mod files;
mod large;
mod office;
mod results;
mod traps;
