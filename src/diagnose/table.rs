//! One table of a TOML text.

use std::cell::RefCell;

use serde_spanned::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Document, Fault, Located, Place, Shape, Value, nearest};

/// A table while it is read: it remembers which keys were asked for, and so knows in the end
/// which ones nobody knows ([`Table::finish`]).
pub struct Table<'d, K> {
    document: &'d Document<'d, K>,
    entries: &'d DeTable<'d>,
    place: Place,
    known: RefCell<Vec<&'static str>>,
    missing: RefCell<Vec<&'static str>>,
}

impl<'d, K: From<Shape> + PartialEq> Table<'d, K> {
    pub(super) fn new(
        document: &'d Document<'d, K>,
        entries: &'d DeTable<'d>,
        place: Place,
    ) -> Self {
        Self {
            document,
            entries,
            place,
            known: RefCell::default(),
            missing: RefCell::default(),
        }
    }

    /// Where the table stands: its header, or the whole of an inline one.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The text that it is part of.
    #[must_use]
    pub fn document(&self) -> &'d Document<'d, K> {
        self.document
    }

    /// Whether the key is there; this makes it a known one.
    #[must_use]
    pub fn has(&self, key: &'static str) -> bool {
        self.optional(key).is_some()
    }

    /// The value of a key that may be absent.
    #[must_use]
    pub fn optional(&self, key: &'static str) -> Option<Value<'d, K>> {
        self.known.borrow_mut().push(key);
        let node = self.entries.get(key)?;
        Some(Value::new(self.document, node, self.path_of(key)))
    }

    /// The value of a key that must be there.
    #[must_use]
    pub fn required(&self, key: &'static str) -> Option<Value<'d, K>> {
        let found = self.optional(key);
        if found.is_none() {
            self.missing.borrow_mut().push(key);
        }
        found
    }

    /// The place of a key itself, not of its value, if it is there; this makes it a known one.
    #[must_use]
    pub fn key(&self, key: &'static str) -> Option<Place> {
        self.known.borrow_mut().push(key);
        let (name, _) = self.entries.get_key_value(key)?;
        Some(Place {
            span: name.span(),
            path: self.path_of(key),
        })
    }

    /// The tables of a list of tables; an absent key is an empty list.
    #[must_use]
    pub fn tables(&self, key: &'static str) -> Vec<Table<'d, K>> {
        if self.has_misnamed(key) {
            self.document.lose_header();
        }
        let Some(value) = self.optional(key) else {
            return Vec::new();
        };
        let elements = value.elements().unwrap_or_default();
        elements.iter().filter_map(Value::table).collect()
    }

    /// Whether tables stand here under a name that is nearly this one.
    fn has_misnamed(&self, key: &'static str) -> bool {
        self.entries.iter().any(|(name, value)| {
            let holds_tables = match value.get_ref() {
                DeValue::Array(elements) => elements.iter().any(|one| one.get_ref().is_table()),
                value => value.is_table(),
            };
            holds_tables && self.is_slip(name.get_ref(), key)
        })
    }

    /// Whether a key that is absent may have been meant all the same: it stands on a line that is
    /// no TOML, or something nobody knows is nearly spelt like it.
    #[must_use]
    pub fn is_uncertain(&self, key: &'static str) -> bool {
        !self.entries.contains_key(key)
            && (self.document.lost(&self.place.span, key)
                || self
                    .entries
                    .keys()
                    .any(|name| self.is_slip(name.get_ref(), key)))
    }

    fn is_slip(&self, name: &str, key: &'static str) -> bool {
        let known = self.known.borrow().contains(&name);
        name != key && !known && nearest(name, [key]).is_some()
    }

    /// Tells which keys nobody asked for, and which required ones are not there.
    ///
    /// A missing key that is the nearest to an unknown one is told once, as the unknown one.
    pub fn finish(self) {
        let known = self.known.into_inner();
        let mut missing = self.missing.into_inner();
        for key in self.entries.keys() {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let near = nearest(name, missing.iter().copied())
                .or_else(|| nearest(name, known.iter().copied()));
            missing.retain(|wanted| Some(*wanted) != near.as_deref());
            let place = Place {
                span: key.span(),
                path: join(&self.place.path, name),
            };
            let kind = Shape::UnknownKey(name.to_owned());
            self.document.add(Fault::new(place, kind).near(near));
        }
        for key in missing {
            if !self.document.lost(&self.place.span, key) {
                let place = Place {
                    span: self.place.span.clone(),
                    path: join(&self.place.path, key),
                };
                let kind = Shape::MissingKey(key.to_owned());
                self.document.fault(&place, kind);
            }
        }
    }

    /// All entries of a table whose keys are free to choose, in the order of their keys. None of
    /// them is unknown.
    #[must_use]
    pub fn into_entries(self) -> Vec<(Located<String>, Value<'d, K>)> {
        let entry = |(name, node): (&'d Spanned<DeString<'d>>, &'d Spanned<DeValue<'d>>)| {
            let text: &str = name.get_ref();
            let path = join(&self.place.path, text);
            let place = Place {
                span: name.span(),
                path: path.clone(),
            };
            let value = Value::new(self.document, node, path);
            (Located::new(text.to_owned(), &place), value)
        };
        self.entries.iter().map(entry).collect()
    }

    fn path_of(&self, key: &str) -> String {
        join(&self.place.path, key)
    }
}

/// `category[2]` and `points` → `category[2].points`.
fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}
