//! One organisation for a quick review: the composite and how it came about, categories, marks
//! lost, differences, vetoes, the journal.

mod content;
mod model;
mod view;

#[cfg(test)]
mod tests;

pub use model::{Breakdown, COMMANDS};
