//! How an item is scored: one reader for each rule.

use super::fault::{GoesWith, ItemFault, List};
use super::model::{Band, Deduction, DeductionCost, EventPoints, ItemOption, ItemRule};
use super::names::{Named, Register};
use super::parties::filled;
use super::read::{Table, Value, check_decimals, demand, flag, from_zero, misplaced, text};
use crate::diagnose::{Located, Type};
use crate::number::Decimal;

/// Keys that a ledger's item has not.
pub(super) const SHEET_KEYS: [&str; 9] = [
    "points",
    "deductions",
    "options",
    "measure",
    "bands",
    "unit",
    "parties",
    "optional",
    "reason_below_full",
];
/// Keys that a sheet's item has not.
pub(super) const LEDGER_KEYS: [&str; 3] = ["each", "range", "max"];

/// Keys of which each is a way to score an item; none of them is a direct mark.
const WAYS: [&str; 4] = ["deductions", "options", "measure", "bands"];

/// Whether the item is marked directly (I1).
pub(super) fn is_direct(table: &Table) -> bool {
    !WAYS.into_iter().any(|key| table.has(key))
}

/// I1 to I6
pub(super) fn read_sheet(
    table: &Table,
    points: Option<&Located<Decimal>>,
    decimals: Option<u8>,
) -> ItemRule {
    let ways: Vec<&'static str> = WAYS.into_iter().filter(|key| table.has(key)).collect();
    if let [_, second, ..] = ways.as_slice()
        && let Some(place) = table.key(second)
    {
        table
            .document()
            .fault(&place, ItemFault::SeveralRules(ways.clone()));
    }
    if !ways.is_empty() {
        misplaced(table, &["step"], GoesWith::DirectItem);
    }
    if !ways.contains(&"bands") {
        misplaced(table, &["unit"], GoesWith::ItemKey("bands"));
    }
    let full = points.map(|points| points.value);
    let mut rules = ways.iter().map(|way| match *way {
        "deductions" => ItemRule::Deductions(read_deductions(table)),
        "options" => ItemRule::Options(read_options(table, full)),
        "measure" => read_measure(table),
        _ => ItemRule::Bands {
            unit: text(table, "unit"),
            bands: read_bands(table, full),
        },
    });
    let first = rules.next();
    // The other ways are read as well, for the faults in them.
    rules.for_each(drop);
    first.unwrap_or_else(|| read_direct(table, points, decimals))
}

/// I1
fn read_direct(table: &Table, points: Option<&Located<Decimal>>, decimals: Option<u8>) -> ItemRule {
    let document = table.document();
    let step = read_step(table, decimals);
    if let (Some(step), Some(points)) = (&step, points) {
        let kind = ItemFault::StepDoesNotDivide {
            points: points.value,
            step: step.value,
        };
        demand(
            document,
            points.value.is_multiple_of(step.value),
            &step.place,
            kind,
        );
    }
    ItemRule::Direct {
        step: step.map(|step| step.value),
    }
}

/// A step that is above 0 and not finer than what the scheme prints.
fn read_step(table: &Table, decimals: Option<u8>) -> Option<Located<Decimal>> {
    let step = table.optional("step")?.decimal()?;
    if step.value <= Decimal::ZERO {
        table
            .document()
            .fault(&step.place, ItemFault::StepNotPositive);
        return None;
    }
    check_decimals(table.document(), &step, decimals).then_some(step)
}

/// I2
fn read_deductions(table: &Table) -> Vec<Deduction> {
    let mut register = Register::entries(List::Deductions);
    let mut deductions = Vec::new();
    for table in filled(table, "deductions", ItemFault::NoDeductions) {
        let named = Named::read(&table);
        register.add(table.document(), &named);
        deductions.push(Deduction {
            id: named.id(),
            title: named.title(),
            cost: read_cost(&table),
        });
        table.finish();
    }
    deductions
}

fn read_cost(table: &Table) -> DeductionCost {
    let all = flag(table, "all");
    if all && table.has("each") {
        let place = table.key("all");
        let place = place.as_ref().unwrap_or_else(|| table.place());
        table
            .document()
            .fault(place, ItemFault::DeductionCost { both: true });
    }
    if all {
        misplaced(table, &["max"], GoesWith::EachDeduction);
        return DeductionCost::All;
    }
    let unreadable = table
        .optional("all")
        .is_some_and(|value| value.found() != Type::Boolean);
    if !table.has("each") && !unreadable {
        let kind = ItemFault::DeductionCost { both: false };
        table.document().fault(table.place(), kind);
    }
    let each = from_zero(table, "each");
    let max = from_zero(table, "max");
    DeductionCost::Each {
        each: each.map(|each| each.value).unwrap_or_default(),
        max: max.map(|max| max.value),
    }
}

/// Tells points of an option or band that are above the item's.
fn check_below(table: &Table, points: &Located<Decimal>, full: Option<Decimal>) {
    if let Some(full) = full.filter(|full| points.value > *full) {
        let kind = ItemFault::AbovePoints { points: full };
        table.document().fault(&points.place, kind);
    }
}

/// Tells, as a warning, that full marks cannot be reached.
fn check_reach(table: &Table, best: Option<Decimal>, full: Option<Decimal>) {
    let (Some(best), Some(points)) = (best, full) else {
        return;
    };
    if best < points
        && let Some(value) = table.optional("points")
    {
        let kind = ItemFault::PointsOutOfReach { points, best };
        table.document().warn(value.place(), kind);
    }
}

