//! The disk, the lock or the file is in the way.

use std::path::Path;

use rusqlite::ErrorCode;
use rusqlite::ffi::{SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_WRITE};
use serde::{Deserialize, Serialize};

/// The disk, the lock or the file is in the way. Nothing was stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Trouble {
    /// Somebody else has been writing for longer than the program waits.
    #[error("locked for {waited_ms} ms")]
    Locked { waited_ms: u64 },
    #[error("the disk is full")]
    DiskFull,
    #[error("{path} is read-only")]
    ReadOnly { path: String },
    /// The file is no database, or not one of ours.
    #[error("{path} is not a database of ours")]
    NotADatabase { path: String },
    /// Made by a newer version of the program.
    #[error("{path} has schema {found}, this program knows {known}")]
    Newer {
        path: String,
        found: u32,
        known: u32,
    },
    /// A network file system, on which several processes cannot share a database.
    #[error("{path} lies on {kind}")]
    NetworkFileSystem { path: String, kind: String },
    /// The file cannot be opened or made.
    #[error("{path} cannot be opened: {why}")]
    CannotOpen { path: String, why: String },
    /// The database is damaged.
    #[error("the database is damaged: {why}")]
    Damaged { why: String },
    /// Anything else that the system says.
    #[error("{why}")]
    Other { why: String },
}

impl Trouble {
    /// What SQLite says of the database at `path`, in our words.
    pub(super) fn at(path: &Path, error: &rusqlite::Error) -> Self {
        let named = || path.display().to_string();
        let why = error.to_string();
        let Some(code) = error.sqlite_error_code() else {
            // A value that is not of its column's kind: the tables are not as we left them.
            return Self::Damaged { why };
        };
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match code {
            // Of a write that fails SQLite knows a full disk only; what a limit of the file's size
            // or a quota forbids comes as this.
            _ if matches!(extended, Some(SQLITE_IOERR_WRITE | SQLITE_IOERR_SHMSIZE)) => {
                Self::DiskFull
            }
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked { waited_ms: 0 },
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly => Self::ReadOnly { path: named() },
            ErrorCode::NotADatabase => Self::NotADatabase { path: named() },
            ErrorCode::DatabaseCorrupt => Self::Damaged { why },
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Self::CannotOpen { path: named(), why }
            }
            _ => Self::Other { why },
        }
    }

    /// What the system says of the file at `path`, in our words.
    pub(super) fn of_file(path: &Path, error: &std::io::Error) -> Self {
        let named = path.display().to_string();
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path: named },
            _ => Self::CannotOpen {
                path: named,
                why: error.to_string(),
            },
        }
    }
}

impl From<rusqlite::Error> for Trouble {
    /// For errors in the middle of work, where the connection knows better which file it is.
    fn from(error: rusqlite::Error) -> Self {
        Self::at(Path::new(""), &error)
    }
}
