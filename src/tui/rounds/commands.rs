//! What can be done in the list of rounds.

use crate::term::KeyCode;
use crate::text::rounds as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "rounds.open",
        name: text::command_open,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "rounds.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(5),
    },
    Command {
        id: "rounds.new",
        name: text::command_new,
        keys: &[],
        hint: None,
    },
    Command {
        id: "rounds.demonstration",
        name: text::command_demonstration,
        keys: &[],
        hint: None,
    },
];
