//! Files that lie beside the tests.

use std::path::Path;

/// A file beside the tests, by its path from the top of the repository.
pub fn beside(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    path.display().to_string()
}
