//! The form of codes, names, notes and dates.

use chrono::NaiveDate;

use super::{Limits, Refusal};

fn refused(field: &str, value: &str) -> Refusal {
    Refusal::Field {
        field: field.to_owned(),
        value: value.to_owned(),
    }
}

/// Characters that a terminal or a page does not show as themselves: controls, ends of lines,
/// and marks that turn the direction of writing or take no room.
const fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// A text of at most so many characters, all of which are seen.
pub(super) fn text(field: &str, value: &str, most: usize) -> Result<(), Refusal> {
    // Bytes are counted first: few texts are long enough for their characters to matter.
    let too_long = value.len() > most && value.chars().count() > most;
    if too_long || value.chars().any(is_hidden) {
        return Err(refused(field, value));
    }
    Ok(())
}

/// A name: not blank, no blanks at its ends.
pub(super) fn name(field: &str, value: &str, most: usize) -> Result<(), Refusal> {
    if value.is_empty() || value.trim() != value {
        return Err(refused(field, value));
    }
    text(field, value, most)
}

/// A code: a name without blanks, and none of those that stand for "every" and "none".
pub(super) fn code(field: &str, value: &str, limits: &Limits) -> Result<(), Refusal> {
    if matches!(value, "*" | "-") || value.contains(char::is_whitespace) {
        return Err(refused(field, value));
    }
    name(field, value, limits.code)
}

/// A day of the calendar as `2026-11-02`.
pub(super) fn date(field: &str, value: &str) -> Result<(), Refusal> {
    let shaped = value.len() == 10
        && value.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    match NaiveDate::parse_from_str(value, "%Y-%m-%d") {
        Ok(_) if shaped => Ok(()),
        _ => Err(refused(field, value)),
    }
}

/// A count from 0 to the limit.
pub(super) fn count(field: &str, value: u64, limits: &Limits) -> Result<(), Refusal> {
    if value > limits.count {
        return Err(refused(field, &value.to_string()));
    }
    Ok(())
}
