//! What can be done in the ranking.

use crate::text::{ranking as text, tui};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "ranking.open": text::command_open, [Key::ENTER], hint 1;
    "ranking.previous": text::command_previous, [Key::f(7), Key::LEFT], hint 2;
    "ranking.next": text::command_next, [Key::f(8), Key::RIGHT], hint 3;
    "ranking.find": text::command_find, [Key::f(3), Key::char('/')], hint 4;
    "ranking.vetoes": text::command_vetoes, [Key::f(6), Key::char('v')], hint 6;
    "ranking.refresh": text::command_refresh, [Key::f(5)], hint 5;
    "ranking.next_tie": text::command_next_tie, [];
    "ranking.order": text::command_order, [];
    "ranking.breakdown": text::command_breakdown, [];
    "ranking.trial": text::command_trial, [];
    "ranking.whole": tui::command_read_pane, [Key::ctrl('d')];
};
