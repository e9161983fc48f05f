//! What the screens are drawn with.

mod canvas;
mod field;
mod grid;
mod popup;
mod table;
mod zone;

pub use canvas::{Canvas, Span, cut_end, shorten, wrap};
pub use field::{Field, draw_line, edit_of, typed_lines};
pub use grid::{At, Grid};
pub use popup::{centred, goes_on, popup, popup_of};
pub use table::{Column, Table, Window};
pub use zone::{WHEEL, Zones, steps};
