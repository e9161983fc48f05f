//! The configuration file: TOML, every key of it optional.
//!
//! ```toml
//! language = "zh"
//! database = "/srv/pingxing/2026.db"
//! theme = "high-contrast"
//! glyphs = "ascii"
//! mouse = false
//!
//! [keys]
//! "scoring.submit" = ["F9", "Ctrl-S"]
//! ```

use std::io;
use std::path::{Path, PathBuf};

use super::{ConfigFault, Fault};
use crate::diagnose::{Document, Located, Mended, Severity, Value};
use crate::text::Language;

/// Words for the colours of the screens.
pub const THEMES: [&str; 5] = ["terminal", "light", "dark", "high-contrast", "mono"];
/// Words for the characters that the screens draw with.
pub const GLYPHS: [&str; 3] = ["auto", "unicode", "ascii"];

/// What a configuration file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct File {
    pub language: Option<Language>,
    pub database: Option<PathBuf>,
    /// One of [`THEMES`].
    pub theme: Option<&'static str>,
    /// One of [`GLYPHS`].
    pub glyphs: Option<&'static str>,
    pub mouse: Option<bool>,
    pub keys: Vec<KeyWish>,
}

/// The keys that a command is to have in place of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyWish {
    /// Id of the command.
    pub command: Located<String>,
    /// Names of the keys, as hints write them: `F9`, `Ctrl-S`, `n`.
    pub keys: Vec<Located<String>>,
}

/// A configuration file that was looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Where it is, or would be; none where the system names no place for it.
    pub path: Option<PathBuf>,
    /// Its text; none where there is no such file.
    pub text: Option<String>,
    /// It is there, and cannot be read: why.
    pub unreadable: Option<String>,
    /// What could be used of it.
    pub file: File,
    pub faults: Vec<Fault>,
}

impl Found {
    /// Reads the file at a path. One that is not there is no fault.
    #[must_use]
    pub fn at(path: Option<PathBuf>) -> Self {
        let text = path.as_deref().map(read_text);
        let (text, unreadable) = match text {
            None => (None, None),
            Some(Ok(text)) => (text, None),
            Some(Err(error)) => (None, Some(error.to_string())),
        };
        let (file, faults) = text.as_deref().map(parse).unwrap_or_default();
        Self {
            path,
            text,
            unreadable,
            file,
            faults,
        }
    }

    /// Adds the faults that only the screens can tell: of commands and keys. They stand in the
    /// order of the file again.
    pub fn add_faults(&mut self, faults: Vec<Fault>) {
        self.faults.extend(faults);
        self.faults.sort_by_key(|fault| fault.place.span.start);
    }

    /// Whether anything of the file cannot be used.
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        let counts = |fault: &Fault| fault.severity == Severity::Fault;
        self.unreadable.is_some() || self.faults.iter().any(counts)
    }
}

/// The text of a file; none where it is not there.
fn read_text(path: &Path) -> io::Result<Option<String>> {
    match std::fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes)
            .map(Some)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads a text: what can be used of it, and every fault.
#[must_use]
pub fn parse(text: &str) -> (File, Vec<Fault>) {
    let mended = Mended::new(text);
    let (document, root) = Document::<ConfigFault>::parse(&mended);
    let table = document.root(&root);
    let word = |key, words: &[&'static str]| {
        let choices: Vec<(&'static str, &'static str)> = words.iter().map(|w| (*w, *w)).collect();
        let value = table.optional(key)?;
        value.choice(&choices).map(|found| found.value)
    };
    let languages = [("zh", Language::Chinese), ("en", Language::English)];
    let language = table.optional("language");
    let database = table.optional("database");
    let mouse = table.optional("mouse");
    let file = File {
        language: language.and_then(|value| value.choice(&languages).map(|found| found.value)),
        database: database.and_then(|value| value.text().map(|found| found.value.into())),
        theme: word("theme", &THEMES),
        glyphs: word("glyphs", &GLYPHS),
        mouse: mouse.and_then(|value| value.boolean().map(|found| found.value)),
        keys: table
            .optional("keys")
            .map(|value| wishes(&value))
            .unwrap_or_default(),
    };
    table.finish();
    (file, document.into_faults())
}

fn wishes(value: &Value<'_, ConfigFault>) -> Vec<KeyWish> {
    let entries = value.table().map(crate::diagnose::Table::into_entries);
    let wish = |(command, value): (Located<String>, Value<'_, ConfigFault>)| {
        let keys = value.texts()?;
        Some(KeyWish { command, keys })
    };
    entries
        .unwrap_or_default()
        .into_iter()
        .filter_map(wish)
        .collect()
}
