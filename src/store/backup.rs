//! A consistent copy while others work.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::{Trouble, View};

/// Copies the database to `to`, which must not be there yet. The copy is made under another name,
/// looked through, forced to the disk and only then given its name.
///
/// `check` looks at source and copy, in this order, after the copy has been found sound.
pub(super) fn copy_to(
    connection: &Connection,
    to: &Path,
    check: impl FnOnce(&Connection, &Connection) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    if to.symlink_metadata().is_ok() {
        return Err(Trouble::CannotOpen {
            path: to.display().to_string(),
            why: "the file exists".to_owned(),
        });
    }
    let making = beside(to);
    let made = make(connection, &making, check).and_then(|()| publish(&making, to));
    if made.is_err() {
        // A half-made copy is of no use; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&making);
    }
    made
}

fn beside(to: &Path) -> PathBuf {
    let mut name = OsString::from(to.as_os_str());
    name.push(format!(".{}.part", std::process::id()));
    PathBuf::from(name)
}

fn make(
    connection: &Connection,
    making: &Path,
    check: impl FnOnce(&Connection, &Connection) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let name = making.to_str().ok_or_else(|| Trouble::CannotOpen {
        path: making.display().to_string(),
        why: "the name is not UTF-8".to_owned(),
    })?;
    let refused = |error| Trouble::at(making, &error);
    connection
        .execute("VACUUM INTO ?1", [name])
        .map_err(refused)?;
    // Who may not read the database may not read a copy of it.
    if let Some(source) = connection.path() {
        let same = fs::metadata(source)
            .and_then(|source| fs::set_permissions(making, source.permissions()));
        same.map_err(|error| Trouble::CannotOpen {
            path: making.display().to_string(),
            why: error.to_string(),
        })?;
    }
    let copy =
        Connection::open_with_flags(making, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(refused)?;
    let faults = integrity(&copy).map_err(refused)?;
    match faults.into_iter().next() {
        None => check(connection, &copy),
        Some(why) => Err(Trouble::Damaged { why }),
    }
}

/// The books of the copy are whole, and none is ahead of the source's: what it was copied from.
pub(super) fn books_are_whole(source: &Connection, copy: &Connection) -> Result<(), Trouble> {
    for book in View::new(copy).verify(None)? {
        let kept = View::new(source).line(book.book.number, book.book.seq)?;
        let same = kept.is_none_or(|line| line.code() == book.book.head_text());
        if !book.faults.is_empty() || !same {
            return Err(Trouble::Damaged {
                why: format!("the book {}: {:?}", book.book.name, book.faults.first()),
            });
        }
    }
    Ok(())
}

/// What the database says of itself; nothing where it is sound.
pub(super) fn integrity(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut faults = Vec::new();
    let mut check = connection.prepare("PRAGMA integrity_check(100)")?;
    for line in check.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        if line != "ok" {
            faults.push(line);
        }
    }
    let mut keys = connection.prepare("PRAGMA foreign_key_check")?;
    let named = keys.query_map([], |row| {
        let (table, parent) = (row.get::<_, String>(0)?, row.get::<_, String>(2)?);
        Ok(format!("a row of {table} without its {parent}"))
    })?;
    for line in named.take(100) {
        faults.push(line?);
    }
    Ok(faults)
}

fn publish(making: &Path, to: &Path) -> Result<(), Trouble> {
    let refused = |error| Trouble::of_file(to, &error);
    File::open(making)
        .and_then(|file| file.sync_all())
        .map_err(refused)?;
    // A link, unlike a renaming, never replaces what has come there meanwhile.
    fs::hard_link(making, to)
        .or_else(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => Err(error),
            // File systems without links.
            _ => fs::rename(making, to),
        })
        .map_err(refused)?;
    let _ = fs::remove_file(making);
    if let Some(folder) = to.parent().filter(|folder| *folder != Path::new("")) {
        // Not every system lets a folder be synced.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}
