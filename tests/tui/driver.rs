//! Presses keys, carries effects out at once, and reads the screen as a terminal does.

use std::collections::HashMap;
use std::num::NonZeroU16;
use std::sync::{Arc, OnceLock};

use pingxing::demo;
use pingxing::office::{Door, Office, OfficeOptions, Question, Reply};
use pingxing::round::What;
use pingxing::term::{Input, Parser, Screen, Widths};
use pingxing::text::Language;
use pingxing::tui::{Effect, Message, Model, Seat, Session, start, update_all, view};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// Noon of 2026-11-02 (UTC): the same day almost everywhere.
const NOW: i64 = 1_793_620_800_000;

/// The office with the demonstration, loaded once; the tests that use it change nothing.
pub fn office() -> Arc<dyn Door> {
    static OFFICE: OnceLock<(tempfile::TempDir, Arc<Office>)> = OnceLock::new();
    let (_, office) = OFFICE.get_or_init(|| demonstration_of(demo::CITY));
    Arc::clone(office) as Arc<dyn Door>
}

/// An office without any round, in a folder of its own.
pub fn empty_office() -> (tempfile::TempDir, Arc<Office>) {
    let folder = tempfile::tempdir().expect("a folder");
    let options = OfficeOptions {
        clock: Arc::new(|| NOW),
        ..OfficeOptions::default()
    };
    let office = Office::open(&folder.path().join("round.db"), options).expect("an office");
    (folder, Arc::new(office))
}

/// An office with the demonstration of a scheme.
pub fn demonstration_of(scheme: &str) -> (tempfile::TempDir, Arc<Office>) {
    let (folder, office) = empty_office();
    let round = demo::round(scheme, demo::SEED).expect("a demonstration");
    demo::load(office.as_ref(), &round, "办公室").expect("loaded");
    (folder, office)
}

/// Two people in the list of organisations of one demonstration.
pub fn two_in_the_demonstration() -> (tempfile::TempDir, [Driver; 2]) {
    let (folder, office) = demonstration_of(demo::CITY);
    let drivers = [(); 2].map(|()| {
        let mut driver = Driver::new(Arc::clone(&office) as Arc<dyn Door>, 80, 24);
        driver.press("<Enter><Enter>");
        driver
    });
    (folder, drivers)
}

/// In the list of organisations of a demonstration that nobody else uses.
pub fn with_the_demonstration() -> (tempfile::TempDir, Driver) {
    with_the_demonstration_at(80, 24)
}

/// The same in a terminal of a size.
pub fn with_the_demonstration_at(width: u16, height: u16) -> (tempfile::TempDir, Driver) {
    with_the_demonstration_of(demo::CITY, width, height)
}

/// The same with a round of another scheme.
pub fn with_the_demonstration_of(
    scheme: &str,
    width: u16,
    height: u16,
) -> (tempfile::TempDir, Driver) {
    let (folder, office) = demonstration_of(scheme);
    let mut driver = Driver::new(office, width, height);
    driver.press("<Enter><Enter>");
    (folder, driver)
}

/// In the list of organisations of the city's demonstration, the first rated ones renamed.
pub fn with_organisations_named(names: &[&str]) -> (tempfile::TempDir, Driver) {
    let (folder, office) = empty_office();
    let mut round = demo::round(demo::CITY, demo::SEED).expect("a demonstration");
    let mut names = names.iter();
    for cell in &mut round.cells {
        let record = cell.record.as_mut();
        // Name, kind, parent, track: what has no track is not rated.
        if cell.what == What::Organisation
            && let Some([name, _, _, Some(_), ..]) = record.map(Vec::as_mut_slice)
            && let Some(new) = names.next()
        {
            *name = Some((*new).to_owned());
        }
    }
    demo::load(office.as_ref(), &round, "办公室").expect("loaded");
    let mut driver = Driver::new(office, 80, 24);
    driver.press("<Enter><Enter>");
    (folder, driver)
}

/// In the list of organisations of a scheme's demonstration that nobody else uses, in a chair.
pub fn in_chair(scheme: &str, party: &str, rater: &str, size: (u16, u16)) -> Seated {
    let (folder, office) = empty_office();
    let round = demo::round(scheme, demo::SEED).expect("a demonstration");
    demo::load(office.as_ref(), &round, "办公室").expect("loaded");
    let mut driver = Driver::new(Arc::clone(&office) as Arc<dyn Door>, size.0, size.1);
    // The first of the chairs that are offered, and then this one.
    driver.press("<Enter>1");
    let mut seated = Seated {
        _folder: folder,
        office,
        driver,
    };
    seated.sit(party, rater);
    seated
}

/// Somebody in a chair, and the office to ask behind their back.
pub struct Seated {
    _folder: tempfile::TempDir,
    pub office: Arc<Office>,
    pub driver: Driver,
}

