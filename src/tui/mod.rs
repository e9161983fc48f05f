//! The screens: one folder a screen, a stack of screens and popups.
//!
//! A key is folded, looked up in what is open, and becomes a command; [`update`] changes the
//! [`Model`] and says what else is to be done ([`Effect`]); [`view`] draws a frame from the
//! model and changes nothing. Effects are carried out by other threads and come back as
//! [`Message`]s with a [`Ticket`].

mod ask;
mod ballots;
mod breakdown;
mod command_list;
mod commands;
mod find;
mod findings;
mod glyphs;
mod journal;
mod keys;
mod message;
mod messenger;
mod model;
mod organisations;
mod places;
mod ranking;
mod rounds;
mod run;
mod scoring;
mod screen;
mod seat;
mod session;
mod spot;
mod theme;
mod undo;
mod unsent;
mod update;
mod vetoes;
mod view;
mod widget;

pub use commands::{Command, EVERYWHERE};
pub use glyphs::GlyphChoice;
pub use keys::Key;
pub use message::{Effect, Job, Message, Ticket};
pub use model::Model;
pub use run::{Exit, Options, run, start};
pub use screen::Screen;
pub use session::{OpenRound, Seat, Session};
pub use theme::Theme;
pub use update::{update, update_all};
pub use view::view;
