//! What can be done in the ranking.

use crate::term::KeyCode;
use crate::text::ranking as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "ranking.open",
        name: text::command_open,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "ranking.previous",
        name: text::command_previous,
        keys: &[Key::f(7), Key::plain(KeyCode::Left)],
        hint: Some(2),
    },
    Command {
        id: "ranking.next",
        name: text::command_next,
        keys: &[Key::f(8), Key::plain(KeyCode::Right)],
        hint: Some(3),
    },
    Command {
        id: "ranking.find",
        name: text::command_find,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(4),
    },
    Command {
        id: "ranking.vetoes",
        name: text::command_vetoes,
        keys: &[Key::f(6), Key::char('v')],
        hint: Some(6),
    },
    Command {
        id: "ranking.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(5),
    },
    Command {
        id: "ranking.next_tie",
        name: text::command_next_tie,
        keys: &[],
        hint: None,
    },
    Command {
        id: "ranking.order",
        name: text::command_order,
        keys: &[],
        hint: None,
    },
    Command {
        id: "ranking.breakdown",
        name: text::command_breakdown,
        keys: &[],
        hint: None,
    },
    Command {
        id: "ranking.trial",
        name: text::command_trial,
        keys: &[],
        hint: None,
    },
];
