//! `[[level]]`

use super::fault::{List, OutcomeFault};
use super::grading::RuleName;
use super::model::Level;
use super::names::{Named, Names, Register};
use super::read::{Document, Table, per_cent, texts};
use crate::diagnose::{Located, Place, Shape};
use crate::number::Decimal;

/// A level, with the place of its `min`.
pub(super) struct LevelDraft {
    pub level: Level,
    pub place: Place,
    pub min: Option<Located<Decimal>>,
    pub at_most: Option<Located<Decimal>>,
}

/// The levels of a scheme, best first.
pub(super) struct Levels {
    pub list: Vec<LevelDraft>,
    pub names: Names,
}

impl Levels {
    pub fn read(root: &Table, rule: Option<RuleName>) -> Self {
        let mut register = Register::new(List::Levels);
        let tables = root.tables("level");
        let last = tables.len().saturating_sub(1);
        if tables.len() < 2 && !root.document().lost_header() {
            let place = tables.first().map_or(root.place(), Table::place);
            root.document().fault(place, OutcomeFault::TooFewLevels);
        }
        let mut list = Vec::new();
        for (position, table) in tables.into_iter().enumerate() {
            let named = Named::read(&table);
            register.add(table.document(), &named);
            // Of a single level nobody knows whether it is the last one.
            let place_in_order = (last > 0).then_some(position == last);
            list.push(read_level(table, &named, place_in_order, rule));
        }
        check_falling(root.document(), &list);
        Self {
            list,
            names: register.finish(),
        }
    }
}

fn read_level(
    table: Table,
    named: &Named,
    is_last: Option<bool>,
    rule: Option<RuleName>,
) -> LevelDraft {
    let stars = match table.optional("stars") {
        Some(value) => value.whole(0..=10),
        None => None,
    };
    let min = read_min(&table, is_last, rule);
    let at_most = table.optional("at_most").and_then(|value| per_cent(&value));
    let level = Level {
        id: named.id(),
        title: named.title(),
        stars: stars
            .and_then(|stars| u8::try_from(stars.value).ok())
            .unwrap_or_default(),
        min: min.as_ref().map(|min| min.value),
        at_most: at_most.as_ref().map(|per_cent| per_cent.value),
        benefits: texts(&table, "benefits"),
        consequences: texts(&table, "consequences"),
    };
    let place = table.place().clone();
    table.finish();
    LevelDraft {
        level,
        place,
        min,
        at_most,
    }
}

fn read_min(
    table: &Table,
    is_last: Option<bool>,
    rule: Option<RuleName>,
) -> Option<Located<Decimal>> {
    let document = table.document();
    if is_last == Some(true) {
        if let Some(place) = table.key("min") {
            document.fault(&place, OutcomeFault::MinOnLast);
        }
        return None;
    }
    let needed = matches!(rule, Some(RuleName::Thresholds | RuleName::Stars));
    let value = if needed && is_last == Some(false) {
        table.required("min")?
    } else {
        table.optional("min")?
    };
    let min = value.decimal_within(Some(Decimal::ZERO), None)?;
    if rule == Some(RuleName::Stars) && !min.value.is_whole() {
        document.fault(&min.place, OutcomeFault::MinNotWhole);
        return None;
    }
    Some(min)
}

fn check_falling(document: &Document, levels: &[LevelDraft]) {
    let mut above: Option<Decimal> = None;
    for min in levels.iter().filter_map(|draft| draft.min.as_ref()) {
        if let Some(above) = above.filter(|above| min.value >= *above) {
            document.fault(&min.place, OutcomeFault::MinNotFalling { above });
        }
        above = Some(min.value);
    }
}

/// A list that is longer than an index can count.
pub(super) fn check_length(document: &Document, place: &Place, count: usize) {
    let limit = u16::MAX;
    if count > usize::from(limit) {
        let high = Some(Decimal::whole(i64::from(limit)));
        document.fault(place, Shape::OutOfRange { low: None, high });
    }
}
