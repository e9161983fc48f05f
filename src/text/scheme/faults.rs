//! What is wrong with a scheme file, and what to do about it.

use super::words::part_of;
use crate::number::Decimal;
use crate::scheme::{
    CategorySum, GeneralFault, GoesWith, ItemFault, OutOfReach, OutcomeFault, PartyFault,
    SCHEME_FORMAT, SchemeFault,
};
use crate::text::Language;
use crate::text::diagnose::{Told, listed};

crate::texts! {
    unknown_format(found: &str) { zh: "不认识的格式版本 {found}", en: "the format {found} is not known" }
    unknown_format_advice(known: u32) {
        zh: "本程序读 format = {known}；更新的格式要用更新的程序。",
        en: "This program reads format = {known}; a newer format needs a newer program.",
    }
    malformed_id(id: &str) { zh: "编号“{id}”的写法不对", en: "\"{id}\" is not of the form of an id" }
    malformed_id_advice() {
        zh: "编号只用字母、数字、“-”“_”“.”，不含空格，以字母或数字开头。",
        en: "Use letters, digits, - _ and . only; begin with a letter or a digit.",
    }
    malformed_scheme_id_advice() {
        zh: "办法的编号只用小写字母、数字和连字符。",
        en: "The id of a scheme has lower-case letters, digits and hyphens only.",
    }
    reserved_id(id: &str) {
        zh: "“{id}”在数据表里另有含义，不能作编号",
        en: "\"{id}\" means something else in data files",
    }
    reserved_id_advice() { zh: "换一个编号。", en: "Take another id." }
    duplicate_id(id: &str) { zh: "编号“{id}”用了两次", en: "the id \"{id}\" stands twice" }
    duplicate_id_advice() { zh: "给其中一个换编号。", en: "Give one of them another id." }
    unknown_reference(part: &str, wanted: &str) {
        zh: "没有编号或名称为“{wanted}”的{part}",
        en: "there is no {part} \"{wanted}\"",
    }
    unknown_reference_advice(part: &str) {
        zh: "改为本办法里已有的{part}。",
        en: "Name a {part} of this scheme.",
    }
    ambiguous_reference(part: &str, wanted: &str) {
        zh: "名称为“{wanted}”的{part}不止一个",
        en: "more than one {part} is called \"{wanted}\"",
    }
    ambiguous_reference_advice() { zh: "改用编号。", en: "Use the id." }
    misplaced_key(key: &str) { zh: "键“{key}”在这里不起作用", en: "the key \"{key}\" has no meaning here" }
    misplaced_key_advice(with: &str) {
        zh: "它只用于{with}；删去这一行。",
        en: "It goes with {with} only; take it out.",
    }
    with_methods(methods: &str) {
        zh: "评价方式（method）为 {methods} 的评价主体",
        en: "a party of method {methods}",
    }
    with_trimmed() { zh: "aggregate = \"trimmed\"", en: "aggregate = \"trimmed\"" }
    with_item_key(key: &str) { zh: "有 {key} 的指标", en: "an item with {key}" }
    with_direct_item() { zh: "直接打分的指标", en: "an item that is marked directly" }
    with_sheet_item() { zh: "评分表上的指标", en: "an item of a sheet" }
    with_ledger_item() { zh: "积分台账的项目", en: "an item of a ledger" }
    with_each_deduction() { zh: "按次扣分（each）的情形", en: "a deduction with each" }
    with_grading_rule(rule: &str) { zh: "rule = \"{rule}\" 的定级规则", en: "the grading rule \"{rule}\"" }
    too_many_decimals(decimals: u8) {
        zh: "小数位数超过办法规定的 {decimals} 位",
        en: "there are more digits after the point than the scheme's {decimals}",
    }
    too_many_decimals_advice() {
        zh: "减少小数位，或调大 [scheme] 的 decimals。",
        en: "Use fewer digits, or raise decimals in [scheme].",
    }
}

