//! `[[adjustment]]`

use super::fault::List;
use super::model::{Adjustment, AdjustmentKind};
use super::names::{Named, Register};
use super::read::{Table, from_zero};
use crate::number::Decimal;

const KINDS: [(&str, AdjustmentKind); 2] = [
    ("bonus", AdjustmentKind::Bonus),
    ("penalty", AdjustmentKind::Penalty),
];

/// Reads the list of bonuses and penalties (K4).
pub(super) fn read(root: &Table) -> Vec<Adjustment> {
    let mut register = Register::new(List::Adjustments);
    let mut adjustments = Vec::new();
    for table in root.tables("adjustment") {
        let named = Named::read(&table);
        register.add(table.document(), &named);
        let kind = table
            .required("kind")
            .and_then(|value| value.choice(&KINDS));
        let each = table.required("each");
        let each = each.and_then(|value| value.decimal_within(Some(Decimal::ZERO), None));
        adjustments.push(Adjustment {
            id: named.id(),
            title: named.title(),
            kind: kind.map_or(AdjustmentKind::Bonus, |kind| kind.value),
            each: each.map(|each| each.value).unwrap_or_default(),
            max: from_zero(&table, "max").map(|max| max.value),
        });
        table.finish();
    }
    adjustments
}
