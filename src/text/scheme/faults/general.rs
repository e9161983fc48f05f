//! Faults that stand anywhere in a scheme file.

use crate::scheme::{GeneralFault, GoesWith, SCHEME_FORMAT};
use crate::text::Language;
use crate::text::diagnose::{Told, listed};
use crate::text::scheme::words::part_of;

crate::texts! {
    unknown_format(found: &str) { zh: "不认识的格式版本 {found}", en: "the format {found} is not known" }
    unknown_format_advice(known: u32) {
        zh: "本程序读 format = {known}；更新的格式要用更新的程序。",
        en: "This program reads format = {known}; a newer format needs a newer program.",
    }
    malformed_id(id: &str) { zh: "编号“{id}”的写法不对", en: "\"{id}\" is not a valid id" }
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
    reserved_id_advice() { zh: "换一个编号。", en: "Choose another id." }
    duplicate_id(id: &str) { zh: "编号“{id}”用了两次", en: "the id \"{id}\" is used twice" }
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
        en: "It goes with {with} only; remove it.",
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
    title_twice(title: &str) { zh: "名称“{title}”用了两次", en: "the title \"{title}\" is used twice" }
    title_twice_advice() {
        zh: "数据表里只能用编号指它；最好改名。",
        en: "Data files can name it by id only; better to change one title.",
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
