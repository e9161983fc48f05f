//! One organisation's sheet, typed on a numeric keypad: items, the item, the composite.

mod act;
mod beside;
mod commands;
mod field;
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
pub use field::{Typed, draw_field, rows_of};
pub use item::zeroed;
pub use items::short;
pub use model::{Scoring, mint};
pub use popups::{Names, draw_shared, own_value};
pub use view::hints_of;
