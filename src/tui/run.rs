//! Threads, the queue, and one frame when it is empty.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use unicode_width::UnicodeWidthStr;

use super::glyphs::GlyphChoice;
use super::keymap::Keymap;
use super::message::{Effect, Message};
use super::messenger::Messenger;
use super::model::Model;
use super::rounds::Rounds;
use super::screen::Tone;
use super::session::Session;
use super::theme::Theme;
use super::unsent;
use super::update::update_all;
use super::view::view_with_zones;
use super::widget::{WHEEL, Zones, steps};
use crate::office::Door;
use crate::term::{
    self, Guard, Input, LONGEST_COPY, Line, Mouse, Probe, Screen, Signal, copy_bytes,
    install_panic_hook, mouse_bytes, probe_bytes, restore,
};
use crate::text::{Language, tui as text};

/// The first frame waits so long for an answer, which saves one that nobody reads.
const FIRST_FRAME: Duration = Duration::from_millis(20);
/// A terminal whose line is gone is given back within this time or not at all.
const GIVING_BACK: Duration = Duration::from_millis(200);
/// What was handed over is waited for so long when the line is gone.
const LAST_WRITES: Duration = Duration::from_millis(700);
/// The same when the program ends in order.
const FINAL_WRITES: Duration = Duration::from_secs(5);
/// A program told to end that does not within this time is ended.
const ORDERLY_END: Duration = Duration::from_secs(1);
/// Exit code of a program whose line is gone: 128 + SIGHUP.
const HUNG_UP: i32 = 129;
/// Exit code of one that was told to end: 128 + SIGTERM.
const TERMINATED: i32 = 143;

/// How the terminal program is started.
#[derive(Debug, Clone)]
pub struct Options {
    pub language: Language,
    /// Who presses the keys.
    pub actor: String,
    pub theme: Theme,
    pub glyphs: GlyphChoice,
    pub keymap: Arc<Keymap>,
    pub mouse: bool,
    /// The round to open at once.
    pub round: Option<String>,
    /// What is to be said on the first screen.
    pub told: Option<String>,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The person left.
    Quit,
    /// The system asked for it.
    Terminated,
    /// The terminal does not read UTF-8; it has been told what to set.
    NotUtf8,
}

/// Runs the terminal program until the person leaves.
///
/// # Errors
/// What the terminal says; everything handed to the office has been answered.
pub fn run(door: &Arc<dyn Door>, options: Options) -> io::Result<Exit> {
    let (width, height) = term::size();
    let mut session = Session::new(options.language, options.actor, Size::new(width, height));
    session.theme = options.theme;
    session.glyph_choice = options.glyphs;
    session.keymap = options.keymap;
    session.mouse = options.mouse;
    install_panic_hook(thread::current().id());
    let (tell, told) = mpsc::channel();
    let messenger = Messenger::start(door, &tell, text::worker_failed(options.language));
    let guard = Guard::enter()?;
    // Not through `Stdout`, which sends a frame in pieces that end with a line.
    let terminal = io::stdout().as_fd().try_clone_to_owned()?;
    let mut screen = Screen::new(File::from(terminal));
    if options.mouse {
        screen.send(mouse_bytes(true))?;
    }
    if options.glyphs == GlyphChoice::Auto {
        screen.send(&probe_bytes())?;
    }
    hand_in(door, &tell);
    start_reader(&tell, &messenger);
    start_signals(&tell, &messenger);
    let (mut model, effects) = start(session, options.round);
    model.line = options.told.map(|told| (Tone::Warning, told));
    let mut program = Program {
        model,
        screen,
        messenger,
        told,
        guard: Some(guard),
        zones: Zones::default(),
    };
    let exit = program.go(effects);
    // The terminal is given back first: what is left to store needs none.
    program.guard = None;
    program.messenger.flush(FINAL_WRITES);
    let language = program.model.session.language;
    drop(program);
    if let Ok(Exit::NotUtf8) = exit {
        tell_encoding(language)?;
    }
    exit
}

/// What the loop holds.
struct Program {
    model: Model,
    screen: Screen<File>,
    messenger: Messenger,
    told: Receiver<Message>,
    guard: Option<Guard>,
    /// Where a mouse can press on the frame that is shown.
    zones: Zones,
}

