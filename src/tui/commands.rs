//! What can be done, as data: hint line, help, palette and key look-up come from these lists.

use super::keys::Key;
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

/// A table of commands, a line each: id, name, keys, and its place in the hint line where it has
/// one.
macro_rules! commands {
    (@hint) => { None };
    (@hint $place:literal) => { Some($place) };
    ($($id:literal: $name:expr, [$($key:expr),*] $(, hint $place:literal)?;)*) => {
        &[$($crate::tui::commands::Command {
            id: $id,
            name: $name,
            keys: &[$($key),*],
            hint: $crate::tui::commands::commands!(@hint $($place)?),
        }),*]
    };
}

pub(in crate::tui) use commands;

/// What can be done everywhere.
pub const EVERYWHERE: &[Command] = commands! {
    "help": text::command_help, [Key::f(1), Key::char('?')];
    "palette": text::command_palette, [Key::f(10), Key::char(':'), Key::ctrl('p')];
    "actions": text::command_actions, [Key::f(2)];
    "go": text::command_go, [Key::ctrl('g')];
    "go.breakdown": text::command_breakdown, [Key::f(12), Key::char('b')];
    "move.up": text::command_up, [Key::UP, Key::char('k')];
    "move.down": text::command_down, [Key::DOWN, Key::char('j')];
    "move.page_up": text::command_page_up, [Key::PAGE_UP, Key::ctrl('b')];
    "move.page_down": text::command_page_down, [Key::PAGE_DOWN, Key::ctrl('f')];
    "move.first": text::command_first, [Key::HOME, Key::char('g')];
    "move.last": text::command_last, [Key::END, Key::char('G')];
    "undo": text::command_undo, [Key::ctrl('z'), Key::char('u')];
    "redo": text::command_redo, [Key::ctrl('y')];
    "back": text::command_back, [Key::ESC, Key::char('q')];
    "copy": text::command_copy, [Key::ctrl('o')];
    "mouse": text::command_mouse, [];
    "redraw": text::command_redraw, [Key::ctrl('l')];
    "theme": text::command_theme, [];
    "glyphs": text::command_glyphs, [];
    "language": text::command_language, [];
    "suspend": text::command_suspend, [];
    "quit": text::command_quit, [Key::ctrl('q'), Key::ctrl('c')];
};

/// A command by its id.
#[must_use]
pub fn by_id(id: &str, here: &'static [Command]) -> Option<&'static Command> {
    here.iter()
        .chain(EVERYWHERE)
        .find(|command| command.id == id)
}
