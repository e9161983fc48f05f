//! What the screens are drawn with.

mod canvas;
mod field;
mod popup;
mod table;

pub use canvas::{Canvas, Span, cut_end, shorten, wrap};
pub use field::Field;
pub use popup::{centred, popup};
pub use table::{Column, Table, Window};
