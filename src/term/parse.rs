//! Bytes from the terminal → keys, pastes and answers.
//!
//! What follows an ESC is awaited as a sequence. An unknown sequence is dropped whole, and what
//! is left of one that arrived in pieces is never read as keys.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// How long an ESC waits for the rest of its sequence before it is the key Esc.
const ESCAPE_WAIT: Duration = Duration::from_millis(100);
/// How long a begun sequence waits for its end before it is dropped.
const SEQUENCE_WAIT: Duration = Duration::from_millis(800);
/// How long after a lone Esc a `[` or an `O` is taken for the rest of a sequence.
const LATE_SEQUENCE: Duration = Duration::from_millis(400);
/// How long after a lone Esc a digit is taken for the rest of one.
const LATE_DIGIT: Duration = Duration::from_millis(50);
/// No control string of a terminal is longer.
const LONGEST_SEQUENCE: usize = 4096;
/// No paste is longer; what comes after is dropped.
const LONGEST_PASTE: usize = 4 << 20;
const PASTE_END: &[u8] = b"\x1b[201~";

/// One thing that the terminal sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Key(KeyEvent),
    /// Pasted text, without control characters except tabs and line breaks (`\n`).
    Paste(String),
    /// The mouse, where it is on; the place is from 0.
    Mouse {
        mouse: Mouse,
        row: u16,
        column: u16,
    },
    /// Answer to the question where the cursor is; from 1.
    Cursor {
        row: u16,
        column: u16,
    },
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The first button was pressed.
    Press,
    WheelUp,
    WheelDown,
}

/// What the beginning of the pending bytes is.
enum Step {
    /// So many bytes, and what they mean.
    Take(usize, Vec<Input>),
    /// More bytes are needed.
    Wait,
}

/// Turns bytes into [`Input`], however they are cut into pieces.
#[derive(Debug, Default)]
pub struct Parser {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
    /// When the last byte came.
    fed: Option<Instant>,
    /// When a lone Esc was delivered, if nothing has come since.
    lone_escape: Option<Instant>,
}

impl Parser {
    /// Takes bytes in and returns what is complete.
    pub fn feed(&mut self, bytes: &[u8], now: Instant) -> Vec<Input> {
        self.fed = Some(now);
        if let Some(at) = self.lone_escape.take() {
            let since = now.saturating_duration_since(at);
            match bytes.first() {
                Some(b'[' | b'O') if since < LATE_SEQUENCE => {
                    return self.drop_late_sequence(bytes);
                }
                Some(b'0'..=b'9') if since < LATE_DIGIT => return self.advance(&bytes[1..]),
                _ => {}
            }
        }
        self.advance(bytes)
    }

    /// The rest of a sequence whose ESC has been delivered as a key: it means nothing any more.
    fn drop_late_sequence(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut whole = vec![0x1b];
        whole.extend_from_slice(bytes);
        match sequence(&whole) {
            Step::Take(length, _) => self.advance(whole.get(length..).unwrap_or_default()),
            Step::Wait => Vec::new(),
        }
    }

    fn advance(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.pending.extend_from_slice(bytes);
        let mut found = Vec::new();
        loop {
            if self.paste.is_some() {
                if !self.take_paste(&mut found) {
                    return found;
                }
                continue;
            }
            match step(&self.pending) {
                Step::Take(length, inputs) => {
                    let paste = self.pending.get(..length) == Some(b"\x1b[200~".as_slice());
                    self.pending.drain(..length.min(self.pending.len()));
                    found.extend(inputs);
                    if paste {
                        self.paste = Some(Vec::new());
                    }
                }
                Step::Wait => return found,
            }
        }
    }

