//! Reading scheme files: what is right becomes a scheme, and every fault is told.

// A test may end where it finds what must not be.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "what prepares a test may fail it too"
)]

use pingxing::diagnose::Source;
use pingxing::scheme::Fault;

mod described;
mod faults;
mod mutilated;
mod ten;
mod valid;

/// The whole small scheme of the format's description.
const EXAMPLE: &str = include_str!("example.toml");
/// A scheme of points through the year.
const LEDGER: &str = include_str!("ledger.toml");
/// A scheme in which each category is a star.
const STARS: &str = include_str!("stars.toml");

/// `12:5 code path` for each fault.
fn told(text: &str, faults: &[Fault]) -> Vec<String> {
    let source = Source { name: "", text };
    let line = |fault: &Fault| {
        let position = source.position(fault.place.span.start);
        let (code, path) = (fault.code(), &fault.place.path);
        format!("{}:{} {code} {path}", position.line, position.column)
    };
    faults.iter().map(line).collect()
}
