//! The office on its database: what is stored, what is answered, several at once.

mod books;
mod broken;
mod hand;
mod killed;
mod questions;
mod several;
