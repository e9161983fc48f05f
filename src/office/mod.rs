//! The one door: rights, `apply(operation)`, questions, all in codes. The terminal, the commands
//! and later a service go through it; no face ever holds a connection.

mod door;

pub use door::*;
