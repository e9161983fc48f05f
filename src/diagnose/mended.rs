//! A TOML text with what is no TOML blanked out, so that the rest of it can still be read.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::statements::{head_region, line_around, statements};

/// How many faults between statements (keys and tables that stand twice) are looked for.
const ROUNDS: usize = 64;

/// What the reader of TOML found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// In English, as the reader of TOML said it.
    pub message: String,
    /// Punctuation of the Chinese keyboard where TOML has its own.
    pub full_width: Option<char>,
}

/// A text that can be read as TOML, byte for byte at the places of the original.
///
/// A bracket or quote that is never closed would swallow the rest of the file, and a table whose
/// head is broken would pour its keys into another one. So, where a text is no TOML, each of its
/// statements is tried alone; those that fail are told and replaced by blanks.
#[derive(Debug)]
pub struct Mended<'t> {
    original: &'t str,
    readable: String,
    faults: Vec<(Range<usize>, Syntax)>,
    broken: Vec<Range<usize>>,
    lost_tables: bool,
    hopeless: bool,
}

impl<'t> Mended<'t> {
    /// Finds every fault of the syntax.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut mended = Self {
            original: text,
            readable: text.to_owned(),
            faults: Vec::new(),
            broken: Vec::new(),
            lost_tables: false,
            hopeless: false,
        };
        if mended.errors().is_empty() {
            return mended;
        }
        mended.try_statements();
        mended.try_whole();
        mended.faults.sort_by_key(|(span, _)| span.start);
        mended
    }

    /// The text as it stands in the file.
    #[must_use]
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// The text without what cannot be read.
    #[must_use]
    pub fn readable(&self) -> &str {
        &self.readable
    }

    /// The faults of the syntax, with their places.
    #[must_use]
    pub fn faults(&self) -> &[(Range<usize>, Syntax)] {
        &self.faults
    }

    /// Whole lines of which nothing is known.
    #[must_use]
    pub fn broken(&self) -> &[Range<usize>] {
        &self.broken
    }

    /// Whether whole tables are among what could not be read.
    #[must_use]
    pub fn has_lost_tables(&self) -> bool {
        self.lost_tables
    }

    /// Whether so little could be read that nothing can be said about it.
    #[must_use]
    pub fn is_hopeless(&self) -> bool {
        self.hopeless
    }

    fn errors(&self) -> Vec<Error> {
        DeTable::parse_recoverable(&self.readable).1
    }

    /// Tries each statement alone.
    fn try_statements(&mut self) {
        let mut end = 0;
        for statement in statements(self.original) {
            // It may be part of a table whose head was broken.
            if statement.start < end {
                continue;
            }
            let alone = self.original.get(statement.clone()).unwrap_or_default();
            let (_, errors) = DeTable::parse_recoverable(alone);
            if let Some((span, message)) = first(&errors) {
                let here = statement.start + span.start..statement.start + span.end;
                end = self.give_up(&statement, here, &message);
            }
        }
        self.blank(0);
    }

    /// Tries what is left together: what stands twice shows only there.
    fn try_whole(&mut self) {
        for _ in 0..ROUNDS {
            let Some((span, message)) = first(&self.errors()) else {
                return;
            };
            let line = line_around(&self.readable, span.start);
            let around = |statement: &Range<usize>| {
                statement.start <= span.start && span.start <= statement.end
            };
            let statement = statements(&self.readable).into_iter().rfind(around);
            let known = self.broken.len();
            self.give_up(&statement.unwrap_or(line), span, &message);
            self.blank(known);
        }
        self.hopeless = !self.errors().is_empty();
        if self.hopeless {
            self.readable.clear();
        }
    }

    /// Tells a fault and gives the statement up, with its whole table if it is a head; returns
    /// where that ends.
    fn give_up(&mut self, statement: &Range<usize>, span: Range<usize>, message: &str) -> usize {
        let table = head_region(self.original, statement);
        self.lost_tables |= table.is_some();
        let region = table.unwrap_or_else(|| statement.clone());
        self.tell(span, message);
        let end = region.end;
        self.broken.push(region);
        end
    }

    /// Replaces the broken regions from the given one on by blanks.
    fn blank(&mut self, from: usize) {
        let mut bytes = std::mem::take(&mut self.readable).into_bytes();
        for region in self.broken.iter().skip(from) {
            let letters = bytes.get_mut(region.clone()).unwrap_or_default();
            for letter in letters.iter_mut().filter(|letter| **letter != b'\n') {
                *letter = b' ';
            }
        }
        self.readable = String::from_utf8(bytes).unwrap_or_default();
    }

    fn tell(&mut self, span: Range<usize>, message: &str) {
        let end = span.end.min(self.original.len());
        let start = span.start.min(end);
        let line = line_around(self.original, start);
        // What is missing is missed right behind what is there.
        let before = self.original.get(line.start..start);
        let behind = before.map(|before| line.start + before.trim_end().len());
        let span = match behind.filter(|behind| start == end && *behind > line.start) {
            Some(behind) => behind..behind,
            None => start..end,
        };
        let syntax = Syntax {
            message: message.to_owned(),
            full_width: full_width(self.original.get(line).unwrap_or_default()),
        };
        self.faults.push((span, syntax));
    }
}

