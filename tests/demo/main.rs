//! The demonstration is the generator's output, it reads without a fault, and its traps hold.

mod files;
mod large;
mod results;
mod traps;
