//! What can be done on the scoring screen.

use crate::term::KeyCode;
use crate::text::{grids, scoring_screen as text};
use crate::tui::commands::Command;
use crate::tui::keys::Key;

/// The commands. The field hears its own keys first (digits, `.`, `-`, Enter and arrows too); those
/// that are no figures stand here as well, so that help and palette know them. The hint line has
/// them by the kind of the field.
pub const COMMANDS: &[Command] = &[
    Command {
        id: "scoring.full",
        name: text::command_full,
        keys: &[Key::char('*')],
        hint: None,
    },
    Command {
        id: "scoring.none",
        name: text::command_none,
        keys: &[Key::char('0')],
        hint: None,
    },
    Command {
        id: "scoring.rows",
        name: text::hint_rows,
        keys: &[Key::plain(KeyCode::Tab)],
        hint: None,
    },
    Command {
        id: "scoring.clear",
        name: text::command_clear,
        keys: &[Key::plain(KeyCode::Delete)],
        hint: None,
    },
    Command {
        id: "scoring.flag",
        name: text::command_flag,
        keys: &[Key::char(' ')],
        hint: None,
    },
    Command {
        id: "scoring.operations",
        name: text::command_operations,
        keys: &[Key::f(2)],
        hint: Some(10),
    },
    Command {
        id: "scoring.next-organisation",
        name: text::command_next_organisation,
        keys: &[Key::f(8), Key::char(']')],
        hint: Some(11),
    },
    Command {
        id: "scoring.submit",
        name: text::command_submit,
        keys: &[Key::f(9)],
        hint: Some(12),
    },
    Command {
        id: "scoring.pane",
        name: text::command_pane,
        keys: &[Key::f(4)],
        hint: Some(13),
    },
    Command {
        id: "scoring.vetoes",
        name: text::command_vetoes,
        keys: &[Key::f(6), Key::char('v')],
        hint: Some(14),
    },
    Command {
        id: "scoring.breakdown",
        name: text::command_breakdown,
        keys: &[Key::f(12), Key::char('b')],
        hint: Some(15),
    },
    Command {
        id: "scoring.find",
        name: text::command_find,
        keys: &[Key::f(3), Key::char('/')],
        hint: Some(16),
    },
    Command {
        id: "scoring.previous-organisation",
        name: text::command_previous_organisation,
        keys: &[Key::f(7), Key::char('[')],
        hint: None,
    },
    Command {
        id: "scoring.crosswise",
        name: grids::command_crosswise,
        keys: &[Key::ctrl('t')],
        hint: None,
    },
    Command {
        id: "scoring.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: None,
    },
    Command {
        id: "scoring.whole",
        name: text::command_whole,
        keys: &[
            Key::plain(KeyCode::PageDown),
            Key::plain(KeyCode::PageUp),
            Key::ctrl('d'),
        ],
        hint: None,
    },
    Command {
        id: "scoring.note",
        name: text::command_note,
        keys: &[Key::ctrl('n'), Key::char('n')],
        hint: None,
    },
    Command {
        id: "scoring.not-applicable",
        name: text::command_not_applicable,
        keys: &[Key::plain(KeyCode::Insert)],
        hint: None,
    },
];
