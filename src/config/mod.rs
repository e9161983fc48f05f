//! Settings in layers, each value with its origin: the command line's option, then the
//! environment, then what the system says, then our own choice.

mod clock;

use std::ffi::OsString;
use std::path::PathBuf;

use etcetera::BaseStrategy;

use crate::text::Language;

pub use clock::{local, parse_local, this_year};

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
    /// Nobody said anything.
    Default,
}

/// Looks up a variable of the environment; handed in, so that tests have their own.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// The variable that names the database.
pub const DATABASE_VARIABLE: &str = "PINGXING_DB";

fn said(environment: Environment<'_>, name: &'static str) -> Option<OsString> {
    environment(name).filter(|value| !value.is_empty())
}

fn said_text(environment: Environment<'_>, name: &'static str) -> Option<String> {
    said(environment, name).and_then(|value| value.into_string().ok())
}

/// The language: the option, else the locale, else Chinese.
#[must_use]
pub fn language(option: Option<Language>, environment: Environment<'_>) -> Setting<Language> {
    if let Some(value) = option {
        return Setting {
            value,
            origin: Origin::Option("--lang"),
        };
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
    Setting {
        value: Language::default(),
        origin: Origin::Default,
    }
}

/// The database: the option, else `PINGXING_DB`, else a file in the user's data directory; none
/// where the system has no such directory.
#[must_use]
pub fn database(option: Option<PathBuf>, environment: Environment<'_>) -> Option<Setting<PathBuf>> {
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
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(Setting {
        value: folders.data_dir().join("pingxing").join("pingxing.db"),
        origin: Origin::Default,
    })
}

/// Who acts: the option, else the name the system knows the user by.
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
        value: "local".to_owned(),
        origin: Origin::Default,
    }
}

/// Whether colours are unwanted: `NO_COLOR` is set and not empty.
#[must_use]
pub fn no_colour(environment: Environment<'_>) -> bool {
    said(environment, "NO_COLOR").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(
        pairs: &'static [(&'static str, &'static str)],
    ) -> impl Fn(&str) -> Option<OsString> {
        move |wanted| {
            let found = pairs.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| (*value).into())
        }
    }

    #[test]
    fn the_option_goes_before_the_locale_and_chinese_is_the_last() {
        let english = environment(&[("LC_ALL", ""), ("LANG", "en_GB.UTF-8")]);
        assert_eq!(language(None, &english).value, Language::English);
        let option = language(Some(Language::Chinese), &english);
        assert_eq!(option.value, Language::Chinese);
        assert_eq!(option.origin, Origin::Option("--lang"));
        assert_eq!(
            language(None, &environment(&[("LANG", "C")])).value,
            Language::Chinese
        );
        assert_eq!(language(None, &environment(&[])).origin, Origin::Default);
    }

    #[test]
    fn the_database_is_named_by_option_then_environment() {
        let set = environment(&[("PINGXING_DB", "office.db")]);
        let found = database(None, &set).unwrap();
        assert_eq!(found.value, PathBuf::from("office.db"));
        assert_eq!(found.origin, Origin::Environment("PINGXING_DB"));
        let found = database(Some("other.db".into()), &set).unwrap();
        assert_eq!(found.origin, Origin::Option("--db"));
        let found = database(None, &environment(&[])).unwrap();
        assert!(found.value.ends_with("pingxing/pingxing.db"));
    }

    #[test]
    fn an_empty_no_color_means_nothing() {
        assert!(!no_colour(&environment(&[("NO_COLOR", "")])));
        assert!(no_colour(&environment(&[("NO_COLOR", "1")])));
    }
}
