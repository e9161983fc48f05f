//! Faults of categories and items.

use super::{name_one_advice, whose};
use crate::number::Decimal;
use crate::scheme::{CategorySum, ItemFault};
use crate::text::Language;
use crate::text::diagnose::{Told, listed};

crate::texts! {
    sum_of_points(of_track: &str, sum: Decimal, marks: Decimal) {
        zh: "{of_track}各项指标合计 {sum} 分，与满分 {marks} 分不符",
        en: "the items{of_track} add up to {sum}, not to {marks}",
    }
    sum_of_points_advice(parts: &str) {
        zh: "分大类合计：{parts}。核对各项 points，或改 [scheme] 的 marks。",
        en: "By category: {parts}. Check the points, or marks in [scheme].",
    }
    sum_of_category(title: &str, sum: Decimal) { zh: "{title} {sum}", en: "{title} {sum}" }
    no_categories_on_track() { zh: "没有指标", en: "no items" }
    points_not_positive() { zh: "分值必须大于 0", en: "the points have to be above 0" }
    points_not_positive_advice() { zh: "填一个大于 0 的数。", en: "Give a number above 0." }
    several_rules(keys: &str) {
        zh: "一项指标只能有一种计分方式，这里同时有 {keys}",
        en: "an item is scored in one way; here are {keys}",
    }
    several_rules_advice() { zh: "只保留一种。", en: "Keep one of them." }
    step_does_not_divide(points: Decimal, step: Decimal) {
        zh: "满分 {points} 不是步长 {step} 的整数倍",
        en: "{points} points are not a multiple of the step {step}",
    }
    step_does_not_divide_advice() {
        zh: "改步长，使满分能打得出来。",
        en: "Change the step, so that full marks can be given.",
    }
    step_not_positive() { zh: "步长必须大于 0", en: "the step has to be above 0" }
    step_not_positive_advice() { zh: "如 step = 0.5。", en: "Such as step = 0.5." }
    deduction_both() {
        zh: "each 与 all 不能同时用",
        en: "a deduction has either each or all, not both",
    }
    deduction_neither() {
        zh: "没有写明扣多少分",
        en: "the deduction does not say what it costs",
    }
    deduction_advice() {
        zh: "按次扣分写 each = 分数，整项扣完写 all = true，二者取一。",
        en: "Write each = points a case, or all = true for the whole mark.",
    }
    bands_not_rising() { zh: "各档的 from 没有由低到高", en: "the bands do not rise" }
    bands_not_rising_advice() {
        zh: "按 from 由低到高排列，不得相等。",
        en: "Put them in rising order of from, no two alike.",
    }
    above_points(points: Decimal) {
        zh: "高于该指标的满分 {points}",
        en: "this is above the item's {points} points",
    }
    above_points_advice(points: Decimal) { zh: "不得大于 {points}。", en: "It has to be {points} or less." }
    no_options() { zh: "没有列出选项", en: "there are no options" }
    no_bands() { zh: "没有列出分档", en: "there are no bands" }
    no_deductions() { zh: "没有列出扣分情形", en: "there are no deductions" }
    full_equals_zero() {
        zh: "满分点与零分点相同",
        en: "full marks and no marks are at the same value",
    }
    full_equals_zero_advice() { zh: "full 与 zero 要不同。", en: "Make full and zero differ." }
    per_not_positive() { zh: "per 必须大于 0", en: "per has to be above 0" }
    per_not_positive_advice() {
        zh: "per 是每低多少扣一次分，如 per = 1。",
        en: "per is how much below the target costs once, such as per = 1.",
    }
    lose_negative() { zh: "lose 不得为负", en: "lose must not be negative" }
    lose_negative_advice() {
        zh: "lose 是每次扣的分数，写正数。",
        en: "lose is what is taken off; write it without a sign.",
    }
    item_for_other_party(party: &str) {
        zh: "“{party}”没有评分表，指标不能归它评",
        en: "\"{party}\" has no sheets, so no item can stand on them",
    }
    item_for_other_party_advice() {
        zh: "只写 method = \"sheet\" 的评价主体。",
        en: "Name parties of method \"sheet\" only.",
    }
    categories_without_sheets() {
        zh: "没有评价主体逐项评分，不应有大类和指标",
        en: "no party scores by items, so there are no categories",
    }
    categories_without_sheets_advice() {
        zh: "删去大类，或让一个评价主体用 method = \"sheet\"。",
        en: "Take the categories out, or give a party method = \"sheet\".",
    }
    no_items() { zh: "没有指标", en: "there are no items" }
    no_items_advice() {
        zh: "用 [[category]] 和 [[category.item]] 列出。",
        en: "Name them with [[category]] and [[category.item]].",
    }
    range_reversed() { zh: "分值范围上下颠倒", en: "the range is reversed" }
    range_form() { zh: "分值范围应为两个数", en: "a range has two numbers" }
    range_advice() { zh: "写成 range = [最低, 最高]。", en: "Write range = [lowest, highest]." }
    range_with_each() { zh: "each 与 range 不能同时用", en: "each does not go with range" }
    range_with_each_advice() {
        zh: "每次分值固定用 each，由申报填写用 range。",
        en: "Use each for fixed points, range where the event states them.",
    }
    pass_above_points(points: Decimal) {
        zh: "得星线高于该大类的满分 {points}",
        en: "the line of this star is above the category's {points} points",
    }
    points_out_of_reach(points: Decimal, best: Decimal) {
        zh: "最多只能得 {best} 分，达不到满分 {points} 分",
        en: "at most {best} of the {points} points can be earned",
    }
    points_out_of_reach_advice() {
        zh: "让最高一档等于满分，或调低 points。",
        en: "Let the best be full marks, or lower points.",
    }
    category_empty() { zh: "这个大类没有指标", en: "this category has no items" }
    category_empty_on_track(track: &str) {
        zh: "这个大类在类别“{track}”没有指标",
        en: "this category has no items on track \"{track}\"",
    }
    category_empty_on_track_advice() {
        zh: "如系有意，用 tracks 写明该大类适用的类别。",
        en: "If that is meant, name the category's tracks.",
    }
}

