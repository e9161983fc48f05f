//! Sentences about schemes: what is wrong with a file, and what a scheme says.

mod describe;
mod faults;
mod limits;
mod sentences;
mod words;

pub use describe::{describe, rounded_each_time, rounded_in_the_end};
pub use sentences::{adjustment, condition, kind_word};