    /// Moves pending bytes into the paste; true once its end has come.
    fn take_paste(&mut self, found: &mut Vec<Input>) -> bool {
        let Some(paste) = self.paste.as_mut() else {
            return true;
        };
        let end = self
            .pending
            .windows(PASTE_END.len())
            .position(|window| window == PASTE_END);
        // Without an end, the last few bytes may be the beginning of it.
        let upto = end.unwrap_or(self.pending.len().saturating_sub(PASTE_END.len()));
        let room = LONGEST_PASTE.saturating_sub(paste.len());
        paste.extend(self.pending.drain(..upto).take(room));
        if end.is_none() {
            return false;
        }
        self.pending.drain(..PASTE_END.len());
        let bytes = self.paste.take().unwrap_or_default();
        found.push(Input::Paste(clean(&bytes)));
        true
    }

    /// How long the pending bytes may still wait; none where nothing waits.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        if self.pending.is_empty() || self.paste.is_some() {
            return None;
        }
        Some(if self.pending == [0x1b] {
            ESCAPE_WAIT
        } else {
            SEQUENCE_WAIT
        })
    }

    /// Gives up waiting, if it has been long enough: a lone ESC is the key, anything else is
    /// dropped.
    pub fn give_up(&mut self, now: Instant) -> Vec<Input> {
        let waited = |at: Instant| now.saturating_duration_since(at);
        match (self.patience(), self.fed) {
            (Some(patience), Some(at)) if waited(at) >= patience => {}
            _ => return Vec::new(),
        }
        let lone = self.pending == [0x1b];
        self.pending.clear();
        if lone {
            self.lone_escape = Some(now);
            vec![key(KeyCode::Esc)]
        } else {
            Vec::new()
        }
    }
}

fn clean(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control())
        .collect()
}

