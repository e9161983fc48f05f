//! One organisation for a quick review: the composite and how it came about, categories, marks
//! lost, differences, every sheet beside the ones before it, earlier years, vetoes, the journal.
//!
//! The sections are laid out in `text::breakdown`; `model` asks for what they need, `lines` breaks
//! them into a width, `view` draws the one that is open.

mod lines;
mod model;
mod view;

#[cfg(test)]
mod tests;

pub use model::{Breakdown, COMMANDS};