crate::texts! {
    of_track(track: &str) { zh: "类别“{track}”", en: " of track \"{track}\"" }
    sum_of_points(of_track: &str, sum: Decimal, marks: Decimal) {
        zh: "{of_track}各项指标合计 {sum} 分，与满分 {marks} 分不符",
        en: "the items{of_track} add up to {sum}, not to {marks}",
    }
    sum_of_points_advice(parts: &str) {
        zh: "分大类合计：{parts}。核对各项 points，或改 [scheme] 的 marks。",
        en: "By category: {parts}. Look over the points, or marks in [scheme].",
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
        en: "{points} points are no multiple of the step {step}",
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
    no_questions() { zh: "没有列出问题", en: "there are no questions" }
    no_bands() { zh: "没有列出分档", en: "there are no bands" }
    no_deductions() { zh: "没有列出扣分情形", en: "there are no deductions" }
    name_one_advice() { zh: "至少列出一个。", en: "Name at least one." }
    full_equals_zero() {
        zh: "满分点与零分点相同",
        en: "full marks and none stand at the same value",
    }
    full_equals_zero_advice() { zh: "full 与 zero 要不同。", en: "Let full and zero differ." }
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
}

crate::texts! {
    no_parties() { zh: "没有评价主体", en: "there is no party" }
    no_parties_advice() { zh: "用 [[party]] 列出谁来评。", en: "Say with [[party]] who rates." }
    weight_negative() { zh: "权重不得为负", en: "the weight must not be negative" }
    weight_negative_advice() { zh: "写 0 或正数。", en: "Write 0 or more." }
    weights_zero(of_track: &str) {
        zh: "{of_track}评价主体的权重全为 0",
        en: "all parties{of_track} have the weight 0",
    }
    weights_zero_advice() { zh: "至少一个主体的权重大于 0。", en: "Give one of them a weight above 0." }
    question_weights_zero() { zh: "各问题的权重合计为 0", en: "the weights of the questions add up to 0" }
    question_weights_zero_advice() {
        zh: "至少一个问题的权重大于 0。",
        en: "Give one of them a weight above 0.",
    }
    trim_from_too_low(least: u64) {
        zh: "去掉最高最低后没有剩下的评分",
        en: "nothing would be left once the highest and lowest are out (fewer than {least})",
    }
    trim_from_too_low_advice(least: u64) {
        zh: "trim_from 至少为 {least}。",
        en: "Let trim_from be {least} or more.",
    }
    track_without_party(of_track: &str) {
        zh: "{of_track}没有评价主体",
        en: "nobody rates the organisations{of_track}",
    }
    track_without_party_advice() {
        zh: "在某个评价主体的 tracks 里加上它。",
        en: "Add it to the tracks of a party.",
    }
    ledger_needs_best() {
        zh: "积分台账只能与 combine = \"best\" 同用",
        en: "a ledger goes with combine = \"best\" only",
    }
    ledger_needs_best_advice() {
        zh: "把 [scheme] 的 combine 改为 \"best\"。",
        en: "Set combine = \"best\" in [scheme].",
    }
    best_needs_one_ledger() {
        zh: "combine = \"best\" 要求只有一个评价主体，且为积分台账",
        en: "combine = \"best\" needs one party, a ledger",
    }
    best_needs_one_ledger_advice() {
        zh: "改 combine，或只留一个 method = \"ledger\" 的评价主体。",
        en: "Change combine, or keep one party of method \"ledger\".",
    }
    ballot_with_latest() {
        zh: "民主测评不能与 combine = \"latest\" 同用",
        en: "a ballot does not go with combine = \"latest\"",
    }
    ballot_with_latest_advice() {
        zh: "把 combine 改为 \"weighted\"，或换评价方式。",
        en: "Set combine = \"weighted\", or another method.",
    }
    every_not_positive() { zh: "every 必须大于 0", en: "every has to be above 0" }
    every_not_positive_advice() {
        zh: "every 是个人满多少分折算一次，如 every = 10。",
        en: "every is how many points of a person count once, such as every = 10.",
    }
    range_reversed() { zh: "分值范围上下颠倒", en: "the range is reversed" }
    range_form() { zh: "分值范围应为两个数", en: "a range has two numbers" }
    range_advice() { zh: "写成 range = [最低, 最高]。", en: "Write range = [lowest, highest]." }
    range_with_each() { zh: "each 与 range 不能同时用", en: "each does not go with range" }
    range_with_each_advice() {
        zh: "每次分值固定用 each，由申报填写用 range。",
        en: "Use each for fixed points, range where the event states them.",
    }
}

crate::texts! {
    too_few_levels() { zh: "等次少于两个", en: "there are fewer than two levels" }
    too_few_levels_advice() {
        zh: "用 [[level]] 从高到低至少列出两个。",
        en: "Name at least two with [[level]], best first.",
    }
    min_not_falling(above: Decimal) {
        zh: "分数线不低于上一等次的 {above}",
        en: "this min is not below the {above} of the level above",
    }
    min_not_falling_advice() {
        zh: "等次从高到低排列，min 逐级下降。",
        en: "Put the levels best first; min falls from one to the next.",
    }
    min_on_last() { zh: "最后一个等次不设分数线", en: "the last level has no min" }
    min_on_last_advice() {
        zh: "删去 min：最后一个等次收下其余所有单位。",
        en: "Take min out: the last level takes all the rest.",
    }
    min_not_whole() { zh: "星数必须是整数", en: "a number of stars is a whole number" }
    min_not_whole_advice() {
        zh: "rule = \"stars\" 时 min 是星数。",
        en: "With rule = \"stars\", min counts stars.",
    }
    parts_count(parts: usize, levels: usize) {
        zh: "比例有 {parts} 份，等次有 {levels} 个",
        en: "there are {parts} parts and {levels} levels",
    }
    parts_count_advice() { zh: "每个等次一份，从高到低。", en: "One part a level, best first." }
    parts_zero() { zh: "比例全为 0", en: "the parts add up to 0" }
    parts_zero_advice() { zh: "至少一份大于 0。", en: "Let one of them be above 0." }
    pass_above_points(points: Decimal) {
        zh: "得星线高于该大类的满分 {points}",
        en: "the line of this star is above the category's {points} points",
    }
    no_effect() { zh: "没有写明否决的后果", en: "the veto has no effect" }
    no_effect_advice() {
        zh: "从 cap、demote、hold、unrated、zero、strike、warn 中选一个。",
        en: "Choose one of cap, demote, hold, unrated, zero, strike, warn.",
    }
    several_effects(keys: &str) {
        zh: "一个否决情形只能有一种后果，这里同时有 {keys}",
        en: "a veto has one effect; here are {keys}",
    }
    several_effects_advice() {
        zh: "只保留一种，另一种另立一个否决情形。",
        en: "Keep one, and make another veto for the other.",
    }
    condition_form() {
        zh: "条件要针对一个且只针对一个对象",
        en: "a condition looks at one thing",
    }
    condition_form_advice() {
        zh: "从 party、satisfaction、category、item（配 below）或 streak（配 years）中选一个。",
        en: "Choose party, satisfaction, category or item (with below), or streak (with years).",
    }
    when_with_zero() {
        zh: "指标清零不能自动认定",
        en: "a veto that zeroes an item cannot decide itself",
    }
    when_with_zero_advice() {
        zh: "删去 when，或换一种后果。",
        en: "Take when out, or choose another effect.",
    }
    streak_without_warn() {
        zh: "连续年度的条件只能用于提示",
        en: "a streak goes with warn only",
    }
    streak_without_warn_advice() {
        zh: "后果改为 warn = \"…\"。",
        en: "Let the effect be warn = \"…\".",
    }
    not_a_ballot(party: &str) {
        zh: "“{party}”不是民主测评，没有满意率",
        en: "\"{party}\" is no ballot and has no satisfaction rate",
    }
    not_a_ballot_advice() {
        zh: "写 method = \"ballot\" 的评价主体，或改用 party。",
        en: "Name a party of method \"ballot\", or use party.",
    }
    tie_form(text: &str) { zh: "“{text}”不是排序依据", en: "\"{text}\" decides no tie" }
    tie_form_advice() {
        zh: "写成 \"party:编号\" 或 \"category:编号\"。",
        en: "Write \"party:ID\" or \"category:ID\".",
    }
    tie_on_no_track(name: &str) {
        zh: "大类“{name}”在任何类别都没有指标，排不出先后",
        en: "no track has the category \"{name}\", so it decides no tie",
    }
    tie_on_no_track_advice() { zh: "换一个依据，或删去。", en: "Name another one, or take it out." }
}

crate::texts! {
    points_out_of_reach(points: Decimal, best: Decimal) {
        zh: "最多只能得 {best} 分，达不到满分 {points} 分",
        en: "at most {best} of the {points} points can be had",
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
    beyond_composite(highest: Decimal) {
        zh: "没有单位能达到这条线：综合得分最高 {highest}",
        en: "nobody can reach this: no composite is above {highest}",
    }
    beyond_stars(stars: usize) {
        zh: "没有单位能达到这条线：最多得 {stars} 颗星",
        en: "nobody can reach this: there are {stars} stars to earn",
    }
    no_places() { zh: "这个等次没有名额", en: "this level has no places" }
    out_of_reach_advice() { zh: "核对分数线和名额。", en: "Look over the lines and places." }
    cap_at_top() { zh: "限制在最高等次等于没有限制", en: "a cap at the top level limits nobody" }
    cap_at_top_advice() { zh: "改为较低的等次。", en: "Name a lower level." }
    title_twice(title: &str) { zh: "名称“{title}”用了两次", en: "the title \"{title}\" stands twice" }
    title_twice_advice() {
        zh: "数据表里只能用编号指它；最好改名。",
        en: "Data files can name it by id only; better give one another title.",
    }
    no_basis() { zh: "没有写明依据（basis）", en: "the scheme does not state its basis" }
    no_basis_advice() {
        zh: "在 [scheme] 写明哪些内容是公布的、哪些是示例。",
        en: "Say in [scheme] what the source publishes and what is illustrative.",
    }
}

fn goes_with(language: Language, goes_with: GoesWith) -> String {
    match goes_with {
        GoesWith::Methods(methods) => with_methods(language, &listed(language, methods)),
        GoesWith::Trimmed => with_trimmed(language),
        GoesWith::ItemKey(key) => with_item_key(language, key),
        GoesWith::DirectItem => with_direct_item(language),
        GoesWith::SheetItem => with_sheet_item(language),
        GoesWith::LedgerItem => with_ledger_item(language),
        GoesWith::EachDeduction => with_each_deduction(language),
        GoesWith::GradingRule(rule) => with_grading_rule(language, rule),
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

/// Of which track, where the scheme names its tracks.
fn whose(language: Language, track: &Option<String>) -> String {
    let named = track.as_deref().map(|track| of_track(language, track));
    named.unwrap_or_default()
}

/// How many marks there must be for some to be left when so many are out at either end.
fn least(trim: u32) -> u64 {
    2 * u64::from(trim) + 1
}

impl Told for SchemeFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::Shape(fault) => fault.what(language),
            Self::General(fault) => fault.what(language),
            Self::Item(fault) => fault.what(language),
            Self::Party(fault) => fault.what(language),
            Self::Outcome(fault) => fault.what(language),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::Shape(fault) => fault.advice(language),
            Self::General(fault) => fault.advice(language),
            Self::Item(fault) => fault.advice(language),
            Self::Party(fault) => fault.advice(language),
            Self::Outcome(fault) => fault.advice(language),
        }
    }
}

impl Told for GeneralFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::UnknownFormat(found) => unknown_format(language, found),
            Self::MalformedId { id, .. } => malformed_id(language, id),
            Self::ReservedId(id) => reserved_id(language, id),
            Self::DuplicateId(id) => duplicate_id(language, id),
            Self::UnknownReference { list, wanted } => {
                unknown_reference(language, &part_of(language, *list), wanted)
            }
            Self::AmbiguousReference { list, wanted } => {
                ambiguous_reference(language, &part_of(language, *list), wanted)
            }
            Self::MisplacedKey { key, .. } => misplaced_key(language, key),
            Self::TooManyDecimals { decimals } => too_many_decimals(language, *decimals),
            Self::TitleTwice(title) => title_twice(language, title),
            Self::NoBasis => no_basis(language),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::UnknownFormat(_) => unknown_format_advice(language, SCHEME_FORMAT),
            Self::MalformedId { strict, .. } => {
                if *strict {
                    malformed_scheme_id_advice(language)
                } else {
                    malformed_id_advice(language)
                }
            }
            Self::ReservedId(_) => reserved_id_advice(language),
            Self::DuplicateId(_) => duplicate_id_advice(language),
            Self::UnknownReference { list, .. } => {
                unknown_reference_advice(language, &part_of(language, *list))
            }
            Self::AmbiguousReference { .. } => ambiguous_reference_advice(language),
            Self::MisplacedKey {
                goes_with: with, ..
            } => misplaced_key_advice(language, &goes_with(language, *with)),
            Self::TooManyDecimals { .. } => too_many_decimals_advice(language),
            Self::TitleTwice(_) => title_twice_advice(language),
            Self::NoBasis => no_basis_advice(language),
        }
    }
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

