//! What can be done in the list of organisations.

use crate::term::KeyCode;
use crate::text::{ballots, organisations as text, ranking};
use crate::tui::commands::Command;
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = &[
    Command {
        id: "organisations.open",
        name: text::command_open,
        keys: &[Key::plain(KeyCode::Enter)],
        hint: Some(1),
    },
    Command {
        id: "organisations.find",
        name: text::command_find,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(2),
    },
    Command {
        id: "organisations.filter",
        name: text::command_filter,
        keys: &[Key::f(4)],
        hint: Some(3),
    },
    Command {
        id: "organisations.vetoes",
        name: text::command_vetoes,
        keys: &[Key::f(6), Key::char('v')],
        hint: Some(4),
    },
    Command {
        id: "organisations.submit",
        name: text::command_submit,
        keys: &[Key::f(9)],
        hint: Some(5),
    },
    Command {
        id: "organisations.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(7),
    },
    Command {
        id: "organisations.review",
        name: text::command_review,
        keys: &[Key::char('*')],
        hint: Some(6),
    },
    Command {
        id: "organisations.changes",
        name: text::command_changes,
        keys: &[Key::char('-')],
        hint: None,
    },
    Command {
        id: "organisations.seat",
        name: text::command_seat,
        keys: &[],
        hint: None,
    },
    Command {
        id: "organisations.findings",
        name: text::command_findings,
        keys: &[],
        hint: None,
    },
    Command {
        id: "organisations.all_vetoes",
        name: text::command_all_vetoes,
        keys: &[],
        hint: None,
    },
    Command {
        id: "organisations.journal",
        name: text::command_journal,
        keys: &[],
        hint: None,
    },
    Command {
        id: "organisations.journal_of_one",
        name: text::command_journal_of_one,
        keys: &[],
        hint: None,
    },
    Command {
        id: "organisations.ranking",
        name: ranking::command_ranking,
        keys: &[],
        hint: None,
    },
    Command {
        id: "organisations.ballots",
        name: ballots::command_ballots,
        keys: &[],
        hint: None,
    },
    Command {
        id: "organisations.return",
        name: text::command_return,
        keys: &[],
        hint: None,
    },
    Command {
        id: "organisations.crosswise",
        name: crate::text::go::crosswise,
        keys: &[],
        hint: None,
    },
];
