//! Ids and titles: their form, that each stands once, and what refers to them.

use std::collections::HashMap;

use super::fault::{GeneralFault, List};
use super::read::{Document, Table};
use crate::diagnose::{Fault, Located, Place, nearest};

/// Words that data files use beside ids, so that no id may be one of them.
const ENTRY_WORDS: [&str; 4] = ["NA", "none", "无", "不适用"];
const BALLOT_WORDS: [&str; 6] = ["abstain", "spoilt", "issued", "弃权", "废票", "发出"];

/// The ids and titles of one list, for everything that refers to it.
pub(super) struct Names {
    list: List,
    entries: Vec<(Option<String>, Option<String>)>,
}

impl Names {
    pub fn new(list: List) -> Self {
        Self {
            list,
            entries: Vec::new(),
        }
    }

    /// The position of an id, else of a unique title.
    pub fn position(&self, wanted: &str) -> Option<usize> {
        let is = |name: &Option<String>| name.as_deref() == Some(wanted);
        let by_id = self.entries.iter().position(|(id, _)| is(id));
        by_id.or_else(|| {
            let mut by_title = (0..).zip(&self.entries).filter(|(_, (_, title))| is(title));
            match (by_title.next(), by_title.next()) {
                (Some((found, _)), None) => Some(found),
                _ => None,
            }
        })
    }

    /// The position that a reference means; if it means none, that is told, once.
    pub fn resolve(&self, document: &Document, wanted: &Located<String>) -> Option<usize> {
        let text = wanted.value.as_str();
        if let Some(found) = self.position(text) {
            return Some(found);
        }
        let list = self.list;
        let name = text.to_owned();
        if self
            .entries
            .iter()
            .any(|(_, title)| title.as_deref() == Some(text))
        {
            let kind = GeneralFault::AmbiguousReference { list, wanted: name };
            document.fault(&wanted.place, kind);
        // Where an id could not be read, this may be the one that was meant.
        } else if self.entries.iter().all(|(id, _)| id.is_some()) && !document.lost_header() {
            let kind = GeneralFault::UnknownReference { list, wanted: name };
            let fault = Fault::new(wanted.place.clone(), kind);
            document.add(fault.near(self.nearest(text)));
        }
        None
    }

    fn nearest(&self, wanted: &str) -> Option<String> {
        let ids = self.entries.iter().filter_map(|(id, _)| id.as_deref());
        let titles = self
            .entries
            .iter()
            .filter_map(|(_, title)| title.as_deref());
        nearest(wanted, ids).or_else(|| nearest(wanted, titles))
    }
}

/// The id and the title of one part, with their places.
#[derive(Default)]
pub(super) struct Named {
    pub id: Option<Located<String>>,
    pub title: Option<Located<String>>,
}

impl Named {
    /// Reads `id` and `title`, both required.
    pub fn read(table: &Table) -> Self {
        let id = table.required("id").and_then(|value| value.text());
        let title = table.required("title").and_then(|value| value.text());
        Self { id, title }
    }

    /// The names of the one track of a scheme that has none.
    pub fn all() -> Self {
        let name = || Some(Located::new("all".to_owned(), &Place::default()));
        Self {
            id: name(),
            title: name(),
        }
    }

    pub fn id(&self) -> String {
        self.id
            .as_ref()
            .map(|id| id.value.clone())
            .unwrap_or_default()
    }

    pub fn title(&self) -> String {
        self.title
            .as_ref()
            .map(|title| title.value.clone())
            .unwrap_or_default()
    }
}

/// Collects the names of one list while it is read, and tells what stands twice.
pub(super) struct Register {
    names: Names,
    reserved: &'static [&'static str],
    ids: HashMap<String, Place>,
    titles: HashMap<String, Place>,
}

impl Register {
    pub fn new(list: List) -> Self {
        Self {
            names: Names::new(list),
            reserved: &[],
            ids: HashMap::new(),
            titles: HashMap::new(),
        }
    }

    /// For what an entry of a sheet names: options and deductions.
    pub fn entries(list: List) -> Self {
        Self {
            reserved: &ENTRY_WORDS,
            ..Self::new(list)
        }
    }

    /// For the options of a ballot.
    pub fn ballot_options() -> Self {
        Self {
            reserved: &BALLOT_WORDS,
            ..Self::new(List::Options)
        }
    }

    /// Takes one part's names in; its position is the number of those before it.
    pub fn add(&mut self, document: &Document, named: &Named) {
        let id = named.id.as_ref();
        let title = named.title.as_ref();
        if let Some(id) = id {
            self.add_id(document, id);
        }
        if let Some(title) = title {
            match self.titles.get(&title.value) {
                Some(first) => document.add(
                    Fault::warning(
                        title.place.clone(),
                        GeneralFault::TitleTwice(title.value.clone()),
                    )
                    .beside(first.span.clone()),
                ),
                None => {
                    self.titles.insert(title.value.clone(), title.place.clone());
                }
            }
        }
        self.names.entries.push((
            id.map(|id| id.value.clone()),
            title.map(|title| title.value.clone()),
        ));
    }

    fn add_id(&mut self, document: &Document, id: &Located<String>) {
        if !is_id(&id.value) {
            let kind = GeneralFault::MalformedId {
                id: id.value.clone(),
                strict: false,
            };
            document.fault(&id.place, kind);
        } else if self.reserved.contains(&id.value.as_str()) {
            document.fault(&id.place, GeneralFault::ReservedId(id.value.clone()));
        }
        match self.ids.get(&id.value) {
            Some(first) => document.add(
                Fault::new(
                    id.place.clone(),
                    GeneralFault::DuplicateId(id.value.clone()),
                )
                .beside(first.span.clone()),
            ),
            None => {
                self.ids.insert(id.value.clone(), id.place.clone());
            }
        }
    }

    pub fn finish(self) -> Names {
        self.names
    }
}

/// Letters and digits of any script, and `-`, `_`, `.` between them; nothing that a data file
/// would fold (full-width forms) or split (blanks, `=`, `:`).
pub(super) fn is_id(text: &str) -> bool {
    let sign = |letter: char| matches!(letter, '-' | '_' | '.');
    let full_width = |letter: char| ('\u{ff00}'..='\u{ffef}').contains(&letter);
    let allowed = |letter: char| (letter.is_alphanumeric() && !full_width(letter)) || sign(letter);
    !text.is_empty() && text.chars().all(allowed) && !text.starts_with(sign)
}

/// The id of a scheme: lower-case letters, digits, hyphens.
pub(super) fn is_scheme_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(allowed) && !text.starts_with('-')
}

/// Resolves a list of references to one flag for each part of the list referred to.
///
/// Nothing where one of them could not be resolved; an absent list means all parts.
pub(super) fn flags(
    table: &Table,
    key: &'static str,
    names: &Names,
    count: usize,
) -> Option<Vec<bool>> {
    let Some(value) = table.optional(key) else {
        return (!table.is_uncertain(key)).then(|| vec![true; count]);
    };
    let elements = value.elements()?;
    if elements.is_empty() {
        table
            .document()
            .fault(value.place(), crate::diagnose::Shape::EmptyList);
        return None;
    }
    let mut flags = vec![false; count];
    let mut whole = true;
    for element in &elements {
        let position = element
            .text()
            .and_then(|wanted| names.resolve(table.document(), &wanted));
        match position.and_then(|position| flags.get_mut(position)) {
            Some(flag) => *flag = true,
            None => whole = false,
        }
    }
    whole.then_some(flags)
}