impl Told for PartyFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::NoParties => no_parties(language),
            Self::NoQuestions => no_questions(language),
            Self::WeightNegative => weight_negative(language),
            Self::WeightsZero { track } => weights_zero(language, &whose(language, track)),
            Self::QuestionWeightsZero => question_weights_zero(language),
            Self::TrimFromTooLow { trim } => trim_from_too_low(language, least(*trim)),
            Self::TrackWithoutParty { track } => {
                track_without_party(language, &whose(language, track))
            }
            Self::LedgerNeedsBest => ledger_needs_best(language),
            Self::BestNeedsOneLedger => best_needs_one_ledger(language),
            Self::BallotWithLatest => ballot_with_latest(language),
            Self::EveryNotPositive => every_not_positive(language),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::NoParties => no_parties_advice(language),
            Self::NoQuestions => name_one_advice(language),
            Self::WeightNegative => weight_negative_advice(language),
            Self::WeightsZero { .. } => weights_zero_advice(language),
            Self::QuestionWeightsZero => question_weights_zero_advice(language),
            Self::TrimFromTooLow { trim } => trim_from_too_low_advice(language, least(*trim)),
            Self::TrackWithoutParty { .. } => track_without_party_advice(language),
            Self::LedgerNeedsBest => ledger_needs_best_advice(language),
            Self::BestNeedsOneLedger => best_needs_one_ledger_advice(language),
            Self::BallotWithLatest => ballot_with_latest_advice(language),
            Self::EveryNotPositive => every_not_positive_advice(language),
        }
    }
}

