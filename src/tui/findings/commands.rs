//! What can be done about findings.

use crate::text::{findings as text, tui};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "findings.go": text::command_go, [Key::ENTER], hint 1;
    "findings.filter": text::command_filter, [Key::f(4)], hint 2;
    "findings.refresh": text::command_refresh, [Key::f(5)], hint 3;
    "findings.whole": tui::command_read_pane, [Key::ctrl('d')];
};
