//! The only room that knows SQLite: schema, migrations, books, one write path.
//!
//! Cells come and go as texts ([`crate::round::Cell`]); this room knows how they lie, not what
//! they mean. Every write is a transaction that changes state and book together. Uses `round` for
//! the shape of cells and changes, and nothing else.
//!
//! | to change | look into |
//! |---|---|
//! | a table | `migrations/`, a step in `schema`, and `tables`, which reads them off [`What`](crate::round::What) |
//! | where a database may lie, how it is opened | `place`, `connect` |
//! | what a book's code is made from | `canonical`: a new format, and a new schema |
//! | how an operation is written | `append`, `cell_writer`, `encoded` |
//! | what is kept of figures, and read of a list | `derived`, `listed` |
//! | who sits in a round, and what they have still to submit | `chairs`, `begun` |
//! | what the system's errors mean | `trouble` |

mod append;
mod backup;
mod begun;
mod books;
mod canonical;
mod cell_writer;
mod cells;
mod chairs;
mod change_writer;
mod connect;
mod derived;
mod encoded;
mod listed;
mod place;
mod rounds;
mod schema;
mod tables;
mod touched;
mod trouble;
mod verify;

use std::ops::Deref;

use rusqlite::Connection;

pub use append::{Entry, Written};
pub use books::Line;
pub use canonical::fingerprint;
pub use chairs::{Chairs, SheetCounts, SheetsLeft};
pub use connect::{Patience, Reader, Store, Writer};
pub use derived::{RankedRow, StandingRow};
pub use listed::{ListedRow, PlaceRow};
pub use rounds::{RoundNumber, RoundRow};
pub use trouble::Trouble;
pub use verify::{BookCheck, BookFault};

/// One consistent state of the database.
#[derive(Clone, Copy)]
pub struct View<'connection> {
    connection: &'connection Connection,
}

impl<'connection> View<'connection> {
    const fn new(connection: &'connection Connection) -> Self {
        Self { connection }
    }
}

/// A state that can be written to; only [`Writer::write`] makes one.
pub struct Transaction<'connection> {
    view: View<'connection>,
}

impl<'connection> Transaction<'connection> {
    const fn new(view: View<'connection>) -> Self {
        Self { view }
    }
}

impl<'connection> Deref for Transaction<'connection> {
    type Target = View<'connection>;

    fn deref(&self) -> &View<'connection> {
        &self.view
    }
}
