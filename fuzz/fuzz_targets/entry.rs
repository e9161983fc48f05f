//! Any text as an entry of any item: what is accepted reads back from its own canonical form, and
//! its mark is within the item's points.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pingxing::number::Exact;
use pingxing::scheme::{parse, shipped};
use pingxing::scoring::Entry;

fuzz_target!(|text: &str| {
    let Ok(checked) = parse(shipped()[0].text) else { return };
    let decimals = checked.scheme.decimals;
    for item in &checked.scheme.items {
        let Ok(entry) = Entry::parse(text, item, decimals) else { continue };
        let canonical = entry.canonical(item);
        assert_eq!(Entry::parse(&canonical, item, decimals), Ok(entry.clone()));
        if let Some(mark) = entry.mark(item) {
            assert!(!mark.is_negative() && mark <= Exact::from(item.points));
        }
    }
});
