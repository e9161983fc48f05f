//! What can be done in the journal.

use crate::term::KeyCode;
use crate::text::journal as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "journal.open",
        name: text::command_open,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "journal.filter",
        name: text::command_filter,
        keys: &[Key::f(4)],
        hint: Some(2),
    },
    Command {
        id: "journal.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(3),
    },
];
