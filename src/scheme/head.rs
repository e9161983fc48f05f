//! `[scheme]` and `[notice]`.

use super::SCHEME_FORMAT;
use super::fault::{GeneralFault, ItemFault};
use super::model::{Combine, Notice, Rounding};
use super::names::is_scheme_id;
use super::read::{Table, Value, flag, from_zero, text};
use crate::diagnose::{Located, Place};
use crate::number::Decimal;

const MARKS: Decimal = Decimal::whole(100);
const DECIMALS: u8 = 2;

/// What stands in `[scheme]`; what could not be read is not there.
pub(super) struct Head {
    pub place: Place,
    pub id: String,
    pub title: String,
    pub issuer: Option<String>,
    pub version: String,
    pub basis: Option<String>,
    pub marks: Option<Decimal>,
    pub decimals: Option<u8>,
    pub rounding: Rounding,
    pub combine: Option<Located<Combine>>,
    pub maximum: Option<Decimal>,
    pub bonus_cap: Option<Decimal>,
    pub penalty_cap: Option<Decimal>,
}

/// Reads `format`, which says by what rules the rest is to be read.
pub(super) fn read_format(root: &Table) {
    let Some(value) = root.required("format") else {
        return;
    };
    let Some(format) = value.decimal() else {
        return;
    };
    if format.value != Decimal::whole(i64::from(SCHEME_FORMAT)) {
        let kind = GeneralFault::UnknownFormat(format.value.to_string());
        root.document().fault(&format.place, kind);
    }
}

impl Head {
    pub fn read(root: &Table) -> Self {
        match root.required("scheme").and_then(|value| value.table()) {
            Some(table) => Self::read_table(table),
            None => Self::unknown(root.place()),
        }
    }

    fn unknown(place: &Place) -> Self {
        Self {
            place: place.clone(),
            id: String::new(),
            title: String::new(),
            issuer: None,
            version: String::new(),
            basis: None,
            marks: None,
            decimals: None,
            rounding: Rounding::Printed,
            combine: None,
            maximum: None,
            bonus_cap: None,
            penalty_cap: None,
        }
    }

    fn read_table(table: Table) -> Self {
        let required = |key| table.required(key).and_then(|value: Value| value.text());
        let plain = |text: Option<Located<String>>| text.map(|text| text.value).unwrap_or_default();
        let id = required("id");
        if let Some(id) = id.as_ref().filter(|id| !is_scheme_id(&id.value)) {
            let kind = GeneralFault::MalformedId {
                id: id.value.clone(),
                strict: true,
            };
            table.document().fault(&id.place, kind);
        }
        let amount = |key| from_zero(&table, key).map(|number| number.value);
        let basis = text(&table, "basis");
        if !table.has("basis") && !table.is_uncertain("basis") {
            table.document().warn(table.place(), GeneralFault::NoBasis);
        }
        let head = Self {
            place: table.place().clone(),
            id: plain(id),
            title: plain(required("title")),
            issuer: text(&table, "issuer"),
            version: plain(required("version")),
            basis,
            marks: read_marks(&table),
            decimals: read_decimals(&table),
            rounding: read_rounding(&table),
            combine: read_combine(&table),
            maximum: amount("maximum"),
            bonus_cap: amount("bonus_cap"),
            penalty_cap: amount("penalty_cap"),
        };
        table.finish();
        head
    }
}

fn read_marks(table: &Table) -> Option<Decimal> {
    let Some(value) = table.optional("marks") else {
        return (!table.is_uncertain("marks")).then_some(MARKS);
    };
    let marks = value.decimal()?;
    if marks.value <= Decimal::ZERO {
        table
            .document()
            .fault(&marks.place, ItemFault::PointsNotPositive);
        return None;
    }
    Some(marks.value)
}

fn read_decimals(table: &Table) -> Option<u8> {
    let Some(value) = table.optional("decimals") else {
        return (!table.is_uncertain("decimals")).then_some(DECIMALS);
    };
    u8::try_from(value.whole(0..=4)?.value).ok()
}

fn read_rounding(table: &Table) -> Rounding {
    let choices = [("printed", Rounding::Printed), ("final", Rounding::Final)];
    let value = table.optional("rounding");
    let found = value.and_then(|value| value.choice(&choices));
    found.map_or(Rounding::Printed, |found| found.value)
}

fn read_combine(table: &Table) -> Option<Located<Combine>> {
    let Some(value) = table.optional("combine") else {
        let default = Located::new(Combine::Weighted, table.place());
        return (!table.is_uncertain("combine")).then_some(default);
    };
    value.choice(&[
        ("weighted", Combine::Weighted),
        ("latest", Combine::Latest),
        ("best", Combine::Best),
    ])
}

/// Reads `[notice]`, which may be absent.
pub(super) fn read_notice(root: &Table) -> Option<Notice> {
    let table = root.optional("notice")?.table()?;
    let days = table
        .required("days")
        .and_then(|value| value.whole(1..=3650));
    let working = flag(&table, "working");
    table.finish();
    Some(Notice {
        days: days?.value,
        working,
    })
}
