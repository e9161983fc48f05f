//! A rating scheme: TOML text → checked [`Scheme`], or every fault (scheme.md).

mod model;

pub use model::*;
