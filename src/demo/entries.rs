//! What a rater enters for an item: an entry within the item's rule, and the note it asks for.

use super::random::Random;
use crate::number::Decimal;
use crate::scheme::{Band, Deduction, DeductionCost, Item, ItemRule};

/// An entry with its note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entered {
    pub entry: String,
    pub note: Option<String>,
}

/// Why marks were taken off.
const REASONS: [&str; 8] = [
    "查阅台账核实，已当面反馈",
    "记录不全，限十五日内补正",
    "现场察看发现，已拍照留存",
    "谈话了解，两人说法一致",
    "与公示内容不一致",
    "去年指出过，今年仍有",
    "材料只有目录，没有原件",
    "已列入整改清单",
];

/// Why an organisation takes marks off itself.
const OWN_REASONS: [&str; 4] = [
    "自查发现，已整改",
    "自查发现，正在整改",
    "支部会议上提出",
    "党员大会上提出，已说明",
];

/// Whose hand fills the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    /// The organisation's own.
    Own,
    /// A group from above.
    Group,
}

/// What was seen, for items that ask for it.
const EVIDENCE: [&str; 6] = [
    "见会议记录本",
    "见台账及签到表",
    "见文件和公示照片",
    "见年度报表",
    "见原始凭证",
    "见档案盒第三盒",
];

/// Why a mark is below full, for items that ask for it.
const BELOW_FULL: [&str; 5] = [
    "有安排，落实不够经常",
    "比上年有改进，仍有差距",
    "档案不够完整",
    "只有计划，没有总结",
    "参与人数偏少",
];

/// Fills an item for an organisation of a strength from 0 to 1000: the stronger, the closer to
/// full marks.
pub(super) fn fill(
    random: &mut Random,
    item: &Item,
    strength: u64,
    decimals: u8,
    hand: Hand,
) -> Entered {
    if item.optional && random.chance(110) {
        return Entered {
            entry: "NA".to_owned(),
            note: Some("当年没有此项工作".to_owned()),
        };
    }
    let (entry, full) = match &item.rule {
        ItemRule::Deductions(list) => deductions(random, list, strength),
        ItemRule::Options(list) => {
            let chosen = steps_down(random, strength, list.len());
            let id = list.get(chosen).map(|option| option.id.clone());
            (id.unwrap_or_default(), chosen == 0)
        }
        ItemRule::Direct { step } => direct(random, item.points, *step, strength, decimals),
        ItemRule::Linear { zero, full, .. } => linear(random, *zero, *full, strength),
        ItemRule::Stepped { target, per, .. } => {
            let short = if random.chance(strength) {
                0
            } else {
                random.between(1, 1 + (1000 - strength.min(1000)) / 80)
            };
            let value = target.millionths() - i128::from(short) * per.millionths();
            (text(value.max(0)), short == 0)
        }
        ItemRule::Bands { bands, .. } => banded(random, bands, strength),
        ItemRule::Ledger { .. } => (String::new(), true),
    };
    let note = note(random, item, full, hand);
    Entered { entry, note }
}

fn note(random: &mut Random, item: &Item, full: bool, hand: Hand) -> Option<String> {
    let note: &'static str = match (full, &item.rule) {
        (false, _) if item.reason_below_full => random.pick(&BELOW_FULL),
        (false, ItemRule::Deductions(_)) if hand == Hand::Own => random.pick(&OWN_REASONS),
        (false, ItemRule::Deductions(_)) => random.pick(&REASONS),
        _ if item.evidence => random.pick(&EVIDENCE),
        _ => return None,
    };
    Some(note.to_owned())
}

/// The entry that brings full marks, without a note.
pub(super) fn best(item: &Item) -> String {
    match &item.rule {
        ItemRule::Deductions(_) => "none".to_owned(),
        ItemRule::Options(list) => list
            .first()
            .map(|option| option.id.clone())
            .unwrap_or_default(),
        ItemRule::Direct { .. } => item.points.to_string(),
        ItemRule::Linear { full, .. } => full.to_string(),
        ItemRule::Stepped { target, .. } => target.to_string(),
        ItemRule::Bands { bands, .. } => bands
            .last()
            .map(|band| band.from.to_string())
            .unwrap_or_default(),
        ItemRule::Ledger { .. } => String::new(),
    }
}