impl Seated {
    /// Takes another chair, in the list of organisations.
    pub fn sit(&mut self, party: &str, rater: &str) {
        self.driver.model.session.seat = Some(Seat {
            party: party.to_owned(),
            rater: rater.to_owned(),
        });
        self.driver.press("<F5>");
    }
}

/// The program with somebody in front of it.
pub struct Driver {
    pub model: Model,
    door: Arc<dyn Door>,
    /// What this person's screens remember; apart from the office, which the tests share.
    memory: HashMap<String, String>,
    /// This person has looked at all organisations before, and not only at their share.
    pub lists_all: bool,
    pub screen: Screen<Vec<u8>>,
    seen: usize,
    pub terminal: vt100::Parser,
    pub quit: bool,
}

impl Driver {
    pub fn new(door: Arc<dyn Door>, width: u16, height: u16) -> Self {
        let size = Size::new(width, height);
        let mut session = Session::new(Language::Chinese, "考评二组".to_owned(), size);
        session.measured = Some(Widths::default());
        let (model, effects) = start(session, None);
        let mut driver = Self {
            model,
            door,
            memory: HashMap::new(),
            lists_all: true,
            screen: Screen::new(Vec::new()),
            seen: 0,
            terminal: terminal(width, height),
            quit: false,
        };
        driver.carry_out(effects);
        driver.draw();
        driver
    }

    /// The same person, who has left and starts the program again.
    pub fn started_again(self) -> Self {
        let size = self.model.session.size;
        let mut driver = Self::new(self.door, size.width, size.height);
        driver.memory = self.memory;
        driver
    }

    /// What this person's screens have remembered under a key.
    pub fn remembered(&self, key: &str) -> Option<&str> {
        self.memory.get(key).map(String::as_str)
    }

    /// In the list of organisations, as 考评二组.
    pub fn in_organisations(width: u16, height: u16) -> Self {
        let mut driver = Self::new(office(), width, height);
        driver.press("<Enter><Enter>");
        driver
    }

    /// The office behind the screens.
    pub fn door(&self) -> Arc<dyn Door> {
        Arc::clone(&self.door)
    }

    pub fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut waiting = effects;
        while !waiting.is_empty() {
            let messages = waiting.drain(..).filter_map(|effect| match effect {
                Effect::Ask {
                    ticket, question, ..
                } => {
                    let answer = match *question {
                        Question::Remember { key, value, .. } => {
                            self.memory.insert(key, value);
                            Ok(Reply::Done)
                        }
                        Question::Remembered { key, .. } => {
                            let all = self.lists_all && key.starts_with("organisations:");
                            let all = all.then(|| "0\t0".to_owned());
                            let known = self.memory.get(&key).cloned();
                            Ok(Reply::Remembered(known.or(all)))
                        }
                        other => self.door.ask(self.model.session.asks(other)),
                    };
                    Some(Message::Answer(ticket, answer))
                }
                Effect::Apply { ticket, operation } => {
                    let answer = self.door.apply(*operation);
                    Some(Message::Applied(ticket, Box::new(answer)))
                }
                Effect::Work { ticket, job } => {
                    Some(Message::Worked(ticket, (job.0)(self.door.as_ref())))
                }
                Effect::Quit => {
                    self.quit = true;
                    None
                }
                Effect::Copy(_)
                | Effect::Mouse
                | Effect::Measure
                | Effect::Redraw
                | Effect::Suspend => None,
            });
            let messages: Vec<Message> = messages.collect();
            waiting = update_all(&mut self.model, messages);
        }
    }

    /// Draws a frame; returns the bytes sent.
    pub fn draw(&mut self) -> usize {
        let (frame, caret) = self.frame();
        let sent = self.screen.draw(&frame, caret).expect("drawn");
        let bytes = self.screen.writer().get(self.seen..).unwrap_or_default();
        self.terminal.process(bytes);
        self.seen = self.screen.writer().len();
        sent
    }

    pub fn frame(&self) -> (Buffer, Option<ratatui::layout::Position>) {
        let size = self.model.session.size;
        let mut frame = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        let caret = view(&self.model, &mut frame);
        (frame, caret)
    }

    /// Presses keys: `<F3>`, `<Enter>`, and characters as they are.
    pub fn press(&mut self, keys: &str) -> usize {
        // One by one: what a key asks for is there before the next.
        for message in messages(keys) {
            let effects = update_all(&mut self.model, vec![message]);
            self.carry_out(effects);
        }
        self.draw()
    }

    /// Presses keys that arrive together, before anything that they ask for is there; what is to
    /// be done then.
    pub fn press_together(&mut self, keys: &str) -> Vec<Effect> {
        update_all(&mut self.model, messages(keys))
    }

    /// Another process has written.
    pub fn news(&mut self) {
        let effects = update_all(&mut self.model, vec![Message::News]);
        self.carry_out(effects);
        self.draw();
    }

    /// Pastes a text as a terminal does.
    pub fn paste(&mut self, text: &str) {
        let effects = update_all(&mut self.model, vec![Message::Paste(text.to_owned())]);
        self.carry_out(effects);
        self.draw();
    }

    /// The word for the uppermost screen.
    pub fn top(&self) -> Option<&'static str> {
        let screen = self.model.top()?;
        Some(screen.id())
    }

    pub fn text(&self) -> String {
        self.terminal.screen().contents()
    }

    /// The screen shows these words.
    #[track_caller]
    pub fn says(&self, words: impl AsRef<str>) {
        let (words, text) = (words.as_ref(), self.text());
        assert!(text.contains(words), "{words} is not said:\n{text}");
    }

    /// The screen does not show these words.
    #[track_caller]
    pub fn is_silent_about(&self, words: impl AsRef<str>) {
        let (words, text) = (words.as_ref(), self.text());
        assert!(!text.contains(words), "{words} is said:\n{text}");
    }

    /// Takes the choice that holds these words, by its digit.
    #[track_caller]
    pub fn choose(&mut self, words: &str) {
        let text = self.text();
        let row = text.lines().find(|line| line.contains(words));
        let digit = row.and_then(|row| row.chars().find(char::is_ascii_digit));
        self.press(&digit.expect(&text).to_string());
    }

    /// The row under the hand.
    pub fn under_hand(&self) -> String {
        let text = self.text();
        let line = text.lines().find(|line| line.contains('▸'));
        line.unwrap_or_default().to_owned()
    }

    /// The first word of the row under the hand, which is a name where organisations are listed.
    pub fn named_under_hand(&self) -> String {
        let row = self.under_hand();
        let words = row.trim_start_matches(['│', '▸', ' ']);
        let first = words.split_whitespace().next();
        first.unwrap_or_default().to_owned()
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        let resized = Message::Resize(Size::new(width, height));
        let effects = update_all(&mut self.model, vec![resized]);
        self.carry_out(effects);
    }
}

