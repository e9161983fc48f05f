//! How many columns the terminal gives to characters on which terminals disagree.

use std::time::{Duration, Instant};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Answers that come later are swallowed.
const ANSWER_LIMIT: Duration = Duration::from_secs(2);
/// The characters that are asked about, and one that must be two wide.
const ASKED: [&str; 7] = ["★", "─", "…", "“", "×", "█", "中"];
/// The row of the question: a report of the first row looks like a key.
const ROW: u16 = 2;

/// What is known about the terminal's widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Widths {
    star: bool,
    line: bool,
    ellipsis: bool,
    quote: bool,
    times: bool,
    block: bool,
}

impl Widths {
    /// A terminal on which every character in question takes two columns.
    #[must_use]
    pub const fn wide() -> Self {
        Self {
            star: true,
            line: true,
            ellipsis: true,
            quote: true,
            times: true,
            block: true,
        }
    }

    /// Lines, blocks and stars are all one wide, so boxes and bars may be drawn with them.
    #[must_use]
    pub const fn draws_boxes(&self) -> bool {
        !self.line && !self.block && !self.star
    }

    /// Columns of one grapheme.
    #[must_use]
    pub fn of(&self, grapheme: &str) -> u16 {
        let width = if is_ambiguous(grapheme) && self.takes_two(grapheme) {
            2
        } else {
            grapheme.width()
        };
        u16::try_from(width.min(2)).unwrap_or(2)
    }

    fn takes_two(&self, grapheme: &str) -> bool {
        match grapheme.chars().next() {
            Some('\u{2500}'..='\u{257f}') => self.line,
            Some('\u{2580}'..='\u{259f}') => self.block,
            Some('\u{2018}'..='\u{201d}') => self.quote,
            Some('\u{2025}' | '\u{2026}' | '—' | '–') => self.ellipsis,
            Some('\u{80}'..='\u{ff}') => self.times,
            _ => self.star,
        }
    }

    /// Columns of a text.
    #[must_use]
    pub fn text(&self, text: &str) -> usize {
        if text.is_ascii() {
            return text.len();
        }
        text.graphemes(true)
            .map(|grapheme| usize::from(self.of(grapheme)))
            .sum()
    }
}

/// One column to some terminals and two to others.
pub(super) fn is_ambiguous(grapheme: &str) -> bool {
    !grapheme.is_ascii() && grapheme.width() == 1 && grapheme.width_cjk() == 2
}

/// Whether it is one of the characters that the terminal is asked about, or a quotation mark or
/// dash, which no terminal treats otherwise than the one that is.
pub(super) fn is_of_asked_kind(grapheme: &str) -> bool {
    let kin = matches!(
        grapheme.chars().next(),
        Some('\u{2018}'..='\u{201d}' | '—' | '–')
    );
    kin || ASKED.contains(&grapheme)
}

/// The bytes of the question; whatever they leave on the screen, the next full frame clears.
#[must_use]
pub fn probe_bytes() -> Vec<u8> {
    let mut bytes = Vec::new();
    for asked in ASKED {
        bytes.extend_from_slice(format!("\x1b[{ROW};1H{asked}\x1b[6n").as_bytes());
    }
    bytes
}

/// Gathers the answers to [`probe_bytes`].
#[derive(Debug)]
pub struct Probe {
    asked: Instant,
    widths: Vec<u16>,
}

impl Probe {
    /// The question has just been sent.
    #[must_use]
    pub const fn new(now: Instant) -> Self {
        Self {
            asked: now,
            widths: Vec::new(),
        }
    }

    /// Takes one report. With the last one in time: the widths, or that the terminal does not
    /// read UTF-8.
    pub fn answer(&mut self, row: u16, column: u16, now: Instant) -> Option<Result<Widths, ()>> {
        let late = now.saturating_duration_since(self.asked) > ANSWER_LIMIT;
        if late || row != ROW || self.widths.len() >= ASKED.len() {
            return None;
        }
        self.widths.push(column.saturating_sub(1));
        let [star, line, ellipsis, quote, times, block, han] = *self.widths.as_slice() else {
            return None;
        };
        if han != 2 {
            return Some(Err(()));
        }
        Some(Ok(Widths {
            star: star == 2,
            line: line == 2,
            ellipsis: ellipsis == 2,
            quote: quote == 2,
            times: times == 2,
            block: block == 2,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_follow_the_answers() {
        let now = Instant::now();
        let mut probe = Probe::new(now);
        let mut last = None;
        for width in [2, 1, 2, 2, 1, 1, 2] {
            assert!(last.is_none());
            last = probe.answer(ROW, width + 1, now);
        }
        let widths = last.unwrap().unwrap();
        assert_eq!(widths.text("★─×“中a"), 2 + 1 + 1 + 2 + 2 + 1);
        assert!(!widths.draws_boxes());
        assert!(probe.answer(ROW, 2, now).is_none());
    }

    #[test]
    fn late_answers_and_foreign_rows_are_swallowed() {
        let now = Instant::now();
        let mut probe = Probe::new(now);
        assert!(probe.answer(9, 2, now).is_none());
        assert!(probe.widths.is_empty());
        assert!(probe.answer(ROW, 2, now + ANSWER_LIMIT * 2).is_none());
        assert!(probe.widths.is_empty());
    }

    #[test]
    fn without_utf8_the_last_answer_says_so() {
        let now = Instant::now();
        let mut probe = Probe::new(now);
        let answers: Vec<_> = (0..7).map(|_| probe.answer(ROW, 4, now)).collect();
        assert_eq!(answers.last(), Some(&Some(Err(()))));
    }
}