fn key(code: KeyCode) -> Input {
    Input::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn modified(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

fn step(pending: &[u8]) -> Step {
    match pending {
        [] => Step::Wait,
        [0x1b, ..] => sequence(pending),
        [byte, ..] if *byte < 0x20 || *byte == 0x7f => {
            Step::Take(1, control(*byte).into_iter().collect())
        }
        _ => letter(pending),
    }
}

fn control(byte: u8) -> Option<Input> {
    Some(match byte {
        b'\r' | b'\n' => key(KeyCode::Enter),
        b'\t' => key(KeyCode::Tab),
        // PuTTY and SecureCRT send 0x08 for the backspace key.
        0x08 | 0x7f => key(KeyCode::Backspace),
        0x00 => modified(KeyCode::Char(' '), KeyModifiers::CONTROL),
        1..=26 => modified(
            KeyCode::Char(char::from(byte - 1 + b'a')),
            KeyModifiers::CONTROL,
        ),
        _ => return None,
    })
}

/// One character of UTF-8; bytes that are none are dropped one by one.
fn letter(pending: &[u8]) -> Step {
    let length = match pending.first() {
        Some(0x20..=0x7e) => 1,
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return Step::Take(1, Vec::new()),
    };
    let begun = pending.get(..length.min(pending.len())).unwrap_or_default();
    match std::str::from_utf8(begun) {
        Ok(text) => {
            let keys = text.chars().map(|letter| key(KeyCode::Char(letter)));
            Step::Take(length, keys.collect())
        }
        // Cut off, not wrong.
        Err(fault) if fault.error_len().is_none() => Step::Wait,
        Err(_) => Step::Take(1, Vec::new()),
    }
}

/// What begins with ESC.
fn sequence(pending: &[u8]) -> Step {
    match pending.get(1) {
        None => Step::Wait,
        Some(b'[') => control_sequence(pending),
        Some(b'O') => match pending.get(2) {
            None => Step::Wait,
            Some(byte) => Step::Take(3, keypad(*byte).into_iter().collect()),
        },
        Some(b']' | b'P' | b'_' | b'^' | b'X') => control_string(pending),
        Some(0x1b) => Step::Take(1, vec![key(KeyCode::Esc)]),
        Some(byte @ (0x20..=0x7e)) => {
            let code = KeyCode::Char(char::from(*byte));
            Step::Take(2, vec![modified(code, KeyModifiers::ALT)])
        }
        // Esc, and then whatever an input method commits at once.
        Some(_) => Step::Take(1, vec![key(KeyCode::Esc)]),
    }
}

fn keypad(byte: u8) -> Option<Input> {
    let code = match byte {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(byte - b'P' + 1),
        b'X' => KeyCode::Char('='),
        // The numeric keypad in its application mode.
        b'j'..=b'y' => KeyCode::Char(char::from(byte - b'j' + b'*')),
        _ => return None,
    };
    Some(key(code))
}

/// `ESC ] …` and its like: answers that nobody asked for; up to BEL or `ESC \`.
fn control_string(pending: &[u8]) -> Step {
    let bell = pending.iter().position(|byte| *byte == 0x07);
    let end = pending
        .windows(2)
        .skip(1)
        .position(|window| window == b"\x1b\\");
    match (bell, end) {
        (Some(bell), end) if end.is_none_or(|end| bell < end + 1) => {
            Step::Take(bell + 1, Vec::new())
        }
        (_, Some(end)) => Step::Take(end + 3, Vec::new()),
        _ if pending.len() > LONGEST_SEQUENCE => Step::Take(pending.len(), Vec::new()),
        _ => Step::Wait,
    }
}

/// `ESC [ parameters intermediates final`.
fn control_sequence(pending: &[u8]) -> Step {
    let body = pending.get(2..).unwrap_or_default();
    // The Linux console's F1 to F5.
    if body.first() == Some(&b'[') {
        return match body.get(1) {
            None => Step::Wait,
            Some(byte @ b'A'..=b'E') => Step::Take(4, vec![key(KeyCode::F(byte - b'A' + 1))]),
            Some(_) => Step::Take(4, Vec::new()),
        };
    }
    let Some(end) = body.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if pending.len() > LONGEST_SEQUENCE {
            Step::Take(pending.len(), Vec::new())
        } else {
            Step::Wait
        };
    };
    let parameters = body.get(..end).unwrap_or_default();
    let last = body.get(end).copied().unwrap_or_default();
    if !(0x40..=0x7e).contains(&last) {
        // A control byte within: the sequence is broken, and what comes next is its own.
        return Step::Take(2 + end, Vec::new());
    }
    Step::Take(3 + end, meaning(parameters, last).into_iter().collect())
}

fn meaning(parameters: &[u8], last: u8) -> Option<Input> {
    if let Some(report) = parameters.strip_prefix(b"<") {
        return (last == b'M').then(|| mouse(report))?;
    }
    let numbers: Option<Vec<u16>> = if parameters.is_empty() {
        Some(Vec::new())
    } else {
        let text = std::str::from_utf8(parameters).ok()?;
        text.split(';').map(|part| part.parse().ok()).collect()
    };
    let numbers = numbers?;
    let number = |position: usize| numbers.get(position).copied().unwrap_or(1);
    let modifiers = modifiers(number(1));
    let code = match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'Z' => KeyCode::BackTab,
        // `CSI 1 ; 2 R` is F3 with a modifier; a cursor report is never of the first row,
        // because it is not asked for there.
        b'R' if numbers.len() == 2 && number(0) != 1 => {
            return Some(Input::Cursor {
                row: number(0),
                column: number(1),
            });
        }
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        b'~' => numbered(number(0))?,
        _ => return None,
    };
    Some(modified(code, modifiers))
}

/// `button ; column ; row`, from 1; releases, other buttons and drags mean nothing.
fn mouse(report: &[u8]) -> Option<Input> {
    let text = std::str::from_utf8(report).ok()?;
    let mut numbers = text.split(';').map(|part| part.parse::<u16>().ok());
    let mouse = match numbers.next()?? {
        0 => Mouse::Press,
        64 => Mouse::WheelUp,
        65 => Mouse::WheelDown,
        _ => return None,
    };
    let column = numbers.next()??.checked_sub(1)?;
    let row = numbers.next()??.checked_sub(1)?;
    Some(Input::Mouse { mouse, row, column })
}