/// The entry of one case that costs exactly so much, where the item knows such a deduction.
pub(super) fn losing(item: &Item, cost: Decimal) -> Option<String> {
    let ItemRule::Deductions(list) = &item.rule else {
        return None;
    };
    let costs = |deduction: &&Deduction| matches!(deduction.cost, DeductionCost::Each { each, .. } if each == cost);
    list.iter()
        .find(costs)
        .map(|deduction| format!("{}=1", deduction.id))
}

fn text(millionths: i128) -> String {
    Decimal::from_millionths(millionths).to_string()
}

/// A position in a list of `length`, 0 in most cases for the strong.
fn steps_down(random: &mut Random, strength: u64, length: usize) -> usize {
    let mut position = 0;
    while position + 1 < length && !random.chance(strength) {
        position += 1;
    }
    position
}

fn deductions(random: &mut Random, list: &[Deduction], strength: u64) -> (String, bool) {
    let mut possible: Vec<&Deduction> = list
        .iter()
        .filter(|deduction| deduction.cost != DeductionCost::All || random.chance(3))
        .collect();
    if possible.is_empty() || random.chance(strength) {
        return ("none".to_owned(), true);
    }
    random.shuffle(&mut possible);
    let kinds = if random.chance(strength) { 1 } else { 2 };
    let mut pairs: Vec<String> = possible
        .iter()
        .take(kinds)
        .map(|deduction| {
            let count = match deduction.cost {
                DeductionCost::All => 1,
                DeductionCost::Each { .. } if random.chance(strength) => 1,
                DeductionCost::Each { .. } => random.between(1, 3),
            };
            format!("{}={count}", deduction.id)
        })
        .collect();
    pairs.sort_unstable();
    (pairs.join(" "), false)
}

fn direct(
    random: &mut Random,
    points: Decimal,
    step: Option<Decimal>,
    strength: u64,
    decimals: u8,
) -> (String, bool) {
    let coarse = if decimals == 0 {
        Decimal::ONE
    } else {
        Decimal::ONE / 2
    };
    let step = step.map_or(coarse, Decimal::millionths).max(1);
    let steps = points.millionths() / step;
    let worst = u64::try_from(steps).unwrap_or_default() * (1100 - strength.min(1000)) / 1000;
    let down = if random.chance(strength / 2) {
        0
    } else {
        random.between(0, worst)
    };
    let mark = points.millionths() - i128::from(down) * step;
    (text(mark.max(0)), down == 0)
}

fn linear(random: &mut Random, zero: Decimal, full: Decimal, strength: u64) -> (String, bool) {
    let reached = (strength + random.between(0, 240)).saturating_sub(90);
    let span = full.millionths() - zero.millionths();
    let value = zero.millionths() + span * i128::from(reached) / 1000;
    let tenth = Decimal::ONE / 10;
    (text((value / tenth * tenth).max(0)), reached >= 1000)
}

fn banded(random: &mut Random, bands: &[Band], strength: u64) -> (String, bool) {
    // One step further down than the bands: a value below all of them.
    let down = steps_down(random, strength, bands.len() + 1);
    let Some(at) = bands.len().checked_sub(down + 1) else {
        let lowest = bands.first().map_or(0, |band| band.from.millionths());
        return (text(lowest * 3 / 4), false);
    };
    let from = |position: usize| bands.get(position).map(|band| band.from.millionths());
    let low = from(at).unwrap_or_default();
    let gap = match (from(at + 1), at.checked_sub(1).and_then(from)) {
        (Some(next), _) => next - low,
        (None, Some(before)) => low - before,
        (None, None) => 0,
    };
    let value = low + gap * i128::from(random.below(9)) / 10;
    (text(value), down == 0)
}