impl Told for OutcomeFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::TooFewLevels => too_few_levels(language),
            Self::MinNotFalling { above } => min_not_falling(language, *above),
            Self::MinOnLast => min_on_last(language),
            Self::MinNotWhole => min_not_whole(language),
            Self::PartsCount { parts, levels } => parts_count(language, *parts, *levels),
            Self::PartsZero => parts_zero(language),
            Self::NoEffect => no_effect(language),
            Self::SeveralEffects(keys) => several_effects(language, &listed(language, keys)),
            Self::ConditionForm => condition_form(language),
            Self::WhenWithZero => when_with_zero(language),
            Self::StreakWithoutWarn => streak_without_warn(language),
            Self::NotABallot { party } => not_a_ballot(language, party),
            Self::TieForm(text) => tie_form(language, text),
            Self::TieOnNoTrack(name) => tie_on_no_track(language, name),
            Self::LevelOutOfReach(why) => match why {
                OutOfReach::Composite(highest) => beyond_composite(language, *highest),
                OutOfReach::Stars(stars) => beyond_stars(language, *stars),
                OutOfReach::NoPlaces => no_places(language),
            },
            Self::CapAtTop => cap_at_top(language),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::TooFewLevels => too_few_levels_advice(language),
            Self::MinNotFalling { .. } => min_not_falling_advice(language),
            Self::MinOnLast => min_on_last_advice(language),
            Self::MinNotWhole => min_not_whole_advice(language),
            Self::PartsCount { .. } => parts_count_advice(language),
            Self::PartsZero => parts_zero_advice(language),
            Self::NoEffect => no_effect_advice(language),
            Self::SeveralEffects(_) => several_effects_advice(language),
            Self::ConditionForm => condition_form_advice(language),
            Self::WhenWithZero => when_with_zero_advice(language),
            Self::StreakWithoutWarn => streak_without_warn_advice(language),
            Self::NotABallot { .. } => not_a_ballot_advice(language),
            Self::TieForm(_) => tie_form_advice(language),
            Self::TieOnNoTrack(_) => tie_on_no_track_advice(language),
            Self::LevelOutOfReach(_) => out_of_reach_advice(language),
            Self::CapAtTop => cap_at_top_advice(language),
        }
    }
}
