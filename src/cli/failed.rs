//! Why a command ends without having done its work.

use std::io;

use crate::office::{Failure, Trouble};
use crate::round::Refusal;
use crate::text::{Language, cli, file_trouble, refusal};

/// Ends a command early.
#[derive(Debug)]
pub enum Failed {
    /// The office says no, or cannot.
    Office(Box<Failure>),
    /// Told in our own words.
    Said(Box<Said>),
    /// The reader of our output has gone; nothing is to be said.
    ReaderGone,
}

/// A failure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// 1, or 2 for wrong usage.
    pub status: u8,
    pub why: String,
    /// What to do.
    pub help: Option<String>,
    /// The command was one that writes, and nothing was stored.
    pub nothing_stored: bool,
}

/// What goes to stderr, in parts.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    pub status: u8,
    pub why: String,
    pub kept: Option<String>,
    pub help: Option<String>,
}

impl Failed {
    /// A failure in words, with what to do.
    pub fn said(why: impl Into<String>, help: impl Into<Option<String>>) -> Self {
        Self::Said(Box::new(Said {
            status: 1,
            why: why.into(),
            help: help.into(),
            nothing_stored: false,
        }))
    }

    /// The same of a command that writes: nothing was stored.
    pub fn unstored(why: impl Into<String>, help: impl Into<Option<String>>) -> Self {
        Self::Said(Box::new(Said {
            status: 1,
            why: why.into(),
            help: help.into(),
            nothing_stored: true,
        }))
    }

    /// Wrong usage.
    pub fn usage(why: impl Into<String>, help: impl Into<Option<String>>) -> Self {
        Self::Said(Box::new(Said {
            status: 2,
            why: why.into(),
            help: help.into(),
            nothing_stored: false,
        }))
    }

    /// A file that cannot be read.
    pub fn unreadable(language: Language, path: &std::path::Path, error: &io::Error) -> Self {
        let reason = file_trouble(language, error);
        let why = cli::file_unreadable(language, &path.display().to_string(), &reason);
        Self::said(why, cli::file_unreadable_help(language))
    }

    /// A file that cannot be written; one that is there already is never replaced.
    pub fn unwritable(language: Language, path: &std::path::Path, error: &io::Error) -> Self {
        let name = path.display().to_string();
        if error.kind() == io::ErrorKind::AlreadyExists {
            let help = cli::file_there_help(language);
            return Self::said(cli::file_there(language, &name), help);
        }
        let why = cli::file_unwritable(language, &name, &file_trouble(language, error));
        Self::said(why, cli::file_unreadable_help(language))
    }

    /// The parts of the message; none where there is nothing to say.
    #[must_use]
    pub fn told(&self, language: Language) -> Option<Told> {
        match self {
            Self::ReaderGone => None,
            Self::Office(failure) => Some(Told {
                status: 1,
                why: refusal::failure(language, failure),
                kept: Some(refusal::nothing_stored(language)),
                help: refusal::failure_help(language, failure),
            }),
            Self::Said(said) => Some(Told {
                status: said.status,
                why: said.why.clone(),
                kept: said
                    .nothing_stored
                    .then(|| refusal::nothing_stored(language)),
                help: said.help.clone(),
            }),
        }
    }
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self::Office(Box::new(failure))
    }
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        Failure::Trouble(trouble).into()
    }
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        Failure::Refusal(refusal).into()
    }
}

impl From<io::Error> for Failed {
    /// For our own output only: files are named in their messages.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ReaderGone,
            io::ErrorKind::StorageFull => Trouble::DiskFull.into(),
            _ => Trouble::Other {
                why: error.to_string(),
            }
            .into(),
        }
    }
}

impl From<serde_json::Error> for Failed {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

impl From<csv::Error> for Failed {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => error.into(),
            other => io::Error::other(format!("{other:?}")).into(),
        }
    }
}
