//! One TOML text while it is read, with the faults found so far.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use serde_spanned::Spanned;
use toml::de::DeTable;

use super::{Fault, Mended, Place, Severity, Shape, Syntax, Table};

/// A TOML text while it is read.
///
/// Faults come in any order and leave, by [`Document::into_faults`], in the order of the text.
#[derive(Debug)]
pub struct Document<'t, K> {
    text: &'t str,
    faults: RefCell<Vec<Fault<K>>>,
    /// Lines with a fault of syntax: what is read there, or missing there, is its consequence.
    broken: &'t [Range<usize>],
    /// Whether some table could not be read, or stands under a misspelt name.
    lost_tables: Cell<bool>,
    /// Too little could be read for anything but faults of syntax to be certain.
    hopeless: bool,
}

impl<'t, K: From<Shape> + PartialEq> Document<'t, K> {
    /// Reads the text as TOML, as far as it is TOML, and records every fault of its syntax.
    #[must_use]
    pub fn parse(mended: &'t Mended<'t>) -> (Self, Spanned<DeTable<'t>>) {
        let (root, _) = DeTable::parse_recoverable(mended.readable());
        let syntax = |(span, syntax): &(Range<usize>, Syntax)| {
            let place = Place {
                span: span.clone(),
                path: String::new(),
            };
            Fault::new(place, Shape::Syntax(syntax.clone()))
        };
        let document = Self {
            text: mended.original(),
            faults: RefCell::new(mended.faults().iter().map(syntax).collect()),
            broken: mended.broken(),
            lost_tables: Cell::new(mended.has_lost_tables()),
            hopeless: mended.is_hopeless(),
        };
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
        let place = &fault.place;
        let of_file = place.span == (0..0);
        let on =
            |line: &Range<usize>| line.start <= place.span.start && place.span.start <= line.end;
        let echo = !of_file && self.broken.iter().any(on);
        if !echo && !self.hopeless {
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
        let begins = |line: &str| {
            let line = line.trim_start();
            line.trim_start_matches(['"', '\'']).starts_with(key)
        };
        let is_head = |line: &str| line.trim_start_matches('[').starts_with(key);
        self.broken_lines().any(|(start, line)| {
            if header.is_empty() && is_head(line) {
                return true;
            }
            // The look at what lies between is the dear one, and comes last.
            begins(line) && {
                let between = self.text.get(header.end..start);
                between.is_some_and(|text| !text.contains("\n["))
            }
        })
    }

    /// Whether some table cannot be known, its head being no TOML or its name misspelt: then what
    /// seems to be missing may well be there.
    #[must_use]
    pub fn lost_header(&self) -> bool {
        self.lost_tables.get()
    }

    pub(super) fn lose_header(&self) {
        self.lost_tables.set(true);
    }

    fn broken_lines(&self) -> impl Iterator<Item = (usize, &'t str)> {
        self.broken.iter().flat_map(|region| {
            let text = self.text.get(region.clone()).unwrap_or_default();
            let mut start = region.start;
            text.split_inclusive('\n').map(move |line| {
                let this = start;
                start += line.len();
                (this, line)
            })
        })
    }

    /// Whether any fault (not a warning) has been recorded.
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        let faults = self.faults.borrow();
        faults.iter().any(|fault| fault.severity == Severity::Fault)
    }

    /// All faults and warnings, each once, in the order of the text.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault<K>> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| (fault.place.span.start, fault.severity));
        let mut told: Vec<Fault<K>> = Vec::with_capacity(faults.len());
        for fault in faults {
            let start = fault.place.span.start;
            let here = told
                .iter()
                .rev()
                .take_while(|other| other.place.span.start == start);
            // A value that is read in two ways fails in both.
            if !here.into_iter().any(|other| *other == fault) {
                told.push(fault);
            }
        }
        told
    }
}
