//! A hand that works on a database of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use pingxing::office::{
    Applied, Door, Failure, Office, OfficeOptions, Patience, Question, Reply, Verified,
};
use pingxing::round::{Command, Kind, NewRound, Operation, OrganisationRecord, Via, What, Write};
use tempfile::TempDir;

pub const SCHEME: &str = include_str!("scheme.toml");
pub const ROUND: &str = "2026";

/// A folder with a database.
pub struct Place {
    folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("rounds.db")
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// An office on the database; its clock goes one second an operation.
    pub fn office(&self) -> Office {
        self.office_that_waits(Duration::from_secs(10))
    }

    pub fn office_that_waits(&self, wait: Duration) -> Office {
        open(&self.database(), wait).unwrap()
    }

    /// A database with a round of so many villages in two districts.
    pub fn with_round(villages: usize) -> Self {
        let place = Self::new();
        let office = place.office();
        apply(&office, "secretary", create(villages)).unwrap();
        place
    }
}

pub fn open(path: &Path, wait: Duration) -> Result<Office, pingxing::office::Trouble> {
    let time = AtomicI64::new(1_790_000_000_000);
    let options = OfficeOptions {
        clock: Arc::new(move || time.fetch_add(1_000, Ordering::Relaxed)),
        patience: Patience {
            queue: wait / 5,
            lock: wait,
        },
    };
    Office::open(path, options)
}

pub fn code(village: usize) -> String {
    format!("D{}{:04}", village % 2 + 1, village)
}

fn organisation(
    code: String,
    name: String,
    parent: Option<&str>,
    track: bool,
    position: u32,
) -> Write {
    let record = OrganisationRecord {
        name,
        kind: Some(if track { "village" } else { "district" }.to_owned()),
        parent: parent.map(str::to_owned),
        track: track.then(|| "all".to_owned()),
        previous: None,
        declared: None,
        position,
    };
    Write {
        what: What::Organisation,
        key: vec![code],
        record: Some(record.write()),
        seen: None,
        row: None,
    }
}

pub fn create(villages: usize) -> Command {
    let mut organisations = vec![
        organisation("D1".into(), "东区".into(), None, false, 1),
        organisation("D2".into(), "西区".into(), None, false, 2),
    ];
    for village in 0..villages {
        let parent = code(village)[..2].to_owned();
        let position = u32::try_from(village).unwrap() + 3;
        let name = format!("第{village}村");
        organisations.push(organisation(
            code(village),
            name,
            Some(&parent),
            true,
            position,
        ));
    }
    Command::CreateRound(NewRound {
        year: 2026,
        scheme: SCHEME.to_owned(),
        organisations,
    })
}

pub fn mark(village: usize, party: &str, item: &str, entry: &str, seen: Option<u64>) -> Write {
    let key = [&code(village), party, "考评一组", item].map(str::to_owned);
    Write {
        what: What::Mark,
        key: key.to_vec(),
        record: Some(vec![Some(entry.to_owned())]),
        seen,
        row: None,
    }
}

/// A file with whole sheets of both parties for so many villages.
pub fn scores(villages: usize) -> Command {
    let mut writes = Vec::new();
    for village in 0..villages {
        for party in ["self", "superior"] {
            for (item, points) in [("A1", 60), ("A2", 40)] {
                let entry = (points - village % 20).to_string();
                let mut write = mark(village, party, item, &entry, None);
                write.row = Some(u32::try_from(writes.len()).unwrap() + 2);
                writes.push(write);
            }
        }
    }
    Command::Import {
        kind: Kind::Scores,
        file: "scores.csv".to_owned(),
        writes,
        reopen: false,
    }
}

pub fn operation(id: &str, actor: &str, command: Command) -> Operation {
    Operation {
        id: id.to_owned(),
        actor: actor.to_owned(),
        via: Via::Screen,
        round: ROUND.to_owned(),
        reason: None,
        command,
    }
}

/// Applies a command under an id of its own.
pub fn apply(office: &Office, actor: &str, command: Command) -> Result<Applied, Failure> {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let id = format!("{}-{count}", std::process::id());
    office.apply(operation(&id, actor, command))
}

pub fn write(office: &Office, actor: &str, writes: Vec<Write>) -> Result<Applied, Failure> {
    apply(office, actor, Command::Write(writes))
}

pub fn verified(office: &Office, head: Option<&str>) -> Verified {
    let head = head.map(str::to_owned);
    match office.ask(Question::Verify { head }).unwrap() {
        Reply::Verified(verified) => verified,
        other => panic!("{other:?}"),
    }
}

/// Nothing is wrong with the database.
pub fn assert_sound(office: &Office) {
    let verified = verified(office, None);
    assert_eq!(verified.database, Vec::<String>::new());
    for book in &verified.books {
        assert_eq!(book.faults, Vec::new(), "{:?}", book.round);
    }
}
