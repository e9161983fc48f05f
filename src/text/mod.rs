//! Typed facts → sentences. Chinese and English stand side by side, one file a room; a text
//! that lacks a language does not compile.

mod span;
mod words;

pub mod adjustments;
pub mod allotment;
pub mod assignments;
pub mod ballots;
pub mod breakdown;
pub mod cli;
pub mod config;
pub mod diagnose;
pub mod doctor;
pub mod event_step;
pub mod exchange;
pub mod finding;
pub mod findings;
pub mod go;
pub mod grids;
pub mod help;
pub mod journal;
pub mod ledger;
pub mod man;
pub mod organisations;
pub mod plain;
pub mod ranking;
pub mod refusal;
pub mod rounds;
pub mod scheme;
pub mod scoring;
pub mod scoring_screen;
pub mod tui;
pub mod vetoes;
pub mod waiting;

use std::fmt;
use std::str::FromStr;

pub use span::span;
pub use words::*;

/// The language of the interface.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
pub enum Language {
    /// 中文, the first one.
    #[default]
    #[serde(rename = "zh")]
    Chinese,
    /// English, the second.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The language that a locale such as `en_GB.UTF-8` asks for; Chinese where it says nothing.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        if locale.starts_with("en") {
            Self::English
        } else {
            Self::Chinese
        }
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "zh" => Ok(Self::Chinese),
            "en" => Ok(Self::English),
            other => Err(other.to_owned()),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chinese => "zh",
            Self::English => "en",
        })
    }
}

/// The English word for one or for another number of things; a figure with decimals (`1.00`) is
/// read as a measure, not as one thing.
#[must_use]
pub fn one_or_many(
    counted: &impl fmt::Display,
    one: &'static str,
    many: &'static str,
) -> &'static str {
    if counted.to_string() == "1" {
        one
    } else {
        many
    }
}

/// Declares sentences in both languages.
///
/// ```
/// pingxing::texts! {
///     /// How far a sheet is.
///     scored_of(done: usize, all: usize) {
///         zh: "已评 {done}/{all} 项",
///         en: "{done} of {all} items scored",
///     }
/// }
/// use pingxing::text::Language;
/// assert_eq!(scored_of(Language::Chinese, 3, 25), "已评 3/25 项");
/// ```
///
/// English words that follow a number are declared after the sentence, as one and as many:
///
/// ```
/// pingxing::texts! {
///     /// What a sheet lacks.
///     without_a_mark(missing: usize) {
///         zh: "还有 {missing} 项未评",
///         en: "{missing} {items_have} no mark", items_have: missing => "item has" / "items have",
///     }
/// }
/// use pingxing::text::Language;
/// assert_eq!(without_a_mark(Language::English, 1), "1 item has no mark");
/// assert_eq!(without_a_mark(Language::English, 0), "0 items have no mark");
/// ```
#[macro_export]
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident($($argument:ident: $kind:ty),* $(,)?) {
        zh: $chinese:literal, en: $english:literal
        $(, $word:ident: $counted:ident => $one:literal / $many:literal)* $(,)?
    })*) => {$(
        $(#[$meta])*
        #[must_use]
        pub fn $name(language: $crate::text::Language $(, $argument: $kind)*) -> String {
            match language {
                $crate::text::Language::Chinese => format!($chinese),
                $crate::text::Language::English => {
                    $(let $word = $crate::text::one_or_many(&$counted, $one, $many);)*
                    format!($english)
                }
            }
        }
    )*};
}
