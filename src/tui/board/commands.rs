//! What can be done on the board.

use crate::term::KeyCode;
use crate::text::ledger as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "board.open",
        name: text::command_open_persons,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "board.next",
        name: text::command_next_list,
        keys: &[Key::f(8), Key::plain(KeyCode::Tab)],
        hint: Some(2),
    },
    Command {
        id: "board.previous",
        name: text::command_previous_list,
        keys: &[Key::f(7), Key::plain(KeyCode::BackTab)],
        hint: None,
    },
    Command {
        id: "board.period",
        name: text::command_period,
        keys: &[Key::f(4)],
        hint: Some(3),
    },
    Command {
        id: "board.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(4),
    },
];
