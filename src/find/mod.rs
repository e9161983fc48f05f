//! Names to codes, for files and screens alike.

/// The plain character that a full-width or Chinese one stands for where a key or a number is
/// meant; any other character is itself.
#[must_use]
pub const fn fold(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '。' => '.',
        '、' => '/',
        '—' | '–' | '−' => '-',
        '×' => '*',
        '【' => '[',
        '】' => ']',
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(letter as u32 - 0xfee0) {
            Some(plain) => plain,
            None => letter,
        },
        other => other,
    }
}
