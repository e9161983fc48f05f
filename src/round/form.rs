//! The form of codes, names, notes and dates.

use super::{Limits, Refusal, is_hidden};

/// What a field that is typed alone has to be. Faces look at it before they hand it over, by the
/// same rules as [`super::decide`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldForm {
    /// A document's number, the name of a round.
    Name,
    /// A rater, a code that may have blanks.
    Short,
    /// A note or a reason.
    Note,
    /// `2026-11-02`
    Day,
}

impl FieldForm {
    /// Looks at a text that is not empty; `field` is what the refusal calls it.
    ///
    /// # Errors
    /// [`Refusal::Field`] where it is not of this form.
    pub fn check(self, field: &str, value: &str, limits: &Limits) -> Result<(), Refusal> {
        match self {
            Self::Name => name(field, value, limits.name),
            Self::Short => name(field, value, limits.code),
            Self::Note => text(field, value, limits.note),
            Self::Day => date(field, value),
        }
    }
}

fn refused(field: &str, value: &str) -> Refusal {
    Refusal::Field {
        field: field.to_owned(),
        value: value.to_owned(),
    }
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
    if is_day(value) {
        Ok(())
    } else {
        Err(refused(field, value))
    }
}

/// Whether a text is a day of the calendar, with all its digits: `2026-05-31`.
#[must_use]
pub fn is_day(text: &str) -> bool {
    let number = |digits: &str, length: usize| {
        let whole = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    match (number(year, 4), number(month, 2), number(day, 2)) {
        (Some(year), Some(month), Some(day)) => (1..=days(year, month)).contains(&day),
        _ => false,
    }
}

/// How many days a month has; none where there is no such month.
const fn days(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A count from 0 to the limit.
pub(super) fn count(field: &str, value: u64, limits: &Limits) -> Result<(), Refusal> {
    if value > limits.count {
        return Err(refused(field, &value.to_string()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar() {
        for text in [
            "2026-11-02",
            "2024-02-29",
            "2000-02-29",
            "2026-12-31",
            "0001-01-01",
        ] {
            assert!(is_day(text), "{text}");
        }
        for text in [
            "",
            "2026",
            "2026-11",
            "2026-11-31",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "2026-1-01",
            "26-01-01",
            "2026-01-01-01",
            "2026/01/01",
            "+026-01-01",
            "2026-01-+1",
        ] {
            assert!(!is_day(text), "{text}");
        }
    }

    #[test]
    fn codes_and_names() {
        let limits = Limits::default();
        let good = |value: &str| code("code", value, &limits).is_ok();
        assert!(good("640205001") && good("V-1"));
        for value in [
            "",
            "*",
            "-",
            "a b",
            " a",
            "a\u{3000}",
            "a\u{200b}b",
            "a\u{feff}",
        ] {
            assert!(!good(value), "{value:?}");
        }
        assert!(name("name", "a b", 3).is_ok());
        assert!(name("name", "a bc", 3).is_err());
    }
}
