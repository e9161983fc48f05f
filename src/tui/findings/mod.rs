//! 公示前核查: what stands between here and the notice; Enter goes to the place.
//!
//! The way from a finding to its place is in `go`; which findings make one row is in `model`.

mod commands;
mod go;
mod model;
mod update;
mod view;

pub use commands::COMMANDS;
pub use model::Findings;
