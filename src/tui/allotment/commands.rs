//! What can be done about places.

use crate::text::allotment as text;
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "allotment.edit": text::command_edit, [Key::ENTER], hint 1;
    "allotment.remove": text::command_remove, [Key::DELETE], hint 2;
    "allotment.add": text::command_add, [Key::char('+'), Key::INSERT], hint 3;
    "allotment.find": text::command_find, [Key::f(3), Key::char('/')], hint 4;
    "allotment.stated": text::command_stated, [Key::f(4)], hint 5;
    "allotment.refresh": text::command_refresh, [Key::f(5)], hint 6;
    "allotment.ranking": text::command_ranking, [];
    "allotment.whole": crate::text::tui::command_read_pane, [Key::ctrl('d')];
};
