//! What can be done in the journal.

use crate::text::journal as text;
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "journal.open": text::command_open, [Key::ENTER], hint 1;
    "journal.filter": text::command_filter, [Key::f(4)], hint 2;
    "journal.refresh": text::command_refresh, [Key::f(5)], hint 3;
};