fn numbered(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(u8::try_from(number - 10).ok()?),
        17..=21 => KeyCode::F(u8::try_from(number - 11).ok()?),
        23 | 24 => KeyCode::F(u8::try_from(number - 12).ok()?),
        _ => return None,
    })
}

fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ] {
        if bits & bit != 0 {
            modifiers |= modifier;
        }
    }
    modifiers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<Input> {
        Parser::default().feed(bytes, Instant::now())
    }

    #[test]
    fn keys_arrive_however_they_are_cut() {
        let bytes = "8．\x1b[B\x1bOP\x1b[15~\x1b[1;5C宝\r".as_bytes();
        let whole = keys(bytes);
        assert_eq!(whole.len(), 8);
        assert_eq!(whole[3], key(KeyCode::F(1)));
        assert_eq!(whole[4], key(KeyCode::F(5)));
        assert_eq!(whole[5], modified(KeyCode::Right, KeyModifiers::CONTROL));
        let mut parser = Parser::default();
        let now = Instant::now();
        let pieces: Vec<Input> = bytes
            .iter()
            .flat_map(|byte| parser.feed(&[*byte], now))
            .collect();
        assert_eq!(pieces, whole);
    }

    #[test]
    fn the_mouse_presses_and_turns_its_wheel() {
        let place = |mouse| Input::Mouse {
            mouse,
            row: 4,
            column: 11,
        };
        assert_eq!(
            keys(b"\x1b[<0;12;5M\x1b[<0;12;5m\x1b[<64;12;5M\x1b[<65;12;5M\x1b[<2;12;5M"),
            [
                place(Mouse::Press),
                place(Mouse::WheelUp),
                place(Mouse::WheelDown)
            ]
        );
        assert_eq!(keys(b"\x1b[<0;0;5M\x1b[<0M\x1b[<;;M"), []);
    }

    #[test]
    fn the_keypad_types_digits() {
        assert_eq!(
            keys(b"\x1bOx\x1bOn\x1bOj\x1bOM"),
            [
                key(KeyCode::Char('8')),
                key(KeyCode::Char('.')),
                key(KeyCode::Char('*')),
                key(KeyCode::Enter)
            ]
        );
    }

    #[test]
    fn a_lone_escape_is_the_key_and_its_late_rest_is_nothing() {
        let mut parser = Parser::default();
        let start = Instant::now();
        assert!(parser.feed(b"\x1b", start).is_empty());
        assert!(parser.give_up(start).is_empty());
        let later = start + ESCAPE_WAIT;
        assert_eq!(parser.give_up(later), [key(KeyCode::Esc)]);
        let late = later + Duration::from_millis(30);
        assert_eq!(parser.feed(b"[Aq", late), [key(KeyCode::Char('q'))]);
        assert_eq!(parser.feed(b"[", late), [key(KeyCode::Char('['))]);
    }

    #[test]
    fn unknown_sequences_and_unasked_answers_are_swallowed() {
        let bytes = b"\x1b[?62;1c\x1b]11;rgb:0000/0000/0000\x07\x1b[<2;3;4M\x1bP1$r0m\x1b\\x";
        assert_eq!(keys(bytes), [key(KeyCode::Char('x'))]);
    }

    #[test]
    fn a_cursor_report_is_none_of_the_keys() {
        assert_eq!(
            keys(b"\x1b[2;3R\x1b[1;2R"),
            [
                Input::Cursor { row: 2, column: 3 },
                modified(KeyCode::F(3), KeyModifiers::SHIFT)
            ]
        );
    }

    #[test]
    fn a_paste_is_text_even_with_escapes_in_it() {
        assert_eq!(
            keys("\x1b[200~石门\t8\r\n9\x1b[A\x1b[201~.".as_bytes()),
            [Input::Paste("石门\t8\n9[A".into()), key(KeyCode::Char('.'))]
        );
    }
}
