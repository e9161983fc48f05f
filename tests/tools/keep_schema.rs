//! Keeps a small database of the schema that this version writes, to be migrated by all later
//! ones: `cargo run --example keep_schema`, once for each released schema. One that is there is
//! never made again.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use pingxing::exchange::{Names, read};
use pingxing::office::{Door, Failure, Office, OfficeOptions, Question};
use pingxing::round::{Command, Kind, NewRound, Operation, Via};
use pingxing::scheme;

/// The time of the first operation, in ms; each later one is a second on.
const BEGINNING: i64 = 1_790_000_000_000;

fn main() -> Result<(), Box<dyn Error>> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("round.db");
    let time = AtomicI64::new(BEGINNING);
    let options = OfficeOptions {
        clock: Arc::new(move || time.fetch_add(1_000, Ordering::Relaxed)),
        ..OfficeOptions::default()
    };
    let office = Office::open(&path, options).map_err(|trouble| trouble.to_string())?;
    for (number, command) in commands(&tests.join("cli/files"))?.into_iter().enumerate() {
        let operation = Operation {
            id: format!("kept-{number}"),
            actor: "录入员".to_owned(),
            via: Via::Command,
            round: "2026".to_owned(),
            reason: None,
            command,
        };
        office.apply(operation).map_err(|failure| said(&failure))?;
    }
    let schema: u32 =
        rusqlite::Connection::open(&path)?
            .pragma_query_value(None, "user_version", |row| row.get(0))?;
    let kept = tests.join(format!("migrations/schema-{schema}.db"));
    let to = kept.display().to_string();
    office
        .ask(Question::Backup { to })
        .map_err(|failure| said(&failure))?;
    Ok(())
}

fn said(failure: &Failure) -> String {
    format!("{failure:?}")
}

/// A round of three villages, and its files.
fn commands(folder: &Path) -> Result<Vec<Command>, Box<dyn Error>> {
    let text = fs::read_to_string(folder.join("scheme.toml"))?;
    let checked = scheme::parse(&text).map_err(|faults| format!("{faults:?}"))?;
    let scheme = checked.scheme;
    let writes = |kind, name: &str, names: &Names<'_>| {
        let bytes = fs::read(folder.join(name)).map_err(|error| error.to_string())?;
        read(kind, &bytes, names).map_err(|faults| format!("{faults:?}"))
    };
    let organisations = writes(Kind::Orgs, "orgs.csv", &Names::new(&scheme, []))?;
    let names = Names::of_writes(&scheme, &organisations);
    let mut commands = vec![Command::CreateRound(NewRound {
        year: 2026,
        scheme: text.clone(),
        organisations: organisations.clone(),
    })];
    for (kind, name) in [
        (Kind::Scores, "scores.csv"),
        (Kind::Ballots, "ballots.csv"),
        (Kind::Vetoes, "vetoes.csv"),
    ] {
        commands.push(Command::Import {
            kind,
            file: name.to_owned(),
            writes: writes(kind, name, &names)?,
            reopen: false,
        });
    }
    Ok(commands)
}
