//! Data files (files.md): bytes → typed rows with their place, and back; CSV and XLSX. Knows no
//! store and no rights.

mod column;
mod fault;
mod fold;
mod names;
mod read;
mod rows;
mod words;
mod workbook;

pub use column::{Column, Need, column_of, columns};
pub use fault::{Candidate, RowFault, RowFaults, Why};
pub use fold::{fold, fold_char};
pub use names::{Index, Lookup, Names, Organisation};
pub use read::read;
