//! Data files: bytes → typed rows with their place, and back; CSV and XLSX. Knows no
//! store and no rights: what [`read`] gives are [`Write`](crate::round::Write)s, which `round`
//! decides on as on those of a hand.
//!
//! On the way in: `rows` (encodings, CSV) or `workbook` (XLSX) hand on one row after the other;
//! `read::row` cleans and folds its cells; the other files of `read`, one a subject, look up names
//! and make the writes. On the way out: `write` makes rows of cells, `output` makes bytes of rows.
//!
//! | to change | look into |
//! |---|---|
//! | a column, or which kind of file has it | `column`, then the kind's function in `read`, and `write` |
//! | a word that may stand in a cell | `words` |
//! | what is refused of a row | `read`; the kind of fault is in `fault`, its sentence in `text::exchange` |
//! | what a name may mean | `names` |
//! | what an input method's character stands for | `fold` |

mod column;
mod fault;
mod fold;
mod names;
mod output;
mod per_cent;
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
