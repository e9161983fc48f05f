//! Opening the program on a large round, from the start of the process to a list of
//! organisations that can be used, against the start of the program plus a bare reading of what
//! the list shows; and the memory that the process takes at its peak.

// A bench that cannot go on says so and stops, and its figures are for the terminal.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::fs;
use std::io::{Read, Write as _};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command as Process;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group};
use pingxing::demo::large::Large;
use pingxing::office::{Door, Office, OfficeOptions, Question};
use pingxing::round::{Cell, Command, Kind, NewRound, Operation, Via, What, Write};
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use rusqlite::{Connection, OpenFlags};
use support::{median, print_ratio};
use vt100::Parser;

const PROGRAM: &str = env!("CARGO_BIN_EXE_pingxing");
const ROUND: &str = "2026";
/// Rows of the terminal.
const ROWS: u16 = 36;
/// So often the two are measured in turn for the ratio.
const ROUNDS_OF_RATIO: usize = 25;
/// The variable that has this program make a database there, and nothing else.
const MAKES: &str = "PINGXING_BENCH_MAKES";
const PATIENCE: Duration = Duration::from_secs(60);
/// So much memory may be used at the peak, in MB.
const MEMORY: u64 = 60;

fn write(cell: Cell) -> Write {
    Write {
        what: cell.what,
        key: cell.key,
        record: cell.record,
        seen: None,
        row: None,
    }
}

fn apply(office: &Office, id: &str, command: Command) {
    let operation = Operation {
        id: id.to_owned(),
        actor: "secretary".to_owned(),
        via: Via::Command,
        round: ROUND.to_owned(),
        reason: None,
        command,
    };
    office.apply(operation).expect("applied");
}

/// A database with a large round, its figures made and kept.
fn database(path: &Path) {
    let large = Large::city(1);
    let office = Office::open(path, OfficeOptions::default()).expect("a database");
    let new = NewRound {
        year: 2026,
        scheme: large.scheme(),
        organisations: large.list().map(write).collect(),
    };
    apply(&office, "create", Command::CreateRound(new));
    for (kind, what) in [(Kind::Scores, What::Mark), (Kind::Ballots, What::Ballot)] {
        let cells = (0..large.organisations).flat_map(|number| large.cells(number));
        let import = Command::Import {
            kind,
            file: format!("{what:?}.csv"),
            writes: cells.filter(|cell| cell.what == what).map(write).collect(),
            reopen: false,
        };
        apply(&office, &format!("{what:?}"), import);
    }
    let round = || ROUND.to_owned();
    for question in [
        Question::List { round: round() },
        Question::Results { round: round() },
    ] {
        office.ask(question).expect("answered");
    }
}

/// The name of the first organisation that is rated.
fn first_name() -> String {
    let rated = Large::city(1).list().nth(16).expect("an organisation");
    let name = rated.record.and_then(|record| record.into_iter().next());
    name.flatten().expect("a name")
}

