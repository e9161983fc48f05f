//! Keys: as they are bound, as they are named, as they are looked up.

use std::fmt;
use std::str::FromStr;

use crate::desk::Stroke;
use crate::term::{KeyCode, KeyEvent, KeyModifiers};

/// A key that can be bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub control: bool,
}

impl Key {
    pub const BACKSPACE: Self = Self::plain(KeyCode::Backspace);
    pub const BACK_TAB: Self = Self::plain(KeyCode::BackTab);
    pub const DELETE: Self = Self::plain(KeyCode::Delete);
    pub const DOWN: Self = Self::plain(KeyCode::Down);
    pub const END: Self = Self::plain(KeyCode::End);
    pub const ENTER: Self = Self::plain(KeyCode::Enter);
    pub const ESC: Self = Self::plain(KeyCode::Esc);
    pub const HOME: Self = Self::plain(KeyCode::Home);
    pub const INSERT: Self = Self::plain(KeyCode::Insert);
    pub const LEFT: Self = Self::plain(KeyCode::Left);
    pub const PAGE_DOWN: Self = Self::plain(KeyCode::PageDown);
    pub const PAGE_UP: Self = Self::plain(KeyCode::PageUp);
    pub const RIGHT: Self = Self::plain(KeyCode::Right);
    pub const TAB: Self = Self::plain(KeyCode::Tab);
    pub const UP: Self = Self::plain(KeyCode::Up);

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

    /// The place in a numbered list that a digit stands for: `0` is the tenth.
    #[must_use]
    pub fn place(self) -> Option<usize> {
        let digit = self.typed()?.to_digit(10)? as usize;
        Some(digit.checked_sub(1).unwrap_or(9))
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
            KeyCode::Char(letter) if letter != ' ' && self.control => {
                write!(formatter, "{}", letter.to_ascii_uppercase())
            }
            KeyCode::Char(letter) if letter != ' ' => write!(formatter, "{letter}"),
            KeyCode::F(number) => write!(formatter, "F{number}"),
            code => match NAMED.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => formatter.write_str(name),
                None => write!(formatter, "{code:?}"),
            },
        }
    }
}

/// The names of keys that are not one character.
const NAMED: [(&str, KeyCode); 17] = [
    ("Space", KeyCode::Char(' ')),
    ("Esc", KeyCode::Esc),
    ("Enter", KeyCode::Enter),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Delete", KeyCode::Delete),
];

impl FromStr for Key {
    type Err = ();

    /// Reads a key as hints and configuration files write it; only single letters keep their case.
    fn from_str(text: &str) -> Result<Self, ()> {
        let control = text
            .get(..5)
            .filter(|start| start.eq_ignore_ascii_case("ctrl-"));
        let name = control.map_or(text, |_| text.get(5..).unwrap_or_default());
        let control = control.is_some();
        let mut letters = name.chars();
        let code = match (letters.next(), letters.next()) {
            (Some(letter), None) if control => KeyCode::Char(letter.to_ascii_lowercase()),
            (Some(letter), None) => KeyCode::Char(letter),
            _ => code_named(name)?,
        };
        Ok(Self { code, control })
    }
}

fn code_named(name: &str) -> Result<KeyCode, ()> {
    if let Some((_, code)) = NAMED
        .iter()
        .find(|(word, _)| word.eq_ignore_ascii_case(name))
    {
        return Ok(*code);
    }
    let number = name
        .strip_prefix(['F', 'f'])
        .and_then(|rest| rest.parse().ok());
    match number {
        Some(number @ 1..=12) => Ok(KeyCode::F(number)),
        _ => Err(()),
    }
}
