//! What can be done about vetoes.

use crate::text::{tui, vetoes as text};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "vetoes.act": text::command_act, [Key::ENTER], hint 1;
    "vetoes.filter": text::command_filter, [Key::f(4)], hint 2;
    "vetoes.refresh": text::command_refresh, [Key::f(5)], hint 3;
    "vetoes.past": text::command_past, [];
    "vetoes.journal": text::command_journal, [];
    "vetoes.whole": tui::command_read_pane, [Key::ctrl('d')];
};
