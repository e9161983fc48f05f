//! What can be done, as data: hint line, help, palette and key look-up come from these lists.

use super::keys::Key;
use crate::term::KeyCode;
use crate::text::{Language, tui as text};

/// One thing that can be done.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Unique among all lists that can be open together.
    pub id: &'static str,
    pub name: fn(Language) -> String,
    /// The first one can be pressed while an input method is on. Empty: in the menu of actions
    /// (F2), numbered, and in the palette.
    pub keys: &'static [Key],
    /// Its place in the hint line, smallest first; none: not there.
    pub hint: Option<u8>,
}

/// What can be done everywhere.
pub const EVERYWHERE: &[Command] = &[
    Command {
        id: "help",
        name: text::command_help,
        keys: &[Key::f(1), Key::char('?')],
        hint: None,
    },
    Command {
        id: "palette",
        name: text::command_palette,
        keys: &[Key::f(10), Key::char(':'), Key::ctrl('p')],
        hint: None,
    },
    Command {
        id: "actions",
        name: text::command_actions,
        keys: &[Key::f(2)],
        hint: None,
    },
    Command {
        id: "go",
        name: text::command_go,
        keys: &[Key::ctrl('g')],
        hint: None,
    },
    Command {
        id: "go.breakdown",
        name: text::command_breakdown,
        keys: &[Key::f(12), Key::char('b')],
        hint: None,
    },
    Command {
        id: "move.up",
        name: text::command_up,
        keys: &[Key::plain(KeyCode::Up), Key::char('k')],
        hint: None,
    },
    Command {
        id: "move.down",
        name: text::command_down,
        keys: &[Key::plain(KeyCode::Down), Key::char('j')],
        hint: None,
    },
    Command {
        id: "move.page_up",
        name: text::command_page_up,
        keys: &[Key::plain(KeyCode::PageUp), Key::ctrl('b')],
        hint: None,
    },
    Command {
        id: "move.page_down",
        name: text::command_page_down,
        keys: &[Key::plain(KeyCode::PageDown), Key::ctrl('f')],
        hint: None,
    },
    Command {
        id: "move.first",
        name: text::command_first,
        keys: &[Key::plain(KeyCode::Home), Key::char('g')],
        hint: None,
    },
    Command {
        id: "move.last",
        name: text::command_last,
        keys: &[Key::plain(KeyCode::End), Key::char('G')],
        hint: None,
    },
    Command {
        id: "undo",
        name: text::command_undo,
        keys: &[Key::ctrl('z'), Key::char('u')],
        hint: None,
    },
    Command {
        id: "redo",
        name: text::command_redo,
        keys: &[Key::ctrl('y')],
        hint: None,
    },
    Command {
        id: "back",
        name: text::command_back,
        keys: &[Key::plain(KeyCode::Esc), Key::char('q')],
        hint: None,
    },
    Command {
        id: "copy",
        name: text::command_copy,
        keys: &[Key::ctrl('o')],
        hint: None,
    },
    Command {
        id: "mouse",
        name: text::command_mouse,
        keys: &[],
        hint: None,
    },
    Command {
        id: "redraw",
        name: text::command_redraw,
        keys: &[Key::ctrl('l')],
        hint: None,
    },
    Command {
        id: "theme",
        name: text::command_theme,
        keys: &[],
        hint: None,
    },
    Command {
        id: "glyphs",
        name: text::command_glyphs,
        keys: &[],
        hint: None,
    },
    Command {
        id: "language",
        name: text::command_language,
        keys: &[],
        hint: None,
    },
    Command {
        id: "suspend",
        name: text::command_suspend,
        keys: &[],
        hint: None,
    },
    Command {
        id: "quit",
        name: text::command_quit,
        keys: &[Key::ctrl('q'), Key::ctrl('c')],
        hint: None,
    },
];

/// A command by its id.
#[must_use]
pub fn by_id(id: &str, here: &'static [Command]) -> Option<&'static Command> {
    here.iter()
        .chain(EVERYWHERE)
        .find(|command| command.id == id)
}
