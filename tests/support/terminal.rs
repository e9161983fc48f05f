//! A terminal with the program in it: keys go in as bytes, the screen is read as a person sees
//! it. Everything waits for what it wants to see, and nothing for a time to pass.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Nothing that a test waits for takes longer on the slowest machine.
const LONGEST: Duration = Duration::from_secs(60);

const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";
const WHERE: &[u8] = b"\x1b[6n";

type Writer = Arc<Mutex<Box<dyn Write + Send>>>;

/// What has come from the program.
struct Shown {
    parser: vt100::Parser,
    raw: Vec<u8>,
    over: bool,
    /// The hand of the terminal is being taken away.
    leaving: bool,
    /// The line takes nothing for now.
    held: bool,
}

/// A terminal with the program in it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Writer>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    reader: Option<thread::JoinHandle<()>>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn screen_of(columns: u16, rows: u16) -> vt100::Parser {
    let length = |length: u16| NonZeroU16::new(length).expect("a size");
    vt100::Parser::new(length(rows), length(columns), 0)
}

/// The program at the start of a terminal, knowing nothing of the machine it runs on.
pub fn program(home: &Path, arguments: &[&str]) -> CommandBuilder {
    started(env!("CARGO_BIN_EXE_pingxing"), home, arguments)
}

/// Any program, in the same surroundings.
pub fn started(program: &str, home: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.cwd(home);
    command.env_clear();
    command.env("HOME", home);
    command.env("USER", "录入员");
    command.env("TERM", "xterm-256color");
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

impl Terminal {
    /// Starts a program in a terminal of this size.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a terminal");
        let child = pair.slave.spawn_command(command).expect("it starts");
        drop(pair.slave);
        let output = pair.master.try_clone_reader().expect("its output");
        let writer = pair.master.take_writer().expect("its input");
        let writer = Arc::new(Mutex::new(writer));
        let shown = Shown {
            parser: screen_of(columns, rows),
            raw: Vec::new(),
            over: false,
            leaving: false,
            held: false,
        };
        let shown = Arc::new((Mutex::new(shown), Condvar::new()));
        let (to, answers) = (Arc::clone(&shown), Arc::clone(&writer));
        let reader = thread::spawn(move || read(output, &to, &answers));
        Self {
            child,
            master: Some(pair.master),
            writer: Some(writer),
            shown,
            reader: Some(reader),
        }
    }

    /// The program on a database, as somebody, at 120×36.
    pub fn open(home: &Path, database: &Path, actor: &str) -> Self {
        Self::open_at(home, database, actor, 120, 36)
    }

    /// The same in a terminal of another size.
    pub fn open_at(home: &Path, database: &Path, actor: &str, columns: u16, rows: u16) -> Self {
        let database = database.display().to_string();
        let arguments = ["--db", &database, "--lang", "zh", "--as", actor];
        Self::start(program(home, &arguments), columns, rows)
    }

    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.0.lock().expect("the reader is whole")
    }

    /// Presses keys that arrive together: `<F3>`, `<Enter>`, and characters as they are.
    pub fn press(&self, keys: &str) {
        self.send(&bytes(keys));
    }

    /// Sends bytes as they are.
    pub fn send(&self, bytes: &[u8]) {
        let writer = self.writer.as_ref().expect("the line is there");
        let mut writer = writer.lock().expect("the writer is whole");
        // A program that has ended takes no more; the test sees that elsewhere.
        let _ = writer.write_all(bytes).and_then(|()| writer.flush());
    }

    /// Waits until what has come fulfils a condition between two frames; the first answer.
    fn until<T>(&self, what: &str, mut found: impl FnMut(&Shown) -> Option<T>) -> T {
        let end = Instant::now() + LONGEST;
        let mut shown = self.lock();
        loop {
            let whole = count(&shown.raw, FRAME_BEGINS) <= count(&shown.raw, FRAME_ENDS);
            if let Some(answer) = (whole || shown.over).then(|| found(&shown)).flatten() {
                return answer;
            }
            let left = end.saturating_duration_since(Instant::now());
            let over = shown.over;
            if left.is_zero() || over {
                let text = shown.parser.screen().contents();
                let tail = shown.raw.len().saturating_sub(400);
                let raw = String::from_utf8_lossy(&shown.raw[tail..]).into_owned();
                drop(shown);
                panic!("never came: {what} (over: {over})\n{text}\n---\n{raw:?}");
            }
            shown = self.shown.1.wait_timeout(shown, left).expect("whole").0;
        }
    }

    /// Waits until the screen shows a text.
    pub fn wait(&self, text: &str) -> String {
        self.wait_for(text, |screen| screen.contains(text))
    }

    /// Waits until the screen shows a text no more.
    pub fn wait_gone(&self, text: &str) -> String {
        self.wait_for(&format!("no {text}"), |screen| !screen.contains(text))
    }

    /// Waits until the screen fulfils a condition; what it shows then.
    pub fn wait_for(&self, what: &str, mut is_so: impl FnMut(&str) -> bool) -> String {
        self.until(what, |shown| {
            let text = shown.parser.screen().contents();
            is_so(&text).then_some(text)
        })
    }

    /// Waits until so many frames have been drawn.
    pub fn wait_for_frames(&self, frames: usize) {
        self.until("a frame", |shown| {
            (count(&shown.raw, FRAME_ENDS) >= frames).then_some(())
        });
    }

    /// Waits until these bytes have come.
    pub fn wait_for_bytes(&self, bytes: &str) {
        self.until(bytes, |shown| {
            (count(&shown.raw, bytes.as_bytes()) > 0).then_some(())
        });
    }

    /// What the screen shows now.
    pub fn text(&self) -> String {
        self.lock().parser.screen().contents()
    }

    /// The line takes nothing more until it is let go: the program's frames get stuck.
    pub fn hold(&self) {
        self.lock().held = true;
    }

    /// The line takes everything again.
    pub fn let_go(&self) {
        self.lock().held = false;
        self.shown.1.notify_all();
    }

    /// How many bytes have come.
    pub fn sent(&self) -> usize {
        self.lock().raw.len()
    }

    /// How many frames have been drawn.
    pub fn frames(&self) -> usize {
        count(&self.lock().raw, FRAME_ENDS)
    }

    /// Whether anything comes within this time.
    pub fn stirs_within(&self, time: Duration) -> bool {
        let end = Instant::now() + time;
        let mut shown = self.lock();
        let before = shown.raw.len();
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if shown.raw.len() > before || left.is_zero() {
                return shown.raw.len() > before;
            }
            shown = self.shown.1.wait_timeout(shown, left).expect("whole").0;
        }
    }

    /// The window gets another size.
    pub fn resize(&self, columns: u16, rows: u16) {
        let master = self.master.as_ref().expect("the line is there");
        let length = |length: u16| NonZeroU16::new(length).expect("a size");
        let mut shown = self.lock();
        shown
            .parser
            .screen_mut()
            .set_size(length(rows), length(columns));
        master.resize(size(columns, rows)).expect("another size");
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: rustix::process::Signal) {
        let id = self.child.process_id().expect("it runs");
        let id = i32::try_from(id)
            .ok()
            .and_then(rustix::process::Pid::from_raw);
        rustix::process::kill_process(id.expect("an id"), signal).expect("it is told");
    }

    /// How the line looks to programs: echo and whole lines are on where nobody has them raw.
    pub fn is_cooked(&self) -> bool {
        let line = self.master.as_ref().and_then(|master| master.get_termios());
        let line = format!("{:?}", line.expect("a line").local_flags);
        line.contains("ECHO") && line.contains("ICANON")
    }

    /// Waits until the program has ended; its status, and how long that took.
    pub fn ended(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return (status, begun.elapsed());
            }
            assert!(begun.elapsed() < LONGEST, "it goes on: {}", self.text());
            thread::yield_now();
        }
    }

    /// Waits until everything that the program has sent has come.
    pub fn heard(&self) -> Vec<u8> {
        self.until("the end", |shown| shown.over.then(|| shown.raw.clone()))
    }

    /// Takes the terminal away, as a line that breaks does; only a test that has no draft open
    /// may do it, as the line says Enter when it goes.
    pub fn break_line(&mut self) {
        let mut shown = self.lock();
        shown.leaving = true;
        drop(shown);
        // The reader wakes up for the frame of another size, and goes.
        self.master
            .as_ref()
            .expect("the line is there")
            .resize(size(100, 30))
            .expect("another size");
        let reader = self.reader.take().expect("a reader");
        reader.join().expect("the reader goes");
        self.writer = None;
        self.master = None;
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes
        .windows(wanted.len())
        .filter(|window| *window == wanted)
        .count()
}

