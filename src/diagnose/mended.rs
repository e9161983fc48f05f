//! A TOML text with what is no TOML blanked out, so that the rest of it can still be read.

use std::ops::Range;

use toml::de::{DeTable, Error};

/// How often a text is mended before the rest is given up.
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
/// head is broken would pour its keys into another one. Both are replaced by blanks and told.
#[derive(Debug)]
pub struct Mended<'t> {
    original: &'t str,
    readable: String,
    faults: Vec<(Range<usize>, Syntax)>,
    broken: Vec<Range<usize>>,
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
        };
        for _ in 0..ROUNDS {
            let (_, errors) = DeTable::parse_recoverable(&mended.readable);
            let Some((region, span, message)) = mended.unreadable(&errors) else {
                mended.tell_rest(&errors);
                return mended;
            };
            mended.tell(span, &message);
            mended.blank(&region);
            mended.broken.push(region);
        }
        mended.readable = blanked(&mended.readable);
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

    /// Whole lines of which nothing, or nothing certain, is known.
    #[must_use]
    pub fn broken(&self) -> &[Range<usize>] {
        &self.broken
    }

    /// The first region that has to go before the rest can be read, with its fault.
    fn unreadable(&self, errors: &[Error]) -> Option<(Range<usize>, Range<usize>, String)> {
        let header = errors.iter().find_map(|error| {
            let span = self.span(error);
            let line = self.line_around(span.start);
            let text = self.readable.get(line.clone())?;
            // Inside a value a line may begin with a bracket as well; a head stands at the margin.
            text.starts_with('[')
                .then(|| (line, span, error.message().to_owned()))
        });
        let open = errors.iter().find(|error| is_open(error.message()));
        if let Some(open) = open {
            let region = self.open_region(errors, open);
            let echo_of_open = header
                .as_ref()
                .is_none_or(|(line, ..)| line.start >= region.start);
            if echo_of_open && !region.is_empty() {
                let end = self.content_end(&region);
                return Some((region, end..end, open.message().to_owned()));
            }
        }
        let (line, span, message) = header?;
        Some((line.start..self.next_header(line.end), span, message))
    }

    /// From the line that opens a bracket or quote to where something else begins.
    fn open_region(&self, errors: &[Error], open: &Error) -> Range<usize> {
        if open.message().contains("multi-line") {
            let quotes = ["\"\"\"", "'''"].into_iter();
            let last = quotes.filter_map(|quote| self.readable.rfind(quote)).max();
            return self.line_around(last.unwrap_or_default());
        }
        let told = errors
            .iter()
            .filter(|error| is_open(error.message()) || is_cascade(error.message()))
            .map(|error| (self.span(error).start, error.message()))
            .min();
        let (first, message) = told.unwrap_or_default();
        let line = self.line_around(first);
        let head = self.readable.get(line.start..first).unwrap_or_default();
        let at_margin = head.trim().is_empty() && first < self.readable.trim_end().len();
        let next_begins = at_margin || message.starts_with("unexpected `=`");
        let (end, mut inside) = if next_begins {
            (line.start, line.start.saturating_sub(1))
        } else {
            (line.end, line.start)
        };
        loop {
            let line = self.line_around(inside);
            let text = self.readable.get(line.clone()).unwrap_or_default();
            if begins_with_key(text) || line.start == 0 {
                return line.start..end;
            }
            inside = line.start - 1;
        }
    }

    fn tell_rest(&mut self, errors: &[Error]) {
        for error in errors {
            let span = self.span(error);
            let line = self.line_around(span.start);
            // A second complaint about the same line is mostly an echo of the first.
            let told = self.broken.contains(&line);
            if !told {
                self.tell(span, error.message());
                self.broken.push(line);
            }
        }
    }

    fn tell(&mut self, span: Range<usize>, message: &str) {
        let line = self.line_around(span.start);
        // What is missing is missed right behind what is there.
        let before = self.original.get(line.start..span.start);
        let span = match before.filter(|before| span.is_empty() && !before.trim().is_empty()) {
            Some(before) => {
                let end = line.start + before.trim_end().len();
                end..end
            }
            None => span,
        };
        let text = self.original.get(line).unwrap_or_default();
        let syntax = Syntax {
            message: message.to_owned(),
            full_width: full_width(text),
        };
        self.faults.push((span, syntax));
    }

    fn blank(&mut self, region: &Range<usize>) {
        let Some(old) = self.readable.get(region.clone()) else {
            return;
        };
        let blank = blanked(old);
        self.readable.replace_range(region.clone(), &blank);
    }

    fn span(&self, error: &Error) -> Range<usize> {
        let span = error.span().unwrap_or_default();
        let end = span.end.min(self.readable.len());
        span.start.min(end)..end
    }

    fn line_around(&self, byte: usize) -> Range<usize> {
        line_around(&self.readable, byte)
    }

    fn content_end(&self, region: &Range<usize>) -> usize {
        let text = self.readable.get(region.clone()).unwrap_or_default();
        region.start + text.trim_end().len()
    }

    fn next_header(&self, from: usize) -> usize {
        let rest = self.readable.get(from..).unwrap_or_default();
        rest.find("\n[")
            .map_or(self.readable.len(), |found| from + found + 1)
    }
}

/// The line on which a byte stands, without its end.
pub(super) fn line_around(text: &str, byte: usize) -> Range<usize> {
    let byte = byte.min(text.len());
    let (before, after) = text.as_bytes().split_at(byte);
    let start = before.iter().rposition(|byte| *byte == b'\n');
    let end = after.iter().position(|byte| *byte == b'\n');
    start.map_or(0, |newline| newline + 1)..end.map_or(text.len(), |newline| byte + newline)
}

/// Blanks of the same length in bytes, with the same ends of lines.
fn blanked(text: &str) -> String {
    let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
    text.bytes().map(blank).collect()
}

fn is_open(message: &str) -> bool {
    message.starts_with("unclosed array,")
        || message.starts_with("unclosed inline table")
        || message.starts_with("invalid multi-line")
}

fn is_cascade(message: &str) -> bool {
    message.starts_with("missing comma") || message.starts_with("unexpected `=` in array")
}

/// Whether a line begins with `key =`.
fn begins_with_key(line: &str) -> bool {
    let Some((key, _)) = line.split_once('=') else {
        return false;
    };
    let key = key.trim();
    let of_key = |letter: char| letter.is_ascii_alphanumeric() || "-_.\"'".contains(letter);
    !key.is_empty() && key.chars().all(of_key)
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
