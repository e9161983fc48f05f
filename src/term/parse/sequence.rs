//! The first thing in bytes that wait: a character, a control byte, or what an ESC begins.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Input, Mouse};

/// No control string of a terminal is longer.
const LONGEST_SEQUENCE: usize = 4096;

/// What the beginning of the pending bytes is.
pub(super) enum Step {
    /// So many bytes, and what they mean.
    Take(usize, Vec<Input>),
    /// More bytes are needed.
    Wait,
}

pub(super) fn key(code: KeyCode) -> Input {
    Input::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

pub(super) fn modified(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

pub(super) fn step(pending: &[u8]) -> Step {
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
pub(super) fn sequence(pending: &[u8]) -> Step {
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
