//! The terminal is left as it was found, whatever happens.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ThreadId};

/// Alternate screen, bracketed paste on, no automatic line break: a character that is wider
/// than thought never pushes a row down.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?7l\x1b[?25l";
const LEAVE: &[u8] =
    b"\x1b[?1006l\x1b[?1000l\x1b[?2026l\x1b[m\x1b[?7h\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// The bytes that turn reports of the mouse on or off.
#[must_use]
pub const fn mouse_bytes(on: bool) -> &'static [u8] {
    if on {
        b"\x1b[?1000h\x1b[?1006h"
    } else {
        b"\x1b[?1006l\x1b[?1000l"
    }
}

static ENTERED: AtomicBool = AtomicBool::new(false);

/// Holds the terminal in raw mode on the alternate screen; gives it back when dropped.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// What the system says when there is no terminal.
    pub fn enter() -> io::Result<Self> {
        crossterm::terminal::enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let guard = Self(());
        let mut out = io::stdout().lock();
        out.write_all(ENTER)?;
        out.flush()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back; does nothing the second time. A terminal that is gone is no error:
/// there is nobody left to tell.
pub fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let written = out.write_all(LEAVE).and_then(|()| out.flush());
    let cooked = crossterm::terminal::disable_raw_mode();
    drop((written, cooked));
}

/// A panic of the thread that draws gives the terminal back before its message is printed; one
/// of a helper thread does not disturb the screen, whose frame says what went wrong.
pub fn install_panic_hook(drawing: ThreadId) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if thread::current().id() == drawing {
            restore();
        } else if ENTERED.load(Ordering::SeqCst) {
            return;
        }
        before(info);
    }));
}
