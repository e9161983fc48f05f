//! What a scheme says, for people.

use pingxing::scheme;
use pingxing::text::Language;
use pingxing::text::scheme::describe;

use crate::{EXAMPLE, LEDGER};

fn described(text: &str, language: Language) -> String {
    describe(&scheme::parse(text).unwrap().scheme, language).join("\n")
}

#[test]
fn the_example_in_both_languages() {
    insta::assert_snapshot!("example_zh", described(EXAMPLE, Language::Chinese));
    insta::assert_snapshot!("example_en", described(EXAMPLE, Language::English));
}

#[test]
fn a_ledger() {
    insta::assert_snapshot!("ledger_zh", described(LEDGER, Language::Chinese));
}

#[test]
fn every_shipped_scheme_can_be_described() {
    for shipped in scheme::shipped() {
        let lines = described(shipped.text, Language::Chinese);
        let scheme = scheme::parse(shipped.text).unwrap().scheme;
        for item in &scheme.items {
            assert!(
                lines.contains(&item.title),
                "{}: {}",
                shipped.id,
                item.title
            );
        }
        for veto in &scheme.vetoes {
            assert!(
                lines.contains(&veto.title),
                "{}: {}",
                shipped.id,
                veto.title
            );
        }
    }
}
