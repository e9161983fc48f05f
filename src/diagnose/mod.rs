//! A fault with its place in a text, and a reader of TOML that collects every one of them.
//!
//! Schemes, settings and (for the place alone) CSV files share what is here. A fault holds typed
//! facts; the sentences about it are made in `text`.

mod document;
mod fault;
mod nearest;
mod table;
mod value;

pub use document::Document;
pub use fault::{Fault, Kind, Number, Place, Position, Severity, Shape, Source, Type};
pub use nearest::nearest;
pub use table::Table;
pub use value::{Located, Value};
