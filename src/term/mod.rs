//! The terminal as a device: what it sends ([`Input`]), what it is shown ([`Screen`]), how wide
//! it draws ([`Widths`]), and how it is left as it was found ([`Guard`]).
//!
//! Input is read here and not by crossterm: its reader turns for ever once the line is gone,
//! waits two seconds for a cursor report, and delivers a split sequence as a command.

mod ask;
mod clipboard;
mod guard;
mod input;
mod parse;
mod pen;
mod screen;
mod signals;
mod width;

pub use ask::ask_widths;
pub use clipboard::{LONGEST_COPY, copy_bytes};
pub use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
pub use guard::{Guard, install_panic_hook, mouse_bytes, restore};
pub use input::{Line, read_keys};
pub use parse::{Input, Mouse, Parser};
pub use screen::Screen;
pub use signals::{Signal, can_suspend, survive_file_limit, suspend, watch_signals};
pub use width::{Probe, Widths, probe_bytes};

/// Columns and rows of the terminal; 80×24 where it does not say.
#[must_use]
pub fn size() -> (u16, u16) {
    match rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        _ => (80, 24),
    }
}
