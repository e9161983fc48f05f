//! Keys as a field of marks hears them: no letter among them, so that they come through while an
//! input method is on.

use crate::exchange::fold_char;

/// A key of the numeric keypad or one that every keyboard has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stroke {
    /// 0 to 9
    Digit(u8),
    Point,
    Minus,
    Star,
    Enter,
    Escape,
    Tab,
    Backspace,
    Delete,
    Space,
    Up,
    Down,
}

/// A text with every letter made plain.
#[must_use]
pub fn plain_text(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

impl Stroke {
    /// What it writes in a text that is asked for; none for a key that writes nothing.
    #[must_use]
    pub fn letter(self) -> Option<char> {
        Some(match self {
            Self::Digit(digit) => char::from(b'0' + digit.min(9)),
            Self::Point => '.',
            Self::Minus => '-',
            Self::Star => '*',
            Self::Space => ' ',
            _ => return None,
        })
    }

    /// One line up or down.
    pub(super) const fn step(self) -> Option<isize> {
        match self {
            Self::Up => Some(-1),
            Self::Down => Some(1),
            _ => None,
        }
    }

    /// The stroke of a typed letter, full-width or not; none for a letter that no field hears.
    #[must_use]
    pub fn of(letter: char) -> Option<Self> {
        Some(match fold_char(letter) {
            digit @ '0'..='9' => Self::Digit(u8::try_from(digit.to_digit(10)?).ok()?),
            '.' => Self::Point,
            '-' => Self::Minus,
            '*' => Self::Star,
            ' ' => Self::Space,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_chinese_punctuation_are_plain() {
        for (typed, meant) in "８．。＊×－—　０".chars().zip("8..**-- 0".chars()) {
            assert_eq!(fold_char(typed), meant, "{typed}");
            assert_eq!(Stroke::of(typed), Stroke::of(meant));
            assert!(Stroke::of(typed).is_some());
        }
        assert_eq!(plain_text("【１／２】？：、"), "[1/2]?:/");
        assert_eq!(Stroke::of('评'), None);
    }
}