/// The program in a terminal of our own.
struct Terminal {
    parser: Parser,
    output: Receiver<Vec<u8>>,
    keys: Box<dyn std::io::Write + Send>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    /// Starts the program on a database.
    fn start(path: &Path, arguments: &[&str]) -> Self {
        let (rows, cols) = (ROWS, 120);
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(arguments);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "zh_CN.UTF-8")] {
            command.env(name, value);
        }
        command.env("HOME", path.parent().expect("a folder"));
        command.env("PINGXING_DB", path);
        let child = pair.slave.spawn_command(command).expect("started");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (send, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let side = |count| NonZeroU16::new(count).expect("a size");
        Self {
            parser: Parser::new(side(rows), side(cols), 0),
            output,
            keys: pair.master.take_writer().expect("keys"),
            child,
        }
    }

    /// Waits until the screen shows a text.
    fn wait(&mut self, text: &str) {
        self.wait_until(|screen| screen.contents().contains(text));
    }

    /// Waits for something on the screen; answers where the cursor stands.
    fn wait_until(&mut self, is_there: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_there(self.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("{}", self.parser.screen().contents());
            };
            self.parser.process(&bytes);
            for _ in bytes.windows(4).filter(|window| window == b"\x1b[6n") {
                self.press("\x1b[1;1R");
            }
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("pressed");
        self.keys.flush().expect("pressed");
    }

    /// The most memory that the process has used, in KiB.
    fn peak(&self) -> u64 {
        let process = self.child.process_id().unwrap_or_default();
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        number
            .and_then(|text| text.parse().ok())
            .unwrap_or_default()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// From the start of the process to the list; with the peak of its memory, in KiB. The keys are
/// pressed as soon as the program has the terminal: it waits for nobody, and nobody for us.
fn open(path: &Path, name: &str) -> (Duration, u64) {
    let started = Instant::now();
    let mut terminal = Terminal::start(path, &[]);
    terminal.wait_until(vt100::Screen::alternate_screen);
    terminal.press("\r1");
    terminal.wait(name);
    (started.elapsed(), terminal.peak())
}

/// The same with each key pressed once its screen is seen, as far as we keep up with reading.
fn open_by_sight(path: &Path, name: &str) -> Duration {
    let started = Instant::now();
    let mut terminal = Terminal::start(path, &[]);
    terminal.wait(ROUND);
    terminal.press("\r");
    terminal.wait("以谁的名义评");
    terminal.press("1");
    terminal.wait(name);
    started.elapsed()
}

/// In a terminal too, so that both are started in the same way.
fn version(path: &Path) -> Duration {
    let started = Instant::now();
    let mut terminal = Terminal::start(path, &["--version"]);
    terminal.wait("pingxing ");
    assert!(terminal.child.wait().expect("ended").success());
    started.elapsed()
}

/// Reads the columns of so many rows of the list, and does nothing with them.
fn bare_reading(path: &Path, rows_read: usize) -> Duration {
    let started = Instant::now();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = Connection::open_with_flags(path, flags).expect("a database");
    let mut rows = connection
        .prepare(
            "SELECT o.organisation, o.name, o.kind, o.parent, o.track, s.composite, s.low, s.high,
                    s.scores, s.summary, r.rank, r.tie, r.level
             FROM round_organisation AS o
             LEFT JOIN standing AS s ON s.round = o.round AND s.organisation = o.organisation
             LEFT JOIN ranked AS r ON r.round = o.round AND r.organisation = o.organisation
             ORDER BY o.round, o.organisation",
        )
        .expect("a statement");
    let width = rows.column_count();
    let mut rows = rows.query([]).expect("rows");
    let mut count = 0;
    while count < rows_read
        && let Some(row) = rows.next().expect("a row")
    {
        for column in 0..width {
            std::hint::black_box(row.get_ref(column).expect("a value"));
        }
        count += 1;
    }
    assert_eq!(count, rows_read);
    started.elapsed()
}

fn opening(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rounds.db");
    // In a process of its own: a large one takes long to start others, and that is not measured.
    let itself = std::env::current_exe().expect("the bench");
    let made = Process::new(itself).env(MAKES, &path).status();
    assert!(made.expect("started").success());
    let name = first_name();
    let all = Large::city(1).list().count();
    let mut group = criterion.benchmark_group("opening 5,177 organisations");
    group.sample_size(10);
    let sum = |times: u64, one: &dyn Fn() -> Duration| (0..times).map(|_| one()).sum();
    group.bench_function("process start to the list", |bencher| {
        bencher.iter_custom(|times| sum(times, &|| open(&path, &name).0));
    });
    group.bench_function("the same, each key pressed on its screen", |bencher| {
        bencher.iter_custom(|times| sum(times, &|| open_by_sight(&path, &name)));
    });
    group.bench_function("--version", |bencher| {
        bencher.iter_custom(|times| sum(times, &|| version(&path)));
    });
    group.bench_function("bare reading", |bencher| {
        bencher.iter_custom(|times| sum(times, &|| bare_reading(&path, all)));
    });
    group.finish();
    let (mut opened, mut whole, mut screen, mut peak) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS_OF_RATIO {
        let (taken, memory) = open(&path, &name);
        opened.push(taken);
        peak = peak.max(memory);
        // One after the other, so that what else the machine does weighs on both.
        let start = version(&path);
        whole.push(start + bare_reading(&path, all));
        screen.push(start + bare_reading(&path, ROWS.into()));
    }
    let least = |times: &[Duration]| times.iter().min().copied().unwrap_or_default();
    let name = "least: opening ÷ (--version + bare reading of the rows on the screen)";
    print_ratio(name, 5.0, least(&opened), least(&screen));
    let (opened, whole, screen) = (median(opened), median(whole), median(screen));
    let name = "opening ÷ (--version + bare reading of the rows on the screen)";
    print_ratio(name, 5.0, opened, screen);
    let name = "opening ÷ (--version + bare reading of the whole list)";
    print_ratio(name, 5.0, opened, whole);
    println!("peak memory: {} MB (aim: at most {MEMORY})", peak / 1024);
}

criterion_group!(benches, opening);

fn main() {
    if let Some(path) = std::env::var_os(MAKES) {
        database(Path::new(&path));
        return;
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
