//! What can be done about findings.

use crate::term::KeyCode;
use crate::text::findings as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "findings.go",
        name: text::command_go,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "findings.filter",
        name: text::command_filter,
        keys: &[Key::f(4)],
        hint: Some(2),
    },
    Command {
        id: "findings.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(3),
    },
];