fn read(mut output: Box<dyn Read + Send>, to: &(Mutex<Shown>, Condvar), answers: &Writer) {
    let mut bytes = [0; 4096];
    loop {
        let got = output.read(&mut bytes).unwrap_or(0);
        let shown = to.0.lock().expect("whole");
        let mut shown = to.1.wait_while(shown, |shown| shown.held).expect("whole");
        for byte in &bytes[..got] {
            shown.parser.process(&[*byte]);
            shown.raw.push(*byte);
            if shown.raw.ends_with(WHERE) {
                let (row, column) = shown.parser.screen().cursor_position();
                let answer = format!("\x1b[{};{}R", row + 1, column + 1);
                let mut writer = answers.lock().expect("whole");
                let _ = writer.write_all(answer.as_bytes());
            }
        }
        shown.over |= got == 0;
        let goes = shown.over || shown.leaving;
        to.1.notify_all();
        if goes {
            return;
        }
    }
}

/// Keys by name → what a terminal sends.
fn bytes(keys: &str) -> Vec<u8> {
    let names = [
        ("<Enter>", "\r"),
        ("<Tab>", "\t"),
        ("<Esc>", "\x1b\x1b"),
        ("<Up>", "\x1b[A"),
        ("<Down>", "\x1b[B"),
        ("<PgDn>", "\x1b[6~"),
        ("<Home>", "\x1b[H"),
        ("<End>", "\x1b[F"),
        ("<Del>", "\x1b[3~"),
        ("<F1>", "\x1bOP"),
        ("<F2>", "\x1bOQ"),
        ("<F3>", "\x1bOR"),
        ("<F4>", "\x1bOS"),
        ("<F5>", "\x1b[15~"),
        ("<F7>", "\x1b[18~"),
        ("<F8>", "\x1b[19~"),
        ("<C-c>", "\x03"),
        ("<C-o>", "\x0f"),
        ("<C-q>", "\x11"),
        ("<C-y>", "\x19"),
        ("<C-z>", "\x1a"),
    ];
    let mut sent = Vec::new();
    let mut rest = keys;
    while let Some(letter) = rest.chars().next() {
        let named = names.iter().find(|(name, _)| rest.starts_with(name));
        let used = named.map_or(letter.len_utf8(), |(name, _)| name.len());
        let bytes = named.map_or_else(|| &rest[..used], |(_, bytes)| *bytes);
        sent.extend_from_slice(bytes.as_bytes());
        rest = &rest[used..];
    }
    sent
}