/// The first of the errors in the text; the rest mostly follow from it.
fn first(errors: &[Error]) -> Option<(Range<usize>, String)> {
    let place = |error: &Error| error.span().unwrap_or_default();
    let first = errors.iter().min_by_key(|error| place(error).start)?;
    Some((place(first), first.message().to_owned()))
}

/// The first punctuation mark of the Chinese keyboard that stands outside of quotes.
fn full_width(line: &str) -> Option<char> {
    let mut quote = None;
    for letter in line.chars() {
        match (quote, letter) {
            (None, '#') => return None,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            (None, _) if "“”‘’＝，。：［］｛｝＃【】（）　".contains(letter) =>
            {
                return Some(letter);
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<(usize, String)> {
        let mended = Mended::new(text);
        let line = |byte: usize| text[..byte].matches('\n').count() + 1;
        let tell = |(span, syntax): &(Range<usize>, Syntax)| {
            let first = syntax.message.split(',').next().unwrap_or_default();
            (line(span.start), first.to_owned())
        };
        assert_eq!(mended.readable().len(), text.len());
        mended.faults().iter().map(tell).collect()
    }

    #[test]
    fn what_is_never_closed_does_not_swallow_the_rest() {
        for (text, expected) in [
            (
                "a = [1, 2\nb = 3\n[c]\nd = \n",
                vec![(1, "unclosed array"), (4, "string values must be quoted")],
            ),
            (
                "a = { x = 1, y = 2\nb = 3\n",
                vec![(1, "unclosed inline table")],
            ),
            (
                "a = [\n  { x = 1 },\nb = 3\nc = 4",
                vec![(2, "unclosed array")],
            ),
            ("a = [1, 2", vec![(1, "unclosed array")]),
            (
                "a = \"\"\"x\ny\n[b]\n",
                vec![
                    (1, "invalid multi-line basic string"),
                    (2, "key with no value"),
                ],
            ),
            (
                "[a\nb = 1\n[c]\nd = 08\n",
                vec![(1, "unclosed table"), (4, "unexpected leading zero")],
            ),
            ("[[a]\nx = 1", vec![(1, "unclosed array table")]),
            ("a = [\n[1, 2],\n[3, 4]\n]\n", vec![]),
        ] {
            let found = messages(text);
            let found: Vec<(usize, &str)> = found
                .iter()
                .map(|(at, what)| (*at, what.as_str()))
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn chinese_punctuation_is_pointed_out() {
        let sign = |text: &str| Mended::new(text).faults()[0].1.full_width;
        assert_eq!(sign("a = “好”\n"), Some('“'));
        assert_eq!(sign("a ＝ 1\n"), Some('＝'));
        assert_eq!(sign("a = \"，\" 1\n"), None);
    }
}
