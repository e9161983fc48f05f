//! The readers of `diagnose`, for the faults of a scheme, and what several parts read alike.

use super::fault::{GeneralFault, SchemeFault};
use crate::diagnose::{self, Located, Place};
use crate::number::Decimal;

pub(super) type Document<'t> = diagnose::Document<'t, SchemeFault>;
pub(super) type Table<'d> = diagnose::Table<'d, SchemeFault>;
pub(super) type Value<'d> = diagnose::Value<'d, SchemeFault>;

/// Tells each of the keys that stands here though it goes only with something else.
pub(super) fn misplaced(table: &Table, keys: &[&'static str], goes_with: super::fault::GoesWith) {
    for key in keys {
        if let Some(place) = table.key(key) {
            let key = (*key).to_owned();
            let kind = GeneralFault::MisplacedKey { key, goes_with };
            table.document().fault(&place, kind);
        }
    }
}

/// The text of an optional key.
pub(super) fn text(table: &Table, key: &'static str) -> Option<String> {
    Some(table.optional(key)?.text()?.value)
}

/// The flag of an optional key; absent, it is not set.
pub(super) fn flag(table: &Table, key: &'static str) -> bool {
    let value = table.optional(key).and_then(|value| value.boolean());
    value.is_some_and(|flag| flag.value)
}

/// The texts of an optional list.
pub(super) fn texts(table: &Table, key: &'static str) -> Vec<String> {
    let texts = table.optional(key).and_then(|value| value.texts());
    let plain = |text: Located<String>| text.value;
    texts.unwrap_or_default().into_iter().map(plain).collect()
}

/// A number from 0 up, under an optional key.
pub(super) fn from_zero(table: &Table, key: &'static str) -> Option<Located<Decimal>> {
    table
        .optional(key)?
        .decimal_within(Some(Decimal::ZERO), None)
}

/// A number from 0 to 100.
pub(super) fn per_cent(value: &Value) -> Option<Located<Decimal>> {
    value.decimal_within(Some(Decimal::ZERO), Some(Decimal::whole(100)))
}

/// Whether the number has no more digits after the point than the scheme prints; else that is told.
pub(super) fn check_decimals(
    document: &Document,
    number: &Located<Decimal>,
    decimals: Option<u8>,
) -> bool {
    let Some(decimals) = decimals.filter(|decimals| number.value.places() > *decimals) else {
        return true;
    };
    document.fault(&number.place, GeneralFault::TooManyDecimals { decimals });
    false
}

/// Tells a fault if something does not hold.
pub(super) fn demand(
    document: &Document,
    holds: bool,
    place: &Place,
    kind: impl Into<SchemeFault>,
) {
    if !holds {
        document.fault(place, kind);
    }
}
