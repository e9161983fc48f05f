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
        id: "rounds.up",
        name: text::command_up,
        keys: &[Key::plain(KeyCode::Up), Key::char('k')],
        hint: None,
    },
    Command {
        id: "rounds.down",
        name: text::command_down,
        keys: &[Key::plain(KeyCode::Down), Key::char('j')],
        hint: None,
    },
    Command {
        id: "rounds.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(5),
    },
];
