//! What can be done in the grid of mutual rating, besides typing.

use crate::term::KeyCode;
use crate::text::{grids as text, organisations, scoring_screen};
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "mutual.submit",
        name: text::command_submit,
        keys: &[Key::f(9)],
        hint: Some(10),
    },
    Command {
        id: "mutual.review",
        name: text::command_review,
        keys: &[Key::f(4)],
        hint: Some(11),
    },
    Command {
        id: "mutual.next-rater",
        name: text::command_next_rater,
        keys: &[Key::f(8), Key::plain(KeyCode::Right), Key::char(']')],
        hint: Some(12),
    },
    Command {
        id: "mutual.previous-rater",
        name: text::command_previous_rater,
        keys: &[Key::f(7), Key::plain(KeyCode::Left), Key::char('[')],
        hint: None,
    },
    Command {
        id: "mutual.find",
        name: text::command_find,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(13),
    },
    Command {
        id: "mutual.vetoes",
        name: organisations::command_vetoes,
        keys: &[Key::f(6)],
        hint: None,
    },
    Command {
        id: "mutual.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: None,
    },
    Command {
        id: "mutual.note",
        name: scoring_screen::command_note,
        keys: &[],
        hint: None,
    },
    Command {
        id: "mutual.flag",
        name: text::command_flag,
        keys: &[],
        hint: None,
    },
    Command {
        id: "mutual.withdraw",
        name: text::command_withdraw,
        keys: &[],
        hint: None,
    },
];
