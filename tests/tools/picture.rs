//! Draws the real screens into `data/pictures/`: the program runs in a pseudo-terminal on a fresh
//! demonstration. `cargo build && cargo run --example picture`.

mod svg;

use std::error::Error;
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use pingxing::demo;
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use vt100::Parser;

type Failed = Box<dyn Error>;

const ROWS: u16 = 36;
const COLUMNS: u16 = 120;

/// How long a screen may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a screen has to be quiet to be taken as drawn.
const QUIET: Duration = Duration::from_millis(400);

/// F3 查找, as a terminal sends it.
const FIND: &str = "\x1bOR";

/// What a program asks to learn where the cursor stands.
const WHERE_IS_THE_CURSOR: &[u8] = b"\x1b[6n";

/// The program in a terminal of our own.
struct Terminal {
    parser: Parser,
    output: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    fn start(program: &Path, arguments: &[&str], folder: &Path) -> Result<Self, Failed> {
        let pair = native_pty_system().openpty(PtySize {
            rows: ROWS,
            cols: COLUMNS,
            pixel_width: 0,
            pixel_height: 0,
        })?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(folder);
        command.env_clear();
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("LANG", "zh_CN.UTF-8"),
            ("USER", "录入员"),
        ] {
            command.env(name, value);
        }
        command.env("HOME", folder);
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader()?;
        let (send, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let size = |count| NonZeroU16::new(count).ok_or("a terminal without a size");
        Ok(Self {
            parser: Parser::new(size(ROWS)?, size(COLUMNS)?, 0),
            output,
            keys: pair.master.take_writer()?,
            child,
        })
    }

    /// Takes in what the program writes, and answers where the cursor stands.
    fn take(&mut self, bytes: &[u8]) -> Result<(), Failed> {
        let mut rest = bytes;
        while let Some(at) = rest
            .windows(WHERE_IS_THE_CURSOR.len())
            .position(|window| window == WHERE_IS_THE_CURSOR)
        {
            self.parser.process(&rest[..at]);
            let (row, column) = self.parser.screen().cursor_position();
            write!(self.keys, "\x1b[{};{}R", row + 1, column + 1)?;
            self.keys.flush()?;
            rest = &rest[at + WHERE_IS_THE_CURSOR.len()..];
        }
        self.parser.process(rest);
        Ok(())
    }

    /// Waits until the screen shows a text and is quiet.
    fn wait(&mut self, text: &str) -> Result<(), Failed> {
        let start = Instant::now();
        loop {
            match self.output.recv_timeout(QUIET) {
                Ok(bytes) => self.take(&bytes)?,
                Err(_) if self.parser.screen().contents().contains(text) => return Ok(()),
                Err(_) if start.elapsed() > PATIENCE => {
                    let shown = self.parser.screen().contents();
                    return Err(format!("{text} does not come; the screen shows\n{shown}").into());
                }
                Err(_) => {}
            }
        }
    }

    fn press(&mut self, keys: &str) -> Result<(), Failed> {
        self.keys.write_all(keys.as_bytes())?;
        Ok(self.keys.flush()?)
    }

    fn draw(&self, name: &str) -> Result<(), Failed> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/pictures");
        fs::create_dir_all(&folder)?;
        Ok(fs::write(
            folder.join(name),
            svg::picture(self.parser.screen()),
        )?)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended by itself, or ends now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn main() -> Result<(), Failed> {
    let here = std::env::current_exe()?;
    let program = here
        .parent()
        .and_then(Path::parent)
        .map(|folder| folder.join("pingxing"))
        .filter(|program| program.exists())
        .ok_or("build the program first: cargo build")?;
    let home = tempfile::tempdir()?;
    let mut terminal = Terminal::start(&program, &["demo"], home.path())?;
    let round = demo::round(demo::CITY, demo::SEED).ok_or("the scheme is not shipped")?;
    let open = round.landmarks.mid_sheet.ok_or("no sheet stands open")?;
    terminal.wait("以谁的名义评")?;
    // 考评一组, the second chair of the list.
    terminal.press("2")?;
    terminal.wait("社区")?;
    terminal.draw("organisations.svg")?;
    terminal.press(FIND)?;
    terminal.wait("查找")?;
    terminal.press(&open)?;
    terminal.wait(&open)?;
    terminal.press("\r")?;
    terminal.press("\r")?;
    terminal.wait("评分标准")?;
    terminal.draw("scoring.svg")
}
