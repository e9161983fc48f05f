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
        id: "vetoes.filter",
        name: text::command_filter,
        keys: &[Key::f(4)],
        hint: Some(2),
    },
    Command {
        id: "vetoes.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(3),
    },
    Command {
        id: "vetoes.past",
        name: text::command_past,
        keys: &[],
        hint: None,
    },
    Command {
        id: "vetoes.journal",
        name: text::command_journal,
        keys: &[],
        hint: None,
    },
];
