//! What can be done while counting ballots.

use crate::text::ballots as text;
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "ballots.take_back": text::command_take_back, [Key::BACKSPACE], hint 1;
    "ballots.table": text::command_table, [Key::TAB], hint 2;
    "ballots.party": text::command_party, [Key::f(4)], hint 5;
    "ballots.refresh": text::command_refresh, [Key::f(5)], hint 6;
    "ballots.previous": text::command_previous, [Key::f(7)], hint 4;
    "ballots.next": text::command_next, [Key::f(8)], hint 3;
    "ballots.journal": text::command_journal, [];
};
