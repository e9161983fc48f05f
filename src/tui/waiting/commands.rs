//! What can be done about sheets that have not been submitted.

use crate::term::KeyCode;
use crate::text::waiting as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "waiting.open",
        name: text::command_open,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "waiting.write",
        name: text::command_write,
        keys: &[Key::char('*')],
        hint: Some(2),
    },
    Command {
        id: "waiting.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(3),
    },
];
