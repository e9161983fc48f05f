//! Settings in layers, each value with its origin: the command line's option, then a variable of
//! the environment that is ours, then the configuration file, then what the system says, then our
//! own choice. Besides, what both faces share of the place they run in: the time there (`clock`),
//! and the tables of commands and keys (`keys`), which the screens make and `cli` prints.
//!
//! A new setting is a field of [`File`] (with its key in `file::parse`), of [`Asked`] and of
//! [`Settings`], a function that lays its layers over each other here, and a row in
//! `cli::settings`. The environment is handed in and never read here, so that tests have their own.

mod clock;
mod fault;
mod file;
mod keys;

use std::ffi::OsString;
use std::path::PathBuf;

use etcetera::BaseStrategy;

use crate::text::{Language, UNNAMED};

pub use clock::{local, parse_local, this_year};
pub use fault::{ConfigFault, Fault};
pub use file::{File, Found, GLYPHS, KeyWish, THEMES, parse};
pub use keys::{KeyRow, KeyTable};

/// A value, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    pub value: T,
    pub origin: Origin,
}

/// The layer that a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// An option of the command line, as it is written there.
    Option(&'static str),
    /// A variable of the environment.
    Environment(&'static str),
    /// The configuration file.
    File,
    /// Nobody said anything.
    Default,
}

/// Looks up a variable of the environment; handed in, so that tests have their own.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// The variable that names the database.
pub const DATABASE_VARIABLE: &str = "PINGXING_DB";
/// The variable that names the configuration file.
const FILE_VARIABLE: &str = "PINGXING_CONFIG";

/// The settings that the command line states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub language: Option<Language>,
    pub database: Option<PathBuf>,
    pub actor: Option<String>,
    pub theme: Option<String>,
    pub glyphs: Option<String>,
    pub mouse: Option<bool>,
}

/// All settings in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub language: Setting<Language>,
    /// None where the system names no place for it.
    pub database: Option<Setting<PathBuf>>,
    pub actor: Setting<String>,
    /// One of [`THEMES`].
    pub theme: Setting<String>,
    /// One of [`GLYPHS`].
    pub glyphs: Setting<String>,
    pub mouse: Setting<bool>,
}

impl Settings {
    /// Lays the layers over each other.
    #[must_use]
    pub fn of(asked: Asked, file: &File, environment: Environment<'_>) -> Self {
        let language = language(asked.language, file, environment);
        Self {
            database: database(asked.database, file, environment),
            actor: actor(asked.actor, environment),
            theme: theme(asked.theme, file, environment),
            glyphs: layered(asked.glyphs, "--glyphs", file.glyphs, "auto"),
            mouse: layered(asked.mouse, "--mouse", file.mouse, false),
            language,
        }
    }
}

/// A setting that neither the environment nor the system knows.
fn layered<T, U: Into<T>, V: Into<T>>(
    option: Option<T>,
    name: &'static str,
    file: Option<U>,
    default: V,
) -> Setting<T> {
    let (value, origin) = match (option, file) {
        (Some(value), _) => (value, Origin::Option(name)),
        (None, Some(value)) => (value.into(), Origin::File),
        (None, None) => (default.into(), Origin::Default),
    };
    Setting { value, origin }
}

/// The colours: the option, else the configuration file, else `NO_COLOR`, else the terminal's own.
fn theme(option: Option<String>, file: &File, environment: Environment<'_>) -> Setting<String> {
    let said = layered(option, "--theme", file.theme, "terminal");
    if said.origin == Origin::Default && no_colour(environment) {
        return Setting {
            value: "mono".to_owned(),
            origin: Origin::Environment("NO_COLOR"),
        };
    }
    said
}

/// Where the configuration file is looked for: `PINGXING_CONFIG`, else a file in the user's
/// configuration directory; none where the system has no such directory.
#[must_use]
pub fn file_path(environment: Environment<'_>) -> Option<PathBuf> {
    if let Some(path) = said(environment, FILE_VARIABLE) {
        return Some(path.into());
    }
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join("pingxing").join("config.toml"))
}

fn said(environment: Environment<'_>, name: &'static str) -> Option<OsString> {
    environment(name).filter(|value| !value.is_empty())
}

fn said_text(environment: Environment<'_>, name: &'static str) -> Option<String> {
    said(environment, name).and_then(|value| value.into_string().ok())
}

/// The language: the option, else the configuration file, else the locale, else Chinese.
#[must_use]
pub fn language(
    option: Option<Language>,
    file: &File,
    environment: Environment<'_>,
) -> Setting<Language> {
    let said = layered(option, "--lang", file.language, Language::default());
    if said.origin != Origin::Default {
        return said;
    }
    // The first that is set decides, as for every program that keeps to the locale.
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        if let Some(locale) = said_text(environment, name) {
            return Setting {
                value: Language::from_locale(&locale),
                origin: Origin::Environment(name),
            };
        }
    }
    said
}

/// The database: the option, else `PINGXING_DB`, else the configuration file, else a file in the
/// user's data directory; none where the system has no such directory.
#[must_use]
pub fn database(
    option: Option<PathBuf>,
    file: &File,
    environment: Environment<'_>,
) -> Option<Setting<PathBuf>> {
    if let Some(value) = option {
        return Some(Setting {
            value,
            origin: Origin::Option("--db"),
        });
    }
    if let Some(path) = said(environment, DATABASE_VARIABLE) {
        return Some(Setting {
            value: path.into(),
            origin: Origin::Environment(DATABASE_VARIABLE),
        });
    }
    if let Some(path) = &file.database {
        return Some(Setting {
            value: path.clone(),
            origin: Origin::File,
        });
    }
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(Setting {
        value: folders.data_dir().join("pingxing").join("pingxing.db"),
        origin: Origin::Default,
    })
}

/// Who acts: the option, else the name the system knows the user by; where it knows none, a word
/// that says so, as it stands in the journal.
#[must_use]
pub fn actor(option: Option<String>, environment: Environment<'_>) -> Setting<String> {
    if let Some(value) = option {
        return Setting {
            value,
            origin: Origin::Option("--as"),
        };
    }
    for name in ["USER", "LOGNAME", "USERNAME"] {
        if let Some(value) = said_text(environment, name) {
            return Setting {
                value,
                origin: Origin::Environment(name),
            };
        }
    }
    Setting {
        value: UNNAMED.to_owned(),
        origin: Origin::Default,
    }
}

/// Whether colours are unwanted: `NO_COLOR` is set and not empty.
#[must_use]
pub fn no_colour(environment: Environment<'_>) -> bool {
    said(environment, "NO_COLOR").is_some()
}

#[cfg(test)]
mod tests;
