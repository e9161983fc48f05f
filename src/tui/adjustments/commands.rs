//! What can be done about bonuses and penalties.

use crate::text::{adjustments as text, tui};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "adjustments.add": text::command_add, [Key::char('+'), Key::INSERT], hint 1;
    "adjustments.edit": text::command_edit, [Key::ENTER], hint 2;
    "adjustments.remove": text::command_remove, [Key::DELETE], hint 3;
    "adjustments.find": text::command_find, [Key::f(3), Key::char('/')], hint 4;
    "adjustments.pending": text::command_pending, [Key::f(4)], hint 5;
    "adjustments.refresh": text::command_refresh, [Key::f(5)], hint 6;
    "adjustments.journal": text::command_journal, [];
    "adjustments.whole": tui::command_read_pane, [Key::ctrl('d')];
};
