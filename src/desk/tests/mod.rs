//! Tests of the desk, in keys.

mod across;
mod others;
mod sheets;
pub mod support;
mod typing;
mod waiting;
