//! What the system tells the program.

use std::io;
use std::sync::Arc;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;

/// A signal that means something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The line is gone.
    HungUp,
    /// End, in order.
    Terminate,
    /// Stop for a while (`kill -TSTP`; the key never arrives as a signal here).
    Suspend,
    /// Goes on after a stop.
    Continue,
    /// The window has another size.
    Resized,
}

/// Tells of every signal, on the thread that calls it, until `tell` returns false.
///
/// # Errors
/// What the system says when the signals cannot be watched.
pub fn watch_signals(mut tell: impl FnMut(Signal) -> bool) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    for signal in signals.forever() {
        let signal = match signal {
            SIGHUP => Signal::HungUp,
            SIGTSTP => Signal::Suspend,
            SIGCONT => Signal::Continue,
            SIGWINCH => Signal::Resized,
            _ => Signal::Terminate,
        };
        if !tell(signal) {
            break;
        }
    }
    Ok(())
}

/// A file that may not grow is an error of the write, and not the end of the program.
///
/// # Errors
/// What the system says when the signal cannot be caught.
pub fn survive_file_limit() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::default()).map(drop)
}

/// Whether anybody could continue the program after it has stopped: not where it is the first
/// of its session (`ssh host pingxing`, a login shell's place).
#[must_use]
pub fn can_suspend() -> bool {
    let me = rustix::process::getpid();
    rustix::process::getsid(None).is_ok_and(|session| session != me)
}

/// Stops the program until it is continued. The terminal must have been given back before.
///
/// # Errors
/// What the system says.
pub fn suspend() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}