fn sums(language: Language, categories: &[CategorySum]) -> String {
    let one = |category: &CategorySum| sum_of_category(language, &category.title, category.sum);
    let all: Vec<String> = categories.iter().map(one).collect();
    if all.is_empty() {
        return no_categories_on_track(language);
    }
    listed(language, &all)
}

impl Told for ItemFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::SumOfPoints {
                track, sum, marks, ..
            } => sum_of_points(language, &whose(language, track), *sum, *marks),
            Self::PointsNotPositive => points_not_positive(language),
            Self::SeveralRules(keys) => several_rules(language, &listed(language, keys)),
            Self::StepDoesNotDivide { points, step } => {
                step_does_not_divide(language, *points, *step)
            }
            Self::StepNotPositive => step_not_positive(language),
            Self::DeductionCost { both } => {
                if *both {
                    deduction_both(language)
                } else {
                    deduction_neither(language)
                }
            }
            Self::BandsNotRising => bands_not_rising(language),
            Self::AbovePoints { points } => above_points(language, *points),
            Self::NoOptions => no_options(language),
            Self::NoBands => no_bands(language),
            Self::NoDeductions => no_deductions(language),
            Self::FullEqualsZero => full_equals_zero(language),
            Self::PerNotPositive => per_not_positive(language),
            Self::LoseNegative => lose_negative(language),
            Self::ItemForOtherParty { party } => item_for_other_party(language, party),
            Self::CategoriesWithoutSheets => categories_without_sheets(language),
            Self::NoItems => no_items(language),
            Self::PassAbovePoints { points } => pass_above_points(language, *points),
            Self::RangeReversed => range_reversed(language),
            Self::RangeForm => range_form(language),
            Self::RangeWithEach => range_with_each(language),
            Self::PointsOutOfReach { points, best } => {
                points_out_of_reach(language, *points, *best)
            }
            Self::CategoryEmptyOnTrack { track: None } => category_empty(language),
            Self::CategoryEmptyOnTrack { track: Some(track) } => {
                category_empty_on_track(language, track)
            }
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::SumOfPoints { categories, .. } => {
                sum_of_points_advice(language, &sums(language, categories))
            }
            Self::PointsNotPositive => points_not_positive_advice(language),
            Self::SeveralRules(_) => several_rules_advice(language),
            Self::StepDoesNotDivide { .. } => step_does_not_divide_advice(language),
            Self::StepNotPositive => step_not_positive_advice(language),
            Self::DeductionCost { .. } => deduction_advice(language),
            Self::BandsNotRising => bands_not_rising_advice(language),
            Self::AbovePoints { points } => above_points_advice(language, *points),
            Self::NoOptions => name_one_advice(language),
            Self::NoBands => name_one_advice(language),
            Self::NoDeductions => name_one_advice(language),
            Self::FullEqualsZero => full_equals_zero_advice(language),
            Self::PerNotPositive => per_not_positive_advice(language),
            Self::LoseNegative => lose_negative_advice(language),
            Self::ItemForOtherParty { .. } => item_for_other_party_advice(language),
            Self::CategoriesWithoutSheets => categories_without_sheets_advice(language),
            Self::NoItems => no_items_advice(language),
            Self::PassAbovePoints { points } => above_points_advice(language, *points),
            Self::RangeReversed => range_advice(language),
            Self::RangeForm => range_advice(language),
            Self::RangeWithEach => range_with_each_advice(language),
            Self::PointsOutOfReach { .. } => points_out_of_reach_advice(language),
            Self::CategoryEmptyOnTrack { .. } => category_empty_on_track_advice(language),
        }
    }
}
