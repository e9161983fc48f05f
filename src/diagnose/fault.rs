//! What a fault is.

use std::ops::Range;

use super::Syntax;
use crate::number::Decimal;

/// Whether a fault keeps the file from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be used.
    Fault,
    /// It can, but somebody should look.
    Warning,
}

/// A place in a text: bytes, and the key that stands there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Byte offsets into the text.
    pub span: Range<usize>,
    /// `category[2].item[0].points`, counted from 0; empty for the whole file.
    pub path: String,
}

/// What can be told about a fault of some sort of file.
pub trait Kind {
    /// A stable code, such as `unknown-key`; it stands in the docs and in JSON.
    fn code(&self) -> &'static str;
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault<K> {
    pub severity: Severity,
    pub place: Place,
    pub kind: K,
    /// The nearest name that exists, where a name was not found.
    pub nearest: Option<String>,
    /// A second place that has to do with it, such as the first use of an id.
    pub other: Option<Range<usize>>,
}

impl<K> Fault<K> {
    /// A fault that keeps the file from being used.
    pub fn new(place: Place, kind: impl Into<K>) -> Self {
        Self {
            severity: Severity::Fault,
            place,
            kind: kind.into(),
            nearest: None,
            other: None,
        }
    }

    /// A fault that does not.
    pub fn warning(place: Place, kind: impl Into<K>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::new(place, kind)
        }
    }

    /// With the nearest name that exists.
    #[must_use]
    pub fn near(mut self, nearest: Option<String>) -> Self {
        self.nearest = nearest;
        self
    }

    /// With a second place.
    #[must_use]
    pub fn beside(mut self, other: Range<usize>) -> Self {
        self.other = Some(other);
        self
    }
}

impl<K: Kind> Fault<K> {
    /// The stable code of its kind.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }
}

/// What a TOML value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    Text,
    Number,
    WholeNumber,
    Boolean,
    Date,
    List,
    Table,
}

/// Why a number is not one of ours (N5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// `1e3`
    Exponent,
    /// `inf`, `nan`
    NotFinite,
    /// `0x1f`, `0o17`, `0b1`
    Radix,
    /// More than 15 digits before the point.
    TooLarge,
    /// More than 6 digits after the point.
    TooFine,
}

/// Faults that any TOML file can have, whatever it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Not TOML.
    Syntax(Syntax),
    UnknownKey(String),
    MissingKey(String),
    WrongType {
        expected: Type,
        found: Type,
    },
    Number(Number),
    /// Outside the bounds, which belong to what is allowed; an open side has none.
    OutOfRange {
        low: Option<Decimal>,
        high: Option<Decimal>,
    },
    /// None of the words that may stand there.
    UnknownChoice {
        found: String,
        allowed: Vec<&'static str>,
    },
    /// A text without a letter.
    EmptyText,
    /// A list without an element.
    EmptyList,
}

impl Kind for Shape {
    fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::UnknownKey(_) => "unknown-key",
            Self::MissingKey(_) => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::Number(_) => "number-form",
            Self::OutOfRange { .. } => "out-of-range",
            Self::UnknownChoice { .. } => "unknown-choice",
            Self::EmptyText => "empty-text",
            Self::EmptyList => "empty-list",
        }
    }
}

/// A line and a column, both counted from 1; columns are characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// A text and what it is called: a path, or the id of a shipped scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source<'t> {
    pub name: &'t str,
    pub text: &'t str,
}

impl Source<'_> {
    /// Where a byte stands; one beyond the end stands at the end.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = self.text.get(..end).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source {
            name: "a.toml",
            text: "id = 1\n标题 = \"好\"\n",
        };
        let quote = source.text.find('"').unwrap();
        assert_eq!(source.position(quote), Position { line: 2, column: 6 });
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(8), Position { line: 2, column: 1 });
        assert_eq!(source.position(999), Position { line: 3, column: 1 });
    }
}
