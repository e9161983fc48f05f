//! Characters that are not seen, and so make a text look like another one.

/// Marks that take no room. They come with copied text and mean nothing in a name: who reads a
/// file may leave them out.
#[must_use]
pub const fn is_weightless(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// Characters that a terminal or a page does not show as themselves: controls, ends of lines,
/// marks that turn the direction of writing, take no room or only tell a formula's reading.
#[must_use]
pub const fn is_hidden(character: char) -> bool {
    is_weightless(character)
        || matches!(
            character,
            '\0'..='\u{1f}'
                | '\u{7f}'..='\u{9f}'
                | '\u{61c}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2061}'..='\u{2069}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_control_is_hidden_and_no_letter_or_blank_is() {
        assert!(('\0'..=char::MAX).all(|letter| !letter.is_control() || is_hidden(letter)));
        assert!(
            "评Aé8 \u{3000}—·😀"
                .chars()
                .all(|letter| !is_hidden(letter))
        );
    }
}
