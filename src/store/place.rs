//! Where a database may lie: what is looked at before SQLite touches the file.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

use super::Trouble;
use super::schema::{APPLICATION_ID, VERSION};

/// What lies at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing, or an empty file.
    Nothing,
    /// One of ours, of this version of the schema or an older one.
    Ours,
}

/// The header of a database file.
const HEADER: usize = 100;

fn cannot_open(path: &Path, why: &str) -> Trouble {
    Trouble::CannotOpen {
        path: path.display().to_string(),
        why: why.to_owned(),
    }
}

/// The path with its links resolved, so that everyone who means this file finds the same files
/// beside it.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, Trouble> {
    match fs::canonicalize(path) {
        Ok(resolved) => Ok(resolved),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let name = path
                .file_name()
                .ok_or_else(|| cannot_open(path, "not the name of a file"))?;
            let folder = match path.parent() {
                Some(folder) if folder != Path::new("") => folder,
                _ => Path::new("."),
            };
            let folder =
                fs::canonicalize(folder).map_err(|error| Trouble::of_file(folder, &error))?;
            Ok(folder.join(name))
        }
        Err(error) => Err(Trouble::of_file(path, &error)),
    }
}

/// Looks at the file without touching it.
///
/// # Errors
/// It is not ours, too new, not writable, or lies where several processes cannot share it.
pub(super) fn look(path: &Path) -> Result<Found, Trouble> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    refuse_network(folder)?;
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            writable(folder, path)?;
            return Ok(Found::Nothing);
        }
        Err(error) => return Err(Trouble::of_file(path, &error)),
    };
    if !metadata.is_file() {
        return Err(cannot_open(path, "not a file"));
    }
    if metadata.nlink() > 1 {
        return Err(cannot_open(
            path,
            "the file has more than one name (hard links)",
        ));
    }
    let found = header(path)?;
    writable(path, path)?;
    writable(folder, path)?;
    Ok(found)
}

/// Makes the file of a new database, so that its rights are what the person's mask says.
pub(super) fn make(path: &Path) -> Result<(), Trouble> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o660)
        .open(path);
    match made {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(Trouble::of_file(path, &error)),
    }
}

fn writable(what: &Path, database: &Path) -> Result<(), Trouble> {
    access(what, Access::WRITE_OK).map_err(|_| Trouble::ReadOnly {
        path: database.display().to_string(),
    })
}

/// Reads the first bytes of the file; a database of ours says so there.
fn header(path: &Path) -> Result<Found, Trouble> {
    let refused = |error| Trouble::of_file(path, &error);
    let mut bytes = Vec::with_capacity(HEADER);
    let file = File::open(path).map_err(refused)?;
    file.take(HEADER as u64)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    if bytes.is_empty() {
        return Ok(Found::Nothing);
    }
    let whole = |at: usize| -> Option<u32> {
        let four = bytes.get(at..at + 4)?;
        Some(u32::from_be_bytes(four.try_into().ok()?))
    };
    let ours = bytes.starts_with(b"SQLite format 3\0") && whole(68) == Some(APPLICATION_ID);
    match whole(60) {
        Some(version) if ours => known(path, version).map(|()| Found::Ours),
        _ => Err(Trouble::NotADatabase {
            path: path.display().to_string(),
        }),
    }
}

/// Refuses a schema that a newer program has made.
pub(super) fn known(path: &Path, version: u32) -> Result<(), Trouble> {
    if version <= VERSION {
        return Ok(());
    }
    Err(Trouble::Newer {
        path: path.display().to_string(),
        found: version,
        known: VERSION,
    })
}

/// Refuses network file systems: their locks do not hold, and shared memory is not shared.
#[cfg(target_os = "linux")]
fn refuse_network(folder: &Path) -> Result<(), Trouble> {
    let Ok(system) = rustix::fs::statfs(folder) else {
        return Ok(());
    };
    match network_kind(u64::try_from(system.f_type).unwrap_or_default() & 0xFFFF_FFFF) {
        None => Ok(()),
        Some(kind) => Err(Trouble::NetworkFileSystem {
            path: folder.display().to_string(),
            kind: kind.to_owned(),
        }),
    }
}

#[cfg(not(target_os = "linux"))]
fn refuse_network(_folder: &Path) -> Result<(), Trouble> {
    Ok(())
}

/// The name of a network file system, by the number that `statfs` gives it.
#[cfg(target_os = "linux")]
const fn network_kind(number: u64) -> Option<&'static str> {
    match number {
        0x6969 => Some("NFS"),
        0x517B | 0xFF53_4D42 | 0xFE53_4D42 => Some("SMB"),
        0x6573_5546 => Some("FUSE"),
        0x0102_1997 => Some("9P"),
        0x5346_414F => Some("AFS"),
        0x00C3_6400 => Some("Ceph"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn network_file_systems_are_known_by_their_numbers() {
        assert_eq!(network_kind(0x6969), Some("NFS"));
        assert_eq!(network_kind(0xEF53), None);
    }
}
