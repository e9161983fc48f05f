//! One organisation's sheet, typed on a numeric keypad: items, the item, the composite.
//!
//! The panes are `items` (left), `item` with its `field` and what is known `beside` it (middle) and
//! `panel` (right, or F4); what opens over them is in `popups` and `summary`. What a key means is
//! decided by the desk: `update` passes it on, `act` has the commands.

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
mod whole;

#[cfg(test)]
mod tests;

pub use commands::COMMANDS;
pub use field::{Typed, draw_field, rows_of};
pub use item::zeroed;
pub use items::short;
pub use model::{Scoring, mint};
pub use popups::{Names, draw_shared, own_value, page};
pub use view::hints_of;
pub use whole::{is_cell_cut, of_cell};
