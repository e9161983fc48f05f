//! Opening connections: the right pragmas, in the right order, and one queue for writers.

mod reader;
mod writer;

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, OpenFlags};

pub use reader::Reader;
pub use writer::Writer;

use super::place::{self, Found};
use super::{Trouble, schema};

/// Before 3.51.3 two processes that write and checkpoint at one instant can lose what was
/// committed.
const OLDEST_SQLITE: i32 = 3_051_003;

/// Memory for pages of the connection that writes, in KiB; SQLite takes it as a negative number.
const WRITER_CACHE_KIB: i32 = -16_384;

/// How long to wait before a database is opened again that others were just opening or closing.
const OPEN_AGAIN: Duration = Duration::from_millis(5);

/// How long to wait for others.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// In the queue of writers, which keeps their order; after that without it.
    pub queue: Duration,
    /// For the lock of the database itself.
    pub lock: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            queue: Duration::from_secs(2),
            lock: Duration::from_secs(10),
        }
    }
}

/// A database that has been looked at and brought up to date.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
    patience: Patience,
}

impl Store {
    /// Opens the database, or makes it where there is none (or an empty file); with the
    /// connection that writes, which is the one that has looked at it.
    ///
    /// # Errors
    /// [`Trouble`]; the file is untouched then.
    pub fn open(path: &Path, patience: Patience) -> Result<(Self, Writer), Trouble> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(Trouble::Other {
                why: format!("SQLite {} is older than 3.51.3", rusqlite::version()),
            });
        }
        let path = place::resolve(path)?;
        let found = place::look(&path)?;
        if found == Found::Nothing {
            place::make(&path)?;
        }
        let store = Self { path, patience };
        let connection = store.patiently(|| store.share(store.bring_up()?))?;
        // An import touches many pages; those that do not fit are written twice.
        connection
            .pragma_update(None, "cache_size", WRITER_CACHE_KIB)
            .map_err(|error| Trouble::at(&store.path, &error))?;
        let writer = Writer {
            connection,
            store: store.clone(),
            doubtful: false,
        };
        Ok((store, writer))
    }

    /// Where it lies, links resolved.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Steps of the schema are taken before the journal is switched, so that the header of the
    /// file itself says what it is.
    fn bring_up(&self) -> Result<Connection, Trouble> {
        let refused = |error| Trouble::at(&self.path, &error);
        let mut connection = self.plain()?;
        let version = schema::version(&connection).map_err(refused)?;
        place::known(&self.path, version)?;
        if version == schema::VERSION {
            return Ok(connection);
        }
        settle(&connection).map_err(refused)?;
        schema::bring_up(&mut connection, &self.path)?;
        drop(connection);
        self.plain()
    }

    /// Opens again while another process makes the database, switches its journal or closes it
    /// as the last one: there SQLite says at once that it is busy, and asks no patience.
    fn patiently<R>(&self, open: impl Fn() -> Result<R, Trouble>) -> Result<R, Trouble> {
        let begun = Instant::now();
        loop {
            match open() {
                Err(Trouble::Locked { .. }) if begun.elapsed() < self.patience.lock => {
                    thread::sleep(OPEN_AGAIN);
                }
                Err(Trouble::Locked { .. }) => {
                    let waited = begun.elapsed().as_millis();
                    return Err(Trouble::Locked {
                        waited_ms: u64::try_from(waited).unwrap_or(u64::MAX),
                    });
                }
                done => return done,
            }
        }
    }

    fn plain(&self) -> Result<Connection, Trouble> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let refused = |error| Trouble::at(&self.path, &error);
        let connection = Connection::open_with_flags(&self.path, flags).map_err(refused)?;
        connection
            .busy_timeout(self.patience.lock)
            .map_err(refused)?;
        if connection.is_readonly("main").map_err(refused)? {
            return Err(Trouble::ReadOnly {
                path: self.path.display().to_string(),
            });
        }
        Ok(connection)
    }

    fn connect(&self) -> Result<Connection, Trouble> {
        self.share(self.plain()?)
    }

    /// Makes a connection ready for work beside others.
    fn share(&self, mut connection: Connection) -> Result<Connection, Trouble> {
        let refused = |error| Trouble::at(&self.path, &error);
        let journal: String = connection
            .pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))
            .map_err(refused)?;
        if !journal.eq_ignore_ascii_case("wal") {
            // It stays as it was where memory cannot be shared.
            return Err(Trouble::CannotOpen {
                path: self.path.display().to_string(),
                why: format!("journal mode {journal}"),
            });
        }
        settle(&connection).map_err(refused)?;
        connection.authorizer(Some(keep_tables)).map_err(refused)?;
        Ok(connection)
    }

    /// A connection that only reads.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn reader(&self) -> Result<Reader, Trouble> {
        let connection = self.patiently(|| self.connect())?;
        connection
            .pragma_update(None, "query_only", true)
            .map_err(|error| Trouble::at(&self.path, &error))?;
        Ok(Reader {
            connection,
            path: self.path.clone(),
        })
    }

    /// The file on which writers queue; only a queue, SQLite's own lock stays the truth.
    fn queue_file(&self) -> Option<File> {
        let mut name = OsString::from(self.path.as_os_str());
        name.push(".writer");
        let queue = PathBuf::from(name);
        let opened = File::options().read(true).write(true).open(&queue);
        if let Ok(file) = opened {
            return Some(file);
        }
        let file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&queue)
            .ok()?;
        // Everyone who may write the database may queue for it.
        if let Ok(of_database) = fs::metadata(&self.path) {
            let _ = fs::set_permissions(&queue, of_database.permissions());
        }
        Some(file)
    }

    /// A place at the head of the queue, or nothing when patience ran out: then the writer goes on
    /// without one. SQLite polls for its lock, so that who comes late often comes first; the
    /// kernel's queue is in order.
    fn turn(&self) -> Option<File> {
        let file = self.queue_file()?;
        if file.try_lock().is_ok() {
            return Some(file);
        }
        let (arrived, wait) = mpsc::sync_channel(1);
        let queued = thread::Builder::new()
            .name("queue".to_owned())
            .spawn(move || {
                if file.lock().is_ok() {
                    // Nobody waits any more: the file is dropped here, and the lock with it.
                    let _ = arrived.send(file);
                }
            });
        queued.ok()?;
        wait.recv_timeout(self.patience.queue).ok()
    }
}

/// What every connection needs, whatever it is for.
fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Without it INSERT OR REPLACE takes rows away and no trigger sees it.
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection
        .pragma_update_and_check(None, "mmap_size", 0, |_| Ok(()))
        .or_else(nothing_said)?;
    connection.pragma_update_and_check(None, "journal_size_limit", 67_108_864, |_| Ok(()))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // A plan that may depend on what is bound is otherwise made anew with every new binding, which
    // costs more than reading an organisation.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Tables and triggers stay, whatever this program does: steps of the schema are taken on
/// connections of their own.
fn keep_tables(asked: AuthContext<'_>) -> Authorization {
    match asked.action {
        AuthAction::DropTable { .. } | AuthAction::DropTrigger { .. } => Authorization::Deny,
        _ => Authorization::Allow,
    }
}

/// A pragma that has nothing to answer has been obeyed.
fn nothing_said(error: rusqlite::Error) -> rusqlite::Result<()> {
    match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        other => Err(other),
    }
}
