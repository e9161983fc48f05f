//! `[findings]`: the limits beyond which something is found before publication.

use super::read::{Table, from_zero};
use crate::number::Decimal;

/// The most that a count of items or sheets may say.
const MOST: u32 = 10_000;

/// Per cent: what has fewer marks in common is no copy.
const LEAST_COPIED: i64 = 50;

/// Limits of the findings before publication. A limit that is none is not looked at; the others
/// have a value where the file says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingLimits {
    /// Self-rating so many marks above the superior's.
    pub self_above_superior: Option<Decimal>,
    /// Two raters of a party so many marks apart.
    pub raters_apart: Option<Decimal>,
    /// From so many items on, the same share of full marks on all of them is no chance.
    pub all_equal_from: u32,
    /// From so many sheets on, full marks on all of them tell something of their rater.
    pub always_full_from: u32,
    /// From so many items on, a superior's sheet like the self-rating is no chance.
    pub copied_from: u32,
    /// Per cent of the items on which both have to be the same for that.
    pub copied_share: Decimal,
    /// Per cent of the ballots issued below which too few came back.
    pub returned_share: Option<Decimal>,
}

impl Default for FindingLimits {
    fn default() -> Self {
        Self {
            self_above_superior: None,
            raters_apart: None,
            all_equal_from: 5,
            always_full_from: 3,
            copied_from: 5,
            copied_share: Decimal::whole(100),
            returned_share: None,
        }
    }
}

/// Reads `[findings]`, which may be absent.
pub(super) fn read_findings(root: &Table) -> FindingLimits {
    let default = FindingLimits::default();
    let Some(table) = root.optional("findings").and_then(|value| value.table()) else {
        return default;
    };
    let marks = |key| from_zero(&table, key).map(|number| number.value);
    let count = |key, default| {
        let value = table.optional(key);
        let count = value.and_then(|value| value.whole(2..=MOST));
        count.map_or(default, |count| count.value)
    };
    let share = |key, least| {
        let (low, high) = (Decimal::whole(least), Decimal::whole(100));
        let share = table.optional(key)?.decimal_within(Some(low), Some(high));
        share.map(|share| share.value)
    };
    let limits = FindingLimits {
        self_above_superior: marks("self_above_superior"),
        raters_apart: marks("raters_apart"),
        all_equal_from: count("all_equal_from", default.all_equal_from),
        always_full_from: count("always_full_from", default.always_full_from),
        copied_from: count("copied_from", default.copied_from),
        copied_share: share("copied_share", LEAST_COPIED).unwrap_or(default.copied_share),
        returned_share: share("returned_share", 0),
    };
    table.finish();
    limits
}
