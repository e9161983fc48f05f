//! What storing costs: an import of every mark of a large round beside a bare insert of the same
//! rows into the same tables, one key, in rounds of several sizes too, the list, and all results.

// A bench that cannot go on says so and stops, and its figures are for the terminal.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use pingxing::office::{Applied, Door, Office, OfficeOptions, Question};
use pingxing::round::{
    Change, Command, Kind, NewRound, Operation, OrganisationRecord, Via, What, Write,
};
use rusqlite::{Connection, params};

const ORGANISATIONS: usize = 5_177;
const ITEMS: usize = 25;
/// Organisations of the rounds that one mark is stored in.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
const PARTIES: [&str; 3] = ["self", "masses", "superior"];

fn scheme() -> String {
    let mut text = "format = 1\n[scheme]\nid = \"large\"\ntitle = \"large\"\nversion = \"1\"\n\
                    marks = 100\ndecimals = 2\ncombine = \"weighted\"\n\
                    [grading]\nrule = \"thresholds\"\n"
        .to_owned();
    for (party, weight) in PARTIES.iter().zip([20, 30, 50]) {
        text += &format!(
            "[[party]]\nid = \"{party}\"\ntitle = \"{party}\"\nmethod = \"sheet\"\nweight = {weight}\n"
        );
    }
    text += "[[category]]\nid = \"A\"\ntitle = \"A\"\n";
    for item in 1..=ITEMS {
        text += &format!("[[category.item]]\nid = \"A{item}\"\ntitle = \"A{item}\"\npoints = 4\n");
    }
    text += "[[level]]\nid = \"good\"\ntitle = \"good\"\nmin = 80\n";
    text + "[[level]]\nid = \"fair\"\ntitle = \"fair\"\n"
}

fn code(organisation: usize) -> String {
    format!("6402{organisation:05}")
}

fn operation(id: &str, command: Command) -> Operation {
    Operation {
        id: id.to_owned(),
        actor: "secretary".to_owned(),
        via: Via::Command,
        round: "2026".to_owned(),
        reason: None,
        command,
    }
}

fn create(organisations: usize) -> Operation {
    let organisation = |number: usize| {
        let record = OrganisationRecord {
            name: format!("第{number}村"),
            kind: Some("village".to_owned()),
            parent: None,
            track: Some("all".to_owned()),
            previous: None,
            declared: None,
            position: u32::try_from(number + 1).unwrap_or_default(),
        };
        Write {
            what: What::Organisation,
            key: vec![code(number)],
            record: Some(record.write()),
            seen: None,
            row: None,
        }
    };
    let new = NewRound {
        year: 2026,
        scheme: scheme(),
        organisations: (0..organisations).map(organisation).collect(),
    };
    operation("create", Command::CreateRound(new))
}

fn import() -> Operation {
    let mut writes = Vec::with_capacity(ORGANISATIONS * ITEMS * PARTIES.len());
    for organisation in 0..ORGANISATIONS {
        for party in PARTIES {
            for item in 1..=ITEMS {
                let key = [
                    code(organisation),
                    party.into(),
                    "考评一组".into(),
                    format!("A{item}"),
                ];
                let entry = format!("{}.5", (organisation + item) % 4);
                writes.push(Write {
                    what: What::Mark,
                    key: key.to_vec(),
                    record: Some(vec![Some(entry)]),
                    seen: None,
                    row: u32::try_from(writes.len() + 2).ok(),
                });
            }
        }
    }
    let command = Command::Import {
        kind: Kind::Scores,
        file: "scores.csv".to_owned(),
        writes,
        reopen: false,
    };
    operation("import", command)
}

fn office(path: &Path) -> Office {
    Office::open(path, OfficeOptions::default()).expect("a database")
}

fn apply(office: &Office, operation: Operation) -> Applied {
    office.apply(operation).expect("applied")
}

/// A folder with a round without marks, closed.
fn round() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    apply(
        &office(&folder.path().join("rounds.db")),
        create(ORGANISATIONS),
    );
    folder
}

/// One mark of an organisation, the `count`th that is stored.
fn mark(count: usize) -> Operation {
    let key = [&code(7), "superior", "考评一组", "A1"].map(str::to_owned);
    let write = Write {
        what: What::Mark,
        key: key.to_vec(),
        record: Some(vec![Some((count % 4).to_string())]),
        seen: None,
        row: None,
    };
    operation(&format!("key {count}"), Command::Write(vec![write]))
}

/// Inserts what an import has written into the same tables, and nothing else.
fn bare(path: &Path, changes: &[Change]) -> Duration {
    let mut connection = Connection::open(path).expect("a database");
    let triggers: Vec<String> = connection
        .prepare("SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut names| names.query_map([], |row| row.get(0))?.collect())
        .expect("triggers");
    let pragmas = "PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL;";
    connection
        .execute_batch(&(pragmas.to_owned() + &triggers.join(";")))
        .expect("no triggers");
    let started = Instant::now();
    let transaction = connection.transaction().expect("a transaction");
    insert_all(&transaction, changes).expect("inserted");
    transaction.commit().expect("committed");
    started.elapsed()
}

fn insert_all(connection: &Connection, changes: &[Change]) -> rusqlite::Result<()> {
    let mut mark = connection.prepare(
        "INSERT INTO mark (round, organisation, party, rater, item, entry, note, flagged, removed,
         revision, written) VALUES (2, ?1, ?2, ?3, ?4, ?5, NULL, 0, 0, 1, 2)",
    )?;
    let mut sheet = connection.prepare(
        "INSERT INTO sheet (round, organisation, party, rater, state, removed, revision, written)
         VALUES (2, ?1, ?2, ?3, ?4, 0, 1, 2)",
    )?;
    let mut change = connection.prepare(
        "INSERT INTO change (operation, position, what, key, old, new, old_revision, new_revision)
         VALUES (99, ?1, ?2, ?3, NULL, ?4, 0, 1)",
    )?;
    for (position, of) in (1_i64..).zip(changes) {
        let text = |list: &[String]| serde_json::to_string(list).unwrap_or_default();
        let new = of
            .new
            .as_ref()
            .map(|record| serde_json::to_string(record).unwrap_or_default());
        change.execute(params![position, of.what.word(), text(&of.key), new])?;
        let first = of.new.as_ref().and_then(|record| record[0].as_deref());
        match of.what {
            What::Mark => {
                mark.execute(params![of.key[0], of.key[1], of.key[2], of.key[3], first])?
            }
            _ => sheet.execute(params![of.key[0], of.key[1], of.key[2], first])?,
        };
    }
    Ok(())
}