impl Program {
    fn go(&mut self, effects: Vec<Effect>) -> io::Result<Exit> {
        if let Some(exit) = self.carry_out(effects)? {
            return Ok(exit);
        }
        let mut early = self.told.recv_timeout(FIRST_FRAME).ok();
        loop {
            let first = match early.take() {
                Some(message) => message,
                None => {
                    self.draw()?;
                    match self.told.recv() {
                        Ok(message) => message,
                        Err(_) => return Ok(Exit::Terminated),
                    }
                }
            };
            let mut messages = vec![first];
            messages.extend(self.told.try_iter());
            let ending = |message: &Message| match message {
                Message::Terminate => Some(Exit::Terminated),
                Message::NotUtf8 => Some(Exit::NotUtf8),
                _ => None,
            };
            let end = messages
                .iter()
                .position(|message| ending(message).is_some());
            let exit = end.and_then(|end| messages.get(end).and_then(ending));
            // What came before it is still done; what comes after is not.
            messages.truncate(end.unwrap_or(messages.len()));
            for message in &messages {
                match message {
                    Message::Measured(widths) => self.screen.set_widths(*widths),
                    // Also where the size is the old one again: the terminal has cut what was
                    // there meanwhile.
                    Message::Resize(_) => self.screen.forget(),
                    _ => {}
                }
            }
            let messages = self.keys_of_mouse(messages);
            let effects = update_all(&mut self.model, messages);
            self.messenger.keep(self.model.unanswered());
            let left = self.carry_out(effects)?;
            if let Some(exit) = exit.or(left) {
                return Ok(exit);
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let size = self.model.session.size;
        let mut frame = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        let (caret, zones) = view_with_zones(&self.model, &mut frame);
        self.zones = zones;
        self.screen.draw(&frame, caret)?;
        Ok(())
    }

    /// What the mouse did, as the keys that do the same; of presses that came together only the
    /// first, as the others were made on a frame that is no longer there.
    fn keys_of_mouse(&self, messages: Vec<Message>) -> Vec<Message> {
        let mut pressed = false;
        let mut all = Vec::with_capacity(messages.len());
        for message in messages {
            let Message::Mouse(mouse, at) = message else {
                all.push(message);
                continue;
            };
            let keys = match mouse {
                // A report that nobody asked for.
                _ if !self.model.session.mouse => Vec::new(),
                Mouse::Press if std::mem::replace(&mut pressed, true) => Vec::new(),
                Mouse::Press => self.zones.pressed(at),
                Mouse::WheelUp => steps(true, WHEEL),
                Mouse::WheelDown => steps(false, WHEEL),
            };
            all.extend(keys.into_iter().map(Message::Key));
        }
        all
    }

    /// Hands a text to the terminal's clipboard, and says so.
    fn copy(&mut self, text: Option<String>) -> io::Result<()> {
        let text = text.unwrap_or_else(|| self.page());
        let language = self.model.session.language;
        if text.len() > LONGEST_COPY {
            let told = text::too_long_to_copy(language, text.len());
            self.model.line = Some((Tone::Refusal, told));
            return Ok(());
        }
        let within_tmux = std::env::var_os("TMUX").is_some();
        self.screen.send(&copy_bytes(&text, within_tmux))?;
        let lines = text.lines().count();
        let told = if within_tmux {
            text::copied_within_tmux(language, lines)
        } else {
            text::copied(language, lines)
        };
        self.model.line = Some((Tone::Good, told));
        Ok(())
    }

    /// The page as it is drawn, without the lines of the frame around it.
    fn page(&self) -> String {
        let size = self.model.session.size;
        let mut frame = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        view_with_zones(&self.model, &mut frame);
        let rows = 0..size.height.saturating_sub(2);
        let lines: Vec<String> = rows.map(|y| text_of_row(&frame, y)).collect();
        lines.join("\n").trim_end().to_owned()
    }

    fn carry_out(&mut self, mut effects: Vec<Effect>) -> io::Result<Option<Exit>> {
        drop_overtaken(&mut effects);
        for effect in effects {
            match effect {
                Effect::Ask {
                    ticket,
                    lane,
                    question,
                } => {
                    let question = self.model.session.asks(*question);
                    self.messenger.ask(ticket, lane, question);
                }
                Effect::Apply { ticket, operation } => self.messenger.apply(ticket, *operation),
                Effect::Work { ticket, job } => self.messenger.work(ticket, job),
                Effect::Copy(text) => self.copy(text)?,
                Effect::Mouse => self.screen.send(mouse_bytes(self.model.session.mouse))?,
                Effect::Measure => self.screen.send(&probe_bytes())?,
                Effect::Redraw => {
                    let (width, height) = term::size();
                    self.model.session.size = Size::new(width, height);
                    self.screen.forget();
                }
                Effect::Suspend => self.suspend()?,
                Effect::Quit => return Ok(Some(Exit::Quit)),
            }
        }
        Ok(None)
    }

    fn suspend(&mut self) -> io::Result<()> {
        if !term::can_suspend() {
            let language = self.model.session.language;
            let why = text::cannot_suspend(language);
            self.model.line = Some((super::screen::Tone::Warning, why));
            return Ok(());
        }
        self.guard = None;
        term::suspend()?;
        self.guard = Some(Guard::enter()?);
        self.screen.send(mouse_bytes(self.model.session.mouse))?;
        self.screen.forget();
        Ok(())
    }
}

/// Takes out the questions that a later one of the same lane has overtaken before they were put.
fn drop_overtaken(effects: &mut Vec<Effect>) {
    let lane_of = |effect: &Effect| match effect {
        Effect::Ask { lane, .. } => Some(*lane),
        _ => None,
    };
    let mut later = HashSet::new();
    effects.reverse();
    effects.retain(|effect| lane_of(effect).is_none_or(|lane| later.insert(lane)));
    effects.reverse();
}

/// What stands in a row; the second column of a wide character is not in it.
fn text_of_row(frame: &Buffer, y: u16) -> String {
    let mut text = String::new();
    let mut covered = false;
    for x in frame.area.left()..frame.area.right() {
        let Some(cell) = frame.cell((x, y)) else {
            continue;
        };
        if !std::mem::take(&mut covered) {
            text.push_str(cell.symbol());
            covered = cell.symbol().width() > 1;
        }
    }
    text.trim_end().to_owned()
}

/// The line is gone: what was kept is stored, a draft is not. Nobody is left to draw for,
/// so the program ends here, whatever the thread that draws is doing. The terminal is given back
/// all the same, as the signal may come while it is there.
fn hang_up(messenger: &Messenger) -> ! {
    messenger.flush(LAST_WRITES);
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        restore();
        // Nobody waits any longer where it took too long.
        tell.send(()).unwrap_or_default();
    });
    // A terminal that takes nothing holds nobody up.
    told.recv_timeout(GIVING_BACK).unwrap_or_default();
    std::process::exit(HUNG_UP)
}

