//! Questions to the person, one of several or a few fields, and a text to read.

mod choice;
mod form;
mod reading;

pub use choice::{Choice, Entry};
pub use form::{Form, Line};
pub use reading::Reading;
