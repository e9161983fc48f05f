//! What can be done about assignments.

use crate::text::{assignments as text, tui};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "assignments.add": text::command_add, [Key::char('+'), Key::INSERT], hint 1;
    "assignments.change": text::command_change, [Key::ENTER], hint 2;
    "assignments.remove": text::command_remove, [Key::DELETE], hint 3;
    "assignments.find": text::command_find, [Key::f(3), Key::char('/')], hint 4;
    "assignments.filter": text::command_filter, [Key::f(4)], hint 5;
    "assignments.refresh": text::command_refresh, [Key::f(5)], hint 6;
    "assignments.journal": text::command_journal, [];
    "assignments.whole": tui::command_read_pane, [Key::ctrl('d')];
};
