//! What can be done about places.

use crate::term::KeyCode;
use crate::text::allotment as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "allotment.edit",
        name: text::command_edit,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "allotment.remove",
        name: text::command_remove,
        keys: &[Key::plain(KeyCode::Delete)],
        hint: Some(2),
    },
    Command {
        id: "allotment.add",
        name: text::command_add,
        keys: &[Key::char('+'), Key::plain(KeyCode::Insert)],
        hint: Some(3),
    },
    Command {
        id: "allotment.find",
        name: text::command_find,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(4),
    },
    Command {
        id: "allotment.stated",
        name: text::command_stated,
        keys: &[Key::f(4)],
        hint: Some(5),
    },
    Command {
        id: "allotment.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(6),
    },
    Command {
        id: "allotment.ranking",
        name: text::command_ranking,
        keys: &[],
        hint: None,
    },
];
