//! The office on its database: what is stored, what is answered, several at once.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what prepares a test may fail it too"
)]

mod books;
mod broken;
mod chairs;
mod hand;
mod killed;
mod questions;
mod several;