/// How long the lock for writing was taken while `done` was not set, as others see it.
fn lock_held(path: &Path, done: &AtomicBool) -> Duration {
    let connection = Connection::open(path).expect("a database");
    connection.busy_timeout(Duration::ZERO).expect("no waiting");
    let (mut first, mut last) = (None, None);
    while !done.load(Ordering::Relaxed) {
        if connection
            .execute_batch("BEGIN IMMEDIATE; ROLLBACK")
            .is_err()
        {
            last = Some(Instant::now());
            first = first.or(last);
        }
        thread::sleep(Duration::from_millis(2));
    }
    let held = first.zip(last).map(|(first, last)| last - first);
    held.unwrap_or_default()
}

/// One import into a fresh round.
fn import_once() -> Duration {
    let folder = round();
    let office = office(&folder.path().join("rounds.db"));
    let operation = import();
    let started = Instant::now();
    let applied = apply(&office, operation);
    let taken = started.elapsed();
    black_box(applied);
    taken
}

/// Prints how long others have to wait for an import.
fn print_lock() {
    let folder = round();
    let path = folder.path().join("rounds.db");
    let office = office(&path);
    let operation = import();
    let done = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&done);
    let watcher = thread::spawn(move || lock_held(&path, &seen));
    let started = Instant::now();
    apply(&office, operation);
    let taken = started.elapsed();
    done.store(true, Ordering::Relaxed);
    let held = watcher.join().expect("watched");
    println!("of an import of {taken:.2?} the lock is held {held:.2?}");
}

fn imports(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("388,275 marks");
    group.sample_size(10).warm_up_time(Duration::from_millis(1));
    let folder = round();
    let changes = apply(&office(&folder.path().join("rounds.db")), import()).changes;
    group.bench_function("import", |bencher| {
        bencher.iter_custom(|times| (0..times).map(|_| import_once()).sum());
    });
    group.bench_function("bare insert", |bencher| {
        bencher.iter_custom(|times| {
            let one = |_| bare(&round().path().join("rounds.db"), &changes);
            (0..times).map(one).sum()
        });
    });
    group.finish();
    let bare = || bare(&round().path().join("rounds.db"), &changes);
    support::compare("import ÷ bare insert", 2.0, 5, import_once, bare);
    print_lock();
}

fn questions(criterion: &mut Criterion) {
    let folder = round();
    let office = office(&folder.path().join("rounds.db"));
    apply(&office, import());
    let ask = |question: Question| office.ask(question).expect("answered");
    let name = || "2026".to_owned();
    ask(Question::List { round: name() });
    let mut group = criterion.benchmark_group("5,177 organisations");
    group.sample_size(20);
    group.bench_function("list", |bencher| {
        bencher.iter(|| ask(Question::List { round: name() }));
    });
    let mut returned = operation(
        "return",
        Command::Return {
            organisation: code(7),
            party: "superior".to_owned(),
            rater: "考评一组".to_owned(),
        },
    );
    returned.reason = Some("重评".to_owned());
    apply(&office, returned);
    let mut count = 0;
    group.bench_function("one key", |bencher| {
        bencher.iter_batched(
            || {
                count += 1;
                mark(count)
            },
            |operation| apply(&office, operation),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("results asked for again", |bencher| {
        bencher.iter(|| ask(Question::Results { round: name() }));
    });
    group.finish();
}

/// Offices with rounds of several sizes.
fn sized() -> Vec<(usize, tempfile::TempDir, Office)> {
    let one = |organisations: usize| {
        let folder = tempfile::tempdir().expect("a folder");
        let office = office(&folder.path().join("rounds.db"));
        apply(&office, create(organisations));
        (organisations, folder, office)
    };
    SIZES.map(one).into()
}

/// Prints how the time of one mark grows with the organisations of its round: not at all. The
/// rounds take turns.
fn growth(_: &mut Criterion) {
    let offices = sized();
    let mut times = vec![Vec::new(); offices.len()];
    for count in 0..101 {
        for ((_, _, office), times) in offices.iter().zip(&mut times) {
            let operation = mark(count);
            let started = Instant::now();
            black_box(apply(office, operation));
            times.push(started.elapsed());
        }
    }
    let medians: Vec<Duration> = times.into_iter().map(support::median).collect();
    for ((organisations, ..), median) in offices.iter().zip(&medians).skip(1) {
        let name = format!("one mark, {organisations} organisations ÷ {}", SIZES[0]);
        support::print_ratio(&name, 1.5, *median, medians[0]);
    }
}

criterion_group!(benches, growth, imports, questions);
criterion_main!(benches);
