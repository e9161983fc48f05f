//! Typed facts → sentences. Chinese and English stand side by side, one file a room; a text
//! that lacks a language does not compile.

mod also;
mod day;
mod sheet_summary;
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

pub use also::other_words;
pub use day::{day, moment};
pub use span::span;
pub use words::*;

use crate::scheme::{Scheme, TrackIndex};

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

/// What people call a track; the one track of a scheme that names none is all organisations.
#[must_use]
pub fn track_title(scheme: &Scheme, language: Language, track: TrackIndex) -> String {
    let track = scheme.track(track);
    match track.is_unnamed() {
        true => all_organisations(language),
        false => track.title.clone(),
    }
}

/// The same for an id; one that the scheme does not know stays as it is.
#[must_use]
pub fn track_name(scheme: &Scheme, language: Language, id: &str) -> String {
    let found = scheme.find_track(id);
    found.map_or_else(
        || id.to_owned(),
        |track| track_title(scheme, language, track),
    )
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

texts! {
    all_organisations() { zh: "全部单位", en: "all kinds" }
}

texts! {
    no_such_file() { zh: "没有这个文件或目录", en: "no such file or folder" }
    not_permitted() { zh: "没有权限", en: "permission denied" }
    is_a_folder() { zh: "这是目录，不是文件", en: "it is a folder, not a file" }
    not_a_folder() { zh: "路径中有一段不是目录", en: "a part of the path is not a folder" }
    no_room_left() { zh: "磁盘已满", en: "the disk is full" }
    read_only_disk() { zh: "所在磁盘是只读的", en: "the disk is read-only" }
}

/// Why a file could not be read or written; what is rare, in the words of the system.
#[must_use]
pub fn file_trouble(language: Language, error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => no_such_file(language),
        ErrorKind::PermissionDenied => not_permitted(language),
        ErrorKind::IsADirectory => is_a_folder(language),
        ErrorKind::NotADirectory => not_a_folder(language),
        ErrorKind::StorageFull => no_room_left(language),
        ErrorKind::ReadOnlyFilesystem => read_only_disk(language),
        _ => error.to_string(),
    }
}
