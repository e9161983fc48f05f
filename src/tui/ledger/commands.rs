//! What can be done with the ledger.

use crate::term::KeyCode;
use crate::text::ledger as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "ledger.act",
        name: text::command_act,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "ledger.step",
        name: text::command_step,
        keys: &[Key::char('*')],
        hint: Some(2),
    },
    Command {
        id: "ledger.declare",
        name: text::command_declare,
        keys: &[Key::char('+'), Key::char('n')],
        hint: Some(3),
    },
    Command {
        id: "ledger.send_back",
        name: text::command_send_back,
        keys: &[Key::char('-')],
        hint: Some(4),
    },
    Command {
        id: "ledger.step_all",
        name: text::command_step_all,
        keys: &[Key::f(9)],
        hint: Some(6),
    },
    Command {
        id: "ledger.filter",
        name: text::command_filter,
        keys: &[Key::f(4)],
        hint: Some(5),
    },
    Command {
        id: "ledger.find",
        name: text::command_find,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(7),
    },
    Command {
        id: "ledger.chair",
        name: text::command_chair,
        keys: &[],
        hint: None,
    },
    Command {
        id: "ledger.persons",
        name: text::command_persons,
        keys: &[Key::f(6)],
        hint: None,
    },
    Command {
        id: "ledger.board",
        name: text::command_board,
        keys: &[],
        hint: None,
    },
    Command {
        id: "ledger.trial",
        name: text::command_trial,
        keys: &[],
        hint: None,
    },
    Command {
        id: "ledger.past",
        name: text::command_past,
        keys: &[],
        hint: None,
    },
    Command {
        id: "ledger.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: None,
    },
];
