//! What can be done about vetoes.

use crate::term::KeyCode;
use crate::text::vetoes as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "vetoes.act",
        name: text::command_act,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "vetoes.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(2),
    },
    Command {
        id: "vetoes.journal",
        name: text::command_journal,
        keys: &[],
        hint: None,
    },
];
