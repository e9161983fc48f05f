//! What can be done about bonuses and penalties.

use crate::term::KeyCode;
use crate::text::adjustments as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "adjustments.add",
        name: text::command_add,
        keys: &[Key::char('+'), Key::plain(KeyCode::Insert)],
        hint: Some(1),
    },
    Command {
        id: "adjustments.edit",
        name: text::command_edit,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(2),
    },
    Command {
        id: "adjustments.remove",
        name: text::command_remove,
        keys: &[Key::plain(KeyCode::Delete)],
        hint: Some(3),
    },
    Command {
        id: "adjustments.find",
        name: text::command_find,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(4),
    },
    Command {
        id: "adjustments.pending",
        name: text::command_pending,
        keys: &[Key::f(4)],
        hint: Some(5),
    },
    Command {
        id: "adjustments.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(6),
    },
    Command {
        id: "adjustments.journal",
        name: text::command_journal,
        keys: &[],
        hint: None,
    },
];
