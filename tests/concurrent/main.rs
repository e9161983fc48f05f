//! The office on its database: what is stored, what is answered, several at once.

mod hand;
mod questions;
mod several;