/// Has what an earlier program could not store handed in, off the thread that draws.
fn hand_in(door: &Arc<dyn Door>, tell: &Sender<Message>) {
    let (door, tell) = (Arc::clone(door), tell.clone());
    thread::spawn(move || {
        if let Some(told) = unsent::hand_in(door.as_ref()) {
            // Where the screen is gone already, the files that are kept still say it.
            tell.send(Message::HandedIn(Box::new(told)))
                .unwrap_or_default();
        }
    });
}

fn start_reader(tell: &Sender<Message>, messenger: &Messenger) {
    let (tell, messenger) = (tell.clone(), messenger.clone());
    thread::spawn(move || {
        let mut probe = Probe::new(Instant::now());
        term::read_keys(|line| match line {
            Line::Inputs(inputs) => inputs
                .into_iter()
                .filter_map(|input| message_of(input, &mut probe))
                .all(|message| tell.send(message).is_ok()),
            Line::HungUp => hang_up(&messenger),
        });
    });
}

fn message_of(input: Input, probe: &mut Probe) -> Option<Message> {
    Some(match input {
        Input::Key(event) => Message::Key(event),
        Input::Paste(pasted) => Message::Paste(pasted),
        Input::Mouse { mouse, row, column } => Message::Mouse(mouse, Position::new(column, row)),
        Input::Cursor { row, column } => match probe.answer(row, column, Instant::now())? {
            Ok(widths) => Message::Measured(widths),
            Err(()) => Message::NotUtf8,
        },
    })
}

fn start_signals(tell: &Sender<Message>, messenger: &Messenger) {
    let (tell, messenger) = (tell.clone(), messenger.clone());
    thread::spawn(move || {
        let watched = term::watch_signals(|signal| {
            let message = match signal {
                Signal::HungUp => hang_up(&messenger),
                Signal::Terminate => {
                    end_by_force(&messenger);
                    Message::Terminate
                }
                Signal::Suspend => Message::Suspend,
                Signal::Continue => Message::Redraw,
                Signal::Resized => {
                    let (width, height) = term::size();
                    Message::Resize(Size::new(width, height))
                }
            };
            tell.send(message).is_ok()
        });
        // Without signals the program still works; the reader sees a hang-up by itself.
        drop(watched);
    });
}

/// Ends the program even where the thread that draws is held up by a terminal that takes
/// nothing.
fn end_by_force(messenger: &Messenger) {
    let messenger = messenger.clone();
    thread::spawn(move || {
        thread::sleep(ORDERLY_END);
        restore();
        messenger.flush(FINAL_WRITES);
        std::process::exit(TERMINATED)
    });
}

/// Says which setting to change, so that it can be read in a terminal for GB18030, and in one
/// that knows ASCII only.
fn tell_encoding(language: Language) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let chinese = text::not_utf8(Language::Chinese);
    if language == Language::Chinese {
        let (bytes, ..) = encoding_rs::GB18030.encode(&chinese);
        out.write_all(&bytes)?;
        out.write_all(b"\r\n")?;
    }
    let english = text::not_utf8(Language::English);
    out.write_all(english.as_bytes())?;
    out.write_all(b"\r\n")?;
    out.flush()
}

/// The terminal program at its beginning, with what is to be done first.
#[must_use]
pub fn start(session: Session, round: Option<String>) -> (Model, Vec<Effect>) {
    Model::new(session, Box::new(Rounds::new(round)))
}
