//! Operations set aside: what was not stored when a program had to go lies in a file beside the
//! database until the next start hands it in again. Nothing is done twice: an operation that was
//! stored after all gets its first answer.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{Failure, Trouble, Unsent};
use crate::round::{Operation, Refusal};

/// Follows the name of the database; then something unique, and one of the endings.
const UNSENT: &str = ".unsent-";
const ENDING: &str = ".json";
/// What was handed in again and refused; kept for people, not read again.
const REFUSED: &str = ".refused.json";
const REFUSED_EXTENSION: &str = "refused.json";

/// The file that this process has set operations aside in.
#[derive(Debug, Default)]
pub(super) struct Aside(Mutex<Option<PathBuf>>);

#[derive(Serialize, Deserialize)]
struct Kept {
    operations: Vec<Operation>,
}

#[derive(Serialize)]
struct Refused<'a> {
    refused: &'a [(Operation, Refusal)],
}

impl Aside {
    /// Sets operations aside in place of those before; none: nothing is kept any more.
    pub(super) fn set(&self, database: &Path, operations: Vec<Operation>) -> Result<(), Failure> {
        let mut mine = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if operations.is_empty() {
            return match mine.take() {
                Some(file) => remove(&file).map_err(|error| trouble(&file, &error)),
                None => Ok(()),
            };
        }
        let fresh = || {
            let mut name = named(database, UNSENT);
            name.push(uuid::Uuid::now_v7().to_string());
            name.push(ENDING);
            PathBuf::from(name)
        };
        let file = mine.get_or_insert_with(fresh);
        write(file, &Kept { operations }).map_err(|error| trouble(file, &error))
    }
}

/// What lies beside the database and is this user's own.
pub(super) fn unsent(database: &Path) -> Vec<Unsent> {
    let mut found: Vec<Unsent> = files(database)
        .into_iter()
        .filter_map(|file| {
            let kept: Kept = serde_json::from_slice(&fs::read(&file).ok()?).ok()?;
            Some(Unsent {
                file: file.display().to_string(),
                operations: kept.operations,
            })
        })
        .collect();
    found.sort_by(|one, other| one.file.cmp(&other.file));
    found
}

/// Keeps what is left of such a file, and what was refused in one of its own; answers its name.
pub(super) fn settle(
    database: &Path,
    file: &str,
    left: Vec<Operation>,
    refused: &[(Operation, Refusal)],
) -> Result<Option<String>, Failure> {
    let Some(file) = files(database)
        .into_iter()
        .find(|one| one.display().to_string() == file)
    else {
        // Another program of this user's was faster.
        return Ok(None);
    };
    let beside = file.with_extension(REFUSED_EXTENSION);
    if !refused.is_empty() {
        write(&beside, &Refused { refused }).map_err(|error| trouble(&beside, &error))?;
    }
    let done = if left.is_empty() {
        remove(&file)
    } else {
        write(&file, &Kept { operations: left })
    };
    done.map_err(|error| trouble(&file, &error))?;
    Ok((!refused.is_empty()).then(|| beside.display().to_string()))
}

fn named(database: &Path, ending: &str) -> OsString {
    let mut name = database.as_os_str().to_owned();
    name.push(ending);
    name
}

fn files(database: &Path) -> Vec<PathBuf> {
    let begins = named(database, UNSENT);
    let folder = database.parent().unwrap_or(Path::new("."));
    let all = fs::read_dir(folder).into_iter().flatten().flatten();
    all.map(|entry| entry.path())
        .filter(|path| {
            let name = path.as_os_str().as_encoded_bytes();
            name.starts_with(begins.as_encoded_bytes())
                && name.ends_with(ENDING.as_bytes())
                && !name.ends_with(REFUSED.as_bytes())
                && is_own(path)
        })
        .collect()
}

/// Written by this user, and by nobody else: what it says is done in this user's name.
fn is_own(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| {
        metadata.is_file()
            && metadata.uid() == rustix::process::geteuid().as_raw()
            && metadata.mode() & 0o022 == 0
    })
}

/// Writes a file that is there whole or not at all, also after a power cut.
fn write(path: &Path, content: &impl Serialize) -> io::Result<()> {
    let bytes = serde_json::to_vec_pretty(content).map_err(io::Error::other)?;
    let making = PathBuf::from(named(path, ".new"));
    let mut file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&making)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    fs::rename(&making, path)?;
    sync_folder(path)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => sync_folder(path),
    }
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != OsStr::new(""));
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

fn trouble(path: &Path, error: &io::Error) -> Failure {
    Failure::Trouble(Trouble::Other {
        why: format!("{}: {error}", path.display()),
    })
}
