//! What can be done with the ledger.

use crate::text::{ledger as text, tui};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "ledger.act": text::command_act, [Key::ENTER], hint 1;
    "ledger.step": text::command_step, [Key::char('*')], hint 2;
    "ledger.declare": text::command_declare, [Key::char('+'), Key::char('n')], hint 3;
    "ledger.send_back": text::command_send_back, [Key::char('-')], hint 4;
    "ledger.step_all": text::command_step_all, [Key::f(9)], hint 6;
    "ledger.filter": text::command_filter, [Key::f(4)], hint 5;
    "ledger.find": text::command_find, [Key::f(3), Key::char('/')], hint 7;
    "ledger.chair": text::command_chair, [];
    "ledger.persons": text::command_persons, [Key::f(6)];
    "ledger.board": text::command_board, [];
    "ledger.trial": text::command_trial, [];
    "ledger.past": text::command_past, [];
    "ledger.refresh": text::command_refresh, [Key::f(5)];
    "ledger.whole": tui::command_read_pane, [Key::ctrl('d')];
};
