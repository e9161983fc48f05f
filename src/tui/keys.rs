//! Keys: as they are bound, as they are named, as they are looked up.

use std::fmt;

use crate::desk::Stroke;
use crate::term::{KeyCode, KeyEvent, KeyModifiers};

/// A key that can be bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub control: bool,
}

impl Key {
    /// A key by itself.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            control: false,
        }
    }

    /// An F-key.
    #[must_use]
    pub const fn f(number: u8) -> Self {
        Self::plain(KeyCode::F(number))
    }

    /// A character.
    #[must_use]
    pub const fn char(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    /// A letter with Ctrl.
    #[must_use]
    pub const fn ctrl(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            control: true,
        }
    }

    /// The key that an event means: full-width and Chinese punctuation read as plain. None for
    /// keys with Alt, which nothing is bound to.
    #[must_use]
    pub fn of(event: KeyEvent) -> Option<Self> {
        if event.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        let code = match event.code {
            KeyCode::Char(letter) => KeyCode::Char(crate::exchange::fold_char(letter)),
            other => other,
        };
        Some(Self {
            code,
            control: event.modifiers.contains(KeyModifiers::CONTROL),
        })
    }

    /// The character that it types, folded; none for anything else.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.control => Some(letter),
            _ => None,
        }
    }

    /// The stroke that a field of marks hears, of keys that write nothing but Escape.
    #[must_use]
    pub const fn stroke(self) -> Option<Stroke> {
        if self.control {
            return None;
        }
        Some(match self.code {
            KeyCode::Enter => Stroke::Enter,
            KeyCode::Tab => Stroke::Tab,
            KeyCode::Backspace => Stroke::Backspace,
            KeyCode::Delete => Stroke::Delete,
            KeyCode::Up | KeyCode::BackTab => Stroke::Up,
            KeyCode::Down => Stroke::Down,
            _ => return None,
        })
    }

    /// Whether it can be pressed while an input method swallows letters.
    #[must_use]
    pub const fn is_letter_free(self) -> bool {
        match self.code {
            KeyCode::Char(letter) => self.control || !letter.is_ascii_alphabetic(),
            _ => true,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.control {
            formatter.write_str("Ctrl-")?;
        }
        match self.code {
            KeyCode::Char(' ') => formatter.write_str("Space"),
            KeyCode::Char(letter) if self.control => {
                write!(formatter, "{}", letter.to_ascii_uppercase())
            }
            KeyCode::Char(letter) => write!(formatter, "{letter}"),
            KeyCode::F(number) => write!(formatter, "F{number}"),
            KeyCode::Esc => formatter.write_str("Esc"),
            KeyCode::Enter => formatter.write_str("Enter"),
            KeyCode::Delete => formatter.write_str("Del"),
            KeyCode::BackTab => formatter.write_str("Shift-Tab"),
            KeyCode::PageUp => formatter.write_str("PgUp"),
            KeyCode::PageDown => formatter.write_str("PgDn"),
            other => write!(formatter, "{other:?}"),
        }
    }
}
