//! What can be done while one item is scored across organisations, besides typing.

use crate::text::{grids as text, organisations, scoring_screen};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "crosswise.next-item":
        text::command_next_item, [Key::f(8), Key::RIGHT, Key::char(']')], hint 10;
    "crosswise.previous-item":
        text::command_previous_item, [Key::f(7), Key::LEFT, Key::char('[')], hint 14;
    "crosswise.find": text::command_find_item, [Key::f(3), Key::char('/')], hint 12;
    "crosswise.sheet": text::command_sheet, [Key::f(4), Key::ctrl('t')], hint 13;
    "crosswise.vetoes": organisations::command_vetoes, [Key::f(6)];
    "crosswise.whole": scoring_screen::command_whole, [Key::ctrl('d')];
    "crosswise.refresh": text::command_refresh, [Key::f(5)];
    "crosswise.not-applicable": scoring_screen::command_not_applicable, [];
    "crosswise.note": scoring_screen::command_note, [];
    "crosswise.flag": text::command_flag, [];
    "crosswise.withdraw": text::command_withdraw, [];
};
