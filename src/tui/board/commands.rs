//! What can be done on the board.

use crate::text::ledger as text;
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "board.open": text::command_open_persons, [Key::ENTER], hint 1;
    "board.next": text::command_next_list, [Key::f(8), Key::TAB], hint 2;
    "board.previous": text::command_previous_list, [Key::f(7), Key::BACK_TAB];
    "board.period": text::command_period, [Key::f(4)], hint 3;
    "board.refresh": text::command_refresh, [Key::f(5)], hint 4;
    "board.whole": crate::text::tui::command_read_pane, [Key::ctrl('d')];
};