/// What keys are to the program.
fn messages(keys: &str) -> Vec<Message> {
    let message = |input| match input {
        Input::Key(event) => Message::Key(event),
        Input::Paste(text) => Message::Paste(text),
        Input::Cursor { .. } | Input::Mouse { .. } => Message::Redraw,
    };
    parse(keys).into_iter().map(message).collect()
}

/// Keys by name → what the terminal would have sent → what is read from it.
fn parse(keys: &str) -> Vec<Input> {
    let names = [
        ("<Enter>", "\r"),
        ("<Tab>", "\t"),
        ("<Esc>", "\x1b\x1b"),
        ("<Backspace>", "\x7f"),
        ("<Del>", "\x1b[3~"),
        ("<Up>", "\x1b[A"),
        ("<Down>", "\x1b[B"),
        ("<PgDn>", "\x1b[6~"),
        ("<PgUp>", "\x1b[5~"),
        ("<End>", "\x1b[F"),
        ("<Home>", "\x1b[H"),
        ("<Left>", "\x1b[D"),
        ("<Right>", "\x1b[C"),
        ("<F1>", "\x1bOP"),
        ("<F2>", "\x1bOQ"),
        ("<F3>", "\x1bOR"),
        ("<F4>", "\x1bOS"),
        ("<F5>", "\x1b[15~"),
        ("<F6>", "\x1b[17~"),
        ("<F7>", "\x1b[18~"),
        ("<F8>", "\x1b[19~"),
        ("<F9>", "\x1b[20~"),
        ("<F10>", "\x1b[21~"),
        ("<F12>", "\x1b[24~"),
        ("<C-c>", "\x03"),
        ("<C-d>", "\x04"),
        ("<C-g>", "\x07"),
        ("<C-q>", "\x11"),
        ("<C-y>", "\x19"),
        ("<C-z>", "\x1a"),
        ("<C-t>", "\x14"),
        ("<C-u>", "\x15"),
    ];
    let mut inputs = Vec::new();
    let mut rest = keys;
    while !rest.is_empty() {
        let named = names.iter().find(|(name, _)| rest.starts_with(name));
        let (bytes, used) = match named {
            Some((name, bytes)) => ((*bytes).to_owned(), name.len()),
            None => {
                let letter = rest.chars().next().expect("a letter");
                (letter.to_string(), letter.len_utf8())
            }
        };
        let mut found = Parser::default().feed(bytes.as_bytes(), std::time::Instant::now());
        inputs.append(&mut found);
        rest = rest.get(used..).unwrap_or_default();
    }
    inputs
}

/// A terminal's parser of a size.
pub fn terminal(width: u16, height: u16) -> vt100::Parser {
    let size = |length: u16| NonZeroU16::new(length).expect("a size");
    vt100::Parser::new(size(height), size(width), 0)
}
