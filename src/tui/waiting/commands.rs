//! What can be done about sheets that have not been submitted.

use crate::text::waiting as text;
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "waiting.open": text::command_open, [Key::ENTER], hint 1;
    "waiting.write": text::command_write, [Key::char('*')], hint 2;
    "waiting.refresh": text::command_refresh, [Key::f(5)], hint 3;
    "waiting.whole": crate::text::tui::command_read_pane, [Key::ctrl('d')];
};
