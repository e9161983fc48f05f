//! Data files (files.md): bytes → typed rows with their place, and back; CSV and XLSX. Knows no
//! store and no rights.

mod column;
mod fault;
mod fold;
mod names;
mod output;
mod read;
mod rows;
mod words;
mod workbook;
mod write;

pub use column::{Column, Need, column_of, columns};
pub use fault::{Candidate, RowFault, RowFaults, Why};
pub use fold::{fold, fold_char};
pub use names::{Index, Lookup, Names, Organisation};
pub use output::{Format, Unwritable, write_table};
pub use read::read;
pub use workbook::is_reading_workbook;
pub use write::{Wording, write};
