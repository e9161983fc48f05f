//! Any bytes as a data file of any kind: read or refused, never a panic.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use pingxing::exchange::{self, Names};
use pingxing::round::Kind;
use pingxing::scheme::{Scheme, parse, shipped};

fn scheme() -> &'static Scheme {
    static SCHEME: OnceLock<Scheme> = OnceLock::new();
    SCHEME.get_or_init(|| match parse(shipped()[0].text) {
        Ok(checked) => checked.scheme,
        Err(_) => unreachable!("shipped schemes are checked by a test"),
    })
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let kind = Kind::ALL[usize::from(*first) % Kind::ALL.len()];
    let names = Names::new(scheme(), std::iter::empty());
    let _ = exchange::read(kind, rest, &names);
});
