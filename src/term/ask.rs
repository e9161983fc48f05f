//! Asking the terminal how wide it draws, and waiting for the answer.

use std::io::{self, Write};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{Guard, Input, Parser, Probe, Widths, probe_bytes};

/// Asks, and waits at most `limit`. None: the terminal did not answer in time; an error within:
/// it does not read UTF-8.
///
/// # Errors
/// There is no terminal, or it fails.
pub fn ask_widths(limit: Duration) -> io::Result<Option<Result<Widths, ()>>> {
    let _guard = Guard::enter()?;
    let asked = Instant::now();
    let mut out = io::stdout().lock();
    out.write_all(&probe_bytes())?;
    out.flush()?;
    let mut probe = Probe::new(asked);
    let mut parser = Parser::default();
    let mut bytes = [0_u8; 256];
    let stdin = io::stdin();
    while let Some(left) = limit.checked_sub(asked.elapsed()) {
        let patience = Timespec {
            tv_sec: i64::try_from(left.as_secs()).unwrap_or_default(),
            tv_nsec: left.subsec_nanos().into(),
        };
        let mut watched = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
        match poll(&mut watched, Some(&patience)) {
            Ok(0) => break,
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
        }
        let count = rustix::io::read(stdin.as_fd(), &mut bytes)?;
        if count == 0 {
            break;
        }
        let now = Instant::now();
        for input in parser.feed(bytes.get(..count).unwrap_or_default(), now) {
            if let Input::Cursor { row, column } = input
                && let Some(answer) = probe.answer(row, column, now)
            {
                return Ok(Some(answer));
            }
        }
    }
    Ok(None)
}
