//! Questions to the person: one of several, or a few fields.

mod choice;
mod form;

pub use choice::{Choice, Entry};
pub use form::{Form, Line};
