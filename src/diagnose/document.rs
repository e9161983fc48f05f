//! One TOML text while it is read, with the faults found so far.

use std::cell::RefCell;
use std::ops::Range;

use serde_spanned::Spanned;
use toml::de::DeTable;

use super::{Fault, Place, Severity, Shape, Table};

/// A TOML text while it is read.
///
/// Faults come in any order and leave, by [`Document::into_faults`], in the order of the text.
#[derive(Debug)]
pub struct Document<'t, K> {
    text: &'t str,
    faults: RefCell<Vec<Fault<K>>>,
    /// Lines with a fault of syntax: what is read there, or missing there, is its consequence.
    broken: Vec<Range<usize>>,
}

impl<'t, K: From<Shape>> Document<'t, K> {
    /// Reads the text as TOML, as far as it is TOML, and records every fault of its syntax.
    pub fn parse(text: &'t str) -> (Self, Spanned<DeTable<'t>>) {
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut document = Self {
            text,
            faults: RefCell::default(),
            broken: Vec::new(),
        };
        for error in errors {
            let span = document.within(error.span().unwrap_or_default());
            let line = document.line_around(&span);
            // A second complaint about the same line is mostly an echo of the first.
            if document.broken.contains(&line) {
                continue;
            }
            document.broken.push(line);
            let place = Place {
                span,
                path: String::new(),
            };
            let kind = Shape::Syntax(error.message().to_owned());
            document.faults.borrow_mut().push(Fault::new(place, kind));
        }
        (document, root)
    }

    /// The table of the whole file.
    pub fn root<'d>(&'d self, root: &'d Spanned<DeTable<'t>>) -> Table<'d, K>
    where
        't: 'd,
    {
        let place = Place {
            span: 0..0,
            path: String::new(),
        };
        Table::new(self, root.get_ref(), place)
    }

    /// The text that is read.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Records a fault, unless it stands on a line that is no TOML anyway.
    pub fn add(&self, fault: Fault<K>) {
        let start = fault.place.span.start;
        let echo = self
            .broken
            .iter()
            .any(|line| line.contains(&start) && !fault.place.span.is_empty());
        if !echo {
            self.faults.borrow_mut().push(fault);
        }
    }

    /// Records a fault of a kind at a place.
    pub fn fault(&self, place: &Place, kind: impl Into<K>) {
        self.add(Fault::new(place.clone(), kind));
    }

    /// Records a warning.
    pub fn warn(&self, place: &Place, kind: impl Into<K>) {
        self.add(Fault::warning(place.clone(), kind));
    }

    /// Whether a key that is missing from the table at `header` was lost in a fault of syntax:
    /// a broken line of that table begins with it.
    #[must_use]
    pub fn lost(&self, header: &Range<usize>, key: &str) -> bool {
        self.broken.iter().any(|line| {
            let own_lines = self.text.get(header.end..line.start).unwrap_or("\n[");
            let begins = self
                .text
                .get(line.clone())
                .unwrap_or_default()
                .trim_start()
                .trim_start_matches(['"', '\''])
                .starts_with(key);
            begins && !own_lines.lines().skip(1).any(|text| text.starts_with('['))
        })
    }

    /// Whether the head of some table is no TOML, so that its keys belong to nobody knows what.
    #[must_use]
    pub fn lost_header(&self) -> bool {
        self.broken.iter().any(|line| {
            let text = self.text.get(line.clone()).unwrap_or_default();
            text.trim_start().starts_with('[')
        })
    }

    /// Whether any fault (not a warning) has been recorded.
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        let faults = self.faults.borrow();
        faults.iter().any(|fault| fault.severity == Severity::Fault)
    }

    /// All faults and warnings, in the order of the text.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault<K>> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| (fault.place.span.start, fault.severity));
        faults
    }

    fn within(&self, span: Range<usize>) -> Range<usize> {
        let end = span.end.min(self.text.len());
        span.start.min(end)..end
    }

    fn line_around(&self, span: &Range<usize>) -> Range<usize> {
        let bytes = self.text.as_bytes();
        let before = bytes.get(..span.start).unwrap_or_default();
        let after = bytes.get(span.start..).unwrap_or_default();
        let start = before.iter().rposition(|byte| *byte == b'\n');
        let end = after.iter().position(|byte| *byte == b'\n');
        start.map_or(0, |newline| newline + 1)
            ..end.map_or(self.text.len(), |newline| span.start + newline)
    }
}
