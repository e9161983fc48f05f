//! What an input method makes of keys and figures, read as the plain character that was meant.

use std::borrow::Cow;

/// The plain character of a full-width or Chinese one; every other stays what it is.
///
/// Wider than the full-width block, and narrower than NFKC: an input method writes `。` for the
/// point, `、` for the slash and `—` for the hyphen, but `㈠` or `〔` is meant as it stands.
///
/// ```
/// use pingxing::exchange::fold_char;
/// assert_eq!(fold_char('８'), '8');
/// assert_eq!(fold_char('。'), '.');
/// assert_eq!(fold_char('村'), '村');
/// ```
#[must_use]
pub fn fold_char(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '。' => '.',
        '、' => '/',
        '×' => '*',
        '—' | '–' | '−' => '-',
        '【' => '[',
        '】' => ']',
        '！'..='～' => {
            // The full-width block lies in the order of ASCII.
            char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
        }
        other => other,
    }
}

/// A text with every character folded; borrowed where nothing changes.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii()
        || text
            .chars()
            .all(|character| fold_char(character) == character)
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(fold_char).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_input_method_writes_is_read_as_meant() {
        assert_eq!(
            fold("８．５。、／＊×－—【】？：　ａ＝２"),
            "8.5.//**--[]?: a=2"
        );
    }

    #[test]
    fn chinese_text_stays() {
        assert!(matches!(fold("纪〔2026〕47号"), Cow::Borrowed(_)));
        assert!(matches!(fold("A1"), Cow::Borrowed(_)));
    }
}
