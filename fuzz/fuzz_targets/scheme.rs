//! Any text as a scheme: parsed or refused, and every fault can be told at its place.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pingxing::diagnose::Source;
use pingxing::text::{Language, diagnose};

fuzz_target!(|text: &str| {
    if let Err(faults) = pingxing::scheme::parse(text) {
        assert!(!faults.is_empty(), "a refusal without a reason");
        let source = Source { name: "scheme.toml", text };
        assert!(!diagnose::report(&source, &faults, Language::Chinese, false).is_empty());
    }
});
