//! One value of a TOML text.

use std::ops::RangeInclusive;

use serde_spanned::Spanned;
use toml::de::DeValue;

use super::{Document, Fault, Number, Place, Shape, Table, Type, nearest};
use crate::number::{Decimal, DecimalFault};

/// Something that was read, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    pub value: T,
    pub place: Place,
}

impl<T> Located<T> {
    /// Something at a place.
    pub fn new(value: T, place: &Place) -> Self {
        Self {
            value,
            place: place.clone(),
        }
    }

    /// The same place with something else.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located {
            value: change(self.value),
            place: self.place,
        }
    }
}

/// A value while it is read. Every way to read it records the fault where it is not of that sort.
pub struct Value<'d, K> {
    document: &'d Document<'d, K>,
    node: &'d Spanned<DeValue<'d>>,
    place: Place,
}

impl<'d, K: From<Shape> + PartialEq> Value<'d, K> {
    pub(super) fn new(
        document: &'d Document<'d, K>,
        node: &'d Spanned<DeValue<'d>>,
        path: String,
    ) -> Self {
        let place = Place {
            span: node.span(),
            path,
        };
        Self {
            document,
            node,
            place,
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What it is.
    #[must_use]
    pub fn found(&self) -> Type {
        match self.node.get_ref() {
            DeValue::String(_) => Type::Text,
            DeValue::Integer(_) => Type::WholeNumber,
            DeValue::Float(_) => Type::Number,
            DeValue::Boolean(_) => Type::Boolean,
            DeValue::Datetime(_) => Type::Date,
            DeValue::Array(_) => Type::List,
            DeValue::Table(_) => Type::Table,
        }
    }

    fn refuse<T>(&self, kind: Shape) -> Option<T> {
        self.document.fault(&self.place, kind);
        None
    }

    fn expected<T>(&self, expected: Type) -> Option<T> {
        let found = self.found();
        self.refuse(Shape::WrongType { expected, found })
    }

    fn located<T>(&self, value: T) -> Option<Located<T>> {
        Some(Located::new(value, &self.place))
    }

    /// A text that is not empty.
    #[must_use]
    pub fn text(&self) -> Option<Located<String>> {
        match self.node.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => self.refuse(Shape::EmptyText),
            DeValue::String(text) => self.located(text.clone().into_owned()),
            _ => self.expected(Type::Text),
        }
    }

    /// `true` or `false`.
    #[must_use]
    pub fn boolean(&self) -> Option<Located<bool>> {
        match self.node.get_ref() {
            DeValue::Boolean(value) => self.located(*value),
            _ => self.expected(Type::Boolean),
        }
    }

    /// A number, read from its letters in the text and never through a binary fraction (N5).
    #[must_use]
    pub fn decimal(&self) -> Option<Located<Decimal>> {
        match self.node.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => match self.digits().parse() {
                Ok(value) => self.located(value),
                Err(fault) => self.refuse(Shape::Number(self.number_fault(fault))),
            },
            _ => self.expected(Type::Number),
        }
    }

    fn source(&self) -> &'d str {
        let text = self.document.text().get(self.place.span.clone());
        text.unwrap_or_default().trim()
    }

    fn digits(&self) -> String {
        self.source().chars().filter(|c| *c != '_').collect()
    }

    fn number_fault(&self, fault: DecimalFault) -> Number {
        match fault {
            DecimalFault::TooLarge => Number::TooLarge,
            DecimalFault::TooFine => Number::TooFine,
            DecimalFault::Form => {
                let text = self.source();
                if text.contains("inf") || text.contains("nan") {
                    Number::NotFinite
                } else if text.contains(['x', 'o', 'b']) {
                    Number::Radix
                } else {
                    Number::Exponent
                }
            }
        }
    }

    /// A number within bounds; an open side has none.
    #[must_use]
    pub fn decimal_within(
        &self,
        low: Option<Decimal>,
        high: Option<Decimal>,
    ) -> Option<Located<Decimal>> {
        let found = self.decimal()?;
        let below = low.is_some_and(|low| found.value < low);
        let above = high.is_some_and(|high| found.value > high);
        if below || above {
            return self.refuse(Shape::OutOfRange { low, high });
        }
        Some(found)
    }

    /// A whole number within bounds.
    #[must_use]
    pub fn whole(&self, bounds: RangeInclusive<u32>) -> Option<Located<u32>> {
        let DeValue::Integer(_) = self.node.get_ref() else {
            return self.expected(Type::WholeNumber);
        };
        let found = self.decimal()?;
        let whole = u32::try_from(found.value.millionths() / Decimal::ONE).ok();
        match whole {
            Some(value) if bounds.contains(&value) && !found.value.is_negative() => {
                self.located(value)
            }
            _ => self.refuse(Shape::OutOfRange {
                low: Some(Decimal::whole(i64::from(*bounds.start()))),
                high: (*bounds.end() != u32::MAX).then(|| Decimal::whole(i64::from(*bounds.end()))),
            }),
        }
    }

    /// One of a few words.
    #[must_use]
    pub fn choice<T: Copy>(&self, choices: &[(&'static str, T)]) -> Option<Located<T>> {
        let word = self.text()?;
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == word.value) {
            return self.located(*value);
        }
        let allowed: Vec<&'static str> = choices.iter().map(|(name, _)| *name).collect();
        let near = nearest(&word.value, allowed.iter().copied());
        let kind = Shape::UnknownChoice {
            found: word.value,
            allowed,
        };
        self.document
            .add(Fault::new(self.place.clone(), kind).near(near));
        None
    }

    /// The elements of a list.
    #[must_use]
    pub fn elements(&self) -> Option<Vec<Value<'d, K>>> {
        let DeValue::Array(elements) = self.node.get_ref() else {
            return self.expected(Type::List);
        };
        let element = |(position, node)| {
            let path = format!("{}[{position}]", self.place.path);
            Value::new(self.document, node, path)
        };
        Some(elements.iter().enumerate().map(element).collect())
    }

    /// The texts of a list; those that are none are told and left out.
    #[must_use]
    pub fn texts(&self) -> Option<Vec<Located<String>>> {
        let elements = self.elements()?;
        Some(elements.iter().filter_map(Value::text).collect())
    }

    /// A table.
    #[must_use]
    pub fn table(&self) -> Option<Table<'d, K>> {
        match self.node.get_ref() {
            DeValue::Table(entries) => Some(Table::new(self.document, entries, self.place.clone())),
            _ => self.expected(Type::Table),
        }
    }
}
