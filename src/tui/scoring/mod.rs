//! One organisation's sheet, typed on a numeric keypad: items, the item, the composite.

mod act;
mod beside;
mod commands;
mod item;
mod items;
mod model;
mod panel;
mod popups;
mod summary;
mod update;
mod view;

#[cfg(test)]
mod tests;

pub use commands::COMMANDS;
pub use model::Scoring;
