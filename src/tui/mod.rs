//! The screens: one folder a screen, a stack of screens and popups.
//!
//! A key is folded, looked up in what is open, and becomes a command; [`update`] changes the
//! [`Model`] and says what else is to be done ([`Effect`]); [`view`] draws a frame from the
//! model and changes nothing. Effects are carried out by other threads and come back as
//! [`Message`]s with a [`Ticket`].
//!
//! In the folder of a screen `commands` has its table of commands and keys, `model` what it knows,
//! `update` what a command or an answer does to that, and `view` how it looks; its sentences are
//! in `text`. Its `mod` says what the other files are for.
//!
//! A new screen implements [`Screen`], whose defaults read when it opens and when something was
//! written; is listed in `catalogue` (help, key tables) and, where it belongs to a round, in `go`
//! (the menu of pages). Lists share `list`, popups `ask`, screens with a desk `requests`, and what
//! is drawn comes out of `widget`.

mod adjustments;
mod allotment;
mod ask;
mod assignments;
mod ballots;
mod banner;
mod board;
mod breakdown;
mod catalogue;
mod command_list;
mod commands;
mod find;
mod findings;
mod glyphs;
mod go;
mod grid;
mod journal;
mod keymap;
mod keys;
mod ledger;
mod list;
mod look;
mod message;
mod messenger;
mod model;
mod organisations;
mod places;
mod ranking;
mod requests;
mod rounds;
mod run;
mod scoring;
mod screen;
mod seat;
mod session;
mod spot;
mod theme;
mod under_way;
mod undo;
mod unsent;
mod update;
mod vetoes;
mod view;
mod waiting;
mod widget;

pub use catalogue::{LISTS, List, key_tables};
pub use commands::{Command, EVERYWHERE};
pub use glyphs::GlyphChoice;
pub use keymap::Keymap;
pub use keys::Key;
pub use look::Look;
pub use message::{Effect, Job, Message, Ticket};
pub use model::Model;
pub use run::{Exit, Options, run, start};
pub use screen::Screen;
pub use session::{OpenRound, Seat, Session};
pub use theme::Theme;
pub use update::{update, update_all};
pub use view::view;
