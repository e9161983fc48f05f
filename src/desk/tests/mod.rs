//! Tests of the desk, in keys.

mod others;
mod sheets;
pub mod support;
mod typing;
mod waiting;
