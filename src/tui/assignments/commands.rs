//! What can be done about assignments.

use crate::term::KeyCode;
use crate::text::assignments as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "assignments.add",
        name: text::command_add,
        keys: &[Key::char('+'), Key::plain(KeyCode::Insert)],
        hint: Some(1),
    },
    Command {
        id: "assignments.change",
        name: text::command_change,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(2),
    },
    Command {
        id: "assignments.remove",
        name: text::command_remove,
        keys: &[Key::plain(KeyCode::Delete)],
        hint: Some(3),
    },
    Command {
        id: "assignments.find",
        name: text::command_find,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(4),
    },
    Command {
        id: "assignments.filter",
        name: text::command_filter,
        keys: &[Key::f(4)],
        hint: Some(5),
    },
    Command {
        id: "assignments.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(6),
    },
    Command {
        id: "assignments.journal",
        name: text::command_journal,
        keys: &[],
        hint: None,
    },
];