/// I3
fn read_options(table: &Table, full: Option<Decimal>) -> Vec<ItemOption> {
    let mut register = Register::entries(List::Options);
    let mut options = Vec::new();
    let mut best = Some(Decimal::ZERO);
    for option in filled(table, "options", ItemFault::NoOptions) {
        let named = Named::read(&option);
        register.add(option.document(), &named);
        let value = option.required("points");
        let points = value.and_then(|value| value.decimal_within(Some(Decimal::ZERO), None));
        if let Some(points) = &points {
            check_below(&option, points, full);
        }
        let points = points.map(|points| points.value);
        best = best.and_then(|best| Some(best.max(points?)));
        options.push(ItemOption {
            id: named.id(),
            title: named.title(),
            points: points.unwrap_or_default(),
        });
        option.finish();
    }
    check_reach(table, best.filter(|_| !options.is_empty()), full);
    options
}

/// I4, I5
fn read_measure(table: &Table) -> ItemRule {
    let unread = ItemRule::Direct { step: None };
    let Some(table) = table.optional("measure").and_then(|value| value.table()) else {
        return unread;
    };
    let unit = text(&table, "unit");
    let linear = ["zero", "full"].into_iter().any(|key| table.has(key));
    let stepped = ["target", "per", "lose"]
        .into_iter()
        .find(|key| table.has(key));
    if let (true, Some(key)) = (linear, stepped) {
        if let Some(place) = table.key(key) {
            let ways = vec!["zero", "full", "target", "per", "lose"];
            table
                .document()
                .fault(&place, ItemFault::SeveralRules(ways));
        }
        table.finish();
        return unread;
    }
    let rule = if stepped.is_some() {
        read_stepped(&table, unit)
    } else {
        read_linear(&table, unit)
    };
    table.finish();
    rule
}

fn read_linear(table: &Table, unit: Option<String>) -> ItemRule {
    let zero = table.required("zero").and_then(|value| value.decimal());
    let full = table.required("full").and_then(|value| value.decimal());
    if let (Some(zero), Some(full)) = (&zero, &full) {
        let differ = zero.value != full.value;
        demand(
            table.document(),
            differ,
            &full.place,
            ItemFault::FullEqualsZero,
        );
    }
    ItemRule::Linear {
        unit,
        zero: zero.map(|zero| zero.value).unwrap_or_default(),
        full: full.map(|full| full.value).unwrap_or_default(),
    }
}

fn read_stepped(table: &Table, unit: Option<String>) -> ItemRule {
    let number = |key| table.required(key).and_then(|value| value.decimal());
    let (target, per, lose) = (number("target"), number("per"), number("lose"));
    let document = table.document();
    if let Some(per) = &per {
        let holds = per.value > Decimal::ZERO;
        demand(document, holds, &per.place, ItemFault::PerNotPositive);
    }
    if let Some(lose) = &lose {
        demand(
            document,
            !lose.value.is_negative(),
            &lose.place,
            ItemFault::LoseNegative,
        );
    }
    let plain = |number: Option<Located<Decimal>>| number.map(|number| number.value);
    ItemRule::Stepped {
        unit,
        target: plain(target).unwrap_or_default(),
        per: plain(per).unwrap_or_default(),
        lose: plain(lose).unwrap_or_default(),
    }
}

/// I6
fn read_bands(table: &Table, full: Option<Decimal>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    let mut best = Some(Decimal::ZERO);
    let mut last: Option<Decimal> = None;
    for band in filled(table, "bands", ItemFault::NoBands) {
        let from = band.required("from").and_then(|value| value.decimal());
        let value = band.required("points");
        let points = value.and_then(|value| value.decimal_within(Some(Decimal::ZERO), None));
        if let Some(from) = &from {
            let rises = last.is_none_or(|last| from.value > last);
            demand(
                band.document(),
                rises,
                &from.place,
                ItemFault::BandsNotRising,
            );
            last = Some(from.value);
        }
        if let Some(points) = &points {
            check_below(&band, points, full);
        }
        let points = points.map(|points| points.value);
        best = best.and_then(|best| Some(best.max(points?)));
        bands.push(Band {
            from: from.map(|from| from.value).unwrap_or_default(),
            points: points.unwrap_or_default(),
        });
        band.finish();
    }
    check_reach(table, best.filter(|_| !bands.is_empty()), full);
    bands
}

/// P5
pub(super) fn read_ledger(table: &Table, decimals: Option<u8>) -> ItemRule {
    let max = from_zero(table, "max").map(|max| max.value);
    let points = match table.optional("range") {
        Some(range) => read_range(table, &range, decimals),
        None => {
            misplaced(table, &["step"], GoesWith::ItemKey("range"));
            let each = table.required("each").and_then(|value| value.decimal());
            if let Some(each) = &each {
                check_decimals(table.document(), each, decimals);
            }
            EventPoints::Each(each.map(|each| each.value).unwrap_or_default())
        }
    };
    ItemRule::Ledger { points, max }
}

fn read_range(table: &Table, range: &Value, decimals: Option<u8>) -> EventPoints {
    if let Some(place) = table.key("each") {
        table.document().fault(&place, ItemFault::RangeWithEach);
    }
    let step = read_step(table, decimals);
    let (low, high) = read_bounds(table, range, decimals).unwrap_or_default();
    EventPoints::Range {
        low,
        high,
        step: step.map(|step| step.value),
    }
}

fn read_bounds(table: &Table, range: &Value, decimals: Option<u8>) -> Option<(Decimal, Decimal)> {
    let document = table.document();
    let elements = range.elements()?;
    let [low, high] = elements.as_slice() else {
        document.fault(range.place(), ItemFault::RangeForm);
        return None;
    };
    let (low, high) = (low.decimal(), high.decimal());
    for bound in [&low, &high].into_iter().flatten() {
        check_decimals(document, bound, decimals);
    }
    let (low, high) = (low?.value, high?.value);
    demand(
        document,
        low <= high,
        range.place(),
        ItemFault::RangeReversed,
    );
    Some((low, high))
}
