//! The real program in a terminal of our own, for the tools that draw its screens.

use std::error::Error;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use vt100::{Parser, Screen};

pub type Failed = Box<dyn Error>;

/// Columns and rows.
pub type Size = (u16, u16);

/// How long a screen may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a screen has to be quiet to be taken as drawn.
const QUIET: Duration = Duration::from_millis(400);

/// What a program asks to learn where the cursor stands.
const WHERE_IS_THE_CURSOR: &[u8] = b"\x1b[6n";

/// The program in a terminal of our own.
pub struct Terminal {
    parser: Parser,
    output: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    /// Starts the program that was built last, in a folder that is its home.
    pub fn start(arguments: &[&str], folder: &Path, (columns, rows): Size) -> Result<Self, Failed> {
        let pair = native_pty_system().openpty(PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        })?;
        let mut command = CommandBuilder::new(built()?);
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
            parser: Parser::new(size(rows)?, size(columns)?, 0),
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
    pub fn wait(&mut self, text: &str) -> Result<(), Failed> {
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

    pub fn press(&mut self, keys: &str) -> Result<(), Failed> {
        self.keys.write_all(keys.as_bytes())?;
        Ok(self.keys.flush()?)
    }

    /// Waits until the screen is quiet, whatever it shows.
    pub fn settle(&mut self) -> Result<(), Failed> {
        self.wait("")
    }

    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Whether the screen shows a text.
    pub fn shows(&self, text: &str) -> bool {
        self.screen().contents().contains(text)
    }
}

/// The program beside the examples.
fn built() -> Result<PathBuf, Failed> {
    let here = std::env::current_exe()?;
    let folder = here.parent().and_then(Path::parent);
    let program = folder.map(|folder| folder.join("pingxing"));
    let there = program.filter(|program| program.exists());
    Ok(there.ok_or("build the program first: cargo build")?)
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended by itself, or ends now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
