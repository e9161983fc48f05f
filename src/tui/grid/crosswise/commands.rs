//! What can be done while one item is scored across organisations, besides typing.

use crate::term::KeyCode;
use crate::text::{grids as text, organisations, scoring_screen};
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "crosswise.next-item",
        name: text::command_next_item,
        keys: &[Key::f(8), Key::plain(KeyCode::Right), Key::char(']')],
        hint: Some(10),
    },
    Command {
        id: "crosswise.previous-item",
        name: text::command_previous_item,
        keys: &[Key::f(7), Key::plain(KeyCode::Left), Key::char('[')],
        hint: Some(14),
    },
    Command {
        id: "crosswise.find",
        name: text::command_find_item,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(12),
    },
    Command {
        id: "crosswise.sheet",
        name: text::command_sheet,
        keys: &[Key::f(4), Key::ctrl('t')],
        hint: Some(13),
    },
    Command {
        id: "crosswise.vetoes",
        name: organisations::command_vetoes,
        keys: &[Key::f(6)],
        hint: None,
    },
    Command {
        id: "crosswise.whole",
        name: scoring_screen::command_whole,
        keys: &[Key::ctrl('d')],
        hint: None,
    },
    Command {
        id: "crosswise.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: None,
    },
    Command {
        id: "crosswise.not-applicable",
        name: scoring_screen::command_not_applicable,
        keys: &[],
        hint: None,
    },
    Command {
        id: "crosswise.note",
        name: scoring_screen::command_note,
        keys: &[],
        hint: None,
    },
    Command {
        id: "crosswise.flag",
        name: text::command_flag,
        keys: &[],
        hint: None,
    },
    Command {
        id: "crosswise.withdraw",
        name: text::command_withdraw,
        keys: &[],
        hint: None,
    },
];
