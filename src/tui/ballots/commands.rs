//! What can be done while counting ballots.

use crate::term::KeyCode;
use crate::text::ballots as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "ballots.take_back",
        name: text::command_take_back,
        keys: &[Key::plain(KeyCode::Backspace)],
        hint: Some(1),
    },
    Command {
        id: "ballots.table",
        name: text::command_table,
        keys: &[Key::plain(KeyCode::Tab)],
        hint: Some(2),
    },
    Command {
        id: "ballots.party",
        name: text::command_party,
        keys: &[Key::f(4)],
        hint: Some(5),
    },
    Command {
        id: "ballots.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(6),
    },
    Command {
        id: "ballots.previous",
        name: text::command_previous,
        keys: &[Key::f(7)],
        hint: Some(4),
    },
    Command {
        id: "ballots.next",
        name: text::command_next,
        keys: &[Key::f(8)],
        hint: Some(3),
    },
    Command {
        id: "ballots.journal",
        name: text::command_journal,
        keys: &[],
        hint: None,
    },
];
