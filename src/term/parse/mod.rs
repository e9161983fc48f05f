//! Bytes from the terminal → keys, pastes and answers.
//!
//! What follows an ESC is awaited as a sequence. An unknown sequence is dropped whole, and what
//! is left of one that arrived in pieces is never read as keys.

mod sequence;

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent};

use sequence::{Step, key, sequence, step};

/// How long an ESC waits for the rest of its sequence before it is the key Esc.
const ESCAPE_WAIT: Duration = Duration::from_millis(100);
/// How long a begun sequence waits for its end before it is dropped.
const SEQUENCE_WAIT: Duration = Duration::from_millis(800);
/// How long after a lone Esc a `[` or an `O` is taken for the rest of a sequence.
const LATE_SEQUENCE: Duration = Duration::from_millis(400);
/// How long after a lone Esc a digit is taken for the rest of one.
const LATE_DIGIT: Duration = Duration::from_millis(50);
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

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::sequence::modified;
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
