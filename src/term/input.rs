//! The thread that reads the terminal.

use std::os::fd::AsFd;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::parse::{Input, Parser};

/// What reading the line has brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Everything that arrived together, in order.
    Inputs(Vec<Input>),
    /// The line is gone; nothing comes after this.
    HungUp,
}

/// Reads standard input until the line is gone or `tell` returns false. Waits without turning:
/// the system wakes it for bytes, for a hang-up, and for an ESC that has waited long enough.
pub fn read_keys(mut tell: impl FnMut(Line) -> bool) {
    let stdin = std::io::stdin();
    let mut parser = Parser::default();
    let mut bytes = [0_u8; 4096];
    loop {
        let patience = parser.patience().map(|wait| Timespec {
            tv_sec: 0,
            tv_nsec: wait.subsec_nanos().into(),
        });
        let mut watched = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
        match poll(&mut watched, patience.as_ref()) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => continue,
            Err(_) => break,
        }
        let events = watched[0].revents();
        let inputs = if events.is_empty() {
            parser.give_up(Instant::now())
        } else if events.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            break;
        } else {
            // Not through `Stdin`, whose buffer would hide from `poll` what has been read.
            match rustix::io::read(stdin.as_fd(), &mut bytes) {
                Ok(0) => break,
                Ok(count) => parser.feed(bytes.get(..count).unwrap_or_default(), Instant::now()),
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => continue,
                Err(_) => break,
            }
        };
        if !inputs.is_empty() && !tell(Line::Inputs(inputs)) {
            return;
        }
    }
    tell(Line::HungUp);
}
