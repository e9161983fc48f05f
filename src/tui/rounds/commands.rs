//! What can be done in the list of rounds.

use crate::text::rounds as text;
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "rounds.open": text::command_open, [Key::ENTER], hint 1;
    "rounds.refresh": text::command_refresh, [Key::f(5)], hint 5;
    "rounds.new": text::command_new, [];
    "rounds.demonstration": text::command_demonstration, [];
};
