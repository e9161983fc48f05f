//! A fault with its place in a text, and a reader of TOML that collects every one of them.
//!
//! Schemes, settings and (for the place alone) CSV files share what is here. A fault holds typed
//! facts; the sentences about it are made in `text`.
//!
//! ```
//! use pingxing::diagnose::{Document, Mended, Shape};
//!
//! let mended = Mended::new("width = 80\nhight = 20\n");
//! let (document, root) = Document::<Shape>::parse(&mended);
//! let table = document.root(&root);
//! let width = table.required("width").and_then(|value| value.whole(1..=500));
//! let height = table.required("height").and_then(|value| value.whole(1..=500));
//! table.finish();
//! let faults = document.into_faults();
//! assert_eq!((width.map(|width| width.value), height), (Some(80), None));
//! assert_eq!(faults.len(), 1);
//! assert_eq!(faults[0].code(), "unknown-key");
//! assert_eq!(faults[0].nearest.as_deref(), Some("height"));
//! ```

mod document;
mod fault;
mod mended;
mod nearest;
mod statements;
mod table;
mod value;

pub use document::Document;
pub use fault::{Fault, Kind, Number, Place, Position, Severity, Shape, Source, Type};
pub use mended::{Mended, Syntax};
pub use nearest::nearest;
pub use table::Table;
pub use value::{Located, Value};
