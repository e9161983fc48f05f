//! What can be wrong with a configuration file, and how it is told.

use crate::diagnose::{self, Kind, Shape};
use crate::text::diagnose::Told;
use crate::text::{Language, config as text};

/// A fault of a configuration file, with its place.
pub type Fault = diagnose::Fault<ConfigFault>;

/// What is wrong with a configuration file. The rest of the file is used all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigFault {
    /// What any TOML file can have.
    Shape(Shape),
    /// No command has that id.
    UnknownCommand(String),
    /// A key that cannot be named so.
    UnknownKey(String),
    /// The same key already means another command where this one can run.
    KeyTaken { key: String, command: String },
    /// Only letters: with an input method on, the command could not be reached.
    OnlyLetters,
    /// The key types into fields, or has a meaning that cannot be taken from it.
    KeyReserved(String),
}

impl From<Shape> for ConfigFault {
    fn from(shape: Shape) -> Self {
        Self::Shape(shape)
    }
}

impl Kind for ConfigFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Shape(shape) => shape.code(),
            Self::UnknownCommand(_) => "unknown-command",
            Self::UnknownKey(_) => "unknown-key-name",
            Self::KeyTaken { .. } => "key-taken",
            Self::OnlyLetters => "only-letters",
            Self::KeyReserved(_) => "key-reserved",
        }
    }
}

impl Told for ConfigFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::Shape(shape) => shape.what(language),
            Self::UnknownCommand(id) => text::unknown_command(language, id),
            Self::UnknownKey(name) => text::unknown_key(language, name),
            Self::KeyTaken { key, command } => text::key_taken(language, key, command),
            Self::OnlyLetters => text::only_letters(language),
            Self::KeyReserved(key) => text::key_reserved(language, key),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::Shape(shape) => shape.advice(language),
            Self::UnknownCommand(_) => text::unknown_command_advice(language),
            Self::UnknownKey(_) => text::unknown_key_advice(language),
            Self::KeyTaken { .. } => text::key_taken_advice(language),
            Self::OnlyLetters => text::only_letters_advice(language),
            Self::KeyReserved(_) => text::key_reserved_advice(language),
        }
    }
}
