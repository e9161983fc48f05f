//! Files that a test writes for itself.

use std::path::PathBuf;

use super::support::Place;

/// Writes a file into the test's folder.
pub fn write(place: &Place, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = place.path(name);
    std::fs::write(&path, bytes).expect("the file is written");
    path
}
