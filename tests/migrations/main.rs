//! A database of every released schema (`tests/tools/keep_schema.rs`) opens in this version, and
//! nothing in it has changed.

#![expect(clippy::unwrap_used, reason = "what prepares a test may fail it too")]

use std::fs;
use std::path::{Path, PathBuf};

use pingxing::office::{Door, JournalFilter, Office, OfficeOptions, Question, Reply, Trouble};

/// The newest schema that a database is kept of.
const NEWEST: u32 = 2;

/// A copy of a kept database, in a folder of its own.
fn copy(schema: u32) -> (tempfile::TempDir, PathBuf) {
    let kept =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/migrations/schema-{schema}.db"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("round.db");
    fs::copy(kept, &path).unwrap();
    (folder, path)
}

fn version(path: &Path) -> u32 {
    rusqlite::Connection::open(path)
        .unwrap()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

#[test]
fn a_database_of_every_schema_opens_and_is_sound() {
    for schema in 1..=NEWEST {
        let (_folder, path) = copy(schema);
        assert_eq!(version(&path), schema);
        let office = Office::open(&path, OfficeOptions::default()).unwrap();
        let Ok(Reply::Verified(verified)) = office.ask(Question::Verify { head: None }) else {
            panic!("schema {schema} is not verified")
        };
        let whole = verified.books.iter().all(|book| book.faults.is_empty());
        assert!(
            whole && verified.database.is_empty(),
            "schema {schema}: {verified:?}"
        );
        let Ok(Reply::Lines(lines)) = office.ask(Question::Journal(JournalFilter::default()))
        else {
            panic!("schema {schema} has no journal")
        };
        let kinds: Vec<&str> = lines.iter().map(|line| line.kind.as_str()).collect();
        assert_eq!(kinds.first(), Some(&"import"), "schema {schema}");
        assert!(kinds.contains(&"create-round"), "schema {schema}");
        let round = "2026".to_owned();
        let Ok(Reply::Results(results)) = office.ask(Question::Results { round }) else {
            panic!("schema {schema} has no results")
        };
        let kept = [
            ("0001", Some("92.51".to_owned())),
            ("0002", None),
            ("0003", None),
        ];
        let composites = results.rows.iter().map(|row| {
            let composite = row.figures.composite.map(|figure| figure.to_string());
            (row.organisation.as_str(), composite)
        });
        let composites: Vec<_> = composites.collect();
        assert_eq!(composites, kept, "schema {schema}");
    }
}

#[test]
fn the_schema_of_this_version_is_kept() {
    let (_folder, path) = copy(NEWEST);
    drop(Office::open(&path, OfficeOptions::default()).unwrap());
    assert_eq!(version(&path), NEWEST, "run the example keep_schema");
}

#[test]
fn a_newer_schema_is_refused_and_left_alone() {
    let (_folder, path) = copy(NEWEST);
    rusqlite::Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", NEWEST + 1)
        .unwrap();
    let before = fs::read(&path).unwrap();
    let trouble = Office::open(&path, OfficeOptions::default()).err().unwrap();
    let newer = Trouble::Newer {
        path: path.display().to_string(),
        found: NEWEST + 1,
        known: NEWEST,
    };
    assert_eq!(trouble, newer);
    assert_eq!(fs::read(&path).unwrap(), before);
}
