//! Valid files become schemes, word for word.

use std::fs;
use std::path::Path;

use pingxing::diagnose::{Kind, Source};
use pingxing::scheme::{self, Fault};

/// `12:5 code path` for each fault.
pub fn told(text: &str, faults: &[Fault]) -> Vec<String> {
    let source = Source { name: "", text };
    let line = |fault: &Fault| {
        let position = source.position(fault.place.span.start);
        let code = fault.kind.code();
        format!(
            "{}:{} {code} {}",
            position.line, position.column, fault.place.path
        )
    };
    faults.iter().map(line).collect()
}

#[test]
fn every_conformance_scheme_is_valid() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/cases");
    let mut read = 0;
    for case in fs::read_dir(cases).unwrap() {
        let path = case.unwrap().path().join("scheme.toml");
        let text = fs::read_to_string(&path).unwrap();
        if let Err(faults) = scheme::parse(&text) {
            panic!("{}: {:#?}", path.display(), told(&text, &faults));
        }
        read += 1;
    }
    assert_eq!(read, 13);
}
