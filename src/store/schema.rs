//! The schema and its steps, from the first version on.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, params};

use super::canonical::beginning;
use super::{Trouble, place};

/// `PXDB`, in the header of every database of ours.
pub(super) const APPLICATION_ID: u32 = 0x5058_4442;

/// The schema that this program knows. It rises with every step in [`STEPS`].
pub(super) const VERSION: u32 = 2;

/// The name of the office's own book.
pub(super) const OFFICE: &str = "*";

/// Step n takes a database of schema n to n + 1.
const STEPS: [&str; VERSION as usize] = [
    include_str!("migrations/1.sql"),
    include_str!("migrations/2.sql"),
];

/// Brings a database to [`VERSION`], each step whole or not at all; an older one that holds
/// something is copied first. A new one takes all steps at once, so that nobody who opens it at
/// that moment finds it an older one.
pub(super) fn bring_up(connection: &mut Connection, path: &Path) -> Result<(), Trouble> {
    run(connection, path, &STEPS)
}

fn run(connection: &mut Connection, path: &Path, steps: &[&str]) -> Result<(), Trouble> {
    let refused = |error: rusqlite::Error| Trouble::at(path, &error);
    let found = version(connection).map_err(refused)?;
    if found > 0 && (found as usize) < steps.len() {
        keep_copy(connection, path, found)?;
    }
    loop {
        let step = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(refused)?;
        // Another process may have taken this step while this one waited.
        let at = version(&step).map_err(refused)?;
        let Some(sql) = steps.get(at as usize) else {
            return if at as usize == steps.len() {
                Ok(())
            } else {
                place::known(path, at)
            };
        };
        if at == 0 {
            refuse_strangers(&step, path)?;
            for (at, sql) in (0..).zip(steps) {
                take(&step, at, sql).map_err(refused)?;
            }
        } else {
            take(&step, at, sql).map_err(refused)?;
        }
        step.commit().map_err(refused)?;
    }
}

fn take(step: &Connection, at: u32, sql: &str) -> rusqlite::Result<()> {
    step.execute_batch(sql)?;
    if at == 0 {
        step.pragma_update(None, "application_id", APPLICATION_ID)?;
        step.execute(
            "INSERT INTO book (number, name, seq, head) VALUES (1, ?1, 0, ?2)",
            params![OFFICE, beginning(OFFICE)],
        )?;
    }
    step.pragma_update(None, "user_version", at + 1)
}

/// A database without a version that has tables is somebody else's.
fn refuse_strangers(step: &Connection, path: &Path) -> Result<(), Trouble> {
    let tables: i64 = step
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|error| Trouble::at(path, &error))?;
    if tables == 0 {
        return Ok(());
    }
    Err(Trouble::NotADatabase {
        path: path.display().to_string(),
    })
}

/// Copies a database as it was before its schema changes, beside it, unless that copy is there.
fn keep_copy(connection: &Connection, path: &Path, found: u32) -> Result<(), Trouble> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".schema-{found}"));
    let copy = Path::new(&name);
    if copy.exists() {
        return Ok(());
    }
    // Its books are of an older form; the database itself says whether the copy is sound.
    match super::backup::copy_to(connection, copy, |_, _| Ok(())) {
        // Another process has made it meanwhile.
        Err(_) if copy.exists() => Ok(()),
        copied => copied,
    }
}

/// The version of the schema that a database has; 0 for an empty one.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn an_older_schema_is_copied_and_brought_up_step_by_step() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("round.db");
        let mut connection = Connection::open(&path).unwrap();
        run(&mut connection, &path, &STEPS[..1]).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let longer = [
            STEPS[0],
            "CREATE TABLE first (a INTEGER) STRICT",
            "CREATE TABLE second (a INTEGER) STRICT",
        ];
        run(&mut connection, &path, &longer).unwrap();
        assert_eq!(version(&connection), Ok(3));
        let copy = Connection::open(folder.path().join("round.db.schema-1")).unwrap();
        assert_eq!(version(&copy), Ok(1));
        // Who may not read the database may not read the copy.
        let copied = fs::metadata(folder.path().join("round.db.schema-1")).unwrap();
        assert_eq!(copied.permissions().mode() & 0o777, 0o600);
        run(&mut connection, &path, &longer).unwrap();
        assert!(matches!(
            run(&mut connection, &path, &STEPS),
            Err(Trouble::Newer { found: 3, .. })
        ));
    }

    #[test]
    fn a_step_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("round.db");
        let mut connection = Connection::open(&path).unwrap();
        let broken = [STEPS[0], "CREATE TABLE half (a INTEGER) STRICT; nonsense"];
        assert!(run(&mut connection, &path, &broken).is_err());
        assert_eq!(version(&connection), Ok(0), "a new one takes all or none");
        run(&mut connection, &path, &STEPS[..1]).unwrap();
        assert!(run(&mut connection, &path, &broken).is_err());
        assert_eq!(version(&connection), Ok(1));
        assert!(connection.prepare("SELECT * FROM half").is_err());
    }
}
