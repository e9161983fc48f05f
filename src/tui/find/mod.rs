//! Finding by typing: characters, pinyin, codes.

/// Whether a name is meant by what was typed, in lower case.
#[must_use]
pub fn matches(name: &str, wanted: &str) -> bool {
    name.contains(wanted)
}
